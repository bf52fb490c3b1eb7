"""Cables that never were, as many as are wanted, in every form that sources have.

    python -m bench.corpus FOLDER [--cables 251287] [--forms csv,quoted,text,html,zip] [--seed 1] [--processes 2]

`csv` is the dump (backslash escapes, no header row), `quoted` its re-export (doubled quotes, header row, CRLF), `text`
a tree of telegrams, `html` a tree of archive pages, `zip` the tree of telegrams in an archive. The same seed and number
give the same cables in every form, whatever the number of processes.

The forms of header, REF line, page break and paragraph are those of telegrams; posts and TAGS are real, so that the
parser's tables are at work; the words are made of syllables and drawn by Zipf's law. Sizes are spread like those of the
dump: median 5.2 KB, mean a little above 7, some over 65,535 characters.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

from cablereader.cable.vocabulary.posts import Post, by_compact
from cablereader.cable.vocabulary.tables import rows

from .corpus_forms import FORMS, writer

FULL = 251_287
"""As many as the dump has."""

_AT_ONCE = 400
_EPOCH = datetime(1966, 12, 28)
_SHARES = {1966: 1, 1975: 2, 1985: 6, 1990: 10, 1995: 8, 2000: 8, 2002: 10, 2003: 40, 2004: 80, 2005: 130, 2006: 160}
_SHARES |= {2007: 170, 2008: 180, 2009: 170, 2010: 25}
_LEVELS = ("UNCLAS", "UNCLAS", "UNCLAS", "C O N F I D E N T I A L", "C O N F I D E N T I A L", "S E C R E T")
_NAMES = {"UNCLAS": "UNCLASSIFIED", "C O N F I D E N T I A L": "CONFIDENTIAL", "S E C R E T": "SECRET"}
_COMMON_WORDS = """
the of to and in a that for on is with by as was has be are it at from he said have not an will which its but would were
this had their been or they government also his who more one minister president political they all would there other if
new than no security can about some out any between during into only could support such may against after up over most
"""
_SYLLABLES = [f"{head}{vowel}{tail}" for head in "bdfghklmnprstvw" for vowel in "aeiou" for tail in ("", "n", "r", "l")]
_VOCABULARY = 38_000
_POOL = 80
_MEDIAN, _SPREAD, _LONGEST = 530, 0.85, 60_000
_WIDTH = 62
_PAGE = 105
_WRAP = re.compile(rf"(.{{1,{_WIDTH}}}|\S+)(?: +|$)")


class Place(NamedTuple):
    """Where a cable stands among all: its post, number and time, and its level."""

    post: int
    number: int
    date: datetime
    level: str

    @property
    def id(self) -> str:
        """Its canonical id."""
        return f"{self.date.year % 100:02}{posts()[self.post].compact}{self.number}"


class Made(NamedTuple):
    """A cable in parts, as the dump has them."""

    number: int
    place: Place
    origin: str
    references: tuple[str, ...]
    subject: str
    header: str
    body: str


def main() -> int:
    """Makes a corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cables", type=int, default=FULL)
    parser.add_argument("--forms", default="csv", help=f"of {','.join(FORMS)}")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    words = parser.parse_args()
    write(words.folder, words.cables, words.forms.split(","), words.seed, words.processes)
    return 0


def write(folder: Path, count: int, forms: list[str], seed: int = 1, processes: int = 1) -> dict[str, Path]:
    """Writes a corpus in some forms; where each is."""
    folder.mkdir(parents=True, exist_ok=True)
    writers = {form: writer(form, folder) for form in forms}
    for made in cables(count, seed, processes):
        for each in writers.values():
            each.add(made)
    return {form: each.close() for form, each in writers.items()}


def cables(count: int, seed: int = 1, processes: int = 1) -> Iterator[Made]:
    """So many cables, the oldest first."""
    spans = [(count, seed, first, min(first + _AT_ONCE, count)) for first in range(0, count, _AT_ONCE)]
    if processes == 1:
        for span in spans:
            yield from _made(span)
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        for batch in pool.imap(_made, spans):
            yield from batch


def _made(span: tuple[int, int, int, int]) -> list[Made]:
    count, seed, first, last = span
    every = places(count, seed)
    return [make(index, every, seed) for index in range(first, last)]


@cache
def posts() -> list[Post]:
    """The posts that send telegrams, the busiest first."""
    known = [post for post in by_compact().values() if post.kind in ("embassy", "consulate") and post.name.isascii()]
    chosen = Random(7).sample(sorted(known), 160)
    return [by_compact()["STATE"], *chosen]


@cache
def codes() -> tuple[list[str], list[str]]:
    """TAGS of subjects, and of countries."""
    known = [(row[0], row[1]) for row in rows("tags") if row[0].isalpha()]
    return [code for code, kind in known if kind == "subject"], [code for code, kind in known if kind == "geopolitical"]


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words, and their shares added up."""
    random = Random(11)
    made = dict.fromkeys(_COMMON_WORDS.split())
    while len(made) < _VOCABULARY:
        made["".join(random.choices(_SYLLABLES, k=random.choice((2, 2, 3, 3, 4))))] = None
    return list(made), list(accumulate(1 / (rank + 2.7) for rank in range(len(made))))


@cache
def places(count: int, seed: int) -> list[Place]:
    """Every cable's place, by date; numbers rise in each year of a post."""
    random = Random(seed)
    years = random.choices([*_SHARES], [*_SHARES.values()], k=count)
    spans = [365 * 24 * 60 - 1] * count
    dates = sorted(
        datetime(year, 1, 1) + timedelta(minutes=random.randrange(span))
        for year, span in zip(years, spans, strict=True)
    )
    weights = [1 / (rank + 4) for rank in range(len(posts()))]
    senders = random.choices(range(len(posts())), weights, k=count)
    numbers: dict[tuple[int, int], int] = {}
    found = []
    for date, post in zip(dates, senders, strict=True):
        key = (post, date.year)
        numbers[key] = numbers.get(key, 0) + random.randrange(1, 9)
        found.append(Place(post, numbers[key], date, random.choice(_LEVELS)))
    return found


def make(index: int, every: list[Place], seed: int) -> Made:
    """One cable; it refers to earlier ones."""
    random = Random(seed * 1_000_003 + index)
    place = every[index]
    earlier = (
        [every[random.randrange(max(index - 4000, 0), index)] for _ in range(random.choice((0, 1, 1, 2, 3)))]
        if index
        else []
    )
    references = list(dict.fromkeys(each for each in earlier if each.id != place.id))
    post = posts()[place.post]
    words = _words(random, references)
    subject = " ".join(words[: random.randrange(4, 11)]).upper().replace('"', "")
    tags = random.sample(codes()[0], random.randrange(1, 4)) + random.sample(codes()[1], random.randrange(1, 4))
    lines = _lines(random, words, place.level)
    header = _header(random, place, post)
    body = _body(place, post, tags, subject, references, lines, random)
    return Made(index + 1, place, post.title, tuple(each.id for each in references), subject, header, body)


def _words(random: Random, references: list[Place]) -> list[str]:
    """The words of a cable: most by Zipf's law, two of five from a few that the cable is about."""
    known, shares = vocabulary()
    count = min(int(random.lognormvariate(0, _SPREAD) * _MEDIAN) + 40, _LONGEST)
    pool = random.choices(known[100:], k=_POOL)
    made = [""] * (count - count % 5)
    part = len(made) // 5
    made[0::5], made[1::5] = random.choices(pool, k=part), random.choices(pool, k=part)
    for first in (2, 3, 4):
        made[first::5] = random.choices(known, cum_weights=shares, k=part)
    for each in references:
        if random.random() < 0.3:
            named = posts()[each.post].name
            made[random.randrange(12, len(made))] = f"({each.date.year % 100:02} {named} {each.number})"
    for _ in range(random.choice((0, 0, 1, 3))):
        at = random.randrange(12, len(made))
        made[at] = f'"{made[at]}"'
    if random.random() < 0.002:
        made[-2] += "\\"
    return made


def _lines(random: Random, words: list[str], level: str) -> list[str]:
    """The body's paragraphs as lines: numbered, marked, some under headings."""
    mark = level[0] if level[0] in "CS" else random.choice(("U", "SBU"))
    lines: list[str] = []
    at, number = 0, 0
    while at < len(words):
        number += 1
        count = random.randrange(60, 140)
        sentences = []
        for first in range(at, min(at + count, len(words)), 17):
            some = words[first : min(first + 17, at + count)]
            sentences.append(f"{' '.join(some).capitalize() if some[0].islower() else ' '.join(some)}.")
        if number > 1 and random.random() < 0.25:
            title = " ".join(words[at : at + 3]).upper()
            lines += ["-" * len(title), title, "-" * len(title), ""]
        text = f"{number}. ({mark}) {'Summary: ' if number == 1 else ''}{'  '.join(sentences)}"
        lines += [found[1].rstrip() for found in _WRAP.finditer(text)]
        lines.append("")
        at += count
    return lines


def _plad(post: Post) -> str:
    if post.name == "STATE":
        return "SECSTATE WASHDC"
    return f"{'AMEMBASSY' if post.kind == 'embassy' else 'AMCONSUL'} {post.name}"


def _header(random: Random, place: Place, post: Post) -> str:
    station = f"RUEH{post.compact[:2]}"
    precedence = random.choice(("RR", "RR", "PP", "OO"))
    group = place.date.strftime("%d%H%MZ %b %y").upper()
    security = (
        f"ZNY {'CCCCC' if place.level[0] == 'C' else 'SSSSS'} ZZH" if place.level != "UNCLAS" else "ZNR UUUUU ZZH"
    )
    info = [_plad(posts()[random.randrange(1, len(posts()))]) for _ in range(random.randrange(0, 5))]
    lines = [
        f"VZCZCXRO{random.randrange(1000, 9999)}",
        f"{precedence} {station}",
        f"DE {station} #{place.number % 10000:04}/01 {place.date.strftime('%j%H%M')}",
        security,
        f"{precedence[0]} {group}",
        f"FM {_plad(post)}",
        f"TO RUEHC/SECSTATE WASHDC {random.randrange(10000):04}",
        *(
            f"{'INFO ' if not n else ''}RUEH{each[-2:]}/{each} {random.randrange(10000):04}"
            for n, each in enumerate(info)
        ),
    ]
    return "\n".join(lines)


def _body(
    place: Place, post: Post, tags: list[str], subject: str, references: list[Place], lines: list[str], random: Random
) -> str:
    sections = len(lines) // _PAGE + 1
    part = f" SECTION 01 OF {sections:02}" if sections > 1 else ""
    made = [f"{place.level}{part} {post.name} {place.number:06}", "", "SIPDIS", ""]
    if place.level != "UNCLAS":
        until = place.date + timedelta(days=3652)
        made += [f"E.O. 12958: DECL: {until.strftime('%m/%d/%Y')}"]
    else:
        made += ["E.O. 12958: N/A"]
    made += [f"TAGS: {' '.join(tags)}"]
    made += [found[1].rstrip() for found in _WRAP.finditer(f"SUBJECT: {subject}")]
    if references:
        items = [
            f"{chr(65 + n)}. {f'{each.date.year % 100:02} ' if each.date.year != place.date.year else ''}"
            f"{posts()[each.post].name} {each.number}"
            for n, each in enumerate(references)
        ]
        made += ["", f"REF: {items[0]}", *(f"     {item}" for item in items[1:])]
    made += [""]
    if place.level != "UNCLAS":
        made += ["Classified By: Political Counselor Ada Fenn. Reason 1.4 (b)", "and (d).", ""]
    for section in range(sections):
        if section:
            made += ["", f"{post.name} {place.number:08}  {section + 1:03} OF {sections:03}", "", ""]
        made += lines[section * _PAGE : (section + 1) * _PAGE]
    made += [random.choice(("ASHWORTH", "GALE", "FENN", "MARLOW"))]
    return "".join(f"{line} \n" if line else "\n" for line in made)


if __name__ == "__main__":
    sys.exit(main())
