"""What the exit code says: 0 clean, 1 findings, 2 unusable input, 3 a bug, 130 interrupted."""

from __future__ import annotations

import sys
from contextlib import suppress
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
    """The exit code of a run; what goes wrong is said in a few words on stderr, never more.

    With `traceback`, stderr gets the place in the program as well.
    """
    from wirctl.cli.printing import flush, mute

    try:
        code = run()
        flush()
    except KeyboardInterrupt:
        mute()
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _say(error, traceback=traceback)
    return code


def _say(error: Exception, *, traceback: bool) -> int:
    """Say what went wrong, as far as there is somebody who reads it."""
    from wirctl.cli.printing import flush, mute

    code, text = _told(error)
    with suppress(OSError):
        if traceback:
            from traceback import print_exception

            print_exception(error)
        _tell(text)
    try:
        flush()
    except OSError:
        mute()
    return code


def _told(error: Exception) -> tuple[Exit, str]:
    """The exit code and the words for what went wrong."""
    if isinstance(error, Problem):
        from wirctl.cli.problem import sentence

        try:
            return Exit.UNUSABLE, sentence(error)
        except KeyError:  # a problem without words is a bug, and no reason for a traceback
            return Exit.BUG, _bug(error)
    if isinstance(error, OSError):
        return Exit.UNUSABLE, _refused(error)
    return Exit.BUG, _bug(error)


def _refused(error: OSError) -> str:
    """What the operating system did not do; in its own words where we have none."""
    from errno import errorcode

    from wirctl.cli.words import speech

    say = speech()
    name = f"problems.system.{errorcode.get(error.errno or 0, 'other')}"
    why = error.strerror or type(error).__name__
    where = str(error.filename or say("problems.stdout"))
    return say(name if say.find(name) else "problems.system.other", path=where, why=why)


def _bug(error: Exception) -> str:
    import platform

    from wirctl import __version__
    from wirctl.cli.words import speech

    what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    python = platform.python_version()
    return speech()("problems.bug", what=what, version=__version__, python=python)


def _tell(text: str) -> None:
    from wirctl.report.visible import visible

    sys.stderr.write("".join(f"{visible(line)}\n" for line in text.rstrip().split("\n")))
    sys.stderr.flush()
