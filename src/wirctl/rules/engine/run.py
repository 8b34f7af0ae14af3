"""Run the rules that were asked for, at the levels that the profile and the stage give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic
from wirctl.core.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from wirctl.rules.engine.context import Context
    from wirctl.rules.engine.registry import Finding, Rule


@dataclass(frozen=True, slots=True)
class Levels:
    """Which rules speak, and how loudly.

    `chosen` limits the rules to these ids where it is not empty; `ignored` ones are silent.
    `levels` replaces the level of a rule, whatever the stage.
    """

    chosen: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    levels: Mapping[str, Severity] = field(default_factory=dict)

    def speaks(self, rule: Rule) -> bool:
        """Whether the rule is to run at all."""
        named = not self.chosen or rule.id in self.chosen
        return named and rule.id not in self.ignored and self.levels.get(rule.id) != Severity.OFF

    def of(self, rule: Rule, stage: str) -> Severity:
        """The level of the rule for an element at this stage."""
        own = rule.message.levels.get(stage, rule.message.severity)
        return self.levels.get(rule.id, own)


def run(rules: Iterable[Rule], context: Context, levels: Levels) -> Iterator[Diagnostic]:
    """Every finding of these rules that is not switched off."""
    for rule in rules:
        if levels.speaks(rule):
            yield from _findings(rule, context, levels)


def _findings(rule: Rule, context: Context, levels: Levels) -> Iterator[Diagnostic]:
    further = {name: PARTS[name](context) for name in rule.needs}
    for subject in subjects(rule.subject, context):
        for finding in rule.check(subject, **further):
            made = _diagnostic(rule, finding, context, levels)
            if made.severity is not Severity.OFF:
                yield made


def _diagnostic(rule: Rule, finding: Finding, context: Context, levels: Levels) -> Diagnostic:
    location, words = finding
    level = levels.of(rule, context.stage(location.subject.id))
    return Diagnostic(
        rule.id,
        level,
        location.subject,
        location.pointer,
        tuple(words.items()),
        excerpt=location.excerpt,
    )


def subjects(name: str, context: Context) -> Iterable[object]:
    """What a rule for this class of subject looks at: the plan, its texts, or its elements."""
    if name == "Plan":
        return (context.plan,)
    if name == "Text":
        return context.texts
    if name == "Element":
        return context.plan.elements
    return context.plan.of_type(name)


PARTS: Mapping[str, Callable[[Context], object]] = {
    "plan": lambda context: context.plan,
    "kinds": lambda context: context.kinds,
    "today": lambda context: context.today,
    "standings": lambda context: context.standings,
    "texts": lambda context: context.texts,
    "known": lambda context: context.known,
}
"""What a rule may ask for by the name of a parameter."""
