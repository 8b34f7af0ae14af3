"""The bridge to typer: help, completion, and every command line that is not plain."""

from __future__ import annotations

import inspect
import os
import sys
from typing import TYPE_CHECKING, Any

from wirctl.cli.app import COMMANDS, GROUPS, command, named
from wirctl.cli.exit import Exit
from wirctl.cli.option import Option, Parameter, check_choices, parameters
from wirctl.cli.words import Speech, speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.cli.option import Command


def run(words: Sequence[str]) -> int:
    """The exit code of this command line."""
    import typer
    from typer import main as typer_main

    say = speech()
    _speak(say)
    completing = any(name.startswith("_WIRCTL_COMPLETE") for name in os.environ)
    app = _app(say, set(COMMANDS) if completing else {named(words)})
    click_command = typer_main.get_command(app)
    try:
        code = click_command.main(list(words), prog_name="wirctl", standalone_mode=False)
    except typer.Exit as leave:
        return leave.exit_code
    except typer.Abort:
        return Exit.INTERRUPTED
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return _misused(error, words, say)
    return code if isinstance(code, int) else Exit.CLEAN


def _app(say: Speech, wanted: set[str]) -> Any:
    import typer

    app = typer.Typer(
        help=say("help.wirctl"),
        rich_markup_mode=None if not sys.stdout.isatty() else "rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_nothing)
    groups = {name: _group(app, name, say) for name in GROUPS}
    for name in COMMANDS:
        function = _typed(name, say) if name in wanted else _nothing
        first, _, second = name.partition(" ")
        key = f"help.{name.replace(' ', '_')}"
        register = groups[first].command if second else app.command
        register(second or first, help=say(f"{key}.text"), short_help=say(f"{key}.short"))(function)
    return app


def _group(app: Any, name: str, say: Speech) -> Any:
    import typer

    group = typer.Typer(help=say(f"help.{name}.text"), no_args_is_help=True)
    group.callback()(_nothing)
    app.add_typer(group, name=name, short_help=say(f"help.{name}.short"))
    return group


def _nothing() -> None:
    """Stands for a command that was not asked for."""


def _typed(name: str, say: Speech) -> Any:
    """The command with a signature that typer understands."""
    function = command(name)
    found = parameters(function)

    def call(**values: Any) -> None:
        import typer

        plain = {
            item.name: tuple(values[item.name] or ()) if item.type is tuple else values[item.name]
            for item in found
        }
        check_choices(function, plain)
        raise typer.Exit(function(**plain))

    signature = [_typer_parameter(function, item, say) for item in found]
    call.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
    call.__annotations__ = {item.name: item.annotation for item in signature}
    return call


def _typer_parameter(function: Command, item: Parameter, say: Speech) -> inspect.Parameter:
    import typer

    spec = item.spec
    choices = list(spec.choices()) if spec.choices is not None else []
    help_text = say(f"help.{function.__name__}.{item.name}")
    default = ... if item.required else list(item.default) if item.type is tuple else item.default
    shared: dict[str, Any] = {"help": help_text, "show_default": bool(item.default)}
    if choices:
        shared["metavar"] = f"[{'|'.join(choices)}]"
        shared["autocompletion"] = _completer(choices)
    elif spec.metavar and item.type is not bool:
        shared["metavar"] = spec.metavar
    if isinstance(spec, Option):
        info = typer.Option(default, spec.name, **shared)
    else:
        info = typer.Argument(default, **shared)
    kind = list[str] if item.type is tuple else item.type
    return inspect.Parameter(
        item.name, inspect.Parameter.KEYWORD_ONLY, default=info, annotation=kind
    )


def _completer(choices: Sequence[str]) -> Any:
    def complete(incomplete: str) -> list[str]:
        return [word for word in choices if word.startswith(incomplete)]

    return complete


def _misused(error: Any, words: Sequence[str], say: Speech) -> int:
    """A command line that cannot be understood, in one or two lines."""
    from wirctl.core.near import nearest

    name = named(words)
    first = words[0] if words else ""
    if not name and not first.startswith("-"):
        given = " ".join(words[: 2 if first in GROUPS else 1])
        text = say("usage.no-command", name=given, choices=", ".join(COMMANDS))
        near = nearest(given, COMMANDS)
    else:
        text = _usage(error, say)
        near = nearest(str(getattr(error, "option_name", "") or ""), _options_of(name))
    lines = [text]
    if near:
        lines.append(say("problems.near", near=near))
    lines.append(say("usage.help", command=" ".join(("wirctl", *name.split(), "--help"))))
    sys.stderr.write("\n".join(lines) + "\n")
    return Exit.UNUSABLE


def _options_of(name: str) -> list[str]:
    if not name:
        return []
    specs = (item.spec for item in parameters(command(name)))
    return [spec.name for spec in specs if isinstance(spec, Option)]


def _usage(error: Any, say: Speech) -> str:
    kind = type(error).__name__
    name = str(getattr(error, "option_name", "") or "")
    parameter = getattr(error, "param", None)
    if not name and parameter is not None:
        name = parameter.make_metavar(error.ctx) if not parameter.opts else parameter.opts[0]
    if say.find(f"usage.{kind}"):
        return say(f"usage.{kind}", name=name, message=error.format_message())
    return say("usage.other", message=error.format_message())


def _speak(say: Speech) -> None:
    """The headings of typer's help in German; they are constants made for changing."""
    if say.language != "de" or not sys.stdout.isatty():
        return
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = say("usage.arguments")
    rich_utils.OPTIONS_PANEL_TITLE = say("usage.options")
    rich_utils.COMMANDS_PANEL_TITLE = say("usage.commands")
