"""cablereader: read diplomatic cables in a terminal, write notes on their paragraphs, take them away as Markdown.

Rooms: `cable` (what a cable is), `store` (what is kept), `tui` (what is seen), `cli` (the same without a
screen), `themes` (how it looks). Imports point one way: `tui -> store -> cable` and `cli -> store -> cable`.
"""

__version__ = "0.1.0"
