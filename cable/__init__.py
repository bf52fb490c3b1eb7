"""What a cable is: text in, `Cable` out. Pure: opens no file but its own vocabulary, paints nothing, knows no store.

Public names: `read_cable`, `read_heading` (the header alone), `canonical_id`, `anchor` (describes a block for a note),
the records of `model`.
"""

from .anchors import describe as anchor
from .ids import canonical_id
from .model import Block, Cable, Furniture, Header, Reference, Repair, Run, Span, cover
from .read import Heading, read_cable, read_heading

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
    "read_cable",
    "read_heading",
]
