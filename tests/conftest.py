"""Fixtures of every room: a home for each test, the samples, the seed cables, hand-made and hostile cables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cablereader.cable import Cable

from . import hostile
from .handmade import make_cable as _make_cable

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty CABLEREADER_HOME for this test alone, outside its `tmp_path`; no test touches the user's notes."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CABLEREADER_HOME", str(folder))
    monkeypatch.setenv("CABLEREADER_AUTHOR", "")  # notes of nobody, whoever runs the tests
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of fictional cables."""
    return ROOT / "sample_cables"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of five real cables that may lie beside the checkout; skips the test where it does not."""
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("needs the five real cables in ../shared/seeds, which are not part of this repository")
    return folder


@pytest.fixture
def make_cable() -> Callable[..., Cable]:
    """`tests.handmade.make_cable`: a `Cable` put together by hand, independent of the parser."""
    return _make_cable


@pytest.fixture
def cable() -> Cable:
    """A hand-made cable with a heading, three numbered paragraphs, a continuation, an item and a signer."""
    return _make_cable()


@pytest.fixture(params=list(hostile.TEXTS))
def hostile_text(request: pytest.FixtureRequest) -> str:
    """Each small hostile text in turn."""
    return hostile.TEXTS[str(request.param)]


@pytest.fixture(params=list(hostile.NOTES))
def hostile_note(request: pytest.FixtureRequest) -> str:
    """Each hostile note body in turn."""
    return hostile.NOTES[str(request.param)]


@pytest.fixture(params=list(hostile.LARGE))
def hostile_large(request: pytest.FixtureRequest) -> str:
    """Each megabyte text in turn."""
    return hostile.LARGE[str(request.param)]


@pytest.fixture(params=list(hostile.TEXTS))
def hostile_cable(request: pytest.FixtureRequest) -> str:
    """A whole telegram with a hostile text in every field, for each text in turn."""
    return hostile.cable_with(hostile.TEXTS[str(request.param)])


@pytest.fixture(params=list(hostile.FILES))
def hostile_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file with each hostile content in turn, alone in its folder."""
    name = str(request.param)
    path = tmp_path / f"{name}.txt"
    path.write_bytes(hostile.FILES[name])
    return path


@pytest.fixture(params=list(hostile.NAMES))
def hostile_named_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A well-formed cable under each hostile file name in turn, alone in its folder."""
    content = hostile.cable_with("mist", "subject").encode()
    path = hostile.write_named(tmp_path, hostile.NAMES[str(request.param)], content)
    if path is None:
        pytest.skip("this file system does not allow the name")
    return path
