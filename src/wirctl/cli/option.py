"""What a command takes, said once: typer, the quick parser and the help read it here."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, get_args, get_origin, get_type_hints

from wirctl.core.near import nearest
from wirctl.core.problem import Problem

Command: TypeAlias = Callable[..., int]
Choices: TypeAlias = Callable[[], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Option:
    """An option by its name with dashes. `choices` gives the words that it takes, if any."""

    name: str
    metavar: str = ""
    choices: Choices | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument without a name; `metavar` is what the help calls it."""

    metavar: str
    choices: Choices | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a command. `type` is `str`, `int`, `bool`, or `tuple` for several texts."""

    name: str
    type: type
    default: Any
    spec: Option | Argument

    @property
    def required(self) -> bool:
        """Whether the command cannot do without it."""
        return self.default is inspect.Parameter.empty


class UnknownChoiceError(Problem):
    """A word that an option does not take."""

    def __init__(self, option: str, value: str, choices: Sequence[str]) -> None:
        super().__init__(option, value)
        self.option = option
        self.value = value
        self.near = nearest(value, choices) or ""
        self.choices = ", ".join(choices)


def parameters(command: Command) -> tuple[Parameter, ...]:
    """The parameters of a command in their order."""
    hints = get_type_hints(command, include_extras=True)
    return tuple(
        _parameter(name, hints[name], parameter.default)
        for name, parameter in inspect.signature(command).parameters.items()
    )


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
        if parameter.spec.choices is None:
            continue
        value = values.get(parameter.name, parameter.default)
        given = value if isinstance(value, list | tuple) else (value,)
        choices = parameter.spec.choices()
        for word in given:
            if word and word not in choices:
                raise UnknownChoiceError(_shown(parameter), word, choices)


def _shown(parameter: Parameter) -> str:
    spec = parameter.spec
    return spec.name if isinstance(spec, Option) else spec.metavar
