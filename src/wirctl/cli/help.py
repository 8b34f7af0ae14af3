"""The help of every command, in the reader's language, made from what the commands take."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from wirctl.cli.option import Option, parameters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.cli.option import Parameter
    from wirctl.cli.words import Speech

GLOBAL_OPTIONS = ("lang", "version", "traceback", "help")
"""What may stand anywhere in a command line, by the key of its words."""

MOST_CHOICES = 20
"""Where there are more, the words of the parameter say who lists them."""

_COLUMN = 26
_NARROWEST = 60
_WIDEST = 100


def help_lines(name: str, say: Speech, width: int) -> Iterator[str]:
    """The help of a command by its name, of a group by its first word, or of all together."""
    from wirctl.cli.app import COMMANDS, command

    page = _Page(say, max(_NARROWEST, min(width, _WIDEST)))
    found = parameters(command(name)) if name in COMMANDS else ()
    below = [] if name in COMMANDS else [item for item in COMMANDS if _is_below(item, name)]
    yield from page.usage(name, found, has_more=bool(below))
    yield ""
    yield from page.text(_key(name) or "wirctl")
    titles = ((item.removeprefix(f"{name} "), f"help.{_key(item)}.short") for item in below)
    yield from page.table("commands", ((title, say(key)) for title, key in titles))
    yield from page.parameters(name, found)


def _is_below(item: str, group: str) -> bool:
    """Whether the command is one of this group; every command is one of the empty group."""
    return not group or item.startswith(f"{group} ")


def _key(name: str) -> str:
    return name.replace(" ", "_")


class _Page:
    """How help is written in one language and width."""

    def __init__(self, say: Speech, width: int) -> None:
        self.say = say
        self.width = width

    def usage(self, name: str, found: Sequence[Parameter], *, has_more: bool) -> Iterator[str]:
        """How the command line is built; one that `has_more` goes on with a command."""
        options = self.say("usage.metavars.OPTIONS")
        parts = [f"[{options}]", *(self._argument(item) for item in found if not _is_option(item))]
        if has_more:
            parts.append(self.say("usage.metavars.COMMAND"))
        line = " ".join(("wirctl", *name.split(), *parts))
        yield f"{self.say('usage.usage')}: {line}"

    def text(self, key: str) -> Iterator[str]:
        """What the command does, and an example on a line of its own, to be copied."""
        for paragraph in self.say(f"help.{key}.text").strip().split("\n\n"):
            line = " ".join(paragraph.split())
            yield from wrap(line, self.width, initial_indent="  ", subsequent_indent="  ")
        example = self.say.find(f"help.{key}.example")
        if example:
            yield ""
            yield f"  {self.say('usage.example')}: {example}"

    def parameters(self, name: str, found: Sequence[Parameter]) -> Iterator[str]:
        """The arguments and options with what they mean, last the options of every command."""
        key = _key(name)
        arguments = [item for item in found if not _is_option(item)]
        rows = [(self._metavar(item), self._meaning(key, item)) for item in arguments]
        yield from self.table("arguments", rows)
        options = [item for item in found if _is_option(item)]
        own = [(self._option(item), self._meaning(key, item)) for item in options]
        taken = {item.name for item in options}
        shared = [
            (self._global(item), self.say(f"usage.everywhere.{item}"))
            for item in GLOBAL_OPTIONS
            if item not in taken
        ]
        yield from self.table("options", (*own, *shared))

    def table(self, title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Names to the left, meanings to the right, below a heading; nothing without rows."""
        rows = tuple(rows)
        if rows:
            yield ""
            yield f"{self.say(f'usage.{title}')}:"
        for name, meaning in rows:
            lines = wrap(meaning, self.width - _COLUMN, break_on_hyphens=False)
            first = f"  {name}"
            if len(first) >= _COLUMN - 1:
                yield first
                first = ""
            for line in lines:
                yield f"{first:<{_COLUMN}}{line}".rstrip()
                first = ""

    def _argument(self, item: Parameter) -> str:
        shown = self._metavar(item)
        if item.required:
            return shown
        return f"[{shown}]…" if item.type is tuple else f"[{shown}]"

    def _option(self, item: Parameter) -> str:
        return f"{item.shown} {self._metavar(item)}".rstrip()

    def _metavar(self, item: Parameter) -> str:
        if item.type is bool:
            return ""
        name = item.spec.metavar or item.name.upper()
        return self.say.find(f"usage.metavars.{name}") or name

    def _meaning(self, key: str, item: Parameter) -> str:
        """What the parameter means, what it takes, and what it is without being given."""
        notes = []
        choices = tuple(item.spec.choices()) if item.spec.choices is not None else ()
        if 0 < len(choices) <= MOST_CHOICES:
            notes.append(self.say("usage.choices", choices=", ".join(choices)))
        if item.required:
            notes.append(self.say("usage.required"))
        elif item.default and item.default is not True:
            shown = ", ".join(item.default) if isinstance(item.default, tuple) else item.default
            notes.append(self.say("usage.default", value=shown))
        meaning = self.say.find(f"help.{key}.{item.name}") or self.say(f"help.shared.{item.name}")
        return f"{meaning} ({'; '.join(notes)})" if notes else meaning

    def _global(self, name: str) -> str:
        return "--lang de|en" if name == "lang" else "-h, --help" if name == "help" else f"--{name}"


def _is_option(item: Parameter) -> bool:
    return isinstance(item.spec, Option)
