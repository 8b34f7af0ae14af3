"""What binds in a text is counted, whatever the spelling."""

from __future__ import annotations

import pytest

from wirctl.diff.wording import (
    bounds,
    modals,
    names_of_versions,
    negations,
    numbers,
    paragraph_signs,
)


@pytest.mark.parametrize(
    ("old", "new", "lost", "added"),
    [
        pytest.param("15 % bis 2024", "17 % bis 2024", ["15 %"], ["17 %"], id="target"),
        pytest.param("am 31. März", "am 31. Mai", ["--03-31"], ["--05-31"], id="month"),
        pytest.param("drei Stellen", "3 Stellen", [], [], id="number word"),
        pytest.param("5 Euro", "5 Prozent", ["5 EUR"], ["5 %"], id="unit"),
        pytest.param("5.000 Euro", "5 000\u00a0EUR", [], [], id="spelling"),
        pytest.param("jährlich", "monatlich", ["jährlich"], ["monatlich"], id="interval"),
        pytest.param("Für 25 Kurse bis 2025", "Bis 2025 für 25 Kurse", [], [], id="moved"),
        pytest.param("Plan WIR 2.0", "WIR-2.0-Plan", [], [], id="version moved with its name"),
    ],
)
def test_numbers(old: str, new: str, lost: list[str], added: list[str]) -> None:
    before, after = numbers(old), numbers(new)
    assert sorted((before - after).elements()) == lost
    assert sorted((after - before).elements()) == added


def test_version_of_two_names_is_of_none() -> None:
    assert names_of_versions("WIR 2.0, LIP 1.0, Stadt 2.0, WIR 2.0") == {"1.0": "LIP 1.0"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Die Mittel werden nicht gekürzt.", ["nicht"], id="not"),
        pytest.param(
            "Nicht öffentlich, nicht-öffentlich.", ["nicht", "nicht"], id="capital, hyphen"
        ),
        pytest.param("keine, keinem, keiner, keinerlei", ["kein"] * 4, id="no"),
        pytest.param(
            "nie, niemals, niemandem, weder", ["nie", "niemals", "niemand", "weder"], id="more"
        ),
        pytest.param("ohne Kosten, nichts", ["nichts", "ohne"], id="without"),
        pytest.param("nicht nur Vereine, sondern auch Chöre", [], id="not only"),
        pytest.param("nicht zuletzt die Schulen", [], id="not least"),
        pytest.param("nicht allein Vereine, sondern auch Chöre", [], id="not alone but"),
        pytest.param("nicht allein leben", ["nicht"], id="not alone"),
        pytest.param("Wohnungsnot, in Not, notieren, Nichte", [], id="words that look like it"),
        pytest.param("not without reason, never", ["never", "not", "without"], id="English"),
    ],
)
def test_negations(text: str, expected: list[str]) -> None:
    assert sorted(negations(text).elements()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Die Stadt muss, die Träger müssen.", ["müssen", "müssen"], id="must"),
        pytest.param("Sie soll, sie sollte.", ["sollen", "sollte"], id="weaker is another"),
        pytest.param("Kann das sein? Sie könnten.", ["können", "könnte"], id="can"),
        pytest.param("Sie darf, dürfen und durften.", ["dürfen"] * 3, id="may"),
        pytest.param("Das ist ein Muss. Im Können und das Soll.", [], id="nouns"),
        pytest.param("Die Sollbruchstelle, Musste-Liste", [], id="parts of words"),
    ],
)
def test_modals(text: str, expected: list[str]) -> None:
    assert sorted(modals(text).elements()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mindestens 20, höchstens 30.", ["höchstens", "mindestens"], id="two"),
        pytest.param("Wenigstens zwei, zumindest 3.", ["mindestens"] * 2, id="one in other words"),
        pytest.param("Bis zu 5 und mehr als 6", ["bis zu", "mehr als"], id="of two words"),
        pytest.param("Knapp 1.000 Euro, etwa zehn Orte", ["fast", "rund"], id="about"),
        pytest.param("Über das Jahr, unter Vereinen, maximal offen", [], id="without a figure"),
        pytest.param("20 mindestens", [], id="behind the figure"),
    ],
)
def test_bounds(text: str, expected: list[str]) -> None:
    assert sorted(bounds(text).elements()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("nach § 5 Abs. 2 Satz 1", ["§ 5 Abs. 2 Satz 1"], id="sentence"),
        pytest.param("§5 Absatz 2 S. 1", ["§ 5 Abs. 2 Satz 1"], id="other spelling"),
        pytest.param("§ 8a SGB VIII und Artikel 3 GG", ["Art. 3 GG", "§ 8a SGB VIII"], id="law"),
        pytest.param("§§ 5, 6 und 7 AufenthG", ["§§ 5, 6 und 7 AufenthG"], id="several"),
        pytest.param("§ 5 und 12 Vereine", ["§ 5"], id="number behind"),
        pytest.param("§ 12 ff. NKomVG", ["§ 12 ff. NKomVG"], id="and following"),
        pytest.param("§ 5 Nr. 3 Buchst. b", ["§ 5 Nr. 3 Buchst. b"], id="letter"),
        pytest.param("Art und Weise, 5 Paragrafen", [], id="none"),
    ],
)
def test_paragraph_signs(text: str, expected: list[str]) -> None:
    assert sorted(paragraph_signs(text).elements()) == expected
