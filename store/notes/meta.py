"""What a note file keeps about its cable, so that notes can be listed, cited and exported without the cable."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from ...cable import Cable
from ...cable.cite import Citation, citation
from .model import Json


def cable_key(cable: Cable) -> str:
    """What the notes of a cable are filed under: its id, or `text-` and 16 hex of the digest of its words.

    The digest does not mind line breaks and white space, so the same text in another wrapping has the same key.
    """
    if cable.id:
        return cable.id
    words = " ".join(cable.source.split()).encode("utf-8", "surrogatepass")
    return f"text-{hashlib.sha256(words).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class CableMeta:
    """A cable without its text: what its notes are filed under, and what a list, a citation and an export need.

    `title` is the subject in title case, `to` the addressees, `edition` the publication the text was taken from and
    `url` its address there.
    """

    key: str
    id: str | None = None
    title: str | None = None
    origin: str | None = None
    to: tuple[str, ...] = ()
    date: datetime | None = None
    classification: str | None = None
    tags: tuple[str, ...] = ()
    edition: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, cable: Cable) -> CableMeta:
        """The meta data of a cable as it was read."""
        header, cited = cable.header, citation(cable)
        return cls(
            cable_key(cable),
            cable.id,
            cited.title,
            cited.origin,
            cited.to,
            header.date,
            header.classification,
            header.tags,
            cited.edition,
            cable.page.get("url"),
        )

    def citation(self, paragraph: str | None = None) -> Citation:
        """The parts of a citation of the cable, at a locator such as `para. 32`."""
        return Citation(
            self.id,
            self.origin,
            self.to,
            self.title,
            self.date.date() if self.date else None,
            paragraph,
            self.edition,
            self.url,
        )

    def as_dict(self) -> Json:
        """The meta data as JSON: only what is known, so that a poorer reading of a cable never erases a better one."""
        known: Json = {
            "key": self.key,
            "id": self.id,
            "title": self.title,
            "origin": self.origin,
            "to": list(self.to),
            "date": self.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") if self.date else None,
            "classification": self.classification,
            "tags": list(self.tags),
            "edition": self.edition,
            "url": self.url,
        }
        return {key: value for key, value in known.items() if value}

    @classmethod
    def from_dict(cls, key: str, data: Mapping[str, object]) -> CableMeta:
        """The meta data in JSON; what is missing or has another form is left out. Never raises."""

        def text(name: str) -> str | None:
            value = data.get(name)
            return value if isinstance(value, str) else None

        def texts(name: str) -> tuple[str, ...]:
            value = data.get(name)
            return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()

        return cls(
            key,
            text("id"),
            text("title"),
            text("origin"),
            texts("to"),
            _date(text("date")),
            text("classification"),
            texts("tags"),
            text("edition"),
            text("url"),
        )


def _date(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
