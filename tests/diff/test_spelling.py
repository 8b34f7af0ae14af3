"""Spelling is what may change without changing what is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.diff.spelling import only_spelling

SAME = [
    ("Bürger", "Bürger*innen"),
    ("Bürger", "Bürgerinnen und Bürger"),
    ("Bürger und Bürgerinnen", "Bürger:innen"),
    ("BürgerInnen", "Bürger_innen"),
    ("Schüler/-innen", "Schüler(innen)"),
    ("den Schülern", "den Schüler*innen"),
    ("Kollegen", "Kolleg*innen"),
    ("Ärzte und Pfleger", "Ärzt*innen und Pfleger*innen"),
    ("Bauern", "Bäuer*innen"),
    ("ein Arzt", "ein*e Ärzt*in"),
    ("Jeder Bürger kann", "Jede*r Bürger*in kann"),
    ("der Leiter", "der*die Leiter*in"),
    ("Bürgerbeteiligung", "Bürger*innenbeteiligung"),
    ("Expertengruppe", "Expert*innengruppe"),
    ("Schülerinnen oder Schüler", "Schüler:innen"),
    ('Die Straße, das "Haus"', "Die Strasse das „Haus“"),
    ("E-Mail", "Email"),
    ("Migrations-Hintergrund", "Migrationshintergrund"),
    ("z.B. 5%", "z. B. 5 %"),
    ("Der Rat, der tagt", "der Rat der tagt."),
    ("2020-2025", "2020–2025"),
    ("250.000 Euro", "250 000 Euro"),
    ("250.000 €", "250.000,00 EUR"),
    ("250.000,- Euro", "0,25 Mio. €"),
    ("120 T€", "EUR 120.000"),
    ("zum 01.01.2024", "zum 1. Januar 2024"),
    ("bis zum 31.12.24 fertig", "bis zum 31. Dezember 2024 fertig"),
    ("im ersten Quartal 2024", "im 1. Quartal 2024"),
    ("zehn Prozent", "10 %"),
    ("20 bis 30 Plätze", "20-30 Plätze"),
    ("nach Artikel 3 Absatz 3 GG", "nach Art. 3 Abs. 3 GG"),
    ("§§ 3–5 SGB VIII", "§§ 3 bis 5 SGB VIII"),
    ("ein/e Ansprechpartner/in", "ein*e Ansprechpartner*in"),
    ("der/die Beauftragte", "der*die Beauftragte"),
    ("Es wird nicht geprüft ob", "Es wird nicht geprüft, ob"),
    ("Es geht nicht ohne euch", "Es geht nicht, ohne euch"),
    ("die Stadt\nhilft", "die  Stadt hilft"),
    ("geht's", "gehts"),
    ("", "–"),
]
OTHER = [
    ("Bürger", "Bürgerinnen"),
    ("Schülerinnen", "Schüler*innen"),
    ("Bürgerinnen und Schüler", "Bürger*innen"),
    ("5 Euro", "-5 Euro"),
    ("5 Euro", "6 Euro"),
    ("5 %", "5"),
    ("§ 5", "5"),
    ("WIR", "wir"),
    ("soll", "muss"),
    ("Gruppen 20, 30", "Gruppen 20–30"),
    ("zwei Stellen", "zweite Stellen"),
    ("zwei Mal", "zwei"),
    ("250.000 €", "250.000 Dollar"),
    ("und/oder", "und oder"),
    ("Wir helfen nicht, zahlen", "Wir helfen, nicht zahlen"),
    ("alle", "nicht alle"),
    ("E13/A13", "E13 A13"),
    ("Träger", "Trägheit"),
    ("jede*r", "alle"),
    ("Bürgerbeteiligung", "Schüler*innenbeteiligung"),
    ("Rat", ""),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_is_only_spelling(old: str, new: str) -> None:
    assert only_spelling(old, new)
    assert only_spelling(new, old)


@pytest.mark.parametrize(("old", "new"), OTHER)
def test_is_more_than_spelling(old: str, new: str) -> None:
    assert not only_spelling(old, new)
    assert not only_spelling(new, old)


@given(st.text(max_size=60))
def test_text_is_spelt_like_itself(text: str) -> None:
    assert only_spelling(text, text)


@given(st.lists(st.sampled_from(["Bürger*innen", "5", "Rat", "jede*r", "und", "-", "§"])))
def test_spelling_is_the_same_both_ways(words: list[str]) -> None:
    old, new = " ".join(words), " ".join(reversed(words))
    assert only_spelling(old, new) == only_spelling(new, old)
