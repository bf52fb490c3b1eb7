"""Reads the values of fields; a value that is none is a QueryError that says which there are."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...cable.ids import canonical_id, full_year, make_id
from . import levels
from .choices import has, is_, near_hint, own
from .errors import QueryError
from .fields import Field, ValueKind
from .moments import bound, within
from .tree import Classified, Column, Filed, Linked, Named, Node, Posted, Tag, Words, both, either
from .value import Value
from .words import has_word
from .words import words as tokens

_SHORTEST_BEGINNING = 2  # one letter begins a tenth of all words: the full text would take seconds
_COLUMNS: dict[str, Column] = {
    "from": "sender",
    "to": "recipients",
    "caption": "class",
    "subject": "subject",
    "text": "body",
}
_CONTROLS = {"NF": "NOFORN", "OC": "ORCON", "REL": "REL"}
_NO_YEAR = re.compile(r"([A-Za-z][A-Za-z .'-]{1,30}?)[ _-]?0{0,8}([1-9]\d{0,6})")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9&/_-]{0,30}")
_BEGINNING = re.compile(r"\d{0,4}[A-Za-z .'-]{0,40}\d{0,7}")
_LONGEST_LIST = 200
_LISTS = frozenset[ValueKind](("tag", "level", "is", "has", "in-date"))


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
    if len(parts) > _LONGEST_LIST:
        raise value.wrong("the list is too long", f"at most {_LONGEST_LIST} values")
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
        hint = near_hint(field, level) or "U, SBU, C, S, or >=c for that and above"
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


def _file(field: Field, value: Value) -> Node:
    text = value.text.strip().strip("*")
    if not text:
        raise value.wrong(f"{field.name}: needs a name", f"such as {field.example}")
    return Filed(text, value.place)


def _link(field: Field, value: Value) -> Node:
    found = canonical_id(value.text.strip())
    if not found:
        raise value.wrong(f"{value.text.strip() or 'this'} is no id of a cable", f"such as {field.example}")
    return Linked(found, "cites" if field.name == "ref" else "cited", value.place)


_READERS: dict[ValueKind, Callable[[Field, Value], Node]] = {
    "words": _words,
    "tag": _tag,
    "post": _post,
    "country": _post,
    "level": _level,
    "id": _id,
    "file": _file,
    "link": _link,
    "from-date": bound,
    "to-date": bound,
    "in-date": within,
    "is": is_,
    "has": has,
    "own": own,
}
