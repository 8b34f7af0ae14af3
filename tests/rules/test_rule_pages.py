"""The reference of rules and messages says what rules and messages say."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wirctl.rules.engine.registry import every_rule

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "rule_pages.py"))


def pages() -> Mapping[str, str]:
    """File name to text of every page; made once, when a test asks."""
    made: Mapping[str, str] = SCRIPT["pages"]()
    return made


@pytest.mark.slow
def test_pages_are_up_to_date_and_none_is_left_over() -> None:
    assert SCRIPT["stale"](ROOT / "docs" / "rules") == []


@pytest.mark.slow
def test_every_rule_and_message_has_a_page_and_a_line_in_the_index() -> None:
    messages = [item.id for group in SCRIPT["message_groups"]().values() for item in group]
    names = {f"{name}.md" for name in [*every_rule(), *messages]}
    assert names <= pages().keys()
    linked = {name for name in pages() if f"]({name})" in pages()["README.md"]}
    assert pages().keys() - linked == {"README.md"}


def test_every_rule_stands_in_one_group() -> None:
    grouped = [rule.id for rules in SCRIPT["rule_groups"]().values() for rule in rules]
    assert sorted(grouped) == list(every_rule())


def test_page_says_why_what_to_do_and_how_to_allow_it() -> None:
    page = pages()["measure-without-goal.md"]
    headings = [line for line in page.splitlines() if line.startswith("#") and ".yaml" not in line]
    assert headings == [
        "# measure-without-goal",
        "## Warum",
        "## Was zu tun ist",
        "## Stufe nach dem Stand",
        "## Beispiele",
        "## Ausnahme",
    ]
    assert "> Maßnahme M-BIL-01 nennt kein Ziel, dem sie dient.\n" in page
    assert "| entworfen | Hinweis |\n| angenommen | Warnung |\n| beschlossen | Warnung |\n" in page
    assert "allow:\n  - rule: measure-without-goal\n" in page


def test_stars_of_a_text_stay_stars() -> None:
    assert r"> Expert\*innengruppe G-EG-BIL gehört" in pages()["expert-group-without-field.md"]


def test_hidden_characters_of_examples_are_written_out() -> None:
    assert r"\u202e" in pages()["bidi-control.md"]
    assert not [name for name, text in pages().items() if "\u202e" in text or "\x02" in text]


def test_page_that_is_old_or_left_over_is_found_and_mended(tmp_path: Path) -> None:
    SCRIPT["write"](tmp_path)
    (tmp_path / "mail-address.md").write_text("alt", encoding="utf-8")
    (tmp_path / "no-such-rule.md").write_text("übrig", encoding="utf-8")
    (tmp_path / "README.md").unlink()
    assert SCRIPT["stale"](tmp_path) == ["README.md", "mail-address.md", "no-such-rule.md"]
    SCRIPT["write"](tmp_path)
    assert SCRIPT["stale"](tmp_path) == []
    assert {path.name for path in tmp_path.iterdir()} == pages().keys()


def test_check_writes_nothing_and_says_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert SCRIPT["main"](["--check"]) == 0
    assert capsys.readouterr().out == ""
