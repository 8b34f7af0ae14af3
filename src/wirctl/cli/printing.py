"""Where output goes: stdout or a file, with colour only where a person looks."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.report.registry import Look

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDE = 110
"""Columns of an output that is no screen."""
_DIGITS = 6
"""More of them than any screen has columns."""


def speak_utf_8() -> None:
    """Let both streams speak UTF-8 in every locale; one that was closed says nothing."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What is waiting to be written goes out first; where it cannot, `put` will say so.
            with suppress(OSError):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def look(language: str, *, to_file: bool = False) -> Look:
    """How to show things on this stdout, or in a file."""
    if to_file:
        return Look(language, width=_WIDE)
    return Look(language, colour=coloured(), width=columns())


def columns() -> int:
    """How wide the screen is: what `COLUMNS` says, else what the screen says."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said[:_DIGITS]):
        return int(said[:_DIGITS])
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _WIDE  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):  # no stream, none of the system's, or closed
        return _WIDE


def coloured() -> bool:
    """Whether stdout is a screen that wants colour; `NO_COLOR` wins over `FORCE_COLOR`."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0", "false"}:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"


def put(lines: Iterable[str], output: str = "") -> None:
    """Write lines to stdout, or whole to a file where one is named."""
    if output:
        from wirctl.edit.files import write_whole

        text = "".join(f"{line}\n" for line in lines)
        write_whole(Path(output), text.encode("utf-8", "backslashreplace"))
        return
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
    except BrokenPipeError:
        mute()


class NoTextError(Problem):
    """A file that is no text has nowhere to go: no name was given, and stdout is a screen."""


def put_file(data: bytes, output: str = "") -> None:
    """Write bytes whole to a file, or to stdout where that leads into a file or a program.

    Raises:
        NoTextError: stdout is a screen.
    """
    if output:
        from wirctl.edit.files import write_whole

        write_whole(Path(output), data)
        return
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None or sys.stdout.isatty():
        raise NoTextError
    try:
        sys.stdout.flush()
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        mute()


def note(text: str) -> None:
    """Say something beside the output, on stderr, as far as somebody reads it."""
    with suppress(BrokenPipeError):
        sys.stderr.write(f"{text}\n")


def flush() -> None:
    """Send what was written; who went away before the end does not hear it, and that is quiet."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        mute()


def mute() -> None:
    """Let nothing more go to stdout: nobody reads it, or it cannot be written."""
    try:
        there = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, there)
    os.close(nowhere)
