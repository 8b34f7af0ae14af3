"""Which rules run, how loudly they speak, and what a plan may accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from small_plan import small_plan
from wirctl.core.severity import Severity
from wirctl.rules.engine.allowed import without_allowed
from wirctl.rules.engine.profiles import profile_levels, profile_names
from wirctl.rules.engine.registry import RuleError, every_rule, rule
from wirctl.rules.engine.run import Levels, run

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Context
    from wirctl.rules.engine.registry import Finding

RULES = every_rule()

TWO_FAULTS = """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Mehr BürgerInnen
field: HF-BIL
description: Was geschieht.
objective: Was es soll.
period: {continuous: true}
"""

ACCEPTED = """\
# rounds/LG-2021-11-08.yaml
id: LG-2021-11-08
title: Lenkungsgruppe
body: G-LG
date: 2021-11-08
phase: steering
decisions:
  - {item: M-BIL-01, outcome: accepted}
"""

ALLOWED = """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Mehr BürgerInnen
field: HF-BIL
description: Noch mehr BürgerInnen.
allow:
  - {rule: inner-capital-i, at: title, reason: So heißt der Verein.}
  - {rule: measure-without-goal, reason: Die Ziele sind nicht veröffentlicht.}
  - {rule: outdated-name, reason: Gilt nicht mehr.}
  - {rule: measure-without-goals, reason: Ein Schreibfehler.}
"""


def context_of(example: str, folder: Path) -> Context:
    plan = small_plan(example)
    return plan.context(plan.load(folder))


def found(example: str, folder: Path, levels: Levels) -> list[tuple[str, Severity]]:
    """Rule and level of each finding of all the rules."""
    items = run(RULES.values(), context_of(example, folder), levels)
    return sorted((item.rule, item.severity) for item in items)


def kept(example: str, folder: Path, ran: Collection[str] = RULES) -> list[Diagnostic]:
    """What is left of the findings of the rules that ran."""
    context = context_of(example, folder)
    items = run([RULES[name] for name in ran], context, Levels())
    return sorted(
        without_allowed(items, context.plan, ran, RULES), key=lambda item: (item.rule, item.at)
    )


def test_all_rules_run_where_none_is_chosen(tmp_path: Path) -> None:
    assert found(TWO_FAULTS, tmp_path, Levels()) == [
        ("inner-capital-i", Severity.WARNING),
        ("measure-without-goal", Severity.NOTE),
    ]


def test_only_chosen_rules_run(tmp_path: Path) -> None:
    levels = Levels(chosen=frozenset({"inner-capital-i", "mail-address"}))
    assert found(TWO_FAULTS, tmp_path, levels) == [("inner-capital-i", Severity.WARNING)]


def test_ignored_rules_are_silent(tmp_path: Path) -> None:
    levels = Levels(ignored=frozenset({"inner-capital-i"}))
    assert found(TWO_FAULTS, tmp_path, levels) == [("measure-without-goal", Severity.NOTE)]


def test_ignoring_wins_over_choosing(tmp_path: Path) -> None:
    name = frozenset({"inner-capital-i"})
    assert found(TWO_FAULTS, tmp_path, Levels(chosen=name, ignored=name)) == []


def test_level_rises_with_the_stage(tmp_path: Path) -> None:
    levels = Levels(chosen=frozenset({"measure-without-goal"}))
    assert found(TWO_FAULTS + ACCEPTED, tmp_path, levels) == [
        ("measure-without-goal", Severity.WARNING)
    ]


def test_level_of_a_profile_holds_at_every_stage(tmp_path: Path) -> None:
    levels = Levels(levels={"measure-without-goal": Severity.ERROR})
    assert ("measure-without-goal", Severity.ERROR) in found(TWO_FAULTS, tmp_path, levels)
    assert ("measure-without-goal", Severity.ERROR) in found(
        TWO_FAULTS + ACCEPTED, tmp_path, levels
    )


def test_rule_that_is_off_does_not_run(tmp_path: Path) -> None:
    levels = Levels(levels={"measure-without-goal": Severity.OFF})
    assert not levels.speaks(RULES["measure-without-goal"])
    assert found(TWO_FAULTS, tmp_path, levels) == [("inner-capital-i", Severity.WARNING)]


def test_profiles_name_rules_that_there_are() -> None:
    assert profile_names() == ("default", "reconstruction")
    assert profile_levels("") == profile_levels("default") == {}
    assert profile_levels("reconstruction")["field-missing-at-stage"] is Severity.NOTE
    for name in profile_names():
        assert profile_levels(name).keys() <= RULES.keys()


def test_plan_accepts_findings_at_the_place_that_it_names(tmp_path: Path) -> None:
    items = kept(ALLOWED, tmp_path, ["inner-capital-i", "measure-without-goal"])
    assert [(item.rule, item.at) for item in items] == [
        ("inner-capital-i", ("description",)),
        ("unknown-rule-allowed", ("allow", "measure-without-goals")),
    ]


def test_exception_without_occasion_is_a_finding_once_its_rule_has_run(tmp_path: Path) -> None:
    items = kept(ALLOWED, tmp_path, ["outdated-name"])
    assert [(item.rule, item.at) for item in items] == [
        ("needless-allowance", ("allow", "outdated-name")),
        ("unknown-rule-allowed", ("allow", "measure-without-goals")),
    ]


def test_misspelt_exception_is_told_the_nearest_rule(tmp_path: Path) -> None:
    items = kept(ALLOWED, tmp_path, [])
    assert [dict(item.arguments)["hint_de"] for item in items] == [
        "Gemeint ist wohl „measure-without-goal“."
    ]


def test_exception_of_one_element_does_not_hold_for_another(tmp_path: Path) -> None:
    other = TWO_FAULTS.replace("M-BIL-01", "M-BIL-02")
    items = kept(ALLOWED + other, tmp_path, ["measure-without-goal"])
    assert [(item.rule, item.subject.id) for item in items] == [
        ("measure-without-goal", "M-BIL-02"),
        ("unknown-rule-allowed", "M-BIL-01"),
    ]


def nothing(_: Plan) -> Iterator[Finding]:
    """Nothing at all."""
    yield from ()


@pytest.mark.parametrize(
    ("name", "mirror", "waiver"),
    [
        pytest.param("of-another-file", "", "None.", id="file name"),
        pytest.param("test-engine", "", "", id="neither mirror nor waiver"),
        pytest.param("test-engine", "mail-address", "None.", id="mirror and waiver"),
    ],
)
def test_rule_that_breaks_the_form_is_refused(name: str, mirror: str, waiver: str) -> None:
    register = rule(
        name,
        severity=Severity.NOTE,
        de="Nichts.",
        en="Nothing.",
        good=[],
        bad=[],
        reason_de="Ohne Grund.",
        mirror=mirror,
        waiver=waiver,
    )
    with pytest.raises(RuleError, match=name):
        register(nothing)
