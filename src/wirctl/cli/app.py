"""The command `wirctl`: finds the command that is meant, and nothing else."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from wirctl.cli.everywhere import split
from wirctl.cli.exit import Exit, guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.cli.everywhere import Everywhere
    from wirctl.cli.option import Command

COMMANDS = (
    "init",
    "new",
    "validate",
    "lint",
    "diff",
    "review",
    "render",
    "preview",
    "verify",
    "round list",
    "round show",
    "round open",
    "round submit",
    "round agenda",
    "round decide",
    "round close",
    "round lineage",
    "statement new",
    "statement show",
    "status",
    "history",
    "blame",
    "explain",
    "schema",
    "completion",
)
"""The commands in the order of the help; each is a function of its name in its own module."""

GROUPS = tuple(dict.fromkeys(name.partition(" ")[0] for name in COMMANDS if " " in name))
"""The first words of commands that have two."""

COMPLETION = "_WIRCTL_COMPLETE"
"""The variable by which a shell asks how a line may go on."""


def main(words: Sequence[str] | None = None) -> int:
    """The exit code of a command line: of these words, else of those of the process."""
    from wirctl.cli.printing import speak_utf_8

    speak_utf_8()
    options, rest = split(sys.argv[1:] if words is None else words)
    return guarded(lambda: _run(options, rest), traceback=options.traceback)


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


def _run(options: Everywhere, words: Sequence[str]) -> int:
    options.heed_language()
    if options.version:
        from wirctl import __version__

        sys.stdout.write(f"wirctl {__version__}\n")
        return Exit.CLEAN
    if COMPLETION in os.environ:
        from wirctl.cli.typing import complete

        return complete()
    if options.help or (len(words) == 1 and words[0] in GROUPS):
        return _help(words, wanted=options.help)
    return _call(words or ["status"])


def _help(words: Sequence[str], *, wanted: bool) -> int:
    """Show what there is; on stderr where nobody wanted to know, but something is missing."""
    from wirctl.cli.help import help_lines
    from wirctl.cli.printing import look, note, put
    from wirctl.cli.words import speech

    name = named(words) or next(iter(words), "")
    if name and name not in (*COMMANDS, *GROUPS):
        return _call(words)
    say = speech()
    lines = help_lines(name, say, look(say.language).width)
    if wanted:
        put(lines)
        return Exit.CLEAN
    note("\n".join(lines))
    return Exit.UNUSABLE


def _call(words: Sequence[str]) -> int:
    """Run the command that the words name; they are read quickly where they are plain."""
    from wirctl.cli.option import check_choices, split_choices
    from wirctl.cli.plain import parse

    name = named(words)
    values: dict[str, Any] | None = None
    if name:
        values = parse(command(name), words[len(name.split()) :])
    if values is None:
        from wirctl.cli.typing import read

        values = read(words)
    values = split_choices(command(name), values)
    check_choices(command(name), values)
    return command(name)(**values)
