"""Writes a cable as renditions print it: as it was sent, in a copy with links, on an archive page, in a dump's row."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterator
from html import escape

from cablereader.cable import Block, Cable

POSTS = {"PORT ALDER": "AMEMBASSY PORT ALDER", "HOLLIN": "AMEMBASSY HOLLIN", "STATE": "SECSTATE WASHDC"}
"""The posts that cables are written from, and their addresses."""

_RULE = "-"
_GAP = 45
_SHORTEST = 4


def telegram(cable: Cable, post: str, width: int = 62) -> str:
    """The telegram as it was sent, its lines wrapped at `width` (0: a line a paragraph)."""
    return "\n".join([*transmission(cable), "BT", *message(cable, post, width), "BT", "NNNN", ""])


def transmission(cable: Cable) -> list[str]:
    """The lines above the classification line."""
    header = cable.header
    assert header.date
    lines = [f"{' '.join(header.precedence)} {header.date:%d%H%MZ %b %y}".upper(), f"FM {header.from_}"]
    for label, names in (("TO", header.to), ("INFO", header.info), ("XMT", header.info_excluded)):
        lines += [f"{label} {name}" if index == 0 else name for index, name in enumerate(names)]
    return lines


def message(cable: Cable, post: str, width: int = 62) -> list[str]:
    """The lines from the classification line to the signer."""
    header = cable.header
    level = header.classification or "UNCLAS"
    spelled = level if level.startswith("UNCLAS") else " ".join(level)
    part = f"SECTION 01 OF {header.sections:02} " if header.sections else ""
    serial = int((cable.id or "0").rpartition(post.replace(" ", ""))[2])
    lines = [f"{spelled} {part}{post} {serial:06}", ""]
    lines += [*header.captions, ""] if header.captions else []
    lines.append(header.executive_order or "E.O. 12958: N/A")
    lines.append(f"TAGS: {', '.join(header.tags)}")
    lines += _wrapped(f"SUBJECT: {header.subject}", width) if header.subject else []
    if header.references:
        items = [f"{ref.label}. {ref.text}" if ref.label else ref.text for ref in header.references]
        lines += ["", f"REF: {items[0]}", *(f"     {item}" for item in items[1:])]
    if header.classified_by:
        lines += ["", *_wrapped(f"Classified By: {header.classified_by}", width)]
    for block in cable.blocks:
        lines += ["", *block_lines(block, width)]
    return lines


def block_lines(block: Block, width: int) -> list[str]:
    """The lines of one block: its number and mark before its text, a rule below a heading."""
    if block.kind == "table":
        return [f"   {line}" for line in block.text.split("\n")]
    mark = f"({block.marking}) " if block.marking else ""
    lead = f"{block.number}. {mark}" if block.number else mark
    lines = [part for line in (lead + block.text).split("\n") for part in _wrapped(line, width)]
    return [*lines, *_rule(max(map(len, lines)))] if block.kind == "heading" else lines


def _rule(length: int) -> Iterator[str]:
    """A rule, never as short as a dash in a sentence, with the blank that a sender's machine puts after 45 dashes."""
    dashes = _RULE * max(length, _SHORTEST)
    yield f"{dashes[:_GAP]} {dashes[_GAP:]}" if length > _GAP else dashes


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) if width else [text]


def markdown(cable: Cable, post: str, width: int = 0) -> str:
    """A copy in Markdown: links around TAGS and before the numbers, entities and signs escaped."""
    lines = [*transmission(cable), "", *message(cable, post, width)]
    for index, line in enumerate(lines):
        if line.startswith("TAGS: "):
            lines[index] = "TAGS: " + " ".join(f"[{tag}](#)" for tag in cable.header.tags)
        elif line[:1].isdigit() and ". " in line[:5]:
            lines[index] = f"[1](#){line.replace('$', chr(92) + '$')}"
        elif line.startswith("     "):
            lines[index] = f"[1](#){line.strip()}"
    return "\n".join(lines)


def archive_page(cable: Cable, post: str, width: int = 62) -> str:
    """A page of the archive: a heading, a table of facts, the telegram in two preformatted blocks with pilcrows."""
    header = cable.header
    facts = (cable.id, f"{header.date:%Y-%m-%d %H:%M}", header.classification, header.origin)
    cells = "".join(f"<td>\n<a href='/x.html'>{fact}</a>\n</td>\n" for fact in facts)
    labels = "".join(f"<th>{label}</th>\n" for label in ("Reference ID", "Created", "Classification", "Origin"))
    lines = [escape(line) for line in message(cable, post, width)]
    for index, line in enumerate(lines):
        if line[:1].isdigit() and ". " in line[:5]:
            lines[index] = f"<a id='par{index}' href='#par{index}'>¶</a>{line}"
    head, text = ("&#x000A;".join(part) for part in ([escape(line) for line in transmission(cable)], lines))
    return (
        "<html><head><title>Cable Viewer</title></head><body><div>SECRET 1 PREL 000123</div>\n"
        f"<h3>Viewing cable {cable.id}, {escape(header.subject or '')}</h3>\n<table class='cable'>\n"
        f"<tr>\n{labels}</tr>\n<tr>\n{cells}</tr>\n</table>\n<code><pre>{head}</pre></code>\n<code><pre>{text}</pre></code>\n</body>\n</html>\n"
    )


def dump_row(cable: Cable, post: str, width: int = 62, *, doubled: bool = False) -> str:
    """A row of the dump, its quotation marks escaped by backslashes or `doubled`."""
    header = cable.header
    assert header.date
    created = f"{header.date.month}/{header.date.day}/{header.date:%Y} {header.date:%H:%M}".replace(" 0", " ")
    facts = ["7", created, cable.id, header.origin, header.classification, ""]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, escapechar="\\", doublequote=doubled, lineterminator="\n")
    writer.writerow([*facts, "\n".join(transmission(cable)), "\n".join(message(cable, post, width))])
    return out.getvalue()
