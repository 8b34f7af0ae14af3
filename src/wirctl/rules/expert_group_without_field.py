"""Every expert group (Expert*innengruppe) works for a field of action (Handlungsfeld)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "expert-group-without-field",
    code="W04",
    severity=Severity.NOTE,
    de="Expert*innengruppe {body} gehört zu keinem Handlungsfeld.",
    en="Expert group {body} belongs to no field of action.",
    help_de="Nennen Sie die Gruppe in ihrem Handlungsfeld, etwa: expert_group: {body}",
    help_en="Name the group in its field of action, such as: expert_group: {body}",
    reason_de="Was eine Gruppe ohne Handlungsfeld erarbeitet, steht in keinem Kapitel. Ein "
    "Eintrag, der nur andere Gruppen zusammenfasst, ist nicht gemeint.",
    good=[
        """\
# fields/HF-BIL.yaml
id: HF-BIL
order: 1
title: Bildung
expert_group: G-EG-BIL
# bodies/G-EG.yaml
id: G-EG
title: Expert*innengruppen
kind: expert_group
# bodies/G-EG-BIL.yaml
id: G-EG-BIL
title: Expert*innengruppe Bildung
kind: expert_group
parent: G-EG
""",
    ],
    bad=[
        """\
# fields/HF-BIL.yaml
id: HF-BIL
order: 1
title: Bildung
# bodies/G-EG-BIL.yaml
id: G-EG-BIL  # <-
title: Expert*innengruppe Bildung
kind: expert_group
""",
    ],
    mirror="field-without-expert-group",
)
def expert_group_without_field(plan: Plan) -> Iterator[Finding]:
    """What a group without a field works out stands in no chapter."""
    named = {field.expert_group for field in plan.fields}
    named |= {body.parent for body in plan.bodies}
    for body in plan.bodies:
        if body.kind == "expert_group" and body.id not in named:
            yield body.at(), {"body": body.id}
