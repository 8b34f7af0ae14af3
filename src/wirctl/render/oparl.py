"""The council's side of the plan as data of OParl 1.1: files that a server need only hand out.

Each object is a file at the address that is its id, each list of objects one on a single page.
A client begins at `system.json`. Filters in addresses, which servers offer, files cannot.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wirctl.render.model.values import Group, text_in
from wirctl.render.opendata.council import KINDS, SCHEMA, Council
from wirctl.render.opendata.licence import licence_of
from wirctl.render.opendata.names import plan_id
from wirctl.render.opendata.needs import needed_address
from wirctl.render.opendata.plain import fit, plain_lines
from wirctl.render.pages.downloads import FOLDER
from wirctl.render.registry import writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.opendata.council import Said
    from wirctl.render.registry import Files, Options

_LISTS = {
    "organization": "organizations",
    "person": "persons",
    "meeting": "meetings",
    "paper": "papers",
    "agendaItem": "agendaitems",
    "consultation": "consultations",
    "file": "files",
    "locationList": "locations",
    "legislativeTermList": "legislativeterms",
    "membership": "memberships",
}
"""The lists of a body of OParl: the property, and the file. Persons a plan never has."""


@writer(
    "oparl",
    de="Gremien, Sitzungen und Drucksachen für Ratsinformationssysteme (OParl 1.1)",
    en="bodies, meetings and papers for council information systems (OParl 1.1)",
    is_whole=False,
)
def oparl(site: Site, options: Options) -> Files:
    """A file for each object and each list; the site offers them below `downloads/oparl/`.

    Raises:
        NeedsWebAddressError: nobody has said where they will lie; OParl names all by address.
    """
    base = f"{needed_address(options, 'oparl')}{FOLDER}oparl/"
    council = Council(site, options, base)
    objects = list(_objects(council))
    found = {text_of(said, "id"): said for said in objects}
    found |= {text_of(said, "id"): said for said in (_system(council), _body(council))}
    found |= {address: _list(address, said) for address, said in _lists(council, objects)}
    return {address.removeprefix(base): _written(said) for address, said in found.items()}


def text_of(said: Said, name: str) -> str:
    """A property of an object that is a text."""
    return str(said.get(name, ""))


def _system(council: Council) -> Said:
    """Where a client begins."""
    said = council.object("System", f"{council.base}system.json")
    said |= {"oparlVersion": SCHEMA, "body": f"{council.base}bodies.json"}
    said |= {"name": fit(council.site.heading.title), **_licence(council)}
    disclaimer = council.site.heading.disclaimer
    if disclaimer is not None:
        said["wirctl:disclaimer"] = fit(plain_lines(disclaimer))
    version = {key: value for key, value in council.options.provenance.record().items() if value}
    return said | {"website": council.options.url, "wirctl:provenance": version}


def _body(council: Council) -> Said:
    """The municipality, and the lists of what it has."""
    site = council.site
    said = council.object("Body", f"{council.base}body.json")
    said |= {"system": f"{council.base}system.json", **_licence(council)}
    said["name"] = fit(site.heading.municipality or plan_id(site))
    councils = [
        item for item in site.of_kind("body") if text_in(Group(item.fields), "kind") == "council"
    ]
    if len(councils) == 1:
        said["mainOrganization"] = council.id_of(councils[0])
    said["legislativeTerm"] = []
    return said | {name: f"{council.base}{file}.json" for name, file in _LISTS.items()}


def _licence(council: Council) -> Said:
    plan = next(iter(council.site.of_kind("plan")), None)
    name = text_in(Group(plan.fields), "licence") if plan is not None else ""
    url = licence_of(name).url
    return {"license": url} if url else {}


def _objects(council: Council) -> Iterator[Said]:
    """Every object as it is when it is asked for alone: it names what it stands in."""
    make = {"body": council.organization, "round": council.meeting, "paper": council.paper}
    for kind in KINDS:
        yield from map(council.gone, council.site.withdrawn_of(kind))
        for item in council.site.of_kind(kind):
            yield make[kind](item)
            yield from _inside(council, item)


def _inside(council: Council, item: Item) -> Iterator[Said]:
    """What stands inside a meeting or a paper."""
    own = council.id_of(item)
    if item.kind == "round":
        for point in council.agenda(item):
            yield {**council.agenda_item(item, point), "meeting": own}
    if item.kind == "paper":
        for _, said in council.consultations(item):
            yield {**said, "paper": own}
        for said in council.files(item):
            yield {**said, "paper": [own]}


def _lists(council: Council, objects: Sequence[Said]) -> Iterator[tuple[str, list[Said]]]:
    """Every list: its address, and what is in it; what is gone is in none."""
    here = [said for said in objects if "deleted" not in said]
    yield f"{council.base}bodies.json", [_body(council)]
    for name, file in _LISTS.items():
        kind = f"{SCHEMA}{name[0].upper()}{name[1:]}"
        yield f"{council.base}{file}.json", [said for said in here if said["type"] == kind]
    for name in ("meeting", "consultation"):
        kind = f"{SCHEMA}{name.capitalize()}"
        those = [said for said in here if said["type"] == kind]
        for item in council.site.of_kind("body"):
            address = text_of(council.organization(item), name)
            yield address, [said for said in those if _is_of(said, council.id_of(item))]


def _is_of(said: Said, organization: str) -> bool:
    bodies = said.get("organization")
    return isinstance(bodies, list) and organization in bodies


def _list(address: str, objects: Sequence[Said]) -> Said:
    """A list on one page, in an order that stays: that of the addresses."""
    return {
        "data": sorted(objects, key=lambda said: text_of(said, "id")),
        "pagination": {"totalElements": len(objects), "currentPage": 1, "totalPages": 1},
        "links": {"first": address, "self": address, "last": address},
    }


def _written(said: Said) -> bytes:
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()
