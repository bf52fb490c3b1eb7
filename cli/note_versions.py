"""`cablereader notes history` and `revert`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..store.notes import Note, NoteStore, Past
from ..store.notes.model import time_text
from ..store.notes.word_diff import word_diff
from .note_changes import NOTE_HELP, note_of
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem


def history(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes history`: the versions of a note, the latest first, each with what changed after it."""
    parser = Parser(
        "notes history", "Show the versions of a note: [-what only the version had-] {+what only the next one has+}."
    )
    parser.add_argument("note", metavar="NOTE", help=NOTE_HELP)
    parser.add_argument("--json", action="store_true", help="the versions whole, as a JSON array")
    words = parser.parse_intermixed_args(argv)
    note = note_of(store, words.note)
    versions = [*note.history, _present(note)]
    if words.json:
        out.json([past.as_dict() for past in reversed(versions)])
        return Exit.GOOD
    for past, following in reversed([*zip(versions, [*versions[1:], None], strict=True)]):
        out.line(f"{past.rev}  {time_text(past.updated)}{'' if following else '  now'}", "bold")
        out.line(_changes(past, following) if following else past.body)
        out.line()
    return Exit.GOOD


def revert(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes revert`: the words and tags of a former version; the present ones stay in the history."""
    parser = Parser("notes revert", "Give a note the words and tags of a former version.")
    parser.add_argument("note", metavar="NOTE", help=NOTE_HELP)
    parser.add_argument("--to", metavar="REVISION", type=int, required=True, help="its number in 'notes history'")
    words = parser.parse_intermixed_args(argv)
    note = note_of(store, words.note)
    past = next((past for past in note.history if past.rev == words.to), None)
    if past is None:
        known = ", ".join(str(past.rev) for past in note.history) or "it was never changed"
        raise Problem(words.note, f"there is no version {words.to}", known, Exit.NOTHING_FOUND)
    out.line(store.update(replace(note, body=past.body, tags=past.tags)).id)
    return Exit.GOOD


def _present(note: Note) -> Past:
    return Past(note.rev, note.updated, note.body, note.tags)


def _changes(past: Past, following: Past) -> str:
    """A version with what the next one changed."""
    text = "".join(stretch.marked for stretch in word_diff(past.body, following.body))
    gone = [f"[-#{tag}-]" for tag in past.tags if tag not in following.tags]
    come = [f"{{+#{tag}+}}" for tag in following.tags if tag not in past.tags]
    return "\n".join([text, *([" ".join([*gone, *come])] if gone or come else [])])
