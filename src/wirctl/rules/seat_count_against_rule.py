"""A body, or a group in it, has as many seats as a rule gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.seats import held_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.body import Body, CompositionRule
    from wirctl.rules.engine.registry import Finding


@rule(
    "seat-count-against-rule",
    code="W02",
    severity=Severity.WARNING,
    de="{body} (Stand {date}) hat {count} Sitze, wo die Regel „{rule}“ {wanted} verlangt.",
    en="{body} (as of {date}) has {count} seats where rule “{rule}” asks for {wanted}.",
    help_de="Prüfen Sie die Zahlen unter „seats“ und in der Regel. Wenn beide stimmen, ist die "
    "Besetzung mit dem Gremium zu klären.",
    help_en="Check the figures below “seats” and in the rule. If both are right, the seats are to "
    "be settled with the body.",
    reason_de="Wie viele Sitze wer hat, ist beschlossen worden. Das Kuratorium sollte 26 Sitze "
    "haben, 13 davon für Fachbereichsleitungen; genannt sind 25, davon 7 aus der Verwaltung.",
    good=[
        """\
id: G-KUR
title: Kuratorium
kind: board_of_trustees
composition_rules:
  - {id: sitze, kind: count, count: 26}
  - {id: extern, kind: range, group: external, min: 13}
seats:
  - {date: 2021-12, group: Fachbereichsleitungen, side: internal, count: 13, planned: true}
  - {date: 2021-12, group: Stadtgesellschaft, side: external, count: 13, planned: true}
""",
    ],
    bad=[
        """\
id: G-KUR
title: Kuratorium
kind: board_of_trustees
composition_rules:
  - {id: sitze, kind: count, count: 26, valid_from: 2021-12}
  - {id: intern, kind: count, group: internal, count: 13, valid_from: 2021-12}
seats:
  - {date: 2022-07-11, group: Ratsmitglieder, side: politics, count: 5}  # <-
  - {date: 2022-07-11, group: Verwaltung, side: internal, count: 7}  # <-
  - {date: 2022-07-11, group: Stadtgesellschaft, side: external, count: 13}
""",
        """\
id: G-AA
title: Arbeitsausschuss
kind: working_committee
composition_rules:
  - {id: extern, kind: range, group: external, min: 2, max: 3}
  - {id: intern, kind: range, group: internal, max: 1}
  - {id: rat, kind: range, group: politics, min: 2}
seats:
  - {date: "2022", group: Verwaltung, side: internal, count: 2}  # <-
  - {date: "2022", group: Stadtgesellschaft, side: external, count: 4}  # <-
  - {date: "2022", group: Ratsmitglieder, side: politics, count: 1}  # <-
""",
    ],
    waiver="Seats and the rule stand in one element: there is no other end to look from.",
)
def seat_count_against_rule(body: Body) -> Iterator[Finding]:
    """How many seats there are, and whose, has been decided."""
    for asked, occupancy in held_against(body, "count", "range"):
        count = occupancy.count(asked.group)
        lowest, highest = _limits(asked)
        if count is not None and not lowest <= count <= highest:
            first = occupancy.of(asked.group)[0]
            words = {"body": body.id, "date": occupancy.date, "rule": asked.id}
            yield (
                body.at(*first.place),
                {**words, "count": count, "wanted": _shown(lowest, highest)},
            )


_NO_LIMIT = 1_000_000


def _limits(asked: CompositionRule) -> tuple[int, int]:
    """The lowest and the highest number of seats that the rule allows."""
    if asked.kind == "count":
        lowest = highest = asked.count
    else:
        lowest, highest = asked.min, asked.max
    spare = asked.tolerance
    return (
        0 if lowest is None else lowest - spare,
        _NO_LIMIT if highest is None else highest + spare,
    )


def _shown(lowest: int, highest: int) -> str:
    if lowest == highest:
        return str(lowest)
    if highest == _NO_LIMIT:
        return f"≥ {lowest}"
    return f"{lowest}–{highest}" if lowest else f"≤ {highest}"
