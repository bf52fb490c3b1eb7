"""Citations on standard output."""

from __future__ import annotations

from pathlib import Path

from cablereader.cable import read_cable
from cablereader.cable.cite import cite
from cablereader.store.places import places

from .conftest import Run


def test_a_cable_and_a_paragraph_of_it_are_cited(run: Run, samples: Path) -> None:
    path = samples / "08WRENHAVEN31.txt"
    cable = read_cable(path.read_text("cp1252"))
    assert run("cite", path).out == cite(cable) + "\n"
    assert run("cite", path, "--at", "¶2", "--style", "mla").out == cite(cable, cable.block("2"), "mla") + "\n"


def test_the_words_come_above_their_citation(run: Run, samples: Path) -> None:
    path = samples / "08WRENHAVEN31.txt"
    cable = read_cable(path.read_text("cp1252"))
    block = cable.block("1")
    assert block is not None
    assert run("cite", path, "--at", "1", "--quote").out == f"{block.text}\n\n{cite(cable, block)}\n"


def test_paragraphs_are_cited_from_the_first_to_the_last(run: Run, samples: Path) -> None:
    path = samples / "08WRENHAVEN31.txt"
    cable = read_cable(path.read_text("cp1252"))
    first, last = cable.block("1"), cable.block("3")
    done = run("cite", path, "--at", "1", "--until", "3", "--quote", "--style", "mla")
    *words, cited, end = done.out.split("\n")
    assert (cited, end) == (cite(cable, first, "mla", until=last), "")
    assert "pars. 1–3" in cited
    inside = cable.blocks[cable.blocks.index(first) : cable.blocks.index(last) + 1] if first and last else ()
    assert "\n".join(words).strip() == "\n\n".join(block.text for block in inside)
    for at in (("--at", "3"), ()):
        refused = run("cite", path, *at, "--until", "1")
        assert (refused.code, refused.out) == (2, "")
        assert "--at" in refused.err


def test_the_settings_say_how(run: Run, samples: Path) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text('[cite]\nstyle = "plain"\n', "utf-8")
    cable = read_cable((samples / "08WRENHAVEN31.txt").read_text("cp1252"))
    assert run("cite", "08WRENHAVEN31", samples).out == cite(cable, style="plain") + "\n"


def test_what_cannot_be_cited_is_said(run: Run, samples: Path) -> None:
    done = run("cite", samples / "08WRENHAVEN31.txt", "--at", "77")
    assert (done.code, done.out) == (1, "")
    assert "there is no paragraph 77" in done.err
    done = run("cite", samples / "harbor-canteen-menu.txt")
    assert done.code == 1
    assert "no cable was found in it" in done.err
