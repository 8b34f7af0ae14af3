"""What follows from a plan: figures of the fund, gaps, delays, parity, standing, news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_parts import VERSION, built_from, site_of
from small_plan import small_plan
from wirctl.core.change import Change, Weight
from wirctl.core.diagnostic import Subject
from wirctl.core.frozen import replace
from wirctl.render.build import build
from wirctl.render.compared import Closing, Since
from wirctl.render.derive.timeline import is_past, months_between
from wirctl.render.labels import labels
from wirctl.render.model.derived import Cell
from wirctl.render.pages.language import Speech
from wirctl.render.pages.paths import Paths
from wirctl.render.writing import render
from wirctl.schema.canonical import canonical, digest

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.derived import AreaYear
    from wirctl.render.model.site import Site

FUND = """\
# fund/F-1.yaml
id: F-1
title: Fonds
funding_areas:
  - id: b
    title: Bereich B
  - id: a
    title: Bereich A
budgets:
  - {year: 2023, amount_eur: 250000}
allocations:
  - {year: 2023, funding_area: a, amount_eur: 200000}
  - {year: 2023, funding_area: b, amount_eur: "49999.50"}
"""


def award(name: str, rest: str) -> str:
    return f"# awards/FB-{name}.yaml\nid: FB-{name}\ntitle: {name}\nfund: F-1\n{rest}\n"


def lines(site: Site, year: str = "2023") -> dict[str, AreaYear]:
    """The lines of a year by area, and the total."""
    found = next(item for item in site.funds["F-1"].years if item.year == year)
    return {line.area: line for line in found.areas} | {"total": found.total}


def amounts(line: AreaYear) -> tuple[str, str, str]:
    return line.allocated, line.awarded, line.left


def test_year_without_awards_leaves_at_most_what_there_was(tmp_path: Path) -> None:
    found = lines(site_of(FUND, tmp_path))
    assert amounts(found["a"]) == ("200000", "", "200000")
    assert amounts(found["total"]) == ("250000", "", "250000")
    assert found["a"].is_most
    assert [line.title for line in found.values()] == ["Bereich B", "Bereich A", ""]


def test_awards_are_taken_off_their_area_and_year(tmp_path: Path) -> None:
    text = (
        FUND
        + award("1", "funding_area: a\nyear: 2023\namount_eur: 50000")
        + award("2", 'funding_area: a\ndecided_on: 2023-05-01\namount_eur: "0.5"')
        + award("3", "funding_area: a\nyear: 2024\namount_eur: 7")
    )
    site = site_of(text, tmp_path)
    assert amounts(lines(site)["a"]) == ("200000", "50000.5", "149999.5")
    assert not lines(site)["a"].is_most
    assert amounts(lines(site)["b"]) == ("49999.50", "", "49999.50")
    assert amounts(lines(site)["total"]) == ("250000", "50000.5", "199999.5")
    assert amounts(lines(site, "2024")["a"]) == ("", "7", "")


def test_award_without_amount_makes_the_rest_a_maximum(tmp_path: Path) -> None:
    text = (
        FUND
        + award("1", "funding_area: b\nyear: 2023")
        + award("2", "funding_area: b\nyear: 2023\namount_eur: 1000\naccuracy: about")
    )
    line = lines(site_of(text, tmp_path))["b"]
    assert amounts(line) == ("49999.50", "1000", "48999.50")
    assert (line.unknown, line.is_most, line.is_about) == (1, True, True)
    assert line.awards == ("FB-1", "FB-2")


def test_award_without_area_has_its_own_line(tmp_path: Path) -> None:
    site = site_of(FUND + award("1", "year: 2023\namount_eur: 5"), tmp_path)
    assert amounts(lines(site)[""]) == ("", "5", "")
    assert amounts(lines(site)["total"]) == ("250000", "5", "249995")


PLAN = """\
# guidelines/L-1.yaml
id: L-1
title: Eins
text: x
# guidelines/L-2.yaml
id: L-2
title: Zwei
text: x
# fields/HF-HOF.yaml
id: HF-HOF
title: A
# goals/Z-HOF-1.yaml
id: Z-HOF-1
title: Ziel
field: HF-HOF
guidelines: [L-1]
# measures/M-HOF-01.yaml
id: M-HOF-01
title: Über das Ziel
field: HF-HOF
goals: [Z-HOF-1]
# measures/M-HOF-02.yaml
id: M-HOF-02
title: Unmittelbar
field: HF-HOF
guidelines: [L-2]
"""


def test_coverage_counts_goals_and_measures_that_serve_a_guideline(tmp_path: Path) -> None:
    coverage = site_of(PLAN, tmp_path).coverage
    assert coverage.guidelines == ("L-1", "L-2")
    assert coverage.cells["L-1"]["HF-HOF"] == Cell(("Z-HOF-1",), ("M-HOF-01",))
    assert coverage.cells["L-2"]["HF-HOF"] == Cell((), ("M-HOF-02",))


@pytest.mark.parametrize(
    ("planned", "actual", "months"),
    [
        ("2021-04", "2022-09", 17),
        ("2021-04-30", "2021-04-01", 0),
        ("2022-01", "2021-12", -1),
        ("2021", "2022-09", None),
        ("2021-04", "", None),
        ("2021-13", "2022-09", None),
    ],
)
def test_months_between(planned: str, actual: str, months: int | None) -> None:
    assert months_between(planned, actual) == months


def test_day_is_past_only_after_its_last_hour() -> None:
    assert not is_past("2021", "2021-12-31")
    assert is_past("2021", "2022-01-01")
    assert not is_past("", "2022-01-01")
    assert not is_past("2021", "")


def test_timeline_is_in_the_order_of_what_happened(tmp_path: Path) -> None:
    text = """\
# milestones/MS-1.yaml
id: MS-1
title: Spät
planned: 2020-01
actual: 2021-12-15
# milestones/MS-2.yaml
id: MS-2
title: Überfällig
planned: 2021-10
# milestones/MS-3.yaml
id: MS-3
title: Künftig
planned: 2027
"""
    found = site_of(text, tmp_path).timeline
    assert [(moment.item.id, moment.months_late, moment.is_overdue) for moment in found] == [
        ("MS-2", None, True),
        ("MS-1", 23, False),
        ("MS-3", None, False),
    ]


BODY = """\
# bodies/G-A.yaml
id: G-A
title: Gruppe
kind: steering_group
composition_rules:
  - {id: paritaet, kind: parity, group: internal, against: external, tolerance: %s}
  - {id: haelfte, kind: minimum_share, group: Vereine, share: 50}
  - {id: zahl, kind: count, count: 23}
  - {id: spanne, kind: range, group: Vereine, min: 2, max: 4, valid_from: "2030"}
seats:
  - {date: 2019-09, group: Ämter, side: internal, count: 12, planned: true}
  - {date: 2019-09, group: Stadt, side: external, count: 11, planned: true}
  - {date: 2019-09, group: Vereine, side: external, count: 4, included_in: Stadt, planned: true}
  - {date: "2021", group: Ämter, side: internal, count: 12}
"""


def checks(site: Site) -> list[list[tuple[str, bool | None]]]:
    return [
        [(check.observed, check.is_met) for check in day.checks] for day in site.compositions["G-A"]
    ]


def test_composition_is_held_against_its_rules(tmp_path: Path) -> None:
    site = site_of(BODY % 0, tmp_path)
    assert [(day.date, day.total, day.is_planned) for day in site.compositions["G-A"]] == [
        ("2019-09", 23, True),
        ("2021", 12, False),
    ]
    assert checks(site) == [
        [("12 : 11", False), ("4 / 23", False), ("23", True)],
        [("", None), ("", None), ("12", False)],
    ]


def test_parity_has_a_tolerance(tmp_path: Path) -> None:
    assert checks(site_of(BODY % 1, tmp_path))[0][0] == ("12 : 11", True)


ROUNDS = """\
# plan.yaml
id: PLAN
title: Plan
format: 1
# measures/M-HOF-01.yaml
id: M-HOF-01
title: Maßnahme
# rounds/LG-2021-11.yaml
id: LG-2021-11
title: Lenkungsgruppe
body: G-LG
date: 2021-11
phase: steering
decisions:
  - item: M-HOF-01
    outcome: accepted
    reason: gut
closed: {date: 2021-11-30}
# rounds/RAT-2022-09.yaml
id: RAT-2022-09
title: Rat
body: G-LG
date: 2022-09
phase: council
decisions:
  - item: PLAN
    outcome: decided
closed: {date: 2022-09-15}
# bodies/G-LG.yaml
id: G-LG
title: Gruppe
kind: steering_group
# reports/R-1.yaml
id: R-1
title: Bericht
date: 2023-01
items:
  - measure: M-HOF-01
    status: delayed
    reason: Personal fehlt.
"""


def test_decision_on_the_whole_plan_counts_for_what_was_accepted(tmp_path: Path) -> None:
    site = site_of(ROUNDS, tmp_path)
    assert site.standings["M-HOF-01"].state.name == "decided"
    found = site.verdicts["M-HOF-01"]
    assert [(verdict.round.id, verdict.is_whole) for verdict in found] == [
        ("LG-2021-11", False),
        ("RAT-2022-09", True),
    ]
    assert list(found[0].details.fields) == ["reason"]
    assert found[0].body.title == "Gruppe"


def test_progress_is_told_by_reports_too(tmp_path: Path) -> None:
    (step,) = site_of(ROUNDS, tmp_path).progress["M-HOF-01"]
    assert step.report is not None
    assert (step.date, step.report.id) == ("2023-01", "R-1")
    assert step.status is not None
    assert step.status.name == "delayed"


def test_statement_meets_its_answer(example: Site) -> None:
    (voice,) = example.voices["M-HOF-01"]
    assert list(voice.point.fields) == ["fields", "stance", "text"]
    assert [list(answer.fields) for answer in voice.responses] == [["result"]]


TRANSLATED = """\
# guidelines/L-1.yaml
id: L-1
title: Alle
text: Alle gehören dazu.
# translations/de-simple/TR-DE-SIMPLE-L-1.yaml
id: TR-DE-SIMPLE-L-1
element: L-1
language: de-simple
variant: easy
status: official
texts:
  - field: text
    text: Alle gehören dazu.
    source_digest: "%s"
"""


@pytest.mark.parametrize(
    ("source", "answer"),
    [("Alle  gehören\ndazu.", "yes"), ("Niemand.", "no")],
    ids=["wrapped otherwise", "another text"],
)
def test_translation_knows_whether_it_is_current(source: str, answer: str, tmp_path: Path) -> None:
    from wirctl.schema.kind import built_in

    field = built_in()["guideline"].fields["text"]
    site = site_of(TRANSLATED % digest(canonical(source, field)), tmp_path)
    (part,) = site.translations["L-1"]
    assert part.is_current is (answer == "yes")
    assert (part.language, part.is_easy, part.is_official) == ("de", True, True)


def test_translation_without_digest_does_not_know(example: Site) -> None:
    (part,) = example.translations["L-1"]
    assert (part.is_current, part.direction) == (None, "rtl")


def news(folder: Path, *changes: Change) -> list[str]:
    """The lines that the start page shows of these changes."""
    loaded = small_plan(PLAN + FUND).load(folder)
    built = build(loaded.plan, loaded.kinds, VERSION, Since("LG-1", changes))
    site = built.site
    groups = Speech.at("", site, labels("de"), Paths(site)).functions()["news_groups"]
    assert callable(groups)
    return [text for group in groups() for line in group.changes for text in line.texts]


MEASURE = Subject("measures/M-HOF-01.yaml", "measure", "M-HOF-01")
FONDS = Subject("fund/F-1.yaml", "fund", "F-1")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param(
            Change("value-changed", MEASURE, ("lead_unit",), "Amt A", "Amt B"),
            "Federführung: Amt A → Amt B",
            id="value",
        ),
        pytest.param(
            Change("funding-path-changed", MEASURE, ("funding_path",), "fund", "own_budget"),
            "Finanzierungsweg: Förderfonds → eigener Haushalt",
            id="word",
        ),
        pytest.param(
            Change("field-added", MEASURE, ("period", "end"), None, "2027"),
            "Zeitraum › Ende ergänzt: 2027",
            id="added",
        ),
        pytest.param(
            Change("text-changed", MEASURE, ("description",), "a", "b"),
            "Beschreibung geändert",
            id="text",
        ),
        pytest.param(
            Change("value-changed", MEASURE, ("costs", "2023:one_off", "amount_eur"), 1, 2),
            "Kosten › 2023, einmalig › Betrag in Euro: 1\u00a0€ → 2\u00a0€",
            id="within an item that is known by its values",
        ),
        pytest.param(
            Change("value-changed", FONDS, ("funding_areas", "a", "title"), "Alt", "Neu"),
            "Förderbereiche › Bereich A › Titel: Alt → Neu",
            id="within an item that has a title",
        ),
        pytest.param(
            Change("field-added", FONDS, ("funding_areas", "weg", "title"), None, "Neu"),
            "Förderbereiche › Titel ergänzt: Neu",
            id="within an item that is gone",
        ),
        pytest.param(
            Change("item-added", MEASURE, ("costs", "2024:yearly"), None, {"year": 2024}),
            "Kosten ergänzt: 2024",
            id="an item",
        ),
        pytest.param(Change("element-added", MEASURE), "Neu aufgenommen", id="element"),
        pytest.param(
            Change("element-withdrawn", MEASURE, arguments=(("reason", "gibt es schon"),)),
            "Gestrichen: gibt es schon",
            id="gone",
        ),
    ],
)
def test_news_in_words(change: Change, line: str, tmp_path: Path) -> None:
    assert news(tmp_path, change) == [line]


def test_change_of_an_internal_field_is_no_news(tmp_path: Path) -> None:
    hidden = Change("value-changed", MEASURE, ("allow", "0", "reason"), "Geheim", "Geheimer")
    unknown = Change("value-changed", Subject("x", "no-kind", "X"), (), None, None)
    assert news(tmp_path, hidden, unknown) == []


def test_closed_round_is_news_with_what_it_decided(tmp_path: Path) -> None:
    loaded = small_plan(ROUNDS).load(tmp_path)
    subject = Subject("rounds/LG-2021-11.yaml", "round", "LG-2021-11")
    change = Change("round-closed", subject, arguments=(("outcomes", "1 accepted"),))
    built = build(loaded.plan, loaded.kinds, VERSION, Since("RAT-2022-09", (change,)))
    page = render(built.site, "html")["index.html"].decode()
    assert "Geändert seit der vorigen Fassung, Rat (RAT-2022-09):" in page
    assert ">Lenkungsgruppe</a>: Runde abgeschlossen: 1 angenommen</li>" in page


def test_same_line_is_told_once(tmp_path: Path) -> None:
    change = Change("text-changed", MEASURE, ("description",), "a", "b", Weight.EDITORIAL)
    assert news(tmp_path, change, change) == ["Beschreibung geändert"]


def test_link_that_leads_nowhere_is_a_fault_with_its_place(tmp_path: Path) -> None:
    text = """\
# measures/M-HOF-01.yaml
id: M-HOF-01
title: x
description: Siehe [dort](measure:M-HOF-99).
sources:
  - title: Netz
    url: https://a b/
"""
    faults = built_from(text, tmp_path).faults
    assert [(fault.rule, fault.subject.path, fault.at) for fault in faults] == [
        ("link-not-possible", "measures/M-HOF-01.yaml", ("description",)),
        ("address-not-possible", "measures/M-HOF-01.yaml", ("sources", "Netz", "url")),
    ]


def editions(folder: Path, *changes: Change) -> Site:
    """The view of the plan in which these changes came with the first round."""
    loaded = small_plan(ROUNDS).load(folder)
    closings = (
        Closing("LG-2021-11", "2021-11-08", "a" * 40),
        Closing("RAT-2022-09", "2022-09-15", "b" * 40, changes),
    )
    return build(loaded.plan, loaded.kinds, VERSION, closings=closings).site


TEXT = Change(
    "text-changed",
    Subject("measures/M-HOF-01.yaml", "measure", "M-HOF-01"),
    ("description",),
    "Ein Haus für alle.",
    "Ein Haus für Kinder.",
)


def test_first_round_has_nothing_before_it(tmp_path: Path) -> None:
    first, second = editions(tmp_path, TEXT).editions
    assert first.news is None
    assert second.news is not None
    assert [change.kind for change in second.news.changes] == ["text-changed"]


def test_element_tells_its_history_over_the_rounds(tmp_path: Path) -> None:
    page = render(editions(tmp_path, TEXT), "html")["measures/M-HOF-01.html"].decode()
    assert "Geschichte über die Runden" in page
    assert "<li>Beschreibung geändert</li>" in page


def test_round_shows_both_sides_of_what_changed(tmp_path: Path) -> None:
    note = replace(TEXT, at=("note",))
    page = render(editions(tmp_path, TEXT, note), "html")["rounds/RAT-2022-09.html"].decode()
    assert ">Ein Haus für <del>alle</del>.</td>" in page
    assert ">Ein Haus für <ins>Kinder</ins>.</td>" in page
    assert page.count('<td data-label="nachher"') == 1
