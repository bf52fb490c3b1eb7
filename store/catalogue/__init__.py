"""The catalogue: what is in the sources, in one SQLite file that can be rebuilt from them at any time.

`Catalogue` is read, `update` writes; the tables are in `schema.sql`. Importing the reading half costs SQLite and no
parser, so that the first rows of a large library are there at once.
"""

from .catalogue import Catalogue
from .progress import Outcome, Progress
from .updating import update

__all__ = ["Catalogue", "Outcome", "Progress", "update"]
