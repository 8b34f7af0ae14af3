"""Kinds that a plan brings along: used like ours, and refused where they could do harm."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from wirctl.load import own_schema
from wirctl.schema import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.load import Loaded

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]
    Load = Callable[[Mapping[str, str | None]], Loaded]

pytestmark = pytest.mark.slow

SHARED = "urn:wirctl:schema:shared#/$defs/"
PATH = "schemas/project.schema.json"
FIELD = {"fields/HF-BIL.yaml": "id: HF-BIL\ntitle: Bildung\norder: 1\n"}
PROJECT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Projekt",
    "description": "Ein Vorhaben mit Anfang und Ende.",
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "title"],
    "properties": {
        "id": {"type": "string", "pattern": "^X-[0-9]+$", "x-wirctl": {"value": "id"}},
        "title": {"title": "Titel", "type": "string", "minLength": 1},
        "field": {
            "type": "string",
            "x-wirctl": {"value": "reference", "target": ["field_of_action"]},
        },
        "begin": {"$ref": f"{SHARED}partial_date", "title": "Beginn"},
        "cost": {"$ref": f"{SHARED}money"},
        "steps": {
            "title": "Schritte",
            "type": "array",
            "items": {"$ref": "#/$defs/step"},
            "x-wirctl": {"value": "list", "key": ["name"]},
        },
        "next": {
            "title": "Folgende",
            "type": "array",
            "items": {"type": "string"},
            "x-wirctl": {"value": "set", "target": ["project"]},
        },
        "note": {"type": "string"},
    },
    "$defs": {
        "step": {
            "type": "object",
            "additionalProperties": False,
            "required": ["name"],
            "properties": {
                "name": {"type": "string"},
                "body": {"type": "string", "x-wirctl": {"value": "reference", "target": ["body"]}},
                "steps": {"type": "array", "items": {"$ref": "#/$defs/step"}},
            },
        }
    },
    "x-wirctl": {"kind": "project", "folder": "projects", "label": "title", "plural": "Projekte"},
}


def schema(**changes: object) -> dict[str, str]:
    """The schema of projects as a plan file, with these keys set; `None` takes one away."""
    whole = {key: value for key, value in {**PROJECT, **changes}.items() if value is not None}
    return {PATH: json.dumps(whole)}


def noted(**changes: object) -> dict[str, str]:
    """The schema of projects with these annotations."""
    return schema(**{"x-wirctl": {**PROJECT["x-wirctl"], **changes}})


def with_property(part: dict[str, Any]) -> dict[str, str]:
    """The schema of projects with a property `more`."""
    return schema(properties={**PROJECT["properties"], "more": part})


def project(rest: str = "") -> dict[str, str]:
    return {"projects/X-1.yaml": f"id: X-1\ntitle: Neue Mitte\n{rest}"}


@pytest.fixture(params=["jsonschema-rs", "jsonschema"], autouse=True)
def engine_in_use(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test once as installed, and once without the wheel of the first engine."""
    if request.param == "jsonschema":
        monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    assert engine.engine_name() == request.param
    return str(request.param)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("", [], id="as little as may be"),
        pytest.param("field: HF-BIL\nbegin: 2026-03\ncost: '12.50'\n", [], id="all that fits"),
        pytest.param("field: HF-XXX\n", [("unknown-reference", 3, 8)], id="unknown reference"),
        pytest.param("next: [X-1, X-2]\n", [("unknown-reference", 3, 13)], id="to its own kind"),
        pytest.param("begin: 1.3.2026\n", [("not-a-date", 3, 8)], id="shared date"),
        pytest.param("cost: 1.5\n", [("wrong-type", 3, 7)], id="shared money"),
        pytest.param("colour: rot\n", [("unknown-field", 3, 1)], id="unknown field"),
        pytest.param(
            "steps:\n  - name: a\n    steps:\n      - name: b\n        steps: [{nam: c}]\n",
            [("required-field-missing", 7, 17), ("unknown-field", 7, 18)],
            id="steps in steps in steps",
        ),
        pytest.param(
            "steps:\n  - name: a\n    steps:\n      - {name: b, body: G-XX}\n",
            [("unknown-reference", 6, 25)],
            id="reference in a schema that holds itself",
        ),
    ],
)
def test_own_kind_is_checked_like_ours(
    found: Found, rest: str, expected: list[tuple[str, int, int]]
) -> None:
    told = found({**FIELD, **schema(), **project(rest)})
    assert told == [("projects/X-1.yaml", *item) for item in expected]


def test_own_kind_is_part_of_the_plan(loaded: Load) -> None:
    plan = loaded({**schema(), **project()})
    assert [item.id for item in plan.plan.of_kind("project")] == ["X-1"]
    assert plan.kinds["project"].title.de == "Projekt"
    assert plan.kinds["project"].plural.de == "Projekte"


def test_element_of_ours_may_be_named_by_an_own_kind_only_by_its_kind(found: Found) -> None:
    assert found({**schema(), **project("field: X-1\n")}) == [
        ("projects/X-1.yaml", "reference-to-wrong-kind", 3, 8)
    ]


HOSTILE = [
    pytest.param({PATH: "{"}, id="broken JSON"),
    pytest.param({PATH: ""}, id="nothing"),
    pytest.param({PATH: "[]"}, id="list"),
    pytest.param({PATH: "NaN"}, id="no number"),
    pytest.param({PATH: "[" * 100_000}, id="100,000 brackets"),
    pytest.param({PATH: '{"a":' * 500 + "1" + "}" * 500}, id="500 levels"),
    pytest.param({PATH: b"\xff\xfe{"}, id="no UTF-8"),
    pytest.param(schema(**{"x-wirctl": None}), id="without annotation"),
    pytest.param(noted(kind=""), id="without kind"),
    pytest.param(noted(kind="measure"), id="kind that is ours"),
    pytest.param(noted(folder="measures"), id="folder that is ours"),
    pytest.param(noted(folder="schemas"), id="folder of the schemas"),
    pytest.param(noted(folder="../../etc"), id="folder that leads out"),
    pytest.param(noted(folder="a/b"), id="folder in a folder"),
    pytest.param(noted(file="plan.yaml"), id="file that is ours"),
    pytest.param(noted(kind=["project"]), id="list for a kind"),
    pytest.param(with_property({"$ref": "https://example.org/x.json"}), id="reference to the web"),
    pytest.param(with_property({"$ref": "file:///etc/passwd"}), id="reference to a file"),
    pytest.param(with_property({"$ref": "measure.schema.json"}), id="reference to another schema"),
    pytest.param(with_property({"$ref": "#/$defs/none"}), id="reference to nothing"),
    pytest.param(with_property({"$ref": "#/properties/id/type"}), id="reference to no schema"),
    pytest.param(with_property({"$ref": f"{SHARED}none"}), id="unknown shared definition"),
    pytest.param(with_property({"$dynamicRef": "#x"}), id="dynamic reference"),
    pytest.param(with_property({"$id": "urn:wirctl:schema:shared"}), id="name of the shared ones"),
    pytest.param(with_property({"$anchor": "x"}), id="name for others to use"),
    pytest.param(with_property({"pattern": r"(a)\1"}), id="back reference"),
    pytest.param(with_property({"pattern": "(?=a)a"}), id="look-ahead"),
    pytest.param(with_property({"pattern": "((a{100}){100}){100}"}), id="pattern too large"),
    pytest.param(with_property({"pattern": "("}), id="broken pattern"),
    pytest.param(with_property({"type": "text"}), id="unknown type"),
    pytest.param(schema(properties=[]), id="properties as a list"),
    pytest.param(schema(**{"$schema": "http://json-schema.org/draft-04/schema#"}), id="old draft"),
    pytest.param(schema(**{"$ref": "#"}), id="itself"),
    pytest.param(
        schema(allOf=[{"$ref": "#/$defs/a"}], **{"$defs": {"a": {"anyOf": [{"$ref": "#"}]}}}),
        id="itself by way of another",
    ),
]


@pytest.mark.parametrize("files", HOSTILE)
def test_unusable_schema_is_one_finding_and_none_on_its_elements(
    found: Found, files: dict[str, str]
) -> None:
    goal = {"goals/Z-BIL-1.yaml": "id: Z-BIL-1\ntitle: T\nfield: HF-BIL\n"}
    told = found({**FIELD, **goal, **files, **project("cost: viel\n")})
    assert told == [(PATH, "unusable-schema", 1, 1)]


def test_file_below_the_plan_folder_is_a_stray_whatever_the_schemas_say(found: Found) -> None:
    assert [item[:2] for item in found({**noted(kind="measure"), "A.yaml": "a: b\n"})] == [
        ("A.yaml", "unknown-folder"),
        (PATH, "unusable-schema"),
    ]


def test_two_schemas_of_one_kind_are_a_clash(found: Found) -> None:
    again = {"schemas/zweite.schema.json": schema()[PATH]}
    assert found({**schema(), **again, **project()}) == [
        ("schemas/zweite.schema.json", "unusable-schema", 1, 1)
    ]


def test_pattern_made_to_hang_does_not(found: Found) -> None:
    files = with_property({"type": "string", "pattern": "^(a+)+$"})
    told = found({**files, **project(f"more: {'a' * 50_000}!\n")})
    assert told == [("projects/X-1.yaml", "wrong-form", 3, 7)]


def test_schema_that_grows_when_it_is_followed_is_no_burden(found: Found) -> None:
    many = {f"p{number}": {"$ref": "#/$defs/node"} for number in range(40)}
    files = schema(
        properties={**PROJECT["properties"], **many},
        **{"$defs": {**PROJECT["$defs"], "node": {"type": "object", "properties": many}}},
    )
    assert found({**files, **project("p1: {p2: {p3: {p4: {}}}}\n")}) == []


def test_lists_in_lists_without_end_are_followed_a_while(found: Found) -> None:
    node = {"type": "array", "items": {"$ref": "#/$defs/node"}}
    files = schema(
        properties={**PROJECT["properties"], "p": {"$ref": "#/$defs/node"}},
        **{"$defs": {**PROJECT["$defs"], "node": node}},
    )
    assert found({**files, **project(f"p: {'[' * 30}{']' * 30}\n")}) == []


def test_schema_is_measured_without_recursion() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert own_schema._depth(deep) == own_schema.MAX_DEPTH + 1


def test_file_with_another_ending_is_no_schema(found: Found) -> None:
    assert found({"schemas/README.md": "x", "schemas/project.json": "{"}) == []
