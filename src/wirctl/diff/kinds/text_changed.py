"""A text that was rewritten, in part or whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "text-changed",
    de="{field} geändert",
    en="{field} changed",
    short=("Text geändert", "text changed"),
    rank=80,
    mirror="text-changed",
    fires=[
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, objective: Alle kommen an.}\n"
            ),
            ("# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, objective: Alle bleiben.}\n"),
        ),
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Paten}\n",
        ),
    ],
    silent=[
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, objective: Alle kommen an.}\n"
            ),
            (
                "# measures/M-BIL-01.yaml\n"
                '{id: M-BIL-01, title: Lotsen, objective: "Alle kommen  an."}\n'
            ),
        ),
    ],
)
def text_changed(situation: Situation) -> Words | None:
    """A line or prose says something else than before; the wording decides how much it matters."""
    operation = situation.operation
    is_text = operation.field.value in {ValueKind.PROSE, ValueKind.LINE}
    return {} if is_text and operation.act is Act.CHANGED else None
