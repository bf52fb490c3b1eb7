"""The completion script for bash."""

from __future__ import annotations

from .specs import Spec, within

_SCRIPT = """\
# Completion of cablereader for bash: put `source <(cablereader completions bash)` into ~/.bashrc.
_cablereader() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command='' words='' files='' i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$command ${{COMP_WORDS[i]}}" in
{commands}
        esac
    done
    case "$command $previous" in
{values}
    esac
    case "$command" in
{words}
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    if [[ $files && $current != -* ]]; then
        local IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen -f -- "$current"))
    fi
}}
complete -F _cablereader cablereader
"""


def script(found: tuple[Spec, ...]) -> str:
    """The script for these commands."""
    commands = [
        f"            '{_before(spec)} {spec.words[-1]}') command='{spec.name}' ;;" for spec in found if spec.words
    ]
    return _SCRIPT.format(
        commands="\n".join(commands),
        values="\n".join(line for spec in found for line in _values(spec)),
        words="\n".join(_words(spec, found) for spec in found),
    )


def _before(spec: Spec) -> str:
    return " ".join(spec.words[:-1])


def _values(spec: Spec) -> list[str]:
    """What comes behind an option that takes a value."""
    lines = []
    for option in spec.options:
        if option.value:
            cases = "|".join(f"'{spec.name} {flag}'" for flag in option.flags)
            reply = f'compgen -W "{" ".join(option.choices)}"' if option.choices else "compgen -f"
            body = f'COMPREPLY=($({reply} -- "$current"))' if option.choices or option.is_file else "COMPREPLY=()"
            lines.append(f"        {cases}) {body}; return ;;")
    return lines


def _words(spec: Spec, found: tuple[Spec, ...]) -> str:
    inner = [item.words[-1] for item in within(found, spec.words)]
    choices = [choice for item in spec.takes for choice in item.choices]
    words = " ".join([*inner, *choices, *spec.flags])
    files = "yes" if any(item.is_file for item in spec.takes) else ""
    return f"        '{spec.name}') words='{words}' files='{files}' ;;"
