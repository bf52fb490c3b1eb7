"""The answer to "what is this?" as one line for the status bar."""

from __future__ import annotations

from textual.content import Content

from ..page.explain import Explained


def sentence(found: Explained) -> Content:
    """`SRE  Secretariat of Foreign Relations (this cable, ¶1)`; what is not certain is said to be so."""
    doubt = "perhaps " if found.uncertain else ""
    source = f" ({found.source}, not verified)" if found.uncertain else f" ({found.source})"
    return Content.assemble(
        (found.term, "bold"), "  ", (doubt, "italic"), found.meaning, (source if found.source else "", "$cable-quiet")
    )
