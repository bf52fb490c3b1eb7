"""What is imported while the screen runs, one thread at a time. Pure.

Python gives a thread a module that is only half there where another thread imports the package around it at that
moment: both wait for each other, and one is let through. Who needs the parser in a thread asks for it here first.
"""

from __future__ import annotations

from threading import RLock

ALONE = RLock()
"""Held while one thread imports much."""


def load_parser() -> None:
    """Import what reads cables, and what indexes them."""
    with ALONE:
        from ..cable import read, search_text  # noqa: F401
        from ..store.catalogue import run  # noqa: F401
