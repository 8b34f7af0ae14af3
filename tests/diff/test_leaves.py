"""The single values of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from small_plan import KINDS
from wirctl.diff.leaves import leaves, path_of

if TYPE_CHECKING:
    from wirctl.core.value import Record

FIELDS = KINDS["measure"].fields


def test_every_single_value_is_named_by_its_place() -> None:
    record: Record = {
        "title": "Lotsen",
        "themes": ["Q-1"],
        "costs": [{"year": 2023, "kind": "yearly", "amount_eur": 5}],
        "period": {"end": None},
        "unknown": "X",
    }
    assert [(leaf.at, leaf.path, leaf.value) for leaf in leaves(record, FIELDS)] == [
        (("title",), ("title",), "Lotsen"),
        (("themes", "Q-1"), ("themes",), "Q-1"),
        (("costs", "2023:yearly", "year"), ("costs", "year"), 2023),
        (("costs", "2023:yearly", "kind"), ("costs", "kind"), "yearly"),
        (("costs", "2023:yearly", "amount_eur"), ("costs", "amount_eur"), 5),
    ]


def test_path_leaves_items_out() -> None:
    assert path_of(("costs", "2023:yearly", "amount_eur"), FIELDS) == ("costs", "amount_eur")
    assert path_of(("unknown", "below"), FIELDS) == ("unknown", "below")
