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
from wirctl.core.regex import regex
from wirctl.schema.field import Field, ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

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


class BadIdError(Problem):
    """An id of another form than that of the kind."""

    def __init__(self, id: str, kind: str) -> None:
        super().__init__(id, kind)
        self.id = id
        self.kind = kind


class BadPairError(Problem):
    """A value without the name of its field."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


_WHOLE = regex(r"-?[0-9]{1,18}")
_DECIMAL = regex(r"-?[0-9]{1,15}\.[0-9]{1,9}")
_NUMBERS = frozenset({ValueKind.INTEGER, ValueKind.MONEY, ValueKind.NUMBER, ValueKind.SHARE})
_ID = regex(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}")


def new(
    kind: Annotated[str, Argument("KIND")],
    title: Annotated[str, Option("--title", "TEXT")] = "",
    field: Annotated[str, Option("--field", "ID")] = "",
    id: Annotated[str, Option("--id", "ID")] = "",
    set: Annotated[tuple[str, ...], Option("--set", "PAIR")] = (),
    plan: PlanOption = "",
    config: ConfigOption = "",
    today: TodayOption = "",
) -> int:
    """Make a new element."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.day import day_of
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place, tree_at
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech
    from wirctl.edit.files import FileExistsAlreadyError, create
    from wirctl.edit.skeleton import skeleton
    from wirctl.load import load

    place = find_place(plan, config)
    loaded = load(tree_at(place))
    if kind not in loaded.kinds.by_name:
        raise UnknownKindError(kind, loaded.kinds)
    made = loaded.kinds[kind]
    if made.file and (place.plan / made.file).exists():
        raise FileExistsAlreadyError(place.plan / made.file)
    given = _pairs(set)
    given |= {made.label: title} if title else {}
    given |= {made.group_by: field} if field and made.group_by else {}
    wish = _Wish(made, loaded.plan, given, id, day_of(today).isoformat())
    values = _values(wish, used_ids(place.plan))
    path = _path(made, values)
    heading = f"{made.title.de}: {made.description.de}".rstrip(": ")
    create(place.plan / path, skeleton(heading, values, tuple(_hints(made, values))))
    put([speech(plan_language(loaded))("new.done", path=f"{place.shown}{path}")])
    return Exit.CLEAN


def _pairs(parts: Sequence[str]) -> dict[str, str]:
    """Name to value, of texts like `name=value`.

    Raises:
        BadPairError: a text has another form.
    """
    for part in parts:
        if not part.partition("=")[0] or "=" not in part:
            raise BadPairError(part)
    return dict(part.partition("=")[::2] for part in parts)


def used_ids(plan: Path) -> frozenset[str]:
    """Every id that an element of this plan had at any time, as far as there is a history.

    Raises:
        ShallowCloneError: the history is cut, and an id could have been used before.
    """
    from wirctl.history.errors import GitMissingError, ShallowCloneError
    from wirctl.history.ids import ids_ever
    from wirctl.history.version import Versions

    with Versions(plan) as past:
        try:
            repository = past.repository
        except GitMissingError:
            return frozenset()
        if repository is None or repository.head is None:
            return frozenset()
        if repository.is_shallow:
            raise ShallowCloneError
        return ids_ever(repository, past.closings, repository.below(plan))


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a new element is to be: its kind, the plan it comes into, and what was said of it."""

    kind: Kind
    plan: Plan
    given: Mapping[str, str]
    id: str
    today: str


def _values(wish: _Wish, used: frozenset[str]) -> dict[str, Value]:
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
            values[name] = _cast(wish, field)
        elif name in _required(kind):
            values[name] = _filled(wish, field)
    values["id"] = _id(wish, values, used)
    return values


def _cast(wish: _Wish, field: Field) -> Value:
    """The value that was given, as the field wants it; `validate` judges what does not fit.

    Raises:
        UnknownElementError: it refers to an element that the plan does not have.
    """
    from wirctl.cli.blame import UnknownElementError

    text = wish.given[field.name]
    if field.value is ValueKind.REFERENCE and text not in _targets(wish, field):
        raise UnknownElementError(text, _targets(wish, field))
    if field.value in _NUMBERS and _WHOLE.fullmatch(text):
        return int(text)
    if field.value in {ValueKind.NUMBER, ValueKind.SHARE} and _DECIMAL.fullmatch(text):
        return float(text)
    if field.value is ValueKind.BOOLEAN and text in {"true", "false"}:
        return text == "true"
    if field.value in {ValueKind.LIST, ValueKind.SET}:
        return [part.strip() for part in text.split(",")]
    return text


def _targets(wish: _Wish, field: Field) -> list[str]:
    """The ids that a reference may name."""
    return [item.id for item in wish.plan.elements if item.kind in field.target or not field.target]


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
        known = _targets(wish, field)
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


def _id(wish: _Wish, values: Mapping[str, Value], used: frozenset[str]) -> str:
    """The id that was asked for, or the next free one of the kind's form.

    Raises:
        IdTakenError: the id asked for is taken, or was at any time.
        BadIdError: the id asked for is none of this kind.
        MissingValueError: the form of the kind's ids does not say what comes next.
    """
    taken = {name.casefold() for name in (*used, *(item.id for item in wish.plan.elements))}
    fits = _form(wish.kind)
    if wish.id:
        if wish.id.casefold() in taken:
            raise IdTakenError(wish.id)
        if not fits(wish.id):
            raise BadIdError(wish.id, wish.kind.name)
        return wish.id
    for candidate in _candidates(wish, values):
        if candidate.casefold() not in taken and fits(candidate):
            return candidate
    raise MissingValueError(wish.kind.name, "id")


def _form(kind: Kind) -> Callable[[str], bool]:
    """Whether a text may be an id of this kind: the engine of the schemas says so, never slowly.

    What would be no name of a file is none either, whatever the plan's own schema allows.
    """
    from wirctl.schema.engine import SchemaError, checker

    try:
        check = checker({"pattern": kind.id_pattern}, {})
    except SchemaError:
        return lambda _: False
    return lambda id: bool(_ID.fullmatch(id)) and not any(check(id))


def _candidates(wish: _Wish, values: Mapping[str, Value]) -> Iterator[str]:
    from wirctl.core.text import fold

    prefix = wish.kind.id_prefix
    group = str(values.get(wish.kind.group_by, "")).rpartition("-")[2]
    start = f"{prefix}-{group}" if group else prefix
    for number in range(1, 1000):
        yield f"{start}-{number}"
        yield f"{start}-{number:02}"
    slug = re.sub(r"[^A-Z0-9]+", "-", fold(str(values.get(wish.kind.label, ""))).upper())
    yield f"{prefix}-{slug}".strip("-")


def _path(kind: Kind, values: Mapping[str, Value]) -> str:
    """Where the file goes, below the plan folder."""
    if kind.file:
        return kind.file
    group = str(values.get(kind.group_by, "")).rpartition("-")[2].lower()
    folder = group if kind.nested and _ID.fullmatch(group) else ""
    return "/".join(part for part in (kind.folder, folder, f"{values['id']}.yaml") if part)


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
