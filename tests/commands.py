"""Runs `wirctl` as people do: in this process where that will do, else in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from wirctl.cli.app import main

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

RUN = (sys.executable, "-c", "from wirctl.cli.entry import main; main()")
"""The program as a process, found wherever the tests find it."""
PATIENCE = 300
"""Seconds until a process counts as one that hangs, on the slowest machine."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    """The command line in this process."""
    capsys.readouterr()
    code = main(list(words))
    found = capsys.readouterr()
    return Ran(code, found.out, found.err)


def done(*words: str) -> str:
    """What the command line says in this process, for what several tests share: all goes well."""
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        code = main(list(words))
    assert (code, err.getvalue()) == (0, ""), out.getvalue()
    return out.getvalue()


def environment(**more: str) -> dict[str, str]:
    """The environment of a process, with what is said here besides."""
    path = os.pathsep.join(item for item in sys.path if item)
    return {**os.environ, "PYTHONPATH": path, **more}


def process(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> Ran:
    """The command line in a process of its own, in this folder."""
    made = subprocess.run(
        [*RUN, *words],
        cwd=folder,
        env=environment(**(env or {})),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Ran(made.returncode, made.stdout.decode("utf-8"), made.stderr.decode("utf-8"))
