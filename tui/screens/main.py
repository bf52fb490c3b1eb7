"""The main screen: the commands that work everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.command import CommandPalette

from ..bindings import owner_of
from ..commands import TITLES, Command, key_of
from ..layout import PANES
from ..notebook import Change, ChangedElsewhere, describe
from ..palette import Commands
from ..widgets.first_card import FirstCard
from ..widgets.notes_pane import NotesPane
from ..widgets.status import KeyLine
from .dialogs import Choose, Confirm
from .help import HelpScreen
from .piping import PipingScreen

if TYPE_CHECKING:
    from ..app import CableReaderApp

_SOON = 0.05
"""Seconds after the first key at which the card is taken away for good: the key is answered meanwhile."""


class MainScreen(PipingScreen):
    """Owns the library, the notes and the session; the panes send messages, and are told what to show."""

    app: CableReaderApp
    _card: FirstCard | None = None

    # The first start

    def on_mount(self) -> None:
        """Lay the card of the first start over the screen, where none was left before."""
        if not self.session.path.exists():
            self._card = FirstCard(self.places.notes)
            self.mount(self._card, before=0)  # so that no style of what comes after it is looked for again
        self.reader.cited = self.app.config.cite_style, self.app.config.cite_source
        self._take_own_terms()

    def _take_own_terms(self) -> None:
        """Give the reader the terms of the user's own glossary, and say what in it cannot be used."""
        path = self.app.config.glossary_path
        if path.exists():
            from ...store.glossary import read_glossary

            self.reader.own_terms, faults = read_glossary(path)
            self.app.tell_faults([fault.brief for fault in faults])

    def on_key(self) -> None:
        """Any key takes the card away, and does what it does."""
        self._begun()

    @on(FirstCard.Done)
    def _begun(self) -> None:
        card, self._card = self._card, None
        if card is not None:
            self.put_behind(card)
            self.set_timer(_SOON, partial(self._forget, card))

    async def _forget(self, card: FirstCard) -> None:
        """Take away the card that is not seen any more, and remember that there was one."""
        self.attempt(self.session.save)
        await card.remove()

    # Commands

    def run_command(self, command: Command) -> None:
        """Do what a command says, wherever it was chosen; a command of a pane takes the focus there."""
        for pane in PANES:
            if command.context == pane:
                self.focus_pane(pane)
        target = owner_of(self, command)
        if target is not None:
            self.call_later(self.app.run_action, command.name, target)
        else:
            where = TITLES[command.context].lower()
            self.notify(f"“{command.title}” works only {where}", severity="warning", markup=False, timeout=4)

    @on(KeyLine.Clicked)
    def _run_clicked(self, message: KeyLine.Clicked) -> None:
        self.run_command(message.command)

    def action_help(self) -> None:
        """Show the keys of the focused pane."""
        self.app.push_screen(HelpScreen(self.context))

    def action_palette(self) -> None:
        """Find any command by its name."""
        self.app.push_screen(CommandPalette([Commands], placeholder="What do you want to do?"))

    def action_redraw(self) -> None:
        """Paint the screen again."""
        self.refresh(layout=True)
        self.refresh()

    def action_back(self) -> None:
        """Go out one level; in the list, quit."""
        if self.pane == "list":
            self.action_quit()
        else:
            self.action_go_out()

    def action_escape(self) -> None:
        """Undo zoom, clear what was searched, then go out one level."""
        list_filter, note_filter = self.clear_query, self.notes.clear_filter
        clear = {"list": list_filter, "reader": self.reader.clear_find, "notes": note_filter}
        if self.session.zoom:
            self.action_zoom()
        elif not clear[self.pane]():
            self.action_go_out()

    # Themes

    def theme_titles(self) -> dict[str, str]:
        """Ours and the user's themes, by name."""
        return {name: name.replace("-", " ").capitalize() for name in self.app.theme_names}

    def use_theme(self, name: str) -> None:
        """Change how the screen looks, and remember it."""
        self.session.theme = self.app.theme = name

    def action_themes(self) -> None:
        """Choose a theme; the screen shows what is under the cursor."""
        before = self.app.theme

        def chosen(name: str | None) -> None:
            if name is None:
                self.app.theme = before
            else:
                self.use_theme(name)

        look = partial(setattr, self.app, "theme")
        self.app.push_screen(Choose("Theme", list(self.theme_titles().items()), before, look), chosen)

    # Undo

    def action_undo(self) -> None:
        """Take back the last change of a note or a mark."""
        self._turn(self.notebook.undo, "Nothing to undo", undone=True)

    def action_redo(self) -> None:
        """Make again the change that was taken back."""
        self._turn(self.notebook.redo, "Nothing to redo", undone=False)

    def _turn(self, turn: Callable[[], Change | None], nothing: str, *, undone: bool) -> None:
        def tell() -> None:
            change = turn()
            self.status.move_on()
            self.refresh_notes()
            self.refresh_marks()
            if change:
                self.notes.select(change.key)
            self.notify(describe(change, undone=undone) if change else nothing, markup=False, timeout=3)

        try:
            self.attempt(tell)
        except ChangedElsewhere:
            self.notify("It was changed elsewhere meanwhile and left as it is", severity="warning", markup=False)
            self.refresh_notes()

    @on(NotesPane.DeleteWanted)
    def _delete(self, message: NotesPane.DeleteWanted) -> None:
        self._change(lambda: self.notebook.delete(message.note))

    @on(NotesPane.DraftDiscardWanted)
    def _discard_draft(self, message: NotesPane.DraftDiscardWanted) -> None:
        self._change(lambda: self.notebook.discard(message.draft))

    def _change(self, change: Callable[[], Change]) -> None:
        self.attempt(
            lambda: self.notify(
                f"{describe(change())}; {key_of('everywhere.undo')} brings it back", markup=False, timeout=4
            )
        )
        self.refresh_notes()

    @on(NotesPane.TagsWanted)
    def _tag(self, message: NotesPane.TagsWanted) -> None:
        self.attempt(lambda: self.notebook.change.tag(message.note, message.tags))
        self.refresh_notes()

    # Leaving

    def action_quit(self) -> None:
        """Leave the program; asks only where something is not saved."""
        if not self.editor.unsaved:
            self.leave()
            return
        question = Confirm("A note is not saved.", "quit, and keep it as a draft", "stay")
        self.app.push_screen(question, lambda yes: self.leave() if yes else None)

    def leave(self, code: int = 0) -> None:
        """Keep what is to be remembered, and leave; at first not, where a draft cannot be kept.

        With a `code` the system ends the program, and nothing can wait.
        """
        if not self.keep_draft() and not self._warned and not code:
            self._warned = True
            return
        try:
            self.keep_place()
            self.remember()
        finally:
            self.app.exit(return_code=code)

    def remember(self) -> None:
        """Write the session: panes, theme, order, the last cable and its paragraph."""
        from ...store.sources import STANDARD_INPUT

        paths = self.finding.paths
        self.session.sort = str(self.view.order)
        self.session.last_paths = [path if path == STANDARD_INPUT else os.path.abspath(path) for path in paths]
        state = self.reader.state()
        self.session.column, self.session.header_open = state.column, state.header_open
        self.session.spacing, self.session.justified, self.session.focused = (
            state.spacing,
            state.justified,
            state.focused,
        )
        self.attempt(self.session.save)
