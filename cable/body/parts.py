"""A line that holds more than one thing: a rule beside its heading, a number glued to the paragraph before it."""

from __future__ import annotations

from itertools import zip_longest

from ..patterns import lazy
from .sentences import ENDED, NOT_ENDED, PERHAPS, ending

TEXT, RULE, TITLE, FRAME = "text", "rule", "title", "frame"
"""Words, a rule, words that are a heading glued to the paragraph before, a rule over a heading."""

LONG = 160
"""Lines longer than this are whole paragraphs, and may be several."""

_RULE_CHARS = "-=_*~#+. \t\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501"
RULE_HEADS = frozenset(_RULE_CHARS) - frozenset(". \t")
_INNER_RULES = {
    "-": ("-----", "- - - - -"),
    "=": ("=====", "= = = = ="),
    "_": ("_____",),
    "*": ("*****", "* * * * *"),
    "\u2010": ("\u2010" * 5,),
    "\u2013": ("\u2013" * 5,),
    "\u2014": ("\u2014" * 5,),
}
"""What every rule in mid-line has in it, by its sign: a text without the sign is told from others fastest."""

# Its first sign stands before what is looked for behind it, so that all other characters are passed over fast.
_INNER_RULE = lazy(
    "[-=_*\u2010\u2013\u2014]"
    "(?:(?:(?<=^.)|(?<=[ \t\n].))[-=_*\u2010\u2013\u2014]{4,}(?:[ \t]+[-=_*\u2010\u2013\u2014]+)*(?=[ \t]|$)"
    "|(?<=[-=_*])(?<![-=_*].)[-=_*]{11,}(?:[ \t]+[-=_*]+)*(?=[ \t]|$)"
    "|(?<=[ \t][-=*])(?: [-=*]){6,}(?=[ \t]|$))"
)

_SHORT_RULES = frozenset(("--", "---", "----"))
_SHORT_LINE = 12
_STOPS = '.?!)]"\u201d'

# From its point on, which is looked for faster than a digit.
_GLUED_NUMBER = lazy(r"\.(?<=[0-9]\.) *\((?:U|C|S|SBU|LOU)[)/]")
_BOUNDARY = lazy(r"[.?!)\"\u201d] +(?=[A-Z0-9\"'(\u201c])")
ATTRIBUTION = lazy(r"(?:[A-Za-z]+ )?(?:[Ss]ource|[Cc]ontact|[Cc]leared|[Dd]rafted)\b|[A-Z][a-z]+:? [-\u2013] ")
"""What the words behind a paragraph begin with that tell its source, and are no heading of the next."""

_SHORTEST_TITLE = 6
_SHORT_WORD = 4

_WORD = 24
Part = tuple[str, int, int]
"""A part of a line: its kind, and where it begins and ends."""


def inner_rules(text: str, start: int) -> tuple[str, ...]:
    """What rules in mid-line have in them, as far as `text[start:]` has any."""
    found = [forms for sign, forms in _INNER_RULES.items() if text.find(sign, start) >= 0]
    return tuple([rule for forms in found for rule in forms if text.find(rule, start) >= 0])


def is_rule(body: str) -> bool:
    """Whether a line is a rule and nothing else."""
    return len(body) > 2 and not body.strip(_RULE_CHARS)


def has_rule(body: str, inner: tuple[str, ...]) -> bool:
    """Whether a line has a rule in it, or is one; `inner` is what rules of its text have in them."""
    return any(map(body.__contains__, inner))


def split(text: str, start: int, stop: int, inner: tuple[str, ...], *, inside: bool, ruled: bool) -> list[Part]:
    """The parts of a line: rules, headings that a rule follows, and paragraphs whose numbers are glued to the last.

    `inside`: the line has more before `start`; `ruled`: a rule follows behind what was cut out at `stop`.
    """
    title = _short_title(text, start, stop) if text.endswith("--", start, stop) else None
    if title is not None:
        before = split(text, start, title[0], inner, inside=inside, ruled=False)
        return [*before, (TITLE, *title), (RULE, title[1], stop)]
    if not inner or not has_rule(text[start:stop], inner):
        return _sentences(text, start, stop, inside=inside, ruled=ruled)
    parts: list[Part] = []
    position = start
    found = list(_INNER_RULE.finditer(text, start, stop))
    for rule, after in zip_longest(found, found[1:]):
        signs = _signs(rule[0])
        frames = after is not None and after.start() - rule.end() <= LONG and _signs(after[0]) == signs
        if rule.start() > position:
            over = 0 if frames else signs
            parts += _sentences(text, position, rule.start(), inside=inside, ruled=not frames, signs=over)
        parts.append((FRAME if frames and rule.start() > position else RULE, rule.start(), rule.end()))
        position = rule.end()
    return parts + _sentences(text, position, stop, inside=inside, ruled=ruled) if position < stop else parts


def _short_title(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The heading before a rule that is too short to be told by itself, as long as its heading: `IT --`, `Oil ---`."""
    words, _, rule = text[max(start, stop - _SHORT_LINE) : stop].rpartition(" ")
    if rule not in _SHORT_RULES or not words[-len(rule) :].strip("&/.").isalnum():
        return None
    first = stop - len(rule) * 2 - 1
    alone = first == start or (text[first - 1] == " " and text[start:first].rstrip()[-1:] in _STOPS)
    return (first, stop - len(rule)) if first >= start and alone and text[first].isupper() else None


def _signs(rule: str) -> int:
    """How many signs a rule has; the blanks that a sender's machine put into it do not count."""
    return sum(map(len, rule.split()))


def _sentences(text: str, start: int, stop: int, *, inside: bool, ruled: bool, signs: int = 0) -> list[Part]:
    """The parts of a stretch without rules: more stands before it, a rule behind it, of so many signs (0: unknown)."""
    parts: list[Part] = []
    position = start
    for point in _GLUED_NUMBER.finditer(text, start + 1, stop):
        digit = point.start() - 1
        first = digit - text[digit - 1].isdecimal()
        first -= text[first - 1] == "\u00b6"
        if first - position > 1 and _glued(text, first):
            title = _last_title(text, position, first, inside=False)
            if title and not _in_capitals(text[title:first]):
                title = None
            parts += _titled(position, first, title, TITLE)
            position = first
    exact = _as_long_as_rule(text, position, stop, signs) if signs else None
    if exact:
        return parts + _titled(position, stop, exact, TITLE)
    title = _last_title(text, position, stop, inside=inside) if ruled else None
    if signs and stop - position > LONG and (title is None or not _capitalized(text[title:stop])):
        title = _as_long_in_capitals(text, position, stop, signs) or title
    return parts + _titled(position, stop, title, TEXT)


def _glued(text: str, start: int) -> bool:
    """Whether a marked number at `start` may begin a paragraph: behind the end of a sentence, or behind wide blanks."""
    return (text[start - 1] == " " and text[start - 2] in '.?!:)"\u201d') or text[start - 2 : start] == "  "


def _in_capitals(title: str) -> bool:
    title = title.strip()
    return title.isupper() and len(title) > _SHORTEST_TITLE


def _titled(start: int, stop: int, title: int | None, kind: str) -> list[Part]:
    """A stretch of text, and by itself the heading that is glued to its end."""
    return [(TEXT, start, title), (kind, title, stop)] if title else [(TEXT, start, stop)]


def _as_long_as_rule(text: str, start: int, stop: int, signs: int) -> int | None:
    """Where the words begin that are as long as the rule behind them: one sign more or less if a sentence ended.

    Words in capitals need no sentence before them, if they are as long and what stands before is in small letters.
    """
    window = text[max(start, stop - LONG * 2) : stop]
    end = stop - len(window) + len(window.rstrip())
    for length in (signs, signs - 1, signs + 1):
        first = end - length
        if start < first and text[first - 1] == " " and _begins_title(text, first):
            before = text[max(start, first - _WORD) : first].rstrip()
            if before and ending(before) >= (PERHAPS if length == signs else ENDED):
                return first
            if before and length == signs > 2 and text[first:end].isupper() and not before.isupper():
                return first
    return None


def _begins_title(text: str, first: int) -> bool:
    return text[first].isupper() or text[first].isdigit() or text.startswith("...", first)


def _as_long_in_capitals(text: str, start: int, stop: int, signs: int) -> int | None:
    """Where the capitalized words begin that are as long as the rule behind them, in mid-sentence as it may seem."""
    window = text[max(start, stop - LONG * 2) : stop]
    first = stop - len(window) + len(window.rstrip()) - signs
    whole = first > start and text[first - 1] == " " and text[first] != " "
    return first if whole and _capitalized(text[first : first + signs]) else None


def _capitalized(title: str) -> bool:
    """Whether the first word of a title begins with a capital, and so do all others but short ones; no source does."""
    if ATTRIBUTION.match(title):
        return False
    words = title.split()
    return words[0][0].isupper() and all(word[0].isupper() or len(word) <= _SHORT_WORD for word in words)


def _last_title(text: str, start: int, stop: int, *, inside: bool) -> int | None:
    """Where a heading begins that is glued to the end of a paragraph, right before its rule or number."""
    low = max(start, stop - LONG)
    if stop - start < LONG and not inside:
        return None
    ends = [found.end() for found in _BOUNDARY.finditer(text, low, stop)]
    if inside and stop - start < LONG:
        ends = [end for end in ends if ending(text[low:end].rstrip()) == ENDED]
    if not ends:
        return None
    title = text[ends[-1] : stop].strip()
    return ends[-1] if title and ending(title) == NOT_ENDED else None
