"""The dates of the plan as a calendar (RFC 5545): milestones, rounds, deadlines, events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from wirctl.model.dates import first_day, last_day
from wirctl.render.model.text import Prose
from wirctl.render.model.values import Group, Reference, group_in, groups_in, text_in, value_of
from wirctl.render.opendata.names import name_of, plan_id
from wirctl.render.opendata.plain import fit, plain_lines
from wirctl.render.registry import writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files, Options

_FIELDS = {
    "milestone": ("actual", "planned"),
    "round": ("date",),
    "statement": ("date",),
    "call": ("opens", "deadline", "starts"),
    "award": ("decided_on",),
    "report": ("due", "date"),
}
"""The dates of each kind of element; of a milestone only the first that it has."""
_TEXTS = ("description", "summary", "text")
_LONGEST = 75


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day, or in a month or year where no more is known.

    `role` tells events of one element apart and never changes; `what` is what the date is.
    """

    item: Item
    role: str
    what: str
    date: str
    end: str = ""


@writer("ics", de="Kalender der Termine und Fristen", en="calendar of dates", is_whole=False)
def ics(site: Site, options: Options) -> Files:
    """A calendar in one file."""
    return {"plan.ics": calendar(site, options)}


def calendar(site: Site, options: Options) -> bytes:
    """The calendar, its lines folded as the format wants it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//wirctl//{options.provenance.wirctl or 'wirctl'}//DE",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(site.heading.title)}",
        *_provenance(options),
    ]
    for event in events_of(site, options):
        lines += _event(event, site, options)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _provenance(options: Options) -> Iterator[str]:
    for name, value in options.provenance.record().items():
        if value and isinstance(value, str):
            yield f"X-WIRCTL-{name.upper()}:{_escaped(value)}"


def events_of(site: Site, options: Options) -> tuple[Event, ...]:
    """Every date of the plan that says at least the year, in the order of days."""
    found = [
        event
        for item in site.items.values()
        if not item.withdrawn
        for event in _events(item, options)
        if first_day(event.date) is not None
    ]
    return tuple(sorted(found, key=lambda event: (event.date, event.item.id, event.role)))


def _events(item: Item, options: Options) -> Iterator[Event]:
    holder = Group(item.fields)
    names = [name for name in _FIELDS.get(item.kind, ()) if name in item.fields]
    for name in names[:1] if item.kind == "milestone" else names:
        what = item.fields[name].title.in_language(options.labels.language)
        yield Event(item, name, what, text_in(holder, name))
    period = group_in(holder, "period")
    if item.kind in {"measure", "participation"} and "start" in period.fields:
        end = text_in(period, "end")
        what = item.fields["period"].title.in_language(options.labels.language)
        yield Event(item, "period", what, text_in(period, "start"), end)
    yield from _inside(item, holder, options)


def _inside(item: Item, holder: Group, options: Options) -> Iterator[Event]:
    """Dates in the lists of an element: deadlines of a round, mandates, consultations."""
    for name, date in (("deadlines", "due"), ("decisions", "due"), ("consultations", "date")):
        seen: set[str] = set()
        for number, part in enumerate(groups_in(holder, name), start=1):
            role = _role(part)
            role = f"{role}.{number}" if role in seen or not role else role
            seen.add(role)
            if date in part.fields:
                said = part.fields[date].title.in_language(options.labels.language)
                named = _named(part)
                what = f"{named} ({said})" if named else said
                yield Event(item, f"{name}.{role}", what, text_in(part, date))


def _role(part: Group) -> str:
    return text_in(part, "id") or text_in(part, "item") or text_in(part, "body")


def _named(part: Group) -> str:
    """Whom or what the date is about."""
    for name in ("text", "item", "body"):
        value = value_of(part, name)
        if isinstance(value, Reference):
            return value.title or value.id
        if value is not None:
            return text_in(part, name)
    return ""


def _event(event: Event, site: Site, options: Options) -> Iterator[str]:
    item = event.item
    first = first_day(event.date)
    end = last_day(event.end or event.date)
    if first is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(f'{plan_id(site)}.{item.id}.{event.role}')}@wirctl"
    yield f"DTSTAMP:{_stamp(site.version.time)}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    if end is not None and end >= first and end.year < _LAST_YEAR:
        yield f"DTEND;VALUE=DATE:{end + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{item.title} – {event.what}')}"
    yield f"DESCRIPTION:{_escaped(_description(event))}"
    yield f"CATEGORIES:{_escaped(item.kind)}"
    yield f"URL:{name_of(site, options, item.id)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


_LAST_YEAR = 9999


def _description(event: Event) -> str:
    """The date as exact as it is known, and what the element is about."""
    values = (value_of(Group(event.item.fields), name) for name in _TEXTS)
    texts = (plain_lines(value) for value in values if isinstance(value, Prose))
    known = f"{event.date} – {event.end}" if event.end else event.date
    return "\n\n".join([f"{event.what}: {known}", *_first(texts)])


def _first(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if text][:1]


def _stamp(time: str) -> str:
    """The moment of the version as the format writes it."""
    plain = time.replace("-", "").replace(":", "")
    return plain or "19700101T000000Z"


def _escaped(text: str) -> str:
    r"""The text with what the format would take for its own signs escaped.

    >>> _escaped("a;b,c\nd")
    'a\\;b\\,c\\nd'
    """
    text = fit(text).replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    return text.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, none of which breaks a character."""
    pieces, size = [""], 0
    for letter in line:
        bytes_ = len(letter.encode())
        if size + bytes_ > _LONGEST:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += bytes_
    return "\r\n".join(pieces)
