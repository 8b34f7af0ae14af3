"""A feed that readers take: valid by RFC 4287's own list, each entry under a name that stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from decoded import active
from hostile_texts import TEXTS
from wirctl.diff.registry import every_kind
from wirctl.render.convert import clean
from wirctl.render.model.derived import Changed, Edition, News
from wirctl.render.model.values import Reference, Word
from wirctl.render.writing import render
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from wirctl.render.model.site import Site

NAME = "{http://www.w3.org/2005/Atom}"


def changed(id: str, text: str = "geändert") -> Changed:
    """A change of an element."""
    sentence = Words("{field}: {text}", "{field}: {text}")
    item = Reference(id, "measure", f"Titel {text}")
    path = (Words("Frist", "Deadline"),)
    return Changed("x", "substantive", item, "", path, None, None, sentence, {"text": text})


def with_rounds(site: Site, *changes: Changed) -> Site:
    """The site with two rounds, the second of which made these changes."""
    first = Edition(Reference("LG-1", "round", "Erste"), "2021-11-22", "", None)
    news = News("LG-1", changes)
    second = Edition(Reference("LG-2", "round", "Zweite"), "2021-11-29", "", news)
    return replace(site, editions=(first, second), news=None)


def entries(site: Site, url: str = "") -> list[dict[str, str]]:
    """Each entry by the names of its elements."""
    feed = etree.fromstring(render(site, "atom", url=url)["changes.xml"])
    found = []
    for entry in feed.iter(f"{NAME}entry"):
        said = {part.tag.removeprefix(NAME): part.text or "" for part in entry}
        link = entry.find(f"{NAME}link")
        said["link"] = link.get("href", "") if link is not None else ""
        found.append(said)
    return found


def test_entry_for_each_element_that_a_round_changed(example: Site) -> None:
    found = entries(with_rounds(example, changed("M-1"), changed("M-1", "b"), changed("M-2")))
    assert [entry["updated"] for entry in found] == ["2021-11-29T00:00:00Z"] * len(found)
    assert found[0]["content"] == "Frist: geändert"
    assert found[0]["link"] == "urn:wirctl:PLAN:M-1"


def test_name_of_an_entry_is_of_element_and_round_alone(example: Site) -> None:
    one, other, english = (
        entries(with_rounds(example, changed("M-1", text)))[0]["id"] for text in ("a", "b", "c")
    )
    assert one == other == english
    assert entries(with_rounds(example, changed("M-2")))[0]["id"] != one


def test_feed_has_what_the_format_demands(example: Site) -> None:
    site = with_rounds(example, changed("M-1"))
    site = replace(site, version=replace(site.version, time="2021-11-30T08:00:00Z"))
    feed = etree.fromstring(render(site, "atom", url="https://example.org")["changes.xml"])
    for place in (feed, *feed.iter(f"{NAME}entry")):
        for name in ("id", "title", "updated"):
            assert len([part for part in place if part.tag == NAME + name]) == 1
    author = feed.find(f"{NAME}author/{NAME}name")
    assert author is not None
    assert author.text
    assert feed.findtext(f"{NAME}updated") == "2021-11-30T08:00:00Z"
    ids = [entry["id"] for entry in entries(site)]
    assert len(set(ids)) == len(ids)
    links = {part.get("rel"): part.get("href") for part in feed if part.tag == f"{NAME}link"}
    assert links == {
        "self": "https://example.org/changes.xml",
        "alternate": "https://example.org/",
    }


def test_what_changed_since_the_last_round_comes_first(example: Site) -> None:
    site = replace(with_rounds(example, changed("M-1")), news=News("LG-2", (changed("M-9"),)))
    assert [entry["title"] for entry in entries(site)] == [
        "Titel geändert – seit LG-2",
        "Titel geändert – LG-2",
    ]
    assert entries(site)[0]["link"] == "urn:wirctl:PLAN:M-9"


def test_news_of_the_last_round_are_not_told_twice(example: Site) -> None:
    site = with_rounds(example, changed("M-1"))
    again = replace(site, news=News("LG-1", (changed("M-1"),)))
    assert entries(again) == entries(site)


def test_changes_are_said_in_the_words_of_the_pages(example: Site) -> None:
    path = (Words("Finanzierungsweg", "Funding path"),)
    kind = every_kind()["funding-path-changed"]
    old, new = (Word(name, "measure.funding_path") for name in ("own_budget", "fund"))
    words = {"old": "own_budget", "new": "fund"}
    said = Words(kind.de, kind.en)
    item = example.items["M-HOF-01"].reference
    moved = Changed("funding-path-changed", "substantive", item, "", path, old, new, said, words)
    kind = every_kind()["round-closed"]
    council = example.items["RAT-2022-09"].reference
    said, words = Words(kind.de, kind.en), {"outcomes": "1 accepted, 1 decided, 1 rejected"}
    closed = Changed("round-closed", "substantive", council, "", (), None, None, said, words)
    assert [entry["content"] for entry in entries(with_rounds(example, moved, closed))] == [
        "Finanzierungsweg: eigener Haushalt → Förderfonds",
        "Runde abgeschlossen: 1 beschlossen, 1 angenommen, 1 nicht angenommen",
    ]


def test_hostile_text_stays_text(example: Site) -> None:
    site = with_rounds(example, *(changed(f"M-{n}", clean(t)) for n, t in enumerate(TEXTS)))
    files = render(site, "atom")
    assert active(files) == set()
    said = [entry["content"].split() for entry in entries(site)]
    assert said == [f"Frist: {clean(text)}".split() for text in TEXTS]
