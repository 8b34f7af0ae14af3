"""`wirctl explain`: what a message means, why it matters, with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import messages
from wirctl.cli.option import Argument
from wirctl.core.near import nearest
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.cli.words import Speech
    from wirctl.core.catalogue import Message


class UnknownRuleError(Problem):
    """A rule that there is not."""

    def __init__(self, rule: str, known: Sequence[str]) -> None:
        super().__init__(rule)
        self.rule = rule
        self.near = nearest(rule, known)


def every_message() -> Mapping[str, Message]:
    """Everything that wirctl can say about a plan, by id."""
    import wirctl.history.findings
    import wirctl.load  # noqa: F401 - declares its messages
    from wirctl.core.catalogue import messages
    from wirctl.rules.engine import allowed  # noqa: F401 - declares its messages
    from wirctl.rules.engine.registry import every_rule

    every_rule()
    return {message.id: message for message in messages()}


def explain(rule: Annotated[str, Argument("RULE", hints=messages)] = "") -> int:
    """Explain a message, or all rules of one code; without a name, list all of them."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import look, put
    from wirctl.cli.words import speech
    from wirctl.report.tables import table

    known = every_message()
    say = speech()
    if not rule:
        rows = [(name, message.code, _levels(message, say)) for name, message in known.items()]
        columns = [say(f"explain.{name}") for name in ("rule", "code", "level")]
        put(table(columns, rows, look(say.language)))
        return Exit.CLEAN
    asked = rule.casefold()
    meant = [item for item in known.values() if asked in {item.id, item.code.casefold()}]
    if not meant:
        raise UnknownRuleError(rule, tuple(known))
    put(_pages(meant, say))
    return Exit.CLEAN


def _pages(meant: Sequence[Message], say: Speech) -> Iterator[str]:
    for place, message in enumerate(meant):
        if place:
            yield ""
        yield from _lines(message, say)


def _lines(message: Message, say: Speech) -> Iterator[str]:
    language = say.language
    code = f" ({message.code})" if message.code else ""
    yield f"{message.id}{code}"
    yield ""
    yield f"{say('explain.says')}: {message.de if language == 'de' else message.en}"
    help_text = message.help_de if language == "de" else message.help_en
    if help_text:
        yield f"{say('explain.help')}: {help_text}"
    yield f"{say('explain.level')}: {_levels(message, say)}"
    reason = message.why(language)
    if reason:
        yield ""
        yield f"{say('explain.reason')}: {' '.join(reason.split())}"
    for title, examples in (("bad", message.bad), ("good", message.good)):
        for example in examples:
            yield ""
            yield f"{say(f'explain.{title}')}:"
            yield from (f"    {line}" for line in example.rstrip().split("\n"))


def _levels(message: Message, say: Speech) -> str:
    """The level in words, and those of single stages."""
    stages = ", ".join(
        f"{say(f'explain.stages.{stage}')}: {say(f'explain.levels.{level}')}"
        for stage, level in message.levels.items()
    )
    level = say(f"explain.levels.{message.severity}")
    return f"{level} ({stages})" if stages else level
