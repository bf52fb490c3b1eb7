"""Notes, taken line by line: what is typed is kept as a draft with every line, until it is saved or thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ...cable.cite import cite
from ...store.drafts.box import DraftBox, blank, of_note
from ...store.drafts.draft import Draft
from ...store.export.form import Form
from ...store.export.write import export_notes
from ...store.notes import Note, cable_key
from ...store.notes.drafts import Drafts
from ...store.places import places
from .desk import Cannot, Desk, choice
from .pages import HEADER, read_note

_SAVE, _KEEP, _DROP = ".", "..", ".drop"
_ENDS = (_SAVE, _KEEP, _DROP, None)
_HOW = f"Write. A line with only {_SAVE} saves, {_KEEP} keeps it as a draft, {_DROP} throws it away."


def add(desk: Desk, text: str) -> None:
    """Write a note on this paragraph, or on the whole cable at its header."""
    if text:
        _add(desk, text)
    else:
        _write(desk, blank(desk.cable, desk.block), partial(_add, desk))


def _add(desk: Desk, body: str) -> None:
    note = desk.store.add(desk.cable, desk.block, body)

    def undo() -> str:
        desk.store.delete(note.id)
        return "The note is taken back."

    where = "the whole cable" if desk.at == HEADER else desk.pages.landmark(desk.at).rstrip(".")
    desk.changed(f"Saved on {where[0].lower()}{where[1:]}.", undo)


def _write(desk: Desk, draft: Draft, save: Callable[[str], None]) -> None:
    """Take a text line by line, and save it; where it is not, it stays as the draft that it was with every line."""
    box = DraftBox(Drafts(places().drafts))
    kept = box.find(draft)
    lines = [kept.body] if kept and kept.body else []
    if lines:
        desk.say("A draft is here, and goes on:", *lines)
    desk.say(_HOW)
    while (line := _line(desk)) not in _ENDS:
        lines.append(line or "")
        box.keep(replace(draft, body="\n".join(lines), saved=datetime.now(UTC)))
    text = "\n".join(lines)
    if line == _DROP:
        box.forget(draft)
        raise Cannot("Thrown away.")
    if not text.strip():
        raise Cannot("Nothing was written.")
    if line != _SAVE:
        raise Cannot("Kept as a draft.")
    save(text)
    box.forget(draft)


def _line(desk: Desk) -> str | None:
    try:
        return desk.ask("")
    except KeyboardInterrupt:
        return _KEEP


def listed(desk: Desk) -> None:
    """Read every note of the cable, with the page it stands on."""
    if not desk.pages.placed:
        raise Cannot("There is no note on this cable.")
    for at in range(HEADER, len(desk.cable.blocks)):
        notes = list(desk.pages.notes_at(at))
        if notes:
            desk.say(desk.pages.landmark(at))
        for number, placed in notes:
            desk.say(*read_note(number, placed))


def edit(desk: Desk, words: str) -> None:
    """Give a note another text."""
    note, text = _numbered(desk, words)

    def save(body: str) -> None:
        _change(desk, note, replace(note, body=body), "Changed.")

    if text:
        save(text)
    else:
        desk.say("It says:", note.body)
        _write(desk, replace(of_note(note), body=""), save)


def tags(desk: Desk, words: str) -> None:
    """Give a note other tags."""
    note, text = _numbered(desk, words)
    wanted = tuple(tag.lstrip("#") for tag in text.split())
    _change(desk, note, replace(note, tags=wanted), "Its tags are " + (", ".join(wanted) or "none") + ".")


def _change(desk: Desk, before: Note, after: Note, said: str) -> None:
    stored = desk.store.update(after)

    def undo() -> str:
        now = desk.store.get(stored.id)
        if now is None or (now.body, now.tags) != (stored.body, stored.tags):
            raise Cannot("It was changed elsewhere meanwhile, and is left as it is.")
        desk.store.update(replace(now, body=before.body, tags=before.tags))
        return "The note is as it was."

    desk.changed(said, undo)


def delete(desk: Desk, words: str) -> None:
    """Delete a note."""
    note, _ = _numbered(desk, words)
    desk.store.delete(note.id)

    def undo() -> str:
        desk.store.restore(note.id)
        return "The note is back."

    desk.changed("Deleted; undo brings it back.", undo)


def undo(desk: Desk) -> None:
    """Take back the last change of a note or a mark."""
    if not desk.undo:
        raise Cannot("There is nothing to take back.")
    said = desk.undo.pop()()
    desk.refresh()
    desk.say(said)


def quoted(desk: Desk) -> None:
    """Read the words of this paragraph with their citation, as they are quoted."""
    if desk.block is not None:
        desk.say(f"“{desk.block.text}”")
    desk.say(cite(desk.cable, desk.block, style=desk.config.cite_style, source=desk.config.cite_source))


def export(desk: Desk, target: str) -> None:
    """Write the notes of this cable as Markdown: here, or into a file or folder."""
    path = Path(target).expanduser() if target else None
    form = Form(style=desk.config.cite_style, source=desk.config.cite_source)
    done = export_notes(desk.store, [cable_key(desk.cable)], path, form=form)
    if not done.notes:
        raise Cannot("There is no note on this cable to export.")
    desk.say(done.text.rstrip("\n") if path is None else f"Written to {', '.join(map(str, done.written)) or path}.")


def _numbered(desk: Desk, words: str) -> tuple[Note, str]:
    """The note of a number, and what comes behind the number."""
    number, _, rest = words.partition(" ")
    count = len(desk.pages.placed)
    if not (number.isdecimal() and 1 <= int(number) <= count):
        there = choice(count) if count else "there is none on this cable"
        raise Cannot(f"Which note? Give its number: {there}. notes reads them.")
    return desk.pages.placed[int(number) - 1].note, rest.strip()
