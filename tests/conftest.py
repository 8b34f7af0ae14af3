"""What holds for every test: the same examples each time, and nothing of the user's settings."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("tests", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("quick", settings.get_profile("tests"), max_examples=20)
settings.register_profile(
    "long",
    deadline=None,
    max_examples=2_000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))

FOREIGN = ("GIT_", "WIRCTL_", "LC_", "LANG", "NO_COLOR", "FORCE_COLOR", "CLICOLOR")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write what comes out into the golden files instead of comparing",
    )


@pytest.fixture(scope="session")
def _empty_cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder for what commands remember, so that they neither find nor leave anything."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, _empty_cache: str) -> None:
    for name in [name for name in os.environ if name.startswith(FOREIGN)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", _empty_cache)
    monkeypatch.setenv("COLUMNS", "120")
