"""Files and standard input as text."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from cablereader.store import sources
from cablereader.store.errors import SourceError
from cablereader.store.sources import decode, iter_files, read_standard_input, read_text
from cablereader.store.sources.contents import kind_of
from hypothesis import given
from hypothesis import strategies as st

from ..hostile import FILES

BINARY = {"nul", "every-byte", "utf-16-no-bom", "png", "gzip", "sqlite", "elf", "pdf"}


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", "c/d/e.txt", ".hidden", ".git/config", "a/.swp"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(path.relative_to(tmp_path)) for path in iter_files([tmp_path])]
    assert found == [os.path.join("a", "1.txt"), os.path.join("a", "2.txt"), "b.txt", os.path.join("c", "d", "e.txt")]


def test_named_paths_always_come(tmp_path: Path) -> None:
    hidden, missing = tmp_path / ".hidden", tmp_path / "missing"
    hidden.write_text("x")
    assert list(iter_files([missing, str(hidden)])) == [missing, hidden]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(iter_files([tmp_path]))
    assert found == [tmp_path / "a" / "x.txt", tmp_path / "self"]
    with pytest.raises(SourceError, match="circle"):
        read_text(tmp_path / "self")


def test_deep_folders_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text("x")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(250)
    try:
        found = list(iter_files([tmp_path]))
    finally:
        sys.setrecursionlimit(limit)
    assert found == [deep / "x.txt"]


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert list(iter_files([tmp_path])) == []


def test_a_pipe_that_was_named_is_one_text_and_read_once() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"PK\x03\x04 what a look at its beginning would take away")
    os.close(writing)
    path = Path(f"/dev/fd/{reading}")
    assert kind_of(path) == "file"
    assert path.read_bytes().startswith(b"PK")
    os.close(reading)


@pytest.mark.parametrize("name", [name for name in FILES if name not in BINARY])
def test_texts_are_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(FILES[name])
    assert isinstance(read_text(path), str)


@pytest.mark.parametrize("name", sorted(BINARY))
def test_binary_files_say_so(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(FILES[name])
    with pytest.raises(SourceError) as caught:
        read_text(path)
    assert caught.value.reason == "binary file"


def test_encodings(tmp_path: Path) -> None:
    path = tmp_path / "x"
    for blob, text in [
        ("café ’".encode(), "café ’"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        (b"caf\xe9 \x92", "café ’"),
        (b"caf\xe9 \x81\x9d", "café \x81\x9d"),
        ("café\n".encode("utf-16"), "café\n"),
        ("café\n".encode("utf-32"), "café\n"),
        (b"a\r\nb\rc\nd", "a\r\nb\rc\nd"),
    ]:
        path.write_bytes(blob)
        assert read_text(path) == text


@given(st.binary())
def test_any_bytes_decode(blob: bytes) -> None:
    text = decode(blob)
    assert len(text) <= len(blob)


@given(st.text())
def test_utf8_comes_back_as_it_is(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode("utf-8")) == text


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read: no such file") as caught:
        read_text(tmp_path / "missing")
    assert caught.value.what_to_do
    with pytest.raises(SourceError, match="it is a folder"):
        read_text(tmp_path)
    with pytest.raises(SourceError, match="NUL"):
        read_text(Path("a\x00b"))


def test_too_large_a_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources.text, "LARGEST", 2**20)
    path = tmp_path / "x"
    path.write_bytes(b"x" * 2**20)
    assert len(read_text(path)) == 2**20
    path.write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(SourceError, match="larger than 1 MB"):
        read_text(path)


def test_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"caf\xe9\r\n")))
    assert read_standard_input() == "café\r\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(bytes(100))))
    with pytest.raises(SourceError, match="standard input: binary file"):
        read_standard_input()


def test_hostile_names_are_harmless_in_messages(hostile_named_file: Path) -> None:
    hostile_named_file.write_bytes(bytes(100))
    with pytest.raises(SourceError) as caught:
        read_text(hostile_named_file)
    assert "\x1b" not in str(caught.value)
    str(caught.value).encode("utf-8")
