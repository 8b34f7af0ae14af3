"""What a command takes, said once: typer, the quick parser and the help read it here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Annotated, Any, TypeAlias, get_args, get_origin

from wirctl.core.frozen import frozen
from wirctl.core.near import nearest
from wirctl.core.problem import Problem

Command: TypeAlias = Callable[..., int]
Choices: TypeAlias = Callable[[], Collection[str]]

REQUIRED = object()
"""The default of a parameter that has none."""

_MOST_CHOICES = 15
"""More choices than these nobody reads in a message."""


@frozen
class Option:
    """An option by its name with dashes.

    `choices` gives the words that it takes, if only those; `hints` gives words that a shell
    may offer besides whatever else is possible. With `to_file`, a choice may be followed by
    `=FILE`.
    """

    name: str
    metavar: str = ""
    choices: Choices | None = None
    hints: Choices | None = None
    to_file: bool = False


@frozen
class Argument:
    """An argument without a name; `metavar` is what the help calls it, the rest as above."""

    metavar: str
    choices: Choices | None = None
    hints: Choices | None = None


@frozen
class Parameter:
    """One parameter of a command. `type` is `str`, `bool`, or `tuple` for several texts."""

    name: str
    type: type
    default: Any
    spec: Option | Argument

    @property
    def required(self) -> bool:
        """Whether the command cannot do without it."""
        return self.default is REQUIRED

    @property
    def shown(self) -> str:
        """How people write it: `--plan`, or the name of the argument."""
        return self.spec.name if isinstance(self.spec, Option) else self.spec.metavar

    @property
    def words(self) -> Collection[str]:
        """What a shell may offer."""
        offer = self.spec.choices or self.spec.hints
        return offer() if offer is not None else ()


class MisuseError(Problem):
    """A command line that cannot be understood; `text` says why, in one to three lines."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class UnknownChoiceError(Problem):
    """A word that an option does not take."""

    def __init__(self, option: str, value: str, choices: Collection[str]) -> None:
        super().__init__(option, value)
        self.option = option
        self.value = value
        self.near = nearest(value, choices)
        self.choices = ", ".join(choices) if len(choices) <= _MOST_CHOICES else ""


@cache
def parameters(command: Command) -> tuple[Parameter, ...]:
    """The parameters of a command in their order."""
    hints = _annotations(command)
    hints.pop("return", None)
    given: tuple[Any, ...] = getattr(command, "__defaults__", None) or ()
    defaults = (*(len(hints) - len(given)) * (REQUIRED,), *given)
    return tuple(
        _parameter(name, hint, default)
        for (name, hint), default in zip(hints.items(), defaults, strict=True)
    )


def _annotations(command: Command) -> dict[str, Any]:
    """The annotations of a function of ours, which are written as text, as what they mean.

    `get_type_hints` does the same, and checks each; for that, every command waits 2 ms.
    """
    names = sys.modules[command.__module__].__dict__
    hints: dict[str, str] = command.__annotations__
    return {name: eval(hint, names) for name, hint in hints.items()}  # noqa: S307


def _parameter(name: str, hint: Any, default: Any) -> Parameter:
    if get_origin(hint) is not Annotated:
        raise TypeError(name)
    kind, spec = get_args(hint)
    return Parameter(name, get_origin(kind) or kind, default, spec)


def check_choices(command: Command, values: Mapping[str, Any]) -> None:
    """Refuse words that an option does not take.

    Raises:
        UnknownChoiceError: with the nearest word that it does take.
    """
    for parameter in parameters(command):
        value = values.get(parameter.name, parameter.default)
        if parameter.spec.choices is None or value == parameter.default:
            continue
        choices = parameter.spec.choices()
        for word in value if isinstance(value, tuple) else (value,):
            bare = _bare(parameter, word)
            if bare not in choices:
                raise UnknownChoiceError(parameter.shown, bare, choices)


def split_choices(command: Command, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with `a,b` as two words where an option takes several of a list of words."""
    found = dict(values)
    for parameter in parameters(command):
        spec, given = parameter.spec, values.get(parameter.name)
        several = isinstance(spec, Option) and spec.choices is not None and not spec.to_file
        if several and isinstance(given, tuple):
            parts = (part.strip() for word in given for part in word.split(","))
            found[parameter.name] = tuple(filter(None, parts))
    return found


def _bare(parameter: Parameter, word: str) -> str:
    """The word without the file that may stand behind it."""
    takes_file = isinstance(parameter.spec, Option) and parameter.spec.to_file
    return word.partition("=")[0] if takes_file else word
