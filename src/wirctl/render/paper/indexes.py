"""The registers at the end: measures by lead unit and by target group, and all days in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.model.dates import first_day
from wirctl.press.parts import Heading, PageOf, Par, Run
from wirctl.press.tables import grid
from wirctl.render.model.values import Date, Group, Line, values_in
from wirctl.render.typography import bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.press.parts import Block
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.paper.values import ValueParts

# The days that an element names: the field, or the field inside a period.
_DAYS = ("date", "planned", "actual", "opens", "deadline", "decided_on", "due", "period", "dates")


def indexes(site: Site, values: ValueParts) -> Iterator[Block]:
    """Every register that has an entry."""
    labels = values.phrases.labels
    chapters = [
        ("paper_by_unit", list(_by_words(site, values, "lead_unit"))),
        ("paper_by_group", list(_by_words(site, values, "target_groups"))),
        ("paper_by_date", list(_by_date(site, values))),
    ]
    if any(blocks for _, blocks in chapters):
        yield Heading(1, labels.text("paper_indexes"), own_page=True)
    for name, blocks in chapters:
        if blocks:
            yield Heading(2, labels.text(name))
            yield from blocks


def _by_words(site: Site, values: ValueParts, field: str) -> Iterator[Block]:
    """The measures under each line of this field, in the order of the alphabet."""
    groups: dict[str, list[Item]] = {}
    for item in site.of_kind("measure"):
        for value in values_in(Group(item.fields), field):
            if isinstance(value, Line):
                groups.setdefault(value.text, []).append(item)
    for name in sorted(groups, key=_folded):
        yield Par((values.said(name),), "group")
        for item in groups[name]:
            title = Run(f"{item.id} {bound(item.title)}", target=item.id, language=values.foreign)
            yield Par((title, PageOf(item.id)), "entry")


def _by_date(site: Site, values: ValueParts) -> Iterator[Block]:
    """Every day that an element names, with what it means there."""
    live = [item for item in site.items.values() if not item.withdrawn]
    found = sorted({day for item in live for day in _days(item, values)})
    rows = tuple(
        (
            (Par((Run(values.phrases.date(iso)),)),),
            (Par((Run(bound(site.items[id].title), target=id, language=values.foreign),)),),
            (Par((Run(title),)),),
            (Par((PageOf(id),)),),
        )
        for _, id, iso, title in found
    )
    if rows:
        labels = values.phrases.labels
        names = ("date", "paper_element", "paper_fact", "print_page")
        yield grid([(Run(labels.text(name)),) for name in names], rows)


def _days(item: Item, values: ValueParts) -> Iterator[tuple[str, str, str, str]]:
    holder = Group(item.fields)
    for name in _DAYS:
        for value in values_in(holder, name):
            title = values.phrases.title(item.fields[name])
            if isinstance(value, Date):
                yield from _day(value.iso, item.id, title)
            elif isinstance(value, Group):
                for entry in value.fields.values():
                    if isinstance(entry.value, Date):
                        said = f"{title}: {values.phrases.title(entry)}"
                        yield from _day(entry.value.iso, item.id, said)


def _day(iso: str, id: str, title: str) -> Iterator[tuple[str, str, str, str]]:
    """The day as something that sorts; nothing for what is no day."""
    first = first_day(iso)
    if first is not None:
        yield f"{first.isoformat()} {len(iso)}", id, iso, title


def _folded(text: str) -> str:
    """German order: umlauts beside their letters."""
    return text.casefold().translate(str.maketrans("äöü", "aou")).replace("ß", "ss")
