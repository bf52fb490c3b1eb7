"""Selecting without a mouse: paragraphs, sentences, words; and what is selected, for notes and highlights."""

from __future__ import annotations

from textual import on

from ...cable import Block
from ..commands import shipped, with_keys
from ..page.rows import Place
from ..page.units import NEXT, Unit, spans_of, stepped, stretched
from .reader_copies import ReaderCopies
from .reader_messages import Passage
from .reader_page import ReaderPage

_MAKE = "{reader.note} note  {reader.highlight} highlight"
_MOVE = "{selecting.previous_unit}{selecting.next_unit} another  {selecting.more_words} more"
_SAID: dict[Unit, str] = {
    "paragraph": "Paragraph: {reader.next_paragraph} more  {reader.select} sentence  " + _MAKE,
    "sentence": f"Sentence: {_MOVE}  {{reader.select}} word  {_MAKE}",
    "word": f"Word: {_MOVE}  {{reader.select}} leaves  {_MAKE}",
}
_OF_WORDS = tuple(command.name for command in shipped("selecting"))


class ReaderSelects(ReaderCopies):
    """`v` selects the paragraph, then a sentence of it, then a word; the arrows move and stretch what is selected."""

    _unit: Unit | None = None
    _from = 0
    _chosen = (0, 0)

    def action_select(self) -> None:
        """Select the paragraph under the cursor; then its first sentence in view, its first word, nothing."""
        page, block = self._leaf.page, self.current
        if page is None or block is None or page.raw:
            self.say(
                "Stand on a paragraph to select it."
                if page is None or not page.raw
                else with_keys("{reader.source} goes back first.")
            )
            return
        unit = NEXT[self._unit] if self._unit else "paragraph"
        if unit is None:
            self.stop_selecting()
            self.screen.clear_selection()
            return
        if unit == "paragraph":
            self._from, self._chosen = self._leaf.view.cursor, (0, len(block.text))
        elif self._unit == "paragraph":
            self._chosen = spans_of(block.text, unit)[0]
            self._from = self._leaf.view.cursor
        else:
            self._chosen = stepped(spans_of(block.text, unit), self._chosen, 0)
        self._unit = unit
        self._show_selected()

    def stop_selecting(self) -> bool:
        """Leave the selection to the mouse again; False if it was."""
        was, self._unit = self._unit is not None, None
        if was:
            self.say("")
        return was

    def passage(self) -> Passage | None:
        """What is selected: a block or a range of several, with the offsets of the words; None where nothing is."""
        parts = self.selected_parts()
        if not parts:
            return None
        first, last = parts[0], parts[-1]
        block, until = self._document.blocks[first.block], self._document.blocks[last.block]
        whole = first.start == 0 and last.end >= len(until.text.rstrip())
        return Passage(block, None if whole else (first.start, last.end), until if len(parts) > 1 else None)

    def _show_selected(self) -> None:
        page = self._leaf.page
        if page is None or self._unit is None:
            return
        first, last = sorted((self._from, self._leaf.view.cursor))
        if self._unit != "paragraph":
            first = last = self._from
        start, end = page.place_in_block(first, 0), page.place_in_block(last, 0)
        if start is None or end is None:
            return
        if self._unit == "paragraph":
            self._leaf.select(start, Place(end.passage, len(page.passages[end.passage].text)))
        else:
            self._leaf.select(*(Place(start.passage, offset) for offset in self._chosen))
        self.say(with_keys(_SAID[self._unit]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be done now: those of selected words only where some are selected by keys."""
        if action in _OF_WORDS:
            return self._unit in ("sentence", "word") and not self._leaf.links
        return super().check_action(action, parameters)

    def action_next_unit(self) -> None:
        """Select the next sentence or word instead."""
        self._step(1)

    def action_previous_unit(self) -> None:
        """Select the sentence or word before instead."""
        self._step(-1)

    def action_more_words(self) -> None:
        """Select one word more."""
        self._stretch(1)

    def action_fewer_words(self) -> None:
        """Select one word less."""
        self._stretch(-1)

    def _step(self, step: int) -> None:
        if (block := self._selected_block) is not None and self._unit is not None:
            self._chosen = stepped(spans_of(block.text, self._unit), self._chosen, step)
            self._show_selected()

    def _stretch(self, step: int) -> None:
        if (block := self._selected_block) is not None:
            self._chosen = stretched(spans_of(block.text, "word"), self._chosen, step)
            self._show_selected()

    @property
    def context(self) -> str:
        """Whose keys are in force: the reader's own, or those of what lies over it."""
        if self._leaf.links:
            return "hints"
        return "selecting" if self.check_action("next_unit", ()) else "reader"

    @property
    def _selected_block(self) -> Block | None:
        blocks = self._document.blocks
        return blocks[self._from] if 0 <= self._from < len(blocks) else None

    @on(ReaderPage.CursorMoved)
    def _stretch_over_paragraphs(self) -> None:
        """Paragraphs are selected up to where the cursor goes; words stay where they are."""
        if self._unit == "paragraph":
            self._show_selected()
        elif self._unit is not None:
            self.stop_selecting()
