"""A line over all panes that belongs to the list: it is seen where that is."""

from __future__ import annotations

from textual.widget import Widget


class AboveList(Widget):
    """Open or closed; while the list is not seen, it is not seen either."""

    _aside = False

    @property
    def is_open(self) -> bool:
        """Whether it is to be seen beside the list."""
        return self.has_class("-open")

    def set_open(self, wanted: bool) -> None:
        """Open or close it."""
        self.set_class(wanted, "-open")
        self._make_room()

    def stand_aside(self, aside: bool) -> None:
        """Leave the room to others, or take it again."""
        self._aside = aside
        self._make_room()

    def _make_room(self) -> None:
        # Not a class, which would be looked up in all style sheets; and where it is closed nothing has to be laid out.
        self.styles.display = "none" if self._aside and self.is_open else None
