"""`cablereader notes list`, `search` and `tags`."""

from __future__ import annotations

from collections.abc import Sequence

from ..cable import canonical_id
from ..store.errors import StoreError
from ..store.notes import Note, NoteStore
from ..store.notes.model import time_text
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, Problem, nothing, tell

_COLUMNS = (
    Column("Note", "dim"),
    Column("Cable"),
    Column("At", "bold"),
    Column("Tags"),
    Column("Text"),
)
SHORT_ID = 8
_NO_NOTES = "there are no notes yet: 'cablereader notes add' writes one, and so does the screen"
_SEARCH = """\
Every WORD must stand in the text of a note, its quote, its tags, or the title of its cable; case does not matter.
#tag or tag:tag looks at the beginnings of tags, by:name at the author, color:green at highlights, cable:06MEXICO at the
id; -word must not be there. After --, words may begin with a dash.
"""


def list_notes(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes list`: the living notes, in reading order."""
    parser = Parser("notes list", "List the notes: of the cables named, else all.")
    parser.add_argument("cable", metavar="CABLE", nargs="*", help="ids such as 06MEXICO4964")
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    words = parser.parse_intermixed_args(argv)
    wanted = [canonical_id(cable) or cable for cable in words.cable]
    problems: list[StoreError] = []
    notes = [note for cable in wanted for note in store.of(cable)] if wanted else store.all(problems)
    none = f"no notes on {', '.join(wanted)}" if wanted else _NO_NOTES
    return show_notes(notes, problems, out, none, as_json=words.json)


def search(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes search`: the notes that have every word, over all cables."""
    parser = Parser("notes search", "Find notes by their words, tags, authors or colours.", _SEARCH)
    parser.add_argument("word", metavar="WORD", nargs="+", help="what each note found has")
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    words = parser.parse_args(argv)
    problems: list[StoreError] = []
    wanted = " ".join(words.word)
    return show_notes(store.search(wanted, problems), problems, out, f"no note has {wanted}", as_json=words.json)


def tags(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes tags`: every tag with the number of notes that have it."""
    parser = Parser("notes tags", "List the tags of the notes, the most used first.")
    parser.add_argument("--json", action="store_true", help="as a JSON object")
    words = parser.parse_args(argv)
    found = store.tags()
    if words.json:
        out.json(found)
    else:
        out.table((Column("Tag", widest=60), Column("Notes")), ((tag, str(count)) for tag, count in found.items()))
    return Exit.GOOD if found else nothing("no note has tags yet")


def show_notes(notes: Sequence[Note], problems: Sequence[StoreError], out: Output, none: str, *, as_json: bool) -> Exit:
    """Prints notes as a table or as JSON, and tells what could not be read; `none` is said where there are none."""
    for problem in problems:
        tell(str(Problem.of(problem)))
    if as_json:
        out.json([_item(note) for note in notes])
    else:
        out.table(_COLUMNS, (_row(note, out.rich) for note in notes), wrap=True)
    if problems:
        return Exit.FAILED
    return Exit.GOOD if notes else nothing(none)


def _row(note: Note, short: bool) -> tuple[str, ...]:
    identifier = note.id[:SHORT_ID] if short else note.id
    tags = " ".join(f"#{tag}" for tag in note.tags)
    return (identifier, note.cable, note.label, tags, _words(note))


def _item(note: Note) -> dict[str, object]:
    return {
        "id": note.id,
        "cable": note.cable,
        "paragraph": note.paragraph,
        "label": note.label,
        "anchor": note.anchor.as_dict(),
        "quote": note.quote,
        "body": note.body,
        "tags": list(note.tags),
        "author": note.author,
        "color": note.color,
        "created": time_text(note.created),
        "updated": time_text(note.updated),
        "rev": note.rev,
    }


def _words(note: Note) -> str:
    """What a note says on one line; of a mere highlight its colour and the words it is on."""
    if note.body.strip() or not note.color:
        return " ".join(note.body.split())
    return f"[{note.color}] “{' '.join(note.quote.split())}”"
