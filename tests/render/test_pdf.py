"""The plan as PDF: accessible by two checkers, whole, the same each time, and inert."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from accessible import check_standards, errors_heard
from printed import active_in, attachments, printed
from site_parts import VERSION, site_of
from wirctl.load import load
from wirctl.press.parts import Bullets, Figure, Note, Par, Run, headings
from wirctl.press.typesetting import TypesettingError
from wirctl.render.build import build
from wirctl.render.labels import labels
from wirctl.render.localize import in_language
from wirctl.render.model.derived import Changed, News
from wirctl.render.model.values import Line, Money
from wirctl.render.model.version import Version
from wirctl.render.paper.document import NoSuchElementError, document
from wirctl.render.writing import More, WholeOnlyError, render
from wirctl.render.writing import document as written
from wirctl.schema.field import Words
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from wirctl.render.model.site import Site

ROOT = Path(__file__).resolve().parent.parent.parent
PLAN = """\
# plan.yaml
id: P-1
title: Plan für Höfe
municipality: Stadt Linden
languages: [de]
disclaimer: Nachgebildet aus Quellen. Nicht amtlich.
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
target_groups: [Kinder]
period: {start: 2022-09}
description: |
  TEXT
"""


def with_text(text: str) -> str:
    """The small plan with a description; it may have several lines."""
    return PLAN.replace("TEXT", text.replace("\n", "\n  "))


def one_pdf(site: Site, only: str = "", language: str = "de") -> bytes:
    """The only file that is written."""
    made = written(site, "pdf", language, more=More(only=only))
    (data,) = made.files.values()
    assert made.faults == ()
    return data


@cache
def real_site() -> Site:
    """The view of the plan of record."""
    loaded = load(FolderTree(ROOT / "plan"))
    return build(loaded.plan, loaded.kinds, VERSION).site


@cache
def real_pdf() -> bytes:
    """The plan of record as PDF."""
    return one_pdf(real_site())


@pytest.mark.slow
def test_real_plan_passes_both_checkers(tmp_path: Path) -> None:
    check_standards(real_pdf())
    path = tmp_path / "plan.pdf"
    path.write_bytes(real_pdf())
    assert errors_heard(path) == []


@pytest.mark.slow
def test_bookmarks_of_the_real_plan_are_its_headings() -> None:
    made = document(real_site(), labels("de"))
    wanted = [(1, made.words["contents"])]
    wanted += [
        (heading.level, " ".join(heading.words.split())) for heading in headings(made.blocks)
    ]
    assert list(printed(real_pdf()).outline) == wanted


@pytest.mark.slow
def test_real_plan_loses_no_id_title_date_or_amount() -> None:
    site = real_site()
    text = re.sub(r"\s", "", printed(real_pdf()).text)
    wanted = {item.id for item in site.items.values()}
    wanted |= {item.title for item in site.items.values() if item.kind != "translation"}
    wanted |= set(figures_of(site))
    assert {words for words in wanted if re.sub(r"\s", "", words) not in text} == set()


def figures_of(site: Site) -> list[str]:
    """Every date, amount and share of the view, as people write them in German."""
    from wirctl.render import wording

    said = {"date": wording.date, "money": wording.money, "share": wording.share}
    found = []

    def collect(value: object) -> None:
        if isinstance(value, dict):
            write = said.get(str(value.get("type")))
            figure = value.get("iso") or value.get("amount") or value.get("value")
            if write is not None:
                found.append(write(str(figure), "de"))
            for part in value.values():
                collect(part)
        elif isinstance(value, list):
            for part in value:
                collect(part)

    data = json.loads(render(site, "json")["plan.json"])
    collect([item["fields"] for item in data["items"].values()])
    assert len(found) > 100
    return found


@pytest.mark.slow
def test_example_passes_both_checkers(example: Site, tmp_path: Path) -> None:
    data = one_pdf(example)
    check_standards(data)
    path = tmp_path / "plan.pdf"
    path.write_bytes(data)
    assert errors_heard(path) == []


@pytest.mark.slow
@pytest.mark.parametrize("id", ["M-HOF-01", "HF-HOF", "I-HOEFE"])
def test_element_alone_is_accessible_and_named_after_it(
    example: Site, id: str, tmp_path: Path
) -> None:
    files = written(example, "pdf", more=More(only=id)).files
    assert list(files) == [f"{id}.pdf"]
    check_standards(files[f"{id}.pdf"])
    (tmp_path / "alone.pdf").write_bytes(files[f"{id}.pdf"])
    assert errors_heard(tmp_path / "alone.pdf") == []
    found = printed(files[f"{id}.pdf"])
    assert found.outline[0][0] == 1
    assert example.items[id].title in found.text


def test_sheet_of_a_measure_is_one_page(example: Site) -> None:
    assert printed(one_pdf(example, "M-HOF-02")).pages == 1


@pytest.mark.slow
def test_every_sheet_of_the_real_plan_is_one_page() -> None:
    site = real_site()
    pages = {item.id: printed(one_pdf(site, item.id)).pages for item in site.of_kind("measure")}
    assert {id: count for id, count in pages.items() if count > 1} == {}


def test_every_figure_says_the_same_in_words(example: Site) -> None:
    figures = [
        block for block in document(example, labels("de")).blocks if isinstance(block, Figure)
    ]
    assert len(figures) == 2
    with pikepdf.open(BytesIO(one_pdf(example))) as pdf:
        marked = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
        ]
        assert sorted(str(thing.Alt) for thing in marked) == sorted(
            figure.alternative for figure in figures
        )


@pytest.mark.slow
def test_english_pdf_marks_the_german_words(example: Site) -> None:
    data = one_pdf(example, language="en")
    check_standards(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.Lang == "en"
        spoken = {
            str(thing.Lang)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/Lang" in thing
        }
    assert {"en", "de", "ar"} <= spoken


def test_data_of_the_plan_are_attached(example: Site) -> None:
    (attached,) = attachments(one_pdf(example)).values()
    alone, whole = json.loads(attached), json.loads(render(example, "json")["plan.json"])
    assert (alone.pop("provenance"), whole.pop("provenance")) != ({}, {})
    assert alone == whole
    sheet = attachments(one_pdf(example, "M-HOF-01"))["plan.json"]
    assert json.loads(sheet)["id"] == "M-HOF-01"


def test_cover_and_foot_say_where_it_comes_from(tmp_path: Path) -> None:
    draft = Version("WORKTREE", "2022-01-31", is_draft=True)
    draft_pdf = one_pdf(site_of(with_text("Text"), tmp_path, draft))
    text = printed(draft_pdf).text
    assert text.count("Entwurf · Fassung") == printed(draft_pdf).pages - 1
    assert "Nachgebildet aus Quellen. Nicht amtlich." in text
    assert text.count("· Nachgebildet aus Quellen.") >= 2
    closed = printed(one_pdf(site_of(with_text("Text"), tmp_path))).text
    assert VERSION.commit in closed
    assert "Entwurf ·" not in closed


HOSTILE = (
    '#import "@preview/x:1.0.0"',
    '#read("/etc/passwd") #include "x.typ"',
    "$x^2$ und $ sum_(i=1)^n $",
    "@M-HOF-01 <label> @ref <e-M-HOF-01>",
    "// kein Kommentar /* auch nicht */",
    "= Überschrift\\ == zwei",
    "_kursiv_ `code` ```typ #x```",
    "#set text(size: 1pt) #pagebreak()",
    "\\u{1F600} \\# \\$ ~ --- -- ... 'x' \"y\"",
    "=SUM(A1:A9) +1 -1 @x",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "[/] [neu] #[inhalt] #{1+1}",
    "https://example.org/#x",
    "<!-- x --> <script>alert(1)</script> &amp;",
    "%PDF-1.7 1 0 obj endobj ) ( >> <<",
    "مرحبا بالعالم und שלום",
    "ﬁ ﬂ ſ ẞ ä a\u0308 ①",
)


TEXT = """Nach § 5[^a] mit 250.000 €.

# Warum Höfe?

Weil *Schüler:innen*[^a].

### Im Einzelnen

| Hof[^b] | Kosten |
|---|---|
| Süd | 14 % |

> Ein Zitat
>
> - mit Liste

[^a]: Siehe [hier](measure:M-HOF-01).
[^b]: Nur öffentliche.
"""


def test_text_with_headings_notes_table_and_quote_is_accessible(tmp_path: Path) -> None:
    site = site_of(with_text(TEXT), tmp_path)
    data = one_pdf(site)
    check_standards(data)
    found = printed(data)
    names = [words for _, words in found.outline]
    place = names.index("M-HOF-01 Bäume")
    level = found.outline[place][0]
    assert found.outline[place + 1 :][:2] == (
        (level + 1, "Warum Höfe?"),
        (level + 2, "Im Einzelnen"),
    )
    said = " ".join(found.text.split())
    for words in ("Nach § 5", "250.000 €", "Hof (Nur öffentliche.)", "Siehe hier.", "Ein Zitat"):
        assert words in said


def test_notes_and_headings_of_a_text_are_those_of_the_document(tmp_path: Path) -> None:
    site = site_of(with_text(TEXT), tmp_path)
    blocks = document(site, labels("de"), "M-HOF-01").blocks
    lead = [block.line for block in blocks if isinstance(block, Par) and block.look == "lead"]
    assert lead[0][0] == Run("Nach §\u00a05")
    assert isinstance(lead[0][1], Note)
    below = [(block.text, block.minor) for block in headings(blocks)][1:3]
    assert below == [("Warum Höfe?", True), ("Im Einzelnen", True)]


@pytest.mark.slow
def test_hostile_text_stays_text(tmp_path: Path) -> None:
    text = "\n\n".join(re.sub(r"([\\*_|])", r"\\\1", part) for part in HOSTILE)
    example = with_text("X").replace("|\n  X", json.dumps(text))
    site = site_of(example, tmp_path)
    made = written(site, "pdf")
    (data,) = made.files.values()
    check_standards(data)
    assert list(active_in(data)) == []
    assert printed(data).links <= {"https://example.org/#x"}
    said = re.sub(r"\s", "", printed(data).text)
    for part in HOSTILE:
        if part.isascii():
            assert re.sub(r"[\s\\]", "", part) in said.replace("\\", ""), part


def test_character_without_a_glyph_is_told_and_shown_by_its_number(tmp_path: Path) -> None:
    site = site_of(with_text("Der Hof 中庭 ist\n\noffen \U0010fffd."), tmp_path)
    made = written(site, "pdf")
    (data,) = made.files.values()
    check_standards(data)
    assert "Hof [U+4E2D][U+5EAD] ist" in printed(data).text
    assert "offen [U+10FFFD]." in printed(data).text
    (fault,) = made.faults
    assert (fault.rule, fault.subject.path, fault.at) == (
        "glyph-missing",
        "measures/M-HOF-01.yaml",
        ("description",),
    )
    assert dict(fault.arguments)["characters"] == "中 (U+4E2D), 庭 (U+5EAD), U+10FFFD"


def test_news_stand_below_their_field_of_action(example: Site) -> None:
    changed = Changed(
        kind="element-added",
        weight="substantive",
        item=example.items["M-HOF-01"].reference,
        field="HF-HOF",
        path=(),
        old=None,
        new=None,
        sentence=Words("Neu aufgenommen", "Added"),
        words={},
    )
    loose = replace(changed, item=example.items["T-TEILHABE"].reference, field="")
    site = replace(example, news=News("RAT-2022-09", (changed, loose)))
    blocks = document(site, labels("de")).blocks
    start = next(at for at, one in enumerate(blocks) if getattr(one, "text", "") == "Was ist neu")
    groups = [block for block in blocks[start : start + 5] if isinstance(block, Par)]
    assert [part.line for part in groups if part.look == "group"] == [
        (Run(example.items["HF-HOF"].title, target="HF-HOF"),),
        (Run("Begriffe"),),
    ]


@pytest.mark.parametrize(("language", "field", "own"), [("de", "Titel", ""), ("en", "Title", "de")])
def test_news_are_words_and_no_html(example: Site, language: str, field: str, own: str) -> None:
    changed = Changed(
        kind="value-changed",
        weight="substantive",
        item=example.items["M-HOF-01"].reference,
        field="HF-HOF",
        path=(Words("Titel", "Title"),),
        old=Line("Höfe < Plätze & Co"),
        new=Money("5"),
        sentence=Words("", ""),
        words={},
    )
    site = replace(example, news=News("RAT-2022-09", (changed,)))
    lines = [
        runs
        for block in document(site, labels(language)).blocks
        if isinstance(block, Bullets)
        for item in block.items
        for runs in (getattr(item[0], "line", ()),)
        if any("Höfe <" in getattr(run, "text", "") for run in runs)
    ]
    said = [(run.text, run.language) for run in lines[0][1:]]
    joined = "".join(text for text, _ in said)
    assert joined.startswith(f": {field}: Höfe < Plätze & Co → ")
    assert [tongue for text, tongue in said if "Höfe" in text] == [own]
    assert {tongue for text, tongue in said if "→" in text} == {""}


def test_unknown_element_is_named_with_the_nearest(example: Site) -> None:
    with pytest.raises(NoSuchElementError) as caught:
        one_pdf(example, "M-HOF-1")
    assert caught.value.near == "M-HOF-01"


def test_format_for_the_whole_plan_takes_no_element(example: Site) -> None:
    with pytest.raises(WholeOnlyError) as caught:
        written(example, "markdown", more=More(only="M-HOF-01"))
    assert "pdf" in caught.value.choices


def own_templates(folder: Path, **files: str) -> tuple[Path, ...]:
    """A folder of a project's templates."""
    (folder / "pdf").mkdir(parents=True)
    for name, text in files.items():
        (folder / "pdf" / f"{name}.typ").write_text(text, encoding="utf-8")
    return (folder,)


def look() -> str:
    """The look that comes with wirctl."""
    return (ROOT / "templates" / "pdf" / "look.typ").read_text(encoding="utf-8")


@pytest.mark.slow
def test_own_template_wins(example: Site, tmp_path: Path) -> None:
    places = own_templates(tmp_path, look=look() + "\n#let margins = (x: 8cm, y: 3cm)\n")
    (data,) = render(example, "pdf", templates=places).values()
    assert printed(data).pages > printed(one_pdf(example)).pages


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["", '#let accent = rgb("#114433")\n#let margins = (x: 8cm, y: 3cm)\n'],
    ids=["empty", "two"],
)
def test_look_says_only_what_it_wants_otherwise(text: str, example: Site, tmp_path: Path) -> None:
    (data,) = render(example, "pdf", templates=own_templates(tmp_path, look=text)).values()
    assert (printed(data).pages > printed(one_pdf(example)).pages) is bool(text)
    check_standards(data)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("#let accent = (", "unclosed delimiter", id="syntax"),
        pytest.param('#import "@preview/cetz:0.3.0"', "failed to download package", id="package"),
        pytest.param('#read("/etc/passwd")', "file not found", id="file of the system"),
        pytest.param('#read("../../../x")', "would escape the project root", id="file above"),
        pytest.param('#read("pyproject.toml")', "file not found", id="file of the folder"),
    ],
)
def test_template_that_fails_is_named_with_its_line(
    text: str, why: str, example: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(TypesettingError, match=why) as caught:
        render(example, "pdf", templates=own_templates(tmp_path, look=f"{look()}\n{text}\n"))
    assert caught.value.template.endswith("look.typ")
    assert caught.value.line >= look().count("\n")


def refused(example: Site, folder: Path, old: str, new: str) -> tuple[object, ...]:
    """Where a document is at fault with a template in which something else stands, and why."""
    parts = (ROOT / "templates" / "pdf" / "parts.typ").read_text(encoding="utf-8")
    assert old in parts
    places = own_templates(folder, parts=parts.replace(old, new, 1))
    made = written(example, "pdf", templates=places)
    assert made.files == {}
    (fault,) = made.faults
    assert fault.rule == "element-not-printable"
    return (fault.subject.path, fault.at, str(dict(fault.arguments)["why"]))


BARE = "figure(rect(), kind: image, supplement: none)"
TITLED = "#let heading-of(part) = if part.text == "


def test_title_that_cannot_be_printed_is_named(example: Site, tmp_path: Path) -> None:
    title = example.items["M-HOF-02"].title
    shown = f"[#heading(level: part.level, part.text)#place-of(part.id)]; {BARE}"
    spoilt = f'{TITLED}"{title}" {{ {shown} }} else {{'
    path, at, why = refused(example, tmp_path, "#let heading-of(part) = {", spoilt)
    assert (path, at) == ("measures/M-HOF-02.yaml", ("title",))
    assert "alt text" in str(why)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(BARE, "missing alt text", id="picture without words"),
        pytest.param("$ x^2 $", "no font could be found", id="formula without a font"),
        pytest.param(
            "[#heading(level: 6, bookmarked: false)[x]]", "heading level", id="heading too deep"
        ),
        pytest.param('text("中")', "could not be displayed", id="no glyph"),
        pytest.param("panic()", "panicked", id="error"),
    ],
)
def test_text_that_cannot_be_printed_is_named_by_its_field(
    body: str, why: str, example: Site, tmp_path: Path
) -> None:
    old = "#let par-of(part) = {"
    has_word = 'part.line.any(it => it.at("text", default: "").contains("Stadtteil gibt"))'
    new = f"#let par-of(part) = if {has_word} {{ {body} }} else {{"
    path, at, said = refused(example, tmp_path, old, new)
    assert (path, at) == ("goals/Z-HOF-1.yaml", ("text",))
    assert why in str(said).lower()


PLACES = (
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "1", "UMASK": "077"},
    {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "UMASK": "000"},
)
SCRIPT = """\
import os, sys
os.umask(int(os.environ.pop("UMASK"), 8))
from wirctl.cli.entry import main
sys.exit(main())
"""


@pytest.mark.slow
def test_same_bytes_wherever_it_is_made(tmp_path: Path) -> None:
    made = []
    for number, place in enumerate(PLACES):
        folder = tmp_path / f"place {number}"
        folder.mkdir()
        plan = folder / "plan"
        plan.symlink_to(ROOT / "tests" / "render" / "example")
        environment = {**os.environ, **place, "SOURCE_DATE_EPOCH": "1700000000"}
        command = [sys.executable, "-c", SCRIPT, "render", "pdf", "--plan", str(plan.resolve())]
        subprocess.run([*command, "--output", "out"], cwd=folder, env=environment, check=True)
        made.append((folder / "out" / "plan.pdf").read_bytes())
    assert made[0] == made[1]


def test_translation_that_is_old_or_unofficial_is_marked_in_print(tmp_path: Path) -> None:
    example = (
        "# plan.yaml\nid: P-1\ntitle: Plan\nlanguages: [de, en]\n"
        "# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: Kurz.\n"
        "# translations/en/TR-1.yaml\nid: TR-1\nelement: Z-HOF-1\nlanguage: en\n"
        'status: unofficial\ntexts: [{field: title, text: Yards, source_digest: "w1:00000000"}]\n'
    )
    site = in_language(site_of(example, tmp_path), "en")
    said = [
        run.text
        for block in document(site, labels("en"), "Z-HOF-1").blocks
        if isinstance(block, Par) and block.look == "notice"
        for run in block.line
        if isinstance(run, Run)
    ]
    assert said == [
        "These texts are translated: not an official translation, made from an older version."
    ]
