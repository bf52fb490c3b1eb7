"""Following what the text points at: hints over the page, and a key that follows one."""

from __future__ import annotations

from typing import NamedTuple

from textual import events

from ..commands import commands_of, key_of, with_keys
from ..page.links import Link, links_in_view, mention_at, reference_row
from ..page.rows import Page
from ..page.scroll import View, at_top
from ..page.stretch import place_at
from .reader_moves import ReaderMoves

_LEAVES = "{hints.leave_hints} leaves."
_FOLLOWS = f"A number or letter follows, {_LEAVES}"


class Aside(NamedTuple):
    """The page from which one looks at the references, as it was, and the page that they are on."""

    page: Page
    view: View
    shown: Page


class ReaderLinks(ReaderMoves):
    """Shows what can be followed in view; goes to paragraphs itself, asks the screen for other telegrams.

    The REF line is one key further, from anywhere in the cable: the header is unfolded as long as it has hints.
    """

    _aside: Aside | None = None

    def action_follow(self) -> None:
        """Put a hint on everything in view that can be followed."""
        cable, page = self._document.cable, self._leaf.page
        if cable is None or page is None:
            return
        if page.raw:
            self.say(with_keys("Links are shown on the page; {reader.source} goes back to it."))
            return
        links = links_in_view(cable, self.terms(), page, self._leaf.view)
        if links:
            self._show_links(*links)
            more = not any(self._block_of(link) < 0 for link in links) and self._references()
            which = f"Type a hint; {key_of('reader.follow')} again: {more}, {_LEAVES}" if more else _FOLLOWS
            self.say(with_keys(which))
        elif not self._look_at_references():
            self.say("Nothing to follow in view.")

    def _look_at_references(self) -> bool:
        """Show the references of the header, with hints, until a key is pressed; False where it has none."""
        cable, page, view = self._document.cable, self._leaf.page, self._leaf.view
        if cable is None or page is None or not cable.header.references:
            return False
        opened = self._document.page(self._state._replace(header_open=True), self._leaf.room)
        row = reference_row(opened)
        if row is None:
            return False
        top = (
            view.top if view.top <= row - 1 and row + len(cable.header.references) < view.top + view.height else row - 1
        )
        self._display(opened, at_top(opened, view, 0 if row < view.height // 2 else top))
        self._aside = Aside(page, view, opened)
        self._show_links(*links_in_view(cable, self.terms(), opened, self._leaf.view))
        self.say(with_keys(_FOLLOWS))
        return True

    def _go_back_from_references(self) -> None:
        aside, self._aside = self._aside, None
        if aside is not None and self._leaf.page is aside.shown:
            self._display(aside.page, aside.view)

    def action_go_back(self) -> None:
        """Go back to where the last link was followed."""
        self.post_message(self.TurnWanted(-1))

    def action_go_forward(self) -> None:
        """Go forward again."""
        self.post_message(self.TurnWanted(1))

    def leap(self, anchor: str | None) -> None:
        """Go to a block, or with None to the beginning, and remember the place that is left."""
        self.post_message(self.Left(self.stand()))
        if anchor is None:
            self.action_first()
        else:
            self.go_to(anchor)

    def follow_at(self, row: int, cell: int) -> bool:
        """Follow what stands at a cell of the page; False where nothing does."""
        cable, page = self._document.cable, self._leaf.page
        if cable is None or page is None or page.rows[row].line < 0 or cell < 0:
            return False
        place = place_at(page, row, cell)
        link = mention_at(cable, self.terms(), page, place) if place.offset < page.rows[row].end else None
        self._go_back_from_references()
        if link is not None:
            self._follow(link)
        return link is not None

    def _references(self) -> str:
        """What the REF line is called: `its 3 references`; empty where there is none."""
        cable = self._document.cable
        count = len(cable.header.references) if cable else 0
        return f"its {count} references" if count > 1 else "its reference" if count else ""

    def _show_links(self, *links: Link) -> None:
        self._leaf.links = links
        self._leaf.repaint()

    def on_key(self, event: events.Key) -> None:
        """While hints are shown, the next key is for them; one that types nothing does what it always does as well."""
        links = self._leaf.links
        if not links or event.key in _keys("hints") or event.key in _keys("everywhere", "help"):
            return
        chosen = next((link for link in links if link.hint == event.key), None)
        looked = self._aside is not None
        self.action_leave_hints()
        if chosen is not None or event.is_printable:
            event.stop()
            event.prevent_default()
        if chosen is not None:
            self._follow(chosen)
        elif event.key in _keys("reader", "follow") and not looked:
            self._look_at_references()

    def action_first_hint(self) -> None:
        """Follow the first link of the paragraph under the cursor, else of all."""
        links = self._leaf.links
        here = [link for link in links if self._block_of(link) == self._leaf.view.cursor]
        self.action_leave_hints()
        self._follow((here or links)[0])

    def action_leave_hints(self) -> None:
        """Take the hints away."""
        self._show_links()
        self.say("")
        self._go_back_from_references()

    def _resized(self) -> None:
        """A page that is laid out anew has no hints: nothing asks for one any more."""
        hinted = bool(self._leaf.links)
        super()._resized()
        if hinted and not self._leaf.links:
            self._aside = None
            self.say("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be done now: those of hints only where there are some."""
        return bool(self._leaf.links) if action in ("first_hint", "leave_hints") else True

    def action_open(self) -> None:
        """Follow what the block under the cursor refers to, or put hints on it; where it is nothing, edit its note."""
        links, noted = self._links_here(), self._leaf.view.cursor in self._leaf.noted
        targets = {link.mention.target for link in links}
        if self._leaf.view.cursor < 0 and self._look_at_references():
            return
        if noted and targets <= {None}:
            self.action_edit_note()
        elif not links:
            self.say(with_keys("Nothing to follow here, and no note to edit; {reader.note} writes one."))
        elif len(targets) == 1:
            self._follow(links[0])
        else:
            self._show_links(*links)
            self.say(with_keys(_FOLLOWS))

    def _links_here(self) -> list[Link]:
        """The links in view that the block under the cursor has."""
        cable, page, view = self._document.cable, self._leaf.page, self._leaf.view
        if cable is None or page is None or view.cursor < 0:
            return []
        first, last = page.spot(view.cursor)
        top = max(first, view.top)
        seen = view._replace(top=top, height=max(min(last, view.top + view.height) - top, 0))
        return links_in_view(cable, self.terms(), page, seen)

    def action_edit_note(self) -> None:
        """Ask to edit the note on the block under the cursor."""
        raise NotImplementedError

    def _block_of(self, link: Link) -> int:
        assert self._leaf.page is not None
        return self._leaf.page.passages[link.at.passage].block

    def _follow(self, link: Link) -> None:
        kind, target = link.mention.kind, link.mention.target
        if kind == "septel":
            self.say(f"{link.words}: a separate telegram, whose number is not told here.")
        elif target is None:
            self.say(
                f"{link.words} is no telegram whose number is known; {key_of('reader.header')} shows the REF line."
            )
        elif kind == "paragraph":
            self.leap(target)
            self.say(f"Followed to ¶{target}; {key_of('reader.go_back')} goes back.")
            self.call_after_refresh(self._forget_next)
        elif kind == "url":
            self.copy(target, "the address")
        else:
            self.post_message(self.FollowWanted(target))

    def _forget_next(self) -> None:
        """Let what was said be past once the cursor moves on."""
        self._told = True

    def copy(self, text: str, what: str) -> None:
        """Copy a text, and say what was done with it."""
        raise NotImplementedError


def _keys(context: str, name: str = "") -> set[str]:
    """The keys of a command, or of all of a context."""
    return {key for command in commands_of(context) if name in ("", command.name) for key in command.keys}
