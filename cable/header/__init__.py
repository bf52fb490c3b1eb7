"""The lines above the first paragraph: routing, classification, captions, E.O., TAGS, subject, references.

Labels are found (`labels`), laid out as fields (`fields`, `extents`), and each field is read by the module of its name.
Public names: `read_said` and `Said` for the fields alone, `read_header` and `HeaderReading` with their places, and
`lay_out` for the layout of labels. Others import this package, never a module of it: two threads that import both at
once would wait for each other, and Python then gives one of them a module that is half made.
"""

from .claims import HeaderReading, read_header
from .draft import Said
from .fields import lay_out
from .head import read_said

__all__ = ["HeaderReading", "Said", "lay_out", "read_header", "read_said"]
