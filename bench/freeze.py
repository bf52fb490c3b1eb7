"""Whether the screen ever stands still while queries run: the longest time it answered nothing, query by query.

    python -m bench.freeze CSV [--home FOLDER] [--rounds N]

CSV is a dump as `bench.corpus` makes it, catalogued first if that was not done in FOLDER. The screen runs in this
process without a terminal, at 120x36, while something beside it asks every few milliseconds to be called: what it
waits beyond that, the screen stood still, be it for its own work or for that of a thread which kept the interpreter.
The second figure is the processor time of the screen's own thread meanwhile: all else is waiting, also for a processor
that is busy with other programs, so that the first one means something on a quiet machine only.
Each query is typed letter by letter, with facets and timeline open, until all is counted; then it is cleared.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cablereader.store.catalogue import update
from cablereader.store.library import Library
from cablereader.store.query import Search, parse
from cablereader.tui.app import CableReaderApp
from textual.pilot import Pilot

_TICK = 0.005
_MOST = 100.0
_SIZE = (120, 36)


class Still(NamedTuple):
    """Milliseconds: the longest standstill, and the longest work of the screen's own thread (processor time)."""

    whole: float = 0.0
    own: float = 0.0


class Meter:
    """The longest time since it was last asked that nothing else could run."""

    def __init__(self) -> None:
        self._longest = Still()

    async def run(self) -> None:
        """Looks at the clocks for ever."""
        while True:
            before, worked = time.perf_counter(), time.thread_time()
            await asyncio.sleep(_TICK)
            whole, own = time.perf_counter() - before - _TICK, time.thread_time() - worked
            self._longest = larger(self._longest, Still(whole * 1000, own * 1000))

    def take(self) -> Still:
        """What it was; begins anew."""
        longest, self._longest = self._longest, Still()
        return longest


def larger(one: Still, other: Still) -> Still:
    """The greater of both figures."""
    return Still(max(one.whole, other.whole), max(one.own, other.own))


def main() -> int:
    """Measures and prints; 1 where the screen stood still for too long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("csv", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CABLEREADER_HOME"] = str(words.home or folder)
        catalogue = Library([words.csv]).catalogue
        if not catalogue.fresh:
            update(catalogue)
        queries = queries_of(Search(catalogue))
        return asyncio.run(measure(words.csv, queries, words.rounds))


def queries_of(search: Search) -> list[str]:
    """A rare and a common word, a broad phrase, a prefix, a tag, dates, and what has to sort or to go through much."""
    newest = search.page(parse(""), limit=1)[0].entry
    text = search.snippet(newest, parse(""), 5000).text.split()
    common = max(dict.fromkeys(word for word in text if word.isalpha() and word.islower()), key=text.count)
    rare = max((word for word in text if word.isalpha()), key=len)
    tag = search.facets(parse(""), "tag", 1)[0][0]
    place = text.index(common)
    phrase = f'"{text[place]} {text[place + 1].strip(",.")}"'
    return [
        rare,
        common,
        phrase,
        f"{common[:2]}*",
        f"tag:{tag} {common}",
        f"{common} after:2005",
        f"-{common}",
        "date:2006",
    ]


async def measure(path: Path, queries: list[str], rounds: int) -> int:
    """Types the queries on the screen, and prints the longest standstill of each."""
    meter = Meter()
    ticking = asyncio.create_task(meter.run())
    app = CableReaderApp([str(path)])
    worst = Still()
    async with app.run_test(size=_SIZE) as pilot:
        await until(pilot, lambda: app.main is not None and app.main.total and app.main.desk.idle)
        await pilot.press("f", "escape", "f", "l", "d", "j")
        for query in queries:
            longest = Still()
            for _ in range(rounds):
                meter.take()
                await pilot.press("slash", *query, "enter")
                await until(pilot, partial(_answered, app, query))
                found = app.main.found if app.main else 0
                await pilot.press("escape")
                await until(pilot, partial(_answered, app, ""))
                longest = larger(longest, meter.take())
            worst = larger(worst, longest)
            print(f"{longest.whole:7.1f} ms {longest.own:7.1f} ms  {found or 0:>9,} found  {query}")
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
    print(f"{worst.whole:7.1f} ms {worst.own:7.1f} ms  at most; {_MOST:.0f} are allowed")
    return int(worst.whole > _MOST)


def _answered(app: CableReaderApp, query: str) -> bool:
    """Whether all is known of a query."""
    return app.main is not None and app.main.text == query and app.main.desk.idle


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait for what threads do."""
    while not condition():
        await pilot.pause(0.02)


if __name__ == "__main__":
    sys.exit(main())
