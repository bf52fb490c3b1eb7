"""What a rendition gives: the telegram's text with the way back, and what the page around it says."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..mapped import Mapped
from ..model import Span


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text in a recognised form.

    `page` holds what is said around the telegram, as printed: `id`, `created`, `released`, `classification`, `origin`,
    `title`, `tags`, `references`, `note` and others. `spans` are stretches of the source that the rendition claims.
    """

    rendition: str
    telegram: Mapped
    page: dict[str, str] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
