"""A calendar that calendars read: every date, as exact as it is known, under a name that stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from icalendar import Calendar

from site_parts import site_of
from wirctl.render.writing import render

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site

PLAN = """\
# rounds/LG-2021-11-29.yaml
id: LG-2021-11-29
title: "Lenkungsgruppe: Demokratie, Teil 1; öffentlich"
body: G-LG
date: 2021-11-29
phase: steering
description: >-
  Wort für Wort steht hier ein Satz, der so lang ist, dass er
  gefaltet werden muß – Größe.
deadlines:
  - {body: G-LG, due: 2021-11-15, text: Unterlagen}
# milestones/MS-1.yaml
id: MS-1
title: Beschluss
planned: 2022-06
# bodies/G-LG.yaml
id: G-LG
title: Lenkungsgruppe
kind: steering_group
"""
URL = "https://example.org/wir"


def events(site: Site, url: str = URL) -> dict[str, tuple[str, date, date]]:
    """For each name its summary, its first day, and the day after its last."""
    read = Calendar.from_ical(render(site, "ics", url=url)["plan.ics"])
    return {
        str(event["UID"]): (str(event["SUMMARY"]), event.decoded("DTSTART"), event.decoded("DTEND"))
        for event in read.walk("VEVENT")
    }


def test_every_date_is_an_event(tmp_path: Path) -> None:
    title = "Lenkungsgruppe: Demokratie, Teil 1; öffentlich"
    assert events(site_of(PLAN, tmp_path)) == {
        "PLAN.LG-2021-11-29.date@wirctl": (
            f"{title} – Datum",
            date(2021, 11, 29),
            date(2021, 11, 30),
        ),
        "PLAN.LG-2021-11-29.deadlines.G-LG@wirctl": (
            f"{title} – Unterlagen (Fällig)",
            date(2021, 11, 15),
            date(2021, 11, 16),
        ),
        "PLAN.MS-1.planned@wirctl": ("Beschluss – Geplant", date(2022, 6, 1), date(2022, 7, 1)),
    }


def test_clock_is_that_of_the_version(tmp_path: Path) -> None:
    site = site_of(PLAN, tmp_path)
    moment = replace(site, version=replace(site.version, time="2021-11-29T18:05:00Z"))
    read = Calendar.from_ical(render(moment, "ics")["plan.ics"])
    assert {event["DTSTAMP"].to_ical() for event in read.walk("VEVENT")} == {b"20211129T180500Z"}


def test_lines_are_folded_and_found_again(tmp_path: Path) -> None:
    data = render(site_of(PLAN, tmp_path), "ics")["plan.ics"]
    assert max(map(len, data.split(b"\r\n"))) <= 75
    read = Calendar.from_ical(data)
    said = [str(event["DESCRIPTION"]) for event in read.walk("VEVENT")]
    assert sum("gefaltet werden muß – Größe." in text for text in said) == 2


def test_event_leads_to_the_page_of_its_element(tmp_path: Path) -> None:
    read = Calendar.from_ical(render(site_of(PLAN, tmp_path), "ics", url=URL)["plan.ics"])
    links = {str(event["URL"]) for event in read.walk("VEVENT")}
    assert links == {
        "https://example.org/wir/rounds/LG-2021-11-29.html",
        "https://example.org/wir/timeline.html#MS-1",
    }
    read = Calendar.from_ical(render(site_of(PLAN, tmp_path), "ics")["plan.ics"])
    links = {str(event["URL"]) for event in read.walk("VEVENT")}
    assert links == {"urn:wirctl:PLAN:LG-2021-11-29", "urn:wirctl:PLAN:MS-1"}


def test_calendar_says_where_it_comes_from(example: Site) -> None:
    read = Calendar.from_ical(render(example, "ics")["plan.ics"])
    assert str(read["X-WIRCTL-COMMIT"]) == example.version.commit
    assert str(read["X-WIRCTL-FORMAT"]) == "ics"
