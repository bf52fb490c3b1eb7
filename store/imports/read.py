"""What a file brings, whatever its format, or a folder of files."""

from __future__ import annotations

from pathlib import Path

from ..errors import SourceError
from ..export.block import has_notes
from ..sources import read_text
from .arrival import Arrival
from .data import read_json
from .document import read_document

_ENDINGS = (".md", ".markdown", ".json", ".jsonld")


def read_path(path: Path, problems: list[str]) -> list[Arrival]:
    """The notes in a file, or in the Markdown and JSON files of a folder.

    What is damaged is told in `problems`; in a folder, files without notes are passed over. Raises SourceError for a
    file that cannot be read, ValueError, in words, for one without notes, and for a folder in which no file has any.
    """
    if not path.is_dir():
        return read_arrivals(read_text(path), problems)
    found: list[Arrival] = []
    files = 0
    for file in sorted(each for each in path.iterdir() if each.suffix.lower() in _ENDINGS and each.is_file()):
        damaged: list[str] = []
        try:
            found += read_arrivals(read_text(file), damaged)
        except SourceError as error:
            problems.append(str(error))
        except ValueError:
            continue
        files += 1
        problems += [f"{file.name}: {problem}" for problem in damaged]
    if not files:
        raise ValueError("no file in it has notes")
    return found


def read_arrivals(text: str, problems: list[str]) -> list[Arrival]:
    """The notes in a text: JSON of ours, W3C or Hypothesis annotations, or Markdown that we exported.

    What is damaged in it is told in `problems`. Raises ValueError, in words, where it is none of these.
    """
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        return read_json(text, problems)
    if has_notes(text):
        return read_document(text)
    raise ValueError("it is neither JSON with notes nor Markdown that was exported from here")
