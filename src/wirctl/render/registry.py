"""The formats of documents. A writer registers itself; there is no list to update."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.modules import import_all, import_named
from wirctl.render.provenance import UNKNOWN
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.render.labels import Labels
    from wirctl.render.model.site import Site
    from wirctl.render.pages.ledger import Ledger
    from wirctl.render.provenance import Provenance

_HERE = "wirctl.render"
Files: TypeAlias = "Mapping[str, bytes]"
"""Path below the output folder, with `/`, to content."""
Wanted: TypeAlias = "Callable[[str, str | None], bool]"
"""Whether the file at this path is wanted; a page comes with its title."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a writer may know besides the view model.

    `templates` are the folders in which to look for templates, first one first. `provenance`
    is what the document says about how it was made. `url` is the address on the web under
    which the output will lie, with a slash at its end; empty where nobody has said. What
    writes several languages in one also gets `languages`, that of `labels` first; `frozen` are
    views of closed rounds to be kept beside this one, and `downloads` the files of other
    formats. What takes one element alone gets its id as `only`. With a `ledger`, pages that
    would be the same as before are not made again; `digests` are those of the elements.
    `source` is the address of a file of the plan, with `{commit}` and `{path}`; `publisher` and
    `contributor` tell who answers for the data, and by which key data portals know them. A
    writer adds to `faults` what it finds in the texts of the plan; with an error among them,
    nothing is to be published. Where only a part is `wanted`, a writer may leave out the rest.
    """

    labels: Labels
    templates: tuple[Path, ...] = ()
    provenance: Provenance = UNKNOWN
    url: str = ""
    languages: tuple[Labels, ...] = ()
    frozen: tuple[Site, ...] = ()
    downloads: Mapping[str, Files] = field(default_factory=dict)
    only: str = ""
    ledger: Ledger | None = None
    digests: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    publisher: str = ""
    contributor: str = ""
    faults: list[Diagnostic] = field(default_factory=list)
    wanted: Wanted | None = None

    def wants(self, path: str, title: str | None = None) -> bool:
        """Whether a file is wanted, or something in a folder; a page has a title."""
        return self.wanted is None or self.wanted(path, title)


Write: TypeAlias = "Callable[[Site, Options], Files]"


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: its name, what it is in a few words, and the function that writes it.

    `together` tells that it writes several languages, versions and other formats in one,
    `is_whole` that every public text of the plan is in it; the tests hold it to that. `alone`
    tells that it can write one element alone.
    """

    name: str
    description: Words
    write: Write
    together: bool = False
    is_whole: bool = True
    alone: bool = False


class WriterTwiceError(Exception):
    """Two writers of one name: a bug of ours."""


_writers: dict[str, Writer] = {}


def writer(
    name: str,
    *,
    de: str,
    en: str,
    together: bool = False,
    is_whole: bool = True,
    alone: bool = False,
) -> Callable[[Write], Write]:
    """Make a function the writer of this format; one not whole shows a part of the plan.

    Raises:
        WriterTwiceError: there is one already.
    """

    def register(function: Write) -> Write:
        if name in _writers:
            raise WriterTwiceError(name)
        _writers[name] = Writer(name, Words(de, en), function, together, is_whole, alone)
        return function

    return register


def every_writer() -> Mapping[str, Writer]:
    """Every writer by name, sorted; to ask for one of them imports only the module called so."""
    return _Writers()


class _Writers(Mapping[str, Writer]):
    """The writers of the modules beside this one."""

    def __getitem__(self, name: str) -> Writer:
        if name not in _writers:
            import_named(_HERE, "", name)
        return _writers[name]

    def __iter__(self) -> Iterator[str]:
        import_all(_HERE)
        return iter(sorted(_writers))

    def __len__(self) -> int:
        import_all(_HERE)
        return len(_writers)
