"""The table of commands: every action has a name, a description, a context and keys, and lives in one TOML file.

Keys, palette, footer, `?`, `cablereader keys` and the table in the README all come from here, with the keys of the
keymap in force; `shipped` are those of the default one. Loads no Textual, so that the command line can print it.
"""

from .force import commands_of, in_use, key_of, use, with_keys
from .keymap import Keymap, labels
from .keys import key_label
from .remapping import keymap_of, preset
from .table import CONTEXTS, FIELDS, TITLES, WITHIN, Command, shipped

__all__ = [
    "CONTEXTS",
    "FIELDS",
    "TITLES",
    "WITHIN",
    "Command",
    "Keymap",
    "commands_of",
    "in_use",
    "key_label",
    "key_of",
    "keymap_of",
    "labels",
    "preset",
    "shipped",
    "use",
    "with_keys",
]
