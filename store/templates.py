"""Templates for notes: Markdown files in the settings folder, with names of facts to be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..cable import Block, Cable
from ..cable.anchors import block_label, range_label
from ..cable.cite import Source, Style, citation, cite
from .errors import StoreUnreadable, reason_of

FOLDER = "templates"
ENDING = ".md"
NAMES = ("cable", "date", "origin", "subject", "classification", "paragraph", "quote", "citation", "today")
"""What a template may ask for, in braces: `{cable}`. Braces around anything else stay as they are."""

_NAME = re.compile(r"\{(\w+)\}")
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Template:
    """A template: the name of its file without the ending, and its text."""

    name: str
    text: str

    def filled(self, facts: Mapping[str, str]) -> str:
        """The text with the facts it asks for; what is in a fact is not looked through again."""
        return _NAME.sub(lambda match: facts.get(match[1], match[0]), self.text)


def templates(config: Path) -> list[Template]:
    """The templates in the settings folder, by name; none where there is no folder. Raises StoreUnreadable."""
    found: list[Template] = []
    for path in sorted((config / FOLDER).glob(f"*{ENDING}")):
        try:
            with open(path, encoding="utf-8-sig") as file:
                found.append(Template(path.stem, file.read(_LARGEST)))
        except (OSError, UnicodeDecodeError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else "it is not UTF-8 text"
            raise StoreUnreadable(path, f"cannot be read: {reason}", "Mend it, or take it away") from error
    return found


def facts_of(
    cable: Cable,
    block: Block | None,
    quote: str,
    today: date,
    style: Style = "chicago-note",
    source: Source | None = None,
    until: Block | None = None,
) -> dict[str, str]:
    """What can be filled into a template for a note on a block, on those up to `until`, or on the whole cable.

    Empty where it is not known; `style` and `source` are those of the citation.
    """
    header, label = cable.header, block_label(block) if block else ""
    return {
        "cable": cable.id or "",
        "date": f"{header.date:%Y-%m-%d}" if header.date else "",
        "origin": header.origin or "",
        "subject": citation(cable).title or "",
        "classification": header.classification or "",
        "paragraph": range_label(label, block_label(until)) if until else label,
        "quote": "\n".join(f"> {line}" for line in quote.split("\n")) if quote else "",
        "citation": cite(cable, block, style, source=source, until=until),
        "today": today.isoformat(),
    }
