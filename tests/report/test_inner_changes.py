"""What changed inside an element that was split or merged is told with it."""

from __future__ import annotations

import pytest

from versions import compared, measure
from wirctl.diff.run import Act
from wirctl.report.inner_changes import inner_changes

GONE = "withdrawn: {{reason: Umgebaut., to: [{to}]}}"
SPLIT = "lineage: [{kind: split, from: [M-BIL-01]}]"
MERGED = "lineage: [{kind: merged, from: [M-BIL-01, M-BIL-02]}]"
SIGNS = {Act.DELETED: "[-{}-]", Act.INSERTED: "{{+{}+}}"}


def told(old: str, new: str, language: str = "de") -> dict[str, list[str]]:
    """What is told of each heir, by its id."""
    comparison = compared(old, new)
    return {
        change.subject.id: [
            f"{text.label}: "
            + "".join(SIGNS.get(run.act, "{}").format(run.text) for run in text.runs)
            for text in inner_changes(comparison, change, language)
        ]
        for change in comparison.changes
        if change.kind in {"element-split", "element-merged"}
    }


def split(old: str, first: str, second: str) -> dict[str, list[str]]:
    """What is told of M-BIL-02 and M-BIL-03, the parts of M-BIL-01."""
    parts = measure(f"{SPLIT}\n{first}", "M-BIL-02") + measure(f"{SPLIT}\n{second}", "M-BIL-03")
    return told(measure(old), measure(GONE.format(to="M-BIL-02, M-BIL-03")) + parts)


def test_parts_that_only_share_what_there_was_have_nothing_to_tell() -> None:
    old = "target_groups: [Kinder, Eltern]\nfunding_path: fund\ndescription: Erst hier. Dann dort."
    first = "target_groups: [Kinder]\nfunding_path: fund\ndescription: Erst hier."
    second = "target_groups: [Eltern]\ndescription: Dann dort."
    assert split(old, first, second) == {"M-BIL-02": [], "M-BIL-03": []}


def test_part_that_says_something_else_than_the_whole_tells_it() -> None:
    old = (
        "funding_path: third_party\nperiod: {start: 2021-11}\ntarget_groups: [Kinder]\n"
        "implementation: [{date: 2021-11, status: running, next_steps: Acht Orte öffnen.}]"
    )
    new = (
        "funding_path: own_budget\nperiod: {start: 2023-11}\n"
        "target_groups: [Kinder, Azubis, Eltern]\n"
        "implementation: [{date: 2021-11, status: running, next_steps: Zehn Orte öffnen.}]"
    )
    assert split(old, new, old) == {
        "M-BIL-02": [
            "Zielgruppen: {+Azubis+}; {+Eltern+}",
            "Zeitraum › Beginn: [-November 2021-] {+November 2023+}",
            "Finanzierungsweg: [-Mittel Dritter-] {+eigener Haushalt+}",
            "Umsetzung › November 2021 › Nächste Schritte: [-Acht-]{+Zehn+} Orte öffnen.",
        ],
        "M-BIL-03": [],
    }


def test_what_no_part_says_any_more_is_told_once() -> None:
    old = "funding_path: fund\ntarget_groups: [Kinder, Eltern]\nobjective: Alle lesen. Wir haften."
    first = "target_groups: [Kinder]\nobjective: Alle lesen."
    assert split(old, first, "objective: Alle lesen gern.") == {
        "M-BIL-02": [
            "Ziel der Maßnahme: [-Wir haften.-]",
            "Zielgruppen: [-Eltern-]",
            "Finanzierungsweg: [-Förderfonds-]",
        ],
        "M-BIL-03": [],
    }


def test_part_of_an_element_that_goes_on_lost_nothing() -> None:
    old = "funding_path: fund\ntarget_groups: [Kinder, Eltern]"
    parts = measure(SPLIT, "M-BIL-02") + measure(SPLIT, "M-BIL-03")
    new = measure(old) + parts
    assert told(measure(old), new) == {"M-BIL-02": [], "M-BIL-03": []}


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param("funding_path: fund\ngoals: [Z-BIL-1, Z-BIL-2]", [], id="all of both"),
        pytest.param(
            "funding_path: own_budget\ngoals: [Z-BIL-2]",
            ["Finanzierungsweg: [-Förderfonds-] {+eigener Haushalt+}", "Ziele: [-Z-BIL-1-]"],
            id="less of one, and what none said",
        ),
    ],
)
def test_merged_element_tells_what_is_new_and_what_is_lost(new: str, expected: list[str]) -> None:
    first = measure("funding_path: fund\ngoals: [Z-BIL-1]")
    second = measure("funding_path: third_party\ngoals: [Z-BIL-2]", "M-BIL-02")
    gone = GONE.format(to="M-BIL-03")
    after = measure(gone) + measure(gone, "M-BIL-02") + measure(f"{MERGED}\n{new}", "M-BIL-03")
    assert told(first + second, after) == {"M-BIL-03": expected}


def test_text_of_an_element_of_which_nothing_was_taken_over_is_told() -> None:
    old = measure("description: Lotsen beraten.") + measure(
        "description: Wer lehrt, berichtet.", "M-BIL-02"
    )
    gone = GONE.format(to="M-BIL-03")
    new = f"{MERGED}\ndescription: Lotsen beraten."
    after = measure(gone) + measure(gone, "M-BIL-02") + measure(new, "M-BIL-03")
    assert told(old, after, "en") == {"M-BIL-03": ["Description: [-Wer lehrt, berichtet.-]"]}
