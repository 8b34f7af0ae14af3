"""What holds for every rule: its examples are true, its words are complete."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from small_plan import small_plan
from wirctl.core.catalogue import placeholders
from wirctl.rules.engine.registry import every_rule
from wirctl.rules.engine.run import PARTS, Levels, run

if TYPE_CHECKING:
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.rules.engine.registry import Rule

RULES = every_rule()
LANGUAGES = ("_de", "_en")
STAGES = {"drafted", "accepted", "decided"}


def examples(sort: str) -> list[object]:
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in RULES.values()
        for number, text in enumerate(getattr(rule.message, sort), 1)
    ]


EVERY = [pytest.param(rule, id=rule.id) for rule in RULES.values()]


def neutral(names: frozenset[str]) -> set[str]:
    """The names without the language that some of them end in."""
    return {name[:-3] if name.endswith(LANGUAGES) else name for name in names}


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of an example: marked lines, lines of findings, findings, faults of the files."""

    marked: set[tuple[str, int]]
    lines: set[tuple[str, int]]
    findings: list[Diagnostic]
    faults: set[str]


@cache
def looked_at(id_: str, text: str) -> Looked:
    rule = RULES[id_]
    plan = small_plan(text, rule.subject)
    with TemporaryDirectory() as folder:
        loaded = plan.load(Path(folder))
    findings = list(run([rule], plan.context(loaded), Levels()))
    lines = {(item.subject.path, loaded.span(item).line) for item in findings}
    return Looked(plan.marked, lines, findings, {item.rule for item in loaded.diagnostics})


@pytest.mark.parametrize(("rule", "text"), examples("good"))
def test_rule_is_silent_on_good_example(rule: Rule, text: str) -> None:
    looked = looked_at(rule.id, text)
    assert not looked.marked
    assert looked.lines == set()


@pytest.mark.parametrize(("rule", "text"), examples("bad"))
def test_rule_finds_the_marked_lines_and_no_others(rule: Rule, text: str) -> None:
    looked = looked_at(rule.id, text)
    assert looked.marked
    assert looked.lines == looked.marked
    assert len(looked.findings) == len(looked.marked)


@pytest.mark.parametrize(("rule", "text"), examples("bad"))
def test_rule_gives_every_word_that_its_messages_name(rule: Rule, text: str) -> None:
    message = rule.message
    for item in looked_at(rule.id, text).findings:
        words = dict(item.arguments)
        for template in (message.de, message.en, message.help_de, message.help_en):
            assert placeholders(template) <= words.keys()
        for language in ("de", "en"):
            said = message.text(language, words) + message.help(language, words)
            assert "{" not in said
            assert "None" not in said


@pytest.mark.parametrize(("rule", "text"), [*examples("good"), *examples("bad")])
def test_examples_are_plan_files_as_authors_write_them(rule: Rule, text: str) -> None:
    """All is as the schemas want it; only what an example does not need is left out."""
    assert looked_at(rule.id, text).faults <= {"unknown-reference"}


@pytest.mark.parametrize("rule", EVERY)
def test_rule_is_complete(rule: Rule) -> None:
    message = rule.message
    assert message.good
    assert message.bad
    assert message.reason
    assert message.reason_de
    assert message.help_de
    assert message.help_en
    assert message.de.endswith((".", "?"))
    assert message.en.endswith((".", "?"))
    assert set(message.levels) <= STAGES
    assert set(rule.needs) <= PARTS.keys()


@pytest.mark.parametrize("rule", EVERY)
def test_messages_have_the_same_placeholders_in_both_languages(rule: Rule) -> None:
    message = rule.message
    assert neutral(placeholders(message.de)) == neutral(placeholders(message.en))
    assert neutral(placeholders(message.help_de)) == neutral(placeholders(message.help_en))


@pytest.mark.parametrize("rule", EVERY)
def test_placeholder_of_one_language_stands_in_that_language_only(rule: Rule) -> None:
    message = rule.message
    german = placeholders(message.de) | placeholders(message.help_de)
    english = placeholders(message.en) | placeholders(message.help_en)
    assert not [name for name in german if name.endswith("_en")]
    assert not [name for name in english if name.endswith("_de")]


@pytest.mark.parametrize("rule", EVERY)
def test_rule_names_its_mirror_or_says_why_there_is_none(rule: Rule) -> None:
    assert bool(rule.mirror) != bool(rule.waiver)
    if rule.mirror:
        assert RULES[rule.mirror].mirror == rule.id


@pytest.mark.parametrize("rule", EVERY)
def test_file_of_a_rule_has_its_name(rule: Rule) -> None:
    assert rule.check.__module__ == f"wirctl.rules.{rule.id.replace('-', '_')}"
    assert getattr(rule.check, "__name__", "") == rule.id.replace("-", "_")
