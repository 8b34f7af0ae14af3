"""From a tree of files to a plan and what is wrong with it. Content never raises."""

from __future__ import annotations

from wirctl.load.loading import Loaded, kinds_of, load

__all__ = ["Loaded", "kinds_of", "load"]
