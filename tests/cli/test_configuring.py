"""`cablereader config`: what is in force, what is wrong, and a first file that changes nothing."""

from __future__ import annotations

import json

from cablereader.store.config import SETTINGS, Config
from cablereader.store.places import places

from .conftest import Run


def test_the_settings_in_force(run: Run) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text('theme = "paper"\nmouse = false\n', "utf-8")
    lines = dict(line.split("\t")[:2] for line in run("config").out.splitlines())
    assert set(lines) == {setting.name for setting in SETTINGS}
    assert (lines["theme"], lines["mouse"], lines["keymap"], lines["column"]) == ("paper", "false", "default", "")
    data = json.loads(run("config", "--json").out)
    assert (data["theme"], data["mouse"], data["cite.source"]) == ("paper", False, None)


def test_what_is_wrong_is_told_and_fails(run: Run) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text('them = "paper"\n[keys.list]\nsort = "ctrl+m"\n', "utf-8")
    done = run("config")
    assert done.code == 3
    assert "config.toml:1: there is no setting them: did you mean theme?" in done.err
    assert "config.toml:3: 'ctrl+m' cannot be the key of sort" in done.err


def test_a_first_file_changes_nothing_and_is_written_once(run: Run) -> None:
    done = run("config", "--init")
    assert (done.code, done.out) == (0, f"{places().settings}\n")
    assert Config.load(places().settings).faults == []
    assert run("config").code == 0
    places().settings.write_text('theme = "paper"\n', "utf-8")
    done = run("config", "--init")
    assert done.code == 3
    assert "left as it is" in done.err
    assert places().settings.read_text("utf-8") == 'theme = "paper"\n'
