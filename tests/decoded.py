"""What a document says, as a program reads it that knows its format, and what in it could act."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from icalendar import Calendar
from lxml import etree
from markdown_it import MarkdownIt
from rdflib import RDF, Graph

from printed import active_in, printed, word_acts, word_parts
from site_parts import Reader
from wirctl.render.opendata.guard import unguarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

OWN_SCRIPTS = {"search.html": frozenset({"2 scripts"})}
"""What pages of ours have besides the one script of all pages."""

_DATA = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')
"""Data in a page, which no browser runs: JSON that is whole, without a sign that ends it."""

FORMULA = tuple("=+-@\t\r＝＋－＠")


def decoded(files: Mapping[str, bytes]) -> str:
    """The words of all files that are no pictures, styles or scripts."""
    return "\n".join(_decoded(path, data) for path, data in sorted(files.items()))


def _decoded(path: str, data: bytes) -> str:
    read = _READERS.get(PurePosixPath(path).suffix)
    return "\n".join(read(data)) if read is not None else ""


def _html(data: bytes) -> Iterator[str]:
    yield from Reader(data.decode()).words


def _markdown(data: bytes) -> Iterator[str]:
    for token in MarkdownIt("commonmark").enable("table").parse(data.decode()):
        inner = token.children or ()
        yield "".join(" " if "break" in child.type else child.content for child in inner)
        yield from (str(child.attrGet("href")) for child in inner if child.type == "link_open")


def _json(data: bytes) -> Iterator[str]:
    yield from _strings(json.loads(data))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield unguarded(value)
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield str(key)
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    else:
        yield str(value)


def _csv(data: bytes) -> Iterator[str]:
    for row in csv.reader(StringIO(data.decode(), newline="")):
        for cell in row:
            yield unguarded(cell)
            if cell.startswith(("[", "{")):
                try:
                    yield from _strings(json.loads(cell))
                except ValueError:
                    continue


def _ics(data: bytes) -> Iterator[str]:
    for part in Calendar.from_ical(data).walk():
        for name, value in part.property_items():
            yield f"{name} {value}"


def _xml(data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter():
        yield element.text or ""
        yield from map(str, element.attrib.values())


def _turtle(data: bytes) -> Iterator[str]:
    yield from (str(value) for _, _, value in Graph().parse(data=data, format="turtle"))


def _pdf(data: bytes) -> Iterator[str]:
    found = printed(data)
    yield found.text
    yield from found.links


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".html": _html,
    ".md": _markdown,
    ".json": _json,
    ".jsonld": _json,
    ".csv": _csv,
    ".ics": _ics,
    ".xml": _xml,
    ".pdf": _pdf,
    ".ttl": _turtle,
    ".docx": word_parts,
}


def active(files: Mapping[str, bytes]) -> set[str]:
    """What in the files could run, load or lead somewhere it must not, with the path."""
    found: set[str] = set()
    for path, data in files.items():
        check = _CHECKS.get(PurePosixPath(path).suffix)
        own = OWN_SCRIPTS.get(path, frozenset())
        for what in check(data) if check is not None else ():
            if what not in own:
                found.add(f"{path}: {what}")
    return found


def _html_acts(data: bytes) -> Iterator[str]:
    html = data.decode()
    page = Reader(html)
    for tag in page.tags & {"img", "iframe", "object", "style", "b", "i", "base", "embed"}:
        yield f"<{tag}>"
    run = _DATA.sub("", html)
    if run.count("<script") != 1:
        yield f"{run.count('<script')} scripts"
    yield from (data[:40] for data in _DATA.findall(html) if not isinstance(json.loads(data), dict))
    yield from (name for _, name in page.attributes if name.startswith("on"))
    for link in page.links:
        scheme, mark, _ = link.partition(":")
        if mark and scheme not in {"http", "https", "data"} and "/" not in scheme:
            yield link
        if scheme == "data" and link != "data:,":
            yield link
    yield from _odd(html)


def _markdown_acts(data: bytes) -> Iterator[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(data.decode())
    inner = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inner)}
    yield from kinds & {"html_block", "html_inline", "image", "fence", "hr"}
    for child in inner:
        target = str(child.attrGet("href")) if child.type == "link_open" else ""
        if ":" in target and not target.startswith(("http:", "https:", "#")):
            yield target
    yield from _odd(data.decode())


def _csv_acts(data: bytes) -> Iterator[str]:
    """Cells that begin a formula, with each of the signs that might part cells."""
    text = data.decode()
    for mark in (",", ";", "\t"):
        for row in csv.reader(StringIO(text, newline=""), delimiter=mark):
            for cell in row:
                bare = cell.lstrip(" \u00a0")
                if bare.startswith(FORMULA) and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", bare):
                    yield f"{mark!r} {cell[:40]}"
    yield from _odd(text)


def _ics_acts(data: bytes) -> Iterator[str]:
    names = {name for part in Calendar.from_ical(data).walk() for name in part}
    known = {
        *("VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND"),
        *("SUMMARY", "DESCRIPTION", "CATEGORIES", "URL", "TRANSP"),
    }
    yield from {name for name in names if not name.startswith("X-WIRCTL-")} - known
    kinds = {part.name for part in Calendar.from_ical(data).walk()}
    yield from map(str, kinds - {"VCALENDAR", "VEVENT"})
    yield from (f"{len(line)} bytes" for line in data.split(b"\r\n") if len(line) > 75)
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        yield "a lone line end"
    yield from _odd(data.decode())


_SPACES = ("{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}")


def _xml_acts(data: bytes) -> Iterator[str]:
    text = data.decode()
    for mark in ("<!", "<?xml-stylesheet", 'type="html"', 'type="xhtml"'):
        if mark in text:
            yield mark
    for element in etree.fromstring(data).iter():
        if not str(element.tag).startswith(_SPACES):
            yield element.tag
        target = element.get("href", "https:")
        if not target.startswith(("https:", "http:", "urn:")):
            yield target
    yield from _odd(text)


def _json_acts(data: bytes) -> Iterator[str]:
    json.loads(data)
    yield from _odd(data.decode())


_VOCABULARIES = (
    "http://www.w3.org/ns/dcat#",
    "http://purl.org/dc/terms/",
    "http://xmlns.com/foaf/0.1/",
    "http://spdx.org/rdf/terms#",
)


def _turtle_acts(data: bytes) -> Iterator[str]:
    for kind in Graph().parse(data=data, format="turtle").objects(None, RDF.type):
        if not str(kind).startswith(_VOCABULARIES):
            yield str(kind)
    yield from _odd(data.decode())


def _odd(text: str) -> Iterator[str]:
    yield from re.findall("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)


_CHECKS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".html": _html_acts,
    ".md": _markdown_acts,
    ".json": _json_acts,
    ".jsonld": _json_acts,
    ".csv": _csv_acts,
    ".ics": _ics_acts,
    ".xml": _xml_acts,
    ".pdf": active_in,
    ".ttl": _turtle_acts,
    ".docx": word_acts,
}
