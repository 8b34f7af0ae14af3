"""Which version a document shows, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.render.wording import date

if TYPE_CHECKING:
    from wirctl.render.labels import Labels
    from wirctl.render.model.site import Site


def version_line(site: Site, labels: Labels) -> str:
    """Which version this is and from when."""
    name, day = version_name(site, labels), date(site.version.date, labels.language)
    if not day:
        return labels.text("version_line_undated", label=name)
    return labels.text("version_line", label=name, date=day)


def version_name(site: Site, labels: Labels) -> str:
    """What people call the version: the round that it closes, or what the caller calls it."""
    version = site.version
    if version.round:
        return round_name(site, version.round)
    return labels.text("worktree") if version.label == "WORKTREE" else version.label


def round_name(site: Site, name: str) -> str:
    """A round by its title and id; any other version by the name it has."""
    return f"{site.items[name].title} ({name})" if name in site.items else name
