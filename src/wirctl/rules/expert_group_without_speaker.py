"""Every expert group (Expert*innengruppe) has an internal and an external speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.seats import SIDES_DE, SIDES_EN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding

_SIDES = ("internal", "external")


@rule(
    "expert-group-without-speaker",
    code="W04",
    severity=Severity.WARNING,
    de="{body} nennt nicht für jede Seite eine Sprecher*in; es fehlt: {sides_de}.",
    en="{body} does not name a speaker for each side; missing: {sides_en}.",
    help_de="Ergänzen Sie unter „speakers“ je Seite eine Zeile (internal, external) und, sobald "
    "die Rolle besetzt ist: filled: true. Der Name einer Person gehört nicht in den Plan.",
    help_en="Add one line for each side (internal, external) below “speakers” and, once the role "
    "is filled: filled: true. The name of a person does not belong in the plan.",
    reason_de="Je eine Stimme aus der Verwaltung und aus der Stadtgesellschaft vertritt die Gruppe "
    "nach außen. Für die Gruppe Stadtverwaltung stand auf der Prozessseite von 2020 „N. n.“.",
    good=[
        """\
# fields/HF-BIL.yaml
id: HF-BIL
order: 1
title: Bildung
expert_group: G-EG-BIL
# bodies/G-EG-BIL.yaml
id: G-EG-BIL
title: Expert*innengruppe Bildung
kind: expert_group
speakers:
  - {side: internal, filled: true}
  - {side: external, filled: true}
# bodies/G-RT.yaml
id: G-RT
title: Runder Tisch
kind: round_table
""",
    ],
    bad=[
        """\
# fields/HF-SVW.yaml
id: HF-SVW
order: 6
title: Stadtverwaltung
expert_group: G-EG-SVW
# bodies/G-EG-SVW.yaml
id: G-EG-SVW
title: Expert*innengruppe Stadtverwaltung
kind: expert_group
speakers:
  - {side: internal, filled: false}  # <-
  - {side: external, filled: true}
# fields/HF-SOZ.yaml
id: HF-SOZ
order: 2
title: Soziales
expert_group: G-EG-SOZ
# bodies/G-EG-SOZ.yaml
id: G-EG-SOZ  # <-
title: Expert*innengruppe Soziales
kind: expert_group
""",
    ],
    waiver="A speaker is no element of the plan: only the role stands in it.",
)
def expert_group_without_speaker(plan: Plan) -> Iterator[Finding]:
    """A voice from the administration and one from the city each stand for the group."""
    groups = {field.expert_group for field in plan.fields}
    for body in plan.bodies:
        if body.id in groups:
            filled = {speaker.side for speaker in body.speakers if speaker.filled}
            missing = [side for side in _SIDES if side not in filled]
            if missing:
                yield (
                    body.at("speakers"),
                    {
                        "body": body.id,
                        "sides": tuple(missing),
                        "sides_de": tuple(SIDES_DE[side] for side in missing),
                        "sides_en": tuple(SIDES_EN[side] for side in missing),
                    },
                )
