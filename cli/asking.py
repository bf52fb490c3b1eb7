"""What the commands that search have in common: a catalogue that is up to date, and a query that was read."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from time import monotonic
from unicodedata import combining, east_asian_width

from ..cable.safe import visible
from ..store.catalogue import Catalogue, Progress, update
from ..store.notes import NoteStore
from ..store.places import places
from ..store.query import Query, QueryError, Records, Search, Searches, advice, parse
from ..store.reading import Reading
from .indexing import interruptible, progress_shown
from .output import Output
from .paths import must_exist, paths_or_default
from .problem import Exit, Problem, nothing, tell

QUERY_HELP = """\
A query: words, "phrases", beginnings*, -not, OR, (groups), and fields:
  tag:PHUM  from:mexico  to:caracas  post:"San Jose"  country:mexico  class:secret  class:>=c  caption:noforn
  subject:word  text:word  id:06MEXICO*  after:2006-03  before:2008  year:2007  date:2006..2007-06
  ref:06MEXICO4964 (cables that cite it)  citedby:06MEXICO4964  has:note  has:refs  note:word  notetag:x
  is:unread  is:read  is:flagged  is:tagged  mark:x (your own tag)  file:part-of-its-name  saved:NAME or @NAME
"""

_PATIENCE = 0.4
"""Seconds that reading what is missing may take without a word."""

SORTS = {
    "newest": "-date",
    "oldest": "date",
    "post": "post",
    "subject": "subject",
    "classification": "-classification",
    "notes": "-notes",
    "relevance": "-relevance",
}
"""Orders by the words of `--sort`."""


def answered(paths: Sequence[str], out: Output, answer: Callable[[Search], Exit]) -> Exit:
    """What a command answers from a search over paths, or the default ones; what is missing in their catalogue is read
    first. A catalogue that turns out to be damaged is made anew, and asked again where nothing was said yet.
    """
    chosen = paths_or_default(paths)
    must_exist(chosen)
    search = Search(_up_to_date(chosen), Records(NoteStore(places().notes, places().state), Reading(places().state)))
    try:
        return answer(search)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        _up_to_date(chosen, anew=True)
        if out.began:
            raise Problem("the catalogue", "was damaged, and was made anew", "ask again") from None
    return answer(search)


def _up_to_date(paths: Sequence[str], *, anew: bool = False) -> Catalogue:
    catalogue = Catalogue.open(paths, places().cache)
    with interruptible() as stopped, ExitStack() as shown:
        outcome = update(catalogue, _late_progress(shown), stopped.is_set, anew=anew)
    if outcome.stopped:
        tell("stopped while the cables were read; the same command goes on from there")
        raise SystemExit(Exit.INTERRUPTED)
    return catalogue


def _late_progress(shown: ExitStack) -> Callable[[Progress], None]:
    """What shows progress on a terminal from when it takes long enough to be waited for; `shown` takes it away."""
    begun, show = monotonic(), list[Callable[[Progress], None]]()

    def tell_of(progress: Progress) -> None:
        if not show and sys.stderr.isatty() and monotonic() - begun > _PATIENCE:
            show.append(shown.enter_context(progress_shown(shown=True)))
        for each in show:
            each(progress)

    return tell_of


def no_hits(search: Search, query: Query, paths: Sequence[str]) -> Exit:
    """The end of a command whose query finds nothing: it says which part of it no cable has, or that there are none."""
    if query.is_everything or not search.catalogue.cables:
        return nothing(f"no cable was found in {', '.join(paths_or_default(paths))}")
    for line in advice(search, query) or ["there are cables for each part of this, but none for all of it"]:
        tell(line)
    return Exit.NOTHING_FOUND


def read_query(text: str) -> Query:
    """The query in a text; what is wrong with one is shown below it, and the command ends."""
    try:
        query = parse(text, Searches(places().state).saved)
    except QueryError as error:
        tell(": ".join(filter(None, (error.message, error.hint))))
        sys.stderr.write(f"  {_line(text)}\n  {' ' * _cells(text[: error.start])}{_carets(text, error)}\n")
        raise SystemExit(Exit.BAD_USE) from error
    for hint in query.hints:
        tell(hint)
    return query


def _carets(text: str, error: QueryError) -> str:
    return "^" * max(_cells(text[error.start : error.end]), 1)


def _line(text: str) -> str:
    return visible(text).replace("\n", " ")


def _cells(text: str) -> int:
    """Cells of a terminal that a text takes."""
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in _line(text))
