"""The data follows its schema, and says everything."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import jsonschema
import jsonschema_rs
import pytest

from document_schema import FILE, document_schema
from full_plan import KINDS, full_plan
from site_parts import view
from wirctl.render.json import as_plain, as_plain_record
from wirctl.render.model.values import Entry, Line, Money
from wirctl.render.writing import render
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from wirctl.render.model.site import Site


def test_published_schema_is_that_of_the_types(request: pytest.FixtureRequest) -> None:
    text = json.dumps(document_schema(), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--golden-update"):
        FILE.write_text(text, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == text


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(document_schema())


def check(site: Site) -> None:
    data = json.loads(render(site, "json")["plan.json"])
    errors = jsonschema_rs.validator_for(document_schema()).iter_errors(data)
    assert [(error.instance_path, error.message[:200]) for error in errors] == []


def test_example_follows_the_schema(example: Site) -> None:
    check(example)


def test_plan_that_says_everything_follows_the_schema() -> None:
    check(view(full_plan(lambda path, _field: f"- *{path}*\n- [x](goal:Z-1)"), KINDS))


def test_schema_refuses_what_is_not_of_it(example: Site) -> None:
    data = json.loads(render(example, "json")["plan.json"])
    data["items"]["L-1"]["fields"]["title"]["value"]["text"] = 7
    data["extra"] = True
    errors = jsonschema.Draft202012Validator(document_schema()).iter_errors(data)
    assert len(list(errors)) == 2


def test_values_say_of_which_type_they_are() -> None:
    assert as_plain(Money("250000")) == {"type": "money", "amount": "250000"}


def test_entry_goes_without_its_title() -> None:
    entry = Entry("costs", Words("Kosten", "Cost"), Line("x"))
    assert as_plain(entry) == {"value": {"type": "line", "text": "x"}}
    marked = Entry("costs", Words("Kosten", "Cost"), Line("x"), illustrative=True)
    assert as_plain(marked) == {"value": {"type": "line", "text": "x"}, "illustrative": True}


def test_other_things_are_refused() -> None:
    @dataclass(frozen=True)
    class Odd:
        part: object

    with pytest.raises(TypeError):
        as_plain_record(Odd(object()))
