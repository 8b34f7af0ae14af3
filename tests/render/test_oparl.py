"""The council's side as OParl 1.1 wants it, so that its clients find their way by files alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from full_plan import KINDS, full_plan
from site_parts import VERSION, site_of, view
from wirctl.core.frozen import replace
from wirctl.load import load
from wirctl.render.build import build
from wirctl.render.model.version import Version
from wirctl.render.opendata.needs import NeedsWebAddressError
from wirctl.render.writing import More, render
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.model.site import Site

ROOT = Path(__file__).resolve().parents[2]
URL = "https://example.org/wir/"
BASE = f"{URL}downloads/oparl/"
SCHEMA = "https://schema.oparl.org/1.1/"
TIME = "2021-11-22T17:05:00Z"
PLAN = """\
# plan.yaml
id: WIR
title: WIR
format: 1
municipality: Musterstadt
licence: CC-BY-4.0
disclaimer: Nachgebildet, nicht amtlich.
# bodies/G-RAT.yaml
id: G-RAT
title: Rat
abbreviation: RAT
kind: council
# bodies/G-IA.yaml
id: G-IA
title: Internationaler Ausschuss
kind: committee
parent: G-RAT
valid_from: "2006"
# goals/Z-1.yaml
id: Z-1
title: Sprache
# rounds/RAT-2022.yaml
id: RAT-2022
title: Sitzung des Rats
body: G-RAT
date: 2022-07-14
phase: council
decisions:
  - {item: Z-1, outcome: decided, paper: DS-1}
resolutions:
  - {id: mittel, text: Die Mittel werden aufgeteilt., outcome: decided}
# papers/DS-1.yaml
id: DS-1
reference: 1/2022
title: Katalog
paper_type: decision_paper
date: 2022-07
consultations:
  - {body: G-IA, date: 2022-07-01}
  - {body: G-IA}
  - {body: G-RAT, date: 2022-07-14, authoritative: true, result: adopted}
annexes:
  - {number: 1, title: Anlage, url: "https://example.org/anlage.pdf"}
  - {number: 2, title: Nur auf Papier}
# papers/DS-2.yaml
id: DS-2
reference: 1/2022 E1
title: Ergänzung
paper_type: supplement
date: 2022-07-05
originals: [DS-1]
# papers/DS-3.yaml
id: DS-3
title: Zurückgezogen
withdrawn: {date: 2022-07-06, reason: Zurückgezogen.}
"""

# What the specification makes a duty of each type of object, besides what all have.
DUTIES: Mapping[str, frozenset[str]] = {
    "System": frozenset({"oparlVersion", "body"}),
    "Body": frozenset(
        {"name", "organization", "person", "meeting", "paper", "legislativeTerm"},
    ),
    "Organization": frozenset(),
    "Meeting": frozenset(),
    "AgendaItem": frozenset({"order"}),
    "Paper": frozenset(),
    "Consultation": frozenset(),
    "File": frozenset({"accessUrl"}),
}
OF_ALL = frozenset({"id", "type", "created", "modified"})
# Properties that lead out of the data, to pages and files for people.
OUTWARD = frozenset({"web", "website", "license", "accessUrl", "oparlVersion", "type"})


@pytest.fixture
def site(tmp_path: Path) -> Site:
    version = Version(VERSION.label, VERSION.date, VERSION.commit, time=TIME)
    return site_of(PLAN, tmp_path, version)


def written(site: Site) -> dict[str, Any]:
    """What a client gets at each address."""
    files = render(site, "oparl", url=URL)
    return {f"{BASE}{path}": json.loads(data) for path, data in files.items()}


def objects(value: object) -> Iterator[dict[str, Any]]:
    """Every object, also those inside others."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for name, part in value.items():
            if not name.startswith("wirctl:"):
                yield from objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from objects(part)


def addresses(value: object, name: str = "") -> Iterator[str]:
    """Every address that has to lead to an object or a list."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from addresses(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from addresses(part, name)
    elif isinstance(value, str) and value.startswith("https:") and name not in OUTWARD:
        yield value


def check(found: Mapping[str, Any]) -> None:
    """Hold all that was written to the rules of the specification."""
    for address, value in found.items():
        assert value.get("id", address) == address
        assert set(addresses(value)) <= found.keys()
        for said in objects(value):
            kind = said["type"].removeprefix(SCHEMA)
            assert said.keys() >= OF_ALL
            if not said.get("deleted"):
                assert said.keys() >= DUTIES[kind]
            for name, part in said.items():
                assert part not in ("", None), name
                assert part != [] or name in DUTIES[kind], name
            for name in said.keys() & {"created", "modified", "start", "end"}:
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", said[name]), (
                    name
                )
            for name in said.keys() & {"date", "startDate", "endDate"}:
                assert re.fullmatch(r"\d{4}-\d\d-\d\d", said[name]), name


def test_what_is_written_follows_the_specification(site: Site) -> None:
    found = written(site)
    check(found)
    kinds = {
        said["type"].removeprefix(SCHEMA) for value in found.values() for said in objects(value)
    }
    assert kinds == DUTIES.keys()


def test_plan_with_every_field_follows_the_specification() -> None:
    site = view(full_plan(lambda path, _field: f"Text für {path}"), KINDS)
    check(written(replace(site, version=replace(site.version, time=TIME))))


def test_plan_of_record_follows_the_specification() -> None:
    loaded = load(FolderTree(ROOT / "plan"))
    found = written(build(loaded.plan, loaded.kinds, VERSION).site)
    check(found)
    assert len(found[f"{BASE}papers.json"]["data"]) == 18
    assert len(found[f"{BASE}meetings.json"]["data"]) == 12


def test_client_gets_from_the_start_to_every_object(site: Site) -> None:
    found = written(site)
    seen, open_ = set(), {f"{BASE}system.json"}
    while open_:
        seen |= open_
        open_ = {aim for address in open_ for aim in addresses(found[address])} - seen
    inside = {said["id"] for address in seen for said in objects(found[address])}
    assert found.keys() - seen - inside == {f"{BASE}paper/DS-3.json"}


def test_object_inside_another_is_found_alone_with_the_way_back(site: Site) -> None:
    found = written(site)
    meeting = found[f"{BASE}meeting/RAT-2022.json"]
    for said in meeting["agendaItem"]:
        assert found[said["id"]] == {**said, "meeting": meeting["id"]}
    paper = found[f"{BASE}paper/DS-1.json"]
    for said in paper["consultation"]:
        assert found[said["id"]] == {**said, "paper": paper["id"]}
    (file,) = paper["auxiliaryFile"]
    assert found[file["id"]] == {**file, "paper": [paper["id"]]}
    assert file["accessUrl"] == "https://example.org/anlage.pdf"


def test_consultation_and_point_of_the_agenda_name_each_other(site: Site) -> None:
    found = written(site)
    point, resolution = found[f"{BASE}meeting/RAT-2022.json"]["agendaItem"]
    turn = found[f"{BASE}consultation/DS-1/G-RAT.json"]
    assert (point["name"], point["order"], point["wirctl:about"]) == ("Katalog", 1, ["Z-1"])
    assert point["consultation"] == turn["id"]
    assert (turn["agendaItem"], turn["authoritative"]) == (point["id"], True)
    assert turn["meeting"] == f"{BASE}meeting/RAT-2022.json"
    assert resolution["resolutionText"] == "Die Mittel werden aufgeteilt."
    assert "consultation" not in resolution


def test_two_turns_of_one_body_are_two_consultations_in_order(site: Site) -> None:
    turns = written(site)[f"{BASE}paper/DS-1.json"]["consultation"]
    assert [turn["id"].removeprefix(f"{BASE}consultation/DS-1/") for turn in turns] == [
        "G-IA.json",
        "G-IA-2.json",
        "G-RAT.json",
    ]


def test_dates_of_a_month_are_no_dates_of_oparl(site: Site) -> None:
    found = written(site)
    paper, other = found[f"{BASE}paper/DS-1.json"], found[f"{BASE}paper/DS-2.json"]
    assert ("date" in paper, paper["wirctl:date"]) == (False, "2022-07")
    assert other["date"] == "2022-07-05"
    assert found[f"{BASE}meeting/RAT-2022.json"]["start"] == "2022-07-14T00:00:00+02:00"
    assert "startDate" not in found[f"{BASE}organization/G-IA.json"]


def test_council_is_the_parliament_and_committees_are_below_it(site: Site) -> None:
    found = written(site)
    council, committee = (found[f"{BASE}organization/{id}.json"] for id in ("G-RAT", "G-IA"))
    assert (council["classification"], council["shortName"]) == ("Parlament", "RAT")
    assert (committee["classification"], committee["organizationType"]) == ("Ausschuss", "Gremium")
    assert committee["subOrganizationOf"] == council["id"]
    assert found[f"{BASE}body.json"]["mainOrganization"] == council["id"]
    turns = found[committee["consultation"]]["data"]
    assert [turn["paper"] for turn in turns] == [f"{BASE}paper/DS-1.json"] * 2
    assert found[committee["meeting"]]["data"] == []


def test_paper_and_what_changes_it_know_each_other(site: Site) -> None:
    found = written(site)
    one, other = f"{BASE}paper/DS-1.json", f"{BASE}paper/DS-2.json"
    assert found[one]["subordinatedPaper"] == [other]
    assert found[other]["superordinatedPaper"] == [one]


def test_what_is_gone_is_deleted_and_in_no_list(site: Site) -> None:
    found = written(site)
    gone = found[f"{BASE}paper/DS-3.json"]
    assert gone.keys() == OF_ALL | {"deleted"}
    assert gone["deleted"] is True
    listed = [said["id"] for said in found[f"{BASE}papers.json"]["data"]]
    assert listed == [f"{BASE}paper/DS-1.json", f"{BASE}paper/DS-2.json"]


def test_no_person_is_in_it_and_licence_and_disclaimer_are(site: Site) -> None:
    found = written(site)
    assert found[f"{BASE}persons.json"]["data"] == []
    assert found[f"{BASE}memberships.json"]["data"] == []
    system = found[f"{BASE}system.json"]
    assert system["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert system["wirctl:disclaimer"] == "Nachgebildet, nicht amtlich."
    assert system["oparlVersion"] == SCHEMA
    assert system["modified"] == "2021-11-22T17:05:00+00:00"


def test_without_an_address_on_the_web_nothing_is_written(site: Site) -> None:
    with pytest.raises(NeedsWebAddressError) as caught:
        render(site, "oparl")
    assert caught.value.format == "oparl"


def test_site_offers_the_objects_at_the_addresses_that_they_name(site: Site) -> None:
    files = render(site, "html", url=URL, more=More(formats=("oparl",)))
    system = json.loads(files["downloads/oparl/system.json"])
    assert system["id"] == f"{URL}downloads/oparl/system.json"
    assert system["body"].removeprefix(URL) in files
