"""A catalogue that portals for open data can take, held to the duties of DCAT-AP.de 3.0."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import to_isomorphic

from full_plan import KINDS, full_plan
from hostile_texts import TEXTS
from site_parts import VERSION, site_of, view
from wirctl.core.frozen import replace
from wirctl.render.model.version import Version
from wirctl.render.opendata.needs import NeedsWebAddressError, PlanLeavesOutError
from wirctl.render.writing import More, render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.site import Site

# Inside rdflib, not here.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SHAPES = Graph().parse(Path(__file__).resolve().parent / "dcat_shapes.ttl")
URL = "https://example.org/wir/"
EU = "http://publications.europa.eu/resource/authority/"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
DCT = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
CATALOG, DATASET = URIRef(f"{URL}#catalog"), URIRef(f"{URL}#dataset")
MORE = More(languages=("en",), formats=("json", "csv", "ics", "oparl"))
PLAN = """\
# plan.yaml
id: WIR
title: „WIR“ in der \\Stadt\\
format: 1
municipality: Musterstadt
licence: CC-BY-4.0
languages: [de, en, de-simple]
period: {start: 2022-09, end: "2027"}
summary: Ein **Plan**.
disclaimer: Nicht amtlich.
website: https://example.org/stadt/plan
# goals/Z-1.yaml
id: Z-1
title: Sprache
"""


def site(folder: Path, plan: str = PLAN) -> Site:
    version = Version(VERSION.label, VERSION.date, VERSION.commit, time="2021-11-22T17:05:00Z")
    return site_of(plan, folder, version)


def written(site: Site, more: More = MORE) -> Mapping[str, bytes]:
    return render(site, "dcat", url=URL, more=more)


def graph(site: Site, more: More = MORE) -> Graph:
    """The triples, as a library reads them from Turtle."""
    return Graph().parse(data=written(site, more)["catalog.ttl"], format="turtle")


def conforms(found: Graph) -> bool:
    """Whether our shapes of the specification find no fault."""
    from pyshacl import validate

    is_right, _, _ = validate(found, shacl_graph=SHAPES)
    return bool(is_right)


def test_both_files_say_the_same(tmp_path: Path) -> None:
    files = written(site(tmp_path))
    assert files.keys() == {"catalog.jsonld", "catalog.ttl"}
    one = Graph().parse(data=files["catalog.jsonld"], format="json-ld")
    other = Graph().parse(data=files["catalog.ttl"], format="turtle")
    assert len(one) > 60
    assert to_isomorphic(one) == to_isomorphic(other)


@pytest.mark.slow
def test_catalogue_conforms(tmp_path: Path) -> None:
    assert conforms(graph(site(tmp_path)))


@pytest.mark.slow
def test_catalogue_of_a_plan_with_every_field_conforms() -> None:
    assert conforms(graph(view(full_plan(lambda path, _field: f"Text für {path}"), KINDS)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (DCAT.Catalog, DCT.title),
        (DCAT.Catalog, DCT.description),
        (DCAT.Catalog, DCT.publisher),
        (DCAT.Dataset, DCT.title),
        (DCAT.Dataset, DCT.description),
        (DCAT.Dataset, DCT.publisher),
        (DCAT.Distribution, DCAT.accessURL),
        (DCAT.Distribution, DCT.license),
        (FOAF.Agent, FOAF.name),
        (SPDX.Checksum, SPDX.algorithm),
        (SPDX.Checksum, SPDX.checksumValue),
    ],
)
def test_catalogue_without_a_property_that_is_a_duty_does_not_conform(
    kind: URIRef, name: URIRef, tmp_path: Path
) -> None:
    found = graph(site(tmp_path))
    thing = min(found.subjects(RDF.type, kind), key=str)
    assert found.value(thing, name) is not None
    found.remove((thing, name, None))
    assert not conforms(found)


def test_dataset_says_what_the_plan_says(tmp_path: Path) -> None:
    found = graph(site(tmp_path))
    assert found.value(DATASET, DCT.title) == Literal("„WIR“ in der \\Stadt\\", "de")
    assert found.value(DATASET, DCT.description) == Literal("Ein Plan.\n\nNicht amtlich.", "de")
    assert str(found.value(DATASET, DCT.identifier)) == "urn:wirctl:WIR"
    assert str(found.value(DATASET, DCT.modified)) == "2021-11-22T17:05:00+00:00"
    assert str(found.value(DATASET, FOAF.page)) == "https://example.org/stadt/plan"
    codes = {
        str(one).removeprefix(f"{EU}language/") for one in found.objects(DATASET, DCT.language)
    }
    assert codes == {"DEU", "ENG"}
    themes = {
        str(one).removeprefix(f"{EU}data-theme/") for one in found.objects(DATASET, DCAT.theme)
    }
    assert themes == {"GOVE", "SOCI"}
    period = found.value(DATASET, DCT.temporal)
    assert found.value(period, DCAT.startDate) == Literal("2022-09", datatype=XSD.gYearMonth)
    assert found.value(period, DCAT.endDate) == Literal("2027", datatype=XSD.gYear)
    publisher = found.value(DATASET, DCT.publisher)
    assert found.value(publisher, FOAF.name) == Literal("Musterstadt")


def test_what_no_plan_states_is_left_out(tmp_path: Path) -> None:
    found = graph(site(tmp_path))
    for name in (DCATDE.contributorID, DCATDE.politicalGeocodingURI, DCT.spatial):
        assert (None, name, None) not in found


def test_every_file_lies_where_the_catalogue_says_with_size_and_digest(tmp_path: Path) -> None:
    plan = site(tmp_path)
    pages = render(plan, "html", url=URL, more=MORE)
    found = graph(plan)
    loads = sorted(found.subject_objects(DCAT.downloadURL))
    assert len(loads) >= 6
    for form, address in loads:
        data = pages[str(address).removeprefix(URL)]
        assert found.value(form, DCAT.accessURL) == address
        assert int(str(found.value(form, DCAT.byteSize))) == len(data)
        digest = found.value(found.value(form, SPDX.checksum), SPDX.checksumValue)
        assert str(digest).lower() == sha256(data).hexdigest()
        licence = found.value(form, DCT.license)
        assert str(licence) == "http://dcat-ap.de/def/licenses/cc-by/4.0"
        assert "Musterstadt" in str(found.value(form, DCATDE.licenseAttributionByText))


def test_oparl_is_one_form_that_leads_to_its_other_files(tmp_path: Path) -> None:
    loads = {
        str(one).removeprefix(URL) for one in graph(site(tmp_path)).objects(None, DCAT.downloadURL)
    }
    assert {one for one in loads if "oparl" in one} == {"downloads/oparl/system.json"}


def test_without_files_to_take_away_there_is_the_web_site(tmp_path: Path) -> None:
    found = graph(site(tmp_path), More())
    assert list(found.objects(None, DCAT.accessURL)) == [URIRef(URL)]
    assert conforms(found)


def test_licence_that_the_list_lacks_has_its_own_address(tmp_path: Path) -> None:
    found = graph(site(tmp_path, PLAN.replace("CC-BY-4.0", "ODbL-1.0")))
    assert {str(one) for one in found.objects(None, DCT.license)} == {
        "https://spdx.org/licenses/ODbL-1.0"
    }


def test_without_address_or_licence_nothing_is_written(tmp_path: Path) -> None:
    plan = site(tmp_path)
    with pytest.raises(NeedsWebAddressError):
        render(plan, "dcat")
    bare = site(tmp_path / "bare", PLAN.replace("licence: CC-BY-4.0\n", ""))
    with pytest.raises(PlanLeavesOutError) as caught:
        render(bare, "dcat", url=URL)
    assert (caught.value.format, caught.value.field) == ("dcat", "licence")


@pytest.mark.slow
def test_hostile_words_are_read_again_as_they_are() -> None:
    words = "\n".join(TEXTS)
    found = graph(view(full_plan(lambda _path, _field: words), KINDS), More())
    assert conforms(found)
    kinds = {str(kind) for kind in found.objects(None, RDF.type)}
    assert kinds == {
        str(kind)
        for kind in (
            DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent,
            DCT.LicenseDocument, DCT.PeriodOfTime,
        )
    }  # fmt: skip


def test_settings_name_who_publishes_and_by_which_key_portals_know_them(tmp_path: Path) -> None:
    key = "http://dcat-ap.de/def/contributors/musterstadt"
    found = graph(site(tmp_path), replace(MORE, publisher="Amt für Statistik", contributor=key))
    agent = found.value(DATASET, DCT.publisher)
    assert found.value(agent, FOAF.name) == Literal("Amt für Statistik")
    assert found.value(DATASET, DCATDE.contributorID) == URIRef(key)
    assert graph(site(tmp_path)).value(DATASET, DCATDE.contributorID) is None
