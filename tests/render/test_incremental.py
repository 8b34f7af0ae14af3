"""Pages that are kept are those that would be the same: incremental is cold, byte for byte."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_parts import VERSION
from wirctl.core.frozen import replace
from wirctl.diff.compare import compare
from wirctl.load import load
from wirctl.render.build import build
from wirctl.render.compared import Closing, Since
from wirctl.render.memory import Memory, memory_of
from wirctl.render.model.version import Version
from wirctl.render.pages.ledger import FORMAT, Ledger, chapters_of
from wirctl.render.writing import More, document
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.site import Site

pytestmark = pytest.mark.slow

EXAMPLE = Path(__file__).resolve().parent / "example"
FILES = tuple(sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*.yaml")))
LANGUAGES = ("en", "ar", "de-simple")
_WORD = re.compile(r"(?<=[\s:\[])[A-Za-zÄÖÜäöü0-9-]{2,}(?![\w:-])")


def view(plan: Path, version: Version = VERSION, memory: Memory | None = None) -> Site:
    """The view of a folder, with the news since the example as it is, and a closed round."""
    tree = FolderTree(plan)
    loaded = load(tree)
    changes = compare(FolderTree(EXAMPLE), tree).singles
    closed = (
        Closing("RAT-2022-09", "2022-09-15", "1" * 40),
        Closing("RAT-2022-09", "2022-09-16", "2" * 40, changes),
    )
    since = Since("RAT-2022-09", changes)
    return build(loaded.plan, loaded.kinds, version, since, closed, memory).site


class Desk:
    """Renders again and again, each time with what was written before at hand."""

    def __init__(self, *templates: Path) -> None:
        self.templates = templates
        self.files: Mapping[str, bytes] = {}
        self.said: dict[str, Any] = {}
        self.asked: list[str] = []

    def render(self, site: Site, frozen: tuple[Site, ...] = ()) -> Mapping[str, bytes]:
        """The files, most of them as they lay there."""
        self.asked = []

        def old(path: str) -> bytes | None:
            self.asked.append(path)
            return self.files.get(path)

        ledger = Ledger(old, chapters_of(self.said))
        more = More(LANGUAGES, frozen, ledger=ledger)
        self.files = document(site, "html", "de", self.templates, more=more).files
        self.said = ledger.record()
        return self.files

    def cold(self, site: Site, frozen: tuple[Site, ...] = ()) -> Mapping[str, bytes]:
        """The files, each made anew."""
        return document(site, "html", "de", self.templates, more=More(LANGUAGES, frozen)).files


def edit(plan: Path, file: str, how: str, place: int) -> None:
    """Change a file in one of the ways in which people do."""
    path = plan / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    words = list(_WORD.finditer(text))
    if how == "delete":
        path.unlink(missing_ok=True)
    elif how == "rename" and text:
        path.rename(path.with_name(f"{path.stem}9.yaml"))
        path.with_name(f"{path.stem}9.yaml").write_text(
            re.sub(r"^id: (\S+)", r"id: \g<1>9", text), encoding="utf-8"
        )
    elif how == "withdraw" and text:
        gone = "withdrawn: {round: RAT-2022-09, reason: Nicht mehr nötig.}\n"
        path.write_text(text + gone, encoding="utf-8")
    elif words:
        word = words[place % len(words)]
        new = {"word": "Neuwort", "number": "2031", "other": words[-1][0]}[how]
        path.write_text(text[: word.start()] + new + text[word.end() :], encoding="utf-8")


EDITS = st.tuples(
    st.sampled_from(FILES),
    st.sampled_from(["word", "word", "number", "other", "delete", "rename", "withdraw"]),
    st.integers(0, 400),
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_site_after_any_edits_is_that_of_a_cold_run(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, int]]
) -> None:
    plan = tmp_path_factory.mktemp("edited") / "plan"
    shutil.copytree(EXAMPLE, plan)
    desk, memory = Desk(), Memory()
    desk.render(view(plan, memory=memory))
    for change in edits:
        edit(plan, *change)
        memory = memory_of(json.loads(json.dumps(memory.record())))
        assert desk.render(view(plan, memory=memory)) == desk.cold(view(plan))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The example, in a folder that may be changed."""
    shutil.copytree(EXAMPLE, tmp_path / "plan")
    return tmp_path / "plan"


def made(desk: Desk, site: Site, frozen: tuple[Site, ...] = ()) -> set[str]:
    """The German pages that are made anew; what comes out is what a cold run gives."""
    pages = {path for path in desk.files if path.endswith(".html")}
    assert desk.render(site, frozen) == desk.cold(site, frozen)
    others = tuple(f"{language}/" for language in (*LANGUAGES, "versions"))
    return {path for path in pages - set(desk.asked) if not path.startswith(others)}


def test_nothing_is_made_where_nothing_changed(plan: Path) -> None:
    desk = Desk()
    desk.render(view(plan))
    assert made(desk, view(plan)) == set()


def test_comment_changes_no_page(plan: Path) -> None:
    desk = Desk()
    desk.render(view(plan))
    file = plan / "measures/M-HOF-01.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# anders\n", encoding="utf-8")
    assert made(desk, view(plan)) == set()


def test_text_of_a_measure_changes_its_page_and_where_its_news_are_told(plan: Path) -> None:
    desk = Desk()
    site = replace(view(plan), news=None, editions=())
    desk.render(site)
    file = plan / "measures/M-HOF-01.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^description:.*$", "description: Neu.", text), encoding="utf-8")
    changed = replace(view(plan), news=None, editions=())
    assert changed.items["M-HOF-01"] != site.items["M-HOF-01"]
    assert made(desk, changed) == {"measures/M-HOF-01.html"}


def test_title_of_a_goal_changes_every_page_that_shows_it(plan: Path) -> None:
    desk = Desk()
    site = replace(view(plan), news=None, editions=())
    before = desk.render(site)
    title = site.items["Z-HOF-1"].title
    file = plan / "goals/Z-HOF-1.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"title: {title}", "title: Umbenannt"), encoding="utf-8")
    changed = replace(view(plan), news=None, editions=())
    shown = {
        path
        for path, data in before.items()
        if title.encode() in data and path.endswith(".html") and path.count("/") < 2
    }
    found = made(desk, changed)
    assert found >= {path for path in shown if not path.startswith(("en/", "ar/", "de-simple/"))}
    assert found < {path for path in before if path.endswith(".html")}


def test_name_of_the_plan_changes_every_page(plan: Path) -> None:
    desk = Desk()
    site = replace(view(plan), news=None, editions=())
    desk.render(site)
    pages = {path for path in desk.files if path.endswith(".html")}
    file = plan / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^title:.*$", "title: Neuer Name", text), encoding="utf-8")
    changed = replace(view(plan), news=None, editions=())
    assert desk.render(changed) == desk.cold(changed)
    translated = {path for path in pages if path.startswith(("en/", "ar/", "de-simple/"))}
    assert pages - translated <= pages - set(desk.asked)


def test_new_day_changes_every_page(plan: Path) -> None:
    desk = Desk()
    desk.render(view(plan))
    pages = {path for path in desk.files if path.endswith(".html") and path.count("/") < 2}
    found = made(desk, view(plan, Version("WORKTREE", "2026-01-05", is_draft=True)))
    assert found == {path for path in pages if not path.startswith(("en/", "ar/", "de-simple/"))}


def test_views_of_closed_rounds_are_kept_too(plan: Path) -> None:
    desk = Desk()
    frozen = replace(view(plan), version=replace(VERSION, round="RAT-2022-09"))
    desk.render(view(plan), (frozen,))
    file = plan / "terms/T-TEILHABE.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "note: Neu.\n", encoding="utf-8")
    site = view(plan)
    assert desk.render(site, (frozen,)) == desk.cold(site, (frozen,))
    asked = {path for path in desk.asked if path.startswith("versions/")}
    pages = {path for path in desk.files if path.startswith("versions/")}
    assert asked == {path for path in pages if path.endswith(".html")}


def test_page_that_somebody_changed_is_made_anew(plan: Path) -> None:
    desk = Desk()
    desk.render(view(plan))
    desk.files = {**desk.files, "index.html": b"<p>hacked", "search.html": b""}
    assert desk.render(view(plan)) == desk.cold(view(plan))


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"format": 99, "chapters": {}}, id="another format"),
        pytest.param(
            {"format": FORMAT, "chapters": {"": {"parts": 7, "pages": []}}}, id="other types"
        ),
        pytest.param(
            {
                "format": FORMAT,
                "chapters": {"": {"parts": [], "pages": {"index.html": ["a", "b", [3]]}}},
            },
            id="places that there are not",
        ),
        pytest.param(
            {
                "format": FORMAT,
                "chapters": {"": {"parts": [], "pages": {"index.html": [1, 2, 3, 4]}}},
            },
            id="a line of something else",
        ),
    ],
)
def test_damaged_memory_costs_time_and_no_more(plan: Path, said: dict[str, Any]) -> None:
    desk = Desk()
    desk.render(view(plan))
    desk.said = said
    assert desk.render(view(plan)) == desk.cold(view(plan))
    assert desk.asked == []


def test_own_template_is_watched_as_ours_are(plan: Path, tmp_path: Path) -> None:
    """A template of the project reads what it likes: all descriptions on the start page."""
    own = tmp_path / "own"
    (own / "html").mkdir(parents=True)
    (own / "html/index.html.j2").write_text(
        '{% extends "!index.html.j2" %}{% block main %}<h1>X</h1>'
        '{% for id, item in site.items.items() %}{{ plain(item.fields["area"].value.values[0]) '
        'if item.kind == "measure" and "area" in item.fields }}{% endfor %}{% endblock %}',
        encoding="utf-8",
    )
    desk = Desk(own)
    desk.render(view(plan))
    file = plan / "measures/M-HOF-01.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}area: [Ganz woanders]\n", encoding="utf-8")
    assert "index.html" in made(desk, view(plan))
    assert b"Ganz woanders" in desk.files["index.html"]
