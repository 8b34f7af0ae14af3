"""Closed versions are compared once: what news tell of them afterwards is the same."""

from __future__ import annotations

import json
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from replay import replay
from wirctl.core.change import Change, Ground, Weight
from wirctl.core.diagnostic import Subject
from wirctl.diff.compare import compare
from wirctl.history.version import Versions
from wirctl.render.compared import Compared, news

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from wirctl.core.value import Record
    from wirctl.source.tree import Tree

TITLE = Change(
    "changed",
    Subject("measures/M-1.yaml", "measure", "M-1"),
    ("costs", ""),
    old={"amount_eur": 1.5, "years": [2021, None]},
    new="Jugend \udcff",
    weight=Weight.EDITORIAL,
    arguments=(("from", "1"), ("to", "2")),
)


def never() -> Iterable[Change]:
    raise AssertionError("compared again")


def again(compared: Compared) -> Compared:
    """What is left of it when the program starts the next time."""
    said: Record = json.loads(json.dumps(compared.record()))
    return Compared(said)


def test_versions_are_compared_once_and_never_again_by_a_later_run() -> None:
    first = Compared()
    assert first.changes("a b", lambda: [TITLE]) == (TITLE,)
    assert first.changes("a b", never) == (TITLE,)
    assert first.is_new
    later = again(first)
    assert later.changes("a b", never) == (TITLE,)
    assert not later.is_new


def test_versions_between_which_nothing_changed_are_not_compared_again_either() -> None:
    first = Compared()
    assert first.changes("a b", tuple) == ()
    assert again(first).changes("a b", never) == ()


def test_other_versions_are_compared_anew() -> None:
    later = again(_knowing("a b"))
    assert later.changes("a c", list) == ()
    assert later.is_new


def test_only_what_this_run_asked_for_is_kept() -> None:
    later = again(_knowing("a b"))
    later.changes("b c", tuple)
    assert later.record().keys() == {"b c"}


def test_news_leave_out_changes_of_form_and_the_reasons_of_weights() -> None:
    form = Change("rewritten", TITLE.subject, weight=Weight.FORM)
    weighed = Change("changed", TITLE.subject, ground=Ground("figure"), was_at=("note",))
    assert news([form, weighed]) == (Change("changed", TITLE.subject),)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(None, id="nothing"),
        pytest.param(7, id="a number"),
        pytest.param([[]], id="an empty line"),
        pytest.param([[["changed", "heavy", "", "", ""], [], 1, 2, []]], id="no such weight"),
        pytest.param([[["changed", "form"], [], 1, 2, []]], id="no subject"),
    ],
)
def test_what_cannot_be_read_is_compared_anew(line: object) -> None:
    broken: Record = json.loads(json.dumps({"a b": line}))
    assert Compared(broken).changes("a b", lambda: [TITLE]) == (TITLE,)


def test_news_of_the_real_rounds_are_the_same_from_memory(tmp_path: Path) -> None:
    replay(tmp_path)
    with Versions(tmp_path / "plan") as versions:
        trees = [versions.at(item).tree for item in versions.rounds]
        compared = Compared()
        fresh = [
            compared.changes(str(place), partial(_changes, old, new))
            for place, (old, new) in enumerate(pairwise(trees))
        ]
    later = again(compared)
    assert any(fresh)
    assert [later.changes(str(place), never) for place in range(len(fresh))] == fresh


def _changes(old: Tree, new: Tree) -> Iterable[Change]:
    return compare(old, new).singles


def _knowing(key: str) -> Compared:
    compared = Compared()
    compared.changes(key, lambda: [TITLE])
    return compared
