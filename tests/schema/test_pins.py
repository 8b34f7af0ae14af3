"""Digests of what was read, whatever form they were made in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.schema.canonical import canonical, digest
from wirctl.schema.kind import built_in
from wirctl.schema.pins import FORMS, element_digest, field_digest, field_digests, still_holds

if TYPE_CHECKING:
    from wirctl.core.value import Record, Value
    from wirctl.schema.field import Field

MEASURE = built_in()["measure"]
RECORD: Record = {
    "id": "M-BIL-01",
    "title": "Lotsendienst",
    "goals": ["Z-1", "Z-2"],
    "fund_eligible": True,
}


def test_digest_of_the_whole_knows_neither_id_nor_lineage() -> None:
    renamed = {**RECORD, "id": "M-BIL-07", "lineage": [{"kind": "renamed", "from": ["M-BIL-01"]}]}
    assert element_digest(RECORD, MEASURE) == element_digest(renamed, MEASURE)
    assert element_digest(RECORD, MEASURE) != element_digest({**RECORD, "title": "L"}, MEASURE)


def test_every_field_that_is_there_has_its_digest_in_the_order_of_the_schema() -> None:
    found = field_digests(RECORD, MEASURE)
    assert list(found) == [name for name in MEASURE.fields if name in RECORD and name != "id"]
    assert found["title"] == field_digest(RECORD, "title", MEASURE.fields)
    assert list(field_digests(RECORD, MEASURE, ("costs",))) == ["costs"]


def test_set_in_another_order_has_the_same_digest() -> None:
    turned = {**RECORD, "goals": ["Z-2", "Z-1"]}
    assert field_digests(RECORD, MEASURE) == field_digests(turned, MEASURE)


@pytest.mark.parametrize("name", ["", "title", "goals"])
def test_pin_holds_until_the_value_changes(name: str) -> None:
    pin = (field_digests(RECORD, MEASURE) | {"": element_digest(RECORD, MEASURE)})[name]
    other = {**RECORD, "title": "Anders", "goals": ["Z-3"]}
    assert still_holds(pin, RECORD, MEASURE, name) is True
    assert still_holds(pin, other, MEASURE, name) is False


def test_digest_of_an_older_form_is_still_understood() -> None:
    def newer(value: Value, field: Field) -> Value:
        return ["w2", canonical(value, field)]

    forms = {**FORMS, "w2": newer}
    old = field_digest(RECORD, "title", MEASURE.fields)
    new = digest(newer(RECORD["title"], MEASURE.fields["title"]), "w2")
    for pin in (old, new):
        assert still_holds(pin, RECORD, MEASURE, "title", forms) is True
        assert still_holds(pin, {**RECORD, "title": "A"}, MEASURE, "title", forms) is False


def test_form_that_nobody_knows_is_no_answer() -> None:
    assert still_holds("w9:abc", RECORD, MEASURE, "title") is None
    assert still_holds("", RECORD, MEASURE, "title") is None
