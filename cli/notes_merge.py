"""`cablereader notes merge`: two versions of a note file become one; also as git's merge driver."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..store.atomic import write_atomically
from ..store.errors import StoreError
from ..store.notes import NoteStore
from ..store.notes.care.copies import merge_file, merge_tables
from ..store.notes.care.merge import Merged
from ..store.notes.files import Tables, load, serialise
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem, tell

PURPOSE = "Merge note files of one cable: every note is kept, the newer version wins, edits that crossed are both kept."
_MORE = """\
Without files: merges the copies that sync programs left among the notes, and moves them to the backups.
In a git repository of notes:
  git config merge.cablereader.driver "cablereader notes merge --driver %O %A %B"
  echo '*.json merge=cablereader' >> .gitattributes"""


def run(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes merge`: prints the merged file, or writes it."""
    parser = Parser("notes merge", PURPOSE, _MORE)
    parser.add_argument("file", metavar="A B", nargs="*", type=Path, help="two note files; printed as one")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--write", action="store_true", help="write into A, which becomes a backup first")
    how.add_argument("--driver", nargs=3, metavar=("O", "A", "B"), type=Path, help="merge B into A, called by git")
    words = parser.parse_intermixed_args(argv)
    if words.driver and not words.file:
        return _drive(words.driver[1], words.driver[2])
    if not words.file and not words.write:
        return _settle(out, store)
    if len(words.file) != 2 or words.driver:
        raise Problem("notes merge", "takes two files, or none", "see 'cablereader notes merge --help'", Exit.BAD_USE)
    ours, theirs = words.file
    if words.write:
        _loaded(ours)
        out.line(f"{ours}: {_told(merge_file(ours, _loaded(theirs), store.locks))}")
    else:
        merged = merge_tables(_loaded(ours), _loaded(theirs), ours)
        out.source(serialise(merged.tables, ours).decode())
    return Exit.GOOD


def _drive(ours: Path, theirs: Path) -> Exit:
    """What git asks of a merge driver: the result in `ours`, 0 for a clean merge; on failure git keeps the conflict.

    The ancestor is not needed: notes carry their own revisions.
    """
    merged = merge_tables(_loaded(ours), _loaded(theirs), ours)
    write_atomically(ours, serialise(merged.tables, ours), private=False)
    return Exit.GOOD


def _settle(out: Output, store: NoteStore) -> Exit:
    problems: list[StoreError] = []
    settled = store.settle(problems)
    for item in settled:
        out.line(f"{item.copy.name}: {_told(item.merged)} in {item.path.name}; the copy is now {item.kept}")
    for problem in problems:
        tell(str(Problem.of(problem)))
    if not settled and not problems:
        out.line("No copies to merge.")
    return Exit.FAILED if problems else Exit.GOOD


def _loaded(path: Path) -> Tables:
    """The tables of a note file. Raises StoreError; Problem where there is no file."""
    loaded = load(path)
    if loaded is None:
        raise Problem(str(path), "no such file", "", Exit.BAD_USE)
    return loaded[0]


def _told(merged: Merged) -> str:
    return f"{len(merged.added)} added, {len(merged.updated)} newer, {len(merged.beside)} kept beside"
