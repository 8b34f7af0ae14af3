"""The plan as a web site of plain files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.render.model.values import Group, text_in
from wirctl.render.registry import writer
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from wirctl.render.labels import Labels
    from wirctl.render.model.site import Site
    from wirctl.render.pages.page import Page
    from wirctl.render.registry import Files, Options

_ASSETS = ("site.css", "site.js")
_INDENT = re.compile(r"\n\s+")
_DEFAULTS = {"elements": "element.html.j2", "overviews": "overview.html.j2"}


@writer("html", de="Internetseiten, die ohne Server gehen", en="a web site that needs no server")
def html(site: Site, options: Options) -> Files:
    """A page for each guideline, field, goal and measure, and what leads to them."""
    from wirctl.render.pages.paths import Paths
    from wirctl.render.pages.plan_pages import pages_of

    environment = _environment(options)
    paths = Paths(site)
    views = {top: _View(environment, top, site, options.labels, paths) for top in ("", "../")}
    files = dict(_assets(environment))
    for page in pages_of(site, options.labels, paths):
        files[page.path] = views["../" if "/" in page.path else ""].write(page)
    return files


class _View:
    """Writes the pages at one depth of the site."""

    def __init__(
        self,
        environment: ImmutableSandboxedEnvironment,
        top: str,
        site: Site,
        labels: Labels,
        paths: object,
    ) -> None:
        from wirctl.render.pages.language import Speech
        from wirctl.render.pages.paths import Paths
        from wirctl.render.pages.plan_pages import further, navigation

        own = paths if isinstance(paths, Paths) else Paths(site)
        speech = Speech.at(top, site, labels, own)
        self._environment = environment
        self._templates: dict[str, Template] = {}
        self._globals = speech.functions() | {
            "site": site,
            "top": top,
            "language": labels.language,
            "navigation": navigation(site, labels, own),
            "more": further(site, labels, own),
            "version_line": version_line(site, labels),
            "version_name": version_name(site, labels),
            "licence": _licence(site),
            "disclaimer": speech.disclaimer(),
        }

    def write(self, page: Page) -> bytes:
        """The page, without the indentation of templates."""
        text = self._template(page.template).render(page=page, **page.data)
        return (_INDENT.sub("\n", text).strip() + "\n").encode()

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            names = [name, _DEFAULTS.get(name.partition("/")[0], name)]
            self._templates[name] = self._environment.select_template(names, globals=self._globals)
        return self._templates[name]


def version_line(site: Site, labels: Labels) -> str:
    """Which version this is, in a few words."""
    from wirctl.render.wording import date

    name, day = version_name(site, labels), date(site.version.date, labels.language)
    if not day:
        return labels.text("version_line_undated", label=name)
    return labels.text("version_line", label=name, date=day)


def version_name(site: Site, labels: Labels) -> str:
    """What people call the version: the round that it closes, or what the caller calls it."""
    version = site.version
    if version.round in site.items:
        return f"{site.items[version.round].title} ({version.round})"
    return labels.text("worktree") if version.label == "WORKTREE" else version.label


def _licence(site: Site) -> str:
    plan = next(iter(site.of_kind("plan")), None)
    return text_in(Group(plan.fields), "licence") if plan is not None else ""


def _environment(options: Options) -> ImmutableSandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    places = [*options.templates, folder("templates")]
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([place / "html" for place in places]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=[],
        cache_size=-1,
    )


def _assets(environment: ImmutableSandboxedEnvironment) -> Iterator[tuple[str, bytes]]:
    """The style sheet and the script, from the first folder that has them; never as templates."""
    loader = environment.loader
    if loader is None:
        return
    for name in _ASSETS:
        text, _, _ = loader.get_source(environment, f"assets/{name}")
        yield f"assets/{name}", text.encode()
