"""The page for `man`, in roff: commands from their parsers, keys from the command table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...store.config.schema import SETTINGS
from ...tui.commands import CONTEXTS, TITLES, Keymap, key_label
from ..problem import PROGRAM
from .specs import Spec, Taken

_EXIT_CODES = (("0", "good"), ("1", "nothing found"), ("2", "bad use"), ("3", "failed"))
_ENVIRONMENT = (
    ("CABLEREADER_HOME", "A folder that has config, data, state and cache, instead of the platform's places."),
    ("CABLEREADER_AUTHOR", "Whose name new notes get, instead of that of the settings."),
    ("NO_COLOR", "Set to anything, no colour is used."),
    ("VISUAL, EDITOR", "The program that long notes are written in, where the settings name none."),
    ("TERM", "With dumb no screen is opened; the command read is made for that."),
)
_FILES = (
    ("config/config.toml", "Your settings; 'cablereader config --init' writes a first copy that explains each."),
    ("config/themes/*.toml", "Your themes; a change shows at once."),
    ("config/glossary.tsv", "Your own terms: term, tab, meaning."),
    ("data/notes", "Your notes, a file for each cable, with their backups. The one folder to keep."),
    ("state", "What was read, flagged, tagged and bookmarked, drafts, the last session."),
    ("cache", "The catalogue of the library; it can be made again."),
)
_ABOUT = (
    "opens diplomatic cables in the terminal: folders, files, archives, or standard input. It lists them, sets each as "
    "a page with its paragraphs numbered as they were sent, and keeps your notes on single paragraphs. Without PATH it "
    "opens those of the last time. All that the screen does is a command as well."
)


def page(found: Sequence[Spec], version: str) -> str:
    """The manual of these commands."""
    return "\n".join([f'.TH CABLEREADER 1 "" "{PROGRAM} {version}" "User Commands"', *_lines(found)]) + "\n"


def _lines(found: Sequence[Spec]) -> Iterator[str]:
    yield from (".SH NAME", f"{PROGRAM} \\- read diplomatic cables in the terminal, and annotate them", ".SH SYNOPSIS")
    for spec in found:
        if not spec.words or len(spec.words) == 1:
            yield from (".B " + _bold_words(spec), "COMMAND ..." if _is_outer(spec, found) else _synopsis(spec), ".br")
    yield from (".SH DESCRIPTION", f".B {PROGRAM}", _text(_ABOUT), ".SH COMMANDS")
    for spec in found:
        yield from _command(spec)
    yield from (".SH KEYS", "The keys of the default keymap; 'cablereader keys' prints those in force.")
    for context in CONTEXTS:
        yield f'.SS "{_text(TITLES[context])}"'
        for item in Keymap().commands_of(context):
            yield from _tagged(", ".join(map(key_label, item.keys)) or f":{item.title.lower()}", item.help + ".")
    yield from (".SH SETTINGS", "In config.toml:")
    for setting in SETTINGS:
        yield from _tagged(f"{setting.name} = {setting.example}", setting.help + ".")
    for title, rows in (("FILES", _FILES), ("ENVIRONMENT", _ENVIRONMENT), ("EXIT STATUS", _EXIT_CODES)):
        yield f".SH {title}"
        for name, text in rows:
            yield from _tagged(name, text)


def _command(spec: Spec) -> Iterator[str]:
    yield f'.SS "{_text(_bold_words(spec))}"'
    yield _text(spec.purpose)
    for item in (*spec.takes, *spec.options):
        if item.flags != ("-h", "--help"):
            yield from _tagged(_called(item), item.help[0].upper() + item.help[1:] + ".")
    if spec.more:
        yield from (".PP", ".nf", _text(spec.more.rstrip()), ".fi")


def _is_outer(spec: Spec, found: Sequence[Spec]) -> bool:
    """Whether a command has others within it."""
    return bool(spec.words) and any(other.words[:-1] == spec.words for other in found)


def _bold_words(spec: Spec) -> str:
    return " ".join([PROGRAM, *spec.words])


def _synopsis(spec: Spec) -> str:
    parts = ["[OPTION ...]"] if len(spec.options) > 1 else []
    parts += [_one_or_more(item) for item in spec.takes]
    return _text(" ".join(parts)) or "."


def _one_or_more(item: Taken) -> str:
    word = f"{item.value} ..." if item.many else item.value
    return word if item.needed else f"[{word}]"


def _called(item: Taken) -> str:
    if not item.flags:
        return item.value
    return ", ".join(f"{flag} {item.value}".rstrip() for flag in item.flags)


def _tagged(name: str, text: str) -> Iterator[str]:
    yield from (".TP", f"\\fB{_text(name)}\\fR", _text(text))


def _text(text: str) -> str:
    """Words as roff takes them: backslashes and hyphens as they are, and no line that begins as a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return "\n".join(f"\\&{line}" if line[:1] in (".", "'") else line for line in escaped.split("\n"))
