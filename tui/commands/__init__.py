"""The table of commands: every action has a name, a description, a context and keys, and lives in one TOML file.

Keys, palette, footer, `?`, `cablereader keys` and the table in the README all come from here. Loads no Textual, so that
the command line can print it.
"""

from .keys import key_label
from .table import CONTEXTS, FIELDS, TITLES, Command, commands, commands_of, keys_in_force

__all__ = ["CONTEXTS", "FIELDS", "TITLES", "Command", "commands", "commands_of", "key_label", "keys_in_force"]
