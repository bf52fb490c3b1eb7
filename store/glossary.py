"""The file of the user's own terms: a line for each, term and meaning with a tab between them."""

from __future__ import annotations

from pathlib import Path

from ..cable.own_terms import NONE, OwnTerms
from .config.faults import Fault
from .errors import reason_of


def read_glossary(path: Path) -> tuple[OwnTerms, list[Fault]]:
    """The terms of a file, and what in it cannot be used; no file has no terms and no fault.

    Empty lines, and those that begin with `#`, are passed over; of a term that stands twice the later line counts.
    """
    faults: list[Fault] = []
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return NONE, faults
    except OSError as error:
        return NONE, [Fault(path, None, f"cannot be read: {reason_of(error)}", "mend its permissions")]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return NONE, [Fault(path, line, "is not UTF-8", "save the file as UTF-8")]
    meanings: dict[str, str] = {}
    for number, written in enumerate(text.split("\n"), 1):
        term, _, meaning = (part.strip() for part in written.partition("\t"))
        if written.startswith("#") or not written.strip():
            continue
        if not term or not meaning:
            faults.append(
                Fault(path, number, "this is no term with a meaning", "write the term, a tab, and what it means")
            )
        elif not any(character.isalnum() for character in term):
            faults.append(Fault(path, number, f"“{term}” has neither letter nor digit", "only words can be found"))
        else:
            meanings[" ".join(term.split())] = " ".join(meaning.split())
    return OwnTerms(meanings), faults
