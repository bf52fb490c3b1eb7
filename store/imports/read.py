"""What a file brings, whatever its format."""

from __future__ import annotations

from ..export.block import has_notes
from .arrival import Arrival
from .data import read_json
from .document import read_document


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
