"""What a cable is: text in, `Cable` out. Pure: opens no file but its own vocabulary, paints nothing, knows no store.

Public names: `read_cable`, `canonical_id`, the records of `model`.
"""

from .model import Block, Cable, Furniture, Header, Reference, Repair, Run, Span, cover

__all__ = ["Block", "Cable", "Furniture", "Header", "Reference", "Repair", "Run", "Span", "cover"]
