"""Zip archives: read in place, and refused with a plain reason where they are not what they say."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from cablereader.store.entry import Place
from cablereader.store.errors import SourceError
from cablereader.store.sources.contents import contents, kind_of, read_place
from cablereader.store.sources.part import Part

TEXT = "R 071405Z SEP 06\r\nFM AMEMBASSY PORT ALDER\r\ncaf\u00e9\n"


def archive(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as opened:
        for name, blob in members.items():
            opened.writestr(name, blob)
    return path


def read(path: Path, part: Part) -> str:
    return read_place(Place(path, part.member, part.start, part.length))


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_members_are_read_from_their_place(tmp_path: Path, method: int) -> None:
    members = {"b.txt": b"second", "a/deep/folder/x.txt": TEXT.encode(), "a/\u00e9t\u00e9.txt": TEXT.encode("cp1252")}
    path = archive(tmp_path / "x.zip", members, method)
    assert kind_of(path) == "zip"
    parts = list(contents(path, "zip"))
    assert [part.member for part in parts] == sorted(members)
    assert {part.member: read(path, part) for part in parts} == {
        "b.txt": "second",
        "a/deep/folder/x.txt": TEXT,
        "a/\u00e9t\u00e9.txt": TEXT,
    }
    assert [part.name for part in parts] == ["x.txt", "\u00e9t\u00e9.txt", "b.txt"]


def test_hidden_members_and_folders_are_none(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "x.zip", {"folder/": b"", ".hidden": b"x", "a/.git/x": b"x", "__MACOSX/a": b"x", "a/b": b"x"}
    )
    assert [part.member for part in contents(path, "zip")] == ["a/b"]


class _Pipe(io.BytesIO):
    """A file that can only be written to its end."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("a pipe has no place")


def test_a_member_written_through_a_pipe_has_its_sizes_behind_it(tmp_path: Path) -> None:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a.txt", TEXT)
    path = tmp_path / "x.zip"
    path.write_bytes(pipe.getvalue())
    (part,) = contents(path, "zip")
    assert read(path, part) == TEXT


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", {"a.txt": b"secret"})
    blob = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        blob[blob.index(mark) + offset] |= 1
    path.write_bytes(blob)
    (part,) = contents(path, "zip")
    assert part.problem == "encrypted"
    with pytest.raises(SourceError, match="encrypted"):
        read(path, part)


def test_a_bomb_is_refused_before_and_while_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "x.zip", {"a.txt": b"A" * (8 << 20)})
    (part,) = contents(path, "zip")
    assert part.problem is not None
    assert "bomb" in part.problem
    monkeypatch.setattr("cablereader.store.sources.archive.LARGEST", 1 << 20)
    monkeypatch.setattr("cablereader.store.sources.text.LARGEST", 1 << 20)
    with pytest.raises(SourceError, match="larger than 1 MB"):
        read(path, part)


def test_members_that_overlap_are_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", {f"{n}.txt": bytes(range(256)) * 64 for n in range(3)}, zipfile.ZIP_STORED)
    blob = bytearray(path.read_bytes())
    at = blob.index(b"PK\x01\x02")
    for _ in range(3):  # every member claims the whole archive
        struct.pack_into("<II", blob, at + 20, len(blob), len(blob))
        at = blob.find(b"PK\x01\x02", at + 4)
    path.write_bytes(blob)
    with pytest.raises(SourceError, match="overlap"):
        contents(path, "zip")


def test_what_is_damaged_says_so(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", {"a.txt": TEXT.encode() * 50})
    (part,) = contents(path, "zip")
    blob = path.read_bytes()
    path.write_bytes(blob[:60] + bytes(20) + blob[80:])
    with pytest.raises(SourceError, match=r"a\.txt: (damaged|its checksum)"):
        read(path, part)
    path.write_bytes(blob[: len(blob) // 2])
    with pytest.raises(SourceError, match="damaged archive"):
        contents(path, "zip")


def test_an_archive_that_was_changed_gives_no_other_text(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", {"a.txt": b"first", "b.txt": b"second"})
    first, second = contents(path, "zip")
    archive(path, {"c.txt": b"a longer text than before", "b.txt": b"second"})
    for part in (first, second):
        with pytest.raises(SourceError, match="was changed"):
            read(path, part)


def test_other_binaries_in_it_say_what_they_are(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "x.zip",
        {"photo.png": b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "inner.zip": b"PK\x03\x04" + bytes(90)},
    )
    for part in contents(path, "zip"):
        with pytest.raises(SourceError, match="binary file"):
            read(path, part)
