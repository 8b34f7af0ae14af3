"""What changed since another version, as far as it may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.registry import every_kind
from wirctl.render.convert import Converter, clean
from wirctl.render.model.derived import Changed, Edition, News
from wirctl.render.model.values import EMPTY, Group, groups_in, text_in, value_of
from wirctl.schema.field import ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.render.compared import Closing
    from wirctl.render.convert import Known
    from wirctl.render.model.item import Item
    from wirctl.render.model.values import Shown
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind, Kinds

# Where something is from, and what the editors remarked: no change of the plan itself.
_NO_NEWS = frozenset({"sources", "note"})


def news_of(
    since: str, changes: Sequence[Change], items: Mapping[str, Item], known: Known, kinds: Kinds
) -> News:
    """The changes that may be shown, in the order of elements; those that are gone come last."""
    order = {id: place for place, id in enumerate(items)}
    found = [_changed(change, items, known, kinds) for change in changes]
    shown = [change for change in found if change is not None]
    shown.sort(key=lambda change: order.get(change.item.id, len(order)))
    return News(since, tuple(shown))


def editions_of(
    closings: Sequence[Closing], items: Mapping[str, Item], known: Known, kinds: Kinds
) -> tuple[Edition, ...]:
    """The closed rounds as versions of the plan, each with what changed in it."""
    return tuple(
        Edition(
            round=known.reference(item.round),
            date=item.date,
            commit=item.commit,
            news=_news_in(item, items, known, kinds),
        )
        for item in closings
    )


def _news_in(
    closing: Closing, items: Mapping[str, Item], known: Known, kinds: Kinds
) -> News | None:
    if closing.changes is None:
        return None
    return news_of(closing.round, closing.changes, items, known, kinds)


def _changed(
    change: Change, items: Mapping[str, Item], known: Known, kinds: Kinds
) -> Changed | None:
    """The change, if every field on the way to it is public."""
    kind = kinds.by_name.get(change.subject.kind)
    if kind is None:
        return None
    path = tuple(_way(kind, change.at))
    if not all(field.public for field in path) or (path and path[0].name in _NO_NEWS):
        return None
    item = items.get(change.subject.id)
    said = every_kind().get(change.kind)
    return Changed(
        kind=change.kind,
        weight=str(change.weight),
        item=known.reference(change.subject.id),
        field=item.field if item is not None else "",
        path=tuple(_titles(path)),
        old=_shown(change.old, change, path, known),
        new=_shown(change.new, change, path, known),
        sentence=Words(said.de, said.en) if said else Words(change.kind, change.kind),
        words={name: clean(word) for name, word in change.arguments},
        named=tuple(_named(change, path, item, known)),
    )


def _titles(path: tuple[Field, ...]) -> Iterator[Words]:
    """The titles of the fields on the way; the items of a list need none besides the list's."""
    return (field.title for _, field in _own(path))


def _own(path: tuple[Field, ...]) -> Iterator[tuple[int, Field]]:
    """The fields on the way that are no items of a list, each with its place there."""
    for place, field in enumerate(path):
        above = path[place - 1] if place else None
        if above is None or above.item is not field:
            yield place, field


def _named(
    change: Change, path: tuple[Field, ...], item: Item | None, known: Known
) -> Iterator[tuple[Shown, ...]]:
    """For each title on the way the item of its list that leads on, by what it is known by."""
    holder = Group(item.fields) if item is not None else EMPTY
    for place, field in _own(path):
        name = change.at[place + 1] if place + 2 < len(path) else ""
        groups = groups_in(holder, field.name) if name else ()
        holder = next((part for part in groups if text_in(part, "id") == name), EMPTY)
        yield _item(name, field, holder, change, known) if name else ()


def _item(name: str, field: Field, found: Group, change: Change, known: Known) -> tuple[Shown, ...]:
    """An item of a list: by its title where its key is an id of its own, else by its key."""
    fields = field.item.fields if field.item is not None else {}
    keys = [fields[key] for key in field.key if key in fields]
    if not keys or keys[0].value is ValueKind.ID:
        title = value_of(found, "title")
        return (title,) if title is not None else ()
    converter = Converter(change.subject.kind, change.subject, known, [])
    path = f"{change.subject.kind}.{field.name}"
    parts = zip(keys, name.split(":", len(keys) - 1), strict=False)
    shown = (converter.value(part, key, (), f"{path}.{key.name}") for key, part in parts)
    return tuple(value for value in shown if value is not None)


def _way(kind: Kind, at: Pointer) -> Iterator[Field]:
    """The fields on the way to a value, from the outermost; an item of a list has no name."""
    found, fields = None, kind.fields
    for name in at:
        found = found.item if found is not None and found.item is not None else fields.get(name)
        if found is None:
            return
        yield found
        fields = found.fields


def _shown(value: Value, change: Change, path: tuple[Field, ...], known: Known) -> Shown | None:
    if value is None or not path:
        return None
    converter = Converter(change.subject.kind, change.subject, known, [])
    names = dict.fromkeys((change.subject.kind, *(field.name for field in path)))
    return converter.value(value, path[-1], (), ".".join(names))
