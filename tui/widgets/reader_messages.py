"""What the reader tells the screen."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content
from textual.message import Message

from ...cable import Block
from ..history import Stand


class Moved(Message, namespace="reader"):
    """The cursor stands on another block; on the header, and so on the whole cable, if `block` is None."""

    def __init__(self, block: Block | None) -> None:
        """The block under the cursor."""
        self.block = block
        super().__init__()


class Passage(NamedTuple):
    """What is selected: `block`, or the range from it to `until`; `selection` has the offsets of the words in it.

    The first counts in the text of `block`, the second in that of `until` where there is one.
    """

    block: Block
    selection: tuple[int, int] | None = None
    until: Block | None = None


class NoteWanted(Message, namespace="reader"):
    """A note is to be written on a block, or on the whole cable if `block` is None.

    `selection` has the offsets in `Block.text` of the words it is about, if any are selected; `until` is the last block
    of a range, where several are.
    """

    def __init__(
        self, block: Block | None, selection: tuple[int, int] | None = None, until: Block | None = None
    ) -> None:
        """Where the note is to stand."""
        self.block = block
        self.selection = selection
        self.until = until
        super().__init__()


class HighlightWanted(Message, namespace="reader"):
    """A passage is to be highlighted; with `choose` in a colour still to be chosen."""

    def __init__(self, passage: Passage, *, choose: bool = False) -> None:
        """What is to be highlighted."""
        self.passage = passage
        self.choose = choose
        super().__init__()


class PlaceWanted(Message, namespace="reader"):
    """A note is to be placed on a block, by hand; on the whole cable if it is None."""

    def __init__(self, block: Block | None) -> None:
        """Where it is to stand."""
        self.block = block
        super().__init__()


class NoteEditWanted(Message, namespace="reader"):
    """The note on a block (or, if None, on the whole cable) is to be edited; there is one."""

    def __init__(self, block: Block | None) -> None:
        """The block that has the note."""
        self.block = block
        super().__init__()


class Meaning(Message, namespace="reader"):
    """An answer for the status line: what is this? Empty when there is nothing to say any more.

    One that is only `passing`, as the mouse goes over the page, may be cut.
    """

    def __init__(self, text: Content, *, passing: bool = False) -> None:
        """The answer; never markup."""
        self.text = text
        self.passing = passing
        super().__init__()


class FindChanged(Message, namespace="reader"):
    """The k-th of n places that were found is shown; 0 of 0 when nothing is looked for any more."""

    def __init__(self, k: int, n: int, query: str, *, wrapped: bool = False) -> None:
        """Which hit of how many; `wrapped` if the way there went around the end of the text."""
        self.k = k
        self.n = n
        self.query = query
        self.wrapped = wrapped
        super().__init__()


class ColumnChanged(Message, namespace="reader"):
    """The column has another width, to be remembered."""

    def __init__(self, width: int) -> None:
        """The width in cells."""
        self.width = width
        super().__init__()


class FollowWanted(Message, namespace="reader"):
    """Another telegram is to be opened, if it is at hand."""

    def __init__(self, telegram: str) -> None:
        """The canonical id of the telegram."""
        self.id = telegram
        super().__init__()


class Left(Message, namespace="reader"):
    """A place was left by a leap inside the cable; it is to be remembered as a way back."""

    def __init__(self, stand: Stand) -> None:
        """The place that was left."""
        self.stand = stand
        super().__init__()


class BookmarkWanted(Message, namespace="reader"):
    """A bookmark is to be set on a block (on the header if `block` is None), or taken away where one is."""

    def __init__(self, block: Block | None, *, marked: bool) -> None:
        """Where, and whether there is one."""
        self.block = block
        self.marked = marked
        super().__init__()


class ReadOut(Message, namespace="reader"):
    """The end of the cable is in view; with `on` the next one is wanted."""

    def __init__(self, *, on: bool) -> None:
        """Whether to go on."""
        self.on = on
        super().__init__()


class TurnWanted(Message, namespace="reader"):
    """The reader is to go back to the place it leapt from (or, with 1, forward again)."""

    def __init__(self, step: int) -> None:
        """-1 back, 1 forward."""
        self.step = step
        super().__init__()
