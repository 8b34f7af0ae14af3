"""Frozen values whose classes cost next to nothing to make.

A dataclass writes and compiles the source of its methods: some fifty classes of it, and the
module itself, are a quarter of the time in which a plan is checked. What every start needs is
made here instead; everything else is a dataclass.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")


class FrozenError(AttributeError):
    """Somebody tried to change a value: a bug of ours."""


class _Default:
    """What a field is when nobody says, and whether it is part of what the value is."""

    __slots__ = ("compare", "factory", "value")

    def __init__(self, value: object, factory: Callable[[], object] | None, compare: bool) -> None:  # noqa: FBT001
        self.value = value
        self.factory = factory
        self.compare = compare

    def make(self) -> object:
        return self.factory() if self.factory is not None else self.value


def field(
    *,
    default: Any = None,  # noqa: ANN401 - of the type of the field
    default_factory: Callable[[], Any] | None = None,
    compare: bool = True,
) -> Any:  # noqa: ANN401 - stands where a value of the field's type stands
    """A default that is made anew for each value, or is no part of what values are equal by."""
    return _Default(default, default_factory, compare)


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, order: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    cls: type[T] | None = None, /, *, order: bool = False, eq: bool = True
) -> type[T] | Callable[[type[T]], type[T]]:
    """The class with slots for its annotated fields, made, compared and shown by them.

    As `dataclass(frozen=True, slots=True)`, for classes without bases. With `order`, values
    sort by their fields; without `eq`, a value is only equal to itself.
    """
    if cls is None:
        return lambda given: _made(given, order=order, eq=eq)
    return _made(cls, order=order, eq=eq)


def replace(value: T, /, **changes: Any) -> T:  # noqa: ANN401 - of the types of the fields
    """The value, frozen or a dataclass, with other contents of the fields that are named."""
    if hasattr(value, "__dataclass_fields__"):
        import dataclasses

        return dataclasses.replace(value, **changes)  # type: ignore[type-var]
    return type(value)(**{name: getattr(value, name) for name in _names(value)} | changes)


def _names(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - of any frozen class
    names: tuple[str, ...] = value.__match_args__
    return names


def field_names(thing: object) -> tuple[str, ...] | None:
    """The fields of a frozen value or a dataclass, or of its class; `None` for anything else."""
    if not (hasattr(thing, "__dataclass_fields__") or hasattr(thing, "_is_frozen")):
        return None
    names: tuple[str, ...] = getattr(thing, "__match_args__", ())
    return names


def _made(cls: type[T], *, order: bool, eq: bool) -> type[T]:
    names = tuple(name for name, hint in cls.__annotations__.items() if not _of_class(hint))
    defaults = {name: _default(cls.__dict__[name]) for name in names if name in cls.__dict__}
    contents = {name: item for name, item in cls.__dict__.items() if name not in defaults}
    contents.pop("__dict__", None)
    contents.pop("__weakref__", None)
    compared = [name for name in names if name not in defaults or defaults[name].compare]
    methods = _METHODS | (_equal(compared) if eq else {}) | (_ordered(compared) if order else {})
    slots = {"__slots__": names, "__match_args__": names, "_shown": compared, "_is_frozen": True}
    make: Callable[[str, tuple[type, ...], dict[str, Any]], Any] = type(cls)
    made = make(cls.__name__, cls.__bases__, methods | contents | slots)
    made.__init__ = _init(made, names, defaults)
    return cast("type[T]", made)


def _of_class(hint: object) -> bool:
    return str(hint).startswith("ClassVar[")


def _default(value: object) -> _Default:
    return value if isinstance(value, _Default) else _Default(value, None, compare=True)


def _init(cls: type, names: Sequence[str], defaults: Mapping[str, _Default]) -> Callable[..., None]:
    """The `__init__` that fills the slots."""
    setters = tuple(enumerate(getattr(cls, name).__set__ for name in names))

    def fill(self: object, *given: object, **named: object) -> None:
        if named or len(given) != len(setters):
            given = (*given, *_rest(cls, names, defaults, len(given), named))
        for place, put in setters:
            put(self, given[place])

    return fill


def _rest(
    cls: type,
    names: Sequence[str],
    defaults: Mapping[str, _Default],
    taken: int,
    named: dict[str, object],
) -> list[object]:
    """The contents of the fields behind the first `taken`.

    Raises:
        TypeError: one is missing, or something is given that is no such field.
    """
    rest = []
    for name in names[taken:]:
        if name in named:
            rest.append(named.pop(name))
        elif name in defaults:
            rest.append(defaults[name].make())
        else:
            raise TypeError(f"{cls.__name__}() lacks {name!r}")
    if named or taken > len(names):
        raise TypeError(f"{cls.__name__}() was given too much: {sorted(named) or taken}")
    return rest


def _equal(names: Sequence[str]) -> dict[str, Callable[..., object]]:
    key = _key(names)

    def equal(self: object, other: object) -> object:
        return key(self) == key(other) if type(other) is type(self) else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(key(self))}


def _ordered(names: Sequence[str]) -> dict[str, Callable[..., object]]:
    key = _key(names)

    def less(self: object, other: object) -> object:
        return key(self) < key(other) if type(other) is type(self) else NotImplemented

    def greater(self: object, other: object) -> object:
        return key(self) > key(other) if type(other) is type(self) else NotImplemented

    return {"__lt__": less, "__gt__": greater}


def _key(names: Sequence[str]) -> Callable[[object], tuple[Any, ...]]:
    """The contents of these fields as one tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _change(self: object, name: str, *_: object) -> None:
    raise FrozenError(f"{type(self).__name__}.{name} does not change")


def _show(self: Any) -> str:  # noqa: ANN401 - of any frozen class
    parts = (f"{name}={getattr(self, name)!r}" for name in self._shown)
    return f"{type(self).__qualname__}({', '.join(parts)})"


def _reduce(self: object) -> tuple[type, tuple[object, ...]]:
    """How copies are made, in this process or another."""
    return type(self), tuple(getattr(self, name) for name in _names(self))


_METHODS: dict[str, Callable[..., object]] = {
    "__setattr__": _change,
    "__delattr__": _change,
    "__repr__": _show,
    "__reduce__": _reduce,
}
