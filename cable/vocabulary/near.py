"""Words one edit apart: a letter lost, added or changed, or two neighbours exchanged."""

from __future__ import annotations


def within_one_edit(one: str, other: str) -> bool:
    """Whether one edit, or none, makes one word of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((index for index, letter in enumerate(one) if letter != other[index]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]
