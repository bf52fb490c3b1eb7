"""The REF line: where it ends, its items, and the canonical ids of the telegrams they name."""

from __future__ import annotations

import re

from . import plain_references
from .citations import cited
from .citing import Cited, Citing
from .model import Reference
from .patterns import lazy
from .prose import ends_sentence, opens_text, prose_start, reads_as_prose
from .vocabulary.posts import post

_MOST_BLANKS = 3
_EMPTY = frozenset(("", "REF", "REFS", "REFTEL", "REFTELS", "N/A", "NONE"))
_LONGEST_REST = 40
_LONGEST_ITEM = 400
_DEEPEST_INDENT = 40
_TAIL = 80
# A heading of the text, right above its rule.
_RULED = lazy(r"[^\n\d]{2,80}\n[ \t]*+[-=_*]{5}")
_MOST_TEXT = 5
_MOST_WORDS = 24
_NOTHING = lazy(r"[ \t(\[]*")
_AND_LAST = lazy(r"[ ,;]AND *\Z", re.I)
_PARTS = lazy(r";|\n[ \t]*+(?=\d{1,2}[.)] )")
_DIGIT = lazy(r"\d")
# A letter that opens an item: `A.` `(A)` `A)` `[A]` `A:` `A -`, behind a pilcrow or a filler dash.
_LETTER = lazy(
    r"(?:(?<=[\s;,.])|\A)(?:[-¶][ \t]*)?(?:[(\[] ?)?([A-Za-z])(?:[.)\]:]{1,2}|(?= - ))(?![A-Za-z]\.)[ \t]*-?"
)
_BEHIND_LETTER = lazy(r"[.)\]:]| - ")
_AGAIN = lazy(
    r"[ \t]*(?:REF(?:ERENCE|TEL)?S?[ :.]{1,3})?[(\[]?([A-Za-z])[.)\]: ][.)\]:]?[ \t]*|[ \t]*REF(?:ERENCE)?S?:[ \t]*",
    re.I,
)
_LETTERED_LINE = lazy(r"[ \t]*(?:[-¶][ \t]*)?(?:[(\[] ?)?([A-Za-z])(?:[.)\]:]| -)")
_NAMED_LINE = lazy(r"[ \t]*(?:(?:19|20)?\d\d[ \t]+)?([A-Z][A-Za-z. '-]{1,30})[ \t]+#?\d{2,}")
_PORTION_LAST = lazy(r"(?<=\d) {1,3}\((?:U|C|S|SBU|LOU)(?:/[A-Z/]{2,9})?\)[ \t]*\Z")
_PORTION = lazy(r"[ \t]*\((?:U|C|S|SBU|LOU)(?:/[A-Z/]{2,9})?\)[ \t]")
# What cannot be the end of an item: a letter, a post without its number, a year before its post, a comma.
_UNFINISHED = lazy(
    r"(?:.*[\s;,.(\[])?(?:[A-Za-z][.)\]:]|[A-Za-z&'-]{2,}|[,(/&-])[ \t]*"
    r"|(?:.*(?:[.)\]:;,]|\bAND))?[ \t]*(?:19|20)?\d\d[ \t]*",
    re.S | re.I,
)
# What an item surely ends with, and the mark of a text that has one for all its paragraphs: `(C - ENTIRE TEXT)`.
_COMPLETE = lazy(r"(?:\d|NOTAL|PREVIOUS)\)?[.;]?[ \t]*\Z")
_MARKED_WHOLE = "ENTIRE TEXT"
_HANGING = lazy(r"(?:.*\s)?(?:WITH|OF|TO|AND|FOR|FROM|THE|IN|ON|BY|AT)", re.S | re.I)
_PAGE_MARK = lazy(
    r"[A-Z][A-Z .'-]{2,30}\s\d{8}\s{1,4}\d{3}(?:\.\d)? OF \d{3}"
    r"|(?:SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS)?\s{0,30}PAGE \d\d[^\n]{0,80}?\d{6}Z"
)


def end_of(text: str, content: int, limit: int) -> int:
    """Where the REF line ends that begins at `content`: behind its last item, over blank lines and page marks."""
    plain = plain_references.end_of(text, content, limit)
    return limit if plain == limit else _last_line(text, content, limit, plain or content)


def _last_line(text: str, content: int, limit: int, known: int) -> int:
    """Where the last line of a REF line ends; the line that ends at `known` is one, and so are those above it."""
    end = position = content
    last, blanks = "", 0
    if known > content:
        end = text.find("\n", known, limit)
        last, position = text[max(text.rfind("\n", content, known) + 1, content) : end], end + 1
    while position < limit:
        stop = text.find("\n", position, limit)
        stop = limit if stop < 0 else stop
        line = text[position:stop]
        if not line.strip():
            blanks += 1
            if blanks > _MOST_BLANKS:
                break
        elif last and (not _goes_on(last, line, blanks) or (not blanks and _text_begins(text, last, position, limit))):
            break
        else:
            marked = _PORTION_LAST.search(line) if line.rstrip(" \t").endswith(")") else None
            cut = marked.start() if marked else prose_start(line)
            if cut is not None:
                return position + cut
            end, last, blanks = stop, line, 0
        position = stop + 1
    return end


def resumes(last: str, line: str) -> bool:
    """Whether a REF line whose last line was `last` goes on with a line below the end of a page."""
    lettered = _LETTERED_LINE.match(line) and not _PORTION.match(line) and any(map(str.isdigit, line))
    return bool(lettered) or (_unfinished(last) and _goes_on(last, line, 1))


def read(value: str, citing: Citing) -> tuple[Reference, ...]:
    """The references of a REF line: one for each telegram named, one with a null id for an item without any."""
    plain = plain_references.read(value, citing)
    return _items_read(value, citing) if plain is None else plain


def _items_read(value: str, citing: Citing) -> tuple[Reference, ...]:
    """The references of the items of a REF line; a number that stands alone is of the post before."""
    references: list[Reference] = []
    place = citing.post
    for label, item in items(_PAGE_MARK.sub(" ", value) if "OF" in value or "PAGE" in value else value):
        text = " ".join(item.replace("¶", "").split()).strip(" ;,")
        found = cited(text, citing, place)
        place = found[-1].post if found else place
        references.extend(_references(label, text, found))
    return tuple(references)


def items(value: str) -> list[tuple[str | None, str]]:
    """The items of a REF line with their letters; without letters, the parts between semicolons or with numbers."""
    letters = _letters(value)
    head = value[: letters[0][1]] if letters else value
    parts: list[tuple[str | None, str]] = [(None, part) for part in _PARTS.split(head)]
    for index, (letter, _, start) in enumerate(letters):
        end = letters[index + 1][1] if index + 1 < len(letters) else len(value)
        again = _AGAIN.match(value, start, end)
        if again and (again[1] is None or again[1].upper() == letter):
            start = again.end()
        parts.append((letter, value[start:end]))
    if len({letter for letter, _, _ in letters}) == len(letters):
        # Two columns are read from line to line: `A. STATE 36514   G. LAGOS 1301`.
        parts.sort(key=lambda part: part[0] or "")
    return [(label, part) for label, part in parts if part.strip(" \t\n;,.-").upper() not in _EMPTY]


def _letters(value: str) -> list[tuple[str, int, int]]:
    """The letters that open an item, with where letter and item begin.

    A letter counts at the head of the value, of a line or behind a wide gap, inside a line only where it is the next.
    """
    found: list[tuple[str, int, int]] = []
    if not _BEHIND_LETTER.search(value):
        return found
    for match in _LETTER.finditer(value):
        letter = match[1].upper()
        before = value[max(0, match.start() - _DEEPEST_INDENT) : match.start()]
        head = before.rstrip(" \t-¶")[-1:]
        opens = not head or (found and (head == "\n" or before.endswith("  ")))
        due = chr(ord(found[-1][0]) + 1) if found else "A"
        since = max(found[-1][2], match.start() - _LONGEST_ITEM) if found else 0
        doubled = found and _NOTHING.fullmatch(value, since, match.start())
        again = found and letter == found[-1][0] and _DIGIT.search(value, since, match.start())
        if not doubled and (letter == due or again or opens):
            found.append((letter, match.start(), match.end()))
    return found


def _references(label: str | None, text: str, found: list[Cited]) -> list[Reference]:
    """One reference for each telegram that an item names, each with its own part of the item's text."""
    if not found:
        return [Reference(label, text, None)]
    starts = [0, *(cite.start for cite in found[1:]), len(text)]
    return [
        Reference(label, _AND_LAST.sub("", text[starts[index] : starts[index + 1]]).strip(" ;,&/") or text, cite.id)
        for index, cite in enumerate(found)
    ]


def _goes_on(last: str, line: str, blanks: int) -> bool:
    """Whether a line goes on with a REF line whose last line was `last`."""
    if _MARKED_WHOLE in line:
        return False
    marked, numbered = _PORTION.match(line), any(map(str.isdigit, line))
    lettered = _LETTERED_LINE.match(line)
    listed = lettered and (not blanks or numbered or _comes_next(lettered[1].upper(), last))
    if (
        lettered
        and listed
        and not (marked and (not numbered or reads_as_prose(line) or _is_long(line, lettered[1], last)))
    ):
        return True
    named = _NAMED_LINE.match(line)
    if named and post(named[1]):
        return True
    if not lettered and _COMPLETE.search(last) and opens_text(line):
        return False
    if blanks and line.lstrip()[:1].islower() and _HANGING.fullmatch(last.rstrip()[-_TAIL:]):
        return True
    if blanks or marked:
        short = numbered and len(line.strip()) < _LONGEST_REST
        return short and _unfinished(last) and not reads_as_prose(line)
    return line[:1] in " \t" or not reads_as_prose(line) or _unfinished(last)


def _text_begins(text: str, last: str, position: int, limit: int) -> bool:
    """Whether the text begins at `position`, without a blank line above it, behind a line that ends an item.

    A text in capitals is told by the end of its first sentence, if no line above that is of an item.
    """
    if _RULED.match(text, position):
        return True
    if not _COMPLETE.search(last):
        return False
    lines = text[position : min(limit, position + _LONGEST_ITEM)].rstrip().split("\n")[:_MOST_TEXT]
    if not lines[0].isupper():
        prose = reads_as_prose(" ".join(lines)) or reads_as_prose(" ".join(lines[1:]))
        return prose and not _of_item(lines[0])
    for line in lines:
        if not line.isupper() or _of_item(line):
            return False
        if ends_sentence(line):
            return True
    return opens_text(" ".join(lines), among=_MOST_WORDS)


def _of_item(line: str) -> bool:
    """Whether a line looks like one of an item: behind a letter, with a post and its number, or in parts."""
    named = _NAMED_LINE.match(line)
    return _LETTERED_LINE.match(line) is not None or ";" in line or (named is not None and post(named[1]) is not None)


def _is_long(line: str, letter: str, last: str) -> bool:
    """Whether a line behind a portion mark is too long for an item, and the mark is no letter that is due."""
    return len(line.strip()) > _LONGEST_REST and not _comes_next(letter.upper(), last)


def _comes_next(letter: str, last: str) -> bool:
    """Whether an item with a letter can follow a line of items; `I. THE OIL` cannot, it is a heading."""
    letters = _LETTER.findall(last)
    return letter == chr(ord(letters[-1].upper() if letters else "A") + 1)


def _unfinished(last: str) -> bool:
    """Whether a line cannot be the last one of an item."""
    return _UNFINISHED.fullmatch(last.strip()[-_TAIL:]) is not None
