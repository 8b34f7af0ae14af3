"""What there is of the plan to take away, as a catalogue for open data (DCAT-AP.de 3.0).

The catalogue describes the web site, and the files that the site offers. It says what the plan
says; who publishes the data, and by which key portals know them (`dcatde:contributorID`), are
settings (`publisher`, `contributor`), for no plan states them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.render.model.text import Prose
from wirctl.render.model.values import Group, Url, group_in, text_in, value_of
from wirctl.render.opendata.files import files_to_take
from wirctl.render.opendata.licence import licence_of
from wirctl.render.opendata.names import plan_id, urn
from wirctl.render.opendata.needs import needed, needed_address
from wirctl.render.opendata.plain import fit, plain_lines
from wirctl.render.opendata.rdf import Iri, Text, Thing, Typed, as_jsonld, as_turtle
from wirctl.render.registry import writer
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.model.site import Site
    from wirctl.render.opendata.files import Taken
    from wirctl.render.opendata.rdf import Value
    from wirctl.render.registry import Files, Options

_EU = "http://publications.europa.eu/resource/authority/"
_THEMES = ("GOVE", "SOCI")
"""Government, and population and society: what every plan for living together is about."""
_LANGUAGES: Mapping[str, str] = {
    "ar": "ARA", "bg": "BUL", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA", "fa": "FAS",
    "fr": "FRA", "hr": "HRV", "it": "ITA", "ku": "KUR", "pl": "POL", "pt": "POR", "ro": "RON",
    "ru": "RUS", "sq": "SQI", "sr": "SRP", "tr": "TUR", "uk": "UKR", "zh": "ZHO",
}  # fmt: skip
_OPEN_DATA = Words("Offene Daten", "Open data")
_WEB_SITE = Words("Internetseiten", "Web site")
_PERIODS = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


@writer(
    "dcat",
    de="Katalog für Datenportale (DCAT-AP.de)",
    en="catalogue for data portals (DCAT-AP.de)",
    together=True,
    is_whole=False,
)
def dcat(site: Site, options: Options) -> Files:
    """The same catalogue twice: as JSON-LD and as Turtle.

    Raises:
        NeedsWebAddressError: nobody has said where the data will lie.
        PlanLeavesOutError: the plan names no licence.
    """
    needed_address(options, "dcat")
    plan = next(iter(site.of_kind("plan")), None)
    holder = Group(plan.fields if plan is not None else {})
    needed(text_in(holder, "licence"), "licence", "dcat")
    things = tuple(_Catalogue(site, options, holder).things())
    return {"catalog.jsonld": as_jsonld(things), "catalog.ttl": as_turtle(things)}


class _Catalogue:
    """Says what is in the catalogue; `plan` is what `plan.yaml` says."""

    def __init__(self, site: Site, options: Options, plan: Group) -> None:
        self.site, self.options, self.plan = site, options, plan
        self.language = site.heading.language
        self.publisher = Iri(f"{options.url}#publisher")
        self.dataset = f"{options.url}#dataset"

    def things(self) -> Iterator[Thing]:
        """The catalogue, who publishes it, the plan as data, and each form that it has."""
        own = self.options.publisher or self.site.heading.municipality
        name = fit(own or plan_id(self.site))
        yield Thing("dcat:Catalog", tuple(self._catalogue()), f"{self.options.url}#catalog")
        yield Thing("foaf:Agent", (("foaf:name", Text(name)),), self.publisher.iri)
        forms = (self._pages(), *map(self._form, files_to_take(self.options)))
        links = tuple(("dcat:distribution", Iri(form.iri)) for form in forms)
        yield Thing("dcat:Dataset", (*self._dataset(), *links), self.dataset)
        yield from forms

    def _catalogue(self) -> Iterator[tuple[str, Value]]:
        heading = _OPEN_DATA.in_language(self.language)
        yield "dct:title", self._text(f"{heading}: {self._title()}")
        yield "dct:description", self._text(self._description())
        yield "dct:publisher", self.publisher
        yield from self._changed()
        yield from self._languages(self.language)
        yield "foaf:homepage", Iri(self.options.url)
        yield "dct:license", self._licence()
        yield "dcat:themeTaxonomy", Iri(f"{_EU}data-theme")
        yield "dcat:dataset", Iri(self.dataset)

    def _dataset(self) -> Iterator[tuple[str, Value]]:
        yield "dct:title", self._text(self._title())
        yield "dct:description", self._text(self._description())
        yield "dct:publisher", self.publisher
        if self.options.contributor:
            yield "dcatde:contributorID", Iri(self.options.contributor)
        yield "dct:identifier", Text(urn(self.site))
        yield from self._changed()
        yield "dcat:version", Text(fit(self.site.version.label))
        yield from self._languages(*self.site.heading.languages or (self.language,))
        for theme in _THEMES:
            yield "dcat:theme", Iri(f"{_EU}data-theme/{theme}")
        if self.site.heading.municipality:
            level = "http://dcat-ap.de/def/politicalGeocoding/Level/municipality"
            yield "dcatde:politicalGeocodingLevelURI", Iri(level)
        yield "dct:accessRights", Iri(f"{_EU}access-right/PUBLIC")
        yield "dcat:landingPage", Iri(self.options.url)
        website = value_of(self.plan, "website")
        if isinstance(website, Url) and website.url:
            yield "foaf:page", Iri(website.url)
        yield from self._period()

    def _period(self) -> Iterator[tuple[str, Value]]:
        """The time that the plan holds for, as exactly as it says."""
        period = group_in(self.plan, "period")
        found = tuple(
            (f"dcat:{name}Date", Typed(text_in(period, name), _PERIODS[len(text_in(period, name))]))
            for name in ("start", "end")
            if len(text_in(period, name)) in _PERIODS
        )
        if found:
            yield "dct:temporal", Thing("dct:PeriodOfTime", found)

    def _pages(self) -> Thing:
        """The web site."""
        codes = tuple(one.code for one in self.options.languages) or (self.language,)
        said: tuple[tuple[str, Value], ...] = (
            ("dct:title", self._text(_WEB_SITE.in_language(self.language))),
            ("dcat:accessURL", Iri(self.options.url)),
            ("dct:format", Iri(f"{_EU}file-type/HTML")),
            ("dcat:mediaType", Iri(_media("text/html"))),
            *self._languages(*codes),
        )
        return self._distribution("html", said)

    def _form(self, file: Taken) -> Thing:
        """A file to take away."""
        address = Iri(f"{self.options.url}{file.path}")
        said: list[tuple[str, Value]] = [
            (
                "dct:title",
                self._text(f"{file.description.in_language(self.language)}: {file.name}"),
            ),
            ("dcat:accessURL", address),
            ("dcat:downloadURL", address),
            ("dcat:byteSize", Typed(str(file.size), "xsd:nonNegativeInteger")),
            ("spdx:checksum", _checksum(file.sha256)),
        ]
        if file.kind.eu:
            said.append(("dct:format", Iri(f"{_EU}file-type/{file.kind.eu}")))
        if file.kind.media:
            said.append(("dcat:mediaType", Iri(_media(file.kind.media))))
        return self._distribution(
            file.path, (*said, *self._languages(self.options.labels.language))
        )

    def _distribution(self, name: str, said: tuple[tuple[str, Value], ...]) -> Thing:
        rights: tuple[tuple[str, Value], ...] = (
            ("dct:license", self._licence()),
            ("dcatde:licenseAttributionByText", self._text(self._by())),
        )
        changed = tuple(self._changed())
        iri = f"{self.options.url}#distribution/{name}"
        return Thing("dcat:Distribution", (*said, *rights, *changed), iri)

    def _licence(self) -> Value:
        name = text_in(self.plan, "licence")
        entry = licence_of(name).entry
        if entry:
            return Iri(entry)
        return Thing("dct:LicenseDocument", (("rdfs:label", Text(fit(name))),))

    def _by(self) -> str:
        """Whom to name, as the licence wants it."""
        heading = self.site.heading
        return fit(": ".join(filter(None, (heading.municipality, heading.title))) or self._title())

    def _title(self) -> str:
        return fit(self.site.heading.title or plan_id(self.site))

    def _description(self) -> str:
        """What the plan says that it is, and what it says that it is not."""
        summary = value_of(self.plan, "summary")
        texts = [plain_lines(summary)] if isinstance(summary, Prose) else []
        if self.site.heading.disclaimer is not None:
            texts.append(plain_lines(self.site.heading.disclaimer))
        return fit("\n\n".join(filter(None, texts)) or self.site.heading.subtitle or self._title())

    def _changed(self) -> Iterator[tuple[str, Value]]:
        version = self.site.version
        if version.time:
            yield "dct:modified", Typed(version.time, "xsd:dateTime")
        elif len(version.date) in _PERIODS:
            yield "dct:modified", Typed(version.date, _PERIODS[len(version.date)])

    def _languages(self, *codes: str) -> Iterator[tuple[str, Value]]:
        """The languages that the European list has, each once; easy language is a language."""
        names = (_LANGUAGES.get(code.partition("-")[0], "") for code in codes)
        for name in dict.fromkeys(filter(None, names)):
            yield "dct:language", Iri(f"{_EU}language/{name}")

    def _text(self, text: str) -> Text:
        return Text(text, self.language)


def _checksum(digest: str) -> Thing:
    algorithm = Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
    value = Typed(digest, "xsd:hexBinary")
    return Thing("spdx:Checksum", (("spdx:algorithm", algorithm), ("spdx:checksumValue", value)))


def _media(name: str) -> str:
    return f"https://www.iana.org/assignments/media-types/{name}"
