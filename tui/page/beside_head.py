"""The headers of two cables side by side: the same field beside the same field."""

from __future__ import annotations

from collections.abc import Iterator

from ...cable import Cable
from ...cable.safe import visible
from .header_fields import telegram_fields


def heads_beside(left: Cable, right: Cable) -> Iterator[tuple[str | None, str | None]]:
    """The fields of both headers as they are printed, in order; None where one of them has no such field."""
    one, other = dict(_fields(left)), dict(_fields(right))
    for label in dict.fromkeys((*one, *other)):
        yield _printed(label, one.get(label)), _printed(label, other.get(label))


def _fields(cable: Cable) -> Iterator[tuple[str, str]]:
    header = cable.header
    shown = {
        "Subject": header.subject or "",
        "Classification": header.classification or "",
        "TAGS": " ".join(header.tags),
    }
    yield from ((label, value) for label, value in shown.items() if value)
    yield from ((field.label, field.value) for field in telegram_fields(cable))


def _printed(label: str, value: str | None) -> str | None:
    return None if value is None else visible(f"{label}: {'; '.join(value.splitlines())}")
