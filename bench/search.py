"""Speed of finding: the first page of hits and their number, against ripgrep over the same file, in one run.

    python -m bench.search CSV [--home FOLDER] [--rounds 9] [--rg PATH]

CSV is a dump as `bench.corpus` makes it. It is catalogued first if that was not done in FOLDER (default: a
temporary one, for this run alone). A page is 50 hits with all that the list shows of them, asked in process, warm; the
peer is `rg -c` in a process of its own with the file in the page cache, as one types it. ripgrep counts lines and
misses what a line end breaks, so it is a peer for speed only. Without ripgrep `grep -c` stands in, and is said to.

Times are the median of the rounds, in milliseconds. The last columns are how many times the peer's time the page and
the count go into. What takes longest is printed last: facets, the timeline and all hits of the commonest word.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cablereader.store.catalogue import Catalogue, update
from cablereader.store.query import Search, parse

_PEER_ROUNDS = 3
_PAGE = 50
_TEXTS, _CANDIDATES = 20, 60  # looked at for a rare word and a phrase


class Case(NamedTuple):
    """What is looked for: its kind, the query, and the pattern that the peer looks for."""

    kind: str
    query: str
    pattern: str


def cases(search: Search) -> list[Case]:
    """A rare and a common word, a phrase, a tag and a stretch of dates, of those that the corpus has."""
    newest = [hit.entry for hit in search.page(parse(""), limit=_TEXTS)]
    texts = [search.snippet(entry, parse(""), 2000).text.split() for entry in newest]
    long = [word for text in texts for word in text if word.isalpha() and word.islower() and len(word) > 7]
    rare = min(long[:_CANDIDATES], key=lambda word: search.count(parse(word)))
    pairs = [f"{one} {other}" for text in texts for one, other in pairwise(text) if f"{one}{other}".isalpha()]
    long_pairs = [pair for pair in pairs if pair.islower() and len(pair) > 9]
    phrase = min(long_pairs[:_CANDIDATES], key=lambda pair: abs(search.count(parse(f'"{pair}"')) - 1000))
    tag = search.facets(parse(""), "tag", 5)[4][0]
    return [
        Case("rare word", rare, rf"\b{rare}\b"),
        Case("common word", "the", r"\bthe\b"),
        Case("phrase", f'"{phrase}"', rf"\b{phrase}\b"),
        Case("tag", f"tag:{tag}", rf"^TAGS:.*\b{tag}\b"),
        Case("tag and word", f"tag:{tag} the", rf"^TAGS:.*\b{tag}\b"),
        Case("dates", "date:2006-09", r'"9/[0-9]{1,2}/2006'),
        Case("dates and word", "the date:2006..2007", r'"[0-9]{1,2}/[0-9]{1,2}/200[67]'),
        Case("two words", "the minister", r"\bminister\b"),
        Case("beginning", f"{rare[:3]}*", rf"\b{rare[:3]}"),
        Case("without a word", "-minister", r"\bminister\b"),
    ]


def median_ms(action: Callable[[], object], rounds: int) -> float:
    """The median time of an action, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def peer_of(wanted: str | None) -> tuple[str, list[str]]:
    """The peer's name and command, before the pattern."""
    found = wanted or shutil.which("rg")
    if found:
        return "rg -c", [found, "--no-config", "-c", "-e"]
    return "grep -c -E (no ripgrep here)", ["grep", "-c", "-E", "-e"]


def run(path: Path, home: Path, rounds: int, peer: tuple[str, list[str]]) -> None:
    catalogue = Catalogue.open([path], home)
    start = time.perf_counter()
    outcome = update(catalogue)
    print(f"{path.stat().st_size / 1e6:,.0f} MB, {len(catalogue):,} cables, {os.cpu_count()} processors; ", end="")
    print(
        f"catalogue {'made' if outcome.added else 'looked at'} in {time.perf_counter() - start:.1f} s; peer {peer[0]}"
    )
    search = Search(catalogue)
    path.read_bytes() if path.stat().st_size < 1 << 28 else subprocess.run(["cat", path], stdout=subprocess.DEVNULL)
    print(f"{'':16}{'hits':>9}{'page':>9}{'count':>9}{'peer':>9}{'page x':>10}{'count x':>10}  query")
    for case in cases(search):
        query = parse(case.query)
        hits = search.count(query)
        page = median_ms(partial(search.page, query, limit=_PAGE), rounds)
        count = median_ms(partial(search.count, query), rounds)
        command = [*peer[1], case.pattern, str(path)]
        other = median_ms(partial(subprocess.run, command, stdout=subprocess.DEVNULL), _PEER_ROUNDS)
        times = f"{page:9.2f}{count:9.2f}{other:9.0f}{other / page:10,.0f}{other / count:10,.0f}"
        print(f"{case.kind:16}{hits:9,}{times}  {case.query}")
    common = parse("the")
    for name, action in {
        "all hits, newest first": lambda: search.rowids(common),
        "all hits, by subject": lambda: search.rowids(common, "subject"),
        "first page, by relevance": lambda: search.page(common, "-relevance"),
        "timeline": lambda: search.timeline(common),
        "facet of posts": lambda: search.facets(common, "post"),
        "facet of tags": lambda: search.facets(common, "tag"),
        "the same, of the newest 5,000": lambda: search.facets(common, "tag", newest=5000),
    }.items():
        print(f"{name:32}{median_ms(action, _PEER_ROUNDS):9.1f} ms")
    hits50 = search.page(common)
    print(f"{'a passage':32}{median_ms(lambda: [search.snippet(hit.entry, common) for hit in hits50], 3) / 50:9.2f} ms")


def main(arguments: Sequence[str] | None = None) -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # a full corpus takes a while
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--rg")
    words_of = parser.parse_args(arguments)
    peer = peer_of(words_of.rg)
    if words_of.home:
        run(words_of.csv, words_of.home, words_of.rounds, peer)
        return
    with tempfile.TemporaryDirectory() as folder:
        run(words_of.csv, Path(folder), words_of.rounds, peer)


if __name__ == "__main__":
    main()
