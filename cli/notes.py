"""`cablereader notes`: list, add, edit and delete notes, and take care of their files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..cable import canonical_id
from ..store.errors import StoreError
from ..store.notes import Note, NoteStore
from ..store.notes.model import time_text
from ..store.places import places
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, Problem, tell

PURPOSE = "List, add, edit or delete notes; check, recover, merge, back up or restore their files."
_COLUMNS = (
    Column("Note", "dim"),
    Column("Cable"),
    Column("At", "bold"),
    Column("Tags"),
    Column("Text"),
)
_SHORT_ID = 8
ACTIONS = ("list", "add", "edit", "delete", "check", "recover", "merge", "backup", "restore")

Action = Callable[[Sequence[str], Output, NoteStore], Exit]


def run(argv: Sequence[str], out: Output) -> Exit:
    """Does what the first word says."""
    action = _action(argv[0] if argv else "")
    if action:
        return action(argv[1:], out, NoteStore(places().notes, places().state))
    parser = Parser("notes", PURPOSE)
    parser.add_argument("action", choices=ACTIONS, nargs="?", help="each has --help")
    parser.parse_args(argv)
    raise Problem("notes", "needs an action", f"one of {', '.join(ACTIONS)}", Exit.BAD_USE)


def _action(name: str) -> Action | None:
    """What a word does, imported only when it is asked for."""
    match name:
        case "list":
            return list_notes
        case "add":
            from .note_changes import add as action
        case "edit":
            from .note_changes import edit as action
        case "delete":
            from .note_changes import delete as action
        case "check":
            from .notes_check import run as action
        case "recover":
            from .notes_recover import run as action
        case "merge":
            from .notes_merge import run as action
        case "backup":
            from .notes_backup import backup as action
        case "restore":
            from .notes_backup import restore as action
        case _:
            return None
    return action


def list_notes(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes list`: the living notes, in reading order."""
    parser = Parser("notes list", "List the notes: of the cables named, else all.")
    parser.add_argument("cable", metavar="CABLE", nargs="*", help="ids such as 06MEXICO4964")
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    words = parser.parse_intermixed_args(argv)
    wanted = [canonical_id(cable) or cable for cable in words.cable]
    problems: list[StoreError] = []
    notes = [note for cable in wanted for note in store.of(cable)] if wanted else store.all(problems)
    for problem in problems:
        tell(str(Problem.of(problem)))
    if words.json:
        out.json([_item(note) for note in notes])
    else:
        out.table(_COLUMNS, (_row(note, out.rich) for note in notes), wrap=True)
    if problems:
        return Exit.FAILED
    return Exit.GOOD if notes else Exit.NOTHING_FOUND


def _row(note: Note, short: bool) -> tuple[str, ...]:
    identifier = note.id[:_SHORT_ID] if short else note.id
    tags = " ".join(f"#{tag}" for tag in note.tags)
    return (identifier, note.cable, note.label, tags, " ".join(note.body.split()))


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
