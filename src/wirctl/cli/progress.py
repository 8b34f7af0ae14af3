"""A word on stderr for whoever waits longer than a second in front of a screen."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

PATIENCE = 1.0
"""Seconds that nobody has to be told anything."""

_BEAT = 0.2
_SIGNS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


@contextmanager
def waiting(name: str) -> Iterator[None]:
    """Say what is done, with a turning sign, while the block runs, after one second of it.

    `name` leads to the words of the command line. Nothing is shown where stderr is no screen.
    """
    if not sys.stderr.isatty():
        yield
        return
    from threading import Event, Thread

    from wirctl.cli.words import speech

    done = Event()
    sign = Thread(target=_turn, args=(speech()(name), done), daemon=True)
    sign.start()
    try:
        yield
    finally:
        done.set()
        sign.join()


def _turn(text: str, done: Event) -> None:
    """Turn the sign until the work is done, and leave the line as it was."""
    if done.wait(PATIENCE):
        return
    beat = 0
    while True:
        line = f"{_SIGNS[beat % len(_SIGNS)]} {text}"
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()
        beat += 1
        if done.wait(_BEAT):
            break
    sys.stderr.write(f"\r{' ' * len(line)}\r")
    sys.stderr.flush()
