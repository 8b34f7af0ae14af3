"""The paper for the council: what the plan knows stands in it, all else is a blank to be seen."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from hostile_texts import TEXTS
from site_parts import site_of
from wirctl.render.convert import clean
from wirctl.render.decision.template import FOLDER, NAME, WordTemplateError
from wirctl.render.decision_paper import WORDS
from wirctl.render.labels import labels
from wirctl.render.paper.document import NoSuchElementError
from wirctl.render.writing import More, render
from wirctl.render.writing import document as written
from wirctl.resources import folder
from word_standard import faults

if TYPE_CHECKING:
    from docx.document import Document

    from wirctl.render.model.site import Site

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent.parent
BUILT_IN = folder("templates") / FOLDER / NAME
BLANK = "[bitte ausfüllen]"
PLAN = """\
# plan.yaml
id: P-1
title: Plan für Höfe
municipality: Stadt Linden
languages: [de]
summary: Was der Plan will.
# process.yaml
id: V-1
title: Verfahren
steps:
  - {id: entwurf, title: Entwurf, phase: draft, body: G-AG}
  - {id: ausschuss, title: Ausschuss, phase: council, body: G-AUS}
  - {id: rat, title: Rat, phase: council, body: G-RAT}
outcomes:
  - {id: accepted, title: angenommen, leads_to: accepted}
  - {id: returned, title: zurückgegeben, leads_to: returned}
# bodies/G-AG.yaml
id: G-AG
title: Arbeitsgruppe
kind: expert_group
# bodies/G-AUS.yaml
id: G-AUS
title: Ausschuss für Höfe
kind: committee
# bodies/G-RAT.yaml
id: G-RAT
title: Rat
kind: council
# fields/HF-HOF.yaml
id: HF-HOF
title: Höfe
order: 1
# measures/M-HOF-01.yaml
id: M-HOF-01
kind: measure
title: Bäume
field: HF-HOF
lead_unit: Grünflächenamt
period: {start: 2022-09}
funding_path: own_budget
staffing_fte: 0.5
costs:
  - {year: 2023, kind: one_off, amount_eur: 250000, accuracy: about}
  - {year: 2023, kind: one_off, amount_eur: 1000}
  - {year: 2024, kind: yearly, amount_eur: "12.50"}
  - {year: 2024, kind: yearly, basis: actual, amount_eur: 99}
# measures/M-HOF-02.yaml
id: M-HOF-02
kind: measure
title: Bänke
field: HF-HOF
period: {start: 2022-09}
# measures/M-HOF-03.yaml
id: M-HOF-03
kind: measure
title: Brunnen
field: HF-HOF
period: {start: 2022-09}
# rounds/LG-2022-01.yaml
id: LG-2022-01
title: Runde
body: G-AG
date: 2022-01-31
decisions:
  - {item: M-HOF-01, outcome: accepted}
  - {item: M-HOF-02, outcome: accepted}
  - {item: M-HOF-03, outcome: returned, mandate: Genauer.}
closed: 2022-01-31
# statements/S-1.yaml
id: S-1
body: G-RAT
date: 2022-01-15
points: [{item: M-HOF-01, stance: support}]
# papers/DS-1.yaml
id: DS-1
reference: 0993/2022
title: Bäume und Bänke
paper_type: decision_paper
date: 2022-04
originator: Grünflächenamt
summary: Beantragt, Bäume zu pflanzen.
items: [M-HOF-01]
consultations:
  - {body: G-AUS, date: 2022-04-21, result: recommended}
  - {body: G-AG, result: taken_note}
  - {body: G-RAT, authoritative: true}
annexes: [{number: 1, title: Skizze}, {number: 2}]
"""


def opened(
    site: Site, only: str = "", language: str = "de", places: tuple[Path, ...] = ()
) -> Document:
    """The paper, in order, as a program that knows files of Word reads it."""
    files = written(site, "decision-paper", language, places, more=More(only=only)).files
    assert list(files) == [f"decision-paper{f'-{only}' if only else ''}.docx"]
    [data] = files.values()
    assert faults(data) == []
    return docx.Document(BytesIO(data))


def lines(file: Document) -> list[str]:
    """The paragraphs that are in no table."""
    return [part.text for part in file.paragraphs]


def below(file: Document, heading: str) -> list[str]:
    """The paragraphs from a heading to the next."""
    styles = [(part.text, str(part.style.name if part.style else "")) for part in file.paragraphs]
    start = styles.index((heading, "Heading 1"))
    rest = styles[start + 1 :]
    end = next((at for at, (_, style) in enumerate(rest) if style == "Heading 1"), len(rest))
    return [text for text, _ in rest[:end] if text]


def rows(file: Document, table: int) -> list[list[str]]:
    """The cells of a table by rows."""
    return [[cell.text for cell in row.cells] for row in file.tables[table].rows]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A plan with a process, a decision, costs and a paper."""
    return site_of(PLAN, tmp_path)


def test_paper_on_the_plan_asks_the_bodies_of_the_council_in_order(site: Site) -> None:
    assert rows(opened(site), 0) == [
        ["Gremium", "Aufgabe", "Datum", "Ergebnis"],
        ["Ausschuss für Höfe", "berät", BLANK, ""],
        ["Rat", "entscheidet", BLANK, ""],
    ]


def test_motion_lists_what_was_accepted_and_tells_what_was_not(site: Site) -> None:
    file = opened(site)
    assert rows(file, 1) == [
        ["Kennung", "Art", "Gegenstand", "Federführung", "Stand"],
        ["M-HOF-01", "Maßnahme", "Bäume", "Grünflächenamt", "angenommen"],
        ["M-HOF-02", "Maßnahme", "Bänke", "", "angenommen"],
    ]
    assert below(file, "Begründung") == [
        "Was der Plan will.",
        BLANK,
        "Stellungnahmen liegen vor von:",
        "Rat, 15.\u00a0Januar 2022",
        "Nicht Teil des Antrags, weil noch nicht angenommen:",
        "Maßnahme M-HOF-03: Brunnen (zurückgegeben)",
    ]


def test_costs_are_those_planned_and_summed_by_year(site: Site) -> None:
    file = opened(site)
    head, *costs = rows(file, 2)
    assert head == ["Maßnahme", "Jahr", "Art", "Betrag", "Finanzierung"]
    assert costs == [
        ["Bäume (M-HOF-01)", "2023", "einmalig", "etwa 250.000\u00a0€", "eigener Haushalt"],
        ["Bäume (M-HOF-01)", "2023", "einmalig", "1.000\u00a0€", "eigener Haushalt"],
        ["Bäume (M-HOF-01)", "2024", "jährlich", "12,50\u00a0€", "eigener Haushalt"],
    ]
    assert rows(file, 3) == [
        ["Jahr", "einmalig", "jährlich"],
        ["2023", "etwa 251.000\u00a0€", ""],
        ["2024", "", "12,50\u00a0€"],
    ]
    assert below(file, "Kostentabelle")[-2:] == [
        "Zu 1 von 2 Maßnahmen nennt der Plan keine Kosten.",
        "Zusätzlicher Bedarf an Vollzeitstellen laut Plan: 0,5",
    ]


def test_what_the_plan_does_not_know_is_a_blank(site: Site) -> None:
    file = opened(site)
    assert lines(file)[2] == f"Nummer: {BLANK}"
    assert f"Zu Tagesordnungspunkt: {BLANK}" in lines(file)
    assert below(file, "Berücksichtigung von Gender-Aspekten") == [BLANK]
    assert below(file, "Ergebnis der Klimawirkungsprüfung")[-1] == BLANK
    assert below(file, "Anlagen")[1:] == [
        f"Organisationseinheit: {BLANK}",
        f"Ort, Datum: Stadt Linden, {BLANK}",
    ]
    marked = [run for part in file.paragraphs for run in part.runs if run.text == BLANK]
    assert marked
    assert {str(run.style.name) for run in marked} == {"Wirctl Blank"}


def test_paper_of_the_plan_shows_what_it_says(site: Site) -> None:
    file = opened(site, "DS-1")
    assert lines(file)[:4] == [
        "Beschlussdrucksache",
        "Bäume und Bänke",
        "Nummer: 0993/2022",
        "Anzahl der Anlagen: 2",
    ]
    assert rows(file, 0)[1:] == [
        ["Ausschuss für Höfe", "berät", "21.\u00a0April 2022", "empfohlen"],
        ["Arbeitsgruppe", "zur Kenntnis", BLANK, "zur Kenntnis genommen"],
        ["Rat", "entscheidet", BLANK, ""],
    ]
    assert below(file, "Antrag")[0] == "Beantragt, Bäume zu pflanzen."
    assert rows(file, 1)[1:] == [["M-HOF-01", "Maßnahme", "Bäume", "Grünflächenamt", "angenommen"]]
    assert below(file, "Anlagen") == [
        "1: Skizze",
        f"2: {BLANK}",
        "Organisationseinheit: Grünflächenamt",
        "Ort, Datum: Stadt Linden, April 2022",
    ]


def test_paper_on_a_field_is_about_what_belongs_to_it(site: Site) -> None:
    file = opened(site, "HF-HOF")
    assert lines(file)[1] == "Höfe"
    assert [row[0] for row in rows(file, 1)[1:]] == ["M-HOF-01", "M-HOF-02"]
    assert below(file, "Antrag")[0] == "Antrag, Folgendes zu beschließen:"


def starts_in(file: Document) -> list[tuple[str, list[int]]]:
    """The items of lists with the numbers at which their lists begin."""
    numbers = {one.numId: one for one in file.part.numbering_part.element.num_lst}
    marks = [(part.text, part.pPr.numPr if part.pPr is not None else None)
             for part in file.element.body.iter(qn("w:p"))]  # fmt: skip
    return [
        (text, [int(start.get(qn("w:val")))
                for start in numbers[mark.numId.val].iter(qn("w:startOverride"))])
        for text, mark in marks if mark is not None
    ]  # fmt: skip


def test_each_numbered_list_begins_at_its_own_number(tmp_path: Path) -> None:
    text = r"1. eins\n2. zwei\n\nDann:\n\n1. neu\n\n- Punkt"
    plan = f'# plan.yaml\nid: P-1\ntitle: Plan\nsummary: "{text}"\n'
    first, second, third, last = starts_in(opened(site_of(plan, tmp_path)))
    assert (first, second) == (("eins", [1]), ("zwei", [1]))
    assert (third, last) == (("neu", [1]), ("Punkt", []))


def test_template_without_lists_gets_none(site: Site, tmp_path: Path) -> None:
    places = own_template(tmp_path / "own")
    path = places[0] / FOLDER / NAME
    file = docx.Document(str(path))
    for name, relation in tuple(file.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del file.part.rels[name]
    for style in file.styles.element.iter(qn("w:numPr")):
        style.getparent().remove(style)
    file.save(str(path))
    assert "Plan für Höfe" in lines(opened(site, places=places))


def test_plan_that_says_nothing_gives_a_paper_of_blanks(tmp_path: Path) -> None:
    file = opened(site_of("# plan.yaml\nid: P-1\ntitle: Plan\n", tmp_path))
    assert file.tables == []
    for name in ("Beratungsfolge", "Kostentabelle", "Begründung"):
        assert below(file, name) == [BLANK]


def test_unknown_element_is_named_with_the_nearest(site: Site) -> None:
    with pytest.raises(NoSuchElementError) as caught:
        opened(site, "M-HOF-1")
    assert caught.value.near == "M-HOF-01"


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_every_language_has_its_words_and_direction(site: Site, language: str) -> None:
    file = opened(site, language=language)
    own = labels(language)
    assert own.text("decision_costs") in lines(file)
    turned = "<w:bidiVisual/>" in file.element.body.xml
    assert turned is (language == "ar")
    assert file.core_properties.language == language


def spoken(file: Document) -> dict[str, str]:
    """The language of each run that names one, by its words."""
    runs = [run for run in file.element.body.iter(qn("w:r")) if run.rPr is not None]
    marks = [(run.text, run.rPr.find(qn("w:lang"))) for run in runs]
    return {text: mark.get(qn("w:val")) for text, mark in marks if mark is not None}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_of_the_plan_are_marked_in_a_paper_of_another_language(
    site: Site, language: str
) -> None:
    said = spoken(opened(site, language=language))
    assert {text: said.get(text) for text in ("Ausschuss für Höfe", "Bäume")} == {
        "Ausschuss für Höfe": "de",
        "Bäume": "de",
    }
    assert labels(language).text("decision_decides") not in said
    assert "Bäume" not in spoken(opened(site))


def test_marked_words_look_like_those_beside_them(site: Site) -> None:
    before, after = opened(site), opened(site, language="en")
    title = "Plan für Höfe"
    (one,), (other,) = (
        [run for part in file.paragraphs for run in part.runs if run.text == title][:1]
        for file in (before, after)
    )
    assert (one.bold, one.font.size) == (other.bold, other.font.size)
    assert one.style is not None
    assert other.style is not None
    assert one.style.name == other.style.name
    assert not any(0xFDD0 <= ord(mark) <= 0xFDEF for mark in after.element.xml)
    assert not any(0xFDD0 <= ord(mark) <= 0xFDEF for mark in after.core_properties.title)


def test_head_row_of_every_table_is_repeated_and_every_table_is_named(site: Site) -> None:
    file = opened(site)
    assert len(file.tables) == 4
    for table in file.tables:
        assert "<w:tblHeader/>" in table._tbl.tr_lst[0].xml
        assert re.search(r'<w:tblCaption w:val="[^"{]+"/>', table._tbl.xml)


def test_hostile_titles_stay_what_they_are(tmp_path: Path) -> None:
    texts = [clean(text) for text in TEXTS if clean(text) == " ".join(clean(text).split())]
    items = "".join(
        f"# measures/M-HOF-{at:03}.yaml\nid: M-HOF-{at:03}\nkind: measure\ntitle: X{at:03}\n"
        for at in range(len(texts))
    )
    plain = site_of(f"# plan.yaml\nid: P-1\ntitle: Plan\n{items}", tmp_path)
    from dataclasses import replace

    changed = {
        **plain.items,
        **{
            f"M-HOF-{at:03}": replace(plain.items[f"M-HOF-{at:03}"], title=text)
            for at, text in enumerate(texts)
        },
    }
    said = "\n".join(lines(opened(replace(plain, items=changed))))
    lost = [text for text in texts if text not in said.replace("\u00a0", " ")]
    assert lost == []


def test_marks_of_the_filler_itself_stay_text(tmp_path: Path) -> None:
    text = "{_{ x }_} {_% y %_} {{ 7*7 }} {%p if x %} {#p z #}"
    file = opened(site_of(f"# plan.yaml\nid: P-1\ntitle: '{text}'\n", tmp_path))
    assert lines(file)[1] == text


def own_template(top: Path, **changes: str) -> tuple[Path, ...]:
    """A project's folder of templates with a paper in which some words were changed."""
    file = docx.Document(str(BUILT_IN))
    for part in file.paragraphs:
        for run in part.runs:
            for old, new in changes.items():
                run.text = run.text.replace(f"{{{{ words.{old} }}}}", new)
    (top / FOLDER).mkdir(parents=True)
    file.save(str(top / FOLDER / NAME))
    return (top,)


def test_template_of_the_project_wins(site: Site, tmp_path: Path) -> None:
    places = own_template(tmp_path / "own", keep="Aktenzeichen {{ paper.number or '–' }}")
    assert "Aktenzeichen 0993/2022" in lines(opened(site, "DS-1", places=places))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param("{{ paper.nummer }}", "has no attribute 'nummer'", id="unknown"),
        pytest.param("{{ paper.__class__.__mro__ }}", "unsafe", id="reaching out"),
        pytest.param("{{ paper.annexes.append(1) }}", "has no attribute 'append'", id="changing"),
        pytest.param("{% if %}", "Expected an expression", id="syntax"),
        pytest.param("{% include 'x' %}", "no loader", id="another template"),
        pytest.param("{{ 1 / 0 }}", "division by zero", id="error"),
        pytest.param("{{ paper.costs }}", "Costs", id="no text"),
        pytest.param("{% for x in range(999999999) %}{% endfor %}", "too big", id="endless"),
    ],
)
def test_template_that_raises_is_named(words: str, why: str, site: Site, tmp_path: Path) -> None:
    places = own_template(tmp_path / "own", keep=words)
    with pytest.raises(WordTemplateError, match=re.escape(why)) as caught:
        opened(site, places=places)
    assert caught.value.path == str(tmp_path / "own" / FOLDER / NAME)


@pytest.mark.parametrize("kind", ["text", "archive", "bomb"])
def test_template_that_is_no_file_of_word_is_named(kind: str, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "own" / FOLDER / NAME
    path.parent.mkdir(parents=True)
    if kind == "text":
        path.write_text("Kein Word", encoding="utf-8")
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("word/document.xml", b"0" * (30_000_000 if kind == "bomb" else 9))
    with pytest.raises(WordTemplateError) as caught:
        opened(site, places=(tmp_path / "own",))
    assert caught.value.path == str(path)


def test_template_asks_for_every_word_that_there_is() -> None:
    with zipfile.ZipFile(BUILT_IN) as parts:
        text = "".join(parts.read(name).decode() for name in parts.namelist() if "xml" in name)
    assert set(re.findall(r"words\.(\w+)", text)) == set(WORDS)


def test_template_is_what_its_script_makes() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import decision_paper  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    assert decision_paper.template() == BUILT_IN.read_bytes()


def test_file_bears_no_time_of_today(site: Site) -> None:
    (data,) = render(site, "decision-paper").values()
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "wirctl", "render", "decision-paper", "--output", seed]
        plan = ["--plan", str(ROOT / "tests" / "render" / "example")]
        environment = {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000", "PATH": "/bin"}
        environment["PYTHONPATH"] = str(ROOT / "src")
        subprocess.run([*command, *plan], cwd=tmp_path, env=environment, check=True)
        made.append((tmp_path / seed / "decision-paper.docx").read_bytes())
    assert made[0] == made[1]
