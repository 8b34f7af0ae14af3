"""The way in: a view of a plan, written in a format and a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirctl.core.address import folder_address, web_address
from wirctl.core.lazy import Lazy
from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.render.digest import digests_of_elements
from wirctl.render.labels import NoSuchLanguageError, labels, plain_languages
from wirctl.render.provenance import provenance_of
from wirctl.render.registry import Options, every_writer
from wirctl.render.wording import check_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.render.model.site import Site
    from wirctl.render.pages.ledger import Ledger
    from wirctl.render.provenance import Provenance
    from wirctl.render.registry import Files, Wanted


class NoSuchFormatError(Problem):
    """There is no writer for this format; `near` is the name that was probably meant."""

    def __init__(self, name: str, near: str) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


class NoWebAddressError(Problem):
    """What is set as the address of the output on the web is none."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class NoSourceAddressError(Problem):
    """What is set as the address of the plan's files is none, or names no file."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source = source


class NoContributorError(Problem):
    """What is set as the key of whoever publishes the data is no address."""

    def __init__(self, contributor: str) -> None:
        super().__init__(contributor)
        self.contributor = contributor


class WholeOnlyError(Problem):
    """A format in which no element can be written alone; `choices` are those in which it can."""

    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Document:
    """The files of a document, path to bytes, sorted by path; and where it comes from.

    `faults` is what the writer had to say about texts of the plan; with an error among them
    there may be no files.
    """

    files: Files
    provenance: Provenance
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """What a site may hold besides one view in one language, and what else may be asked for.

    `languages` are further languages, `frozen` views of closed rounds, `formats` the names of
    formats to take away; `only` is the id of the one element to write; `ledger` knows what was
    written before. `source`, `publisher` and `contributor` are settings of the project. Of what
    is not `wanted`, as much as is quick may be left out.
    """

    languages: tuple[str, ...] = ()
    frozen: tuple[Site, ...] = ()
    formats: tuple[str, ...] = ()
    only: str = ""
    ledger: Ledger | None = None
    source: str = ""
    publisher: str = ""
    contributor: str = ""
    wanted: Wanted | None = None


NO_MORE = More()


def document(
    site: Site,
    name: str,
    language: str = "de",
    templates: Sequence[Path] = (),
    url: str = "",
    more: More = NO_MORE,
) -> Document:
    """A document in this format.

    `templates` are folders that win over those that come with wirctl, first one first. `url`
    is the address of the web folder in which the document will lie, if that is known. What
    there is `more` goes into formats that write it together.

    Raises:
        NoSuchFormatError: no writer has this name.
        NoSuchLanguageError: there are no words in this language.
        LanguageNeedsBabelError: dates and amounts cannot be written in this language.
        NoWebAddressError: the address is none of http or https.
        WholeOnlyError: the format knows no single elements.
    """
    writers = every_writer()
    if name not in writers:
        raise NoSuchFormatError(name, nearest(name, writers))
    address = folder_address(url)
    if url and not address:
        raise NoWebAddressError(url)
    words = labels(language)
    if words.is_easy:
        raise NoSuchLanguageError(language, plain_languages())
    check_language(language)
    digests = digests_of_elements(site)
    provenance = provenance_of(site, name, words, templates, digests)
    options = Options(words, tuple(templates), provenance, address, only=more.only, digests=digests)
    if more.only and not writers[name].alone:
        raise WholeOnlyError(name, tuple(one for one in writers if writers[one].alone))
    if writers[name].together:
        options = _with_more(site, options, more)
    files = writers[name].write(site, options)
    return Document(dict(sorted(files.items())), provenance, tuple(options.faults))


def _check_addresses(more: More) -> None:
    """Refuse what could not stand in a link.

    Raises:
        NoSourceAddressError: the address of files is none.
        NoContributorError: the key of the publisher is none.
    """
    if more.source and ("{path}" not in more.source or not web_address(more.source)):
        raise NoSourceAddressError(more.source)
    if more.contributor and not web_address(more.contributor):
        raise NoContributorError(more.contributor)


def _with_more(site: Site, options: Options, more: More) -> Options:
    language = options.labels.code
    _check_addresses(more)
    return replace(
        options,
        languages=tuple(labels(code) for code in dict.fromkeys((language, *more.languages))),
        frozen=more.frozen,
        source=more.source,
        publisher=more.publisher,
        contributor=more.contributor,
        ledger=more.ledger,
        wanted=more.wanted,
        downloads=Lazy(
            (other for other in more.formats if not every_writer()[other].together),
            lambda other: document(site, other, language, options.templates, options.url).files,
        ),
    )


def render(
    site: Site,
    name: str,
    language: str = "de",
    templates: Sequence[Path] = (),
    url: str = "",
    more: More = NO_MORE,
) -> Files:
    """The files of a document in this format: path to bytes, sorted by path.

    Raises:
        Problem: as with `document`.
    """
    return document(site, name, language, templates, url, more).files
