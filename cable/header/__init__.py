"""The lines above the first paragraph: routing, classification, captions, E.O., TAGS, subject, references.

Labels are found (`labels`), laid out as fields (`fields`, `extents`), and each field is read by the module of its name.
Public names: `read_head` and `Head` for the fields alone, `read_header` and `HeaderReading` with their places.
"""

from .claims import HeaderReading, read_header
from .head import Head, read_head

__all__ = ["Head", "HeaderReading", "read_head", "read_header"]
