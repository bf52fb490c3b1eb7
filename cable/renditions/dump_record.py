"""A record of the dump as text: number, date, id, origin, level, each on its line or labelled, then the telegram.

Some copies hold a cut text first and then the record with the whole one; the first telegram's transmission lines are
kept where the record has none.
"""

from __future__ import annotations

from ..mapped import Mapped
from ..patterns import lazy
from .facts import by_shape, labelled, lines_of
from .given import Given, first_line
from .rendered import Rendered

_CUT = lazy(r"\.\.\.[ \t]*\n[ \t]*\n")
_LABEL = "\nrefid:"
_FEWEST = 3
_LONGEST_RECORD = 1500
# As far as what tells a first line can reach.
_LONGEST_FIRST = 200


def read(given: Given) -> Rendered | None:
    """The telegram of a record, or of the record behind a cut copy."""
    if given.begin is None:
        return None
    page = _facts(given.above[-_LONGEST_RECORD:]) if given.begin else {}
    if page:
        return Rendered("dump record", given.plain.part(given.begin), page)
    again = repeated(given.plain, given.begin, has_list=given.has_list)
    return Rendered("dump record", *again) if again else None


def repeated(plain: Mapped, begin: int, *, has_list: bool = True) -> tuple[Mapped, dict[str, str]] | None:
    """The whole telegram of a record that stands behind a cut copy of it, and the record's facts.

    `has_list` is False where it is known that no line has the label of a record.
    """
    text = plain.text
    start = _start_of_record(text, begin, has_list=has_list)
    length = first_line(text[start : start + _LONGEST_RECORD + _LONGEST_FIRST], 0) if start >= 0 else None
    if length is None or length > _LONGEST_RECORD:
        return None
    again = start + length
    page = _facts(text[start:again])
    if not page:
        return None
    parts = [plain.part(again)]
    level = text[again : text.find(" ", again)]
    same = text.find("\n" + level, begin, start)
    if level.isalpha() and same > 0:
        parts.insert(0, plain.part(begin, same + 1))
    return Mapped.chain(parts), page


def _start_of_record(text: str, begin: int, *, has_list: bool) -> int:
    """Where a record may begin behind a cut copy: with its labels, else below the dots that this ends with; or -1."""
    label = text.find(_LABEL, begin) if has_list else -1
    if label >= 0:
        return text.rfind("\nid:", begin, label)
    cut = _CUT.search(text, begin)
    return cut.end() if cut else -1


def _facts(text: str) -> dict[str, str]:
    """The facts of a record, if enough of them stand there."""
    lines = lines_of(text)
    page = labelled(lines) or by_shape(lines)
    return page if "id" in page and len(page) >= _FEWEST else {}
