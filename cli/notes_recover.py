"""`cablereader notes recover`: brings back what damaged note files had. Writes nothing without `--yes`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..cable import canonical_id
from ..store.notes import NoteStore
from ..store.notes.care.recovery import Recovery, plan, recover, write_new
from ..store.notes.files import note_files, path_of
from ..store.words import counted
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem

PURPOSE = "Tell what can be brought back of damaged note files, from the files themselves and from their backups."
_MORE = "Without --yes or --output nothing is written. With --yes the damaged file is kept beside the recovered one."
_SHOWN = 8


def run(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes recover`: a report on every damaged file, then, with consent, the files."""
    parser = Parser("notes recover", PURPOSE, _MORE)
    parser.add_argument("cable", metavar="CABLE", nargs="*", help="ids such as 06MEXICO4964; all without one")
    parser.add_argument("--yes", action="store_true", help="write what was found in place of the damaged files")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write it into a new file instead")
    parser.add_argument("--json", action="store_true", help="the report as a JSON array")
    words = parser.parse_intermixed_args(argv)
    planned = [found for path in _paths(store.folder, words.cable) if (found := plan(path))]
    if words.output and (words.yes or len(planned) != 1):
        what = "--yes writes elsewhere" if words.yes else f"{len(planned)} files are damaged"
        raise Problem("--output", f"takes one recovered file, and {what}", "name one cable", Exit.BAD_USE)
    if words.output:
        write_new(planned[0], words.output)
    kept = {item.path: recover(item, store.locks) for item in planned if words.yes}
    if words.json:
        out.json([_item(item, kept.get(item.path)) for item in planned])
        return Exit.GOOD
    for item in planned:
        _print(item, out)
        if item.path in kept:
            out.line(f"  written; the damaged file is now {kept[item.path].name}")
    if not planned:
        out.line("No note file is damaged.")
    elif words.output:
        out.line(f"Written to {words.output}.")
    elif not words.yes:
        out.line("Nothing was written. With --yes the above takes the place of the damaged files, which are kept.")
    return Exit.GOOD


def _paths(folder: Path, cables: Sequence[str]) -> list[Path]:
    """The note files of the cables named, else all there are. Raises Problem where a cable has none."""
    if not cables:
        return note_files(folder)
    paths = [path_of(folder, canonical_id(cable) or cable) for cable in cables]
    for path in paths:
        if not path.exists():
            what_to_do = "'cablereader notes restore' puts a backup back"
            raise Problem(str(path), "no such note file", what_to_do, Exit.NOTHING_FOUND)
    return paths


def _print(found: Recovery, out: Output) -> None:
    out.line(f"{found.path.name}: {found.problem.reason}", "bold")
    out.line(f"  {counted(found.found, 'note')} found in it")
    if found.backup:
        out.line(f"  {len(found.returned) or 'no'} more from its backup of {found.backup.made:%Y-%m-%d %H:%MZ}")
    else:
        out.line("  it has no backup that can be read")
    lists = (
        (found.marred, "that the damage went through: gaps show as �, tags and times may be missing"),
        (found.set_aside, "no notes any more: their words stay in the file"),
        (found.lost, "of which nothing but the id is left"),
    )
    for ids, what in lists:
        if ids:
            more = " ..." if len(ids) > _SHOWN else ""
            out.line(f"  {len(ids)} {what}: {' '.join(identity[:8] for identity in ids[:_SHOWN])}{more}")


def _item(found: Recovery, kept: Path | None) -> dict[str, object]:
    return {
        "path": str(found.path),
        "reason": found.problem.reason,
        "place": found.problem.place,
        "found": found.found,
        "backup": str(found.backup.path) if found.backup else None,
        "from_backup": list(found.returned),
        "marred": list(found.marred),
        "set_aside": list(found.set_aside),
        "lost": list(found.lost),
        "written": kept is not None,
        "damaged_file": str(kept) if kept else None,
    }
