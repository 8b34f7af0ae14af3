"""Where output goes: stdout or a file, with colour only where a person looks."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.report.registry import Look

if TYPE_CHECKING:
    from collections.abc import Iterable


_WIDE = 110
"""Columns of an output that is no screen."""


def look(language: str) -> Look:
    """How to show things on this stdout."""
    width = shutil.get_terminal_size((_WIDE, 24)).columns
    return Look(language, colour=coloured(), width=width)


def coloured() -> bool:
    """Whether stdout is a screen that wants colour; `NO_COLOR` wins."""
    if os.environ.get("NO_COLOR"):
        return False
    return sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"


def put(lines: Iterable[str], output: str = "") -> None:
    """Write lines to stdout, or whole to a file where one is named."""
    if output:
        from wirctl.edit.files import write_whole

        write_whole(Path(output), "".join(f"{line}\n" for line in lines).encode("utf-8"))
        return
    for line in lines:
        sys.stdout.write(f"{line}\n")


def note(text: str) -> None:
    """Say something beside the output, on stderr."""
    sys.stderr.write(f"{text}\n")
