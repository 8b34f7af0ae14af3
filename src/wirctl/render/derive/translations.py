"""The texts of each element in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.load.translated import EASY, Currency, currency_of
from wirctl.render.labels import direction_of
from wirctl.render.model.item import Translated
from wirctl.render.model.text import Paragraph, Plain, Prose
from wirctl.render.model.values import Group, Line, groups_in, references_in, text_in, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.model.plan import Plan
    from wirctl.render.model.item import Item
    from wirctl.render.model.values import Shown
    from wirctl.schema.kind import Kinds


def translations_of(
    items: Mapping[str, Item], plan: Plan, kinds: Kinds
) -> dict[str, tuple[Translated, ...]]:
    """The translations of each element, by language."""
    found: dict[str, list[Translated]] = {}
    for item in items.values():
        if item.kind != "translation" or item.withdrawn:
            continue
        for about in references_in(Group(item.fields), "element"):
            found.setdefault(about.id, []).append(_translated(item, about.id, plan, kinds))
    return {
        id: tuple(sorted(parts, key=lambda part: (part.language, part.id)))
        for id, parts in sorted(found.items())
    }


def _translated(item: Item, about: str, plan: Plan, kinds: Kinds) -> Translated:
    holder = Group(item.fields)
    language = text_in(holder, "language")
    texts = groups_in(holder, "texts")
    is_current, stale = _currency(texts, about, plan, kinds)
    return Translated(
        id=item.id,
        language=language.removesuffix(EASY),
        direction=direction_of(language),
        is_easy=text_in(holder, "variant") == "easy" or language.endswith(EASY),
        is_official=text_in(holder, "status") == "official",
        is_current=is_current,
        texts=dict(_texts(texts)),
        example=item.example,
        stale=stale,
    )


def _texts(texts: tuple[Group, ...]) -> Iterator[tuple[str, Prose]]:
    for entry in texts:
        prose = as_prose(value_of(entry, "text"))
        if prose is not None:
            yield text_in(entry, "field"), prose


def as_prose(value: Shown | None) -> Prose | None:
    """A text, also where it is only one line."""
    match value:
        case Prose():
            return value
        case Line(text):
            return Prose((Paragraph((Plain(text),)),))
        case _:
            return None


def _currency(
    texts: tuple[Group, ...], about: str, plan: Plan, kinds: Kinds
) -> tuple[bool | None, tuple[str, ...]]:
    """Whether every text was made from what the plan says now, and the fields where not.

    `None` where no text says what it was made from.
    """
    element = plan.get(about)
    found = {
        text_in(entry, "field"): currency_of(
            element, text_in(entry, "field"), text_in(entry, "source_digest"), kinds
        )
        for entry in texts
    }
    stale = tuple(name for name, currency in found.items() if currency is Currency.STALE)
    told = any(currency is not Currency.UNDATED for currency in found.values())
    return (not stale, stale) if told else (None, ())
