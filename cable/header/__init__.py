"""The lines above the first paragraph: routing, classification, captions, E.O., TAGS, subject, references.

Labels are found (`labels`), laid out as fields (`fields`, `extents`), and each field is read by the module of its name.
Public names: `read_head` and `Head` for the fields alone, `read_header` and `HeaderReading` with their places, and
`lay_out` for the layout of labels. Others import this package, never a module of it: two threads that import both at
once would wait for each other, and Python then gives one of them a module that is half made.
"""

from .claims import HeaderReading, read_header
from .fields import lay_out
from .head import Head, read_head

__all__ = ["Head", "HeaderReading", "lay_out", "read_head", "read_header"]
