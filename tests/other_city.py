"""A plan of another city: two bodies, three outcomes, all of it data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder import Builder

if TYPE_CHECKING:
    from pathlib import Path

PROCESS = """\
id: VERFAHREN
title: So entscheidet Musterstadt
steps:
  - id: werkstatt
    title: Werkstatt
    body: G-WERKSTATT
    asks:
      - body: G-BEIRAT
        due_before_days: 14
        required: true
        text: Einschätzung
    outcomes: [gebilligt, zurueck]
  - id: rat
    title: Rat
    body: G-RAT
    outcomes: [beschlossen]
outcomes:
  - id: gebilligt
    title: gebilligt
    leads_to: accepted
  - id: zurueck
    title: zurück in die Werkstatt
    leads_to: returned
    needs: [mandate]
  - id: beschlossen
    title: vom Rat beschlossen
    leads_to: decided
    final: true
"""
FILES = {
    "plan/plan.yaml": "id: KLIMA\ntitle: Klimaplan Musterstadt\nformat: 1\nlanguages: [de]\n",
    "plan/process.yaml": PROCESS,
    "plan/bodies/G-WERKSTATT.yaml": (
        "id: G-WERKSTATT\ntitle: Klimawerkstatt\nkind: working_group\n"
    ),
    "plan/bodies/G-BEIRAT.yaml": "id: G-BEIRAT\ntitle: Klimabeirat\nkind: civil_society\n",
    "plan/bodies/G-RAT.yaml": "id: G-RAT\ntitle: Rat\nkind: council\n",
    "plan/fields/HF-EN.yaml": ("id: HF-EN\ntitle: Energie\norder: 1\nexpert_group: G-WERKSTATT\n"),
    "plan/goals/Z-EN-1.yaml": (
        "id: Z-EN-1\ntitle: Weniger Wärmeverlust\nfield: HF-EN\ntext: Alle Schulen sind gedämmt.\n"
    ),
    "plan/measures/en/M-EN-01.yaml": """\
# Fassung der Werkstatt
id: M-EN-01
kind: measure
title: Schulen dämmen
field: HF-EN
goals: [Z-EN-1]
description: 20 Schulen werden gedämmt.
objective: Weniger Verbrauch.
period: {start: "2027", end: "2030"}
costs:
  - {year: 2027, kind: one_off, amount_eur: 500000}
""",
    "plan/measures/en/M-EN-02.yaml": """\
id: M-EN-02
kind: measure
title: Dächer mit Solarzellen
field: HF-EN
description: Alle Dächer der Stadt bekommen Solarzellen.
objective: Mehr eigener Strom.
period: {continuous: true}
""",
}


def other_city(folder: Path) -> Builder:
    """The plan in a repository, with one commit and no round."""
    made = Builder.new(folder)
    made.commit(FILES)
    return made
