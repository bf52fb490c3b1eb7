"""Fixtures of the screen's tests."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def few(samples: Path) -> tuple[Path, ...]:
    """Three of the samples, from the oldest to the newest: 06PORTALDER412, 08PORTALDER65 and 08WRENHAVEN31."""
    return tuple(samples / f"{name}.txt" for name in ("06PORTALDER412", "08PORTALDER65", "08WRENHAVEN31"))


@pytest.fixture(autouse=True)
def far_from_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests from the clipboard of whoever runs them: as over ssh, no program reaches it."""
    monkeypatch.setenv("SSH_TTY", "/dev/null")
    monkeypatch.delenv("TMUX", raising=False)
