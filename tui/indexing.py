"""The catalogue being brought up to date in a thread of its own; how far it is, can be looked up here. Pure."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from ..store.words import counted
from .commands import with_keys
from .imports import load_parser

if TYPE_CHECKING:
    from ..store.catalogue import Catalogue, Outcome, Progress


_LOOKING = "Looking through the sources…"


class Indexing:
    """One update at a time."""

    def __init__(self) -> None:
        """Nothing is under way."""
        self.progress: Progress | None = None
        self.outcome: Outcome | None = None
        self.failure: Exception | None = None
        self._wanted = Event()
        self._ended = Event()
        self._ended.set()

    @property
    def running(self) -> bool:
        """Whether an update is under way."""
        return not self._ended.is_set()

    @property
    def stopping(self) -> bool:
        """Whether the update that is under way is to end."""
        return self.running and not self._wanted.is_set()

    @property
    def words(self) -> str:
        """How far the update is, or was when it ended."""
        return progress_words(self.progress) if self.progress is not None else _LOOKING

    @property
    def stopped_words(self) -> str:
        """Where the update was stopped."""
        progress = self.progress
        return f"Indexing stopped at {progress.done:,} of {progress.total:,}" if progress else "Indexing stopped"

    @property
    def share(self) -> float:
        """The same as a part of the whole."""
        return share_of(self.progress) if self.progress is not None else 0.0

    def start(self, catalogue: Catalogue) -> None:
        """Begin an update, unless one is under way."""
        if self.running:
            return
        self.progress, self.outcome, self.failure = None, None, None
        self._wanted.set()
        self._ended.clear()
        Thread(target=self._run, args=(catalogue,), name="indexing", daemon=True).start()

    def stop(self) -> None:
        """End the update that is under way, as soon as it can."""
        self._wanted.clear()

    def wait(self, seconds: float) -> None:
        """Wait for the end of the update, but not longer than so many seconds."""
        self._ended.wait(seconds)

    def _run(self, catalogue: Catalogue) -> None:
        from ..store.catalogue import update

        try:
            load_parser()
            self.outcome = update(catalogue, self._tell, lambda: not self._wanted.is_set(), tidy=True)
        except Exception as error:  # it is told where the progress is shown
            self.failure = error
        self._ended.set()

    def _tell(self, progress: Progress) -> None:
        self.progress = progress


def share_of(progress: Progress) -> float:
    """The part that is done, by bytes where they are known."""
    if progress.bytes_total:
        return progress.bytes_done / progress.bytes_total
    return progress.done / progress.total if progress.total else 0.0


def progress_words(progress: Progress) -> str:
    """How far an update is, on a line: "Indexing 120,000 of 251,287  48%  8,100/s  16 s left"."""
    if not progress.total:
        return _LOOKING
    parts = [
        f"Indexing {progress.done:,} of {progress.total:,}",
        f"{share_of(progress):.0%}",
        f"{progress.rate:,.0f}/s",
    ]
    if progress.seconds_left is not None:
        parts.append(f"{duration(progress.seconds_left)} left")
    return "  ".join(parts)


def duration(seconds: float) -> str:
    """A time as one says it: "16 s", "2 min", "1 h 20 min"."""
    whole = max(round(seconds), 1)
    if whole < 100:
        return f"{whole} s"
    minutes = round(whole / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"


def outcome_words(outcome: Outcome) -> str:
    """What an update did; nothing where nothing had changed."""
    done = {"new": outcome.added, "changed": outcome.changed, "gone": outcome.removed}
    parts = [f"{count:,} {word}" for word, count in done.items() if count]
    if not parts:
        return ""
    lists = with_keys("{list.problems} lists them")
    trouble = f"; {counted(outcome.problems, 'text')} could not be read, {lists}" if outcome.problems else ""
    return f"The library is up to date: {', '.join(parts)}{trouble}"
