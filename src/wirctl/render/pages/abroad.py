"""What a page says to programs elsewhere: data on its element, feeds, the file behind it."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from wirctl.render.jsonld import CONTEXT, nodes
from wirctl.render.pages.downloads import offered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files, Options

FEEDS: Mapping[str, str] = {"atom": "application/atom+xml", "ics": "text/calendar"}
_COMMIT, _PATH = "{commit}", "{path}"


def feeds_of(downloads: Mapping[str, Files]) -> tuple[tuple[str, str], ...]:
    """Media type and path of what programs may subscribe to, as far as the site offers it."""
    return tuple(
        (FEEDS[offer.format], offer.files[0].path)
        for offer in offered({name: downloads[name] for name in downloads if name in FEEDS})
    )


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Data on an element for a page, and what lets the policy of the page allow just that."""

    html: Markup
    policy: Markup


def linked_data(item: Item, site: Site, options: Options) -> LinkedData | None:
    """The element in the words of schema.org, as data that no browser runs."""
    found = nodes(item, site, options) if item.kind != "plan" else ()
    if not found:
        return None
    said = {"@context": CONTEXT, **found[0]}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    # No sign in it can end the element: what could is written by its number.
    html = Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704
    digest = b64encode(sha256(text.encode("utf-8", "replace")).digest()).decode()
    return LinkedData(html, Markup(f" 'sha256-{digest}'"))  # noqa: S704 - letters and digits


def source_of(item: Item, site: Site, address: str) -> str:
    """Where the file of the element can be read: the address with its commit and path.

    Empty where nobody has said, or where the version has no commit to name.
    """
    commit = site.version.commit
    if not address or not item.path or (_COMMIT in address and not commit):
        return ""
    return address.replace(_COMMIT, quote(commit)).replace(_PATH, quote(item.path))
