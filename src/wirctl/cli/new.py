"""`wirctl new`: an element with the next free id, ready to fill in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Argument, Option
from wirctl.cli.schema import UnknownKindError
from wirctl.cli.shared_options import ConfigOption, PlanOption, TodayOption
from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.schema.field import Field, ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.value import Value
    from wirctl.model.plan import Plan
    from wirctl.schema.kind import Kind


class MissingValueError(Problem):
    """A value that the kind cannot do without and that nothing tells."""

    def __init__(self, kind: str, option: str, choices: Sequence[str] = ()) -> None:
        super().__init__(kind, option)
        self.kind = kind
        self.option = option
        self.choices = ", ".join(choices)


class UnknownFieldNameError(Problem):
    """A field that the kind does not have."""

    def __init__(self, kind: Kind, name: str) -> None:
        super().__init__(kind.name, name)
        self.kind = kind.name
        self.name = name
        self.near = nearest(name, kind.fields)


class IdTakenError(Problem):
    """An id that an element has or once had."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.id = id


def new(
    kind: Annotated[str, Argument("KIND")],
    title: Annotated[str, Option("--title", "TEXT")] = "",
    field: Annotated[str, Option("--field", "ID")] = "",
    id: Annotated[str, Option("--id", "ID")] = "",
    set: Annotated[tuple[str, ...], Option("--set", "NAME=VALUE")] = (),
    plan: PlanOption = "",
    config: ConfigOption = "",
    today: TodayOption = "",
) -> int:
    """Make a new element."""
    from wirctl.cli.day import day_of
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place, tree_at
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech
    from wirctl.edit.files import create
    from wirctl.edit.skeleton import skeleton
    from wirctl.load import load

    place = find_place(plan, config)
    loaded = load(tree_at(place))
    if kind not in loaded.kinds.by_name:
        raise UnknownKindError(kind, tuple(item.name for item in loaded.kinds))
    made = loaded.kinds[kind]
    given = dict(part.partition("=")[::2] for part in set)
    given |= {made.label: title} if title else {}
    given |= {made.group_by: field} if field and made.group_by else {}
    wish = _Wish(made, loaded.plan, given, id, day_of(today).isoformat())
    values = _values(wish)
    path = place.plan / _path(made, values)
    heading = f"{made.title.de}: {made.description.de}".rstrip(": ")
    create(path, skeleton(heading, values, tuple(_hints(made, values))))
    put([speech()("new.done", path=path.as_posix())])
    return Exit.CLEAN


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a new element is to be: its kind, the plan it comes into, and what was said of it."""

    kind: Kind
    plan: Plan
    given: Mapping[str, str]
    id: str
    today: str


def _values(wish: _Wish) -> dict[str, Value]:
    """The values of the fields that were given or that the kind cannot do without."""
    kind = wish.kind
    for name in wish.given:
        if name not in kind.fields:
            raise UnknownFieldNameError(kind, name)
    values: dict[str, Value] = {}
    for name, field in kind.fields.items():
        if name == "id":
            values["id"] = ""
        elif name in wish.given:
            values[name] = _cast(wish.given[name], field)
        elif name in _required(kind):
            values[name] = _filled(wish, field)
    values["id"] = _id(wish, values)
    return values


def _cast(text: str, field: Field) -> Value:
    if field.value in {ValueKind.INTEGER, ValueKind.MONEY} and text.isdigit():
        return int(text)
    if field.value is ValueKind.BOOLEAN and text in {"true", "false"}:
        return text == "true"
    if field.value in {ValueKind.LIST, ValueKind.SET}:
        return [part.strip() for part in text.split(",")]
    return text


def _required(kind: Kind) -> frozenset[str]:
    from wirctl.core.value import list_of, record_of

    schema = kind.schema
    names = (
        *list_of(schema.get("required")),
        *list_of(record_of(schema.get("else")).get("required")),
    )
    return frozenset(str(name) for name in names)


def _filled(wish: _Wish, field: Field) -> Value:
    """A value for a field that must be there: the only one possible, or the plainest.

    Raises:
        MissingValueError: only the author can know.
    """
    if field.value is ValueKind.REFERENCE:
        known = [item.id for name in field.target for item in wish.plan.of_kind(name)]
        if len(known) == 1:
            return known[0]
        option = "field" if field.name == wish.kind.group_by else f"set {field.name}=…"
        raise MissingValueError(wish.kind.name, option, known)
    if field.choices:
        return field.choices[0]
    if field.value is ValueKind.DATE:
        return wish.today
    if field.value is ValueKind.INTEGER:
        return len(wish.plan.of_kind(wish.kind.name)) + 1
    if field.value in {ValueKind.LIST, ValueKind.SET}:
        return []
    option = "title" if field.name == wish.kind.label else f"set {field.name}=…"
    raise MissingValueError(wish.kind.name, option)


def _id(wish: _Wish, values: Mapping[str, Value]) -> str:
    """The id that was asked for, or the next free one of the kind's form.

    Raises:
        IdTakenError: the id asked for is taken.
        MissingValueError: the form of the kind's ids does not say what comes next.
    """
    taken = {element.id for element in wish.plan.elements}
    if wish.id:
        if wish.id in taken:
            raise IdTakenError(wish.id)
        return wish.id
    for candidate in _candidates(wish, values):
        if re.search(wish.kind.id_pattern, candidate) and candidate not in taken:
            return candidate
    raise MissingValueError(wish.kind.name, "id")


def _candidates(wish: _Wish, values: Mapping[str, Value]) -> Iterator[str]:
    from wirctl.core.text import fold

    prefix = wish.kind.id_prefix
    group = str(values.get(wish.kind.group_by, "")).rpartition("-")[2]
    start = f"{prefix}-{group}" if group else prefix
    for number in range(1, 1000):
        yield f"{start}-{number}"
        yield f"{start}-{number:02}"
    slug = re.sub(r"[^A-Z0-9]+", "-", fold(str(values.get(wish.kind.label, ""))).upper())
    yield f"{prefix}-{slug.strip('-')}"


def _path(kind: Kind, values: Mapping[str, Value]) -> str:
    """Where the file goes, below the plan folder."""
    group = str(values.get(kind.group_by, "")).rpartition("-")[2].lower() if kind.nested else ""
    return "/".join(part for part in (kind.folder, group, f"{values['id']}.yaml") if part)


def _hints(kind: Kind, values: Mapping[str, Value]) -> Iterator[tuple[str, str, str]]:
    """Comment lines for the fields that a draft or an accepted element should have."""
    for name, field in kind.fields.items():
        if name not in values and field.required_from:
            words = f"{field.title.de}: {field.description.de}"
            yield name, words, _example(field)


def _example(field: Field) -> str:
    if field.choices:
        return " | ".join(field.choices)
    return {
        ValueKind.INTEGER: "1",
        ValueKind.MONEY: "250000",
        ValueKind.DATE: "2027-01-31",
        ValueKind.BOOLEAN: "true",
        ValueKind.SET: "[…]",
        ValueKind.LIST: "[…]",
        ValueKind.RECORD: "{…}",
    }.get(field.value, "…")
