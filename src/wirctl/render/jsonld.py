"""The plan in the words of schema.org, for search engines and catalogues (JSON-LD 1.1).

The vocabulary is named in the document itself, so that nobody has to load a context.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wirctl.render.model.text import Prose
from wirctl.render.model.values import (
    Group,
    Url,
    group_in,
    groups_in,
    references_in,
    text_in,
    value_of,
)
from wirctl.render.opendata.names import name_of, urn
from wirctl.render.opendata.plain import fit, plain_lines
from wirctl.render.registry import writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files, Options

_TYPES: Mapping[str, str] = {
    "plan": "CreativeWork",
    "guideline": "CreativeWork",
    "goal": "CreativeWork",
    "field_of_action": "CreativeWork",
    "measure": "Project",
    "term": "DefinedTerm",
    "body": "Organization",
    "round": "Event",
    "participation": "Event",
    "milestone": "Event",
    "paper": "DigitalDocument",
    "report": "Report",
    "statement": "Comment",
    "award": "MonetaryGrant",
}
CONTEXT = {"@vocab": "https://schema.org/"}
_PUBLIC_BODIES = frozenset({"council", "committee", "district_council", "administration"})
_TEXTS = ("summary", "description", "text", "definition", "role")
_DATES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "round": (("startDate", "date"),),
    "milestone": (("startDate", "actual"), ("startDate", "planned")),
    "paper": (("datePublished", "date"),),
    "report": (("datePublished", "date"),),
    "statement": (("datePublished", "date"),),
}
_LINKS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "goal": (("isPartOf", "field"),),
    "round": (("organizer", "body"),),
    "statement": (("author", "body"),),
    "body": (("parentOrganization", "parent"),),
    "paper": (("about", "items"),),
    "award": (("fundedItem", "measure"),),
}


@writer("jsonld", de="Begriffe von schema.org (JSON-LD)", en="schema.org data", is_whole=False)
def jsonld(site: Site, options: Options) -> Files:
    """The elements that schema.org has words for, as one graph."""
    graph = [node for item in site.items.values() for node in nodes(item, site, options)]
    said = {"@context": CONTEXT, "@graph": graph}
    text = json.dumps(said, ensure_ascii=False, indent=1)
    # A page may hold this in a script: no sign in it can end that.
    return {"plan.jsonld": f"{text}\n".replace("<", "\\u003c").encode()}


def nodes(item: Item, site: Site, options: Options) -> tuple[dict[str, object], ...]:
    """The element in the words of schema.org; nothing where that has none, or where it is gone."""
    return (_node(item, site, options),) if item.kind in _TYPES and not item.withdrawn else ()


def _node(item: Item, site: Site, options: Options) -> dict[str, object]:
    holder = Group(item.fields)
    kind = "GovernmentOrganization" if _is_public_body(item) else _TYPES[item.kind]
    said: dict[str, object] = {
        "@id": name_of(site, options, item.id),
        "@type": kind,
        "identifier": fit(item.id),
        "name": fit(item.title),
    }
    for name in _TEXTS:
        value = value_of(holder, name)
        if isinstance(value, Prose) and "description" not in said:
            said["description"] = fit(plain_lines(value))
    url = value_of(holder, "url")
    if isinstance(url, Url):
        said["url"] = url.url
    for name, field in _DATES.get(item.kind, ()):
        if text_in(holder, field):
            said.setdefault(name, text_in(holder, field))
    for name, field in _LINKS.get(item.kind, ()):
        aims = [{"@id": name_of(site, options, aim.id)} for aim in references_in(holder, field)]
        if aims:
            said[name] = aims
    return said | dict(_special(item, holder, site, options))


def _is_public_body(item: Item) -> bool:
    return item.kind == "body" and text_in(Group(item.fields), "kind") in _PUBLIC_BODIES


def _special(
    item: Item, holder: Group, site: Site, options: Options
) -> Iterator[tuple[str, object]]:
    """What only elements of one kind say."""
    match item.kind:
        case "plan":
            yield from _plan(site, options)
        case "measure":
            yield from _measure(holder, item, site)
        case "participation":
            period = group_in(holder, "period")
            yield from _given("startDate", text_in(period, "start"))
            yield from _given("endDate", text_in(period, "end"))
        case "award":
            if text_in(holder, "amount_eur"):
                yield "amount", _amount(text_in(holder, "amount_eur"))
        case "paper":
            yield from _given("alternateName", text_in(holder, "reference"))


def _plan(site: Site, options: Options) -> Iterator[tuple[str, object]]:
    heading, provenance = site.heading, options.provenance
    yield "inLanguage", heading.language
    yield from _given("version", provenance.version or site.version.label)
    yield from _given("dateModified", site.version.time)
    yield from _given("creativeWorkStatus", "Entwurf" if site.version.is_draft else "")
    if heading.municipality:
        yield "publisher", {"@type": "GovernmentOrganization", "name": heading.municipality}
    record = {name: value for name, value in provenance.record().items() if value}
    yield (
        "additionalProperty",
        [
            {"@type": "PropertyValue", "name": name, "value": value}
            for name, value in record.items()
        ],
    )


def _measure(holder: Group, item: Item, site: Site) -> Iterator[tuple[str, object]]:
    period = group_in(holder, "period")
    yield from _given("foundingDate", text_in(period, "start"))
    yield from _given("dissolutionDate", text_in(period, "end"))
    unit = text_in(holder, "lead_unit")
    if unit:
        yield "parentOrganization", {"@type": "Organization", "name": fit(unit)}
    costs = [cost for cost in groups_in(holder, "costs") if text_in(cost, "amount_eur")]
    if costs:
        yield (
            "funding",
            [
                {
                    "@id": urn(site, item.id, "costs", str(number)),
                    "@type": "MonetaryGrant",
                    "name": text_in(cost, "year"),
                    "amount": _amount(text_in(cost, "amount_eur")),
                }
                for number, cost in enumerate(costs, start=1)
            ],
        )


def _amount(text: str) -> dict[str, object]:
    return {"@type": "MonetaryAmount", "currency": "EUR", "value": text}


def _given(name: str, text: str) -> Iterator[tuple[str, str]]:
    if text:
        yield name, fit(text)
