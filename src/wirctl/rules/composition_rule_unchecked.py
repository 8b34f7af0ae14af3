"""The seats of a body say what a rule needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.seats import group_words, held_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.body import Body
    from wirctl.rules.engine.registry import Finding


@rule(
    "composition-rule-unchecked",
    code="W02",
    severity=Severity.NOTE,
    de="Ob {body} die Regel „{rule}“ einhält, lässt sich nicht prüfen: Die Besetzung nennt zu "
    "keinem Datum, wie viele Sitze {group_de} hat.",
    en="Whether {body} keeps rule “{rule}” cannot be checked: at no date do the seats say how many "
    "{group_en} has.",
    help_de="Ergänzen Sie unter „seats“ eine Zeile mit der Zahl dieser Gruppe; gehört sie zu einer "
    "anderen, die schon gezählt ist, mit „included_in“.",
    help_en="Add a line below “seats” with the number of that group; if it is part of another one "
    "that is counted already, with “included_in”.",
    reason_de="Eine Regel, die niemand nachzählen kann, wird nicht eingehalten, sondern geglaubt.",
    good=[
        """\
id: G-KUR
title: Kuratorium
kind: board_of_trustees
composition_rules:
  - {id: haelfte, kind: minimum_share, group: Zugewanderte, share: 50}
seats:
  - {date: 2022-07-11, group: Stadtgesellschaft, side: external, count: 13}
  - {date: 2022-07-11, group: Zugewanderte, count: 9, included_in: Stadtgesellschaft}
""",
        """\
id: G-IB
title: Über die Besetzung ist gar nichts bekannt
kind: integration_board
composition_rules:
  - {id: haelfte, kind: minimum_share, group: Zugewanderte, share: 50}
""",
    ],
    bad=[
        """\
id: G-EG-DEM
title: Expert*innengruppe Demokratie
kind: expert_group
composition_rules:
  - id: paritaet  # <-
    kind: parity
    group: internal
    against: external
seats:
  - {date: "2020", group: Mitglieder, count: 11}
""",
    ],
    waiver="Seats and the rule stand in one element: there is no other end to look from.",
)
def composition_rule_unchecked(body: Body) -> Iterator[Finding]:
    """A rule that nobody can count is not kept but believed."""
    missing: dict[str, list[str]] = {}
    for asked, occupancy in held_against(body, "parity", "minimum_share", "count", "range"):
        groups = (asked.group, asked.against) if asked.kind == "parity" else (asked.group,)
        unknown = [group for group in groups if occupancy.count(group) is None]
        missing.setdefault(asked.id, unknown)
        if not unknown:
            missing[asked.id] = []
    for asked in body.composition_rules:
        for group in missing.get(asked.id, [])[:1]:
            words = {"body": body.id, "rule": asked.id, **group_words(group)}
            yield body.at(*asked.place), words
