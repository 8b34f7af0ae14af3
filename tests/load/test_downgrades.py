"""Downgrades: about a field that there is, declared by somebody who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]

PLAN = {
    "bodies/G-LG.yaml": "id: G-LG\ntitle: Lenkungsgruppe\nkind: steering_group\n",
    "goals/Z-BIL-1.yaml": "id: Z-BIL-1\ntitle: T\nfield: HF-BIL\n",
    "fields/HF-BIL.yaml": "id: HF-BIL\ntitle: Bildung\norder: 1\n",
    "review.yaml": "id: FREIGABE\ntitle: F\nroles: [{id: redaktion, title: Redaktion}]\n",
}
SOUND = {"item": "Z-BIL-1", "pointer": "title", "reason": "Tippfehler.", "by": "G-LG"}


def declared(**other: str) -> dict[str, str]:
    entry = "\n    ".join(f"{name}: {text}" for name, text in {**SOUND, **other}.items())
    head = "id: LG-2021\ntitle: T\nbody: G-LG\ndate: '2021'\n"
    return {**PLAN, "rounds/LG-2021.yaml": f"{head}downgrades:\n  - {entry}\n"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({}, id="body"),
        pytest.param({"by": "redaktion"}, id="role of the review rules"),
        pytest.param({"pointer": "sources/Z1/title"}, id="place in a list"),
    ],
)
def test_sound_downgrade_is_no_finding(found: Found, other: dict[str, str]) -> None:
    assert found(declared(**other)) == []


@pytest.mark.parametrize(
    ("other", "rule", "line"),
    [
        pytest.param({"item": "Z-BIL-9"}, "unknown-reference", 6, id="unknown item"),
        pytest.param({"pointer": "titel"}, "downgrade-of-no-field", 7, id="no field"),
        pytest.param({"pointer": "title/a"}, "downgrade-of-no-field", 7, id="below a text"),
        pytest.param({"reason": "' '"}, "downgrade-without-reason", 8, id="blank reason"),
        pytest.param({"by": "G-XY"}, "downgrade-by-nobody", 9, id="unknown body"),
        pytest.param({"by": "chef"}, "downgrade-by-nobody", 9, id="unknown role"),
    ],
)
def test_downgrade_that_cannot_count_is_one_finding(
    found: Found, other: dict[str, str], rule: str, line: int
) -> None:
    assert [(item[1], item[2]) for item in found(declared(**other))] == [(rule, line)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"by": "Erika Beispiel"}, id="person"),
        pytest.param({"reason": "''"}, id="empty reason"),
        pytest.param({"pointer": "''"}, id="empty place"),
    ],
)
def test_what_the_schema_refuses_is_one_finding(found: Found, other: dict[str, str]) -> None:
    assert len(found(declared(**other))) == 1


def test_roles_that_cannot_be_read_make_nobody_unknown(found: Found) -> None:
    broken = {**declared(by="redaktion"), "review.yaml": "id: FREIGABE\ntitle: F\nroles: 3\n"}
    assert "downgrade-by-nobody" not in [item[1] for item in found(broken)]
