"""Where what was found out once is kept for the next time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def cache_folder(environment: Mapping[str, str], name: str) -> Path:
    """Where this user's answers of one sort are kept: below XDG_CACHE_HOME, else `~/.cache`.

    The specification wants relative paths to be ignored.
    https://specifications.freedesktop.org/basedir-spec/latest/
    """
    named = Path(environment.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "wirctl" / name
