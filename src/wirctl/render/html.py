"""The plan as a web site of plain files."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.render.model.values import Group, text_in
from wirctl.render.registry import writer
from wirctl.render.versions import round_name, version_line, version_name
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Template

    from wirctl.render.model.site import Site
    from wirctl.render.pages.page import Page, Step
    from wirctl.render.pages.paths import Paths
    from wirctl.render.pages.sandbox import Sandbox
    from wirctl.render.registry import Files, Options

_ASSETS = ("site.css", "site.js")
_INDENT = re.compile(r"\n\s+")
_DEFAULTS = {"elements": "element.html.j2", "overviews": "overview.html.j2"}


@writer("html", de="Internetseiten, die ohne Server gehen", en="a web site that needs no server")
def html(site: Site, options: Options) -> Files:
    """A page for each guideline, field, goal and measure, and what leads to them."""
    from wirctl.render.pages.paths import Paths as Addresses
    from wirctl.render.pages.plan_pages import pages_of

    environment = _environment((*options.templates, folder("templates")))
    paths = Addresses(site)
    views = {top: _View(environment, top, site, options, paths) for top in ("", "../")}
    files = dict(_assets(environment, options))
    for page in pages_of(site, options.labels, paths):
        files[page.path] = views["../" if "/" in page.path else ""].write(page)
    return files


class TemplateFailedError(Problem):
    """A template of the project that cannot be used: where, and why."""

    def __init__(self, name: str, line: int, why: str) -> None:
        super().__init__(name, line, why)
        self.name = name
        self.line = line
        self.why = why


class _View:
    """Writes the pages at one depth of the site."""

    def __init__(
        self,
        environment: Sandbox,
        top: str,
        site: Site,
        options: Options,
        paths: Paths,
    ) -> None:
        from wirctl.render.pages.language import Speech
        from wirctl.render.pages.plan_pages import further, navigation

        labels = options.labels
        speech = Speech.at(top, site, labels, paths)
        self._environment = environment
        self._own = tuple(str(place) for place in options.templates)
        self._templates: dict[str, Template] = {}
        self._words = speech.functions() | {
            "site": site,
            "top": top,
            "language": labels.language,
            "navigation": _pairs(navigation(site, labels, paths)),
            "more": _pairs(further(site, labels, paths)),
            "version_line": version_line(site, labels),
            "version_name": version_name(site, labels),
            "since_name": round_name(site, site.news.since) if site.news is not None else "",
            "licence": _licence(site),
            "disclaimer": speech.disclaimer(),
        }

    def write(self, page: Page) -> bytes:
        """The page, without the indentation of templates.

        Raises:
            TemplateFailedError: a template of the project cannot be used.
        """
        try:
            text = self._template(page.template).render(self._words, page=page, **page.data)
        except Exception as error:
            raise _failed(error, self._own) from error
        return (_INDENT.sub("\n", text).strip() + "\n").encode("utf-8", "replace")

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            names = [name, _DEFAULTS.get(name.partition("/")[0], name)]
            self._templates[name] = self._environment.select_template(names)
        return self._templates[name]


def _failed(error: Exception, own: tuple[str, ...]) -> Exception:
    """What to say of an error: where in a template of the project it came up, if in one.

    Otherwise our own templates are at fault, or our code, and the error stays as it is.
    """
    place = _place(error, own)
    if place is None:
        return error
    return TemplateFailedError(*place, str(error).partition("\n")[0][:200])


def _place(error: Exception, own: tuple[str, ...]) -> tuple[str, int] | None:
    """The template of the project, and its line, in which an error came up; `None` if in none."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        name = error.filename or ""
        return (name, error.lineno) if name.startswith(own) and own else None
    step, found = error.__traceback__, None
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if own and name.startswith(own):
            found = (name, step.tb_lineno)
        step = step.tb_next
    return found


def _pairs(steps: tuple[Step, ...]) -> tuple[tuple[str, str], ...]:
    """Path and title of pages: what every page lists, in the form that is quickest to write."""
    return tuple((step.path, step.title) for step in steps)


def _licence(site: Site) -> str:
    plan = next(iter(site.of_kind("plan")), None)
    return text_in(Group(plan.fields), "licence") if plan is not None else ""


@cache
def _environment(places: tuple[Path, ...]) -> Sandbox:
    """The templates in these folders, compiled once; a file that changes is read again."""
    from wirctl.render.pages.sandbox import sandbox

    return sandbox(places)


def _assets(environment: Sandbox, options: Options) -> Iterator[tuple[str, bytes]]:
    """The style sheet and the script, from the first folder that has them; never as templates."""
    from jinja2 import TemplateSyntaxError

    loader = environment.loader
    if loader is None:
        return
    for name in _ASSETS:
        try:
            text, _, _ = loader.get_source(environment, f"assets/{name}")
        except TemplateSyntaxError as error:
            raise _failed(error, tuple(map(str, options.templates))) from error
        yield f"assets/{name}", text.encode()
