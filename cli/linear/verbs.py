"""What can be said at the prompt: the commands with their letters and what they take. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

_ADDRESS = re.compile(r"¶?\d{1,4}(?:~\d+)?(?:\.\d+)?")
_SIGNS = {"/": "find", "?": "help", ":": ""}


class Verb(NamedTuple):
    """A command: its name, the letter that stands for it, what it takes, and what it does."""

    name: str
    letter: str
    takes: str
    help: str


VERBS = (
    Verb("next", "n", "", "the next paragraph; Enter alone does the same"),
    Verb("previous", "p", "", "the previous paragraph"),
    Verb("again", "", "", "this paragraph once more"),
    Verb("paragraph", "g", "NUMBER", "the paragraph with that number; a number alone does the same"),
    Verb("header", "h", "", "the header of the cable"),
    Verb("rest", "r", "", "everything from here to the end"),
    Verb("outline", "", "", "the headings, with the paragraphs below them"),
    Verb("find", "f", "[WORDS]", "the next paragraph with these words; without words, those of the last time"),
    Verb("meanings", "i", "[TERM]", "what the terms of this paragraph mean, or one term"),
    Verb("note", "a", "[TEXT]", "write a note on this paragraph; without text, line by line"),
    Verb("notes", "l", "", "every note on this cable, with its number"),
    Verb("edit", "e", "NUMBER [TEXT]", "give a note another text"),
    Verb("tags", "t", "NUMBER [TAG ...]", "give a note these tags, and no others"),
    Verb("delete", "d", "NUMBER", "delete a note"),
    Verb("undo", "u", "", "take back the last change of a note or a mark"),
    Verb("cite", "y", "", "the citation of this paragraph, with its words"),
    Verb("export", "x", "[TARGET]", "the notes on this cable as Markdown, here or in a file or folder"),
    Verb("mended", "", "", "what was mended in this cable, and why"),
    Verb("links", "o", "", "what this paragraph points at, with numbers"),
    Verb("follow", "w", "NUMBER", "go where a link points"),
    Verb("search", "s", "QUERY", "the cables that have these words, with numbers; more shows the next ones"),
    Verb("more", "", "", "the next cables of a search"),
    Verb("open", "v", "NUMBER or ID", "a cable of the search, or of that id"),
    Verb("back", "b", "", "the cable before this one"),
    Verb("flag", "!", "", "flag this cable, or take its flag away"),
    Verb("unread", "", "", "mark this cable as unread, or as read"),
    Verb("mark", "", "[TAG ...]", "give this cable these tags of your own, and no others; - takes all away"),
    Verb("bookmark", "m", "", "set a bookmark on this paragraph, or take it away"),
    Verb("bookmarks", "'", "", "every bookmark"),
    Verb("help", "", "", "these commands; ? does the same"),
    Verb("quit", "q", "", "leave"),
)


def understood(line: str) -> tuple[Verb | None, str]:
    """The command that a line means, and what it is given; None where it means nothing."""
    text = line.strip()
    if not text:
        return _named("next"), ""
    if text[0] in _SIGNS:
        sign, rest = text[0], text[1:].strip()
        return (_named(_SIGNS[sign]), rest) if _SIGNS[sign] else understood(rest)
    if _ADDRESS.fullmatch(text):
        return _named("paragraph"), text
    word, _, rest = text.partition(" ")
    return _named(word.lower()), rest.strip()


def _named(word: str) -> Verb | None:
    """The command of a name, of its letter, or of the beginning of one name alone."""
    exact = [verb for verb in VERBS if word and word in (verb.name, verb.letter)]
    begun = [verb for verb in VERBS if len(word) > 1 and verb.name.startswith(word)]
    found = exact or begun
    return found[0] if len(found) == 1 else None
