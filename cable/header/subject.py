"""The SUBJECT line: it goes on until a blank line, a new label or the first line of the body."""

from __future__ import annotations

from itertools import pairwise

from ..patterns import lazy
from ..prose import ends_sentence, opens_text
from . import pass_lines

# A subject broken over an added blank line still hangs in the air: `BAIL-OUTS AND`, `ICELAND,`.
_HANGING = lazy(r"(?:[,;&/-]|\b(?:AND|OR|OF|TO|FOR|THE|IN|ON|AT|BY|WITH|FROM|AS|A|AN|TOWARDS?|AGAINST))\Z")
_LONGEST_HANGING = 8
_BODY_LINE = lazy(
    r"(?i:(?:BEGIN )?(?:SUMMARY|INTRODUCTION|COMMENT|ACTION REQUEST|BACKGROUND|KEY POINTS|OVERVIEW"
    r"|SUMMARY AND COMMENT))"
    r"(?:[:. ]*$|: |\. [A-Z])|BEGIN SUMMARY\b|\(?1[.),] {0,4}\(?[A-Z]|SENSITIVE BUT UNCLASSIFIED|NOT FOR INTERNET"
    r"|ENTIRE TEXT"
    r"|(?:THIS|This) (?:IS|is|CABLE|cable|MESSAGE|message)"
    rf"|{pass_lines.BETWEEN_PERSONS}",
)
# Its last line, behind an added blank one, right above the mark of the first page.
_TITLE_REST = lazy(r"\n[ \t]*[^a-z\n]{8,80}\n\s{0,20}[A-Z][A-Z .'-]{2,30} \d{8} {1,3}\d{3}(?:\.\d)? OF \d{3}")
# Lines in capitals, one below the other, of which none may be the first of a body.
_PLAIN = lazy(
    r"[ \t]*+[!-`{-~][\t -`{-~]*+"
    r"(?:\n[ \t]*+(?!BEGIN|SUMM|INTRO|COMM|ACTION|BACKG|KEY|OVER|SENSI|NOT|ENTI|THIS|FOR|FROM)"
    r"[!-`{-~][\t -`{-~]*+)*+\s*+"
)
_NEXT_LINE = lazy(r"\s{0,9}+([A-Z\"'(-][^\sa-z]*+)(?![.)] )[^\na-z]*+(?=\n|\Z)")
_SMALL_NEXT = lazy(r"\s{0,9}+[a-z](?![.)])[^\n]{0,79}(?=\n|\Z)")
_SET_APART = lazy(r"\n[ \t]*+\n[^\n]*\S[^\n]*\n(?:[ \t]*+\n){1,4}\Z")
_FULL = 55
_FULL_BELOW_PAGE = 50
# No subject has more lines; where it seems so, the body begins below a line that had room for the next word.
_MOST_LINES = 8
_ROOM = 48
_MOST_ABOVE = 400
_FEW_LINES = 3
_WIDEST = 62
_LONGEST_LABEL = 40
# Below these no paragraph follows: the text of the message is above them, or there is none.
_NO_MORE = ("NNNN", "UNCLASSIFIED\nNNNN", "CONFIDENTIAL\nNNNN", "SECRET\nNNNN", "LIMITED OFFICIAL USE\nNNNN")
_RULE = lazy(r"[-=_*‐-―]{5}")
_RULED = lazy(r"\n[ \t]*+[-=_*‐-―]{5}")
_PROSE_LENGTH = 30
_MOST_BLANKS = 3


def end_of(text: str, content: int, limit: int) -> int:
    """Where the subject ends that begins at `content`."""
    end = _end_of(text, content, limit)
    if text.find("\n", content, end) < 0:
        return end
    passed = pass_lines.below_subject(text, content, end)
    return end if passed is None else passed


def _end_of(text: str, content: int, limit: int) -> int:
    if _PLAIN.fullmatch(text, content, limit) and not _RULE.search(text, content, limit):
        lines = text[content:limit].rstrip().split("\n")
        end = _above_text(text, content, lines, limit) if len(lines) > 1 else None
        if end is not None or len(lines) < _MOST_LINES:
            return limit if end is None else end
        return _first_short(text, content, limit)
    end = _last_line(text, content, limit)
    value = text[content:end]
    above = _above_text(text, content, value.split("\n"), limit) if "\n" in value and value.isupper() else None
    return end if above is None else above


def _last_line(text: str, content: int, limit: int) -> int:
    """Where the last line of the subject ends: above a blank line or the first line of a body."""
    end = position = content
    last, blanks = "", 0
    while position < limit:
        stop = text.find("\n", position, limit)
        stop = limit if stop < 0 else stop
        line = text[position:stop].strip()
        if not line:
            blanks += position > content
            wrapped = position if position > content else stop
            if blanks > _MOST_BLANKS or (
                last
                and not (_hangs(last) or _TITLE_REST.match(text, stop) or _wrapped_over(text, content, wrapped, limit))
            ):
                break
        elif last and (not _goes_on(last, line, blanks) or _RULED.match(text, stop)):
            break
        else:
            rule = _RULE.search(text, position, stop)
            if rule:
                heading = last and _BODY_LINE.match(text[position : rule.start()].strip())
                return end if heading else rule.start()
            end, last, blanks = stop, line, 0
        position = stop + 1
    return end


def _above_text(text: str, content: int, lines: list[str], limit: int) -> int | None:
    """Where the subject ends that a text in capitals follows without a blank line; None if none does.

    A text is told by its sentences, the line above it by the room it had for the next word. A sentence that ends the
    last of few lines may be the subject's own, where paragraphs or labels follow.
    """
    below = text[limit : limit + _LONGEST_LABEL].lstrip()
    last = below.startswith(_NO_MORE)
    ended = next((index for index, line in enumerate(lines) if _ends(line, index)), None)
    if ended is None:
        if not last:
            return None
        ended = len(lines) - 1
    elif ended and ended == len(lines) - 1 < _FEW_LINES and below and not last:
        return None
    width = min(max(len(line.strip()) for line in lines[1:]), _WIDEST)
    end = content
    above = content - text.rfind("\n", 0, content) - 1
    for line, following in pairwise(lines[: ended + 1]):
        end += len(line)
        first = following.strip().partition(" ")[0]
        if above + len(f"{line.rstrip()} {first}") < max(width, _ROOM) or opens_text(following):
            return end
        end, above = end + 1, 0
    return content + len(lines[0])


def _ends(line: str, index: int) -> bool:
    """Whether a sentence ends in a line; in the first, the subject's own may end at its end."""
    end = ends_sentence(line)
    return end is not None and (index > 0 or end == len(line.rstrip()))


def _first_short(text: str, content: int, limit: int) -> int:
    """Where the first line ends that had room for the first word of the next one."""
    lines = text[content:limit].split("\n")
    if sum(map(bool, map(str.strip, lines))) <= _MOST_LINES:
        return limit
    end = content
    for line, below in pairwise(lines):
        end += len(line)
        if below.strip() and len(f"{line.strip()} {below.split()[0]}") < _ROOM:
            return end
        end += 1
    return limit


def _wrapped_over(text: str, content: int, position: int, limit: int) -> bool:
    """Whether a copy that put a blank line below every line wrapped the subject over the one at `position`.

    The line above it had no room for the first word below it, and the lines above the subject stand apart as well; or
    the line below begins with a small letter.
    """
    if _SMALL_NEXT.match(text, position, limit):
        return True
    found = _NEXT_LINE.match(text, position, limit)
    line = text.rfind("\n", 0, position - 1) + 1
    above = text[max(line, content) : position]
    if not found or not above.isupper() or len(text[line:position].strip()) + len(found[1]) < _FULL:
        return False
    label = text.rfind("\n", 0, content) + 1
    return _SET_APART.search(text, max(label - _MOST_ABOVE, 0), label) is not None


def resumes(last: str, line: str) -> bool:
    """Whether a subject whose last line was `last` goes on with a line below the end of a page."""
    last = last.strip()
    full = last.isupper() and line.isupper() and len(f"{last} {line.split()[0]}") > _FULL_BELOW_PAGE
    return (full or _hangs(last)) and _goes_on(last, line, 1)


def join(value: str) -> str | None:
    """The subject on one line, or None where it is empty; a word broken behind a hyphen is joined without a space."""
    value = value.replace("¶", "") if "¶" in value else value
    if "-" not in value or "\n" not in value:
        return " ".join(value.split()) or None
    lines = [" ".join(line.split()) for line in value.split("\n")]
    joined = ""
    for line in filter(None, lines):
        glue = "" if not joined or (joined.endswith("-") and joined[-2:-1].isalnum()) else " "
        joined += glue + line
    return joined or None


def _hangs(line: str) -> bool:
    """Whether a line ends with what cannot be the end of a subject."""
    return _HANGING.search(line, max(len(line) - _LONGEST_HANGING, 0)) is not None


def _goes_on(last: str, line: str, blanks: int) -> bool:
    """Whether a line goes on with the subject whose last line was `last`."""
    if _BODY_LINE.match(line):
        return False
    if last.upper() != last:
        return not blanks or line.upper() != line
    if line.isupper():
        return True
    lower = sum(map(str.islower, line))
    if blanks:
        return not lower
    # Below a subject in capitals, a long line of ordinary writing is the body.
    return not (len(line) > _PROSE_LENGTH and lower * 2 > len(line) and (line[0].isupper() or line[0] == "("))
