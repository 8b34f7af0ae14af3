"""For each kind a record that must do, and broken ones: two engines give the same verdict."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from wirctl.schema.engine import bundled, checker, slow
from wirctl.schema.kind import built_in

if TYPE_CHECKING:
    from wirctl.schema.engine import Check

KINDS = built_in()

MINIMAL = {
    "plan": "{id: WIR-2-0, title: WIR 2.0, format: 1}",
    "process": "{id: V-WIR, title: Vom Entwurf zum Beschluss}",
    "review_rules": "{id: FREIGABE, title: Wer zustimmen muss}",
    "guideline": "{id: L-1, title: Offene Stadt}",
    "priority": "{id: P-1, title: Öffnung}",
    "theme": "{id: Q-1, title: Gleichbehandlung}",
    "term": "{id: T-TEILHABE, label: Teilhabe, status: preferred}",
    "field_of_action": "{id: HF-BIL, title: Bildung, order: 1}",
    "goal": "{id: Z-BIL-1, title: Übergänge begleiten, field: HF-BIL}",
    "measure": "{id: M-BIL-01, kind: measure, title: Schule als Zentrum, field: HF-BIL}",
    "indicator": "{id: I-PERSONAL, title: Anteil am Personal}",
    "body": "{id: G-LG, title: Lenkungsgruppe, kind: steering_group}",
    "round": "{id: LG-2021-11-22, title: Soziales, body: G-LG, date: 2021-11-22}",
    "statement": "{id: S-RT-1, title: Runder Tisch zum Entwurf, body: G-RT}",
    "paper": "{id: DS-0993-2022, title: Kuratorium, paper_type: decision_paper}",
    "participation": "{id: B-UMFRAGE-1, title: Erste Umfrage, kind: survey}",
    "fund": "{id: F-WIR, title: Förderprogramm}",
    "call": "{id: A-1, title: Kulturorte, fund: F-WIR}",
    "award": "{id: FB-2023-1, title: Kleinprojekte, kind: small_project, fund: F-WIR}",
    "report": "{id: R-2025, title: Zwischenbericht, kind: interim}",
    "milestone": "{id: MS-BESCHLUSS, title: Beschluss des Katalogs}",
    "translation": """\
        {id: TR-EN-L-1, element: L-1, language: en, status: unofficial,
         texts: [{field: title, text: Open city}]}""",
}

BROKEN = [
    pytest.param("plan", "format: '1'", ("format",), "type", id="format as text"),
    pytest.param("plan", "languages: [deutsch!]", ("languages", 0), "pattern", id="no language"),
    pytest.param(
        "plan", "predecessor: {date: '2008'}", ("predecessor",), "required", id="nameless"
    ),
    pytest.param(
        "process",
        "outcomes: [{id: Angenommen, title: Ja, leads_to: accepted}]",
        ("outcomes", 0, "id"),
        "pattern",
        id="outcome that is no word",
    ),
    pytest.param(
        "process",
        "outcomes: [{id: accepted, title: Ja, leads_to: ready}]",
        ("outcomes", 0, "leads_to"),
        "enum",
        id="unknown state",
    ),
    pytest.param(
        "review_rules",
        "rules: [{id: kosten, title: Kosten, classes: [inhaltlich]}]",
        ("rules", 0, "classes", 0),
        "enum",
        id="class in German",
    ),
    pytest.param("guideline", "number: eins", ("number",), "type", id="number in words"),
    pytest.param("guideline", "lineage: [{kind: split}]", ("lineage", 0), "required", id="lineage"),
    pytest.param("priority", "questions: Wem nützt es?", ("questions",), "type", id="no list"),
    pytest.param("theme", "id: Q-X", ("id",), "pattern", id="id of other form"),
    pytest.param("term", "status: veraltet", ("status",), "enum", id="unknown status of a term"),
    pytest.param("field_of_action", "order: -1", ("order",), "minimum", id="negative order"),
    pytest.param("goal", "guidelines: [L-1, L-1]", ("guidelines",), "uniqueItems", id="twice"),
    pytest.param("goal", "guidelines: [1]", ("guidelines", 0), "type", id="number for an id"),
    pytest.param("goal", "colour: red", (), "additionalProperties", id="unknown field"),
    pytest.param(
        "measure",
        "costs: [{year: 2023, kind: yearly, amount_eur: '14,87'}]",
        ("costs", 0, "amount_eur"),
        "pattern",
        id="decimal comma",
    ),
    pytest.param(
        "measure",
        "costs: [{year: 2023, kind: yearly, amount_eur: '250.000'}]",
        ("costs", 0, "amount_eur"),
        "pattern",
        id="thousands mark in text",
    ),
    pytest.param(
        "measure",
        "costs: [{year: 2023, kind: yearly, amount_eur: 12.5}]",
        ("costs", 0, "amount_eur"),
        "type",
        id="money as a fraction",
    ),
    pytest.param("measure", "period: {start: 1.7.2022}", ("period", "start"), "pattern", id="day"),
    pytest.param(
        "measure", "period: {start: 2026-02-30}", ("period", "start"), "format", id="30 February"
    ),
    pytest.param("measure", "period: {start: 2022-13}", ("period", "start"), "pattern", id="13"),
    pytest.param("measure", "fund_eligible: ja", ("fund_eligible",), "type", id="ja is a word"),
    pytest.param("measure", "kind: task", ("kind",), "enum", id="unknown kind of measure"),
    pytest.param("measure", "lead_unit:", ("lead_unit",), "type", id="nothing after the colon"),
    pytest.param(
        "indicator",
        "baselines: [{id: presse, value: 14 %}]",
        ("baselines", 0, "value"),
        "type",
        id="unit in the value",
    ),
    pytest.param(
        "indicator", "target: {date: '2026'}", ("target",), "required", id="target without value"
    ),
    pytest.param(
        "body",
        "seats: [{date: '2019', group: Verwaltung}]",
        ("seats", 0),
        "required",
        id="seats without count",
    ),
    pytest.param(
        "body",
        "composition_rules: [{id: anteil, kind: minimum_share, share: 150}]",
        ("composition_rules", 0, "share"),
        "maximum",
        id="more than all",
    ),
    pytest.param("round", "closed: true", ("closed",), "type", id="closed without a date"),
    pytest.param(
        "round",
        "decisions: [{item: M-BIL-01, outcome: accepted, votes: {ja: 3}}]",
        ("decisions", 0, "votes"),
        "additionalProperties",
        id="votes in German",
    ),
    pytest.param(
        "round",
        "submissions: [{item: M-BIL-01, digest: abc}]",
        ("submissions", 0, "digest"),
        "pattern",
        id="digest without version",
    ),
    pytest.param(
        "statement", "points: [{id: '1'}]", ("points", 0), "required", id="point about nothing"
    ),
    pytest.param(
        "paper",
        "amendments: [{id: '1', op: delete}]",
        ("amendments", 0, "op"),
        "enum",
        id="unknown operation",
    ),
    pytest.param("paper", "url: ftp://example.org", ("url",), "pattern", id="not on the web"),
    pytest.param(
        "participation", "participants: 250.5", ("participants",), "type", id="half a person"
    ),
    pytest.param(
        "fund",
        "allocations: [{year: 2023, funding_area: klein}]",
        ("allocations", 0),
        "required",
        id="no amount",
    ),
    pytest.param("call", "result: failed", ("result",), "enum", id="unknown result"),
    pytest.param("award", "own_share: 120", ("own_share",), "maximum", id="share above all"),
    pytest.param("award", "pre_decision: {}", ("pre_decision",), "required", id="no reason"),
    pytest.param(
        "report",
        "items: [{measure: M-BIL-01, status: done}]",
        ("items", 0, "status"),
        "enum",
        id="unknown status",
    ),
    pytest.param("milestone", "planned: 2021", ("planned",), "type", id="year as a number"),
    pytest.param("translation", "language: DE", ("language",), "pattern", id="capital language"),
]


def read(text: str) -> dict[str, Any]:
    """The YAML as our reader would give it: dates and German decimals stay text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node)
    )
    found: dict[str, Any] = yaml.load(text)
    return found


@cache
def engines(name: str) -> tuple[Check, Check]:
    schema = KINDS[name].schema
    return checker(schema, KINDS.shared), slow(bundled(schema, KINDS.shared))


def verdicts(name: str, record: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    """Place and keyword of each violation, once both engines have given the same."""
    fast, other = ({(item.path, item.keyword) for item in check(record)} for check in engines(name))
    assert fast == other
    return sorted(fast, key=str)


def test_every_kind_has_a_minimal_and_a_broken_record() -> None:
    assert set(MINIMAL) == set(KINDS.by_name)
    assert {case.values[0] for case in BROKEN} == set(KINDS.by_name)


@pytest.mark.parametrize("name", MINIMAL)
def test_minimal_record_is_valid(name: str) -> None:
    assert verdicts(name, read(MINIMAL[name])) == []


@pytest.mark.parametrize("name", MINIMAL)
def test_every_part_of_the_minimal_record_is_needed(name: str) -> None:
    record = read(MINIMAL[name])
    for key in record:
        rest = {other: value for other, value in record.items() if other != key}
        assert verdicts(name, rest) == [((), "required")], key


@pytest.mark.parametrize(("name", "line", "path", "keyword"), BROKEN)
def test_broken_record_has_one_fault(
    name: str, line: str, path: tuple[str | int, ...], keyword: str
) -> None:
    record = read(MINIMAL[name]) | read(line)
    assert verdicts(name, record) == [(path, keyword)]


@pytest.mark.parametrize("name", [kind.name for kind in KINDS if not kind.file])
def test_tombstone_needs_no_more_than_id_name_and_reason(name: str) -> None:
    record = read(MINIMAL[name])
    kept = {key: record[key] for key in ("id", KINDS[name].label)}
    assert verdicts(name, {**kept, "withdrawn": {"reason": "Nicht angenommen."}}) == []


@pytest.mark.parametrize("text", ["2022", "2022-09", "2022-09-15", "2024-02-29"])
def test_date_is_as_exact_as_known(text: str) -> None:
    assert verdicts("milestone", {"id": "MS-X", "title": "X", "planned": text}) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-9",
        "2022-00",
        "2022-09-00",
        "2023-02-29",
        "0022",
        "2022-09-15T10:00",
        "15.9.22",
    ],
)
def test_date_of_another_form_is_refused(text: str) -> None:
    found = verdicts("milestone", {"id": "MS-X", "title": "X", "planned": text})
    assert [place for place, _ in found] == [("planned",)]


@pytest.mark.parametrize("amount", [0, 250000, "12.50", "0.05"])
def test_money_is_whole_euro_or_text_with_two_decimals(amount: object) -> None:
    assert verdicts("award", {**read(MINIMAL["award"]), "amount_eur": amount}) == []


@pytest.mark.parametrize("amount", [-1, "12.5", "12,50", "1_000", "1e3", "", True, None, "٣.٠٠"])
def test_money_of_another_form_is_refused(amount: object) -> None:
    found = verdicts("award", {**read(MINIMAL["award"]), "amount_eur": amount})
    assert [place for place, _ in found] == [("amount_eur",)]
