"""What changed since the round before, as a chapter."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup

from wirctl.press.parts import Bullets, Heading, Par, Run
from wirctl.render.pages.changes import Changes
from wirctl.render.pages.language import Speech
from wirctl.render.pages.lookups import Lookups
from wirctl.render.pages.paths import Paths
from wirctl.render.typography import bound
from wirctl.render.versions import round_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.press.parts import Block
    from wirctl.render.labels import Labels
    from wirctl.render.model.site import Site
    from wirctl.render.pages.changes import NewsGroup

_MARKED = re.compile(r'<span lang="([^"]+)"[^>]*>(.*?)</span>')
"""Words of the plan on a page in another language."""


def news(site: Site, labels: Labels) -> Iterator[Block]:
    """The changes by field of action, a line for each element."""
    if site.news is None or not site.news.changes:
        return
    since = round_name(site, site.news.since)
    yield Heading(1, labels.text("news", since=since), own_page=True)
    values = Speech.at("", site, labels, Paths(site)).values
    language = site.heading.language
    foreign = "" if language == labels.language else language
    asked = Lookups.of(site, values)
    for group in Changes.of(site, values, asked.tally, asked.decided_in).news_groups():
        yield Par((_title(group, foreign),), "group")
        lines = []
        for line in group.changes:
            target = line.item.id if line.item.id in site.items else ""
            name = bound(line.item.title) or line.item.id
            name_run = Run(
                f"{line.item.id} {name}" if name != line.item.id else name,
                strong=True,
                target=target,
                language=foreign,
            )
            said = Markup("; ").join(line.texts)
            lines.append((Par((name_run, Run(": "), *runs_of(said))),))
        yield Bullets(tuple(lines))


def runs_of(said: Markup) -> Iterator[Run]:
    """A sentence as it stands on a page, in runs of one language each."""
    rest = 0
    for marked in _MARKED.finditer(said):
        if marked.start() > rest:
            yield Run(unescape(said[rest : marked.start()]))
        yield Run(unescape(marked[2]), language=marked[1])
        rest = marked.end()
    if rest < len(said):
        yield Run(unescape(said[rest:]))


def _title(group: NewsGroup, foreign: str) -> Run:
    """The field of action, or the kinds of elements that are in none."""
    if group.field is None:
        return Run(bound(group.title))
    title = bound(group.field.title or group.field.id)
    return Run(title, target=group.field.id, language=foreign)
