"""Small telegrams for the tests of the catalogue, in the forms that sources have."""

from __future__ import annotations

import os
from pathlib import Path


def telegram(number: int, body: str = "Plain.", *, day: int = 1, ref: str = "", subject: str = "") -> str:
    """The telegram 06PORTALDER<number> of September 2006."""
    return (
        f"R {day:02}0900Z SEP 06\nFM AMEMBASSY PORT ALDER\nTO RUEHC/SECSTATE WASHDC 0999\nBT\n"
        f"UNCLAS PORT ALDER {number:06}\n\nTAGS: PREL PGOV\nSUBJECT: {subject or f'A LAMP {number}'}\n"
        f"{f'{chr(10)}REF: {ref}{chr(10)}' if ref else ''}\n1. (U) {body}\n\nASHWORTH\nBT\n"
    )


def row(number: int, body: str = "Plain.", *, day: int = 1, ref: str = "", subject: str = "") -> str:
    """The same telegram as a row of the dump."""
    header, _, text = telegram(number, body, day=day, ref=ref, subject=subject).partition("BT\n")
    named = (f"9/{day}/2006 9:00", f"06PORTALDER{number}", "Embassy Port Alder", "UNCLASSIFIED", "")
    fields = (str(number), *named, header, text)
    return ",".join(f'"{field}"' for field in (field.replace('"', '\\"') for field in fields)) + "\n"


def write(folder: Path, *numbers: int) -> None:
    """Telegrams as files of a folder, one a day."""
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(telegram(number, day=number % 28 + 1))


def touch(path: Path) -> None:
    """Make a file younger, so that a change of the same size within one tick of the clock is seen."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))
