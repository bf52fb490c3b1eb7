"""Words one edit apart: a letter lost, added or changed, or two neighbours exchanged."""

from __future__ import annotations

from collections.abc import Iterable


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


class Neighbours:
    """The words of a table by what they are without one of their letters: those one edit apart are found at once."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words of the table in."""
        self._words: dict[str, list[str]] = {}
        for word in words:
            for short in _without_a_letter(word):
                self._words.setdefault(short, []).append(word)

    def of(self, word: str) -> list[str]:
        """The words of the table that one edit, or none, makes of a word, in order."""
        found = {known for short in _without_a_letter(word) for known in self._words.get(short, ())}
        return sorted(known for known in found if within_one_edit(word, known))


def _without_a_letter(word: str) -> set[str]:
    """A word, and all that it is without one of its letters: words one edit apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
