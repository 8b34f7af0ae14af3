"""A group has at least the share of seats that a rule gives it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.seats import group_words, held_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.body import Body
    from wirctl.rules.engine.registry import Finding


@rule(
    "share-below-minimum",
    code="W02",
    severity=Severity.WARNING,
    de="In {body} (Stand {date}) hat {group_de} {count} von {total} Sitzen; "
    "verlangt sind mindestens {wanted}.",
    en="In {body} (as of {date}), {group_en} has {count} of {total} seats; "
    "at least {wanted} are asked for.",
    help_de="Prüfen Sie die Zahlen unter „seats“ und den Anteil in der Regel „{rule}“. Wenn beide "
    "stimmen, ist die Besetzung mit dem Gremium zu klären.",
    help_en="Check the figures below “seats” and the share in rule “{rule}”. If both are right, "
    "the seats are to be settled with the body.",
    reason_de="Ein Mindestanteil ist eine Zusage an Menschen, die sonst selten am Tisch sitzen. Ob "
    "sie gehalten wird, zeigt sich nur, wenn Zahl und Regel nebeneinanderstehen.",
    good=[
        """\
id: G-KUR
title: Kuratorium
kind: board_of_trustees
composition_rules:
  - {id: haelfte, kind: minimum_share, group: external, share: 50}
seats:
  - {date: 2022-07-11, group: Verwaltung, side: internal, count: 7}
  - {date: 2022-07-11, group: Ratsmitglieder, side: politics, count: 5}
  - {date: 2022-07-11, group: Stadtgesellschaft, side: external, count: 13}
""",
        """\
id: G-KUR
title: Die Zahl der Gruppe ist nicht bekannt
kind: board_of_trustees
composition_rules:
  - {id: haelfte, kind: minimum_share, group: Zugewanderte, share: 50}
seats:
  - {date: 2022-07-11, group: Stadtgesellschaft, side: external, count: 13}
""",
    ],
    bad=[
        """\
id: G-IB
title: Integrationsbeirat
kind: integration_board
composition_rules:
  - {id: haelfte, kind: minimum_share, group: Zugewanderte, share: 50}
seats:
  - {date: "2023", group: Ratsmitglieder, side: politics, count: 6}
  - {date: "2023", group: Stadtgesellschaft, side: external, count: 7}
  - {date: "2023", group: Zugewanderte, count: 6, included_in: Stadtgesellschaft}  # <-
""",
    ],
    waiver="Seats and the rule stand in one element: there is no other end to look from.",
)
def share_below_minimum(body: Body) -> Iterator[Finding]:
    """A minimum share is a promise to people who seldom sit at the table."""
    for asked, occupancy in held_against(body, "minimum_share"):
        count, total = occupancy.count(asked.group), occupancy.count()
        if count is None or total is None or asked.share is None:
            continue
        wanted = ceil(total * asked.share / 100) - asked.tolerance
        if count < wanted:
            first = occupancy.of(asked.group)[0]
            words = {"body": body.id, "date": occupancy.date, "rule": asked.id}
            words |= group_words(asked.group)
            figures = {"count": count, "total": total, "wanted": wanted}
            yield body.at(*first.place), {**words, **figures}
