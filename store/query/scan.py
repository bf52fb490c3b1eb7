"""Cuts the text of a query into tokens: words, phrases, parentheses, `-`, `OR`, and the names of fields."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from .errors import QueryError

LONGEST = 10_000
"""Characters of the longest query."""

_NO_LETTER = re.compile(r"[\ud800-\udfff]")  # half a character, from a terminal that sent bytes: nothing has it
_BLANK = re.compile(r"[\s\x00-\x1f]*")
_BARE = re.compile(r"[^\s\x00-\x1f()\"“”„]+")
_PHRASE = re.compile(r"[\"“”„]([^\"“”„]*)([\"“”]?)")
_AFTER_PHRASE = re.compile(r"(\*)?(?:~([0-9]{1,4}))?")
_FIELD = re.compile(r"([A-Za-z]{1,24}):(?!//)")
_DASHES = re.compile(r"[-–—]+(?=[\s\x00-\x1f]|$)|--+")
_OPERATORS = {"OR": "or", "|": "or", "||": "or", "AND": "and", "&&": "and", "NOT": "not"}


class Kind(Enum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    OR = "or"
    AND = "and"
    NOT = "not"
    FIELD = "field"
    SAVED = "saved"
    WORD = "word"
    PHRASE = "phrase"
    END = "end"


class Token(NamedTuple):
    """A token with the characters it stands at; `text` is the word, the words of the phrase or the field's name.

    `prefix` and `near` are what stands behind a phrase: `"go for"*`, `"oil gas"~5`.
    """

    kind: Kind
    text: str
    start: int
    end: int
    prefix: bool = False
    near: int | None = None


def scan(text: str, *, unfinished: bool = False) -> list[Token]:
    """The tokens of a query, END last. A quotation mark that is never closed is an error, unless still being typed."""
    if len(text) > LONGEST:
        raise QueryError("the query is too long", LONGEST, len(text), f"at most {LONGEST:,} characters")
    text = _NO_LETTER.sub("\ufffd", text)
    tokens: list[Token] = []
    position = _blank(text, 0)
    while position < len(text):
        token, position = _token(text, position, tokens, unfinished)
        if token:
            tokens.append(token)
        position = _blank(text, position)
    return [*tokens, Token(Kind.END, "", len(text), len(text))]


def _blank(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position


def _token(text: str, at: int, before: list[Token], unfinished: bool) -> tuple[Token | None, int]:
    """The token that begins at a character, or None for a dash behind a phrase; and where it ends."""
    letter = text[at]
    if letter in "()":
        return Token(Kind.OPEN if letter == "(" else Kind.CLOSE, letter, at, at + 1), at + 1
    phrase = _PHRASE.match(text, at)
    if phrase:
        return _phrase(text, phrase, unfinished)
    value = bool(before) and before[-1].kind is Kind.FIELD and before[-1].end == at
    if not value:
        dashes = _DASHES.match(text, at)
        if dashes:
            return Token(Kind.WORD, dashes[0], at, dashes.end()), dashes.end()
        if letter in "-–" and at + 1 < len(text):
            apart = at == 0 or text[at - 1] in "( " or text[at - 1].isspace()
            return (Token(Kind.NOT, letter, at, at + 1) if apart else None), at + 1
        name = _FIELD.match(text, at)
        if name:
            return Token(Kind.FIELD, name[1], at, name.end()), name.end()
    bare = _BARE.match(text, at)
    word = bare[0] if bare else letter
    end = at + len(word)
    if not value and word in _OPERATORS:
        return Token(Kind(_OPERATORS[word]), word, at, end), end
    if not value and letter == "@" and len(word) > 1:
        return Token(Kind.SAVED, word[1:], at, end), end
    return Token(Kind.WORD, word, at, end), end


def _phrase(text: str, found: re.Match[str], unfinished: bool) -> tuple[Token, int]:
    if not found[2] and not unfinished:
        raise QueryError(
            "this quotation mark is never closed", found.start(), found.start() + 1, 'put " behind the phrase'
        )
    after = _AFTER_PHRASE.match(text, found.end()) if found[2] else None
    end = after.end() if after else found.end()
    starred = found[1].rstrip().endswith("*")
    prefix = starred or bool(after and after[1])
    near = int(after[2]) if after and after[2] else None
    return Token(Kind.PHRASE, found[1].rstrip().rstrip("*"), found.start(), end, prefix, near), end
