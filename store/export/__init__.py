"""Notes out of the program: Markdown.

Public names: `export_notes` and its result `Export`; `markdown.markdown` makes one document.
"""

from .write import Export, export_notes

__all__ = ["Export", "export_notes"]
