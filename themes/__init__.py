"""How it looks: theme files (TOML), style sheets (TCSS) and the small loader that reads them. Knows no other room.

Public names: `shipped`, `from_folder`, `one`, `defaults`, `stylesheet`, `ThemeFault`; `DEFAULT` and `COLOURLESS` (names
of themes), `TOKENS` (what a theme gives a colour to).
"""

from .loader import COLOURLESS, DEFAULT, ThemeFault, defaults, from_folder, one, shipped, stylesheet
from .tokens import TOKENS

__all__ = ["COLOURLESS", "DEFAULT", "TOKENS", "ThemeFault", "defaults", "from_folder", "one", "shipped", "stylesheet"]
