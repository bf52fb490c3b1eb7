"""The terms of a cable and what they mean: its own definitions first, then the user's, its TAGS, the tables.

`Terms.of` reads nothing yet; what the cable defines is gathered when the first term is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal, NamedTuple

from .anchors import block_label
from .definitions import definitions
from .model import Cable, Reference
from .own_terms import NONE, OwnTerms
from .patterns import lazy
from .readings import Meaning, country_of, marking_meaning, table_meaning, tag_meaning
from .vocabulary.tables import rows

__all__ = ["Mark", "Meaning", "Terms"]

MarkKind = Literal["acronym", "tag", "reference"]

_TOKEN = lazy(
    r"(?<![A-Za-z0-9/])(?:"
    r"(?P<reference>(?:[Rr]ef(?:tel)?s?|REF(?:TEL)?S?)(?: [A-Z](?:(?:, ?|,? and |,? AND |/)[A-Z])*)?(?![A-Za-z0-9]))"
    r"|(?P<word>(?:[Pp]ol|[Ee]con|[Ee]mb|[Cc]on)off|[Pp]olcouns|[Ee]concouns|[Ff]onmin|[Pp]rimin|[Ss]eptel|[Cc]odel"
    r"|[Aa]mcit|[Mm]emcon|[Tt]elcon|[Pp]ermrep|[Ll]egatt|[Ss]taffdel|[Aa]mcham|[Ii]nterpol|[Mm]ercosur)s?(?![A-Za-z])"
    r"|(?P<term>[A-Z](?:[a-z]{0,3}[A-Z0-9&]|[/-][A-Z0-9])[A-Za-z0-9&]*(?:[/-][A-Z][A-Za-z0-9&]*)*))"
)
_LETTERS = lazy(r"[A-Za-z]+")
_PART = lazy(r"[^/-]+")
_SMALL_LETTERS = lazy(r"[a-z]+")
_SHORTEST_TAG = 4
_LOUD_SHARE = 3


class Mark(NamedTuple):
    """A term in a text: where it stands, its kind, and the name under which `Terms.meaning` knows it."""

    start: int
    end: int
    kind: MarkKind
    term: str


@dataclass(frozen=True)
class Terms:
    """The terms of one cable."""

    cable: Cable
    yours: OwnTerms = NONE
    _looked_up: dict[str, Meaning | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, cable: Cable, yours: OwnTerms | None = None) -> Terms:
        """The terms of a cable; those of the user, where they have any, win over all tables."""
        return cls(cable, yours or NONE)

    def find(self, text: str) -> list[Mark]:
        """The terms of a text of this cable, in order, without overlap; only those that have a meaning."""
        yours = [Mark(start, end, "acronym", term) for start, end, term in self.yours.find(text)]
        if not yours:
            return self._known(text)
        others = [
            mark for mark in self._known(text) if not any(mark.start < y.end and y.start < mark.end for y in yours)
        ]
        return sorted([*yours, *others])

    def _known(self, text: str) -> list[Mark]:
        """Those that the cable and the tables know."""
        found: list[Mark] = []
        loud: bool | None = None
        for token in _TOKEN.finditer(text):
            if token["word"]:
                found.append(Mark(token.start(), token.end(), "acronym", token["word"].upper()))
            elif token["reference"]:
                if self.references_of(token["reference"]):
                    found.append(Mark(token.start(), token.end(), "reference", token["reference"]))
            else:
                loud = is_loud(text) if loud is None else loud
                found += self._terms(text, token.start(), token["term"], loud=loud)
        return found

    def meaning(self, term: str) -> Meaning | None:
        """What a term of this cable means; None for what is no term."""
        references = self.references_of(term)
        if references:
            return Meaning(term, "; ".join(map(_cited, references)), "REF line", False)
        own = self.own.get(_key(term))
        if own:
            return own
        if yours := self.yours.meaning(term):
            return yours
        table = self._table(term)
        if term.upper() in self.tags and (table is None or len(term) >= _SHORTEST_TAG):
            return tag_meaning(term)
        return marking_meaning(term) or table or tag_meaning(term)

    def glossary(self) -> list[Meaning]:
        """Every term that occurs in the cable: the TAGS first, then the others, each in alphabetical order."""
        codes = {code: found for code in self.tags if (found := tag_meaning(code))}
        others: dict[str, Meaning] = {}
        for text in (self.cable.header.subject or "", *(block.text for block in self.cable.blocks)):
            for mark in self.find(text):
                if mark.kind == "acronym" and mark.term not in others and (found := self.meaning(mark.term)):
                    others[mark.term] = found
        return [*_in_order(codes), *_in_order(others)]

    @cached_property
    def country(self) -> str | None:
        """The country of the post that signs the cable."""
        return country_of(self.cable)

    @cached_property
    def tags(self) -> frozenset[str]:
        """The TAGS of the cable that are codes."""
        return frozenset(tag.upper() for tag in self.cable.header.tags if " " not in tag)

    @cached_property
    def own(self) -> dict[str, Meaning]:
        """What the cable defines itself, the first definition of each term, by its key."""
        found: dict[str, Meaning] = {}
        for block in self.cable.blocks:
            for item in definitions(block.text):
                key = _key(item.term)
                if key not in found:
                    known = item.proven or self._table(item.term) is not None
                    found[key] = Meaning(item.term, item.meaning, f"this cable, {block_label(block)}", not known)
        return found

    @cached_property
    def _quiet(self) -> frozenset[str]:
        """The terms that the cable prints in capitals among words in small letters."""
        quiet = (block.text for block in self.cable.blocks if not is_loud(block.text))
        return frozenset(token["term"] for text in quiet for token in _TOKEN.finditer(text) if token["term"])

    def _terms(self, text: str, start: int, token: str, *, loud: bool) -> Iterator[Mark]:
        """The term that a token is, or the terms that its parts are: `TIP` and `PGR` in `TIP/PGR`."""
        mark = self._mark(text, start, token, loud=loud)
        if mark:
            yield mark
        elif "/" in token or "-" in token:
            for part in _PART.finditer(token):
                inner = self._mark(text, start + part.start(), part[0], loud=loud) if len(part[0]) > 1 else None
                if inner:
                    yield inner

    def _mark(self, text: str, start: int, token: str, *, loud: bool) -> Mark | None:
        end = start + len(token)
        bare = token.removesuffix("s")
        if _key(token) in self.own:
            return Mark(start, end, "acronym", self.own[_key(token)].term)
        if not (bare.isupper() or (bare[:2] == "Go" and bare[2:].isupper())):
            return None
        if bare in self.tags and self._among_tags(text, start, end, bare):
            return Mark(start, end, "tag", bare)
        if loud and bare in _common_words() and bare not in self._quiet:
            return None
        known = self._table(bare)
        return Mark(start, end, "acronym", known.term) if known else None

    def _table(self, term: str) -> Meaning | None:
        """The table's reading of a term, looked up once."""
        if term not in self._looked_up:
            self._looked_up[term] = table_meaning(term, self.country)
        return self._looked_up[term]

    def _among_tags(self, text: str, start: int, end: int, code: str) -> bool:
        """Whether a code is meant as one: a long one always, a short one among others of its kind."""
        if len(code) >= _SHORTEST_TAG:
            return tag_meaning(code) is not None
        around = (*text[max(0, start - 12) : start].split()[-1:], *text[end : end + 12].split()[:1])
        return any(word.strip(",;()").upper() in self.tags for word in around)

    def references_of(self, term: str) -> tuple[Reference, ...]:
        """The telegrams that `reftel`, `ref B` or `refs A and C` names; empty where the REF line does not tell."""
        word, _, labels = term.partition(" ")
        if word.upper() not in ("REF", "REFS", "REFTEL", "REFTELS"):
            return ()
        items = self.cable.header.references
        if not labels:
            return items if len(items) == 1 or word[-1] in "sS" else ()
        letters = {word for word in _LETTERS.findall(labels) if len(word) == 1}
        return tuple(item for item in items if item.label and item.label.upper() in letters)


def _key(term: str) -> str:
    return term.removesuffix("s").upper()


def is_loud(text: str) -> bool:
    """Whether a text is all in capitals, or nearly: then capitals tell nothing of a word."""
    if text.isupper():
        return True
    small = sum(map(len, _SMALL_LETTERS.findall(text)))
    return small * _LOUD_SHARE < len(text)


def _in_order(meanings: dict[str, Meaning]) -> list[Meaning]:
    return sorted(meanings.values(), key=lambda item: item.term.casefold())


def _cited(item: Reference) -> str:
    return f"{item.text} ({item.id})" if item.id and item.id != item.text else item.text


@cache
def _common_words() -> frozenset[str]:
    """English words that are also terms of the tables."""
    return frozenset(row[0] for row in rows("common-words"))
