"""One page of the site, before it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Step:
    """A page on the way to another. `language` is that of the title, where it is the plan's."""

    title: str
    path: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it goes, which template writes it, what it is called, what it shows.

    `section` is the path of the entry of the navigation that it belongs to, `trail` the way
    to it from the start page. `language` is that of the title, where it is the plan's;
    `summary` says in a sentence or two what is on the page.
    """

    path: str
    template: str
    title: str
    data: Mapping[str, object] = field(default_factory=dict)
    section: str = ""
    trail: tuple[Step, ...] = ()
    language: str = ""
    summary: str = ""


def title_mark(title: str) -> bytes:
    """What each page of this title holds, other than a start page, by the templates of wirctl."""
    from markupsafe import escape

    return f"<title>{escape(title)} – ".encode("utf-8", "replace")
