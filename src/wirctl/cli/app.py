"""The command `wirctl`: finds the command that is meant, and nothing else."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from wirctl.cli.exit import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.cli.option import Command

COMMANDS = (
    "init",
    "new",
    "validate",
    "lint",
    "diff",
    "render",
    "round list",
    "round show",
    "status",
    "explain",
    "schema",
)
"""The commands in the order of the help; each is a function of its name in its own module."""

GROUPS = tuple(dict.fromkeys(name.partition(" ")[0] for name in COMMANDS if " " in name))
"""The first words of commands that have two."""

_QUICK = frozenset({"validate"})
_COMPLETION = "_WIRCTL_COMPLETE"


def main() -> None:
    """Run the command line and leave with its exit code."""
    words, traceback = _global_options(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(guarded(lambda: _run(words), traceback=traceback))


def _run(words: Sequence[str]) -> int:
    if words == ["--version"]:
        from wirctl import __version__

        sys.stdout.write(f"wirctl {__version__}\n")
        return 0
    if words and words[0] in _QUICK and _COMPLETION not in os.environ:
        code = _quickly(command(words[0]), words[1:])
        if code is not None:
            return code
    from wirctl.cli.typing import run

    return run(words or ["status"])


def _quickly(function: Command, words: Sequence[str]) -> int | None:
    """The exit code of a plain command line; `None` where typer has to read it."""
    from wirctl.cli.option import check_choices
    from wirctl.cli.plain import parse

    values = parse(function, words)
    if values is None:
        return None
    check_choices(function, values)
    return function(**values)


def command(name: str) -> Command:
    """The function of a command, imported now."""
    word = name.replace(" ", "_")
    function: Command = getattr(import_module(f"wirctl.cli.{word}"), word)
    return function


def named(words: Sequence[str]) -> str:
    """The command that these words begin with, or the empty text."""
    for count in (2, 1):
        name = " ".join(words[:count])
        if name in COMMANDS:
            return name
    return ""


def _global_options(words: list[str]) -> tuple[list[str], bool]:
    """The words without `--lang`, which goes to the environment, and whether to trace back."""
    rest: list[str] = []
    queue = list(words)
    traceback = False
    while queue:
        word = queue.pop(0)
        if word == "--":
            return [*rest, word, *queue], traceback
        if word == "--lang" and queue and rest[:1] != ["render"]:
            os.environ["WIRCTL_LANG"] = queue.pop(0)
        elif word.startswith("--lang=") and rest[:1] != ["render"]:
            os.environ["WIRCTL_LANG"] = word.partition("=")[2]
        elif word == "--traceback":
            traceback = True
        else:
            rest.append(word)
    return rest, traceback
