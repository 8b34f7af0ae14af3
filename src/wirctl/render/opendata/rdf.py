"""Statements about things (RDF), written as JSON-LD and as Turtle.

Names of properties and types are short ones: `dct:title`. What they are short for stands in
`PREFIXES`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PREFIXES: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
# What cannot stand in an address between < and >.
_NOT_IN_IRI = re.compile('[\x00-\x20<>"{}|^`\\\\]')
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Iri(NamedTuple):
    """Something by its address or other name."""

    iri: str


class Text(NamedTuple):
    """Words, in a language if that is known."""

    text: str
    language: str = ""


class Typed(NamedTuple):
    """A value of a type: `2022-09` of `xsd:gYearMonth`."""

    value: str
    type: str


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with its properties, in order; without a name, it stands inside another."""

    type: str
    properties: tuple[tuple[str, Value], ...]
    iri: str = ""


Value: TypeAlias = "Iri | Text | Typed | Thing"


def as_jsonld(things: Sequence[Thing]) -> bytes:
    """The things as one graph; the document itself says what the short names mean."""
    said = {"@context": dict(PREFIXES), "@graph": [_json(thing) for thing in things]}
    text = json.dumps(said, ensure_ascii=False, indent=1)
    return f"{text}\n".replace("<", "\\u003c").encode()


def _json(value: Value) -> dict[str, object]:
    match value:
        case Iri(iri):
            return {"@id": _iri(iri)}
        case Text(text, language):
            tag = _tag(language)
            return {"@value": text, "@language": tag} if tag else {"@value": text}
        case Typed(text, type_):
            return {"@value": text, "@type": type_}
        case Thing(type_, properties, iri):
            said: dict[str, object] = {"@id": _iri(iri)} if iri else {}
            grouped: dict[str, list[object]] = {}
            for name, part in properties:
                grouped.setdefault(name, []).append(_json(part))
            return {**said, "@type": type_, **grouped}


def as_turtle(things: Sequence[Thing]) -> bytes:
    """The things one after the other, each with a line for each property."""
    lines = [f"@prefix {short}: <{long}> ." for short, long in PREFIXES.items()]
    for thing in things:
        lines += ["", f"<{_iri(thing.iri)}> a {thing.type}", *_lines(thing, 1), "."]
    return ("\n".join(lines) + "\n").encode()


def _lines(thing: Thing, depth: int) -> Iterator[str]:
    for name, value in thing.properties:
        yield f"{'    ' * depth}; {name} {_turtle(value, depth)}"


def _turtle(value: Value, depth: int) -> str:
    match value:
        case Iri(iri):
            return f"<{_iri(iri)}>"
        case Text(text, language):
            tag = _tag(language)
            return f"{_quoted(text)}@{tag}" if tag else _quoted(text)
        case Typed(text, type_):
            return f"{_quoted(text)}^^{type_}"
        case Thing(type_):
            inner = "\n".join(_lines(value, depth + 1))
            return f"[ a {type_}\n{inner}\n{'    ' * depth}]"


def _iri(text: str) -> str:
    """An address with what cannot stand in it written as numbers."""
    return _NOT_IN_IRI.sub(lambda found: f"%{ord(found[0]):02X}", text)


def _tag(language: str) -> str:
    return language if _LANGUAGE.fullmatch(language) else ""


def _quoted(text: str) -> str:
    r"""The text between quotation marks.

    >>> print(_quoted('a "b"\n'))
    "a \"b\"\n"
    """
    return '"' + "".join(_ESCAPED.get(letter, letter) for letter in text) + '"'
