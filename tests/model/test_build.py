"""A record becomes a typed value, and whatever does not fit has its default."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wirctl.core.diagnostic import Subject
from wirctl.model.build import entity, meaning, part
from wirctl.model.entity import Part
from wirctl.model.measure import Cost, Measure, Progress
from wirctl.model.plan import views
from wirctl.model.records import Lineage, Period, Source
from wirctl.model.round import Condition, Decision, Round
from wirctl.schema.kind import built_in

if TYPE_CHECKING:
    from wirctl.core.value import Value

M = Subject("measures/BIL/M-BIL-01.yaml", "measure", "M-BIL-01")


def measure(**values: Any) -> Measure:  # noqa: ANN401 - raw YAML
    return entity(Measure, M, values)


def test_absent_values_are_empty() -> None:
    assert measure() == Measure(M, "M-BIL-01")
    assert (measure().title, measure().goals, measure().period) == ("", (), None)


def test_texts_numbers_truths_and_words_are_taken_over() -> None:
    found = measure(
        kind="measure",
        title="Schule als Zentrum",
        goals=["Z-BIL-1", "Z-BIL-2"],
        fund_eligible=False,
        staffing_fte=1.5,
        funding_path="fund",
    )
    assert found.kind == "measure"
    assert found.title == "Schule als Zentrum"
    assert found.goals == ("Z-BIL-1", "Z-BIL-2")
    assert found.fund_eligible is False
    assert found.staffing_fte == 1.5
    assert found.funding_path == "fund"


def test_records_inside_become_values_with_their_place() -> None:
    found = measure(
        period={"start": "2022", "continuous": True},
        costs=[
            {"year": 2023, "kind": "yearly", "amount_eur": "12.50"},
            {"year": 2023, "kind": "yearly", "amount_eur": 9000, "basis": "actual"},
        ],
    )
    assert found.period == Period(start="2022", continuous=True)
    assert found.costs == (
        Cost(year=2023, kind="yearly", amount_eur=Decimal("12.50")),
        Cost(year=2023, kind="yearly", amount_eur=Decimal(9000), basis="actual"),
    )
    assert [cost.place for cost in found.costs] == [
        ("costs", "2023:yearly"),
        ("costs", "2023:yearly:actual"),
    ]


def test_place_leads_through_several_levels() -> None:
    subject = Subject("rounds/LG-2021-11-22.yaml", "round", "LG-2021-11-22")
    conditions: Value = [{"id": "a", "text": "Zahl nennen"}]
    decisions = [{"item": "M-SOZ-01", "outcome": "returned", "conditions": conditions}]
    found = entity(Round, subject, {"decisions": decisions})
    (decision,) = found.decisions
    assert decision == Decision(
        item="M-SOZ-01", outcome="returned", conditions=(Condition(id="a", text="Zahl nennen"),)
    )
    (condition,) = decision.conditions
    assert found.at(*condition.place, "text").pointer == (
        *("decisions", "M-SOZ-01"),
        *("conditions", "a"),
        "text",
    )


def test_items_with_one_key_are_placed_by_number() -> None:
    twice = [{"date": "2023", "status": "running"}, {"date": "2023", "status": "delayed"}]
    found = measure(implementation=twice)
    assert [item.place for item in found.implementation] == [
        ("implementation", "0"),
        ("implementation", "1"),
    ]


def test_item_of_a_wrong_type_is_left_out_and_the_others_keep_their_place() -> None:
    found = measure(implementation=["läuft", {"date": "2023", "status": "running"}, None])
    assert found.implementation == (Progress(date="2023", status="running"),)
    assert found.implementation[0].place == ("implementation", "2023")


def test_property_that_python_reserves_has_an_underscore() -> None:
    found = measure(lineage=[{"kind": "split", "from": ["M-BIL-09"], "round": "LG-2021-11-08"}])
    assert found.lineage == (Lineage(kind="split", from_=("M-BIL-09",), round="LG-2021-11-08"),)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("title", 12, id="number for text"),
        pytest.param("title", None, id="nothing for text"),
        pytest.param("goals", "Z-BIL-1", id="text for a list"),
        pytest.param("goals", {"a": "b"}, id="record for a list"),
        pytest.param("fund_eligible", "ja", id="text for a truth"),
        pytest.param("fund_eligible", 1, id="number for a truth"),
        pytest.param("staffing_fte", "2", id="text for a number"),
        pytest.param("staffing_fte", True, id="truth for a number"),
        pytest.param("funding_path", "lottery", id="word that is not listed"),
        pytest.param("funding_path", ["fund"], id="list for a word"),
        pytest.param("period", "2022", id="text for a record"),
        pytest.param("costs", {"year": 2023}, id="record for a list of records"),
        pytest.param("unheard_of", "x", id="unknown key"),
        pytest.param("subject", "x", id="name of an attribute that is no property"),
        pytest.param("id", "M-BIL-99", id="other id than the file has"),
    ],
)
def test_unfit_value_leaves_the_default(key: str, value: object) -> None:
    assert measure(**{key: value}) == measure()


@pytest.mark.parametrize("amount", [12.5, True, "12,50", "12.5", "250.000", "x", "", None, [1]])
def test_unfit_money_is_none(amount: Any) -> None:  # noqa: ANN401 - raw YAML
    assert part(Cost, {"amount_eur": amount}, ()).amount_eur is None


@pytest.mark.parametrize("year", [2023.0, True, "2023", None])
def test_unfit_whole_number_is_none(year: Any) -> None:  # noqa: ANN401 - raw YAML
    assert part(Cost, {"year": year}, ()).year is None


def test_only_texts_stay_in_a_list_of_texts() -> None:
    assert measure(partners=["MiSO", 7, None, ["x"]]).partners == ("MiSO",)


def test_parts_of_equal_values_are_equal_wherever_they_stand() -> None:
    here = part(Source, {"title": "Satzung"}, ("sources", "0"))
    assert here == part(Source, {"title": "Satzung"}, ("sources", "1"))
    assert here != part(Source, {"title": "Richtlinie"}, ("sources", "0"))


def test_annotation_that_names_nothing_is_a_bug() -> None:
    @dataclass(frozen=True, slots=True)
    class Wrong(Part):
        size: Unheard = ""  # type: ignore[name-defined]  # noqa: F821 - the point

    with pytest.raises(AttributeError, match="Unheard"):
        part(Wrong, {}, ())
    assert meaning(Wrong, "Source") is Source


ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=3),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from(("id", "date", "text", "key", "x")), inner)
    ),
    max_leaves=8,
)


@given(data=some.data())
def test_no_content_makes_it_fail(data: some.DataObject) -> None:
    kind = data.draw(some.sampled_from(list(built_in())))
    record = data.draw(some.dictionaries(some.sampled_from(list(kind.fields)), ANYTHING))
    subject = Subject("x.yaml", kind.name, "X")
    found = entity(views()[kind.name].type, subject, record)
    assert found.subject == subject
    assert hash(found) == hash(entity(type(found), subject, record))
