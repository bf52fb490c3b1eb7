"""The care of note files without the screen: check, recover, merge, backup, restore."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.cli.notes import ACTIONS

from ..store.note_files import KEY, NAME, blob_of, some_notes
from .conftest import Run

NOTES = some_notes(6)
BLOB = blob_of(NOTES)


@pytest.fixture
def path(home: Path) -> Path:
    """A note file with six notes, made before texts were kept."""
    folder = home / "data" / "notes"
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(BLOB)
    return folder / NAME


def _files(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_notes_without_an_action_name_them_all(run: Run) -> None:
    done = run("notes")
    assert done.code == 2
    assert f"one of {', '.join(ACTIONS)}" in done.err
    assert run("notes", "chekc").code == 2


def test_check_of_good_notes(run: Run, telegram: Path) -> None:
    run("notes", "add", telegram, "--at", "1", "--text", "x")
    done = run("notes", "check")
    assert (done.code, done.out, done.err) == (
        0,
        "1 note file, 1 note, 0 deleted notes, 0 backups: nothing is wrong\n",
        "",
    )


def test_check_of_what_is_to_look_at(run: Run, path: Path) -> None:
    path.with_name(f"{KEY} (1).json").write_bytes(BLOB)
    done = run("notes", "check", "--json")
    report = json.loads(done.out)
    assert done.code == 1
    assert [finding["kind"] for finding in report["findings"]] == ["conflict"]
    assert "notes merge" in report["findings"][0]["what_to_do"]


def test_check_of_damage(run: Run, path: Path, home: Path) -> None:
    path.write_bytes(BLOB[:-20])
    before = _files(home)
    done = run("notes", "check")
    assert done.code == 3
    assert done.out.splitlines()[1].startswith(f"damaged\t{NAME}\t")
    assert "cablereader notes recover" in done.out
    assert _files(home) == before


def test_recover_reports_first_and_writes_with_consent(run: Run, path: Path, home: Path) -> None:
    run("notes", "backup")
    path.write_bytes(BLOB[: len(BLOB) // 2])
    before = _files(home)
    done = run("notes", "recover")
    assert done.code == 0
    assert "Nothing was written" in done.out
    assert "found in it" in done.out
    assert "more from its backup of" in done.out
    assert _files(home) == before
    (item,) = json.loads(run("notes", "recover", KEY, "--json").out)
    assert item["found"] + len(item["from_backup"]) == 6
    assert (item["lost"], item["written"]) == ([], False)
    assert _files(home) == before
    assert run("notes", "recover", "--yes").code == 0
    assert path.read_bytes() == BLOB
    (aside,) = path.parent.glob(f"{NAME}.corrupt-*")
    assert aside.read_bytes() == BLOB[: len(BLOB) // 2]
    assert run("notes", "recover").out == "No note file is damaged.\n"


def test_recover_into_a_new_file(run: Run, path: Path, tmp_path: Path) -> None:
    path.write_bytes(BLOB + b"}}")
    new = tmp_path / "new.json"
    assert run("notes", "recover", "-o", new).code == 0
    assert (new.read_bytes(), path.read_bytes()) == (BLOB, BLOB + b"}}")
    assert run("notes", "recover", "-o", new).code == 3
    assert run("notes", "recover", "-o", tmp_path / "other.json", "--yes").code == 2
    assert run("notes", "recover", "06NOWHERE1").code == 1


def test_merge_prints_and_writes(run: Run, path: Path, tmp_path: Path, home: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(blob_of([replace(NOTES[0], rev=2, body="newer"), *some_notes(8)[6:]]))
    before = _files(home)
    done = run("notes", "merge", path, other)
    assert len(json.loads(done.out)["notes"]) == 9
    assert _files(home) == before
    written = run("notes", "merge", path, other, "--write")
    assert written.out == f"{path}: 2 added, 1 newer, 1 kept beside\n"
    assert path.read_bytes().decode() == done.out
    assert run("notes", "restore", KEY).code == 0
    assert path.read_bytes() == BLOB


def test_merge_of_what_sync_programs_left(run: Run, path: Path) -> None:
    assert run("notes", "merge").out == "No copies to merge.\n"
    copy = path.with_name(f"{KEY}.sync-conflict-20261121-120000-ABCDEFG.json")
    copy.write_bytes(blob_of(some_notes(8)))
    done = run("notes", "merge")
    assert done.code == 0
    assert f"{copy.name}: 2 added, 0 newer, 0 kept beside in {NAME}" in done.out
    assert not copy.exists()
    copy.write_text("{")
    assert run("notes", "merge").code == 3
    assert copy.exists()


def test_merge_refuses_what_does_not_belong_together(run: Run, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(BLOB.replace(KEY.encode(), b"06PORTALDER1"))
    done = run("notes", "merge", path, other)
    assert (done.code, done.out) == (3, "")
    assert "has notes of 06PORTALDER412, not of 06PORTALDER1" in done.err
    for words in ([path], [path, other, other], [path, tmp_path / "missing"], ["--write"]):
        assert run("notes", "merge", *words).code == 2


def _git(*words: str, at: Path) -> subprocess.CompletedProcess[str]:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *words], cwd=at, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize("spoilt", [False, True])
def test_git_merges_with_it(tmp_path: Path, spoilt: bool) -> None:
    file = tmp_path / NAME
    program = f"{sys.executable} -P -m cablereader"
    _git("init", "-q", "-b", "main", at=tmp_path)
    _git("config", "merge.cablereader.driver", f"{program} notes merge --driver %O %A %B", at=tmp_path)
    (tmp_path / ".gitattributes").write_text("*.json merge=cablereader\n")

    def commit(blob: bytes) -> None:
        file.write_bytes(blob)
        _git("add", ".", at=tmp_path)
        assert _git("commit", "-q", "-m", "x", at=tmp_path).returncode == 0

    commit(blob_of(NOTES[:2]))
    _git("checkout", "-q", "-b", "other", at=tmp_path)
    commit(b"{" if spoilt else blob_of([replace(NOTES[0], rev=2, body="theirs"), NOTES[1], NOTES[3]]))
    _git("checkout", "-q", "main", at=tmp_path)
    commit(mine := blob_of([replace(NOTES[0], rev=2, body="mine"), NOTES[1], NOTES[2]]))
    merged = _git("merge", "other", "-m", "x", at=tmp_path)
    if spoilt:
        assert merged.returncode == 1
        assert "CONFLICT" in merged.stdout
        assert file.read_bytes() == mine
        return
    assert merged.returncode == 0, merged.stderr
    bodies = {note["body"] for note in json.loads(file.read_bytes())["notes"].values()}
    assert bodies == {"mine", "theirs", NOTES[1].body, NOTES[2].body, NOTES[3].body}
    assert file.stat().st_mode & 0o044, "as readable as git made it"


def test_backup_and_restore(run: Run, path: Path, telegram: Path) -> None:
    (kept,) = run("notes", "backup").out.splitlines()
    assert Path(kept).read_bytes() == BLOB
    assert run("notes", "backup").out == "", "nothing new to keep"
    path.write_bytes(blob_of(NOTES[:1]))
    done = run("notes", "restore", KEY)
    assert done.code == 0
    assert path.read_bytes() == BLOB
    run("notes", "restore", KEY)
    assert path.read_bytes() == blob_of(NOTES[:1]), "restoring again undoes it"
    rows = [line.split("\t") for line in run("notes", "restore", "--list").out.splitlines()]
    assert [row[1:3] for row in rows] == [["5", KEY], ["1", KEY], ["5", KEY]]


def test_restore_at_a_time(run: Run, path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    for day, count in ((1, 1), (2, 2), (3, 3)):
        (folder / f"{NAME}.2026010{day}T120000.000000Z").write_bytes(blob_of(NOTES[:count]))
    for at, count in (("2026-01-02", 2), ("2026-01-02T12:00:00Z", 2), ("2026-01-03 11:00", 2), ("2026-01-01T12", 1)):
        assert run("notes", "restore", KEY, "--at", at).code == 0
        assert path.read_bytes() == blob_of(NOTES[:count])
    for words, code in ((["--at", "2025-12-31"], 1), (["--at", "noon"], 2)):
        assert run("notes", "restore", KEY, *words).code == code
    assert run("notes", "restore", "06NOWHERE1").code == 1
    assert run("notes", "restore").code == 2
    assert path.read_bytes() == blob_of(NOTES[:1])


def test_restore_by_the_name_that_the_list_shows(run: Run, path: Path) -> None:
    odd = path.with_name("a%2Fb.json")
    odd.write_bytes(BLOB.replace(KEY.encode(), b"a/b"))
    run("notes", "backup")
    odd.unlink()
    assert "notes restore a%2Fb" in run("notes", "check").out
    assert run("notes", "restore", "a%2Fb").code == 0
    odd.unlink()
    assert run("notes", "restore", "a/b").code == 0
    assert odd.exists()


def test_backup_of_nothing(run: Run) -> None:
    assert run("notes", "backup").code == 1
    assert run("notes", "restore", "--list") == (1, "", "cablereader: there are no backups yet\n")


def test_a_note_is_found_by_its_beginning_past_a_damaged_file(run: Run, telegram: Path, path: Path) -> None:
    note = run("notes", "add", telegram, "--at", "1", "--text", "first").out.strip()
    path.write_text("{")
    assert run("notes", "edit", note[:8], "--text", "second").out.strip() == note
    missed = run("notes", "edit", "abcdef", "--text", "x")
    assert missed.code == 1
    assert NAME in missed.err, "it may be in there"


def test_an_id_proven_by_the_file_name_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "06PORTALDER2199.txt"
    file.write_text("UNCLAS PORT ALDER 002199\n\nSUBJECT: A HARBOUR IN FOG\n\n1. (U) The pilots stay ashore.\n")
    assert json.loads(run("show", file, "--json").out)["id"] == "06PORTALDER2199"


@pytest.mark.skipif(os.name == "nt", reason="needs modes")
def test_the_folder_of_another_can_be_checked(run: Run, path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        assert run("notes", "check").code == 0
        assert run("notes", "list").code == 0
    finally:
        path.parent.chmod(0o700)
