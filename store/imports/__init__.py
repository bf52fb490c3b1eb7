"""Notes into the program: looked at first, written only on request, and never at the cost of a note that is there.

Public names: `read_path` and `read_arrivals` (what a file, or a text, brings), `plan` and its `Plan` with `Item`,
`OUTCOMES`, `Arrival`.
"""

from .arrival import Arrival
from .plan import OUTCOMES, Item, Outcome, Plan, plan
from .read import read_arrivals, read_path

__all__ = ["OUTCOMES", "Arrival", "Item", "Outcome", "Plan", "plan", "read_arrivals", "read_path"]
