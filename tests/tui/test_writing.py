"""Help in writing: the user's own editor, templates, tags that were used before; and what other windows do."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.cable import read_cable
from cablereader.store.notes import Note, NoteStore
from cablereader.store.places import places
from cablereader.store.sources import read_text
from cablereader.tui.outside import Carrier, editor_command
from cablereader.tui.screens.dialogs import Choose
from cablereader.tui.widgets.line_input import LineInput

from ..hostile import NOTES
from .app_tools import Paths, Screened, opened

CABLE = "06PORTALDER412"
SCRIPT = "#!/bin/sh\n"


def store() -> NoteStore:
    return NoteStore(places().notes, places().state)


def notes() -> list[Note]:
    return store().of(CABLE)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a shell script the user's editor."""

    def make(script: str) -> None:
        path = tmp_path / "my editor"
        path.write_text(f"{SCRIPT}{script}\n", "utf-8")
        path.chmod(0o700)
        monkeypatch.setenv("VISUAL", f"'{path}' --wait")

    return make


async def writing(screen: Screened, text: str = "mine") -> None:
    """Begin a note."""
    screen.app.suspend = nullcontext  # type: ignore[method-assign,assignment]  # a test has no terminal to lend
    await screen.read(CABLE)
    await screen.press("a", *text)


def body(screen: Screened) -> str:
    draft = screen.main.editor.draft
    return draft.body if draft else ""


async def test_the_users_editor_gets_the_text_and_gives_it_back(few: Paths, program: Callable[[str], None]) -> None:
    program('printf "%s and theirs\\n" "$(cat "$2")" > "$2"')
    async with opened(*few) as screen:
        await writing(screen)
        await screen.press("f4")
        assert body(screen) == "mine and theirs"
        assert not list((places().state / "outside").iterdir())
        await screen.press("ctrl+s")
        await screen.until(notes)
        assert notes()[0].body == "mine and theirs"


async def test_the_file_that_is_edited_is_private(few: Paths, program: Callable[[str], None], tmp_path: Path) -> None:
    program(f'stat -c %a "$2" > {tmp_path}/mode')
    async with opened(*few) as screen:
        await writing(screen)
        await screen.press("f4")
    assert (tmp_path / "mode").read_text().strip() == "600"


@pytest.mark.parametrize(("script", "said", "text"), [
    ("exit 3", "ended with code 3", "mine"),
    ('echo more > "$2"; exit 1', "ended with code 1", "more"),
    ('rm "$2"', "cannot be read", "mine"),
    ('printf "\\377\\376" > "$2"', "not UTF-8", "mine"),
    ("exit 0", "did not wait", "mine"),
])  # fmt: skip
async def test_an_editor_that_fails_loses_nothing(
    few: Paths, program: Callable[[str], None], script: str, said: str, text: str
) -> None:
    program(script)
    async with opened(*few) as screen:
        await writing(screen)
        await screen.press("f4")
        assert body(screen) == text
        assert said in screen.main.editor._problem


async def test_no_editor_at_all(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/program")
    async with opened(*few) as screen:
        await writing(screen)
        await screen.press("f4")
        assert "cannot be run" in screen.painted
        assert body(screen) == "mine"


def test_which_editor() -> None:
    def nowhere(name: str) -> None:
        return None

    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}, nowhere) == ["code", "--wait"]
    assert editor_command({"VISUAL": " ", "EDITOR": "vi"}, nowhere) == ["vi"]
    assert editor_command({"EDITOR": "it's"}, nowhere) == ["it's"], "a quote that is not closed is no crash"
    assert editor_command({}, lambda name: "/bin/nano" if name == "nano" else None) == ["/bin/nano"]
    assert editor_command({}, nowhere) is None


@pytest.mark.parametrize("text", ["", "one\ntwo", "ends\n", *NOTES.values(), "\udc80"])
def test_a_text_is_carried_as_it_is(tmp_path: Path, text: str) -> None:
    carrier = Carrier(tmp_path / "outside", text)
    assert stat.S_IMODE(carrier.path.stat().st_mode) == 0o600
    assert carrier.text() == text.removesuffix("\n").removesuffix("\r")
    carrier.drop()
    assert not carrier.path.exists()


async def test_a_template(few: Paths) -> None:
    folder = places().config / "templates"
    folder.mkdir(parents=True)
    (folder / "source.md").write_text("Cf. {cable}, {paragraph}: {x}", "utf-8")
    async with opened(*few) as screen:
        await writing(screen, "see ")
        await screen.press("f5")
        assert screen.on_top(Choose)
        await screen.press("enter")
        assert body(screen).startswith(f"see Cf. {CABLE}, ")
        assert body(screen).endswith(": {x}")


async def test_without_templates_it_is_said_where_they_go(few: Paths) -> None:
    async with opened(*few) as screen:
        await writing(screen)
        await screen.press("f5")
        assert "templates" in screen.painted
        assert body(screen) == "mine"


async def test_tags_are_proposed(few: Paths) -> None:
    cable = read_cable(read_text(few[0]))
    store().add(cable, None, "x", ["brokerage"])
    async with opened(*few) as screen:
        await writing(screen)
        await screen.until(lambda: screen.main.editor.known_tags == ["brokerage"])
        await screen.press("tab", *"#bro")
        await screen.until(lambda: screen.main.editor.query_one(LineInput)._suggestion)
        await screen.press("right", "ctrl+s")
        await screen.until(lambda: len(notes()) == 2)
        assert all(note.tags == ("brokerage",) for note in notes())


async def test_what_another_window_writes_appears(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        screen.main.watch_folder()
        await screen.until(lambda: screen.main._seen is not None)
        cable = screen.main.cable
        assert cable is not None
        store().add(cable, None, "from elsewhere")
        screen.main.watch_folder()
        await screen.until(lambda: "from elsewhere" in screen.painted)
        store().update(replace(notes()[0], body="and again"))
        screen.main.watch_folder()
        await screen.until(lambda: "and again" in screen.painted)


async def test_copies_of_sync_programs_are_merged_at_the_start_and_told(few: Paths) -> None:
    cable = read_cable(read_text(few[0]))
    store().add(cable, None, "mine")
    path = places().notes / f"{CABLE}.json"
    before = path.read_bytes()
    theirs = store().add(cable, None, "theirs")
    copy = path.with_name(f"{CABLE}.sync-conflict-20261121-120000-ABCDEFG.json")
    copy.write_bytes(path.read_bytes())
    path.write_bytes(before)
    async with opened(*few) as screen:
        await screen.until(lambda: not copy.exists())
        await screen.until(lambda: "sync program" in " ".join(screen.painted.split()))
        assert theirs.id in {note.id for note in notes()}


async def test_a_folder_that_cannot_be_written_is_told_at_once(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    from cablereader.store.errors import StoreUnwritable

    locked = StoreUnwritable(places().notes, "cannot be written to: permission denied", "Mend it")
    monkeypatch.setattr(NoteStore, "unwritable", lambda _: locked)
    async with opened(*few) as screen:
        await screen.until(lambda: "read-only" in screen.painted)
        await screen.until(lambda: "Notes cannot be written" in screen.painted)
