"""The forms of sources that a corpus is written in, one writer each."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .corpus import Made

_LEVELS = {"UNCLAS": "UNCLASSIFIED", "C O N F I D E N T I A L": "CONFIDENTIAL", "S E C R E T": "SECRET"}
_BUFFER = 1 << 20
_PAGE = """\
<?xml version='1.0' encoding='utf-8' ?>
<html lang='en' xml:lang='en' xmlns='http://www.w3.org/1999/xhtml'>
<head>
<title>Cable Viewer</title>
</head>
<body>
<div class='main'>
<div id='browse'>
<h3>Browse by origin</h3>
<div class='sort'><a href='/origin/1_0.html'>{origin}</a></div>
</div>
<h3>Viewing cable {id}, {subject}</h3>
<p>If you are new to these pages, please read an introduction on the structure of a cable.</p>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/cable/{id}.html'>{id}</a></td><td>{created}</td><td>{level}</td><td>{origin}</td></tr>
</table>
<code><pre>{header}</pre></code>
<code><pre>{body}</pre></code>
</div>
</body>
</html>
"""


class Form(Protocol):
    """Takes cables one after another."""

    def add(self, made: Made) -> None:
        """Write a cable."""

    def close(self) -> Path:
        """Write the rest; what was written."""


def writer(form: str, folder: Path) -> Form:
    """The writer of a form, which puts what it makes into a folder. Raises KeyError for no form."""
    return FORMS[form](folder)


def telegram(made: Made) -> str:
    """A cable as the text of its telegram."""
    return f"{made.header}\nBT\n{made.body}BT\n#{made.place.number % 10000:04}\n"


def page(made: Made) -> str:
    """A cable as a page of the archive."""
    return _PAGE.format(
        id=made.place.id,
        subject=html.escape(made.subject),
        created=made.place.date.strftime("%Y-%m-%d %H:%M"),
        level=_LEVELS[made.place.level],
        origin=html.escape(made.origin),
        header=html.escape(made.header).replace("\n", "&#x000A;"),
        body=html.escape(made.body).replace("\n", "&#x000A;"),
    )


def row(made: Made, quote: str, end: str) -> str:
    """A cable as a row of the dump; `quote` is how a quotation mark is written in it."""
    date = made.place.date
    created = f"{date.month}/{date.day}/{date.year} {date.hour}:{date.minute:02}"
    fields = (
        str(made.number), created, made.place.id, made.origin, _LEVELS[made.place.level], "|".join(made.references),
        made.header, made.body,
    )  # fmt: skip
    escaped = [field.replace("\\", "\\\\") if quote != '""' else field for field in fields]
    return ",".join(f'"{field}"' for field in (field.replace('"', quote) for field in escaped)).replace("\n", end) + end


class _Dump:
    """The rows of a dump in one file."""

    def __init__(self, path: Path, quote: str, end: str, first: str = "") -> None:
        self._path, self._quote, self._end = path, quote, end
        self._file = open(path, "w", _BUFFER, encoding="utf-8", newline="")  # noqa: SIM115  until `close`
        self._file.write(first)

    def add(self, made: Made) -> None:
        self._file.write(row(made, self._quote, self._end))

    def close(self) -> Path:
        self._file.close()
        return self._path


class _Tree:
    """Files in folders by year and month."""

    def __init__(self, folder: Path, ending: str, text: Callable[[Made], str]) -> None:
        self._folder, self._ending, self._text = folder, ending, text

    def add(self, made: Made) -> None:
        path = self._folder / name_of(made, self._ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self._text(made), "utf-8", newline="")

    def close(self) -> Path:
        return self._folder


class _Zip:
    """The tree of telegrams in an archive."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._archive = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1)

    def add(self, made: Made) -> None:
        member = zipfile.ZipInfo(name_of(made, "txt"))
        self._archive.writestr(member, telegram(made), zipfile.ZIP_DEFLATED)

    def close(self) -> Path:
        self._archive.close()
        return self._path


def name_of(made: Made, ending: str) -> str:
    """The name of a cable's file in a tree."""
    return f"{made.place.date:%Y/%m}/{made.place.id}.{ending}"


_HEADINGS = "ID,Date,Reference ID,Origin,Classification,Source,Header,Text\r\n"
FORMS: dict[str, Callable[[Path], Form]] = {
    "csv": lambda folder: _Dump(folder / "cables.csv", '\\"', "\n"),
    "quoted": lambda folder: _Dump(folder / "cables-quoted.csv", '""', "\r\n", _HEADINGS),
    "text": lambda folder: _Tree(folder / "text", "txt", telegram),
    "html": lambda folder: _Tree(folder / "html", "html", page),
    "zip": lambda folder: _Zip(folder / "cables.zip"),
}
"""The forms by name."""
