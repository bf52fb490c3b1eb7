"""`cablereader notes check`: looks through the notes folder, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from ..store.notes import NoteStore
from ..store.notes.care.check import SERIOUS, Checked, Finding, check
from ..store.words import counted
from .output import Column, Output
from .parsing import Parser
from .problem import Exit

PURPOSE = "Look for damaged, strange, conflicting and missing files among the notes. Changes nothing."
_MORE = "Exit codes: 0 nothing wrong, 1 something to look at, 3 notes that cannot be read."
_COLUMNS = (Column("What", "bold"), Column("File", widest=40), Column("Why, and what to do"))


def run(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes check`: prints what was found, worst first."""
    parser = Parser("notes check", PURPOSE, _MORE)
    parser.add_argument("--json", action="store_true", help="as a JSON object")
    words = parser.parse_args(argv)
    checked = check(store.folder, store.has_snapshot)
    findings = sorted(checked.findings, key=lambda finding: finding.kind not in SERIOUS)
    if words.json:
        out.json(_report(checked, findings))
    else:
        out.line(_summary(checked))
        if findings:
            out.table(_COLUMNS, (_row(finding) for finding in findings), wrap=True)
    if any(finding.kind in SERIOUS for finding in findings):
        return Exit.FAILED
    return Exit.NOTHING_FOUND if findings else Exit.GOOD


def _summary(checked: Checked) -> str:
    there = (
        (checked.files, "note file"),
        (checked.notes - checked.deleted, "note"),
        (checked.deleted, "deleted note"),
        (checked.backups, "backup"),
    )
    what = ", ".join(counted(count, name) for count, name in there)
    return f"{what}: {'nothing is wrong' if not checked.findings else f'{len(checked.findings)} to look at'}"


def _row(finding: Finding) -> tuple[str, ...]:
    return finding.kind, finding.path.name, f"{finding.reason}. {finding.what_to_do}"


def _report(checked: Checked, findings: Sequence[Finding]) -> dict[str, object]:
    return {
        "files": checked.files,
        "notes": checked.notes - checked.deleted,
        "deleted": checked.deleted,
        "backups": checked.backups,
        "findings": [
            {
                "kind": finding.kind,
                "path": str(finding.path),
                "reason": finding.reason,
                "what_to_do": finding.what_to_do,
            }
            for finding in findings
        ],
    }
