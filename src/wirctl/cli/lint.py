"""`wirctl lint`: what a good plan does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Option
from wirctl.cli.shared_options import (
    AtOption,
    ConfigOption,
    FindingFormats,
    OutputOption,
    Paths,
    PlanOption,
    TodayOption,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wirctl.cli.place import Place
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.flow.known import Known
    from wirctl.load import Loaded
    from wirctl.rules.engine.run import Levels


def rule_ids() -> tuple[str, ...]:
    """Every rule's id."""
    from wirctl.rules.engine.registry import every_rule

    return tuple(every_rule())


def profiles() -> tuple[str, ...]:
    """The name of every set of levels."""
    from wirctl.rules.engine.profiles import profile_names

    return profile_names()


def levels_shown() -> tuple[str, ...]:
    """The levels from which on findings may be shown."""
    from wirctl.core.severity import Severity

    return tuple(item.value for item in Severity if item is not Severity.OFF)


def lint(
    paths: Paths = (),
    plan: PlanOption = "",
    config: ConfigOption = "",
    at: AtOption = "",
    format: FindingFormats = ("text",),
    output: OutputOption = "",
    select: Annotated[tuple[str, ...], Option("--select", "RULE", rule_ids)] = (),
    ignore: Annotated[tuple[str, ...], Option("--ignore", "RULE", rule_ids)] = (),
    explain: Annotated[str, Option("--explain", "RULE", hints=rule_ids)] = "",
    profile: Annotated[str, Option("--profile", "NAME", profiles)] = "",
    level: Annotated[str, Option("--level", "LEVEL", levels_shown)] = "",
    today: TodayOption = "",
) -> int:
    """Run the rules on the plan."""
    from wirctl.cli.checking import limited, outputs, show, within
    from wirctl.cli.day import day_of
    from wirctl.cli.desk import known
    from wirctl.cli.place import find_place, tree_at
    from wirctl.cli.progress import waiting
    from wirctl.load import load

    if explain:
        from wirctl.cli.explain import explain as explain_rule

        return explain_rule(explain)
    outputs(format, output)
    day = day_of(today)
    place = find_place(plan, config)
    levels = levels_of(place, select, ignore, profile)
    tree = tree_at(place, at)
    only = within(place, tree, paths)
    with waiting("progress.lint"):
        loaded = load(tree)
        with known(place, tree, loaded) as past:
            shown = rule_findings(loaded, day, levels, past)
    code = show(limited(shown, only), loaded, place, format, output, level=level)
    return max(code, _unread(loaded, at))


def rule_findings(
    loaded: Loaded, day: date, levels: Levels, past: Known | None = None
) -> tuple[Diagnostic, ...]:
    """What the rules find in the plan on this day, less what the plan allows.

    `past` tells what the history knows; without it, only what the files say is known.
    """
    from wirctl.flow.known import Known
    from wirctl.rules.engine.allowed import without_allowed
    from wirctl.rules.engine.context import Context
    from wirctl.rules.engine.registry import every_rule
    from wirctl.rules.engine.run import run

    rules = every_rule()
    ran = {rule.id for rule in rules.values() if levels.speaks(rule)}
    told = past or Known(loaded.plan, loaded.kinds)
    context = Context(loaded.plan, loaded.kinds, day, told.standings, told)
    found = run(rules.values(), context, levels)
    return without_allowed(found, loaded.plan, ran, rules)


def _unread(loaded: Loaded, at: str) -> int:
    """Say that the rules did not see all of the plan, if it has errors."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import note
    from wirctl.cli.words import speech
    from wirctl.core.severity import Severity

    count = sum(item.severity is Severity.ERROR for item in loaded.diagnostics)
    if not count:
        return Exit.CLEAN
    asked = f"wirctl validate --at {at}" if at else "wirctl validate"
    note(speech(plan_language(loaded))("lint.errors", count=count, command=asked))
    return Exit.FINDINGS


def levels_of(
    place: Place, select: Sequence[str] = (), ignore: Sequence[str] = (), profile: str = ""
) -> Levels:
    """The levels of the profile, over them those of the settings.

    Raises:
        ConfigError: the settings name a profile, rule or level that there is not.
    """
    from wirctl.cli.config import ConfigError
    from wirctl.core.near import nearest
    from wirctl.core.severity import Severity
    from wirctl.rules.engine.profiles import profile_levels
    from wirctl.rules.engine.run import Levels

    settings = place.config
    file = settings.file or place.plan
    name = profile or settings.profile
    if name and name not in profiles():
        raise ConfigError("unknown-value", file, "profile", name, nearest(name, profiles()))
    known, words = rule_ids(), tuple(Severity)
    for rule, level in settings.levels.items():
        if rule not in known:
            raise ConfigError("unknown-key", file, f"levels.{rule}", near=nearest(rule, known))
        if level not in words:
            near = nearest(level, words)
            raise ConfigError("unknown-value", file, f"levels.{rule}", level, near)
    own = {rule: Severity(level) for rule, level in settings.levels.items()}
    return Levels(frozenset(select), frozenset(ignore), {**profile_levels(name), **own})
