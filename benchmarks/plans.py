"""Synthetic plans of any size, the same each time: what the cost of wirctl is measured on.

N measures of about 25 fields and 1.5 KB of YAML each, German text, six fields of action, two
links from each measure to others. `python benchmarks/plans.py FOLDER N` writes one.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

SEED = 20_211_122
FIELDS = {
    "BIL": "Bildung",
    "SOZ": "Soziales",
    "DEM": "Demokratie",
    "STK": "Stadtleben und Kultur",
    "WIR": "Wirtschaft",
    "SVW": "Stadtverwaltung",
}
GOALS = 5
INDICATORS = 12
ROUNDS = ("LG-2026-01-12", "LG-2026-02-09")
BEGINNINGS = (
    "Die Stadt richtet bis zum Herbst",
    "Gemeinsam mit den Stadtteilzentren entsteht",
    "Der Fachbereich prüft im ersten Schritt",
    "Für Hannoveraner*innen in allen Stadtteilen gibt es",
    "Vereine und Träger erhalten auf Antrag",
    "Schulen, Bibliotheken und Beratungsstellen vereinbaren",
)
MIDDLES = (
    "eine feste Anlaufstelle mit mehrsprachiger Beratung",
    "ein Angebot, das ohne Termin und ohne Kosten erreichbar ist",
    "zusätzliche Räume für Begegnung und Selbstorganisation",
    "einen Leitfaden, der z. B. Einstellungsverfahren überprüft",
    "Fortbildungen zu Diskriminierung nach § 3 Abs. 2 der Satzung",
    "Patenschaften zwischen Jugendlichen und Älteren",
)
ENDS = (
    ", worüber jährlich berichtet wird.",
    ", ohne dass bestehende Angebote eingeschränkt werden.",
    ", sofern der Rat die Mittel in Höhe von 25.000 € freigibt.",
    "; die Nutzung wird nach zwei Jahren öffentlich ausgewertet.",
    ", wobei die Beiräte früh beteiligt werden müssen.",
    ", damit niemand wegen seiner Herkunft ausgeschlossen bleibt.",
)
TITLES = ("Beratung vor Ort", "Räume öffnen", "Lotsendienst", "Werkstatt", "Patenschaften")
GROUPS = ("Neuzugewanderte", "Familien", "Schüler*innen", "Auszubildende", "Senior*innen")
UNITS = ("Fachbereich Schule", "Fachbereich Kultur", "Fachbereich Personal", "Amt für Teilhabe")
PLACES = ("Linden-Nord", "Vahrenwald", "Mühlenberg", "Sahlkamp", "Südstadt", "Bemerode")


def write_plan(folder: Path, measures: int) -> None:
    """Write a plan with so many measures, and all that they refer to."""
    for path, text in files(measures).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def write_repository(folder: Path, measures: int, changed: int) -> None:
    """Write a git repository whose two closed rounds differ in so many measures."""
    plan = folder / "plan"
    write_plan(plan, measures)
    _git(folder, "init", "--quiet", "--initial-branch", "main")
    _close(folder, ROUNDS[0])
    paths = sorted((plan / "measures").rglob("*.yaml"))
    step = max(1, len(paths) // max(1, changed))
    for path in paths[::step][:changed]:
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("priority: medium", "priority: high").replace("jährlich", "halbjährlich"),
            encoding="utf-8",
        )
    _close(folder, ROUNDS[1])


def files(measures: int) -> dict[str, str]:
    """Path below the plan folder to text."""
    found = {
        "plan.yaml": "id: PLAN\ntitle: Erdachter Plan zum Messen\nformat: 1\nlanguages: [de]\n",
        "process.yaml": "id: PROCESS\ntitle: Verfahren\n",
        "bodies/G-LG.yaml": (
            "id: G-LG\ntitle: Lenkungsgruppe\nabbreviation: LG\nkind: steering_group\n"
        ),
    }
    for number in range(1, 8):
        found[f"guidelines/L-{number}.yaml"] = _guideline(number)
    for order, (code, title) in enumerate(FIELDS.items(), 1):
        found[f"fields/HF-{code}.yaml"] = f"id: HF-{code}\norder: {order}\ntitle: {title}\n"
        for number in range(1, GOALS + 1):
            found[f"goals/Z-{code}-{number}.yaml"] = _goal(code, number)
    for number in range(1, INDICATORS + 1):
        found[f"indicators/I-{number:02}.yaml"] = _indicator(number)
    ids = measure_ids(measures)
    for place, name in enumerate(ids):
        code = name.split("-")[1]
        found[f"measures/HF-{code}/{name}.yaml"] = _measure(name, code, place, ids)
    return found


def measure_ids(measures: int) -> list[str]:
    """The ids, field by field in turn."""
    codes = list(FIELDS)
    return [f"M-{codes[n % len(codes)]}-{n // len(codes) + 1:02}" for n in range(measures)]


def _guideline(number: int) -> str:
    return (
        f"id: L-{number}\nnumber: {number}\ntitle: Leitlinie {number}\n"
        f"text: >-\n  {_sentence(random.Random(SEED - number))}\n"
    )


def _goal(code: str, number: int) -> str:
    words = random.Random(f"{SEED} {code} {number}")
    return (
        f"id: Z-{code}-{number}\ntitle: Ziel {number}, {FIELDS[code]}\nfield: HF-{code}\n"
        f"text: >-\n  {_sentence(words)}\nguidelines: [L-{number}, L-{number + 1}]\n"
    )


def _indicator(number: int) -> str:
    return (
        f"id: I-{number:02}\ntitle: Kennzahl {number}\nkind: outcome\nunit: '%'\n"
        "population: Beschäftigte der Stadt\ndirection: increase\ninterval: yearly\n"
        f"baselines:\n  - id: start\n    value: {number + 10}\n    date: 2021-12-31\n"
        f"target:\n  value: {number + 25}\n  date: 2026-12-31\n"
    )


def _measure(name: str, code: str, place: int, ids: list[str]) -> str:
    words = random.Random(f"{SEED} {name}")
    year = words.randint(2022, 2026)
    related = sorted({ids[(place + step) % len(ids)] for step in (6, 13)} - {name})
    return f"""\
id: {name}
kind: measure
number: "{place + 1}"
title: {words.choice(TITLES)} {place + 1}
field: HF-{code}
summary: >-
  {_sentence(words)}
description: |-
  {_sentence(words)}

  {_sentence(words)}
initial_situation: >-
  {_sentence(words)}
objective: >-
  {_sentence(words)}
goals: [Z-{code}-{words.randint(1, GOALS)}]
guidelines:
  - L-{words.randint(1, 3)}
  - L-{words.randint(4, 7)}
target_groups: [{", ".join(sorted(words.sample(GROUPS, 2)))}]
lead_unit: {words.choice(UNITS)}
partners:
  - Stadtteilzentrum {words.choice(PLACES)}
area: [{", ".join(sorted(words.sample(PLACES, 2)))}]
period:
  start: {year}-01
  end: {year + 3}-12
costs:
  - year: {year}
    kind: one_off
    amount_eur: {words.randint(5, 90) * 1000}
  - year: {year + 1}
    kind: yearly
    amount_eur: {words.randint(5, 90) * 500}
staffing_fte: {words.choice((0.5, 1, 1.5))}
funding_path: {words.choice(("own_budget", "fund", "third_party"))}
fund_eligible: {words.choice(("true", "false"))}
indicators: [I-{words.randint(1, INDICATORS):02}]
priority: medium
participation_level: {words.choice(("consultation", "involvement", "codecision"))}
origin:
  kind: survey
related: [{", ".join(related)}]
implementation:
  - date: {year}-06-30
    status: preparing
  - date: {year + 1}-06-30
    status: running
sources:
  - title: Erdachte Quelle {place + 1}
    url: https://example.org/{name}
"""


def _sentence(words: random.Random) -> str:
    return f"{words.choice(BEGINNINGS)} {words.choice(MIDDLES)}{words.choice(ENDS)}"


def _close(folder: Path, name: str) -> None:
    date = name.removeprefix("LG-")
    path = folder / "plan" / "rounds" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"id: {name}\ntitle: Sitzung am {date}\nbody: G-LG\ndate: {date}\nphase: steering\n"
        f"closed:\n  date: {date}\n",
        encoding="utf-8",
    )
    _git(folder, "add", "--all")
    _git(
        *(folder, "-c", "user.name=Messung", "-c", "user.email=messung@example.org"),
        *("commit", "--quiet", "--no-gpg-sign", "--message", f"Runde {name}"),
    )


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


if __name__ == "__main__":
    write_plan(Path(sys.argv[1]), int(sys.argv[2]))
