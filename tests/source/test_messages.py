"""The examples of the reader's messages are true: they are read, and found at the marked lines."""

from __future__ import annotations

import re

import pytest

from wirctl.core.catalogue import Message, placeholders
from wirctl.core.severity import Severity
from wirctl.source import messages
from wirctl.source.document import read

MODULES = [getattr(messages, name) for name in messages.__all__]
FOUND = {
    item.id: item
    for module in MODULES
    for item in vars(module).values()
    if isinstance(item, Message)
}
MESSAGES = [FOUND[name] for name in sorted(FOUND)]
FILES = {item.id for item in vars(messages.files).values() if isinstance(item, Message)}
# What only shows in large or endless files has no small example.
WITHOUT_EXAMPLE = FILES | {
    "key-too-long", "nested-too-deep", "too-many-values", "too-many-faults",
}  # fmt: skip
MARK = re.compile(r"[ \t]*# <-$")

BAD = [
    pytest.param(item, text, id=f"{item.id} {place}")
    for item in MESSAGES
    for place, text in enumerate(item.bad)
]
GOOD = [
    pytest.param(item, text, id=f"{item.id} {place}")
    for item in MESSAGES
    for place, text in enumerate(item.good)
]


def test_every_message_has_examples() -> None:
    without = {item.id for item in MESSAGES if not item.bad or not item.good}
    assert without == WITHOUT_EXAMPLE


@pytest.mark.parametrize(("item", "text"), BAD)
def test_bad_example_is_found_at_its_marks(item: Message, text: str) -> None:
    lines = text.split("\n")
    marked = [number for number, line in enumerate(lines, 1) if MARK.search(line)]
    plain = "\n".join(MARK.sub("", line) for line in lines)
    faults = read("x.yaml", plain.encode()).faults
    assert [(fault.rule, fault.span.line) for fault in faults] == [(item.id, n) for n in marked]


@pytest.mark.parametrize(("item", "text"), GOOD)
def test_good_example_is_fine(item: Message, text: str) -> None:
    assert [fault.rule for fault in read("x.yaml", text.encode()).faults] == []
    assert item.good


@pytest.mark.parametrize("item", [pytest.param(item, id=item.id) for item in MESSAGES])
def test_both_languages_say_the_same_words(item: Message) -> None:
    def neutral(template: str) -> set[str]:
        return {name.removesuffix("_de").removesuffix("_en") for name in placeholders(template)}

    assert neutral(item.de) == neutral(item.en)
    assert neutral(item.help_de) == neutral(item.help_en)
    assert item.help_de
    assert item.reason.endswith(".")
    assert item.severity in {Severity.ERROR, Severity.WARNING, Severity.NOTE}
