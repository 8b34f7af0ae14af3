"""The fields of an element, and what came of them, before any of them is converted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from wirctl.render.model.values import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Way: TypeAlias = "tuple[str, ...]"
"""The names of the fields that lead to a value, from the element on."""


class Trace(NamedTuple):
    """What came of an element.

    `asked` holds those that it asked about, each with its kind and title then; `digest` is that
    of its fields; `references` those that it refers to, each as the way there and the id.
    """

    asked: tuple[tuple[str, str, str], ...]
    digest: str
    references: tuple[tuple[Way, str], ...]


class Fields(Mapping[str, Entry]):
    """The fields of an element that say something; each is converted when it is asked for."""

    __slots__ = ("_found", "_make", "_names", "trace")

    def __init__(
        self,
        names: tuple[str, ...],
        make: Callable[[str], Entry | None],
        trace: Trace,
        found: dict[str, Entry | None] | None = None,
    ) -> None:
        self._names = names
        self._make = make
        self._found = {} if found is None else found
        self.trace = trace

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as that of a mapping
        """The field of this name, if it says something."""
        if key not in self._found:
            self._found[key] = self._make(key) if key in self._names else None
        found = self._found[key]
        return default if found is None else found

    def __getitem__(self, key: str) -> Entry:
        found: Entry | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if self.get(name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
