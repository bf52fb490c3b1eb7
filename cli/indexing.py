"""`cablereader index`: the catalogue of a library, built or brought up to date, with its progress shown."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath

from ..cable.safe import visible
from ..store.catalogue import Catalogue, Outcome, Progress, update
from ..store.entry import Entry
from ..store.places import places
from ..store.words import counted
from .output import Column, Output
from .parsing import Parser
from .paths import must_exist, paths_or_default
from .problem import Exit, tell

PURPOSE = "Catalogue the cables in files, folders, archives and dumps, so that they are listed and found at once."
_MORE = """\
What is catalogued already is not read again; an index that was stopped goes on where it was. The catalogue lies in the
cache folder (see `cablereader paths`) and can be deleted at any time: it holds nothing that is not in the sources.
"""
_PROBLEMS = (Column("Text", widest=72), Column("Problem"))


def run(argv: Sequence[str], out: Output) -> Exit:
    """Brings the catalogue up to date and says what is in it."""
    parser = Parser("index", PURPOSE, _MORE)
    parser.add_argument("path", metavar="PATH", nargs="*", help="files, folders, zip archives, the CSV dump")
    parser.add_argument("--rebuild", action="store_true", help="read everything anew")
    parser.add_argument("--quiet", action="store_true", help="say nothing but what went wrong")
    parser.add_argument("--problems", action="store_true", help="list what could not be read, and why")
    words = parser.parse_intermixed_args(argv)
    paths = paths_or_default(words.path)
    must_exist(paths)
    catalogue = Catalogue.open(paths, places().cache)
    with interruptible() as stopped, progress_shown(shown=not words.quiet and sys.stderr.isatty()) as show:
        outcome = update(catalogue, show, stopped.is_set, anew=words.rebuild, tidy=True)
    problems = catalogue.problems()
    cables = catalogue.cables
    if words.problems:
        out.table(_PROBLEMS, ((place_of(entry), entry.problem or "") for entry in problems))
    elif not words.quiet and not outcome.stopped:
        out.line(summary(outcome, cables, len(problems)))
    if outcome.stopped:
        tell(f"stopped: {counted(cables, 'cable')} kept; the same command goes on from there")
        return Exit.INTERRUPTED
    return Exit.GOOD if cables else Exit.NOTHING_FOUND


def summary(outcome: Outcome, cables: int, problems: int) -> str:
    """What was done, in a line."""
    done = [f"{count:,} {what}" for what, count in (
        ("added", outcome.added), ("changed", outcome.changed), ("removed", outcome.removed)
    ) if count]  # fmt: skip
    unread = f"; {counted(problems, 'text')} not read as cables (--problems lists them)" if problems else ""
    return f"{counted(cables, 'cable')} ({', '.join(done) or 'nothing changed'}){unread}"


def place_of(entry: Entry) -> str:
    """Where a text is, for people: the file, the member of an archive, the record of a dump."""
    if entry.member is not None:
        return f"{entry.path}: {entry.member}"
    if entry.path is None or entry.start is None:
        return str(entry.path or entry.name)
    return str(PurePath(entry.path).with_name(entry.name))


@contextmanager
def interruptible() -> Iterator[threading.Event]:
    """An event that ctrl+c sets, instead of breaking off in the middle; a second ctrl+c does that."""
    stopped = threading.Event()

    def stop(*_: object) -> None:
        stopped.set()
        signal.signal(signal.SIGINT, before)

    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress_shown(*, shown: bool) -> Iterator[Callable[[Progress], None]]:
    """What shows progress on a terminal: a bar with count, rate and time left, which goes when it is done."""
    if not shown:
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.fields[now]}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[said]}", markup=False),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None, now="looking", said="")

        def show(progress: Progress) -> None:
            total = progress.bytes_total or progress.total or None
            done = progress.bytes_done if progress.bytes_total else progress.done
            bars.update(task, total=total, completed=done, now=_now(progress), said=_said(progress))

        yield show


def _now(progress: Progress) -> str:
    return "reading" if progress.done < progress.total else visible(progress.now)


def _said(progress: Progress) -> str:
    if not progress.total:
        return f"{progress.cables:,}"
    left = progress.seconds_left
    rest = f", {duration(left)} left" if left else ""
    return f"{progress.done:,} of {progress.total:,}, {progress.rate:,.0f} a second{rest}"


def duration(seconds: float) -> str:
    """A time in the words of a clock: `48 s`, `2 min 5 s`, `1 h 10 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
