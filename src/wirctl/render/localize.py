"""A view of the plan in another language: what is translated in place of what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import replace
from wirctl.render.model.text import Prose, plain_text
from wirctl.render.model.values import Line, Many, Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.derived import Heading
    from wirctl.render.model.item import Item, Translated
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Entry

_NAMES = ("title", "label")


def in_language(site: Site, language: str) -> Site:
    """The same view with every text that there is in this language; the rest as it was.

    Easy language is no translation of single texts and never mixed in.
    """
    if language == site.heading.language:
        return site
    parts = {
        id: part
        for id, found in site.translations.items()
        for part in reversed(found)  # of two translations, the first one counts
        if part.language == language and not part.is_easy
    }
    items = {id: _item(item, parts.get(id)) for id, item in site.items.items()}
    plan = next((item for item in items.values() if item.kind == "plan"), None)
    heading = _heading(site.heading, plan, parts.get(plan.id)) if plan else site.heading
    return replace(site, items=items, heading=heading)


def _item(item: Item, part: Translated | None) -> Item:
    if part is None:
        return item
    title = next((plain_text(part.texts[name]) for name in _NAMES if name in part.texts), "")
    return replace(
        item,
        title=title or item.title,
        language=part.language if title else "",
        fields={name: _entry(entry, part) for name, entry in item.fields.items()},
    )


def _entry(entry: Entry, part: Translated) -> Entry:
    text = part.texts.get(entry.name)
    if text is None:
        many = entry.value
        return _places(entry, many, part) if isinstance(many, Many) else entry
    value = text if isinstance(entry.value, Prose) else Line(plain_text(text))
    is_stale = entry.name in part.stale
    return replace(entry, value=value, language=part.language, is_stale=is_stale)


def _places(entry: Entry, many: Many, part: Translated) -> Entry:
    """A list with the texts that are translated by their place (`questions/0`)."""
    names = [f"{entry.name}/{place}" for place in range(len(many.values))]
    if part.texts.keys().isdisjoint(names):
        return entry
    texts = [
        Told(plain_text(part.texts[name]))
        if isinstance(value, Line) and name in part.texts
        else value
        for name, value in zip(names, many.values, strict=True)
    ]
    is_stale = not set(names).isdisjoint(part.stale)
    return replace(entry, value=replace(many, values=tuple(texts)), is_stale=is_stale)


def _heading(heading: Heading, plan: Item, part: Translated | None) -> Heading:
    texts: Mapping[str, Prose] = part.texts if part is not None else {}
    subtitle = texts.get("subtitle")
    return replace(
        heading,
        title=plan.title,
        subtitle=plain_text(subtitle) if subtitle is not None else heading.subtitle,
        disclaimer=texts.get("disclaimer", heading.disclaimer),
    )


def language_of_notice(site: Site) -> str:
    """The language of the notice about the plan, where it is not the plan's own."""
    plan = next(iter(site.of_kind("plan")), None)
    entry = plan.fields.get("disclaimer") if plan is not None else None
    return entry.language if entry is not None else ""
