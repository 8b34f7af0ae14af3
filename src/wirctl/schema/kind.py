"""The kinds of elements, and which file belongs to which."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.frozen import frozen
from wirctl.core.items import item_names
from wirctl.core.value import list_of, record_of, text_of
from wirctl.resources import folder
from wirctl.schema.field import Words, description_words, fields_of, title_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.schema.field import Field

OWN = "urn:wirctl:schema:"
SHARED = f"{OWN}shared"


@frozen(eq=False)
class Kind:
    """One kind of element, as its schema describes it.

    `folder` is where its files lie, or `file` is the one file of a kind that a plan has once.
    `label` is the property that serves as a person's name for the element, `group_by` the one
    that refers to a field of action, or empty. `shared` holds the definitions that a `$ref` may
    name, `fields` the properties by name, in their order.
    """

    name: str
    title: Words
    plural: Words
    description: Words
    order: int
    folder: str
    file: str
    label: str
    group_by: str
    id_pattern: str
    id_prefix: str
    guarded: bool
    nested: bool
    schema: Record
    shared: Mapping[str, Record]
    fields: Mapping[str, Field]

    def field_at(self, pointer: Pointer) -> Field | None:
        """The field that a pointer leads to: of a list's item, the item's field."""
        fields, found = self.fields, None
        for name in pointer:
            is_item = found is not None and found.item is not None
            found = found.item if found is not None and is_item else fields.get(name)
            if found is None:
                return None
            fields = found.fields
        return found

    def field_of(self, path: Pointer) -> Field | None:
        """The field at this path of property names alone; of a list, the list."""
        fields, found = self.fields, None
        for name in path:
            found = fields.get(name)
            if found is None:
                return None
            fields = found.item.fields if found.item is not None else found.fields
        return found

    def keys_of(self, path: Pointer) -> tuple[str, ...]:
        """The properties that name an item of the list at this path of property names."""
        found = self.field_of(path)
        return found.key if found is not None else ()

    def pointer(self, value: Value, path: tuple[str | int, ...]) -> Pointer:
        """The pointer for a JSON path, with items of lists by name instead of by place."""
        names: list[str] = []
        properties: list[str] = []
        for step in path:
            if isinstance(step, int):
                items = list_of(value)
                known = step < len(items)
                keys = self.keys_of(tuple(properties))
                names.append(item_names(items, keys)[step] if known else str(step))
                value = items[step] if known else None
            else:
                names.append(step)
                properties.append(step)
                value = record_of(value).get(step)
        return tuple(names)


class Place(NamedTuple):
    """What a path alone tells: the kind, if any folder claims it, and the id by the file name."""

    kind: Kind | None
    id: str


@frozen(eq=False)
class Kinds:
    """Every kind that a plan may use: ours, and those in its own `schemas/` folder."""

    by_name: Mapping[str, Kind]
    by_folder: Mapping[str, Kind]
    by_file: Mapping[str, Kind]
    shared: Record

    def __iter__(self) -> Iterator[Kind]:
        """The kinds in their order."""
        return iter(sorted(self.by_name.values(), key=lambda kind: (kind.order, kind.name)))

    def __getitem__(self, name: str) -> Kind:
        """The kind with this name; KeyError if there is none."""
        return self.by_name[name]

    def place(self, path: str) -> Place:
        """The kind and id that a file of this path has, below the plan folder."""
        folder, sign, _ = path.partition("/")
        if sign:
            return Place(self.by_folder.get(folder), stem(path))
        single = self.by_file.get(f"{stem(path)}.yaml")
        return Place(single, "" if single is not None else stem(path))


def stem(path: str) -> str:
    """The name of a file without its folders and its ending.

    >>> stem("measures/bil/M-BIL-01.yaml")
    'M-BIL-01'
    """
    return path.rpartition("/")[2].rpartition(".")[0]


def built_in() -> Kinds:
    """The kinds that come with wirctl."""
    where = folder("schemas")
    return kinds_from({path.name: path.read_bytes() for path in where.glob("*.schema.json")})


def kinds_from(files: Mapping[str, bytes], base: Kinds | None = None) -> Kinds:
    """The kinds described by schema files (name to bytes), added to those of `base`.

    Raises:
        ValueError: a file is no JSON object, or describes a kind that is there already.
    """
    parsed = {name: record_of(json.loads(data)) for name, data in sorted(files.items())}
    shared = _shared_of(parsed, base)
    definitions = {
        f"{SHARED}#/$defs/{name}": record_of(part)
        for name, part in record_of(shared.get("$defs")).items()
    }
    found = {kind.name: kind for kind in (base or ())}
    for name, schema in parsed.items():
        if schema is shared:
            continue
        kind = _kind(schema, definitions)
        if kind.name in found or not kind.name:
            raise ValueError(name)
        found[kind.name] = kind
    return Kinds(
        by_name=found,
        by_folder={kind.folder: kind for kind in found.values() if kind.folder},
        by_file={kind.file: kind for kind in found.values() if kind.file},
        shared=shared,
    )


def _shared_of(parsed: Mapping[str, Record], base: Kinds | None) -> Record:
    if base is not None:
        return base.shared
    return next((item for item in parsed.values() if item.get("$id") == SHARED), {})


def _kind(schema: Record, shared: Mapping[str, Record]) -> Kind:
    note = record_of(schema.get("x-wirctl"))
    name = text_of(note.get("kind"))
    order = note.get("order")
    title = title_words(schema, note, name)
    shared = _definitions(schema, shared)
    return Kind(
        name=name,
        title=title,
        plural=Words(
            text_of(note.get("plural")) or title.de, text_of(note.get("plural_en")) or title.en
        ),
        description=description_words(schema, note),
        order=order if isinstance(order, int) else 1000,
        folder=text_of(note.get("folder")),
        file=text_of(note.get("file")),
        label=text_of(note.get("label")) or "title",
        group_by=text_of(note.get("group_by")),
        id_pattern=text_of(note.get("id_pattern")),
        id_prefix=text_of(note.get("id_prefix")),
        guarded=note.get("guarded") is True,
        nested=note.get("nested") is True,
        schema={**schema, "$id": f"{OWN}{name}"},
        shared=shared,
        fields=fields_of(schema, shared),
    )


def _definitions(schema: Record, shared: Mapping[str, Record]) -> Mapping[str, Record]:
    """Every definition that a `$ref` in the schema may name, by the text of the reference."""
    local = record_of(schema.get("$defs"))
    if not local:
        return shared
    named = {f"#/$defs/{name}": record_of(part) for name, part in local.items()}
    return {**shared, **named, "#": schema}
