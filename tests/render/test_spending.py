"""What measures are planned to cost: sums by years, for each field and for the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decoded import decoded
from site_parts import site_of
from wirctl.render.decision.costs import costs_of
from wirctl.render.labels import labels
from wirctl.render.model.derived import Spending, YearCost
from wirctl.render.writing import render

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site

FIELDS = """\
# fields/HF-A.yaml
{id: HF-A, title: A}
# fields/HF-B.yaml
{id: HF-B, title: B}
# fields/HF-C.yaml
{id: HF-C, title: C}
"""


def measure(name: str, field: str, rest: str) -> str:
    return f"# measures/M-{name}.yaml\nid: M-{name}\ntitle: {name}\nfield: HF-{field}\n{rest}\n"


def cost(year: int, kind: str, amount: str, more: str = "") -> str:
    return f"{{year: {year}, kind: {kind}, amount_eur: {amount}{more}}}"


def costs(*found: str) -> str:
    return f"costs: [{', '.join(found)}]"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Two fields with costs, and one of whose measures nobody says any."""
    return site_of(
        FIELDS
        + measure("1", "A", costs(cost(2027, "one_off", "1000"), cost(2027, "yearly", "20.50")))
        + measure("2", "A", costs(cost(2027, "one_off", '"500.25"', ", accuracy: about")))
        + measure("3", "A", "funding_path: none_needed")
        + measure("4", "A", "")
        + measure("5", "B", costs(cost(2026, "yearly", "7")))
        + measure("6", "B", costs(cost(2026, "one_off", "9", ", basis: actual")))
        + measure(
            "7",
            "B",
            costs(cost(2026, "one_off", "90"))
            + "\nwithdrawn: {date: 2026-01-01, reason: entfällt}",
        )
        + measure("8", "C", ""),
        tmp_path,
    )


def test_amounts_are_summed_by_field_and_for_the_plan(site: Site) -> None:
    a = YearCost("2027", "1500.25", "20.5", is_once_about=True, is_yearly_about=False)
    b = YearCost("2026", "", "7", is_once_about=False, is_yearly_about=False)
    assert site.spending == {
        "HF-A": Spending((a,), known=2, free=1, unknown=1, is_invented=False),
        "HF-B": Spending((b,), known=1, free=0, unknown=1, is_invented=False),
        "PLAN": Spending((b, a), known=3, free=1, unknown=3, is_invented=False),
    }


def test_plan_that_tells_no_costs_has_no_sums(tmp_path: Path) -> None:
    assert site_of(FIELDS + measure("1", "A", ""), tmp_path).spending == {}


@pytest.mark.parametrize(
    ("fields", "marks"),
    [
        ("", [True]),
        (", fields: [costs]", [True]),
        (", fields: [costs/2027:yearly]", [True]),
        (", fields: [summary]", [False]),
    ],
)
def test_sums_of_invented_amounts_are_marked(
    tmp_path: Path, fields: str, marks: list[bool]
) -> None:
    text = measure(
        "1", "A", costs(cost(2027, "yearly", "5")) + f"\nillustrative: {{reason: x{fields}}}"
    )
    found = site_of(FIELDS + text, tmp_path).spending
    assert [found["HF-A"].is_invented] == marks


@pytest.mark.parametrize("name", ["html", "markdown", "pdf", "docx"])
def test_every_document_tells_the_sums(site: Site, name: str) -> None:
    said = "".join(decoded(render(site, name)).split())
    for words in ("etwa1.500,25€", "20,50€", "Maßnahmen mit Beträgen: 3; ohne Geldbedarf: 1"):
        assert "".join(words.split()) in said, words


def test_paper_for_the_council_has_the_same_sums(site: Site) -> None:
    _, later = costs_of(site.of_kind("measure"), labels("de")).years
    assert (later.year, later.once, later.yearly) == (
        "2027",
        "etwa 1.500,25\u00a0€",
        "20,50\u00a0€",
    )
