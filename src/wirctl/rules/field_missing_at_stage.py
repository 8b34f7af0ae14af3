"""An element has what it needs at the stage that it has come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Location
from wirctl.core.severity import Severity
from wirctl.core.value import is_list, is_record, text_of
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.core.value import Value
    from wirctl.model.plan import Element, Plan
    from wirctl.rules.engine.context import Standing
    from wirctl.rules.engine.registry import Finding
    from wirctl.schema.kind import Kinds

_STAGES = ("drafted", "accepted", "decided")
_STAGE_DE = {"drafted": "dem ersten Entwurf", "accepted": "der Annahme", "decided": "dem Beschluss"}
_STAGE_EN = {"drafted": "the first draft", "accepted": "acceptance", "decided": "the decision"}
# Rules of their own look at these, and say more.
_SEEN_ELSEWHERE = frozenset({("measure", "goals"), ("goal", "guidelines")})
_NOT_FOR_A_RECOMMENDATION = frozenset(
    {"lead_unit", "costs", "funding_path", "indicators", "period"}
)


@rule(
    "field-missing-at-stage",
    severity=Severity.WARNING,
    levels={"drafted": Severity.NOTE},
    de="{element} sagt nichts zu „{title_de}“; nötig ist das ab {stage_de}.",
    en="{element} says nothing on “{title_en}”; that is needed from {stage_en} on.",
    help_de="Ergänzen Sie eine Zeile: {field}: …",
    help_en="Add a line: {field}: …",
    reason_de="Ein Entwurf darf unfertig sein. Was angenommen oder beschlossen ist, braucht mehr: "
    "wer federführend ist, was es kostet, woran sich der Erfolg zeigt. Der Stand ergibt sich aus "
    "den Entscheidungen der Runden; eine Kennzahl steht so weit wie die Ziele und Maßnahmen, die "
    "sie nennen. Kostet eine Maßnahme nichts, genügt „funding_path: none_needed“.",
    good=[
        """\
# measures/M-STK-01.yaml
id: M-STK-01
kind: measure
title: Ein Entwurf
field: HF-STK
description: Orte der Kultur werden vielfältiger.
objective: Alle finden ihren Ort.
period: {continuous: true}
# measures/M-STK-02.yaml
id: M-STK-02
kind: measure
title: Angenommen und ohne Kosten
field: HF-STK
description: Es wird gefeiert.
objective: Alle feiern mit.
period: {start: "2023"}
lead_unit: Fachbereich Kultur
funding_path: none_needed
indicators: [I-FESTE]
# measures/M-BIL-02.yaml
id: M-BIL-02
kind: recommendation
title: Eine Empfehlung an andere
field: HF-BIL
description: Schulen werden Zentren ihres Viertels.
objective: Schulen stehen allen offen.
addressee: Land Niedersachsen
# rounds/LG-2021-12-06.yaml
id: LG-2021-12-06
title: Lenkungsgruppe
body: G-LG
date: 2021-12-06
phase: steering
decisions:
  - {item: M-STK-02, outcome: accepted}
  - {item: M-BIL-02, outcome: converted}
""",
    ],
    bad=[
        """\
# measures/M-STK-01.yaml
id: M-STK-01
kind: measure
title: Ein Entwurf ohne Ziel
field: HF-STK
description: Orte der Kultur werden vielfältiger.
objective: ""  # <-
period: {continuous: true}
""",
        """\
# goals/Z-STK-1.yaml
id: Z-STK-1
title: Angenommen, und nennt eine Kennzahl
field: HF-STK
text: Die Kultur öffnet sich.
indicators: [I-FESTE]
# indicators/I-FESTE.yaml
id: I-FESTE  # <-
title: Zahl der Feste
unit: Feste
population: Alle Feste
baselines:
  - {id: start, value: 2, date: "2020"}
# rounds/LG-2021-12-06.yaml
id: LG-2021-12-06
title: Lenkungsgruppe
body: G-LG
date: 2021-12-06
phase: steering
decisions:
  - {item: Z-STK-1, outcome: accepted}
""",
    ],
    waiver="What is there before it is needed does no harm.",
)
def field_missing_at_stage(
    plan: Plan, kinds: Kinds, standings: Mapping[str, Standing]
) -> Iterator[Finding]:
    """A draft may be unfinished; what is to be done needs more."""
    stages = _stages(plan, standings)
    for element in plan.elements:
        kind = kinds.by_name.get(element.kind)
        if kind is None or element.is_withdrawn:
            continue
        stage = _STAGES.index(stages.get(element.id, "drafted"))
        for name, field in kind.fields.items():
            asked = field.required_from
            if asked in _STAGES[: stage + 1] and _is_missing(element, name):
                words = {"element": element.id, "field": name, "stage_de": _STAGE_DE[asked]}
                titles = {"title_de": field.title.de, "title_en": field.title.en}
                at = Location(element.subject, (name,))
                yield at, {**words, **titles, "stage_en": _STAGE_EN[asked]}


def _stages(plan: Plan, standings: Mapping[str, Standing]) -> dict[str, str]:
    """The stage of each element; an indicator takes that of the furthest which names it."""
    stages = {id_: standing.stage for id_, standing in standings.items()}
    for item, indicator in _measured(plan):
        known = (stages.get(indicator, "drafted"), stages.get(item, "drafted"))
        stages[indicator] = max(known, key=_STAGES.index)
    return stages


def _measured(plan: Plan) -> Iterator[tuple[str, str]]:
    """Each goal and measure with each indicator that it names, by id."""
    yield from ((goal.id, name) for goal in plan.goals for name in goal.indicators)
    yield from ((measure.id, name) for measure in plan.measures for name in measure.indicators)


def _is_missing(element: Element, name: str) -> bool:
    if not _is_empty(element.value.get(name)) or _is_seen_elsewhere(element, name):
        return False
    if text_of(element.value.get("kind")) == "recommendation" and name in _NOT_FOR_A_RECOMMENDATION:
        return False
    return name != "costs" or element.value.get("funding_path") != "none_needed"


def _is_seen_elsewhere(element: Element, name: str) -> bool:
    place = (element.kind, name)
    only_baseline = place == ("indicator", "baselines") and not _is_empty(
        element.value.get("target")
    )
    return place in _SEEN_ELSEWHERE or only_baseline


def _is_empty(value: Value) -> bool:
    if is_list(value) or is_record(value):
        return not value
    return value is None or not str(value).strip()
