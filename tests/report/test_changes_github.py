"""Changes as annotations at their places."""

from __future__ import annotations

from versions import compared, measure
from wirctl.report.changes_github import github
from wirctl.report.registry import Look

LOOK = Look("de", prefixes=("alt/", "plan/"))


def lines(old: str, new: str, look: Look = LOOK) -> list[str]:
    return [line.replace("\u00a0", " ") for line in github(compared(old, new), look)]


def test_change_stands_at_its_line_in_the_newer_version() -> None:
    old = measure("title: Lotsen\nstaffing_fte: 1\nnote: A")
    new = measure("# Kommentar\ntitle: Lotsen\nnote: B\nstaffing_fte: 2.5")
    at = "file=plan/measures/M-BIL-01.yaml,line=5,col=15,title=M-BIL-01 Lotsen"
    told, total = lines(old, new)
    assert told == f"::notice {at}::Personalbedarf geändert (+1,5): 1 → 2,5"
    assert total == "1 inhaltliche Änderung, 1 redaktionelle Änderung"


def test_what_is_gone_has_no_place() -> None:
    told, _ = lines(measure("title: Lotsen"), "")
    assert told == "::notice title=M-BIL-01 Lotsen::Nicht mehr vorhanden, ohne Vermerk"


def test_nothing_of_the_plan_is_another_command() -> None:
    old, new = (measure(f'title: "{title}"') for title in ("A", "x\\n::error::y, z: %0A"))
    told = lines(old, new)
    assert len(told) == 2
    assert "\n" not in told[0]
    assert "title=M-BIL-01 x%0A%3A%3Aerror%3A%3Ay%2C z%3A %250A::" in told[0]


def test_tenth_annotation_counts_the_rest() -> None:
    old, new = (
        "".join(measure(f"staffing_fte: {fte + n}", f"M-BIL-{n:02}") for n in range(1, 13))
        for fte in (0, 50)
    )
    told = lines(old, new, Look("en"))
    assert len(told) == 11
    assert told[-2] == "::notice::… and 3 more; wirctl diff shows all."
    assert all(line.startswith("::notice file=measures/M-BIL-") for line in told[:9])
