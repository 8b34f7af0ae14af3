"""Where elements come from and where they went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.load import Loaded

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]
    Load = Callable[[Mapping[str, str | None]], Loaded]

LIVE = "id: {}\ntitle: T\n"
GONE = "id: {}\ntitle: T\nwithdrawn:\n  reason: In anderen enthalten\n{}"


def plan(**texts: str) -> dict[str, str]:
    """Themes by number: their lineage, or a whole text where it begins with `id`."""
    return {
        f"themes/Q-{name[1:]}.yaml": text
        if text.startswith("id")
        else LIVE.format(f"Q-{name[1:]}") + text
        for name, text in texts.items()
    }


def gone(name: str, *successors: str) -> str:
    to = f"  to: [{', '.join(successors)}]\n" if successors else ""
    return GONE.format(name, to)


def comes(kind: str, *origins: str) -> str:
    return f"lineage:\n  - kind: {kind}\n    from: [{', '.join(origins)}]\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(plan(q1=gone("Q-1", "Q-2"), q2=comes("renamed", "Q-1")), [], id="renamed"),
        pytest.param(plan(q1=gone("Q-1"), q2=comes("moved", "Q-1")), [], id="told once is enough"),
        pytest.param(plan(q1=gone("Q-1", "Q-2"), q2=""), [], id="absorbed by what was there"),
        pytest.param(
            plan(q1=gone("Q-1", "Q-2", "Q-3"), q2=comes("split", "Q-1"), q3=comes("split", "Q-1")),
            [],
            id="split in two",
        ),
        pytest.param(
            plan(q1="", q2=comes("split", "Q-1"), q3=comes("split", "Q-1")),
            [],
            id="two parts split off what remains",
        ),
        pytest.param(
            plan(q1=gone("Q-1", "Q-3"), q2=gone("Q-2", "Q-3"), q3=comes("merged", "Q-1", "Q-2")),
            [],
            id="merged",
        ),
        pytest.param(plan(q1=comes("carried_over", "LIP-7")), [], id="from an earlier plan"),
        pytest.param(
            plan(q1=gone("Q-1"), q2=comes("renamed", "Q-1"), q3=comes("replaced", "Q-1")),
            [],
            id="two that take the place of one",
        ),
        pytest.param(
            plan(q1=comes("renamed", "Q-9")),
            [("themes/Q-1.yaml", "unknown-origin", 5, 12)],
            id="origin that never was",
        ),
        pytest.param(
            plan(q1=gone("Q-1"), q2=comes("merged", "Q-1", "Q-9")),
            [("themes/Q-2.yaml", "unknown-origin", 5, 17)],
            id="one of two origins that never was",
        ),
        pytest.param(
            plan(q1="", q2=comes("renamed", "Q-1")),
            [("themes/Q-2.yaml", "origin-not-withdrawn", 5, 12)],
            id="renamed from what still holds",
        ),
        pytest.param(
            plan(q1=gone("Q-1"), q2=comes("split", "Q-1")),
            [("themes/Q-2.yaml", "split-without-sibling", 4, 5)],
            id="split in one",
        ),
        pytest.param(
            plan(q1=gone("Q-1"), q2=gone("Q-2"), q3=comes("split", "Q-1", "Q-2")),
            [("themes/Q-3.yaml", "split-from-several", 5, 11)],
            id="split from two",
        ),
        pytest.param(
            plan(q1=comes("split")),
            [("themes/Q-1.yaml", "split-from-several", 5, 11)],
            id="split from nothing",
        ),
        pytest.param(
            plan(q1=gone("Q-1"), q2=comes("merged", "Q-1")),
            [("themes/Q-2.yaml", "merge-of-one", 5, 11)],
            id="merger of one",
        ),
        pytest.param(
            plan(q1=comes("renamed", "Q-1")),
            [("themes/Q-1.yaml", "lineage-cycle", 4, 3)],
            id="from itself",
        ),
        pytest.param(
            plan(
                q3=gone("Q-3") + comes("renamed", "Q-2"),
                q2=gone("Q-2") + comes("renamed", "Q-1"),
                q1=gone("Q-1") + comes("renamed", "Q-3"),
                q4=comes("renamed", "Q-3"),
            ),
            [("themes/Q-1.yaml", "lineage-cycle", 6, 3)],
            id="in a circle of three, told once, and not by who comes from it",
        ),
        pytest.param(
            plan(q1=gone("Q-1", "Q-2"), q2=comes("split", "Q-1"), q3=comes("split", "Q-1")),
            [("themes/Q-1.yaml", "successor-not-named", 5, 7)],
            id="a part that the tombstone forgets",
        ),
        pytest.param(
            plan(q1=comes("born", "Q-9")),
            [("themes/Q-1.yaml", "value-not-listed", 4, 11)],
            id="a kind that is none, and nothing follows from it",
        ),
        pytest.param(
            plan(q1=comes("renamed", "nichts da")),
            [("themes/Q-1.yaml", "wrong-form", 5, 12)],
            id="what is no id",
        ),
    ],
)
def test_lineage(
    found: Found, files: dict[str, str], expected: list[tuple[str, str, int, int]]
) -> None:
    assert found(files) == expected


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "- 1\n",
        "id: Q-1\ntitle: [T\nwithdrawn: {reason: Weg}\n",
        "id: Q-1\ntitle: T\nwithdrawn: ja\n",
    ],
)
def test_broken_origin_brings_no_finding_on_what_comes_from_it(found: Found, broken: str) -> None:
    files = {"themes/Q-1.yaml": broken, **plan(q2=comes("renamed", "Q-1"))}
    assert {item[0] for item in found(files)} == {"themes/Q-1.yaml"}


def test_file_in_no_folder_may_be_an_origin(found: Found) -> None:
    files = {"alt/Q-1.yaml": gone("Q-1"), **plan(q2=comes("renamed", "Q-1"))}
    assert [item[:2] for item in found(files)] == [("alt/Q-1.yaml", "unknown-folder")]


def test_circle_shows_its_way(loaded: Load) -> None:
    texts = {
        f"q{number}": gone(f"Q-{number}") + comes("renamed", f"Q-{number % 9 + 1}")
        for number in range(1, 10)
    }
    (finding,) = loaded(plan(**texts)).diagnostics
    assert dict(finding.arguments) == {
        "id": "Q-1",
        "path": "Q-1 ← Q-2 ← Q-3 ← Q-4 ← Q-5 ← … ← Q-1",
    }


def test_unknown_origin_offers_what_was_meant(loaded: Load) -> None:
    texts = plan(q10=gone("Q-10"), q11=comes("renamed", "Q-010"))
    (finding,) = loaded(texts).diagnostics
    assert dict(finding.arguments)["hint_de"] == "Gemeint ist wohl Q-10. "


@pytest.mark.slow
def test_long_chain_of_origins_is_followed_to_its_end(found: Found) -> None:
    texts = {
        f"q{number}": gone(f"Q-{number}")
        + (comes("renamed", f"Q-{number - 1}") if number > 1 else "")
        for number in range(1, 1501)
    }
    assert found(plan(**texts)) == []
