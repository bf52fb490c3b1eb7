"""What a cable is: text in, `Cable` out. Pure: opens no file but its own vocabulary, paints nothing, knows no store.

Public names: `read_cable`, `read_heading` (the header alone), `canonical_id`, `anchor` (describes a block for a note),
`place` (finds it again), the records of `model`. Each is loaded when it is first asked for: a screen paints before.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .anchors import describe as anchor
    from .ids import canonical_id
    from .model import Block, Cable, Furniture, Header, Reference, Repair, Run, Span, cover
    from .placing import place
    from .read import Heading, read_cable, read_heading
else:
    _RECORDS = ("Block", "Cable", "Furniture", "Header", "Reference", "Repair", "Run", "Span", "cover")
    _LATER = {
        "anchor": (".anchors", "describe"),
        "canonical_id": (".ids", "canonical_id"),
        "place": (".placing", "place"),
        "Heading": (".read", "Heading"),
        "read_cable": (".read", "read_cable"),
        "read_heading": (".read", "read_heading"),
        **{name: (".model", name) for name in _RECORDS},
    }

    def __getattr__(name: str) -> object:
        """A public name of a module that is loaded now."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module, attribute = _LATER[name]
        found = globals()[name] = getattr(import_module(module, __name__), attribute)
        return found


__all__ = [
    "Block",
    "Cable",
    "Furniture",
    "Header",
    "Heading",
    "Reference",
    "Repair",
    "Run",
    "Span",
    "anchor",
    "canonical_id",
    "cover",
    "place",
    "read_cable",
    "read_heading",
]
