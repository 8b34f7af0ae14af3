"""A word on stderr for whoever waits longer than a second in front of a screen."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 1.0
_BEAT = 0.2
_SIGNS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Show the text with a turning sign while the block runs, after one second of it.

    Nothing is shown where stderr is no screen.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    sign = Thread(target=_turn, args=(text, done), daemon=True)
    sign.start()
    try:
        yield
    finally:
        done.set()
        sign.join()


def _turn(text: str, done: Event) -> None:
    if done.wait(_PATIENCE):
        return
    beat = 0
    while not done.wait(_BEAT):
        sys.stderr.write(f"\r{_SIGNS[beat % len(_SIGNS)]} {text}")
        sys.stderr.flush()
        beat += 1
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()
