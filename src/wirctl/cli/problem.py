"""A problem in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.cli.place import shown_path
from wirctl.cli.words import speech

if TYPE_CHECKING:
    from wirctl.core.problem import Problem


_MOST = 8
"""Of more things than these, only the first are named."""


def sentence(problem: Problem) -> str:
    """What the problem is and what to do, in the language of this run.

    A problem with a `reason` has a sentence for each of them. One with a `near` name gets a
    second sentence that offers it, one with a `command` another that gives the command.
    """
    say = speech()
    words = {name: _word(value) for name, value in vars(problem).items()}
    if words.get("date"):
        from wirctl.report.showing import shown_date

        words["date"] = shown_date(words["date"], say.language)
    name = f"problems.{type(problem).__name__}"
    reason = f"{name}.{words['reason']}" if "reason" in words else name
    parts = [say(reason if say.find(reason) else name, **words)]
    if words.get("near"):
        parts.append(say("problems.near", near=words["near"]))
    if words.get("choices"):
        parts.append(say("problems.choices", choices=words["choices"]))
    if words.get("command"):
        parts.append(say("problems.command", command=words["command"]))
    return "\n".join(parts)


def _word(value: object) -> str:
    if isinstance(value, Path):
        return shown_path(value)
    if not isinstance(value, tuple):
        return str(value)
    shown = [str(item) for item in value[:_MOST]]
    rest = len(value) - len(shown)
    return ", ".join([*shown, f"… (+{rest})"] if rest else shown)
