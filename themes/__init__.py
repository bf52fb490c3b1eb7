"""How it looks: theme files (TOML), style sheets (TCSS) and the small loader that reads them. Knows no other room.

Public names: `shipped`, `from_folder`, `one`, `defaults`, `stylesheet`, `ThemeFault`; `DEFAULT` and `COLOURLESS` (names
of themes), `FRAME` and `SHEETS` (of style sheets), `TOKENS` (what a theme gives a colour to).
"""

from .loader import COLOURLESS, DEFAULT, FRAME, SHEETS, ThemeFault, defaults, from_folder, one, shipped, stylesheet
from .tokens import TOKENS

__all__ = [
    "COLOURLESS",
    "DEFAULT",
    "FRAME",
    "SHEETS",
    "TOKENS",
    "ThemeFault",
    "defaults",
    "from_folder",
    "one",
    "shipped",
    "stylesheet",
]
