"""The plain case of a command line, read without typer; anything else goes to typer.

Checks run on every commit and every key stroke of an editor; typer costs more to import than a
plan costs to check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wirctl.cli.option import Argument, Option, parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.cli.option import Command, Parameter


def parse(command: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """The parameters by name, or `None` where the command line is not plain.

    Plain are `--name value`, `--name=value`, `--flag` and bare arguments, each at most once
    but for those that take several.
    """
    reader = _Reader(parameters(command))
    queue = list(words)
    while queue:
        if not reader.take(queue.pop(0), queue):
            return None
    return reader.values()


class _Reader:
    """Takes word after word; says of each whether it was plain."""

    def __init__(self, found: Sequence[Parameter]) -> None:
        self.found = found
        self.options = {item.spec.name: item for item in found if isinstance(item.spec, Option)}
        self.arguments = [item for item in found if isinstance(item.spec, Argument)]
        self.given: dict[str, Any] = {}

    def take(self, word: str, queue: list[str]) -> bool:
        """Enter one word, with the next one where that is its value."""
        if not word.startswith("-"):
            return self._argument(word)
        name, sign, value = word.partition("=")
        parameter = self.options.get(name)
        if parameter is None:
            return False
        if parameter.type is bool:
            return not sign and self._enter(parameter, value=True)
        if not sign:
            if not queue or queue[0].startswith("-"):
                return False
            value = queue.pop(0)
        return self._enter(parameter, value)

    def values(self) -> dict[str, Any] | None:
        """The values of all parameters; `None` where one is missing."""
        if any(item.required and item.name not in self.given for item in self.found):
            return None
        return {item.name: self.given.get(item.name, item.default) for item in self.found}

    def _argument(self, word: str) -> bool:
        for parameter in self.arguments:
            if parameter.type is tuple or parameter.name not in self.given:
                return self._enter(parameter, word)
        return False

    def _enter(self, parameter: Parameter, value: str | bool) -> bool:
        if parameter.type is tuple:
            self.given[parameter.name] = (*self.given.get(parameter.name, ()), value)
            return True
        if parameter.name in self.given:
            return False
        self.given[parameter.name] = value
        return True
