"""Changes in Markdown that are no longer than they may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import recoding
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.report.changes_markdown import markdown
from wirctl.report.fitting import SMALLEST, fitted
from wirctl.report.registry import Look

ALL = between(ROUNDS[0], ROUNDS[-1])
GERMAN = Look("de")


def size(text: str) -> int:
    return len(text.encode())


def whole(comparison: object = ALL) -> str:
    return "".join(f"{line}\n" for line in markdown(comparison, GERMAN))  # type: ignore[arg-type]


@pytest.mark.slow
@given(st.integers(SMALLEST, 200_000))
def test_page_is_never_longer_than_it_may_be_and_never_empty(most: int) -> None:
    text = fitted(ALL, GERMAN, most)
    assert 0 < size(text) <= most
    assert "inhaltliche Änderungen" in "".join(text.split("\n")[:3])


def test_page_that_fits_is_whole() -> None:
    assert fitted(ALL, GERMAN, size(whole())) == whole()
    assert fitted(ALL, GERMAN, size(whole()) - 1) != whole()


def test_first_the_wording_goes_then_the_changes_then_the_table() -> None:
    without_texts = fitted(ALL, GERMAN, size(whole()) - 1)
    assert "Der Wortlaut der Texte fehlt hier" in without_texts
    assert "<del>" not in without_texts
    assert without_texts.count("\n### ") == whole().count("\n### ")
    table = fitted(ALL, GERMAN, size(without_texts) - 20)
    assert "Die einzelnen Änderungen fehlen hier" in table
    assert "| Zusammen |" in table
    assert "\n### " not in table
    totals = fitted(ALL, GERMAN, size(table) - 20)
    assert "| Zusammen |" not in totals
    assert "Die einzelnen Änderungen fehlen hier" in totals


def test_figures_and_short_values_stay_where_texts_go() -> None:
    old = measure(f"staffing_fte: 1\ndescription: {'Die Stadt fördert Vereine. ' * 200}")
    new = measure(f"staffing_fte: 2\ndescription: {'Die Stadt achtet Vereine. ' * 200}")
    text = fitted(compared(old, new), GERMAN, 4000)
    assert "| Personalbedarf geändert (+1) | 1 | 2 |" in text
    assert "- Beschreibung geändert" in text
    assert "Vereine" not in text


def test_totals_fit_whatever_the_versions_are_called() -> None:
    comparison = compared(recoding.OLD, recoding.NEW)
    assert fitted(comparison, GERMAN, 100_000).startswith("# Synopse ALT → NEU\n")


@pytest.mark.parametrize("language", ["de", "en"])
def test_page_of_ten_events_is_short(language: str) -> None:
    assert size(fitted(compared(OLD, NEW), Look(language), 65_536)) < 65_536
