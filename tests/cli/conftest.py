"""What the tests of the command line share: the real plan with its history, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replay import replay

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the real plan in `plan/`; nobody changes it."""
    folder = tmp_path_factory.mktemp("replayed")
    replay(folder)
    return folder


@pytest.fixture
def here(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as the folder one stands in."""
    monkeypatch.chdir(repository)
    return repository
