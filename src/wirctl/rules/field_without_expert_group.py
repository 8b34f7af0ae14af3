"""Every field of action (Handlungsfeld) has an expert group (Expert*innengruppe)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.field_of_action import FieldOfAction
    from wirctl.rules.engine.registry import Finding


@rule(
    "field-without-expert-group",
    code="W04",
    severity=Severity.WARNING,
    de="Handlungsfeld {field} nennt keine Gruppe, die seine Ziele und Maßnahmen erarbeitet.",
    en="Field of action {field} names no group that works out its goals and measures.",
    help_de="Ergänzen Sie die Kennung der Gruppe, etwa: expert_group: G-EG-BIL",
    help_en="Add the id of the group, such as: expert_group: G-EG-BIL",
    reason_de="Ohne Gruppe entwirft niemand, und niemand antwortet auf Stellungnahmen. Für das "
    "Feld Stadtverwaltung war im Aufruf von 2019 zunächst keine Gruppe vorgesehen.",
    good=[
        """\
id: HF-BIL
order: 1
title: Bildung
expert_group: G-EG-BIL
""",
    ],
    bad=[
        """\
id: HF-SVW  # <-
order: 6
title: Stadtverwaltung
""",
    ],
    mirror="expert-group-without-field",
)
def field_without_expert_group(field: FieldOfAction) -> Iterator[Finding]:
    """Without a group nobody drafts, and nobody answers statements."""
    if not field.expert_group:
        yield field.at("expert_group"), {"field": field.id}
