"""The YAML front matter of an export: ours written key by key, the user's kept line by line."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

FENCE = "---"
_KEY = re.compile(r"([A-Za-z_][\w -]*?):(?:\s|$)")
_DIGESTS = re.compile(r"<!-- cablereader:front((?: \w+=[0-9a-f]{8})*) -->")


def split_front(lines: list[str]) -> tuple[list[str] | None, list[str]]:
    """The lines between the fences at the top (None where there is no front matter), and the lines after them."""
    if lines and lines[0].rstrip() == FENCE:
        for index, line in enumerate(lines[1:], 1):
            if line.rstrip() in (FENCE, "..."):
                return lines[1:index], lines[index + 1 :]
    return None, lines


def merge_front(
    kept: list[str], last: Mapping[str, str], values: Mapping[str, str]
) -> tuple[list[str], dict[str, str]]:
    """The lines of the front matter with our keys at `values` (YAML), and the digests to remember them by.

    `kept` are the lines that stand there now, `last` the digests of what was exported before. A key has our value
    where it still has the one exported last; the user's value stays, and what the user took out stays away.
    """
    groups, out, digests = _groups(kept), list[str](), dict(last)
    for key, lines in groups:
        if key is not None and key in values and last.get(key) == digest_of(_value(lines)):
            out.append(f"{key}: {values[key]}")
            digests[key] = _digest_in_yaml(values[key])
        else:
            out += lines
    present = {key for key, _ in groups}
    for key, value in values.items():
        if key not in present and key not in last:
            out.append(f"{key}: {value}")
            digests[key] = _digest_in_yaml(value)
    return out, digests


def digest_line(digests: Mapping[str, str]) -> str:
    """The comment that keeps the digests."""
    return f"<!-- cablereader:front{''.join(f' {key}={mark}' for key, mark in digests.items())} -->"


def read_digests(line: str) -> dict[str, str] | None:
    """The digests in a `digest_line`, None for another line."""
    found = _DIGESTS.fullmatch(line.strip())
    return dict(pair.split("=", 1) for pair in found[1].split()) if found else None


def values_of(lines: list[str]) -> dict[str, object]:
    """The values in front matter, as far as an exported key has one: strings and lists of strings."""
    return {key: _value(group) for key, group in _groups(lines) if key is not None}


def digest_of(value: object) -> str:
    """What tells one value from another, however YAML writes it: 8 hex."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode("ascii")).hexdigest()[:8]


def _digest_in_yaml(value: str) -> str:
    return digest_of(_value([f"key: {value}"]))


def _groups(lines: list[str]) -> list[tuple[str | None, list[str]]]:
    """Lines by the top-level key they belong to; None for those before the first."""
    groups: list[tuple[str | None, list[str]]] = []
    for line in lines:
        found = _KEY.match(line)
        if found or not groups:
            groups.append((found[1] if found else None, [line]))
        else:
            groups[-1][1].append(line)
    return groups


def _value(lines: list[str]) -> object:
    first = lines[0].partition(":")[2].strip()
    rest = [line.strip() for line in lines[1:] if line.strip()]
    if not first and rest and all(line.startswith("-") for line in rest):
        return [_scalar(line[1:]) for line in rest]
    text = " ".join([first, *rest])
    if text.startswith("[") and text.endswith("]"):
        try:
            items: list[object] = json.loads(text)
        except ValueError:
            items = [_scalar(item) for item in text[1:-1].split(",") if item.strip()]
        return items
    return _scalar(text)


def _scalar(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        try:
            return str(json.loads(text))
        except ValueError:
            return text
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text
