"""One plan file as it was read: its value, what is wrong with it, and where everything stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.catalogue import message
from wirctl.core.diagnostic import Diagnostic, Location
from wirctl.core.frozen import field, frozen, replace
from wirctl.core.regex import regex
from wirctl.source.encoding import decode
from wirctl.source.quick import quick

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.core.diagnostic import Excerpt, Subject
    from wirctl.core.pointer import Pointer
    from wirctl.core.span import Span
    from wirctl.core.value import Value
    from wirctl.source.encoding import Decoded
    from wirctl.source.fault import Fault, Path
    from wirctl.source.parser import ParserOf
    from wirctl.source.positions import Positions

_LINE_END = regex("\r\n|\r|\n")


def _no_keys(_: Pointer) -> tuple[str, ...]:
    return ()


@frozen
class Document:
    """One plan file, read.

    `text` is without a byte order mark. `value` is `None` where the text cannot be read at
    all; else it is complete but for the values that a fault names.
    """

    path: str
    text: str
    value: Value
    faults: tuple[Fault, ...] = ()
    _readable: str = field(default="", compare=False)
    _parser: ParserOf | None = field(default=None, compare=False)
    _memo: list[Positions] = field(default_factory=list, compare=False)

    @property
    def unreadable(self) -> tuple[Path, ...]:
        """The values about which nothing can be said, by keys and places; `()` is the file."""
        return tuple(path for fault in self.faults for path in fault.paths)

    def span(
        self,
        pointer: Pointer,
        keys_of: Callable[[Pointer], tuple[str, ...]] = _no_keys,
        *,
        key: bool = False,
    ) -> Span:
        """Where the value stands, or its nearest parent; with `key`, where its key does.

        `keys_of` gives the properties that name an item of the list below a path of property
        names. Items are also found by their place, counted from 0.
        """
        where = self._positions()
        place, is_exact = where.find(self.value, pointer, keys_of)
        return where.key_span(place) if key and is_exact else where.span(place)

    def typed(self, path: Path) -> str:
        """The value at this path of keys and places, as it was typed."""
        where = self._positions()
        span = where.span(where.at(path))
        return where.text[span.start : span.end]

    def words_span(self, span: Span, excerpt: Excerpt) -> Span:
        """Where these words stand in the value that stands there; the value if it is unclear."""
        from wirctl.source.excerpts import narrowed

        return narrowed(self._positions().text, span, excerpt)

    def key_span(self, path: Path) -> Span:
        """Where the key at this path of keys and places stands."""
        where = self._positions()
        return where.key_span(where.at(path))

    def _positions(self) -> Positions:
        """The places of all values; found by reading the text once more."""
        from wirctl.source.parser import PARSER
        from wirctl.source.positions import positions

        if not self._memo:
            self._memo.append(positions(self._readable or self.text, self._parser or PARSER))
        return self._memo[0]

    def line(self, number: int) -> str:
        """The text of a line, counted from 1 as spans do, without its end."""
        lines = _LINE_END.split(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


def read(path: str, data: bytes, parser: ParserOf | None = None) -> Document:
    """The document in these bytes. Never raises: what is wrong is among the faults.

    Without a parser, it is libyaml's, or PyYAML's own where that is missing.
    """
    decoded = decode(data)
    if decoded.readable is None:
        return Document(path, decoded.text, None, decoded.faults)
    value = quick(decoded.readable) if not decoded.faults else None
    if value is not None:
        return Document(path, decoded.text, value, (), decoded.readable, parser)
    return _read_fully(path, decoded, parser)


def _read_fully(path: str, decoded: Decoded, parser: ParserOf | None) -> Document:
    """The document by way of the parser, which is only loaded where it is needed."""
    from wirctl.source.parser import PARSER
    from wirctl.source.reading import is_only_empty, read_on

    parsed = read_on(decoded.readable or "", parser or PARSER)
    follows = decoded.faults and is_only_empty(parsed.faults)
    faults = decoded.faults if follows else (*decoded.faults, *parsed.faults)
    document = Document(path, decoded.text, parsed.value, faults, parsed.text, parser)
    return replace(document, faults=_finished(document)) if faults else document


def _finished(document: Document) -> tuple[Fault, ...]:
    """The faults in the order of the text, each duplicate with the line of the first."""
    faults = (_with_line(fault, document) if fault.related else fault for fault in document.faults)
    return tuple(sorted(faults, key=lambda fault: (fault.span, fault.rule)))


def _with_line(fault: Fault, document: Document) -> Fault:
    first = document.key_span(fault.related[0])
    return replace(fault, arguments=(*fault.arguments, ("line", first.line)))


def diagnostics(document: Document, subject: Subject) -> tuple[Diagnostic, ...]:
    """The faults of the document as findings about the subject."""
    return tuple(_diagnostic(fault, subject) for fault in document.faults)


def _diagnostic(fault: Fault, subject: Subject) -> Diagnostic:
    related = tuple(Location(subject, tuple(map(str, path))) for path in fault.related)
    severity = message(fault.rule).severity
    return Diagnostic(fault.rule, severity, subject, fault.span, fault.arguments, related)
