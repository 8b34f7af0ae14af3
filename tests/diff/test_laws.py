"""What holds for any two versions of any plan."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from applying import applied
from generated import pairs, plain, styled
from small_plan import KINDS
from versions import ROUNDS, between
from wirctl.core.pointer import show
from wirctl.diff.compare import compare
from wirctl.diff.registry import every_kind
from wirctl.schema.canonical import canonical_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hypothesis.strategies import DataObject

    from generated import Records
    from versions import MemoryTree
    from wirctl.core.change import Change
    from wirctl.diff.compare import Comparison
    from wirctl.schema.field import Field

MIRRORS = {kind.id: kind.mirror for kind in every_kind().values()}


def meanings(tree: MemoryTree | Records) -> dict[str, object]:
    """Path to what the element means."""
    found = tree if isinstance(tree, dict) else {}
    return {path: canonical_record(record, _kind_fields(path)) for path, record in found.items()}


def _kind_fields(path: str) -> Mapping[str, Field]:
    kind = KINDS.place(path).kind
    return kind.fields if kind is not None else {}


def by_id(records: Records) -> dict[str, dict[str, object]]:
    return {str(record["id"]): dict(record) for record in records.values()}


def seen(change: Change) -> str:
    """A change without its kind: where, of what weight, from what to what."""
    sides = [(show(change.old_at), change.old), (show(change.at), change.new)]
    return json.dumps([change.subject.id, change.weight.value, sides], sort_keys=True)


def turned(change: Change) -> str:
    """The same on the way back."""
    sides = [(show(change.at), change.new), (show(change.old_at), change.old)]
    return json.dumps([change.subject.id, change.weight.value, sides], sort_keys=True)


def assert_mirrored(there: Comparison, back: Comparison) -> None:
    """The same changes turned round, each of the kind that undoes the other, if one does."""
    assert Counter(map(seen, there.singles)) == Counter(map(turned, back.singles))
    kinds = {turned(change): change.kind for change in back.singles}
    for change in there.singles:
        other = kinds[seen(change)]
        if MIRRORS[change.kind] and MIRRORS[other]:
            assert MIRRORS[change.kind] == other


@given(pairs())
def test_version_compared_with_itself_has_no_changes(versions: tuple[Records, Records]) -> None:
    found = compare(plain(versions[0]), plain(versions[0]))
    assert (found.changes, found.form_only) == ((), ())


@given(pairs())
def test_changes_carried_out_on_the_old_version_give_the_new_one(
    versions: tuple[Records, Records],
) -> None:
    old, new = versions
    found = applied(compare(plain(old), plain(new)).changes, by_id(old))
    paths = {str(record["id"]): path for path, record in {**old, **new}.items()}
    assert meanings({paths[id_]: record for id_, record in found.items()}) == meanings(new)


@given(pairs())
def test_way_back_is_the_mirror(versions: tuple[Records, Records]) -> None:
    old, new = map(plain, versions)
    assert_mirrored(compare(old, new), compare(new, old))


@settings(max_examples=settings().max_examples // 2)
@given(pairs(), st.data())
def test_style_order_comments_and_places_of_files_change_nothing(
    versions: tuple[Records, Records], data: DataObject
) -> None:
    tree = data.draw(styled(versions[0]))
    found = compare(plain(versions[0]), tree)
    assert found.changes == ()
    assert set(found.form_only) <= set(tree.paths())


@settings(max_examples=settings().max_examples // 2)
@given(pairs(), st.data())
def test_changes_are_the_same_however_both_sides_are_written(
    versions: tuple[Records, Records], data: DataObject
) -> None:
    old, new = versions
    expected = Counter(map(seen, compare(plain(old), plain(new)).changes))
    found = compare(data.draw(styled(old)), data.draw(styled(new)))
    assert Counter(map(seen, found.changes)) == expected


@given(pairs())
def test_every_change_has_a_weight_with_a_reason(versions: tuple[Records, Records]) -> None:
    for change in compare(*map(plain, versions)).changes:
        kind = every_kind()[change.kind]
        assert (change.ground is None) == (kind.weight is not None)


@pytest.mark.parametrize(("old", "new"), list(pairwise(ROUNDS)))
def test_way_back_between_real_rounds_is_the_mirror(old: str, new: str) -> None:
    assert_mirrored(between(old, new), between(new, old))


@pytest.mark.parametrize(("old", "new"), list(pairwise(ROUNDS)))
def test_real_changes_carried_out_on_one_round_give_the_next(old: str, new: str) -> None:
    comparison = between(old, new)
    sides = comparison.old, comparison.new
    before, after = (
        {
            element.id: dict(element.value)
            for name in side.paths
            if (element := side.named(name)) is not None
        }
        for side in sides
    )
    found = applied(comparison.changes, before)
    kinds = {id_: side.element(id_) for side in sides for id_ in {**before, **after}}
    for id_, record in {**before, **after}.items():
        element = sides[1].element(id_) or kinds[id_]
        assert element is not None
        fields = KINDS[element.kind].fields
        assert canonical_record(found[id_], fields) == canonical_record(record, fields)
