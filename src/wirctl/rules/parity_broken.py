"""Two sides of a body (Gremium) have as many seats as each other where a rule says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.seats import held_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.body import Body
    from wirctl.rules.engine.registry import Finding


@rule(
    "parity-broken",
    code="W02",
    severity=Severity.WARNING,
    de="Die Besetzung von {body} (Stand {date}) ist nicht paritätisch: {ours} zu {theirs} Sitze.",
    en="The seats of {body} (as of {date}) are not at parity: {ours} to {theirs}.",
    help_de="Prüfen Sie die Zahlen unter „seats“. Wenn sie stimmen: Erlaubt die Regel „{rule}“ "
    "eine Abweichung, gehört sie in „tolerance“; sonst ist die Besetzung mit dem Gremium zu "
    "klären.",
    help_en="Check the figures below “seats”. If they are right: what rule “{rule}” allows to "
    "differ belongs in “tolerance”; otherwise the seats are to be settled with the body.",
    reason_de="Parität gilt als Mittel der Teilhabe. Ein Gremium, das paritätisch heißt und es "
    "nicht ist, fällt erst auf, wenn jemand nachzählt: Die Lenkungsgruppe von 2019 hatte 12 zu 11 "
    "Sitze, die Expert*innengruppe Bildung 6 zu 5.",
    good=[
        """\
id: G-LG
title: Lenkungsgruppe
kind: steering_group
composition_rules:
  - {id: paritaet, kind: parity, group: internal, against: external}
seats:
  - {date: "2021", group: Fachbereichsleitungen, side: internal, count: 12}
  - {date: "2021", group: Stadtgesellschaft, side: external, count: 12}
  - {date: "2021", group: Jugend, side: external, count: 1, included_in: Stadtgesellschaft}
  - {date: "2021", group: Gäste, side: external, count: 3, voting: false}
""",
        """\
id: G-LG
title: Die Regel erlaubt einen Sitz Unterschied
kind: steering_group
composition_rules:
  - {id: paritaet, kind: parity, group: internal, tolerance: 1}
seats:
  - {date: "2019", group: Fachbereichsleitungen, side: internal, count: 12}
  - {date: "2019", group: Stadtgesellschaft, side: external, count: 11}
""",
        """\
id: G-LG
title: Die Regel gilt erst später, und eine Seite ist unbekannt
kind: steering_group
composition_rules:
  - {id: paritaet, kind: parity, group: internal, valid_from: 2021-12}
seats:
  - {date: "2019", group: Fachbereichsleitungen, side: internal, count: 12}
  - {date: "2019", group: Stadtgesellschaft, side: external, count: 11}
  - {date: "2022", group: Fachbereichsleitungen, side: internal, count: 12}
""",
        """\
id: G-EG-DEM
title: Wie sich die Mitglieder verteilen, ist nicht bekannt
kind: expert_group
composition_rules:
  - {id: paritaet, kind: parity, group: internal, against: external}
seats:
  - {date: "2020", group: Mitglieder, count: 11}
""",
    ],
    bad=[
        """\
id: G-LG
title: Lenkungsgruppe
kind: steering_group
composition_rules:
  - {id: paritaet, kind: parity, group: internal, against: external, tolerance: 0}
seats:
  - date: 2019-09-19  # <-
    group: Fachbereichsleitungen
    side: internal
    count: 12
    planned: true
  - {date: 2019-09-19, group: Stadtgesellschaft, side: external, count: 10, planned: true}
  - {date: 2019-09-19, group: Integrationsbeiräte, side: external, count: 1, planned: true}
""",
        """\
id: G-EG-BIL
title: Expert*innengruppe Bildung
kind: expert_group
composition_rules:
  - {id: paritaet, kind: parity, group: Stadtverwaltung}
seats:
  - {date: "2020", group: Stadtverwaltung, side: internal, count: 6}  # <-
  - {date: "2020", group: Externe, side: external, count: 5}
""",
    ],
    waiver="Seats and the rule stand in one element: there is no other end to look from.",
)
def parity_broken(body: Body) -> Iterator[Finding]:
    """Parity is a means of taking part; where it fails, nobody notices without counting.

    The steering group of 2019 had 12 seats to 11, the expert group on education 6 to 5.
    """
    for asked, occupancy in held_against(body, "parity"):
        ours = occupancy.count(asked.group)
        theirs = occupancy.count(asked.against)
        if ours is None or theirs is None:
            continue
        if not asked.against:
            theirs -= ours
        if theirs and abs(ours - theirs) > asked.tolerance:
            first = occupancy.of(asked.group)[0]
            words = {"body": body.id, "date": occupancy.date, "rule": asked.id}
            yield body.at(*first.place), {**words, "ours": ours, "theirs": theirs}
