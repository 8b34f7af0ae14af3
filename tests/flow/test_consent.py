"""Which changes a rule is about, and what agreement counts for them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from versions import compared, measure
from wirctl.flow.approvals import ApprovalsError, ApprovalState, read_approvals
from wirctl.flow.matter import concerns
from wirctl.model.review_rules import ReviewRule
from wirctl.trail.matters import matters

if TYPE_CHECKING:
    from wirctl.flow.matter import Matter

OLD = measure(
    "title: Lotsen\nfield: HF-BIL\ncosts: [{year: 2023, kind: yearly, amount_eur: 40000}]"
)
DEARER = OLD.replace("40000", "60000")
ELSEWHERE = OLD.replace("HF-BIL", "HF-SOZ")


def about(old: str, new: str) -> tuple[Matter, ...]:
    return matters(compared(old, new))


@pytest.mark.parametrize(
    ("rule", "new"),
    [
        pytest.param(ReviewRule(), DEARER, id="no limits"),
        pytest.param(ReviewRule(fields=("HF-BIL",)), ELSEWHERE, id="field that it leaves"),
        pytest.param(ReviewRule(fields=("HF-SOZ",)), ELSEWHERE, id="field that it comes to"),
        pytest.param(ReviewRule(classes=("substantive",)), DEARER, id="class"),
        pytest.param(ReviewRule(kinds=("measure",)), DEARER, id="kind"),
        pytest.param(ReviewRule(changes=("removed",)), "", id="gone"),
        pytest.param(ReviewRule(changes=("changed",)), DEARER, id="changed"),
        pytest.param(ReviewRule(pointers=("costs",)), DEARER, id="inside a field"),
        pytest.param(ReviewRule(pointers=("costs/*/amount_eur",)), DEARER, id="any item"),
        pytest.param(ReviewRule(pointers=("costs",)), "", id="field that goes with the whole"),
        pytest.param(ReviewRule(above_eur=50000), DEARER, id="amount after"),
        pytest.param(ReviewRule(above_eur=39999), "", id="amount before"),
    ],
)
def test_rule_is_about_a_change(rule: ReviewRule, new: str) -> None:
    assert [concerns(rule, item) for item in about(OLD, new)] == [True]


@pytest.mark.parametrize(
    ("rule", "new"),
    [
        pytest.param(ReviewRule(fields=("HF-SOZ",)), DEARER, id="another field"),
        pytest.param(ReviewRule(classes=("editorial",)), DEARER, id="another class"),
        pytest.param(ReviewRule(kinds=("goal",)), DEARER, id="another kind"),
        pytest.param(ReviewRule(changes=("added", "removed")), DEARER, id="neither came nor went"),
        pytest.param(ReviewRule(pointers=("title",)), DEARER, id="another field of it"),
        pytest.param(ReviewRule(pointers=("costs/*/kind",)), DEARER, id="another of the item"),
        pytest.param(ReviewRule(above_eur=60000), DEARER, id="no higher than the limit"),
        pytest.param(ReviewRule(above_eur=0), ELSEWHERE, id="no amount in the change"),
        pytest.param(
            ReviewRule(pointers=("costs",), classes=("editorial",)), DEARER, id="one of two"
        ),
    ],
)
def test_rule_is_not_about_a_change(rule: ReviewRule, new: str) -> None:
    assert [concerns(rule, item) for item in about(OLD, new)] == [False]


def test_new_element_is_added_with_all_its_amounts() -> None:
    [item] = about("", OLD)
    assert item.events == {"added"}
    assert item.fields == {"HF-BIL"}
    assert item.places["costs", "2023:yearly", "amount_eur"] == Decimal(40000)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("{", "/", id="no JSON"),
        pytest.param("[" * 100_000, "/", id="deep"),
        pytest.param("1", "/", id="no object"),
        pytest.param("{}", "/version", id="no version"),
        pytest.param('{"version": 2, "approvals": []}', "/version", id="another version"),
        pytest.param('{"version": true, "approvals": []}', "/version", id="no number"),
        pytest.param('{"version": 1}', "/approvals", id="no list"),
        pytest.param('{"version": 1, "approvals": [1]}', "/approvals/0", id="no record"),
        pytest.param(
            '{"version": 1, "approvals": [{"login": "a", "body": "B", "state": "approved"}]}',
            "/approvals/0",
            id="two signers",
        ),
        pytest.param(
            '{"version": 1, "approvals": [{"login": "a", "state": "approve"}]}',
            "/approvals/0/state",
            id="unknown state",
        ),
        pytest.param(
            '{"version": 1, "approvals": [{"logn": "a", "state": "approved"}]}',
            "/approvals/0/logn",
            id="unknown key",
        ),
        pytest.param('[{"user": {"login": "a"}, "state": "LGTM"}]', "/0/state", id="of a forge"),
        pytest.param('[{"state": "APPROVED"}]', "/0/user", id="nobody"),
        pytest.param("[[[]]]", "/0/0/state", id="lists in lists in lists"),
    ],
)
def test_broken_approvals_are_refused_with_their_place(text: str, at: str) -> None:
    with pytest.raises(ApprovalsError) as caught:
        read_approvals(text.encode())
    assert caught.value.at == at


def test_reviews_of_forges_are_read_as_they_are() -> None:
    found = read_approvals(
        b'[[{"user": {"login": "a"}, "state": "CHANGES_REQUESTED", "commit_id": "1"}],'
        b' [{"user": {"login": "b"}, "state": "REQUEST_CHANGES", "dismissed": true},'
        b'  {"user": null, "state": "APPROVED"}]]'
    )
    assert [(item.login, item.state, item.commit) for item in found] == [
        ("a", ApprovalState.CHANGES_REQUESTED, "1"),
        ("b", ApprovalState.DISMISSED, ""),
    ]
