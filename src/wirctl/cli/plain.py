"""The plain case of a command line, read without typer; anything else goes to typer.

`validate` runs on every commit and every key stroke of an editor; typer costs more to import
than a plan costs to check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wirctl.cli.option import Argument, Option, Parameter, parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.cli.option import Command


def parse(command: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """The parameters by name, or `None` where the command line is not plain.

    Plain are `--name value`, `--name=value`, `--flag` and bare arguments.
    """
    found = parameters(command)
    options = {item.spec.name: item for item in found if isinstance(item.spec, Option)}
    rest = next((item for item in found if isinstance(item.spec, Argument)), None)
    values: dict[str, Any] = {}
    queue = list(words)
    while queue:
        word = queue.pop(0)
        name, sign, value = word.partition("=")
        parameter = options.get(name) if word.startswith("-") else rest
        if parameter is None or not _take(parameter, word, value if sign else None, queue, values):
            return None
    for parameter in found:
        if parameter.required and parameter.name not in values:
            return None
        values.setdefault(parameter.name, parameter.default)
    return values


def _take(
    parameter: Parameter, word: str, value: str | None, queue: list[str], values: dict[str, Any]
) -> bool:
    """Enter one word's value; whether it was plain."""
    if parameter.type is bool:
        values[parameter.name] = True
        return value is None
    if isinstance(parameter.spec, Argument):
        value = word
    elif value is None:
        if not queue or queue[0].startswith("-"):
            return False
        value = queue.pop(0)
    if parameter.type is tuple:
        values[parameter.name] = (*values.get(parameter.name, ()), value)
        return True
    if parameter.type is not str or parameter.name in values:
        return False
    values[parameter.name] = value
    return True
