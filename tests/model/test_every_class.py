"""The typed classes and the schemas say the same: names, types, keys and defaults."""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, get_args

import pytest

from wirctl.model.build import meaning
from wirctl.model.entity import Part, Traced
from wirctl.model.plan import views
from wirctl.schema.field import Field, ValueKind, Words
from wirctl.schema.kind import built_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.model.entity import Entity
    from wirctl.schema.kind import Kind

KINDS = built_in()

TEXTS = {
    *(ValueKind.ID, ValueKind.LINE, ValueKind.PROSE, ValueKind.REFERENCE),
    *(ValueKind.DATE, ValueKind.URL, ValueKind.LANGUAGE),
}
NUMBERS: Mapping[ValueKind, str] = {
    ValueKind.INTEGER: "int",
    ValueKind.NUMBER: "float",
    ValueKind.SHARE: "float",
    ValueKind.MONEY: "Decimal",
    ValueKind.BOOLEAN: "bool",
}


def differences(
    cls: type[Entity | Part], properties: Mapping[str, Field], at: str
) -> Iterator[str]:
    """Where the class does not say what the schema says."""
    given = {"place"} if issubclass(cls, Part) else {"subject"}
    own = {item.name.rstrip("_"): item for item in fields(cls) if item.name not in given}
    for name in sorted(own.keys() ^ properties.keys()):
        yield f"{at}.{name}: only in the {'class' if name in own else 'schema'}"
    for name in sorted(own.keys() & properties.keys()):
        yield from field_differences(cls, own[name], properties[name], f"{at}.{name}")


def field_differences(cls: type, item: Any, field: Field, at: str) -> Iterator[str]:  # noqa: ANN401 - dataclasses.Field
    annotation = str(item.type)
    inner = field.item
    if field.value not in {ValueKind.LIST, ValueKind.SET} or inner is None:
        yield from _one(cls, annotation, item.default, field, at)
        return
    if item.default != ():
        yield f"{at}: default {item.default!r}"
    found = re.fullmatch(r"tuple\[(\w+), \.\.\.\]", annotation)
    if found is None:
        yield f"{at}: {annotation} for a {field.value}"
    elif inner.fields:
        part = meaning(cls, found[1])
        if field.key != part.KEY:
            yield f"{at}: key {part.KEY} for {field.key}"
        yield from differences(part, inner.fields, at)
    else:
        yield from _word(cls, found[1], inner, at)


def _one(cls: type, annotation: str, default: object, field: Field, at: str) -> Iterator[str]:
    if field.value is ValueKind.RECORD:
        part = meaning(cls, annotation.removesuffix(" | None"))
        yield from differences(part, field.fields, at)
        wanted: object = None
    elif field.value in NUMBERS:
        wanted = field.default
        name = NUMBERS[field.value]
        if annotation != (name if wanted is not None else f"{name} | None"):
            yield f"{at}: {annotation} for a {field.value}"
    else:
        wanted = field.default or ""
        yield from _word(cls, annotation, field, at)
    if default not in (wanted, MISSING):
        yield f"{at}: default {default!r} for {wanted!r}"


def _word(cls: type, annotation: str, field: Field, at: str) -> Iterator[str]:
    """A text is `str`; a word of an enumeration is a `Literal` of its choices, and of nothing."""
    if field.value in TEXTS or not field.choices:
        if annotation != "str":
            yield f"{at}: {annotation} for a {field.value}"
        return
    listed = set(get_args(meaning(cls, annotation)))
    if listed - {""} != set(field.choices):
        yield f"{at}: {sorted(listed)} for {sorted(field.choices)}"


@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.name)
def test_class_says_what_the_schema_says(kind: Kind) -> None:
    view = views()[kind.name]
    assert sorted(differences(view.type, kind.fields, kind.name)) == []


def test_every_kind_has_a_class_and_every_class_a_kind() -> None:
    assert set(views()) == set(KINDS.by_name)
    assert len({view.type_name for view in views().values()}) == len(views())


def test_only_what_a_plan_has_once_leaves_no_trace() -> None:
    untraced = {name for name, view in views().items() if not issubclass(view.type, Traced)}
    assert untraced == {kind.name for kind in KINDS if kind.file}


def test_every_attribute_has_a_default() -> None:
    for view in views().values():
        without = [item.name for item in fields(view.type) if item.default is MISSING]
        assert without == ["subject", "id"]


Size: TypeAlias = Literal["large", "small", ""]


@dataclass(frozen=True, slots=True)
class Thing(Part):
    """A class that fits the fields below but for what a test changes."""

    KEY: ClassVar = ("name",)

    name: str = ""
    count: int | None = None
    weight: int = 1
    size: Size = ""
    tags: tuple[str, ...] = ()


def described(name: str, value: ValueKind, **more: Any) -> Field:  # noqa: ANN401 - as Field takes
    return Field(name, value, Words(name, name), Words(name, name), **more)


LIKE_THING = {
    "name": described("name", ValueKind.LINE),
    "count": described("count", ValueKind.INTEGER),
    "weight": described("weight", ValueKind.INTEGER, default=1),
    "size": described("size", ValueKind.WORD, choices=("large", "small")),
    "tags": described("tags", ValueKind.SET, item=described("tags", ValueKind.LINE)),
}


def test_class_that_fits_has_no_difference() -> None:
    assert list(differences(Thing, LIKE_THING, "thing")) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            {"colour": described("colour", ValueKind.LINE)},
            "thing.colour: only in the schema",
            id="missing in the class",
        ),
        pytest.param(
            {"count": described("count", ValueKind.MONEY)},
            "thing.count: int | None for a money",
            id="other type",
        ),
        pytest.param(
            {"name": described("name", ValueKind.BOOLEAN)},
            "thing.name: str for a boolean\nthing.name: default '' for None",
            id="text for truth",
        ),
        pytest.param(
            {"weight": described("weight", ValueKind.INTEGER, default=2)},
            "thing.weight: default 1 for 2",
            id="other default",
        ),
        pytest.param(
            {"size": described("size", ValueKind.WORD, choices=("large", "huge"))},
            "thing.size: ['', 'large', 'small'] for ['huge', 'large']",
            id="other words",
        ),
        pytest.param(
            {"size": described("size", ValueKind.LINE)}, "thing.size: Size for a line", id="free"
        ),
        pytest.param(
            {"tags": described("tags", ValueKind.LINE)},
            "thing.tags: tuple[str, ...] for a line\nthing.tags: default () for ''",
            id="one for many",
        ),
    ],
)
def test_difference_is_seen(change: dict[str, Field], expected: str) -> None:
    assert "\n".join(differences(Thing, LIKE_THING | change, "thing")) == expected


def test_attribute_without_property_is_seen() -> None:
    rest = {name: field for name, field in LIKE_THING.items() if name != "count"}
    assert list(differences(Thing, rest, "thing")) == ["thing.count: only in the class"]


def test_other_key_of_a_list_is_seen() -> None:
    @dataclass(frozen=True, slots=True)
    class Box(Part):
        things: tuple[Thing, ...] = ()

    def listed(key: str) -> dict[str, Field]:
        item = described("things", ValueKind.RECORD, fields=LIKE_THING)
        return {"things": described("things", ValueKind.LIST, item=item, key=(key,))}

    assert list(differences(Box, listed("name"), "box")) == []
    assert list(differences(Box, listed("id"), "box")) == ["box.things: key ('name',) for ('id',)"]
