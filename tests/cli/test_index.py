"""`cablereader index`: a catalogue from the command line."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cablereader.cli.indexing import duration, place_of, summary
from cablereader.store.catalogue import Outcome
from cablereader.store.entry import Entry

from ..store.telegrams import row, telegram, write
from .conftest import Run


def test_it_says_what_it_did(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "cables", 1, 2)
    (tmp_path / "cables" / "menu.txt").write_text("Soup.")
    done = run("index", tmp_path / "cables")
    assert (done.code, done.err) == (0, "")
    assert done.out == "2 cables (3 added); 1 text not read as cables (--problems lists them)\n"
    assert run("index", tmp_path / "cables").out.startswith("2 cables (nothing changed)")
    (tmp_path / "cables" / "menu.txt").unlink()
    (tmp_path / "cables" / "2.txt").write_text(telegram(2, "Another text."))
    assert run("index", tmp_path / "cables").out == "2 cables (1 changed, 1 removed)\n"
    assert run("index", "--rebuild", tmp_path / "cables").out == "2 cables (2 added)\n"


def test_problems_are_listed_with_their_reasons(run: Run, tmp_path: Path) -> None:
    write(tmp_path, 1)
    (tmp_path / "menu\x1b[31m.txt").write_text("Soup.")
    (tmp_path / "dump.csv").write_text(row(2) + row(3).replace("UNCLAS PORT ALDER", "").replace("FM ", '"') + row(4))
    done = run("index", "--problems", tmp_path)
    assert done.code == 0
    menu, *others = sorted(done.out.splitlines(), reverse=True)
    assert menu == f"{tmp_path}/menu\u241b[31m.txt\tno telegram found in this file"
    assert all("dump.csv:2" in line for line in others)


def test_quiet_says_nothing(run: Run, tmp_path: Path) -> None:
    write(tmp_path, 1)
    assert run("index", "--quiet", tmp_path) == (0, "", "")


def test_nothing_found_and_nothing_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Soup.")
    assert run("index", tmp_path).code == 1
    done = run("index", tmp_path / "gone")
    assert done.code == 2
    assert "no such file or folder" in done.err


def test_a_cable_of_a_dump_is_shown_by_its_id(run: Run, tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n) for n in range(1, 9)))
    assert run("index", dump).code == 0
    shown = run("show", "06PORTALDER5", dump)
    assert shown.code == 0
    assert "A LAMP 5" in shown.out
    assert run("show", "06PORTALDER77", dump).code == 1
    dump.write_text(row(77) + dump.read_text())
    assert "A LAMP 77" in run("show", "06PORTALDER77", dump).out, "what is new is looked for before it is given up"


def _started(dump: Path, home: Path, stderr: int) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "cablereader", "index", str(dump)]
    environment = os.environ | {"CABLEREADER_HOME": str(home), "TERM": "xterm", "COLUMNS": "100"}
    return subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=stderr, start_new_session=True)


def _read_until(terminal: int, wanted: bytes) -> bytes:
    read, deadline = b"", time.monotonic() + 20
    while wanted not in read:
        assert time.monotonic() < deadline, read
        if select.select([terminal], [], [], 0.1)[0]:
            read += os.read(terminal, 65536)
    return read


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of POSIX")
def test_a_terminal_sees_progress_and_ctrl_c_keeps_what_is_done(tmp_path: Path, home: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n, "Plain tides. " * 60, day=n % 28 + 1) for n in range(1, 6000)))
    ours, theirs = pty.openpty()
    program = _started(dump, home, theirs)
    os.close(theirs)
    _read_until(ours, b"of 5,999")
    os.killpg(program.pid, signal.SIGINT)
    said = _read_until(ours, b"goes on from there")
    assert program.wait() == 130
    assert b"stopped: " in said
    assert program.stdout is not None
    assert program.stdout.read() == b""
    program.stdout.close()
    os.close(ours)
    again = subprocess.run(
        [sys.executable, "-m", "cablereader", "index", str(dump)],
        env=os.environ | {"CABLEREADER_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    added = int(again.stdout.partition("(")[2].partition(" ")[0].replace(",", ""))
    assert again.stdout.startswith("5,999 cables")
    assert 0 < added < 5999


def test_words_for_people() -> None:
    assert [duration(seconds) for seconds in (0.4, 48, 60, 125, 3600, 4200)] == [
        "0 s", "48 s", "1 min 0 s", "2 min 5 s", "1 h 0 min", "1 h 10 min",
    ]  # fmt: skip
    assert summary(Outcome(added=1200), 1200, 0) == "1,200 cables (1,200 added)"
    assert place_of(Entry(Path("/x/a.zip"), "b.txt", member="c/b.txt")) == "/x/a.zip: c/b.txt"
    assert place_of(Entry(Path("/x/a.csv"), "a.csv:7", start=9, length=3)) == "/x/a.csv:7"
    assert place_of(Entry(None, "standard input")) == "standard input"
