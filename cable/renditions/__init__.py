"""The public forms that telegrams come in: each is recognised by one small module and mapped to telegram text.

To add one, write a module with `read(given) -> Rendered | None` and name it in `registry.RENDITIONS`.
Public names: `render` and its `Rendered`.
"""

from .registry import render
from .rendered import Rendered

__all__ = ["Rendered", "render"]
