"""Blocks of a small Markdown text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wirctl.core.blocks import blocks, joined

LINES = st.lists(st.sampled_from(["- a", "  - b", "1. c", "| d |", "> e", "f", "# g", "---", ""]))


def test_items_keep_their_depth() -> None:
    text = "- a\n   - b\n      - c\n   - d\n- e"
    assert list(blocks(text)) == ["- a", "  - b", "    - c", "  - d", "- e"]


def test_number_goes_on_only_in_a_list() -> None:
    assert list(blocks("im Jahr\n2024. Sitzung")) == ["im Jahr 2024. Sitzung"]
    assert list(blocks("3. Sitzung\n4. Sitzung")) == ["3. Sitzung", "4. Sitzung"]


@given(LINES)
def test_blocks_joined_are_read_again(lines: list[str]) -> None:
    found = list(blocks("\n".join(lines)))
    assert list(blocks(joined(found))) == found


@given(LINES)
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = joined(blocks(text))
    assert [letter for letter in found if letter.isalnum()] == [
        letter for letter in text if letter.isalnum()
    ]
