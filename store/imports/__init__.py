"""Notes into the program: looked at first, written only on request, and never at the cost of a note that is there.

Public names: `read_arrivals` (what a file brings), `plan` and its `Plan` with `Item`, `OUTCOMES`, `Arrival`.
"""

from .arrival import Arrival
from .plan import OUTCOMES, Item, Outcome, Plan, plan
from .read import read_arrivals

__all__ = ["OUTCOMES", "Arrival", "Item", "Outcome", "Plan", "plan", "read_arrivals"]
