"""How much a change matters, where its kind does not say so already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import text_of
from wirctl.diff.operation import Act
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation


def weight_of(situation: Situation) -> Weight:
    """The weight by the significance of the field; of a rewritten text, by its wording."""
    operation = situation.operation
    if not operation.field.substantive:
        return Weight.EDITORIAL
    is_text = operation.field.value in {ValueKind.PROSE, ValueKind.LINE}
    if is_text and operation.act is Act.CHANGED:
        return _of_wording(text_of(operation.old), text_of(operation.new))
    return Weight.SUBSTANTIVE


def _of_wording(old: str, new: str) -> Weight:
    return Weight.SUBSTANTIVE if old != new else Weight.EDITORIAL
