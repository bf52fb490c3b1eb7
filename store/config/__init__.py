"""Settings that the user writes: `config.toml` in the config folder. Read here, never written but for its first copy.

A wrong setting is told with file, line and what to do, and is as if it were not there; all others hold. Which commands
there are for `[keys.*]` to give keys to, the room with the command table knows: here they are only read.

Public names: `Config`, `Remap`, `Fault`, `SETTINGS`, `Setting`, `commented`.
"""

from .faults import Fault
from .model import Config, Remap
from .schema import SETTINGS, Setting, commented

__all__ = ["SETTINGS", "Config", "Fault", "Remap", "Setting", "commented"]
