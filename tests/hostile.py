"""Hostile input for every room: strings, large texts, cables, note bodies, file contents and file names, all by name.

Two ways to use it, both with plain pytest in importlib mode:

* as fixtures, parametrised over everything here, ready in every test (`tests/conftest.py`)::

      def test_list_survives(hostile_text: str) -> None: ...      # each of TEXTS
      def test_reader_survives(hostile_cable: str) -> None: ...   # a whole cable, hostile in every field
      def test_stays_linear(hostile_large: str) -> None: ...      # each of LARGE, about a megabyte
      def test_source_survives(hostile_file: Path) -> None: ...   # a file with each of FILES in it
      def test_names_survive(hostile_named_file: Path) -> None: ...  # a good cable under each of NAMES
      def test_note_survives(hostile_note: str) -> None: ...      # each of TEXTS and Markdown traps as a note body

* as data, by a relative import: `from ..hostile import TEXTS, cable_with, leaks` (one dot from `tests/` itself).

`leaks(painted)` lists what must never reach a terminal; it is the assertion that goes with all of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from .hostile_data import FILES, LARGE, NAMES, NOTES, TEXTS

__all__ = ["FILES", "LARGE", "NAMES", "NOTES", "PLACES", "TEXTS", "cable_with", "cables", "leaks", "write_named"]

PLACES = (
    "transmission",
    "from",
    "info",
    "caption",
    "executive_order",
    "tags",
    "subject",
    "reference",
    "heading",
    "paragraph",
    "item",
    "signer",
)
"""Where `cable_with` can put a text."""

_CABLE = """\
VZCZCXRO0999{transmission}
RR RUEHPX
DE RUEHPX #0999 2501405
ZNR UUUUU ZZH
R 071405Z SEP 06
FM AMEMBASSY PORT ALDER{from}
TO RUEHC/SECSTATE WASHDC 0999
INFO RUEHC/VESPERA COLLECTIVE
RUEHC/AMEMBASSY {info}
BT
UNCLAS PORT ALDER 000999

SIPDIS
{caption}

E.O. 12958: N/A{executive_order}
TAGS: PREL PGOV {tags}
SUBJECT: A HARBOUR {subject} IN FOG

REF: A. PORT ALDER 0998
B. STATE 1234 {reference}

----------
{heading}
----------

1. (U) Summary: the first paragraph is plain. End summary.

2. (SBU) The second is not: {paragraph} and goes on.

-- {item}

3. (U) Comment: the third is plain again.

ASHWORTH{signer}
BT
#0999
NNNN
"""

_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def cable_with(text: str, *places: str) -> str:
    """A well-formed telegram, 06PORTALDER999, with `text` at the named places (all of `PLACES` when none is named)."""
    unknown = set(places) - set(PLACES)
    if unknown:
        raise ValueError(f"no such place in a hostile cable: {sorted(unknown)}")
    wanted = places or PLACES
    return _CABLE.format_map({place: text if place in wanted else "" for place in PLACES})


def cables() -> Mapping[str, str]:
    """For each of `TEXTS`, a whole cable that has it in every field."""
    return {name: cable_with(text) for name, text in TEXTS.items()}


def leaks(painted: str) -> list[str]:
    """The characters of painted or exported text that a terminal would obey or be misled by; line feeds are fine."""
    return sorted({f"U+{ord(character):04X}" for character in _FORBIDDEN.findall(painted)})


def write_named(folder: Path, name: str, content: bytes) -> Path | None:
    """Write `content` under a hostile file name; None where this file system does not allow the name."""
    path = folder / name
    try:
        path.write_bytes(content)
    except (OSError, ValueError):
        return None
    return path
