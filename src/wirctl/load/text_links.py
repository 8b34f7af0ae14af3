"""Links in texts lead somewhere: to the web (http, https), or to an element of the plan.

Documents read the same texts in the same way: by the tokens given here.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from wirctl.core.address import web_address
from wirctl.core.diagnostic import Diagnostic, Excerpt
from wirctl.core.regex import regex
from wirctl.core.value import is_list, list_of, record_of
from wirctl.load import messages as say
from wirctl.load.footnotes import NOTE, cite, tokens_with_notes
from wirctl.load.references import LIMIT
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from wirctl.core.value import Value
    from wirctl.load.files import Faulty, File
    from wirctl.load.names import Names
    from wirctl.schema.field import Field
    from wirctl.schema.links import Path

LONGEST = 20_000
"""A text of more characters is taken as plain paragraphs, so that no text is slow to read."""

_LINK = "]("
_MONTHS = "Jan|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
_DAY = regex(rf"^([ \t]*[0-9]{{1,2}})\.(?=[ \t](?:{_MONTHS}))", re.MULTILINE)
_ELEMENT = regex(r"([a-z][a-z0-9_]*):([A-Z0-9][A-Z0-9-]*)")


def dead_link_findings(files: Iterable[File], names: Names, faulty: Faulty) -> Iterator[Diagnostic]:
    """Where a link in a text leads to no element of the plan, and not to the web either."""

    def is_known(kind: str, id: str) -> bool:
        return names.has(id, (kind,)) and names.fits(id, (kind,))

    for file in files:
        yield from islice(_of_file(file, is_known, faulty), LIMIT)


def _of_file(
    file: File, is_known: Callable[[str, str], bool], faulty: Faulty
) -> Iterator[Diagnostic]:
    message = say.LINK_NOT_POSSIBLE
    for path, text in _texts(file.record, file.kind.fields, ()):
        dead = [item for item in targets(text) if not leads(item, is_known)]
        if dead and not faulty.has_value(file, path):
            at = file.kind.pointer(file.record, path)
            for target in dict.fromkeys(dead):
                words = (("target", target[:200]),)
                where = _excerpt(text, target)
                yield Diagnostic(
                    message.id, message.severity, file.subject, at, words, excerpt=where
                )


def _excerpt(text: str, target: str) -> Excerpt | None:
    start = text.find(f"{_LINK}{target}")
    return Excerpt(target, text.count(target, 0, start + len(_LINK))) if start >= 0 else None


def _texts(
    record: Mapping[str, Value], fields: Mapping[str, Field], path: Path
) -> Iterator[tuple[Path, str]]:
    for name, value in record.items():
        if name in fields:
            yield from _in_value(value, fields[name], (*path, name))


def _in_value(value: Value, field: Field, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts with markup in a value of this field, each with its path."""
    if isinstance(value, str):
        if field.value is ValueKind.PROSE and _LINK in value:
            yield path, value
    elif is_list(value) and field.item is not None:
        for place, item in enumerate(list_of(value)):
            yield from _in_value(item, field.item, (*path, place))
    else:
        yield from _texts(record_of(value), field.fields, path)


def leads(address: str, is_known: Callable[[str, str], bool]) -> bool:
    """Whether a link to this address leads somewhere; `is_known(kind, id)` knows the elements."""
    element = element_at(address)
    return bool(element and is_known(*element)) or bool(web_address(address))


def element_at(address: str) -> tuple[str, str] | None:
    """Kind and id of the element that an address of the form `measure:M-BIL-01` names."""
    named = _ELEMENT.fullmatch(address)
    return (named[1], named[2]) if named else None


def targets(text: str) -> Iterator[str]:
    """The address of each link in a text, in order."""
    if len(text) > LONGEST or _LINK not in text:
        return
    yield from _in_tokens(tokens_of(text))


def _in_tokens(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "link_open":
            yield str(token.attrs["href"])
        yield from _in_tokens(token.children or ())


def tokens_of(text: str) -> Sequence[Token]:
    """The text as markdown-it takes it apart; a date at its beginning is no list."""
    return tokens_with_notes(_markdown(), _DAY.sub(r"\1\\.", text))


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero", {"html": False, "maxNesting": 20})
    reader.enable(
        ["list", "blockquote", "table", "heading", "emphasis", "link", "escape", "newline"]
    )
    reader.inline.ruler.before("link", NOTE, cite)
    reader.inline.ruler.before("emphasis", "gender_star", _gender_star)
    # Every target becomes a token; which are allowed is decided here, in one place.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return reader


def _gender_star(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it
    """Take a star between two letters as a character."""
    source, place = state.src, state.pos
    if source[place] != "*" or not 0 < place < len(source) - 1:
        return False
    if not (source[place - 1].isalpha() and source[place + 1].isalpha()):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True
