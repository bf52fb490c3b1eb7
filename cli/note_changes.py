"""`cablereader notes add`, `highlight`, `edit`, `delete` and `undelete`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..cable import Block, Cable
from ..store.errors import StoreError
from ..store.notes import Note, NoteStore
from ..store.notes.model import COLORS
from ..store.notes.ranges import quoted
from ..store.places import places
from ..store.sources import STANDARD_INPUT, read_standard_input
from ..store.templates import FOLDER, Template, facts_of, templates
from . import cables
from .labels import block_at
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem, tell
from .settings import settings

_TEXT_HELP = "the note, in Markdown; - takes it from standard input"
_SHORTEST_ID = 4
NOTE_HELP = "an id from 'notes list', or its beginning"


def add(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes add`: prints the id of the new note."""
    parser = _placed("notes add", "Write a note on a paragraph of a cable, on words in it, or on several paragraphs.")
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--text", metavar="TEXT", help=_TEXT_HELP)
    given.add_argument("--template", metavar="NAME", help="a file of the templates folder, filled in for the place")
    parser.add_argument("--color", metavar="COLOR", choices=COLORS, default="", help=f"highlight: {', '.join(COLORS)}")
    words = parser.parse_intermixed_args(argv)
    cable = cables.read(words.cable, words.path)
    block, until = block_at(cable, words.at), block_at(cable, words.until) if words.until else None
    selection = _selection(block, until, words.words)
    quote = quoted(cable, block, until, selection)
    if words.template is None:
        body = _text(words.text)
    else:
        cited = settings()
        facts = facts_of(cable, block, quote, date.today(), cited.cite_style, cited.cite_source, until)
        body = _template(words.template).filled(facts)
    out.line(_written(store, cable, block, body, words.tag, selection, until, words.color))
    return Exit.GOOD


def highlight(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes highlight`: prints the id of the highlight, which is a note without words."""
    parser = _placed("notes highlight", "Highlight a paragraph of a cable, words in it, or several paragraphs.")
    parser.add_argument(
        "--color", metavar="COLOR", choices=COLORS, default=COLORS[0], help=f"{', '.join(COLORS)} (the first)"
    )
    words = parser.parse_intermixed_args(argv)
    cable = cables.read(words.cable, words.path)
    block, until = block_at(cable, words.at), block_at(cable, words.until) if words.until else None
    if block is None:
        raise Problem(words.at, "a whole cable cannot be highlighted", "name a paragraph", Exit.BAD_USE)
    selection = _selection(block, until, words.words)
    out.line(_written(store, cable, block, "", words.tag, selection, until, words.color))
    return Exit.GOOD


def _placed(command: str, purpose: str) -> Parser:
    """A parser of a command that writes a note at a place."""
    parser = Parser(command, purpose)
    parser.add_argument("cable", metavar="CABLE", help="a file, or an id such as 06MEXICO4964")
    parser.add_argument("path", metavar="PATH", nargs="*", help="where to look for an id, instead of the last library")
    parser.add_argument("--at", metavar="LABEL", required=True, help="3, 32.5, '¶32 [5]', or cable for the whole")
    parser.add_argument("--until", metavar="LABEL", help="the last of several paragraphs")
    parser.add_argument("--words", metavar="WORDS", help="only these words of the paragraph, as it has them")
    parser.add_argument("--tag", metavar="TAG", action="append", default=[], help="may be given several times")
    return parser


def _selection(block: Block | None, until: Block | None, words: str | None) -> tuple[int, int] | None:
    """Where words stand in a paragraph. Raises Problem where they do not, or more than once."""
    if words is None:
        return None
    if block is None or until is not None:
        raise Problem("--words", "needs one paragraph", "name it with --at alone", Exit.BAD_USE)
    count = block.text.count(words) if words.strip() else 0
    if count != 1:
        found = f"stand there {count} times" if count else "do not stand there"
        raise Problem("--words", f"these words {found}", "give them as 'show' prints them, and enough", Exit.BAD_USE)
    start = block.text.index(words)
    return start, start + len(words)


def _template(name: str) -> Template:
    config = places().config
    found = {template.name: template for template in templates(config)}
    if name not in found:
        known = ", ".join(found) or f"there is none in {config / FOLDER}"
        raise Problem(name, "there is no such template", known, Exit.NOTHING_FOUND)
    return found[name]


def _written(
    store: NoteStore,
    cable: Cable,
    block: Block | None,
    body: str,
    tags: Sequence[str],
    selection: tuple[int, int] | None,
    until: Block | None,
    color: str,
) -> str:
    """Writes a note; its id. Raises Problem for a range that runs backwards."""
    try:
        return store.add(cable, block, body, tags, selection, until=until, color=color).id
    except ValueError as error:
        raise Problem("--until", str(error), "name the first paragraph with --at", Exit.BAD_USE) from error


def edit(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes edit`: another text for a note; its former text stays in its history."""
    parser = Parser("notes edit", "Give a note another text, other tags, another colour.")
    parser.add_argument("note", metavar="NOTE", help=NOTE_HELP)
    parser.add_argument("--text", metavar="TEXT", help=_TEXT_HELP)
    parser.add_argument("--tag", metavar="TAG", action="append", help="instead of its tags; may be given several times")
    parser.add_argument("--color", metavar="COLOR", choices=("none", *COLORS), help=f"none, {', '.join(COLORS)}")
    words = parser.parse_intermixed_args(argv)
    note = note_of(store, words.note)
    if words.text is None and words.tag is None and words.color is None:
        raise Problem("notes edit", "nothing to change", "give --text, --tag or --color", Exit.BAD_USE)
    body = note.body if words.text is None else _text(words.text)
    tags = note.tags if words.tag is None else tuple(words.tag)
    color = note.color if words.color is None else "" if words.color == "none" else words.color
    out.line(store.update(replace(note, body=body, tags=tags, color=color)).id)
    return Exit.GOOD


def delete(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes delete`: the note leaves every list; its file keeps it, marked as deleted."""
    parser = Parser("notes delete", "Delete a note.")
    parser.add_argument("note", metavar="NOTE", help=NOTE_HELP)
    note = note_of(store, parser.parse_intermixed_args(argv).note)
    store.delete(note.id)
    out.line(note.id)
    return Exit.GOOD


def undelete(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes undelete`: the note is as it was before it was deleted."""
    parser = Parser("notes undelete", "Bring a deleted note back.")
    parser.add_argument("note", metavar="NOTE", help="its whole id, which 'notes delete' printed")
    wanted = parser.parse_intermixed_args(argv).note
    out.line(store.restore(wanted.removeprefix("n-").lower()).id)
    return Exit.GOOD


def note_of(store: NoteStore, reference: str) -> Note:
    """The living note of an id, of the beginning of one, or of the `n-...` of an export. Raises Problem."""
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
