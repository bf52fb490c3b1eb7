"""The lines of the panel of facets: headings, values with counts, which of them are in the query. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

Field = Literal["year", "post", "tag", "class", "noted"]
FIELDS: dict[Field, str] = {"year": "Year", "post": "Post", "tag": "TAGS", "class": "Classification", "noted": "Notes"}
"""What is counted, and how that is called."""
SHORT = 6
"""Values of a field that are shown before more are asked for."""


class Line(NamedTuple):
    """A heading (no value), a value with its count, or (with a negative number) the way to more values."""

    field: Field
    value: str = ""
    number: int = 0
    state: str = ""
    """`+` for a value that the query asks for, `-` for one that it leaves out."""

    @property
    def heading(self) -> bool:
        """Whether this is the name of a field."""
        return not self.value and self.number >= 0

    @property
    def more(self) -> bool:
        """Whether this asks for more values."""
        return self.number < 0


def panel(
    facets: Mapping[Field, Sequence[tuple[str, int]]], opened: Iterable[str], states: Mapping[tuple[Field, str], str]
) -> list[Line]:
    """All lines; of a field that was not `opened` the first few, and whatever the query has."""
    return [line for field in FIELDS if facets.get(field) for line in _field(field, facets[field], opened, states)]


def _field(
    field: Field, values: Sequence[tuple[str, int]], opened: Iterable[str], states: Mapping[tuple[Field, str], str]
) -> Iterator[Line]:
    yield Line(field)
    rest = 0
    for place, (value, count) in enumerate(values):
        state = states.get((field, value), "")
        if place < SHORT or state or field in opened:
            yield Line(field, value, count, state)
        else:
            rest += 1
    if rest:
        yield Line(field, number=-rest)
