"""Changes as a Synopse on one page of HTML that asks for nothing else: old, new, decision."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirctl.diff.prose import Act
from wirctl.report.headline import besides, disclaimer, plan_language
from wirctl.report.registry import change_format
from wirctl.report.visible import visible
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from wirctl.diff.compare import Comparison
    from wirctl.report.registry import Look

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_TAGS = {
    Act.DELETED: ("del", "gone"),
    Act.MOVED_AWAY: ("del", "moved_away"),
    Act.INSERTED: ("ins", "came"),
    Act.MOVED_HERE: ("ins", "moved_here"),
}


@change_format("html")
def html(comparison: Comparison, look: Look) -> Iterator[str]:
    """A page without script or address; its style is allowed by its digest, nothing else is."""
    from wirctl.report.asking import asked, heading, hint
    from wirctl.report.synopse import groups, legend, version_name
    from wirctl.report.synopse_words import words_in

    style = _style()
    language = plan_language(comparison) or "de"
    page = _environment().get_template("page.html.j2")
    found = tuple(groups(comparison, look.language))
    text = page.render(
        words=words_in(look.language),
        language=look.language,
        said=_said(language) if language != look.language else "",
        style=style,
        digest=_digest(style),
        old=version_name(comparison.old),
        new=version_name(comparison.new),
        origin=look.origin(),
        besides=besides(comparison, look.language),
        disclaimer=disclaimer(comparison),
        decisions=sum(group.decisions for group in found),
        groups=found,
        legend=legend(found),
        questions=[asked(comparison, item, look.language) for item in comparison.questions],
        asking=heading(look.language),
        hint=hint(look.language),
        unplaced=comparison.unplaced,
        tags=_TAGS,
    )
    yield from text.rstrip("\n").split("\n")


def _said(language: str) -> str:
    """Tells the language of the plan's own words, and where they begin."""
    side = "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    return f"{language} {side}"


@cache
def _style() -> str:
    """The style as it stands in the page: without outer spaces, which checkers leave out."""
    return (folder("templates") / "synopse" / "page.css").read_text(encoding="utf-8").strip()


def _digest(style: str) -> str:
    """What the page's policy knows the style by."""
    from base64 import b64encode
    from hashlib import sha256

    return b64encode(sha256(style.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    """Our own templates, in which all text is text; a name that is missing is a bug."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder("templates") / "synopse"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """What a template writes, without signs that steer; markup and style are what they are."""
    return visible(value) if type(value) is str else value
