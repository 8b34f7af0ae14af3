"""What the tests of the command line share: plans with their history, made once and copied."""

from __future__ import annotations

import os
from contextlib import chdir
from typing import TYPE_CHECKING

import pytest

from commands import done
from other_city import other_city
from replay import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from builder import Builder


@pytest.fixture(autouse=True)
def _language_for_one_test() -> Iterator[None]:
    """What `--lang` sets for the process ends with the test."""
    yield
    os.environ.pop("WIRCTL_LANG", None)


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


@pytest.fixture(scope="session")
def drafted_city(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """The plan of another city before its first round; nobody changes it."""
    return other_city(tmp_path_factory.mktemp("drafted") / "city")


@pytest.fixture(scope="session")
def decided_city(drafted_city: Builder, tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """The same after two rounds: in the second, a measure that was sent back is agreed."""
    made = drafted_city.copy(tmp_path_factory.mktemp("decided") / "city")
    measure = made.path / "plan/measures/en/M-EN-02.yaml"
    first, second = "WERKSTATT-2027-03-15", "WERKSTATT-2027-05-10"
    with chdir(made.path):
        done("round", "open", "WERKSTATT", "2027-03-15")
        done("round", "submit", "M-EN-01", "M-EN-02")
        done("statement", "new", "BEIRAT", first)
        done("round", "decide", first, "M-EN-01", "gebilligt")
        done("round", "decide", first, "M-EN-02", "zurueck", "--mandate", "Weniger Dächer.")
        done("round", "close", first)
        made.commit()
        measure.write_text(measure.read_text("utf-8").replace("Alle Dächer", "100 Dächer"), "utf-8")
        done("round", "open", "WERKSTATT", "2027-05-10")
        done("round", "submit", "M-EN-02")
        done("statement", "new", "BEIRAT", second)
        done("round", "decide", second, "M-EN-02", "gebilligt")
        done("round", "close", second)
        made.commit()
    return made


@pytest.fixture
def city(decided_city: Builder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as the folder one stands in."""
    monkeypatch.chdir(decided_city.path)
    return decided_city.path
