"""From a tree of files to a plan and what is wrong with it. Content never raises."""

from __future__ import annotations

from wirctl.load.loading import Loaded, load
from wirctl.load.own_kinds import kinds_of

__all__ = ["Loaded", "kinds_of", "load"]
