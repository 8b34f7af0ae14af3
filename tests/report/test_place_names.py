"""What people call the place of a change."""

from __future__ import annotations

from versions import compared, measure
from wirctl.report.place_names import place_name

FUND = (
    "# fund/F-WIR.yaml\nid: F-WIR\ntitle: Fonds\n"
    "funding_areas:\n  - {id: bereich-2, title: Große Projekte}\n"
)
TRANSLATED = (
    measure("title: Lotsen")
    + "# translations/en/TR-EN-M-BIL-01.yaml\nid: TR-EN-M-BIL-01\nelement: M-BIL-01\nlanguage: en\n"
    "texts:\n  - {field: title, text: Guides}\n  - {field: gone, text: Guides}\n"
)


def names(old: str, new: str, language: str = "de") -> list[str]:
    comparison = compared(old, new)
    return [place_name(comparison, change, language) for change in comparison.changes]


def test_item_is_named_by_its_key_in_words() -> None:
    old = measure("costs: [{year: 2023, kind: yearly, amount_eur: 5}]")
    assert names(old, old.replace("eur: 5", "eur: 7")) == [
        "Kosten › 2023 jährlich › Betrag in Euro"
    ]


def test_item_that_has_only_an_id_is_named_by_its_title() -> None:
    assert names(FUND, FUND.replace("Große Projekte", "Großprojekte")) == [
        "Förderbereiche › Großprojekte › Titel"
    ]


def test_translated_text_is_named_by_the_field_that_it_translates() -> None:
    assert names(TRANSLATED, TRANSLATED.replace("Guides", "Pilots")) == [
        "Texte › Titel › Text",
        "Texte › gone › Text",
    ]
