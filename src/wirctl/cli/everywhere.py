"""The options that every command has, wherever they stand in the command line."""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Everywhere:
    """What the command line says besides the command. `lang` is `None` where it says nothing.

    A language that lacks its word is the empty text.
    """

    __slots__ = ("help", "lang", "traceback", "version")

    def __init__(self) -> None:
        self.lang: str | None = None
        self.version = self.traceback = self.help = False

    def heed_language(self) -> None:
        """Speak the language that was asked for from here on.

        Raises:
            MisuseError: the language is missing.
            UnknownChoiceError: there are no words in this language.
        """
        if self.lang is None:
            return
        from wirctl.cli.option import MisuseError, UnknownChoiceError
        from wirctl.cli.words import LANGUAGES, speech

        if not self.lang:
            raise MisuseError(speech()("usage.BadOptionUsage", name="--lang"))
        if self.lang not in LANGUAGES:
            raise UnknownChoiceError("--lang", self.lang, LANGUAGES)
        os.environ["WIRCTL_LANG"] = self.lang


_FLAGS = {"--version": "version", "--traceback": "traceback", "--help": "help", "-h": "help"}


def split(words: Sequence[str]) -> tuple[Everywhere, list[str]]:
    """The options for every command, and the other words; what is behind `--` stays there."""
    found = Everywhere()
    rest: list[str] = []
    queue = deque(words)
    while queue:
        word = queue.popleft()
        if word == "--":
            return found, [*rest, word, *queue]
        if word in _FLAGS:
            setattr(found, _FLAGS[word], True)
        elif word.partition("=")[0] == "--lang" and not _has_own_language(rest):
            value = word.partition("=")[2]
            found.lang = value if "=" in word else queue.popleft() if queue else ""
        else:
            rest.append(word)
    return found, rest


def _has_own_language(words: Sequence[str]) -> bool:
    """Whether the command that stands before has an option `--lang` of its own."""
    from wirctl.cli.app import command, named
    from wirctl.cli.option import parameters

    name = named(words)
    return bool(name) and any(item.shown == "--lang" for item in parameters(command(name)))
