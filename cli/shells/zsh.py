"""The completion script for zsh."""

from __future__ import annotations

from .specs import Spec, Taken, within

_SCRIPT = """\
#compdef cablereader
# Completion of cablereader for zsh: save as _cablereader in a folder of $fpath.
{functions}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _cablereader "$@"
else
    compdef _cablereader cablereader
fi
"""


def script(found: tuple[Spec, ...]) -> str:
    """The script for these commands."""
    return _SCRIPT.format(functions="\n".join(_function(spec, found) for spec in found))


def _function(spec: Spec, found: tuple[Spec, ...]) -> str:
    inner = within(found, spec.words)
    options = [line for option in spec.options for line in _option(option)]
    if not inner:
        lines = " \\\n        ".join([*options, *(_word(item) for item in spec.takes)])
        return f"{_called(spec)}() {{\n    _arguments \\\n        {lines}\n}}\n"
    described = "\n".join(f"            {_quoted(_colons(item.words[-1]) + ':' + item.purpose)}" for item in inner)
    cases = "\n".join(f"                {item.words[-1]}) {_called(item)} ;;" for item in inner)
    files = "\n            _files" if any(item.is_file for item in spec.takes) else ""
    joined = " \\\n        ".join(options)
    return f"""\
{_called(spec)}() {{
    local state line
    local -a commands
    _arguments -C \\
        {joined} \\
        '1: :->first' '*:: :->rest'
    case $state in
        first)
            commands=(
{described}
            )
            _describe command commands{files} ;;
        rest)
            case $line[1] in
{cases}
                *) _files ;;
            esac ;;
    esac
}}
"""


def _called(spec: Spec) -> str:
    return "_".join(["_cablereader", *spec.words])


def _option(option: Taken) -> list[str]:
    """An option under each of its spellings, with what its value may be."""
    return [_quoted(f"{flag}[{_bracketed(option.help)}]{_value(option)}") for flag in option.flags]


def _value(item: Taken) -> str:
    if not item.value:
        return ""
    if item.choices:
        return f":{item.value}:({' '.join(item.choices)})"
    return f":{item.value}:{'_files' if item.is_file else ' '}"


def _word(item: Taken) -> str:
    return _quoted(f"{'*' if item.many else ''}{_value(item) if item.many or item.needed else ':' + _value(item)}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _bracketed(text: str) -> str:
    return _colons(text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]"))


def _colons(text: str) -> str:
    return text.replace(":", "\\:")
