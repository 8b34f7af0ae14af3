"""A graph that programs for linked data read without asking the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from full_plan import KINDS, full_plan
from hostile_texts import TEXTS
from site_parts import site_of, view
from wirctl.render.writing import render

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site

# Inside rdflib, not here.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SCHEMA = Namespace("https://schema.org/")
PLAN = """\
# measures/bil/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lernpat*innen
field: HF-BIL
lead_unit: Fachbereich Schule
period: {start: 2022-09}
costs:
  - {year: 2022, amount_eur: 250000, kind: one_off}
# fields/HF-BIL.yaml
id: HF-BIL
title: Bildung
order: 1
# bodies/G-RAT.yaml
id: G-RAT
title: Rat
kind: council
"""


def graph(site: Site, url: str = "") -> Graph:
    """The triples, as a library reads them."""
    return Graph().parse(data=render(site, "jsonld", url=url)["plan.jsonld"], format="json-ld")


def test_measure_is_a_project_with_its_money(tmp_path: Path) -> None:
    found = graph(site_of(PLAN, tmp_path), "https://example.org/wir")
    measure = URIRef("https://example.org/wir/measures/M-BIL-01.html")
    assert (measure, RDF.type, SCHEMA.Project) in found
    assert (measure, SCHEMA.name, Literal("Lernpat*innen")) in found
    assert (measure, SCHEMA.foundingDate, Literal("2022-09")) in found
    amounts = {
        str(found.value(amount, SCHEMA.value))
        for grant in found.objects(measure, SCHEMA.funding)
        for amount in found.objects(grant, SCHEMA.amount)
    }
    assert amounts == {"250000"}


def test_body_of_the_city_is_one_of_government(tmp_path: Path) -> None:
    found = graph(site_of(PLAN, tmp_path))
    name = URIRef("urn:wirctl:PLAN:G-RAT")
    assert found.value(name, RDF.type) == SCHEMA.GovernmentOrganization


def test_everything_has_a_type_and_a_name() -> None:
    found = graph(view(full_plan(lambda path, _field: f"Text für {path}"), KINDS))
    elements = set(found.subjects(SCHEMA.identifier))
    assert len(elements) == 14
    for element in elements:
        assert found.value(element, RDF.type) is not None
        assert str(found.value(element, SCHEMA.name))


def test_hostile_text_ends_no_script_and_is_read_again() -> None:
    site = view(full_plan(lambda _path, _field: " ".join(TEXTS)), KINDS)
    data = render(site, "jsonld")["plan.jsonld"]
    assert b"<" not in data
    assert any("</script>" in str(name) for name in graph(site).objects(None, SCHEMA.name))
