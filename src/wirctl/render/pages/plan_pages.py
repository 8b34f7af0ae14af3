"""Which pages the site of a plan has. A kind that nobody knows gets the default ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.lazy import Lazy
from wirctl.render.model.values import Group, Word, value_of
from wirctl.render.pages import tables
from wirctl.render.pages.downloads import offered
from wirctl.render.pages.drawing import drawing
from wirctl.render.pages.page import Page, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.labels import Labels
    from wirctl.render.model.item import Item, KindTitle
    from wirctl.render.model.site import Site
    from wirctl.render.pages.paths import Paths
    from wirctl.render.registry import Options

START, CONTENTS, COVERAGE, TIMELINE = (
    "index.html", "contents.html", "coverage.html", "timeline.html"
)  # fmt: skip
SEARCH, DOWNLOADS, ACCESSIBILITY = "search.html", "downloads.html", "accessibility.html"
# The entry of the navigation to which a kind belongs, by the kind that heads it.
_SECTIONS: Mapping[str, str] = {
    "guideline": "guideline",
    "priority": "guideline",
    "theme": "guideline",
    "field_of_action": "field_of_action",
    "goal": "field_of_action",
    "measure": "measure",
    "round": "round",
    "statement": "round",
    "fund": "fund",
    "indicator": "indicator",
}


def pages_of(site: Site, labels: Labels, paths: Paths, options: Options) -> Iterator[Page]:
    """Every page, the start page first."""
    data: dict[str, object]
    plan = next(iter(site.of_kind("plan")), None)
    summary = tables.summary(plan) if plan is not None else ""
    data = {"numbers": tables.numbers(site)}
    yield Page(START, "index.html.j2", site.heading.title, data, summary=summary)
    if site.coverage.guidelines and site.coverage.fields:
        yield Page(COVERAGE, "coverage.html.j2", labels.text("coverage"), section=CONTENTS)
    if site.timeline:
        data = {"drawing": drawing(site)}
        yield Page(TIMELINE, "timeline.html.j2", labels.text("timeline"), data, section=TIMELINE)
    for kind in site.kinds.values():
        yield from _of_kind(kind, site, labels, paths)
    yield Page(SEARCH, "search.html.j2", labels.text("search"), section=SEARCH)
    if options.downloads:
        offers = Lazy(("offers",), lambda _: offered(options.downloads))
        title = labels.text("downloads")
        yield Page(DOWNLOADS, "downloads.html.j2", title, offers, section=CONTENTS)
    title = labels.text("accessibility")
    yield Page(ACCESSIBILITY, "accessibility.html.j2", title, section=CONTENTS)
    always = about_site(labels, has_downloads=bool(options.downloads))
    data = {"groups": tables.contents(site, labels, paths, always)}
    yield Page(CONTENTS, "contents.html.j2", labels.text("contents"), data, section=CONTENTS)


def navigation(site: Site, labels: Labels, paths: Paths) -> tuple[Step, ...]:
    """The main entries, as far as the plan has something to show there."""
    found = [
        Step(labels.text(f"nav_{kind}"), paths.overview(kind))
        for kind in dict.fromkeys(_SECTIONS.values())
        if site.of_kind(kind)
    ]
    if site.timeline:
        found.append(Step(labels.text("timeline"), TIMELINE))
    found.append(Step(labels.text("nav_contents"), CONTENTS))
    return (*found, Step(labels.text("search"), SEARCH))


def about_site(labels: Labels, *, has_downloads: bool) -> tuple[Step, ...]:
    """The pages about the site itself; the law wants the last one to be found from everywhere."""
    last = Step(labels.text("accessibility"), ACCESSIBILITY)
    return (Step(labels.text("downloads"), DOWNLOADS), last) if has_downloads else (last,)


def further(site: Site, labels: Labels, paths: Paths, always: tuple[Step, ...]) -> tuple[Step, ...]:
    """The overviews that the main entries leave out, for the foot of each page."""
    main = {step.path for step in navigation(site, labels, paths)}
    return tuple(
        step
        for group in tables.contents(site, labels, paths, always)
        for step in group.steps
        if step.path not in main
    )


def _of_kind(kind: KindTitle, site: Site, labels: Labels, paths: Paths) -> Iterator[Page]:
    items = [item for item in site.items.values() if item.kind == kind.name]
    if not items:
        return
    overview, section = paths.overview(kind.name), _section(kind.name, paths)
    title = labels.text("process") if kind.name == "process" else _plural(kind, labels)
    steps: tuple[Step, ...] = ()
    if paths.has_overview(kind.name):
        data = _overview_data(kind, site, labels)
        yield Page(overview, f"overviews/{kind.name}.html.j2", title, data, section or overview)
        steps = (Step(title, overview),)
    if kind.name == "process":
        data = {"item": items[0], "kind_title": title}
        yield Page(overview, "elements/process.html.j2", title, data, CONTENTS)
    for item in items:
        if paths.has_page(item):
            yield _element(item, kind, site, labels, paths, _trail(item, site, paths) or steps)


def _overview_data(kind: KindTitle, site: Site, labels: Labels) -> dict[str, object]:
    own = labels.title(kind.description)
    data: dict[str, object] = {
        "kind": kind,
        "lead": labels.texts.get(f"lead_{kind.name}", own),
        "groups": tables.grouped(kind.name, site, labels),
        "gone": [item.id for item in site.withdrawn_of(kind.name)],
    }
    if kind.name == "measure":
        rows = tables.measures(site)
        found = tables.filters(rows, site, labels)
        data |= {"rows": tables.coded(rows, found), "filters": found}
    return data


def _element(
    item: Item,
    kind: KindTitle,
    site: Site,
    labels: Labels,
    paths: Paths,
    trail: tuple[Step, ...],
) -> Page:
    kind_word = value_of(Group(item.fields), "kind")
    title = labels.title(kind.title)
    data = {
        "item": item,
        "kind_title": labels.word(kind_word) if isinstance(kind_word, Word) else title,
        "verdicts": site.verdicts.get(item.id, ()),
    }
    template = "withdrawn.html.j2" if item.withdrawn else f"elements/{kind.name}.html.j2"
    section = _section(kind.name, paths)
    return Page(
        path=paths.of(item.id),
        template=template,
        title=item.title,
        data=data,
        section=section,
        trail=trail,
        language=item.language or site.heading.language,
        summary=tables.summary(item),
    )


def _trail(item: Item, site: Site, paths: Paths) -> tuple[Step, ...]:
    """The way to an element of a field of action: through the field."""
    field = site.items.get(item.field)
    if field is None or field.id == item.id:
        return ()
    step = Step(field.title, paths.of(field.id), field.language or site.heading.language)
    return (step,)


def _section(kind: str, paths: Paths) -> str:
    head = _SECTIONS.get(kind, "")
    return paths.overview(head) if head in paths.site.kinds else CONTENTS


def _plural(kind: KindTitle, labels: Labels) -> str:
    own = labels.text(f"nav_{kind.name}") if kind.name in _SECTIONS.values() else ""
    return own or labels.title(kind.plural)
