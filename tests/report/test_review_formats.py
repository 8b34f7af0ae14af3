"""A review in each format: never cut in the middle, never too much, and nothing breaks out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from versions import between, compared, measure
from wirctl.core.severity import Severity
from wirctl.core.span import Span
from wirctl.flow.consent import Demand, Gate
from wirctl.flow.voices import Note, Party, PartyKind
from wirctl.model.review_rules import ReviewRule
from wirctl.report.finding import Finding
from wirctl.report.findings_github import command
from wirctl.report.proposal import Proposal
from wirctl.report.registry import Look, finding_formats
from wirctl.report.review_words import note_codes, note_text
from wirctl.report.reviews import review_formats
from wirctl.report.stages import TooSmallError, fullest

if TYPE_CHECKING:
    from collections.abc import Sequence

HOSTILE = (
    "@alle #1 !2 <script>alert(1)</script> ]]> | `x` [y](https://z.example) <!-- --> -->\n"
    "::error::x\r\n# Titel ~~~ ``` %0A www.z.example :smile:"
)
PARTY = Party(PartyKind.BODY, "G-LG")
DEMAND = Demand(ReviewRule(id="alles", title="Alles"), PARTY, ("M-1", "M-2"), ("M-2",), ("konto",))


def finding(text: str = "Falsch.", severity: Severity = Severity.ERROR, rule: str = "r") -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        text=text,
        help="",
        path="plan/a.yaml",
        span=Span(3, 5, 3, 9),
        element="A",
        pointer="",
        fingerprint="0123456789abcdef",
        line="",
    )


def proposal(new: Sequence[Finding] = (), title: str = "Lenkungsgruppe") -> Proposal:
    return Proposal(
        base="main",
        head="vorschlag",
        base_commit="",
        head_commit="",
        comparison=between("LG-2021-11-08", "LG-2021-11-22"),
        gate=Gate((DEMAND,), ()),
        new=tuple(new),
        parties={PARTY: title},
        prefix="plan/",
    )


def lines(name: str, about: Proposal, limit: int = 0) -> list[str]:
    return list(review_formats()[name].lines(about, Look("de"), limit))


def test_formats_of_a_review() -> None:
    assert list(review_formats()) == ["github", "gitlab", "json", "markdown"]


@pytest.mark.parametrize("limit", [1200, 2000, 2500, 3000, 4000, 8000, 60_000])
def test_comment_keeps_to_its_limit_and_ends_where_a_form_ends(limit: int) -> None:
    found = [finding(f"Falsch {place}.") for place in range(20)]
    text = "".join(f"{line}\n" for line in lines("markdown", proposal(found), limit))
    assert len(text.encode()) <= limit
    assert "Freigabe: fehlt. Es fehlt die Zustimmung von: Lenkungsgruppe (G-LG)" in text
    headings = re.findall(r"^### (.*)$", text, re.MULTILINE)
    assert headings in (
        ["Inhaltliche Änderungen", "Neue Befunde", "Freigabe"],
        ["Freigabe"],
        [],
    )


def test_fullest_form_that_fits_is_taken() -> None:
    stages = [lambda text=text: [text] for text in ("aaaa", "bbb", "c")]
    assert [fullest(stages, limit) for limit in (0, 5, 4, 2)] == [
        ("aaaa",),
        ("aaaa",),
        ("bbb",),
        ("c",),
    ]
    with pytest.raises(TooSmallError) as caught:
        fullest(stages, 1)
    assert (caught.value.limit, caught.value.needed) == (1, 2)


def test_marker_changes_with_what_the_comment_says_and_with_nothing_else() -> None:
    first, again = lines("markdown", proposal())[0], lines("markdown", proposal())[0]
    assert re.fullmatch(r"<!-- wirctl:review w1:[0-9a-f]{32} -->", first)
    assert first == again == lines("markdown", replace(proposal(), head="anders"))[0]
    assert first != lines("markdown", proposal([finding()]))[0]


def test_nothing_in_a_comment_is_markup_of_the_plan() -> None:
    plan = f"# measures/M-BIL-01.yaml\nid: M-BIL-01\ntitle: {json.dumps(HOSTILE)}\n"
    about = replace(
        proposal([finding(HOSTILE), finding(HOSTILE, Severity.WARNING)], HOSTILE),
        comparison=compared("", plan),
    )
    text = "\n".join(lines("markdown", about))
    tokens = MarkdownIt("commonmark", {"linkify": False}).enable("table").parse(text)
    inner = [part for token in tokens for part in token.children or ()]
    html = {part.content for part in inner if part.type == "html_inline"}
    assert html <= {"<!-- -->", "<br>", "<del>", "</del>", "<ins>", "</ins>"}
    assert not [part for part in inner if part.type in {"link_open", "image"}]
    assert not re.search(r"@\w", text)
    blocks = [token.content for token in tokens if token.type == "html_block"]
    assert blocks == [lines("markdown", about)[0] + "\n"]
    assert [token.content for token in tokens if token.type in {"fence", "code_block"}] == []


def test_annotation_cannot_become_another_command() -> None:
    for line in lines("github", proposal([finding(HOSTILE)], HOSTILE)):
        assert len(line.splitlines()) == 1
    assert command("error", "a\r\nb %", title="x:y,z") == "::error title=x%3Ay%2Cz::a%0D%0Ab %25"


def test_github_shows_nine_of_a_level_and_counts_the_rest() -> None:
    found = [finding(f"F{place}") for place in range(30)]
    found += [finding(f"W{place}", Severity.WARNING) for place in range(10)]
    errors = [line for line in lines("github", proposal(found)) if line.startswith("::error")]
    warnings = [line for line in lines("github", proposal(found)) if line.startswith("::warning")]
    assert (len(errors), len(warnings)) == (10, 10)
    assert errors[-1] == "::error::… und 22 weitere; alle zeigt wirctl mit --format text."
    assert errors[1] == "::error file=plan/a.yaml,line=3,col=5,endLine=3,endColumn=9,title=r::F0"
    made = list(finding_formats()["github"].lines(found, Look("de")))
    assert len([line for line in made if line.startswith("::error")]) == 10
    assert made[-1] == "30 Fehler, 10 Warnungen."


def test_report_for_gitlab_has_the_documented_shape() -> None:
    [wanted, *found] = json.loads("\n".join(lines("gitlab", proposal([finding()]))))
    assert found == [
        {
            "description": "Falsch.",
            "check_name": "r",
            "fingerprint": "0123456789abcdef",
            "severity": "major",
            "location": {"path": "plan/a.yaml", "lines": {"begin": 3}},
        }
    ]
    assert wanted | {"fingerprint": ""} == {
        "description": "Alles: Lenkungsgruppe (G-LG) – offen: M-2, zugestimmt (konto)",
        "check_name": "review-gate",
        "fingerprint": "",
        "severity": "blocker",
        "location": {"path": "plan/review.yaml", "lines": {"begin": 1}},
    }


@pytest.mark.parametrize("code", sorted(note_codes()))
def test_every_note_has_a_sentence_in_both_languages(code: str) -> None:
    names = ("name", "base", "count", "rule", "paths", "path", "round", "item", "body", "detail")
    words = tuple((name, "X") for name in names)
    de, en = (note_text(Note(code, words), language) for language in ("de", "en"))
    assert de != en
    assert {"X"} & set(de) == {"X"} & set(en)


def test_comment_tells_what_changed_inside_an_element_that_was_split() -> None:
    gone = "withdrawn: {reason: Geteilt., to: [M-BIL-02, M-BIL-03]}"
    split = "lineage: [{kind: split, from: [M-BIL-01]}]"
    old = measure("title: A\nfunding_path: fund\ndescription: Alle lesen. Wir haften selbst.")
    first = f"title: B\n{split}\nfunding_path: own_budget\ndescription: Alle lesen."
    second = measure(f"title: C\n{split}\ndescription: Sie schreiben Briefe.", "M-BIL-03")
    new = measure(gone) + measure(first, "M-BIL-02") + second
    comparison = compared(old, new)
    told = lines("markdown", replace(proposal(), comparison=comparison))
    assert [line for line in told if line.startswith("  - ")] == [
        "  - Beschreibung: <del>Wir haften selbst.</del>",
        "  - Finanzierungsweg: <del>Förderfonds</del> <ins>eigener Haushalt</ins>",
        "  - Beschreibung: <ins>Sie schreiben Briefe.</ins>",
    ]


def test_comment_tells_what_a_new_measure_says_where_there_is_room() -> None:
    new = measure("title: Lotsen\ncosts: [{year: 2025, kind: one_off, amount_eur: 900000}]")
    about = replace(proposal(), comparison=compared("", new))
    costs = "  - Kosten: <ins>Jahr: 2025 · Art: einmalig · Betrag in Euro: 900.000 EUR</ins>"
    assert costs in [line.replace("\u00a0", " ") for line in lines("markdown", about)]
    size = len("\n".join(lines("markdown", about)).encode())
    assert "900.000" not in "\n".join(lines("markdown", about, size - 1))
