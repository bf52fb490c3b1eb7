"""The completion script for fish."""

from __future__ import annotations

from .specs import Spec, Taken, within

_HEAD = "# Completion of cablereader for fish: save as ~/.config/fish/completions/cablereader.fish."


def script(found: tuple[Spec, ...]) -> str:
    """The script for these commands."""
    lines = [_HEAD]
    for spec in found:
        inner = within(found, spec.words)
        there = _condition(spec, inner, found)
        for item in inner:
            lines.append(_line(there, f"-a {item.words[-1]} -d {_quoted(item.purpose)}"))
        lines += [_line(there, _option(option)) for option in spec.options]
        choices = " ".join(choice for item in spec.takes for choice in item.choices)
        if choices:
            lines.append(_line(there, f"-f -a {_quoted(choices)}"))
        elif spec.words and not any(item.is_file for item in spec.takes):
            lines.append(_line(there, "-f"))
    return "\n".join(lines) + "\n"


def _line(condition: str, rest: str) -> str:
    return f"complete -c cablereader -n {_quoted(condition)} {rest}"


def _condition(spec: Spec, inner: list[Spec], found: tuple[Spec, ...]) -> str:
    """When a command is the one that is being typed, and not one of the same name within another."""
    seen = [f"__fish_seen_subcommand_from {word}" for word in spec.words]
    if len(spec.words) == 1:
        outer = [item.words[0] for item in found if item.words[1:] == spec.words]
        seen += [f"not __fish_seen_subcommand_from {word}" for word in outer]
    if inner:
        seen.append(f"not __fish_seen_subcommand_from {' '.join(item.words[-1] for item in inner)}")
    return "; and ".join(seen)


def _option(option: Taken) -> str:
    parts = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags]
    if option.choices:
        parts.append(f"-x -a {_quoted(' '.join(option.choices))}")
    elif option.value:
        parts.append("-r" if option.is_file else "-x")
    return " ".join([*parts, f"-d {_quoted(option.help)}"])


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
