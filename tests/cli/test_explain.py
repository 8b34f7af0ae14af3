"""What `wirctl explain` knows of everything that can be said about a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.cli.explain import every_message

if TYPE_CHECKING:
    from wirctl.core.catalogue import Message

EVERY = [pytest.param(item, id=item.id) for item in every_message().values()]


@pytest.mark.parametrize("item", EVERY)
def test_each_message_says_why_in_both_languages(item: Message) -> None:
    german, english = item.why("de"), item.why("en")
    assert german.endswith((".", "?"))
    assert english.endswith((".", "?"))
    assert german != english
