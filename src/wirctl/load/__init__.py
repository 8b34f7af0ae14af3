"""From a tree of files to a plan and what is wrong with it. Content never raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.load.own_kinds import kinds_of

if TYPE_CHECKING:
    from wirctl.load.loading import Loaded, load

__all__ = ["Loaded", "kinds_of", "load"]


def __getattr__(name: str) -> object:
    """What checks a whole plan, imported when it is asked for: a comparison is not."""
    if name not in __all__:
        raise AttributeError(name)
    from wirctl.load import loading

    return getattr(loading, name)
