"""Words that a list of the plan names, such as outcomes: at fault where the list has them not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.load.references import LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.load import Loaded

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]
    Load = Callable[[Mapping[str, str | None]], Loaded]

PROCESS = """\
id: VERFAHREN
title: Verfahren
outcomes:
  - {id: accepted, title: angenommen, leads_to: accepted}
  - {id: returned, title: zurückgegeben, leads_to: returned}
"""
FUND = """\
id: F-1
title: Förderfonds
funding_areas:
  - {id: klein, title: Kleinprojekte}
  - {id: gross, title: Projekte}
"""
OTHER = "id: F-2\ntitle: Anderer Fonds\nfunding_areas:\n  - {id: sport, title: Sport}\n"
PLAN = {
    "process.yaml": PROCESS,
    "bodies/G-LG.yaml": "id: G-LG\ntitle: Lenkungsgruppe\nkind: steering_group\n",
    "goals/Z-BIL-1.yaml": "id: Z-BIL-1\ntitle: T\nfield: HF-BIL\n",
    "fields/HF-BIL.yaml": "id: HF-BIL\ntitle: Bildung\norder: 1\n",
    "fund/F-1.yaml": FUND,
}
ROUND = "id: LG-2021\ntitle: T\nbody: G-LG\ndate: '2021'\nphase: steering\n"
AWARD = "id: FB-1\ntitle: T\nkind: small_project\nfund: F-1\n"


def decision(outcome: str) -> dict[str, str]:
    text = f"{ROUND}decisions:\n  - item: Z-BIL-1\n    outcome: {outcome}\n"
    return {"rounds/LG-2021.yaml": text}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(decision("accepted"), [], id="outcome of the process"),
        pytest.param(
            decision("acepted"),
            [("rounds/LG-2021.yaml", "unlisted-word", 8, 14)],
            id="outcome misspelt",
        ),
        pytest.param(
            {
                "rounds/LG-2021.yaml": f"{ROUND}resolutions:\n"
                "  - {id: a, text: b, outcome: nein}\n"
            },
            [("rounds/LG-2021.yaml", "unlisted-word", 7, 31)],
            id="outcome of a resolution",
        ),
        pytest.param(
            {
                "process.yaml": f"{PROCESS}steps:\n  - id: lg\n    title: T\n"
                "    outcomes: [accepted, amended]\n"
            },
            [("process.yaml", "unlisted-word", 9, 26)],
            id="outcome of a step that the process itself does not explain",
        ),
        pytest.param(
            {"awards/FB-1.yaml": f"{AWARD}funding_area: klien\n"},
            [("awards/FB-1.yaml", "unlisted-word", 5, 15)],
            id="pot of an award",
        ),
        pytest.param(
            {"fund/F-2.yaml": OTHER, "awards/FB-1.yaml": f"{AWARD}funding_area: sport\n"},
            [("awards/FB-1.yaml", "unlisted-word", 5, 15)],
            id="pot of another fund than the one that is named",
        ),
        pytest.param(
            {"fund/F-2.yaml": OTHER, "awards/FB-1.yaml": f"{AWARD}funding_area: klein\n"},
            [],
            id="pot of the fund that is named, of two",
        ),
        pytest.param(
            {"calls/A-1.yaml": "id: A-1\ntitle: T\nfund: F-1\nfunding_area: riesig\n"},
            [("calls/A-1.yaml", "unlisted-word", 4, 15)],
            id="pot of a call",
        ),
        pytest.param(
            {
                "fund/F-1.yaml": f"{FUND}allocations:\n"
                "  - {year: 2023, funding_area: mittel, amount_eur: 1}\n"
            },
            [("fund/F-1.yaml", "unlisted-word", 7, 32)],
            id="pot of an allocation in the same file",
        ),
        pytest.param(
            {
                "statements/S-1.yaml": "id: S-1\ntitle: T\nbody: G-LG\n"
                "points:\n  - {id: '1', item: Z-BIL-1}\n"
                "responses:\n  - {point: '2', result: adopted}\n"
            },
            [("statements/S-1.yaml", "unlisted-word", 7, 13)],
            id="answer to a point that nobody made",
        ),
    ],
)
def test_word_is_listed(
    found: Found, files: dict[str, str], expected: list[tuple[str, str, int, int]]
) -> None:
    assert found({**PLAN, **files}) == expected


@pytest.mark.parametrize(
    "process",
    [
        pytest.param("", id="empty"),
        pytest.param("id: VERFAHREN\ntitle: [Verfahren\n", id="broken"),
        pytest.param(PROCESS.replace("outcomes:", "outcomes: alle"), id="list broken"),
        pytest.param(PROCESS.replace("id: accepted", "id: Accepted"), id="item of the list wrong"),
        pytest.param(PROCESS.replace("id: accepted, ", ""), id="item without a name"),
    ],
)
def test_faulty_list_makes_no_word_wrong(found: Found, process: str) -> None:
    told = found({**PLAN, **decision("accepted"), "process.yaml": process})
    assert {item[0] for item in told} == {"process.yaml"}


@pytest.mark.parametrize(
    "process",
    [
        pytest.param(None, id="no process"),
        pytest.param("id: VERFAHREN\ntitle: Verfahren\n", id="process without outcomes"),
        pytest.param("id: VERFAHREN\ntitle: Verfahren\noutcomes: []\n", id="empty list"),
    ],
)
def test_word_of_a_list_that_is_not_kept_is_free(found: Found, process: str | None) -> None:
    files = {**PLAN, **decision("angenommen"), "process.yaml": process}
    assert found(files) == []


def test_pot_of_an_unknown_fund_is_one_finding(found: Found) -> None:
    text = AWARD.replace("F-1", "F-9") + "funding_area: klein\n"
    assert [item[1] for item in found({**PLAN, "awards/FB-1.yaml": text})] == ["unknown-reference"]


def test_what_is_no_word_at_all_is_one_finding(found: Found) -> None:
    told = found({**PLAN, **decision("Angenommen!")})
    assert told == [("rounds/LG-2021.yaml", "wrong-form", 8, 14)]


def test_unlisted_word_offers_the_nearest_and_all(loaded: Load) -> None:
    (finding,) = loaded({**PLAN, **decision("acepted")}).diagnostics
    assert dict(finding.arguments) == {
        "value": "acepted",
        "title_de": "Ergebnis",
        "title_en": "Outcome",
        "list_de": "Ergebnisse",
        "list_en": "Outcomes",
        "path": "process.yaml",
        "choices": ("accepted", "returned"),
        "hint_de": "Gemeint ist wohl „accepted“. ",
        "hint_en": "Did you mean “accepted”? ",
    }


def test_one_file_gives_a_limited_number_of_findings(found: Found) -> None:
    items = "".join(f"  - {{id: b{number}, text: c, outcome: no}}\n" for number in range(500))
    told = found({**PLAN, "rounds/LG-2021.yaml": f"{ROUND}resolutions:\n{items}"})
    assert [item[1] for item in told] == ["unlisted-word"] * LIMIT
