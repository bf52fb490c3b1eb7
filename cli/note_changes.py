"""`cablereader notes add`, `edit` and `delete`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..store.errors import StoreError
from ..store.notes import Note, NoteStore
from ..store.sources import STANDARD_INPUT, read_standard_input
from . import cables
from .labels import block_at
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem, tell

_TEXT_HELP = "the note, in Markdown; - takes it from standard input"
_SHORTEST_ID = 4


def add(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes add`: prints the id of the new note."""
    parser = Parser("notes add", "Write a note on a paragraph of a cable.")
    parser.add_argument("cable", metavar="CABLE", help="a file, or an id such as 06MEXICO4964")
    parser.add_argument("path", metavar="PATH", nargs="*", help="where to look for an id, instead of the last library")
    parser.add_argument("--at", metavar="LABEL", required=True, help="3, 32.5, '¶32 [5]', or cable for the whole")
    parser.add_argument("--text", metavar="TEXT", required=True, help=_TEXT_HELP)
    parser.add_argument("--tag", metavar="TAG", action="append", default=[], help="may be given several times")
    words = parser.parse_intermixed_args(argv)
    cable = cables.read(words.cable, words.path)
    note = store.add(cable, block_at(cable, words.at), _text(words.text), words.tag)
    out.line(note.id)
    return Exit.GOOD


def edit(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes edit`: another text for a note; its former text stays in its history."""
    parser = Parser("notes edit", "Give a note another text, other tags, or both.")
    parser.add_argument("note", metavar="NOTE", help="an id from 'notes list', or its beginning")
    parser.add_argument("--text", metavar="TEXT", help=_TEXT_HELP)
    parser.add_argument("--tag", metavar="TAG", action="append", help="instead of its tags; may be given several times")
    words = parser.parse_intermixed_args(argv)
    note = _note(store, words.note)
    if words.text is None and words.tag is None:
        raise Problem("notes edit", "nothing to change", "give --text or --tag", Exit.BAD_USE)
    body = note.body if words.text is None else _text(words.text)
    tags = note.tags if words.tag is None else tuple(words.tag)
    out.line(store.update(replace(note, body=body, tags=tags)).id)
    return Exit.GOOD


def delete(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes delete`: the note leaves every list; its file keeps it, marked as deleted."""
    parser = Parser("notes delete", "Delete a note.")
    parser.add_argument("note", metavar="NOTE", help="an id from 'notes list', or its beginning")
    note = _note(store, parser.parse_intermixed_args(argv).note)
    store.delete(note.id)
    out.line(note.id)
    return Exit.GOOD


def _note(store: NoteStore, reference: str) -> Note:
    """The living note of an id, of the beginning of one, or of the `n-...` of an export."""
    wanted = reference.removeprefix("n-").lower()
    problems: list[StoreError] = []
    found = [note for note in store.all(problems) if note.id.startswith(wanted)]
    if not found or len(wanted) < _SHORTEST_ID:
        for problem in problems:  # it may be in a file that cannot be read
            tell(str(Problem.of(problem)))
        raise Problem(reference, "there is no such note", "'cablereader notes list' has their ids", Exit.NOTHING_FOUND)
    if len(found) > 1:
        raise Problem(reference, f"{len(found)} notes begin so", "give more of the id", Exit.BAD_USE)
    return found[0]


def _text(words: str) -> str:
    """The text of a note from its option. Raises Problem where it is empty."""
    text = read_standard_input() if words == STANDARD_INPUT else words
    if not text.strip():
        raise Problem("--text", "the note is empty", "give it some words", Exit.BAD_USE)
    return text
