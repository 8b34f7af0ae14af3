"""What the exit code says: 0 clean, 1 findings, 2 unusable input, 3 a bug, 130 interrupted."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable


class Exit(IntEnum):
    """The exit codes."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE = 2
    BUG = 3
    INTERRUPTED = 130


def guarded(run: Callable[[], int], *, traceback: bool = False) -> int:
    """The exit code of a run; what goes wrong is said in one line on stderr, never more.

    With `traceback`, what went wrong is raised as it is.
    """
    try:
        code = run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _closed_pipe()
    except Problem as problem:
        if traceback:
            raise
        return _say_problem(problem)
    except OSError as error:
        if traceback:
            raise
        return _say_system(error)
    except Exception as error:
        if traceback:
            raise
        return _say_bug(error)
    return code


def _closed_pipe() -> int:
    """Whoever read the output has gone: nothing to say, and nothing more to write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.CLEAN


def _say_problem(problem: Problem) -> int:
    from wirctl.cli.problem import sentence

    _tell(sentence(problem))
    return Exit.UNUSABLE


def _say_system(error: OSError) -> int:
    from wirctl.cli.words import speech

    _tell(speech()("problems.system", path=error.filename or "", why=error.strerror or str(error)))
    return Exit.UNUSABLE


def _say_bug(error: Exception) -> int:
    import platform

    from wirctl import __version__
    from wirctl.cli.words import speech

    what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    python = platform.python_version()
    _tell(speech()("problems.bug", what=what, version=__version__, python=python))
    return Exit.BUG


def _tell(text: str) -> None:
    from wirctl.report.visible import visible

    sys.stderr.write("\n".join(visible(line) for line in text.rstrip().split("\n")) + "\n")
