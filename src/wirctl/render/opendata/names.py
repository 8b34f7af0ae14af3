"""How the plan and its elements are called all over the world."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Options


def plan_id(site: Site) -> str:
    """The id of the plan; `PLAN` where it has none."""
    return next((item.id for item in site.items.values() if item.kind == "plan"), "PLAN")


def urn(site: Site, *parts: str) -> str:
    """A name for something in the plan that never changes, wherever the plan is published."""
    return ":".join(["urn:wirctl", *(quote(part, safe="") for part in (plan_id(site), *parts))])


def page_of(site: Site, options: Options, id: str) -> str:
    """The address of the element's page; empty where the address of the output is not known."""
    if not options.url or id not in site.items:
        return ""
    from wirctl.render.pages.paths import Paths

    return f"{options.url}{Paths(site).of(id)}"


def name_of(site: Site, options: Options, id: str) -> str:
    """The address of the element's page if that is known, else its name as a URN."""
    return page_of(site, options, id) or urn(site, id)
