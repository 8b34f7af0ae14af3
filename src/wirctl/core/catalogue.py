"""Every message that wirctl can say about a plan, by id, with its words in German and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.core.severity import Severity


@frozen
class Message:
    """What a finding says, and why it matters.

    `de` and `en` are one sentence each with named placeholders (`{measure}`); `help_de` and
    `help_en` say what to write instead. `reason` and `reason_de` say why, for the reference page.
    `good` and `bad` are small YAML documents; in `bad`, the lines at fault end in `# <-`.
    """

    id: str
    severity: Severity
    de: str
    en: str
    help_de: str = ""
    help_en: str = ""
    reason: str = ""
    reason_de: str = ""
    code: str = ""
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    levels: Mapping[str, Severity] = field(default_factory=dict)

    def text(self, language: str, arguments: Mapping[str, object]) -> str:
        """The sentence in German (`de`) or English (anything else)."""
        return _fill(self.de if language == "de" else self.en, arguments)

    def why(self, language: str) -> str:
        """The reason in German (`de`), as far as it is there, or in English."""
        return self.reason_de or self.reason if language == "de" else self.reason

    def help(self, language: str, arguments: Mapping[str, object]) -> str:
        """What to write instead, or the empty text."""
        return _fill(self.help_de if language == "de" else self.help_en, arguments)


class DuplicateMessageError(Exception):
    """Two messages or rules were registered under one id: a bug of ours."""


_messages: dict[str, Message] = {}


def declare(message: Message) -> Message:
    """Enter the message into the catalogue and give it back.

    Raises:
        DuplicateMessageError: another message has this id.
    """
    if message.id in _messages:
        raise DuplicateMessageError(message.id)
    _messages[message.id] = message
    return message


def message(rule: str) -> Message:
    """The message with this id.

    Raises:
        KeyError: there is none.
    """
    return _messages[rule]


def messages() -> Iterator[Message]:
    """Every message that has been declared so far, sorted by id."""
    return iter(sorted(_messages.values(), key=lambda item: item.id))


def placeholders(template: str) -> frozenset[str]:
    """The names in braces.

    >>> sorted(placeholders("{measure} nennt {count} Stellen"))
    ['count', 'measure']
    """
    from string import Formatter

    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def _fill(template: str, arguments: Mapping[str, object]) -> str:
    return template.format_map({name: _word(value) for name, value in arguments.items()})


def _word(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
