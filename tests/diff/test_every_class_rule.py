"""What holds for every class rule: its examples are true, its words are complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from versions import changes, measure
from wirctl.core.catalogue import placeholders
from wirctl.diff.class_rule import every_class_rule

if TYPE_CHECKING:
    from wirctl.diff.class_rule import ClassRule

RULES = every_class_rule()
EVERY = [pytest.param(rule, id=rule.id) for rule in RULES.values()]
FIRES, SILENT = (
    [
        pytest.param(rule, *pair, id=f"{rule.id}-{number}")
        for rule in RULES.values()
        for number, pair in enumerate(getattr(rule, sort), 1)
    ]
    for sort in ("fires", "silent")
)
BODIES = (
    "# bodies/G-IA.yaml\n{id: G-IA, title: Internationaler Ausschuss, abbreviation: IA}\n"
    "# bodies/G-KUR.yaml\n{id: G-KUR, title: Kuratorium}\n"
)


def decided(old: str, new: str) -> list[tuple[str, str]]:
    """Weight and rule of each change between two measures; a plan with two bodies is around."""
    found = changes(BODIES + measure(old), BODIES + measure(new))
    return [
        (change.weight.value, change.ground.rule) for change in found if change.ground is not None
    ]


@pytest.mark.parametrize(("rule", "old", "new"), FIRES)
def test_rule_decides_the_change_between_its_examples(rule: ClassRule, old: str, new: str) -> None:
    assert decided(old, new) == [(rule.weight.value, rule.id)]


@pytest.mark.parametrize(("rule", "old", "new"), SILENT)
def test_rule_leaves_to_others_what_only_looks_like_it(rule: ClassRule, old: str, new: str) -> None:
    assert rule.id not in [name for _, name in decided(old, new)]


@pytest.mark.parametrize(("rule", "old", "new"), FIRES)
def test_mirror_decides_the_way_back(rule: ClassRule, old: str, new: str) -> None:
    assert decided(new, old) == [(RULES[rule.mirror].weight.value, rule.mirror)]


@pytest.mark.parametrize("rule", EVERY)
def test_mirrors_are_mutual(rule: ClassRule) -> None:
    assert RULES[rule.mirror].mirror == rule.id


@pytest.mark.parametrize(("rule", "old", "new"), FIRES)
def test_sentence_finds_every_word_it_needs(rule: ClassRule, old: str, new: str) -> None:
    grounds = [change.ground for change in changes(BODIES + measure(old), BODIES + measure(new))]
    words = [{name for name, _ in ground.words} for ground in grounds if ground is not None]
    assert words == [placeholders(rule.de)] == [placeholders(rule.en)]


@pytest.mark.parametrize("rule", EVERY)
def test_rule_says_why(rule: ClassRule) -> None:
    assert rule.reason.endswith(".")
    assert rule.de
    assert rule.en


@pytest.mark.parametrize("rule", EVERY)
def test_file_of_a_rule_has_its_name(rule: ClassRule) -> None:
    name = rule.id.replace("-", "_")
    assert rule.decide.__module__ == f"wirctl.diff.classes.{name}"
    assert getattr(rule.decide, "__name__", "") == name


def test_ranks_are_all_different_so_that_the_order_is_no_accident() -> None:
    assert len({rule.rank for rule in RULES.values()}) == len(RULES)


def test_the_last_rule_decides_whatever_is_left() -> None:
    last = list(RULES.values())[-1]
    assert last.id == "value-differs"
    assert last.weight.value == "substantive"
