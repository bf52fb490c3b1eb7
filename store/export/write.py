"""Writing exports: one file per cable, or one text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ..atomic import Stamp, stamp, write_atomically
from ..errors import StoreBusy, StoreError, StoreUnreadable, StoreUnwritable, reason_of
from ..filenames import safe_name
from ..notes.meta import CableMeta
from ..notes.model import Note
from ..notes.store import NoteStore
from .beside import bibliography_beside
from .form import Form
from .markdown import markdown

ENDING = ".md"
_TRIES = 5
_FILE_ENDINGS = (".md", ".markdown", ".txt")


@dataclass(frozen=True, slots=True)
class Export:
    """What an export did: files that were written, files that had nothing new, or the text where no place was given.

    `notes` counts the notes that were exported; `problems` are note files that could not be read: theirs are missing.
    """

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    text: str = ""
    notes: int = 0
    problems: tuple[StoreError, ...] = ()


def export_notes(
    store: NoteStore,
    cables: Iterable[str] | None = None,
    target: Path | None = None,
    states: Mapping[str, str] | None = None,
    form: Form | None = None,
) -> Export:
    """Exports the notes of cables (by key; None: of all) as Markdown, in a form, plain by default.

    `target` is a folder, which gets one file per cable and is made where it is missing; or one file (`.md`), for the
    notes of one cable; or None, and the text is in the result. Files that are there are brought up to date as
    `markdown` says; each is written whole or not at all. `states` is as there. The pandoc flavour has a bibliography
    beside each file, which is named in it; what the user changed in it stays. Raises StoreError.
    """
    form = form or Form()
    problems: list[StoreError] = []
    found = collect(store, cables, problems)
    now, count = datetime.now(UTC), sum(len(notes) for _, notes in found)
    if target is None:
        texts = [markdown(notes, meta, states=states, exported=now, form=form) for meta, notes in found]
        return Export(text="\n".join(texts), notes=count, problems=tuple(problems))
    one_file = _is_file(target)
    if one_file and len(found) > 1:
        raise StoreUnwritable(
            target, f"notes on {len(found)} cables do not go into one file", "Name a folder, or one cable"
        )
    written: dict[Path, bool] = {}
    for meta, notes in found:
        path = target if one_file else target / f"{safe_name(meta.key)}{ENDING}"
        here = form
        if form.flavour == "pandoc":
            beside = path.with_suffix(".csl.json")
            written[beside] = bring_up_to_date(beside, partial(bibliography_beside, [meta], form.source))
            here = replace(form, bibliography=beside.name)

        def fresh(existing: str, meta: CableMeta = meta, notes: list[Note] = notes, form: Form = here) -> str:
            return markdown(notes, meta, existing=existing, states=states, exported=now, form=form)

        written[path] = bring_up_to_date(path, fresh)
    return Export(
        tuple(path for path, new in written.items() if new),
        tuple(path for path, new in written.items() if not new),
        notes=count,
        problems=tuple(problems),
    )


def collect(
    store: NoteStore, cables: Iterable[str] | None, problems: list[StoreError]
) -> list[tuple[CableMeta, list[Note]]]:
    """The notes that are wanted, by cable; what cannot be read is added to `problems`."""
    keys = sorted(store.counts(problems)) if cables is None else list(dict.fromkeys(cables))
    found: list[tuple[CableMeta, list[Note]]] = []
    for key in keys:
        try:
            if notes := store.of(key):
                found.append((store.meta(key), notes))
        except StoreError as error:
            problems.append(error)
    return found


def _is_file(target: Path) -> bool:
    return not target.is_dir() and (target.is_file() or target.suffix.lower() in _FILE_ENDINGS)


def bring_up_to_date(path: Path, fresh: Callable[[str], str]) -> bool:
    """Writes what `fresh` makes of a file's text, keeping its kind of line ends; whether anything was new.

    A file that is saved by another program meanwhile is read again. A link is written through, not replaced.
    """
    path = path.resolve()
    for _ in range(_TRIES):
        seen = stamp(path)
        existing = existing_text(path)
        lines = existing.replace("\r\n", "\n")
        text = fresh(lines)
        if text == lines:
            return False
        try:
            _write(path, text.replace("\n", "\r\n") if "\r\n" in existing else text, seen)
        except _Replaced:
            continue
        return True
    raise StoreBusy(path, "another program keeps writing to it", "Close it there and export again")


def existing_text(path: Path) -> str:
    """What stands in a file now, an empty text where there is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise StoreUnreadable(path, f"cannot be read: {reason_of(error)}", "Export to another place") from error
    except UnicodeDecodeError as error:
        raise StoreUnreadable(
            path, "it is not UTF-8 text, so its edits could not be kept", "Export to another place"
        ) from error


class _Replaced(Exception):
    """The file was written by another program after it was read."""


def _write(path: Path, text: str, seen: Stamp | None) -> None:
    def check() -> None:
        if stamp(path) != seen:
            raise _Replaced

    write_atomically(path, text.encode("utf-8"), private=False, before_replace=check)
