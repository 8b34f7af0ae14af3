"""Sets of levels by name, for kinds of plans."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _profiles() -> Mapping[str, Mapping[str, Severity]]:
    text = Path(__file__).with_name("profiles.toml").read_text(encoding="utf-8")
    return {
        name: {rule: Severity(level) for rule, level in levels.items()}
        for name, levels in tomllib.loads(text).items()
    }


def profile_names() -> tuple[str, ...]:
    """The name of every profile, sorted."""
    return tuple(sorted(_profiles()))


def profile_levels(name: str) -> Mapping[str, Severity]:
    """The levels of a profile, rule to level; none for the empty name."""
    return _profiles()[name] if name else {}
