"""Links in texts lead somewhere; `validate` says it before anything is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from small_plan import PLAN
from wirctl.load.text_links import LONGEST, leads, targets
from wirctl.render.prose import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]

PATH = "guidelines/L-1.yaml"
HEAD = "id: L-1\ntitle: Offene Stadt\n"
OTHER = {"guidelines/L-2.yaml": "id: L-2\ntitle: Teilhabe\n"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Siehe [dort](guideline:L-2).", None, id="an element"),
        pytest.param("Siehe [hier](guideline:L-1).", None, id="the element itself"),
        pytest.param("Siehe [dort](https://example.org/a_(b)).", None, id="the web"),
        pytest.param("Siehe [dort](guideline:L-9).", (4, 16), id="no element"),
        pytest.param("Siehe [dort](goal:L-2).", (4, 16), id="an element of another kind"),
        pytest.param("Siehe [dort](leitlinie:L-2).", (4, 16), id="no kind"),
        pytest.param("Siehe [dort](L-2).", (4, 16), id="no kind named"),
        pytest.param("Siehe [dort](javascript:alert(1)).", (4, 16), id="a script"),
        pytest.param("Siehe [dort](../x.html).", (4, 16), id="a path"),
        pytest.param("Siehe [dort](mailto:a@example.org).", (4, 16), id="an address of mail"),
        pytest.param("Siehe [dort]()", (3, 7), id="nothing"),
        pytest.param("Siehe [dort] (guideline:L-9).", None, id="no link"),
        pytest.param(r"Siehe \[dort](guideline:L-9).", None, id="an escaped one"),
        pytest.param("Schüler*innen und [Anlage 1](https://example.org)", None, id="with a star"),
    ],
)
def test_link_in_a_text_has_to_lead_somewhere(
    found: Found, text: str, place: tuple[int, int] | None
) -> None:
    expected = [(PATH, "link-not-possible", *place)] if place else []
    assert found({**OTHER, PATH: f"{HEAD}text: >-\n  {text}\n"}) == expected


def test_each_text_and_target_is_told_once(found: Found) -> None:
    text = '"[a](goal:Z-1) [b](goal:Z-1) [c](goal:Z-2)"'
    files = {PATH: f"{HEAD}text: {text}\n"}
    assert found(files) == [
        (PATH, "link-not-possible", 3, 12),
        (PATH, "link-not-possible", 3, 40),
    ]


def test_link_to_a_file_that_cannot_be_read_is_not_dead(found: Found) -> None:
    files = {"goals/Z-1.yaml": "id: [\n", PATH: f"{HEAD}text: '[a](goal:Z-1)'\n"}
    assert {item[0] for item in found(files)} == {"goals/Z-1.yaml"}


def test_what_is_no_text_with_markup_has_no_links(found: Found) -> None:
    title = "title: 'Ein [Titel](goal:Z-9)'\n"
    assert found({PATH: f"id: L-1\n{title}"}) == []


def test_links_stand_at_any_depth(found: Found) -> None:
    note = "withdrawn:\n  reason: Siehe [dort](guideline:L-9)\n"
    assert found({PATH: f"{HEAD}{note}"}) == [(PATH, "link-not-possible", 4, 24)]


def test_one_file_gives_a_limited_number_of_findings(found: Found) -> None:
    links = " ".join(f"[a](goal:Z-{number})" for number in range(500))
    assert len(found({PATH: f"{HEAD}text: '{links}'\n"})) == 100


def test_text_that_is_too_long_for_markup_has_no_links() -> None:
    assert list(targets("[a](b)" + "x" * LONGEST)) == []


@given(
    st.lists(st.sampled_from(["[a](goal:Z-1)", "[b](", "](", "*", "**", "\n\n", "- ", "\\", "x"]))
)
def test_documents_find_the_same_links(parts: list[str]) -> None:
    text = "".join(parts)

    def nobody(_: str, __: str) -> bool:
        return False

    dead = [item for item in targets(text) if not leads(item, nobody)]
    assert list(parse(text, nobody).faults) == dead


def test_plan_with_a_dead_link_is_refused_before_it_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "guidelines").mkdir()
    (tmp_path / "plan.yaml").write_text(PLAN)
    (tmp_path / PATH).write_text(f"{HEAD}text: '[a](goal:Z-1)'\n")
    for words in (["validate"], ["render", "json", "--output", str(tmp_path / "out")]):
        ran = run(capsys, *words, "--plan", str(tmp_path))
        assert ran.code == (1 if words == ["validate"] else 2)
        assert ("link-not-possible" in ran.out) is (words == ["validate"])
    assert not (tmp_path / "out").exists()
