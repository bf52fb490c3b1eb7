"""The wheel holds the package, all of it, and nothing else; and what it holds runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
_NOT_PACKAGED = {"tests", "bench", "docs", "build", "dist"}
MANUAL = "docs/cablereader.1"
_BUILD = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"


def package_files() -> set[str]:
    """Every file of the package in the tree, by the name it has to have in the wheel."""
    rooms = [path for path in ROOT.iterdir() if path.is_dir() and _is_room(path.name)]
    inside = (path for room in rooms for path in room.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    top = (ROOT / name for name in ("__init__.py", "__main__.py", "py.typed"))
    return {f"cablereader/{path.relative_to(ROOT).as_posix()}" for path in (*inside, *top)}


def _is_room(name: str) -> bool:
    return name not in _NOT_PACKAGED and not name.startswith((".", "__")) and not name.endswith(".egg-info")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tree (building leaves traces)."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "tree"
    ignored = shutil.ignore_patterns(".*", "__pycache__", *_NOT_PACKAGED, "*.egg-info")
    shutil.copytree(ROOT, copy, ignore=ignored)
    (copy / MANUAL).parent.mkdir()
    shutil.copy(ROOT / MANUAL, copy / MANUAL)
    subprocess.run([sys.executable, "-c", _BUILD, str(folder)], cwd=copy, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_it_holds_the_package_and_nothing_else(wheel: Path) -> None:
    names = {name for name in ZipFile(wheel).namelist() if not name.endswith("/")}
    described = {name for name in names if name.split("/")[0].endswith(".dist-info")}
    (manual,) = (name for name in names if ".data/" in name)
    assert manual.endswith(".data/data/share/man/man1/cablereader.1")
    assert names - described - {manual} == package_files()
    assert any(name.endswith("/licenses/LICENSE") for name in described)


def test_its_command_runs_away_from_the_tree(wheel: Path, tmp_path: Path) -> None:
    ZipFile(wheel).extractall(tmp_path / "site")
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}

    def run(*words: str) -> str:
        command = [sys.executable, "-m", "cablereader", *words]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True, text=True)
        return done.stdout

    assert run("--version").startswith("cablereader ")
    assert "ctrl+q" in run("keys") or "?" in run("keys")
    assert str(tmp_path / "site") in run("list")
