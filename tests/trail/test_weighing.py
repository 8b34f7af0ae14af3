"""What a change weighs in the trail: what it weighs in a comparison."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from wirctl.core.value import record_of
from wirctl.diff.class_rule import every_class_rule
from wirctl.diff.operation import operations
from wirctl.diff.registry import every_kind
from wirctl.diff.situation import Situation
from wirctl.diff.weigh import weigh
from wirctl.model.plan import Element
from wirctl.schema.kind import built_in
from wirctl.source.document import read
from wirctl.trail.weighing import Scales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.change import Weight

KIND = built_in()["measure"]
BODIES = ("Internationaler Ausschuss", "Internationalen Ausschuss", "Kuratorium")
RULES = every_class_rule()
EXAMPLES = sorted(
    {text for rule in RULES.values() for pair in (*rule.fires, *rule.silent) for text in pair}
)


def element(text: str) -> Element:
    record = record_of(read("", f"{text}\n".encode()).value)
    return Element("measure", "M-1", "measures/M-1.yaml", record)


def situations(old: Element, new: Element, lineage: str) -> Iterator[Situation]:
    for operation in operations(old.value, new.value, KIND.fields):
        yield Situation(KIND, old, new, operation, lineage_kind=lineage, bodies=lambda: BODIES)


def compared(situation: Situation) -> Weight:
    """The weight of the first kind that fits, or of the first rule that decides."""
    fitting = (kind for kind in every_kind().values() if kind.recognise(situation) is not None)
    return next(fitting).weight or weigh(situation, RULES.values())[0]


@pytest.mark.slow
@pytest.mark.parametrize("lineage", ["", "renamed"])
def test_every_change_weighs_what_it_does_in_a_comparison(lineage: str) -> None:
    scales = Scales(lambda: BODIES)
    elements = [element(text) for text in EXAMPLES]
    for old, new in product(elements, repeat=2):
        for situation in situations(old, new, lineage):
            assert scales.weight(situation) is compared(situation), situation.operation
