"""What holds for every test: the same examples each time, and nothing of the user's settings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("tests", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("quick", settings.get_profile("tests"), max_examples=20)
settings.register_profile(
    "long",
    deadline=None,
    max_examples=2_000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))

FOREIGN = (
    *("GIT_", "WIRCTL_", "_WIRCTL_", "LC_", "LANG", "NO_COLOR", "FORCE_COLOR", "CLICOLOR"),
    *("SOURCE_DATE_EPOCH", "PYTHONUTF8", "PYTHONIOENCODING"),
)
# Set once, before anything is made that tests share.
for _name in [name for name in os.environ if name.startswith(FOREIGN)]:
    del os.environ[_name]
os.environ |= {
    "LC_ALL": "C.UTF-8",
    "COLUMNS": "120",
    "TERM": "xterm",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write what comes out into the golden files instead of comparing",
    )


@pytest.fixture(scope="session", autouse=True)
def _empty_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for what commands remember, so that they neither find nor leave anything."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
