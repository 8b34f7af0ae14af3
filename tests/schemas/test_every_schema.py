"""Every schema is valid, described in two languages, and in forms that both engines read alike."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from schema_lint import SHARED, World, definition_faults, kind_faults
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.core.value import Record

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(folder("schemas").glob("*.schema.json"))
SCHEMAS: Mapping[str, Any] = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_bytes()) for path in FILES
}
KINDS = {name: schema for name, schema in SCHEMAS.items() if name != "shared"}
DEFINITIONS: Mapping[str, Any] = SCHEMAS["shared"]["$defs"]
GLOSSARY: Record = YAML(typ="safe", pure=True).load(ROOT / "docs" / "glossary.yaml")
WORLD = World(
    KINDS, {f"{SHARED}{name}": definition for name, definition in DEFINITIONS.items()}, GLOSSARY
)

EVERY_KIND = (
    *("plan", "process", "review_rules", "guideline", "priority", "theme", "term"),
    *("field_of_action", "goal", "measure", "indicator", "body", "round", "statement"),
    *("paper", "participation", "fund", "call", "award", "report", "milestone", "translation"),
)


def test_every_kind_of_the_design_has_a_schema() -> None:
    by_order = sorted(KINDS, key=lambda name: KINDS[name]["x-wirctl"]["order"])
    assert tuple(by_order) == EVERY_KIND


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_follows_the_meta_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", KINDS)
def test_schema_has_no_fault(name: str) -> None:
    assert KINDS[name]["x-wirctl"]["kind"] == name
    assert list(kind_faults(KINDS[name], WORLD)) == []


@pytest.mark.parametrize("name", DEFINITIONS)
def test_shared_definition_has_no_fault(name: str) -> None:
    assert list(definition_faults(name, DEFINITIONS[name], WORLD)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_schema_file_is_pretty_printed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_folders_files_and_orders_of_kinds_differ() -> None:
    notes = [schema["x-wirctl"] for schema in KINDS.values()]
    for key in ("order", "folder", "file", "id_prefix"):
        values = [note[key] for note in notes if note.get(key)]
        assert len(values) == len(set(values)), key


def test_every_shared_definition_is_used() -> None:
    text = json.dumps(list(SCHEMAS.values()))
    assert [name for name in DEFINITIONS if f'"{SHARED}{name}"' not in text] == []


def test_glossary_names_nothing_that_is_gone() -> None:
    used: dict[str, set[str]] = {}
    for schema in SCHEMAS.values():
        _collect(schema, used)
    _collect({"properties": DEFINITIONS}, used)
    kinds, properties, values = (
        set(GLOSSARY[part])  # type: ignore[arg-type]
        for part in ("kinds", "properties", "values")
    )
    assert kinds == set(KINDS)
    assert properties - set(used) == set()
    assert values - set(used) == set()


def test_every_word_of_the_glossary_has_both_languages() -> None:
    entries: Any = GLOSSARY
    for part in ("kinds", "properties"):
        for key, entry in entries[part].items():
            assert all(entry.get(name, "").strip() for name in ("de", "en", "about")), key
            assert set(entry) <= {"de", "en", "about", "oparl"}, key
    for key, words in entries["values"].items():
        for word, label in words.items():
            assert set(label) == {"de", "en"}, (key, word)
            assert all(label.values()), (key, word)


def _collect(schema: Any, used: dict[str, set[str]]) -> None:  # noqa: ANN401 - raw JSON
    if isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            used.setdefault(name, set()).update(part.get("enum", ()))
        for part in schema.values():
            _collect(part, used)
    elif isinstance(schema, list):
        for part in schema:
            _collect(part, used)


# The lint itself: a small schema without fault, and one change each that it must see.


def field(value: str, json_type: str, order: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    note = {"significance": "substantive", "visibility": "public", "value": value, "order": order}
    note |= {"title_en": "In English", "description_en": "Described."}
    note |= more.pop("note", {})
    return {"type": json_type, "title": "Deutsch", "description": "Text.", **more, "x-wirctl": note}


SMALL_NOTE = {
    "kind": "thing",
    "folder": "things",
    "single": False,
    "order": 1,
    "title_en": "Thing",
    "description_en": "A thing.",
    "plural": "Dinge",
    "plural_en": "Things",
    "label": "title",
    "id_pattern": "^D-[0-9]+$",
    "id_prefix": "D",
}
PARTS = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id"],
    "properties": {"id": field("id", "string", 1, pattern="^[a-z]+$")},
}
SMALL: Mapping[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:wirctl:schema:thing",
    "title": "Ding",
    "description": "Ein Ding.",
    "x-wirctl": SMALL_NOTE,
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "title"],
    "if": {"required": ["withdrawn"]},
    "else": {"required": ["colour"]},
    "properties": {
        "id": field("id", "string", 1, pattern="^D-[0-9]+$"),
        "title": field("line", "string", 2, note={"translatable": True}),
        "colour": field("word", "string", 3, enum=["red"], default="red"),
        "things": field(
            "set",
            "array",
            4,
            uniqueItems=True,
            items={"type": "string", "x-wirctl": {"value": "reference"}},
            note={"target": ["thing"]},
        ),
        "parts": field("list", "array", 5, items=PARTS, note={"key": ["id"]}),
        "part": field("word", "string", 6, pattern="^[a-z]+$", note={"listed_in": "thing/parts"}),
        "withdrawn": {"$ref": f"{SHARED}withdrawn"},
    },
}
SMALL_GLOSSARY: Record = {
    "kinds": {"thing": {"de": "Ding"}},
    "properties": {key: {"de": "Wort"} for key in SMALL["properties"]},
    "values": {"colour": {"red": {"de": "rot", "en": "red"}}},
}


def faults(schema: Mapping[str, Any]) -> list[str]:
    return list(kind_faults(schema, World({"thing": schema}, WORLD.definitions, SMALL_GLOSSARY)))


def test_small_schema_has_no_fault() -> None:
    assert faults(SMALL) == []


def put(*path: str, to: object) -> Callable[[dict[str, Any]], None]:
    """Sets the value at the path; removes it for `None`."""

    def change(schema: dict[str, Any]) -> None:
        for step in path[:-1]:
            schema = schema[step]
        if to is None:
            del schema[path[-1]]
        else:
            schema[path[-1]] = to

    return change


def colour(key: str, to: object) -> Callable[[dict[str, Any]], None]:
    return put("properties", "colour", key, to=to)


def noted(name: str, key: str, to: object) -> Callable[[dict[str, Any]], None]:
    return put("properties", name, "x-wirctl", key, to=to)


NESTED = ("properties", "parts", "items", "properties", "id")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(colour("title", None), "thing.colour: no title", id="no title"),
        pytest.param(colour("title", "  "), "thing.colour: no title", id="blank title"),
        pytest.param(
            colour("title", "colour"), "thing.colour: title only repeats the key", id="title is key"
        ),
        pytest.param(colour("description", None), "thing.colour: no description", id="described"),
        pytest.param(
            noted("colour", "title_en", None), "thing.colour: no title_en", id="no English title"
        ),
        pytest.param(
            noted("colour", "description_en", "colour"),
            "thing.colour: description_en only repeats the key",
            id="English description is key",
        ),
        pytest.param(
            put(*NESTED, "x-wirctl", "visibility", to=None),
            "thing.parts.id: no visibility",
            id="annotation missing two levels down",
        ),
        pytest.param(
            noted("colour", "significance", None), "thing.colour: no significance", id="weight"
        ),
        pytest.param(noted("colour", "order", None), "thing.colour: no order", id="no order"),
        pytest.param(noted("colour", "order", "x"), "thing.colour: order is x", id="order a word"),
        pytest.param(
            noted("colour", "order", 2), "thing: order 2 is given 2 times", id="order twice"
        ),
        pytest.param(
            noted("colour", "visibility", "secret"),
            "thing.colour: visibility is secret",
            id="visibility unknown",
        ),
        pytest.param(
            noted("colour", "weight", 1), "thing.colour: annotation weight", id="annotation unknown"
        ),
        pytest.param(
            noted("title", "required_from", "soon"),
            "thing.title: required_from is soon",
            id="stage unknown",
        ),
        pytest.param(
            colour("type", "integer"), "thing.colour: a word of type integer", id="type and value"
        ),
        pytest.param(
            colour("default", "blue"), "thing.colour: default is none of the choices", id="default"
        ),
        pytest.param(
            colour("enum", ["red", "blue"]),
            "thing.colour: blue is not in the glossary",
            id="choice",
        ),
        pytest.param(
            noted("colour", "translatable", to=True),
            "thing.colour: a translatable word",
            id="translate",
        ),
        pytest.param(
            put("properties", "part", "x-wirctl", "listed_in", to="thing/things"),
            "thing.part: listed_in names no list with ids",
            id="listed nowhere",
        ),
        pytest.param(
            noted("part", "listed_in", None),
            "thing.part: enum and kind of value do not fit",
            id="open word",
        ),
        pytest.param(
            noted("things", "target", None),
            "thing.things: target and kind of value do not fit",
            id="reference without target",
        ),
        pytest.param(
            noted("things", "target", ["thought"]),
            "thing.things: target thought is no kind",
            id="target unknown",
        ),
        pytest.param(
            noted("things", "key", ["id"]), "thing.things: key of a plain list", id="key of texts"
        ),
        pytest.param(
            put("properties", "things", "items", "x-wirctl", to=None),
            "thing.things: target and kind of value do not fit\n"
            "thing.things: items without kind of value",
            id="items say nothing",
        ),
        pytest.param(
            put("properties", "things", "uniqueItems", to=None),
            "thing.things: uniqueItems and kind of value do not fit",
            id="set with repetitions",
        ),
        pytest.param(
            noted("parts", "key", None),
            "thing.parts: items without a key that they must have\n"
            "thing.part: listed_in names no list with ids",
            id="no key",
        ),
        pytest.param(
            noted("parts", "key", ["id", "name"]),
            "thing.parts: key name is no property\nthing.part: listed_in names no list with ids",
            id="key unknown",
        ),
        pytest.param(
            put("properties", "parts", "items", "additionalProperties", to=None),
            "thing.parts: additionalProperties is not false",
            id="open record",
        ),
        pytest.param(
            put("else", "required", to=["size"]),
            "thing: requires size, which is no property",
            id="required unknown",
        ),
        pytest.param(
            put(*NESTED, "pattern", to=r"^\w+$"), r"thing.parts.id: pattern ^\w+$", id="pattern"
        ),
        pytest.param(put(*NESTED, "oneOf", to=[]), "thing.parts.id: keyword oneOf", id="oneOf"),
        pytest.param(
            put(*NESTED, "$ref", to="https://example.org/x"),
            "thing.parts.id: $ref to https://example.org/x",
            id="reference to the network",
        ),
        pytest.param(
            put("properties", "size", to=field("integer", "integer", 7)),
            "thing.size: size is not in the glossary",
            id="name without German word",
        ),
        pytest.param(put("$id", to="thing"), "thing: $id is thing", id="foreign $id"),
        pytest.param(
            put("$schema", to="http://json-schema.org/draft-07/schema#"),
            "thing: $schema is http://json-schema.org/draft-07/schema#",
            id="older JSON Schema",
        ),
        pytest.param(put("x-wirctl", "plural", to=None), "thing: no plural", id="no plural"),
        pytest.param(
            put("x-wirctl", "file", to="thing.yaml"),
            "thing: neither one file nor one folder",
            id="file and folder",
        ),
        pytest.param(
            put("x-wirctl", "id_pattern", to="^D-[0-9]{2}$"),
            "thing: id_pattern and the pattern of id differ",
            id="two patterns",
        ),
        pytest.param(
            put("x-wirctl", "id_prefix", to="E"),
            "thing: id_prefix does not begin an id",
            id="prefix",
        ),
        pytest.param(
            put("x-wirctl", "group_by", to="field"),
            "thing: group_by field is no property",
            id="grouped by nothing",
        ),
        pytest.param(
            put("if", to={"required": ["gone"]}),
            "thing: a tombstone would need what an element needs",
            id="tombstone",
        ),
        pytest.param(
            put("required", to=["id"]), "thing: id and title are not required", id="no label"
        ),
    ],
)
def test_lint_sees(change: Callable[[dict[str, Any]], None], expected: str) -> None:
    schema = copy.deepcopy(dict(SMALL))
    change(schema)
    assert "\n".join(faults(schema)) == expected


def test_lint_sees_a_kind_without_german_word() -> None:
    schema = copy.deepcopy(dict(SMALL))
    schema["x-wirctl"]["kind"] = "object"
    schema["$id"] = "urn:wirctl:schema:object"
    assert "object: object is not in the glossary" in faults(schema)
