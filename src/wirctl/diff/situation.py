"""An operation with all that a kind of change or a class rule may ask about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen
from wirctl.core.value import text_of
from wirctl.diff.operation import Act
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wirctl.core.value import Record
    from wirctl.diff.downgrades import Downgrade
    from wirctl.diff.operation import Operation
    from wirctl.model.plan import Element
    from wirctl.schema.kind import Kind

Words: TypeAlias = Mapping[str, str]
"""The words for the placeholders of a sentence, in no language."""

_TEXTS = frozenset({ValueKind.PROSE, ValueKind.LINE})


@frozen
class Verdict:
    """What a body decided on an element between the two versions.

    `state` is what the process of the newer version says that the outcome leads to.
    """

    round: str
    outcome: str
    record: Record
    state: str = ""


def _nobody() -> Iterable[str]:
    return ()


@frozen
class Situation:
    """One operation on one element.

    `old` and `new` are the element on both sides, `None` where it is not there. `verdict` is
    the last decision on the element that only the newer version knows. An element that is
    new and declares where it came from has the kind of that lineage and its `origins`, as far
    as the older version has them. `bodies` gives the names of all bodies when asked.
    `downgrade` is what somebody declared of this place between the two versions.
    """

    kind: Kind
    old: Element | None
    new: Element | None
    operation: Operation
    verdict: Verdict | None = None
    lineage_kind: str = ""
    origins: tuple[str, ...] = ()
    bodies: Callable[[], Iterable[str]] = _nobody
    downgrade: Downgrade | None = None

    @property
    def id(self) -> str:
        """The id of the element, as the newer side knows it."""
        element = self.new or self.old
        return element.id if element is not None else ""

    @property
    def whole(self) -> bool:
        """Whether the operation is about the element as a whole."""
        return not self.operation.at

    @property
    def outcome(self) -> str:
        """The outcome of the verdict, or the empty text."""
        return self.verdict.outcome if self.verdict is not None else ""

    @property
    def rewording(self) -> tuple[str, str] | None:
        """The old and new text where a text was changed, else `None`."""
        operation = self.operation
        if operation.act is not Act.CHANGED or operation.field.value not in _TEXTS:
            return None
        old, new = operation.old, operation.new
        return (old, new) if isinstance(old, str) and isinstance(new, str) else None

    @property
    def is_shed(self) -> bool:
        """Whether a field went with its element, or came back with it.

        A tombstone sheds the fields that it no longer needs.
        """
        operation = self.operation
        if self.old is None or self.new is None or operation.at == ("withdrawn",):
            return False
        struck = self.new.is_withdrawn - self.old.is_withdrawn
        return operation.act is {1: Act.REMOVED, -1: Act.ADDED}.get(struck)

    def before(self, name: str) -> str:
        """A text of the older element, or the empty text."""
        return text_of(self.old.value.get(name)) if self.old is not None else ""

    def after(self, name: str) -> str:
        """A text of the newer element, or the empty text."""
        return text_of(self.new.value.get(name)) if self.new is not None else ""
