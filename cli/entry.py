"""The front door: chooses the command, and turns whatever goes wrong into one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .. import __version__
from ..store.errors import StoreError, reason_of
from .commands import command_of
from .output import Output
from .problem import PROGRAM, Exit, Problem, tell

_OVERVIEW = f"""\
usage: {PROGRAM} [PATH ...]          open cables on the screen: folders, files, - for standard input;
                                   without PATH those of the last time, else the samples; --no-mouse
       {PROGRAM} COMMAND [...]       the same without the screen

commands:
  list [PATH ...]                  the cables found, one a line
  search QUERY [PATH ...]          the cables that a query finds, with the passages (search --help tells the query)
  facets [FIELD] [PATH ...]        how many there are of each year, post, tag, class (--query)
  refs ID [PATH ...]               what a cable cites, and what cites it
  graph [QUERY] [PATH ...]         who cites whom, as JSON
  searches                         the saved searches
  index [PATH ...]                 catalogues many cables, so that they are listed and found at once
  show CABLE                       one cable: as text, --json, --raw (its source) or --spans
  cite CABLE [--at LABEL]          its citation, or that of paragraphs (--until); --quote: the words above
  read [CABLE] [PATH ...]          one cable line by line, with a prompt: for screen readers and scripts
  notes list | search WORD | tags  the notes; those with these words; their tags
  notes add CABLE --at LABEL --text TEXT [--tag TAG] [--until LABEL] [--words WORDS]
  notes highlight CABLE --at LABEL [--words WORDS] [--color COLOR]
  notes edit NOTE --text TEXT      NOTE is an id from the list, or its beginning
  notes delete | undelete NOTE     a deleted note stays in its file
  notes history | revert NOTE      its versions, what changed; back to one (--to REVISION)
  notes where CABLE                how each note stands in this copy of the cable
  notes confirm NOTE --at LABEL    puts a note on a paragraph by hand
  notes check                      what is damaged, conflicting or missing among the note files
  notes recover [--yes]            brings back what damaged note files had
  notes merge [A B]                one note file of two; without files, those that sync programs left
  notes backup | restore CABLE     keeps a copy of every note file now; puts one back (--list, --at TIME)
  export [CABLE ...]               the notes as Markdown, data, annotations or a bibliography (--format)
  import FILE                      notes from a file or a folder: what would become of each; --yes writes them
  marks                            what was read, flagged, tagged, bookmarked, as JSON; --import FILE
  paths                            where notes and settings are kept
  keys                             every command of the screen with its keys
  config [--init]                  your settings; --init writes a first file that explains them
  doctor                           what works here, and what to do about what does not
  completions bash | zsh | fish    a script that completes commands and options
  manual                           the manual page

CABLE is an id such as 06MEXICO4964, a file, or - for standard input. Write ./list to open a folder named list.
Each command has --help. Exit codes: 0 good, 1 nothing found, 2 bad use, 3 failed.
"""

_DEBUG = "CABLEREADER_DEBUG"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line (`sys.argv` without the program's name by default) and returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    out = Output()
    try:
        code = _run(words, out)
        out.stream.flush()
    except SystemExit as end:  # argparse, after --help
        return end.code if isinstance(end.code, int) else Exit.GOOD
    except BrokenPipeError:
        _silence()
        return Exit.BROKEN_PIPE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Problem as problem:
        tell(str(problem))
        return problem.code
    except Exception as error:
        return _failed(error)
    return code


def _run(words: Sequence[str], out: Output) -> int:
    first = words[0] if words else ""
    if first in ("--help", "-h"):
        out.line(_OVERVIEW.rstrip())
        return Exit.GOOD
    if first == "--version":
        out.line(f"{PROGRAM} {__version__}")
        return Exit.GOOD
    command = command_of(first)
    if command:
        return command(words[1:], out)
    from .screen import run

    return run(words, out)


def _failed(error: Exception) -> Exit:
    """Tells of an error that no command expected to be its own."""
    if os.environ.get(_DEBUG):
        raise error
    if isinstance(error, StoreError):
        tell(str(Problem.of(error)))
    elif isinstance(error, OSError):
        tell(f"{error.filename or 'standard output'}: {reason_of(error)}")
    else:
        what = f"{type(error).__name__}: {error}"
        tell(f"this should not have happened: {what}: please report it ({_DEBUG}=1 shows where)")
    return Exit.FAILED


def _silence() -> None:
    """Python flushes standard output at its end; a closed pipe would be told about then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
