"""A plan: its elements as they are written, and as typed values where code reads them by name.

The typed classes are imported when a view is first asked for, so that a command which needs
none does not pay for them.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast, overload

from wirctl.core.diagnostic import Subject
from wirctl.core.frozen import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.core.value import Record
    from wirctl.model.award import Award
    from wirctl.model.body import Body
    from wirctl.model.call import Call
    from wirctl.model.entity import Entity
    from wirctl.model.field_of_action import FieldOfAction
    from wirctl.model.fund import Fund
    from wirctl.model.goal import Goal
    from wirctl.model.guideline import Guideline
    from wirctl.model.head import Head
    from wirctl.model.indicator import Indicator
    from wirctl.model.measure import Measure
    from wirctl.model.milestone import Milestone
    from wirctl.model.paper import Paper
    from wirctl.model.participation import Participation
    from wirctl.model.priority import Priority
    from wirctl.model.process import Process
    from wirctl.model.report import Report
    from wirctl.model.review_rules import ReviewRules
    from wirctl.model.round import Round
    from wirctl.model.statement import Statement
    from wirctl.model.term import Term
    from wirctl.model.theme import Theme
    from wirctl.model.translation import Translation

T = TypeVar("T", bound="Entity")


@frozen
class Element:
    """One element as its file has it; `path` is relative to the plan folder."""

    kind: str
    id: str
    path: str
    value: Record

    @property
    def subject(self) -> Subject:
        """The element as findings and changes name it."""
        return Subject(self.path, self.kind, self.id)

    @property
    def is_withdrawn(self) -> bool:
        """Whether only its tombstone is left."""
        return self.value.get("withdrawn") is not None


class View(Generic[T]):
    """The elements of one kind as typed values; tombstones are left out.

    `kind` is at once the module in this package that holds the class; `module` says where it
    is not. The class has the name of the module in capitals: `field_of_action` holds
    `FieldOfAction`.
    """

    def __init__(self, kind: str, module: str = "") -> None:
        self.kind = kind
        self.module = module or kind
        self.type_name = self.module.title().replace("_", "")

    @overload
    def __get__(self, plan: None, owner: type[Plan]) -> View[T]: ...

    @overload
    def __get__(self, plan: Plan, owner: type[Plan]) -> tuple[T, ...]: ...

    def __get__(self, plan: Plan | None, owner: type[Plan]) -> View[T] | tuple[T, ...]:
        return self if plan is None else plan.typed(self)

    @property
    def type(self) -> type[T]:
        """The class; its module is imported now."""
        found: type[T] = getattr(import_module(f"wirctl.model.{self.module}"), self.type_name)
        return found


@frozen
class Plan:
    """All elements of one version of a plan, in the order of kinds and, within, of ids."""

    elements: tuple[Element, ...]
    _by_kind: dict[str, tuple[Element, ...]] = field(default_factory=dict, compare=False)
    _by_id: dict[str, Element] = field(default_factory=dict, compare=False)
    _typed: dict[str, tuple[Entity, ...]] = field(default_factory=dict, compare=False)

    heads: ClassVar[View[Head]] = View("plan", "head")
    processes: ClassVar[View[Process]] = View("process")
    review_rules: ClassVar[View[ReviewRules]] = View("review_rules")
    guidelines: ClassVar[View[Guideline]] = View("guideline")
    priorities: ClassVar[View[Priority]] = View("priority")
    themes: ClassVar[View[Theme]] = View("theme")
    terms: ClassVar[View[Term]] = View("term")
    fields: ClassVar[View[FieldOfAction]] = View("field_of_action")
    goals: ClassVar[View[Goal]] = View("goal")
    measures: ClassVar[View[Measure]] = View("measure")
    indicators: ClassVar[View[Indicator]] = View("indicator")
    bodies: ClassVar[View[Body]] = View("body")
    rounds: ClassVar[View[Round]] = View("round")
    statements: ClassVar[View[Statement]] = View("statement")
    papers: ClassVar[View[Paper]] = View("paper")
    participation: ClassVar[View[Participation]] = View("participation")
    funds: ClassVar[View[Fund]] = View("fund")
    calls: ClassVar[View[Call]] = View("call")
    awards: ClassVar[View[Award]] = View("award")
    reports: ClassVar[View[Report]] = View("report")
    milestones: ClassVar[View[Milestone]] = View("milestone")
    translations: ClassVar[View[Translation]] = View("translation")

    @classmethod
    def of(cls, elements: Iterable[Element]) -> Plan:
        """The plan of these elements, in the order given."""
        return cls(tuple(elements))

    def get(self, id: str) -> Element | None:
        """The element with this id; of two, the first."""
        if not self._by_id:
            self._by_id.update({item.id: item for item in reversed(self.elements)})
        return self._by_id.get(id)

    def of_kind(self, kind: str) -> tuple[Element, ...]:
        """The elements of this kind, tombstones too."""
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(item for item in self.elements if item.kind == kind)
        return self._by_kind[kind]

    def of_type(self, name: str) -> tuple[Entity, ...]:
        """The typed elements of the class with this name, without tombstones.

        Raises:
            KeyError: no kind has a class of this name.
        """
        return self.typed({view.type_name: view for view in views().values()}[name])

    def typed(self, view: View[T]) -> tuple[T, ...]:
        """The typed elements of the view, made when first asked for."""
        if view.kind not in self._typed:
            live = (item for item in self.of_kind(view.kind) if not item.is_withdrawn)
            self._typed[view.kind] = tuple(_entity(view.type, item) for item in live)
        return cast("tuple[T, ...]", self._typed[view.kind])

    def entity(self, id: str) -> Entity | None:
        """The typed element with this id, a tombstone too; `None` if its kind has no class."""
        element = self.get(id)
        view = views().get(element.kind) if element is not None else None
        return _entity(view.type, element) if element is not None and view is not None else None

    @property
    def head(self) -> Head | None:
        """What `plan.yaml` says; `None` where there is none."""
        return next(iter(self.heads), None)

    @property
    def process(self) -> Process | None:
        """What `process.yaml` says; `None` where there is none."""
        return next(iter(self.processes), None)

    @property
    def review(self) -> ReviewRules | None:
        """What `review.yaml` says; `None` where there is none."""
        return next(iter(self.review_rules), None)


@cache
def views() -> Mapping[str, View[Entity]]:
    """The view of each kind that has a class, by kind."""
    found = (item for item in vars(Plan).values() if isinstance(item, View))
    return {view.kind: view for view in found}


def _entity(cls: type[T], element: Element) -> T:
    from wirctl.model.build import entity

    return entity(cls, element.subject, element.value)
