"""The line that tells of the library: how far the indexing is, that it was stopped, that the sources have changed."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


class LibraryLine(Widget):
    """Hidden as long as there is nothing to tell."""

    def __init__(self) -> None:
        """Nothing to tell."""
        super().__init__(id="library-line")
        self._text = ""
        self._share = 0.0
        self.display = False

    def tell(self, text: str, share: float = 0.0) -> None:
        """Show a text, over a bar that fills this share of the line; an empty one hides the line."""
        if (text, share) != (self._text, self._share):
            self._text, self._share = text, share
            self.display = bool(text)
            self.refresh()

    def forget(self, text: str) -> None:
        """Hide the line, if that is what it still tells."""
        if text == self._text:
            self.tell("")

    def render(self) -> Content:
        """The text, what is done of the line in another shade."""
        width = self.size.width
        line = Content(self._text).truncate(width, ellipsis=True, pad=True)
        return line.stylize("$foreground on $cable-find", 0, round(width * min(self._share, 1.0)))
