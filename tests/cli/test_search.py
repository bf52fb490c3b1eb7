"""Searching without the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .. import hostile
from ..hostile import leaks
from .conftest import Run


def test_a_line_per_hit(run: Run, telegram: Path) -> None:
    done = run("search", "mist", telegram)
    assert (done.code, done.err) == (0, "")
    assert done.out.split("\t")[:6] == [
        "06PORTALDER999",
        "2006-09-07",
        "Port Alder",
        "UNCLAS",
        "",
        "A HARBOUR mist IN FOG",
    ]


def test_passages(run: Run, samples: Path) -> None:
    (item, *_) = json.loads(run("search", "--json", "rock", samples).out)
    assert [item["snippet"][start:end].lower() for start, end in item["marks"]][:1] == ["rock"]
    assert "rock" in run("search", "--snippets", "rock", samples).out.splitlines()[0].split("\t")[-1].lower()
    shown = run("search", "rock", samples, terminal=True).out
    assert "\x1b[" in shown
    assert len(shown.splitlines()) > 3


def test_counting_and_limits(run: Run, samples: Path) -> None:
    count = int(run("search", "the", samples, "--count").out)
    assert count > 5
    assert len(run("search", "the", samples).out.splitlines()) == count
    assert len(run("search", "the", samples, "--limit", "2").out.splitlines()) == 2
    assert "2 of" in run("search", "the", samples, "--limit", "2", terminal=True).err


def test_nothing_found_says_why(run: Run, samples: Path) -> None:
    done = run("search", "tag:EWWX", samples)
    assert (done.code, done.out) == (1, "")
    assert "EWWT" in done.err
    assert run("search", "zzz", samples, "--count") == (1, "0\n", "cablereader: no cable has zzz\n")


def test_a_mistake_is_pointed_at(run: Run, samples: Path) -> None:
    done = run("search", "héé 漢字 class:secrt", samples)
    assert (done.code, done.out) == (2, "")
    message, query, carets = done.err.splitlines()
    assert "secret" in message
    assert query == "  héé 漢字 class:secrt"
    assert carets == " " * (2 + 4 + 5 + 6) + "^^^^^"


def test_a_query_that_begins_with_a_dash(run: Run, samples: Path) -> None:
    everything = int(run("search", "", samples, "--count").out)
    without = int(run("search", "-rock", "--count", samples).out)
    assert 0 < without < everything
    assert int(run("search", "-(rock treaty)", samples, "--count").out) >= without


def test_orders(run: Run, samples: Path) -> None:
    newest = [line.split("\t")[1] for line in run("search", "the", samples).out.splitlines()]
    assert newest == sorted(newest, reverse=True)
    posts = [line.split("\t")[2] for line in run("search", "the", samples, "--sort", "post").out.splitlines()]
    assert posts == sorted(posts)
    assert run("search", "the", samples, "--sort", "colour").code == 2


def test_notes_are_searched(run: Run, telegram: Path) -> None:
    run("notes", "add", telegram, "--at", "1", "--text", "brokerage", "--tag", "x")
    for query in ("has:note", "note:broker*", "notetag:x"):
        assert run("search", query, telegram, "--count").out == "1\n"
    assert json.loads(run("search", "mist", telegram, "--json").out)[0]["notes"] == 1


def test_saved_searches(run: Run, samples: Path) -> None:
    assert run("searches").code == 1
    run("search", "rock OR treaty", samples, "--count", "--save", "tern")
    assert run("searches").out == "@tern\trock OR treaty\n"
    assert run("search", "@tern", samples, "--count").out == run("search", "rock OR treaty", samples, "--count").out
    assert run("search", "x", samples, "--save", "two words").code == 2
    assert run("searches", "--remove", "tern").code == 0
    assert run("searches", "--remove", "tern").code == 1


def test_list_takes_a_query(run: Run, samples: Path) -> None:
    listed = run("list", samples, "-q", "rock").out
    assert listed == run("search", "rock", samples).out
    assert run("list", samples, "-q", "class:").code == 2
    assert len(run("list", samples, "--limit", "3").out.splitlines()) == 3


def test_standard_input(run: Run, telegram: Path) -> None:
    done = run("search", "mist", "-", "--json", stdin=telegram.read_bytes())
    assert json.loads(done.out)[0]["snippet"]


def test_facets(run: Run, samples: Path) -> None:
    found = json.loads(run("facets", samples, "--json").out)
    assert set(found) == {"year", "post", "tag", "class", "noted"}
    assert sum(each["count"] for each in found["class"]) >= 15
    assert (
        run("facets", "year", samples, "-q", "year:2006").out
        == "year\t2006\t" + str(len(run("search", "year:2006", samples).out.splitlines())) + "\n"
    )
    assert all(len(line.split("\t")[1]) == 7 for line in run("facets", "month", samples).out.splitlines())
    assert run("facets", "colour", samples).code == 2


def test_refs(run: Run, samples: Path) -> None:
    found = json.loads(run("refs", "06 STATE 151893", samples, "--json").out)
    assert (found["id"], found["found"]) == ("06STATE151893", True)
    assert "06HOLLIN644" in [link["id"] for link in found["cited_by"]]
    assert "cited by\tA\t06HOLLIN644" in run("refs", "06STATE151893", samples).out
    missing = run("refs", "06HOLLIN598", samples)
    assert (missing.code, "06PORTALDER412" in missing.out) == (0, True), "it is cited, though it is not here"
    assert run("refs", "06NOWHERE1", samples).code == 1
    assert run("refs", "nowhere", samples).code == 2


def test_graph(run: Run, samples: Path) -> None:
    for words in ([samples], ["year:2006", samples]):
        found = json.loads(run("graph", *words).out)
        assert {"06STATE151893", "06HOLLIN598"} <= {node["id"] for node in found["nodes"]}
    assert run("graph", "zzz", samples).code == 1


@pytest.mark.parametrize("query", ["mist", "", "subject:mist"])
def test_hostile_cables_steer_no_terminal(run: Run, hostile_text: str, tmp_path: Path, query: str) -> None:
    (tmp_path / "cable.txt").write_text(hostile.cable_with(hostile_text), "utf-8", "surrogatepass", newline="")
    assert leaks(run("search", query, tmp_path, "--snippets").out.replace("\t", "")) == []
    assert leaks(run("search", query, tmp_path, "--json").out) == []


def test_hostile_queries_steer_no_terminal(run: Run, hostile_text: str, samples: Path) -> None:
    for words in (["search", hostile_text], ["search", f"class:{hostile_text}"], ["list", "-q", hostile_text]):
        done = run(*words, samples)
        assert done.code in (0, 1, 2)
        assert leaks(done.err) == []


@pytest.mark.parametrize(
    "command", [["search", "the"], ["list"], ["facets"], ["refs", "06STATE151893"], ["graph", "the"]]
)
def test_a_damaged_catalogue_is_made_anew(run: Run, samples: Path, home: Path, command: list[str]) -> None:
    before = run(*command, samples)
    (path,) = (home / "cache" / "catalogues").glob("*.sqlite")
    blob = path.read_bytes()
    path.write_bytes(blob[:40_000] + b"\xa5" * (len(blob) - 40_000))
    assert run(*command, samples) == before
    assert run(*command, samples) == before
