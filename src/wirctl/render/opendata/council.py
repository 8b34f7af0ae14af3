"""The council's side of the plan as objects of OParl 1.1: bodies, sessions, papers.

What the plan does not know is left out; what OParl has no word for stands under names that
begin with `wirctl:`, as the specification lets makers add their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from wirctl.render.model.text import Prose
from wirctl.render.model.values import (
    Flag,
    Group,
    Url,
    Word,
    groups_in,
    references_in,
    text_in,
    value_of,
)
from wirctl.render.opendata.agenda import agenda_of
from wirctl.render.opendata.moments import exact_day, start_of_day, with_zone
from wirctl.render.opendata.names import page_of
from wirctl.render.opendata.plain import fit, plain_lines
from wirctl.render.opendata.turns import is_at, turns_of
from wirctl.render.pages.paths import file_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.opendata.agenda import Point
    from wirctl.render.registry import Options

Said: TypeAlias = "dict[str, object]"

SCHEMA = "https://schema.oparl.org/1.1/"
KINDS: Mapping[str, str] = {"body": "Organization", "round": "Meeting", "paper": "Paper"}
_TYPES: Mapping[str, str] = {"administration": "Verwaltungsbereich", "civil_society": "Sonstiges"}
_PARLIAMENT = "Parlament"


@dataclass(frozen=True, slots=True)
class Council:
    """Makes the objects; `base` is the address of the folder that they will lie in."""

    site: Site
    options: Options
    base: str
    _agendas: dict[str, tuple[Point, ...]] = field(default_factory=dict)

    def id_of(self, item: Item) -> str:
        """The address of the object of an element."""
        return f"{self.base}{KINDS[item.kind].lower()}/{file_name(item.id)}.json"

    def moment(self) -> str:
        """The moment of the version: when all its objects were made and last changed."""
        version = self.site.version
        return with_zone(version.time) or start_of_day(version.date)

    def object(self, kind: str, id: str) -> Said:
        """What every object says of itself."""
        said: Said = {"id": id, "type": f"{SCHEMA}{kind}"}
        moment = self.moment()
        return {**said, "created": moment, "modified": moment} if moment else said

    def gone(self, item: Item) -> Said:
        """What is left of an element that was withdrawn."""
        return {**self.object(KINDS[item.kind], self.id_of(item)), "deleted": True}

    def links(self, holder: Group, name: str, kind: str) -> list[str]:
        """The addresses of the elements of a kind that a field refers to."""
        items = self.site.items
        named = (items.get(reference.id) for reference in references_in(holder, name))
        return [self.id_of(item) for item in named if item is not None and item.kind == kind]

    def organization(self, item: Item) -> Said:
        """A body."""
        holder = Group(item.fields)
        kind, own = text_in(holder, "kind"), self.id_of(item)
        said = self._named(item, "name")
        said["body"] = f"{self.base}body.json"
        said["shortName"] = fit(text_in(holder, "abbreviation"))
        said["organizationType"] = _TYPES.get(kind, "Gremium") if kind else ""
        said["classification"] = _PARLIAMENT if kind == "council" else self._word(holder, "kind")
        said["subOrganizationOf"] = next(iter(self.links(holder, "parent", "body")), "")
        said["startDate"] = exact_day(text_in(holder, "valid_from"))
        said["endDate"] = exact_day(text_in(holder, "valid_to"))
        for name in ("meeting", "consultation"):
            said[name] = f"{own.removesuffix('.json')}/{name}.json"
        return _full(said)

    def meeting(self, item: Item) -> Said:
        """A round: a session of its body. Where only the day is known, it starts with the day."""
        holder = Group(item.fields)
        said = self._named(item, "name")
        said["start"] = start_of_day(text_in(holder, "date"))
        said["wirctl:date"] = text_in(holder, "date")
        said["organization"] = self.links(holder, "body", "body")
        if "closed" in item.fields:
            said["meetingState"] = "durchgeführt"
        said["agendaItem"] = [self.agenda_item(item, point) for point in self.agenda(item)]
        return _full(said)

    def agenda(self, item: Item) -> tuple[Point, ...]:
        """What a round dealt with, in the order of the plan."""
        if item.id not in self._agendas:
            self._agendas[item.id] = agenda_of(item, self.site, self.options.labels)
        return self._agendas[item.id]

    def agenda_item(self, round: Item, point: Point) -> Said:
        """A point of the agenda, as it stands inside its meeting."""
        said = self.object("AgendaItem", self.point_id(round, point))
        said |= {"order": point.order, "name": fit(point.title), "result": fit(point.result)}
        said["resolutionText"] = fit(point.text)
        if point.consultation:
            paper, key = point.consultation
            said["consultation"] = self.consultation_id(paper, key)
        said["wirctl:about"] = list(point.about)
        return _full(said)

    def point_id(self, round: Item, point: Point) -> str:
        """The address of a point of the agenda."""
        return f"{self.base}agendaitem/{file_name(round.id)}/{file_name(point.key)}.json"

    def consultation_id(self, paper: str, key: str) -> str:
        """The address of a body's turn at a paper."""
        return f"{self.base}consultation/{file_name(paper)}/{file_name(key)}.json"

    def paper(self, item: Item) -> Said:
        """A paper, with its consultations and its files inside."""
        holder = Group(item.fields)
        said = self._named(item, "name")
        said["body"] = f"{self.base}body.json"
        said["reference"] = fit(text_in(holder, "reference"))
        said["paperType"] = self._word(holder, "paper_type")
        said["date"] = exact_day(text_in(holder, "date"))
        said["wirctl:date"] = text_in(holder, "date")
        said["relatedPaper"] = self.links(holder, "related", "paper")
        said["superordinatedPaper"] = self.links(holder, "originals", "paper")
        said["subordinatedPaper"] = list(self._changing(item))
        for name, theirs in (("originator", "originator"), ("under_direction_of", "direction")):
            said[f"wirctl:{theirs}"] = fit(text_in(holder, name))
        summary = value_of(holder, "summary")
        said["wirctl:summary"] = fit(plain_lines(summary)) if isinstance(summary, Prose) else ""
        said["consultation"] = [one for _, one in self.consultations(item)]
        said["auxiliaryFile"] = list(self.files(item))
        url = value_of(holder, "url")
        return _full(said | ({"web": url.url} if isinstance(url, Url) and url.url else {}))

    def _changing(self, item: Item) -> Iterator[str]:
        """The papers that change this one."""
        for other in self.site.of_kind("paper"):
            if self.id_of(item) in self.links(Group(other.fields), "originals", "paper"):
                yield self.id_of(other)

    def consultations(self, item: Item) -> Iterator[tuple[Group, Said]]:
        """The turns of bodies at a paper, each with its record in the plan."""
        for key, part in turns_of(item):
            said = self.object("Consultation", self.consultation_id(item.id, key))
            said["organization"] = self.links(part, "body", "body")
            authoritative = value_of(part, "authoritative")
            if isinstance(authoritative, Flag):
                said["authoritative"] = authoritative.value
            said |= self._where(item, key, part)
            said["wirctl:date"] = text_in(part, "date")
            said["wirctl:result"] = self._word(part, "result")
            yield part, _full(said)

    def _where(self, paper: Item, key: str, part: Group) -> Said:
        """The session, and the point of its agenda, at which the turn was taken."""
        for round in self.site.of_kind("round"):
            if not is_at(part, Group(round.fields)):
                continue
            said: Said = {"meeting": self.id_of(round)}
            for point in self.agenda(round):
                if point.consultation == (paper.id, key):
                    said["agendaItem"] = self.point_id(round, point)
            return said
        return {}

    def files(self, item: Item) -> Iterator[Said]:
        """The annexes of a paper that have an address on the web."""
        for number, annex in enumerate(groups_in(Group(item.fields), "annexes"), start=1):
            url = value_of(annex, "url")
            if isinstance(url, Url) and url.url:
                place = f"{self.base}file/{file_name(item.id)}/{number}.json"
                said = self.object("File", place) | {"accessUrl": url.url}
                yield _full(said | {"name": fit(text_in(annex, "title"))})

    def _named(self, item: Item, name: str) -> Said:
        said = self.object(KINDS[item.kind], self.id_of(item))
        said |= {name: fit(item.title), "web": page_of(self.site, self.options, item.id)}
        if item.example is not None:
            said["wirctl:illustrative"] = fit(item.example.reason)
        return said

    def _word(self, holder: Group, name: str) -> str:
        value = value_of(holder, name)
        return self.options.labels.word(value) if isinstance(value, Word) else ""


def _full(said: Said) -> Said:
    """The object without what says nothing: the format wants neither empty texts nor lists."""
    return {name: value for name, value in said.items() if value not in ("", [], ())}
