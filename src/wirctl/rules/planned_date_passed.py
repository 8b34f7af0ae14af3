"""A milestone (Meilenstein) whose planned date has passed has an actual one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import has_passed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wirctl.model.milestone import Milestone
    from wirctl.rules.engine.registry import Finding


@rule(
    "planned-date-passed",
    code="W24",
    severity=Severity.WARNING,
    de="{milestone} war für {planned} geplant; ob und wann es dazu kam, steht nicht da.",
    en="{milestone} was planned for {planned}; whether and when it happened is not said.",
    help_de="Tragen Sie das tatsächliche Datum ein, etwa: actual: 2022-09. Ist es verschoben, "
    "ändern Sie „planned“ und schreiben Sie den Grund unter „reason“.",
    help_en="Enter the actual date, such as: actual: 2022-09. If it has been put off, change "
    "“planned” and write the reason below “reason”.",
    reason_de="Der Beschluss über den Katalog war für April 2021 geplant und fiel im September "
    "2022. Ein Zeitplan, der Vergangenes als Vorhaben zeigt, verliert seinen Wert.",
    good=[
        """\
# today: 2022-09-30
# milestones/MS-KATALOG.yaml
id: MS-KATALOG
title: Beschluss über den Katalog
planned: 2021-04
actual: 2022-09
# milestones/MS-SITZUNG.yaml
id: MS-SITZUNG
title: Der Monat ist noch nicht vorbei
planned: 2022-09
""",
    ],
    bad=[
        """\
# today: 2021-05-01
# milestones/MS-KATALOG.yaml
id: MS-KATALOG
title: Beschluss über den Katalog
planned: 2021-04  # <-
""",
    ],
    waiver="An actual date without a planned one is sound: not all that happens was planned.",
)
def planned_date_passed(milestone: Milestone, today: date) -> Iterator[Finding]:
    """A timetable that shows the past as a plan loses its worth."""
    if not milestone.actual and has_passed(milestone.planned, today):
        words = {"milestone": milestone.id, "planned": milestone.planned}
        yield milestone.at("planned"), words
