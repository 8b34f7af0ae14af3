"""What changed in each round, as a feed to subscribe to (Atom, RFC 4287)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from wirctl.model.dates import last_day
from wirctl.render.opendata.names import name_of, plan_id, urn
from wirctl.render.opendata.plain import fit
from wirctl.render.registry import writer
from wirctl.render.versions import round_name, version_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.render.labels import Labels
    from wirctl.render.model.derived import Edition, News
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Reference
    from wirctl.render.pages.changes import Changes
    from wirctl.render.registry import Files, Options

_START = "1970-01-01T00:00:00Z"


@writer("atom", de="Feed der Änderungen je Runde", en="feed of changes by round", is_whole=False)
def atom(site: Site, options: Options) -> Files:
    """A feed in one file, the latest round first."""
    return {"changes.xml": feed(site, options)}


@dataclass(frozen=True, slots=True)
class Entry:
    """The changes of one element in one round; `key` tells the round, or what follows it."""

    item: Reference
    key: str
    round: str
    updated: str
    texts: tuple[str, ...]


def feed(site: Site, options: Options) -> bytes:
    """The feed as XML."""
    updated = site.version.time or _start_of(site.version.date)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{options.labels.language}">',
        f"<id>{_text(urn(site, 'changes'))}</id>",
        f"<title>{_text(site.heading.title or plan_id(site))}</title>",
        f"<subtitle>{_text(version_line(site, options.labels))}</subtitle>",
        f"<updated>{updated}</updated>",
        f"<author><name>{_text(site.heading.municipality or plan_id(site))}</name></author>",
        f"<generator version={_value(options.provenance.wirctl)}>wirctl</generator>",
        *_links(options),
    ]
    for entry in entries_of(site, options):
        lines += _entry(entry, site, options)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _links(options: Options) -> Iterator[str]:
    if options.url:
        yield f'<link rel="self" href={_value(f"{options.url}changes.xml")}/>'
        yield f'<link rel="alternate" href={_value(options.url)}/>'
    if options.provenance.commit:
        yield f'<category term={_value(options.provenance.commit)} label="commit"/>'


def entries_of(site: Site, options: Options) -> tuple[Entry, ...]:
    """What changed since the last round, then in each round, the latest first."""
    told = _Told.of(site, options.labels)
    known = {edition.round.id for edition in site.editions}
    latest: list[Entry] = []
    if site.news is not None and site.version.round not in known and not _is_told(site):
        updated = site.version.time or _start_of(site.version.date)
        latest = list(told.entries(site.news, f"{site.news.since}+", updated))
    editions = [entry for edition in reversed(site.editions) for entry in told.edition(edition)]
    return (*latest, *editions)


def _is_told(site: Site) -> bool:
    """Whether the news are those of the last round, as nothing has changed since."""
    last = site.editions[-1] if site.editions else None
    return last is not None and site.news is not None and site.news.since != last.round.id


@dataclass(frozen=True, slots=True)
class _Told:
    """Puts changes into words, the same as on the pages."""

    site: Site
    labels: Labels
    words: Changes

    @classmethod
    def of(cls, site: Site, labels: Labels) -> _Told:
        """The words for the changes of this view."""
        from wirctl.render.pages.changes import Changes
        from wirctl.render.pages.language import Speech
        from wirctl.render.pages.lookups import Lookups
        from wirctl.render.pages.paths import Paths

        values = Speech.at("", site, labels, Paths(site)).values
        asked = Lookups.of(site, values)
        return cls(site, labels, Changes.of(site, values, asked.tally, asked.decided_in))

    def edition(self, edition: Edition) -> Iterator[Entry]:
        if edition.news is not None:
            yield from self.entries(edition.news, edition.round.id, _start_of(edition.date))

    def entries(self, news: News, key: str, updated: str) -> Iterator[Entry]:
        """An entry for each element that changed."""
        from wirctl.render.pages.changes import plainly

        name = round_name(self.site, key.removesuffix("+"))
        if key.endswith("+"):
            name = self.labels.text("since_round", since=name)
        found: dict[Reference, dict[str, None]] = {}
        for change in news.changes:
            found.setdefault(change.item, {})[plainly(self.words.sentence(change))] = None
        for item, texts in found.items():
            yield Entry(item, key, name, updated, tuple(texts))


def _entry(entry: Entry, site: Site, options: Options) -> Iterator[str]:
    name = sha256("\n".join((plan_id(site), entry.key, entry.item.id)).encode()).hexdigest()
    yield "<entry>"
    yield f"<id>urn:wirctl:change:{name}</id>"
    yield f"<title>{_text(f'{entry.item.title or entry.item.id} – {entry.round}')}</title>"
    yield f"<updated>{entry.updated}</updated>"
    yield f'<link rel="alternate" href={_value(name_of(site, options, entry.item.id))}/>'
    yield f"<category term={_value(entry.item.kind or 'element')}/>"
    content = "\n".join(entry.texts)
    yield f'<content type="text">{_text(content)}</content>'
    yield "</entry>"


def _start_of(date: str) -> str:
    """The beginning of the last day that the date may mean."""
    day = last_day(date)
    return f"{day.isoformat()}T00:00:00Z" if day is not None else _START


def _text(text: str) -> str:
    return escape(fit(text))


def _value(text: str) -> str:
    return quoteattr(fit(text))
