"""Text made literal: what a cable, a title or a tag says is never Markdown, HTML, YAML or a terminal's control."""

from __future__ import annotations

import json
import re

from ...cable.safe import visible

# Punctuation that begins something in CommonMark, in Pandoc's Markdown or in Obsidian's, wherever it stands.
_ACTIVE = re.compile(r"[\\`*_\[\]~^$|#{]|(?<!\w)@|==|%%|&(?=#?\w+;)|<")
# What begins a block at the start of a line: quote, list, rule, underline, definition; numbered and lettered lists.
_OPENING = re.compile(r"[-+=>:]")
_ENUMERATION = re.compile(r"(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,8}))([.)])(?=\s|$)")
_STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_NOT_IN_TAG = re.compile(r"[^\w/-]+")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def literal(text: str) -> str:
    """One line of Markdown that reads as the text says: white space folded, controls visible, nothing active."""
    line = " ".join(visible(text).split())
    line = _ACTIVE.sub(_escaped, line)
    if _OPENING.match(line):
        return f"\\{line}"
    return _ENUMERATION.sub(r"\1\\\2", line, count=1) if _ENUMERATION.match(line) else line


def _escaped(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0]) or "".join(f"\\{letter}" for letter in found[0])


def block_quote(text: str) -> str:
    """A block quote of the text; its line breaks stay, blank lines part paragraphs. Empty where there are no words."""
    paragraphs: list[list[str]] = [[]]
    for line in map(literal, text.split("\n")):
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n>\n".join("  \n".join(f"> {line}" for line in lines) for lines in paragraphs if lines)


def code_quote(text: str) -> str:
    """A block quote of the text in columns, as a table needs it: its spaces stay."""
    lines = [line.rstrip() for line in visible(text.expandtabs(8)).strip("\n").split("\n")]
    longest = max((len(ticks) for ticks in re.findall("`+", "\n".join(lines))), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join(f"> {line}".rstrip() for line in (fence, *lines, fence))


def json_text(data: object) -> str:
    """Data as JSON for a file or a terminal; characters that steer one are escaped, which the data do not show."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def yaml_string(text: str) -> str:
    """A YAML scalar in double quotes; a JSON string is one, and never a date, a number or Norway's `NO`."""
    scalar = json.dumps(" ".join(visible(text).split()), ensure_ascii=False)
    return scalar.replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")  # the two that YAML refuses


def yaml_list(texts: tuple[str, ...]) -> str:
    """A YAML flow list of strings."""
    return f"[{', '.join(map(yaml_string, texts))}]"


def tag_name(tag: str) -> str:
    """A tag as Obsidian and Pandoc take it: letters, digits, `_`, `-`, `/`; other characters become `-`."""
    return _NOT_IN_TAG.sub("-", visible(tag)).strip("-")
