"""What a rendition gives: the telegram's text with the way back, and what the page around it says."""

from __future__ import annotations

from typing import NamedTuple

from ..mapped import Mapped


class Rendered(NamedTuple):
    """A text in a recognised form.

    `page` holds what is said around the telegram, as printed: `id`, `created`, `released`, `classification`, `origin`,
    `title`, `tags`, `references`, `note` and others.
    """

    rendition: str
    telegram: Mapped
    page: dict[str, str]
