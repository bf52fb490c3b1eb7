"""Reads the values of fields; a value that is none is a QueryError that says which there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ...cable.ids import canonical_id, full_year, make_id
from . import levels
from .dates import FORMS, Stretch, stretch
from .errors import QueryError
from .fields import Field, ValueKind, near
from .tree import (
    Between,
    Classified,
    Column,
    Has,
    Kept,
    Linked,
    Named,
    Node,
    Not,
    Own,
    Place,
    Posted,
    Tag,
    Trait,
    Words,
    both,
    either,
)
from .words import has_word
from .words import words as tokens

_COLUMNS: dict[str, Column] = {
    "from": "sender",
    "to": "recipients",
    "caption": "class",
    "subject": "subject",
    "text": "body",
}
_IS: dict[str, Node] = {
    "unread": Not(Own(Kept.READ)),
    "read": Own(Kept.READ),
    "flagged": Own(Kept.FLAGGED),
    "tagged": Own(Kept.MARKED),
    "marked": Own(Kept.MARKED),
    "bookmarked": Own(Kept.BOOKMARKED),
    "noted": Own(Kept.NOTED),
    "cited": Has(Trait.CITED),
    "undated": Not(Has(Trait.DATE)),
}
_HAS: dict[str, Node] = {
    "note": Own(Kept.NOTED),
    "mark": Own(Kept.MARKED),
    "bookmark": Own(Kept.BOOKMARKED),
    "ref": Has(Trait.REFS),
    "tag": Has(Trait.TAGS),
    "subject": Has(Trait.SUBJECT),
    "date": Has(Trait.DATE),
    "copies": Has(Trait.COPIES),
}
_OWN = {"note": Kept.NOTE_WORDS, "notetag": Kept.NOTE_TAG, "mark": Kept.MARK}
_SHORTEST_BEGINNING = 2  # one letter begins a tenth of all words: the full text would take seconds
_CONTROLS = {"NF": "NOFORN", "OC": "ORCON", "REL": "REL"}
_SIGN = re.compile(r"[<>]=?|=|")
_NO_YEAR = re.compile(r"([A-Za-z][A-Za-z .'-]{1,30}?)[ _-]?0{0,8}([1-9]\d{0,6})")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9&/_-]{0,30}")
_BEGINNING = re.compile(r"\d{0,4}[A-Za-z .'-]{0,40}\d{0,7}")
_LISTS = frozenset[ValueKind](("tag", "level", "is", "has", "in-date"))


class Value(NamedTuple):
    """The value of a field: its text without quotation marks, and the characters of the query it stands at."""

    text: str
    start: int
    end: int
    prefix: bool = False
    near: int | None = None
    quoted: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.start, self.end

    def wrong(self, message: str, hint: str = "") -> QueryError:
        """An error that points at the value."""
        return QueryError(message, self.start, self.end, hint)


def known(field: Field) -> list[str]:
    """The values of a field that has a fixed number of them."""
    if field.values == "level":
        return list(levels.NAMES.values())
    return sorted(_IS if field.values == "is" else _HAS if field.values == "has" else ())


def node(field: Field, value: Value) -> Node:
    """What a field asks for with a value. Raises QueryError."""
    if field.values in _LISTS and "," in value.text and not value.quoted:
        return either([_READERS[field.values](field, part) for part in _parts(value)])
    return _READERS[field.values](field, value)


def words(value: Value, column: Column | None = None) -> Words | None:
    """Words to be looked for in the full text; None where there is no letter and no digit."""
    text = value.text
    bare = text.rstrip("*")
    prefix = value.prefix or (bare != text and not value.quoted)
    if not has_word(bare):
        return None
    star = bare.find("*")
    if star >= 0 and not value.quoted and (star == 0 or bare[star - 1].isalnum() or bare[star + 1].isalnum()):
        raise QueryError(
            "a * can only stand at the end of a word", value.start + star, value.start + star + 1, "such as traffick*"
        )
    if prefix and len(list(tokens(bare))[-1].text) < _SHORTEST_BEGINNING:
        raise value.wrong("too few letters before the *", "two at least, such as go*")
    return Words(bare, column, prefix, value.near, value.quoted, value.place)


def _parts(value: Value) -> list[Value]:
    parts, start = [], value.start
    for text in value.text.split(","):
        if text:
            parts.append(Value(text, start, start + len(text)))
        start += len(text) + 1
    return parts or [value]


def _words(field: Field, value: Value) -> Node:
    found = words(value, _COLUMNS[field.name])
    if not found:
        raise value.wrong(f"{field.name}: needs a word", f"such as {field.example}")
    return found


def _tag(field: Field, value: Value) -> Node:
    code = value.text.rstrip("*").strip()
    if not _CODE.fullmatch(code):
        raise value.wrong("this is no TAGS code", f"one word of letters and digits, such as {field.example}")
    return Tag(code.upper(), value.prefix or value.text.endswith("*"), value.place)


def _post(field: Field, value: Value) -> Node:
    if not has_word(value.text):
        raise value.wrong(f"{field.name}: needs a name", f"such as {field.example}")
    return Posted(value.text.strip(), field.values == "country", value.place)


def _level(field: Field, value: Value) -> Node:
    level, *controls = value.text.split("/")
    found = levels.levels(level)
    captions = [_CONTROLS.get(control.strip().upper(), control) for control in controls if control.strip()]
    if found is None or not all(map(has_word, captions)):
        hint = _near_hint(field, level) or "U, SBU, C, S, or >=c for that and above"
        raise value.wrong(f"{value.text} is no classification", hint)
    return both([Classified(found, value.place), *(Words(word, "class", place=value.place) for word in captions)])


def _id(field: Field, value: Value) -> Node:
    text = value.text.strip()
    begin = text.rstrip("*").strip()
    if begin != text or value.prefix:
        if not begin or not _BEGINNING.fullmatch(begin):
            raise value.wrong("no id begins like this", "such as id:06MEXICO*")
        return Named(("".join(begin.split()).upper(),), True, value.place)
    if found := canonical_id(text):
        return Named((found,), False, value.place)
    if bare := _NO_YEAR.fullmatch(text):
        years = (make_id(full_year(year), bare[1], int(bare[2])) for year in range(100))
        return Named(tuple(years), False, value.place)
    raise value.wrong(f"{text or 'this'} is no id of a cable", f"such as {field.example}, or its beginning with *")


def _link(field: Field, value: Value) -> Node:
    found = canonical_id(value.text.strip())
    if not found:
        raise value.wrong(f"{value.text.strip() or 'this'} is no id of a cable", f"such as {field.example}")
    return Linked(found, "cites" if field.name == "ref" else "cited", value.place)


def _bound(field: Field, value: Value) -> Node:
    """`after:`, `before:` and `until:`: a day, month or year is meant from its beginning, for `until:` to its end."""
    found = _stretch(value.text, value)
    if field.values == "from-date":
        return Between(found.first, None, value.place)
    return Between(None, found.end if field.name == "until" else found.first, value.place)


def _date(field: Field, value: Value) -> Node:
    """`date:` and its like: within a day, month or year, a stretch `2006..2008`, or with a sign `>=2006`."""
    if ".." in value.text:
        return _range(value.text, value)
    sign = _SIGN.match(value.text)
    written = sign[0] if sign else ""
    found = _stretch(value.text[len(written) :], value)
    match written:
        case ">":
            return Between(found.end, None, value.place)
        case ">=":
            return Between(found.first, None, value.place)
        case "<":
            return Between(None, found.first, value.place)
        case "<=":
            return Between(None, found.end, value.place)
        case _:
            return Between(found.first, found.end, value.place)


def _range(text: str, value: Value) -> Node:
    first, _, last = text.partition("..")
    if not first.strip() and not last.strip():
        raise value.wrong("this stretch has no dates", "such as date:2006..2007-06")
    start = _stretch(first, value).first if first.strip() else None
    end = _stretch(last, value).end if last.strip() else None
    if start and end and start >= end:
        raise value.wrong("this stretch ends before it begins", f"{last}..{first}")
    return Between(start, end, value.place)


def _stretch(text: str, value: Value) -> Stretch:
    found = stretch(text)
    if not found:
        raise value.wrong(f"{text.strip() or 'this'} is no date", FORMS)
    return found


def _is(field: Field, value: Value) -> Node:
    return _choice(field, value, _IS, value.text.lower())


def _has(field: Field, value: Value) -> Node:
    word = value.text.lower()
    singular = {"notes": "note", "refs": "ref", "references": "ref", "reference": "ref", "tags": "tag", "marks": "mark"}
    return _choice(field, value, _HAS, singular.get(word, word))


def _choice(field: Field, value: Value, table: dict[str, Node], word: str) -> Node:
    if word not in table:
        hint = _near_hint(field, word) or ", ".join(table)
        raise value.wrong(f"{field.name}: knows no {value.text or 'empty value'}", hint)
    return table[word]


def _own(field: Field, value: Value) -> Node:
    text = " ".join(value.text.split()).lstrip("#" if field.name != "note" else "")
    if not text:
        raise value.wrong(f"{field.name}: needs a word", f"such as {field.example}")
    return Own(_OWN[field.name], text + "*" * (value.prefix and not text.endswith("*")), value.place)


def _near_hint(field: Field, word: str) -> str:
    alike = near(word, known(field))
    return f"did you mean {' or '.join(alike)}?" if alike else ""


_READERS: dict[ValueKind, Callable[[Field, Value], Node]] = {
    "words": _words,
    "tag": _tag,
    "post": _post,
    "country": _post,
    "level": _level,
    "id": _id,
    "link": _link,
    "from-date": _bound,
    "to-date": _bound,
    "in-date": _date,
    "is": _is,
    "has": _has,
    "own": _own,
}
