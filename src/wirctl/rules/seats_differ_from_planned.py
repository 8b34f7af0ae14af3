"""A body (Gremium) is composed as it was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.seats import SIDES_DE, SIDES_EN, occupancies, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.body import Body
    from wirctl.rules.engine.registry import Finding


@rule(
    "seats-differ-from-planned",
    code="W03",
    severity=Severity.WARNING,
    de="{body} (Stand {date}) ist anders besetzt als vorgesehen (Stand {planned_on}): {found_de} "
    "statt {planned_de}.",
    en="{body} (as of {date}) is composed otherwise than planned (as of {planned_on}): {found_en} "
    "instead of {planned_en}.",
    help_de="Prüfen Sie die Zahlen. Ist die Besetzung seither neu beschlossen worden, ergänzen Sie "
    "unter „seats“ die neue vorgesehene Besetzung (planned: true) mit ihrer Quelle.",
    help_en="Check the figures. If the seats have been decided anew since, add the new planned "
    "seats below “seats” (planned: true) with their source.",
    reason_de="Ein Beschluss über die Besetzung gilt, bis ein anderer ihn ändert. Für das "
    "Kuratorium waren 13 Sitze der Verwaltung und 13 der Stadtgesellschaft beschlossen; besetzt "
    "wurden 7 aus der Verwaltung, 5 aus dem Rat und 13 aus der Stadtgesellschaft.",
    good=[
        """\
id: G-KUR
title: Kuratorium
kind: board_of_trustees
seats:
  - {date: 2021-12, group: Fachbereichsleitungen, side: internal, count: 13, planned: true}
  - {date: 2021-12, group: Stadtgesellschaft, side: external, count: 13, planned: true}
  - {date: 2022-07-11, group: Verwaltung, side: internal, count: 13}
  - {date: 2022-07-11, group: Vereine, side: external, count: 9}
  - {date: 2022-07-11, group: Einzelne, side: external, count: 4}
""",
        """\
id: G-KUR
title: Die Besetzung war vorher eine andere
kind: board_of_trustees
seats:
  - {date: "2020", group: Stadtgesellschaft, side: external, count: 13}
  - {date: 2021-12, group: Stadtgesellschaft, side: external, count: 26, planned: true}
""",
    ],
    bad=[
        """\
id: G-KUR
title: Kuratorium
kind: board_of_trustees
seats:
  - {date: 2021-12, group: Fachbereichsleitungen, side: internal, count: 13, planned: true}
  - {date: 2021-12, group: Stadtgesellschaft, side: external, count: 13, planned: true}
  - {date: 2022-07-11, group: Verwaltung, side: internal, count: 7}  # <-
  - {date: 2022-07-11, group: Ratsmitglieder, side: politics, count: 5}
  - {date: 2022-07-11, group: Stadtgesellschaft, side: external, count: 13}
""",
    ],
    waiver="Planned and actual seats stand in one element: there is no other end to look from.",
)
def seats_differ_from_planned(body: Body) -> Iterator[Finding]:
    """A decision on the seats of a body holds until another one changes it."""
    planned = None
    for occupancy in occupancies(body):
        if occupancy.planned:
            planned = occupancy
        elif planned is not None and occupancy.sides() != planned.sides():
            words = {"body": body.id, "date": occupancy.date, "planned_on": planned.date}
            yield (
                body.at(*occupancy.seats[0].place),
                {
                    **words,
                    "found": shown(occupancy.sides(), {}),
                    "found_de": shown(occupancy.sides(), SIDES_DE),
                    "found_en": shown(occupancy.sides(), SIDES_EN),
                    "planned_de": shown(planned.sides(), SIDES_DE),
                    "planned_en": shown(planned.sides(), SIDES_EN),
                },
            )
