"""The bridge to typer: completion, and every command line that is not plain.

Typer reads the words and runs nothing: what it understood is given back.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from wirctl.cli.app import COMMANDS, GROUPS, command, named
from wirctl.cli.exit import Exit
from wirctl.cli.help import GLOBAL_OPTIONS
from wirctl.cli.option import MisuseError, Option, Parameter, parameters
from wirctl.cli.words import Speech, speech
from wirctl.core.near import nearest
from wirctl.core.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXTRA = regex(r"\(([^()]*)\)$")


def read(words: Sequence[str]) -> dict[str, Any]:
    """The parameters of the command that these words name.

    Raises:
        MisuseError: the words are no command line.
    """
    say = speech()
    app = _app({named(words)})
    try:
        found = app.main(list(words), prog_name="wirctl", standalone_mode=False)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        raise MisuseError(_misused(error, words, say)) from None
    if not isinstance(found, dict):
        raise MisuseError(say("usage.help", command="wirctl --help"))
    return found


def complete() -> int:
    """Tell a shell how its line may go on; the exit code."""
    try:
        _app(set(COMMANDS)).main([], prog_name="wirctl")
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else Exit.CLEAN
    return Exit.CLEAN


def _app(wanted: set[str]) -> Any:
    """The commands as typer wants them; those that are not wanted without their parameters."""
    import typer
    from typer import main as typer_main

    settings: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}
    app = typer.Typer(**settings, context_settings=_HELP)
    app.callback()(_everywhere())
    groups = {name: typer.Typer(**settings) for name in GROUPS}
    for name, group in groups.items():
        group.callback()(_nothing)
        app.add_typer(group, name=name)
    for name in COMMANDS:
        first, _, second = name.partition(" ")
        register = groups[first].command if second else app.command
        register(second or first)(_typed(name) if name in wanted else _nothing)
    return typer_main.get_command(app)


_HELP = {"help_option_names": ["--help", "-h"]}


def _nothing() -> None:
    """Stands for a command that was not asked for."""


def _everywhere() -> Any:
    """Takes the options that all commands have; by now they have been heeded already."""
    import typer

    def take(**_: Any) -> None:
        """Nothing is left to do."""

    own = [name for name in GLOBAL_OPTIONS if name != "help"]
    shared = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=typer.Option("" if name == "lang" else False, f"--{name}"),
            annotation=str if name == "lang" else bool,
        )
        for name in own
    ]
    _sign(take, shared)
    return take


def _typed(name: str) -> Any:
    """The command with a signature that typer understands; it gives back what it was given."""
    found = parameters(command(name))

    def collect(**values: Any) -> dict[str, Any]:
        return {
            item.name: tuple(values[item.name] or ()) if item.type is tuple else values[item.name]
            for item in found
        }

    _sign(collect, [_parameter(item) for item in found])
    return collect


def _sign(function: Any, found: list[inspect.Parameter]) -> None:
    function.__signature__ = inspect.Signature(found)
    function.__annotations__ = {item.name: item.annotation for item in found}


def _parameter(item: Parameter) -> inspect.Parameter:
    import typer

    default = ... if item.required else list(item.default) if item.type is tuple else item.default

    def offer(incomplete: str) -> list[str]:
        return [word for word in item.words if word.startswith(incomplete)]

    shared: dict[str, Any] = {"autocompletion": offer, "metavar": item.spec.metavar or None}
    if isinstance(item.spec, Option):
        info = typer.Option(default, item.spec.name, **shared)
    else:
        info = typer.Argument(default, **shared)
    kind = list[str] if item.type is tuple else item.type
    return inspect.Parameter(
        item.name, inspect.Parameter.KEYWORD_ONLY, default=info, annotation=kind
    )


def _misused(error: Any, words: Sequence[str], say: Speech) -> str:
    """Why a command line cannot be understood, what was meant, and where the help is."""
    name = named(words)
    first = words[0] if words else ""
    if not name and not first.startswith("-"):
        text, near = _no_command(words, say)
    else:
        text = _reason(error, say)
        near = _near_option(str(getattr(error, "option_name", "") or ""), name)
    lines = [text]
    if near:
        lines.append(say("problems.near", near=near))
    lines.append(say("usage.help", command=" ".join(("wirctl", *name.split(), "--help"))))
    return "\n".join(lines)


def _no_command(words: Sequence[str], say: Speech) -> tuple[str, str]:
    """That there is no such command, and the one that was probably meant."""
    given = " ".join(words[: 2 if words[0] in GROUPS else 1])
    text = say("usage.no-command", name=given, choices=", ".join(COMMANDS))
    return text, nearest(" ".join(words[:2]), COMMANDS) or nearest(given, (*COMMANDS, *GROUPS))


def _near_option(given: str, name: str) -> str:
    """The option of the command that was probably meant, by its letters alone."""
    found = parameters(command(name)) if name else ()
    own = [item.spec.name for item in found if isinstance(item.spec, Option)]
    known = [option.lstrip("-") for option in (*own, *GLOBAL_OPTIONS)]
    near = nearest(given.lstrip("-"), known) if given else ""
    return f"--{near}" if near and f"--{near}" != given else ""


def _reason(error: Any, say: Speech) -> str:
    """What typer says is wrong, in our words as far as there are any."""
    kind = type(error).__name__
    message = error.format_message()
    extra = _EXTRA.search(message)
    words = {"name": _name(error, say), "extra": extra[1] if extra else "", "message": message}
    known = say.find(f"usage.{kind}") and (kind != "UsageError" or extra)
    return say(f"usage.{kind}" if known else "usage.other", **words)


def _name(error: Any, say: Speech) -> str:
    """The option or argument that an error is about, as the help calls it."""
    parameter = getattr(error, "param", None)
    name = str(getattr(error, "option_name", "") or "")
    if name or parameter is None:
        return name
    if parameter.opts[0].startswith("-"):
        return str(parameter.opts[0])
    shown = parameter.metavar or parameter.name
    return say.find(f"usage.metavars.{shown}") or str(shown)
