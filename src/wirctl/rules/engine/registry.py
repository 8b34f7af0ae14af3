"""Every lint rule by id. A rule registers itself; there is no list to update."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.catalogue import Message, declare
from wirctl.core.modules import import_all, said_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wirctl.core.diagnostic import Argument, Location
    from wirctl.core.severity import Severity

Finding: TypeAlias = "tuple[Location, Mapping[str, Argument]]"
"""Where, and the words for the placeholders of the message."""

Check: TypeAlias = Callable[..., Iterator["Finding"]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check and what it says.

    `subject` is the class name of the first parameter: the check runs once for each of these
    in the plan. `needs` are the names of further parameters, taken from the context.
    A rule names its `mirror` (the rule that looks at the same link from the other end), or
    says in `waiver` why there is none.
    """

    message: Message
    check: Check
    subject: str
    needs: tuple[str, ...]
    mirror: str
    waiver: str

    @property
    def id(self) -> str:
        """The id, as files and ignores write it."""
        return self.message.id


class RuleError(Exception):
    """A rule that breaks the form of rules: a bug of ours."""


_rules: dict[str, Rule] = {}


def rule(  # noqa: PLR0913 - a registration says all there is to say
    id: str,
    *,
    severity: Severity,
    de: str,
    en: str,
    good: Sequence[str],
    bad: Sequence[str],
    reason_de: str,
    given: str = "",
    help_de: str = "",
    help_en: str = "",
    code: str = "",
    levels: Mapping[str, Severity] | None = None,
    mirror: str = "",
    waiver: str = "",
) -> Callable[[Check], Check]:
    """Make a function a rule. Its docstring is the reason in English.

    Args:
        id: What is wrong, readable after “allow …”; the file has the same name with underscores.
        severity: The level where the stage of the element asks for no other.
        de: The message in German, with named placeholders.
        en: The message in English, with the same placeholders.
        reason_de: The reason in German.
        good: Small plans on which the rule is silent: one element of the kind that the rule
            looks at, or several files, each below a line `# folder/ID.yaml`. The first line
            may set the day: `# today: 2024-01-01`.
        bad: The same; each line at fault ends in `# <-`.
        given: The files with which each of these plans begins.
        help_de: What to write instead, in German.
        help_en: What to write instead, in English.
        code: A short name of the form W01 for speaking about the rule.
        levels: Levels by stage of the element: `drafted`, `accepted`, `decided`.
        mirror: The id of the rule that sees the same link from its other end.
        waiver: Why there is no such rule.

    Raises:
        RuleError: file name and id differ, or mirror and waiver are both given or both missing.
    """

    def register(check: Check) -> Check:
        if check.__module__.rpartition(".")[2] != id.replace("-", "_"):
            raise RuleError(f"{id}: the file has another name")
        if bool(mirror) == bool(waiver):
            raise RuleError(f"{id}: either a mirror or a waiver")
        message = Message(
            id=id,
            severity=severity,
            de=de,
            en=en,
            help_de=help_de,
            help_en=help_en,
            reason=said_of(check),
            reason_de=reason_de,
            code=code,
            good=tuple(given + text for text in good),
            bad=tuple(given + text for text in bad),
            levels=dict(levels or {}),
        )
        subject, *needs = check.__annotations__.items()
        _rules[id] = Rule(
            message=declare(message),
            check=check,
            subject=str(subject[1]),
            needs=tuple(name for name, _ in needs if name != "return"),
            mirror=mirror,
            waiver=waiver,
        )
        return check

    return register


def every_rule() -> Mapping[str, Rule]:
    """Every rule by id, sorted; imports all rule files."""
    import_all("wirctl.rules")
    return dict(sorted(_rules.items()))
