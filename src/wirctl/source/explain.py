"""From what stopped the parser to a message that an author understands.

The parser knows which token it did not expect; the author knows lines, quotes and colons. Each
function below looks at the lines around the place and says which slip it was. Where the slip
concerns one value only, the text comes back with that value taken out, so that the rest of the
file is still read and everything is said in one go. The parser's own words are never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from wirctl.core.span import TOP, Span
from wirctl.source import limits
from wirctl.source.fault import WHOLE, Fault, fault, in_quotes, shortened
from wirctl.source.messages import syntax as say
from wirctl.source.messages import values
from wirctl.source.rows import Page, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument

_LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Explained:
    """The fault, and how to go on: the text without what is broken, of equal length.

    `broken` is the offset of the value that was taken out or is not complete; `key` the name of
    a field beside it that may be meant by the broken line.
    """

    fault: Fault
    mended: str | None = None
    broken: int = -1
    key: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where the parser stopped, in the words of the page."""

    page: Page
    problem: str
    row: Row
    column: int
    origin: Row
    origin_column: int
    quote: Span | None

    @property
    def is_at_margin(self) -> bool:
        """Whether the parser stopped at the first thing in a line."""
        return not self.row.text[: self.column].strip(" \t-")


def explain(text: str, error: Exception, quote: Span | None = None) -> Explained:
    """The fault for an error of the parser.

    `quote` is the last text in quotes that the parser took before it stopped.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None or len(text) > _LONGEST:
        return _unknown(mark)
    page = Page(text)
    conflict = _conflict(page)
    if conflict is not None:
        return conflict
    origin = getattr(error, "context_mark", None) or mark
    problem = str(getattr(error, "problem", ""))
    trouble = Trouble(
        page,
        problem,
        page.row(mark.line + 1),
        mark.column,
        page.row(origin.line + 1),
        origin.column,
        quote,
    )
    for pattern, look in _LOOKS:
        if pattern.search(problem):
            return look(trouble) or _unknown(mark)
    return _unknown(mark)


def _unknown(mark: Any) -> Explained:
    if mark is None:
        return Explained(fault(say.NOT_YAML, TOP, WHOLE))
    line, column = mark.line + 1, mark.column + 1
    return Explained(
        fault(say.NOT_YAML, Span(line, column, line, column + 1, mark.index, mark.index + 1), WHOLE)
    )


def _conflict(page: Page) -> Explained | None:
    found = re.search(r"^<{7}(?: .*)?$", page.text, re.MULTILINE)
    if found is None or not re.search(r"^>{7}", page.text, re.MULTILINE):
        return None
    row = page.row(page.text.count("\n", 0, found.start()) + 1)
    return Explained(fault(say.MERGE_CONFLICT, row.span(0, len(row.text)), WHOLE))


def _value(
    trouble: Trouble, message: Message, span: Span, row: Row | None = None, **words: Argument
) -> Explained:
    """The fault of the one value that begins in the row; the file is read on without it."""
    row = row or trouble.row
    page = trouble.page
    whole = page.text[row.start + row.value_at : page.value_end(row)]
    words = {"quoted": in_quotes(whole), **words}
    found = fault(message, span, **words)
    return Explained(found, page.without_value(row), row.start + row.value_at)


def _extra_colon(trouble: Trouble) -> Explained | None:
    """A colon where no field can begin."""
    row, above = trouble.row, trouble.page.before(trouble.row)
    if trouble.column >= row.value_at:
        return _colon_in_text(trouble, _item(row))
    if above is None:
        return None
    slip = _slip_in_key(trouble, above)
    if slip is not None:
        return slip
    if _is_name(row.key) or row.has_dash:
        return _indentation(trouble)
    owner = trouble.page.owner(row)
    return _colon_in_text(trouble, owner) if owner is not None else None


def _item(row: Row) -> Row:
    """The row; where a list's text was taken for a field, the row as an item without a key."""
    if row.has_dash and not _is_name(row.key):
        return replace(row, key="", value_at=row.indent)
    return row


def _colon_in_text(trouble: Trouble, row: Row) -> Explained:
    place = trouble.row.span(trouble.column, trouble.column + 1)
    if row.value[:1] in _TYPOGRAPHIC:
        place = row.span(row.value_at, row.value_at + 1)
        inner = row.value.strip(_TYPOGRAPHIC)
        return _value(trouble, say.TYPOGRAPHIC_QUOTES, place, row, quoted=in_quotes(inner))
    return _value(trouble, say.COLON_IN_TEXT, place, row)


def _is_name(key: str) -> bool:
    """Whether this can be the name of a field, and is not the beginning of a sentence."""
    return _NAME.fullmatch(key) is not None


def _slip_in_key(trouble: Trouble, row: Row) -> Explained | None:
    """A field without its colon, or without the space behind it."""
    odd = _ODD_SPACE.search(row.text)
    if odd is not None and odd.start() <= row.indent + _LONGEST_NAME:
        place = row.span(odd.start(), odd.end())
        mended = trouble.page.text.replace(odd[0], " ")
        return Explained(fault(say.UNUSUAL_SPACE, place, code=f"U+{ord(odd[0]):04X}"), mended)
    glued = _GLUED.match(row.content)
    if glued is None:
        return None
    key, rest = glued.groups()
    at = row.indent + len(key) + 1
    return _field(trouble, say.MISSING_SPACE_AFTER_COLON, row, at, key, rest=shortened(rest))


def _field(  # noqa: PLR0913 - a slip has as many sides
    trouble: Trouble, message: Message, row: Row, at: int, key: str, **words: Argument
) -> Explained:
    """The fault of a line that is meant to be the field `key`, with a value that begins at `at`."""
    page = trouble.page
    place = row.span(row.indent, row.indent + len(key) + 1)
    start = row.start + row.indent + len(key)
    field_row = replace(row, key=key, value_at=at)
    mended = page.without(start, page.value_end(field_row), ":")
    return Explained(fault(message, place, key=key, **words), mended, start + 1)


def _after_value(trouble: Trouble) -> Explained | None:
    """Something where the next field or item should begin."""
    row, quote = trouble.row, trouble.quote
    if quote is not None and quote.line < row.number and quote.end_line == row.number:
        opened = trouble.page.row(quote.line)
        if row.margin <= opened.margin:
            return _unclosed_quote(trouble, opened, quote.column - 1)
    if not trouble.is_at_margin:
        return _rest_of_line(trouble)
    above = trouble.page.before(row)
    cut = above and _COMMENT.search(above.text)
    if above is not None and cut and row.margin > above.margin:
        place = above.span(cut.start(1), len(above.text))
        return _value(trouble, say.COMMENT_BREAKS_TEXT, place, above, comment=shortened(cut[1]))
    return _text_not_indented(trouble) or _indentation(trouble)


def _rest_of_line(trouble: Trouble) -> Explained | None:
    """Something behind a complete value."""
    row = _item(trouble.row)
    sign = row.value[:1]
    end = len(row.text.rstrip())
    place = row.span(trouble.column, max(end, trouble.column + 1))
    if sign in _SIGNS:
        return _sign_at_start(trouble)
    if sign and sign in "[{":
        return _value(trouble, say.TEXT_AFTER_BRACKET, place, row)
    if not sign or sign not in "\"'":
        return None
    if row.text[trouble.column :].strip() == ",":
        mended = trouble.page.without(row.start + trouble.column, row.start + end)
        return Explained(fault(say.COMMA_AFTER_VALUE, place), mended)
    inner = row.value.replace(sign, "") if row.value[1:-1].count(sign) else row.value
    inner = row.value[1:-1] if row.value.endswith(sign) else inner
    return _value(trouble, say.TEXT_AFTER_QUOTE, place, row, quoted=in_quotes(inner))


def _sign_at_start(trouble: Trouble) -> Explained:
    row = _item(trouble.row)
    message = _SIGNS[row.value[:1]]
    place = row.span(row.value_at, row.value_at + 1)
    return _value(trouble, message, place, row)


def _unclosed_quote(trouble: Trouble, row: Row, column: int) -> Explained:
    sign = row.text[column : column + 1]
    place = row.span(column, column + 1)
    if column != row.value_at or not (row.key or row.has_dash):
        return Explained(fault(say.UNCLOSED_QUOTE, place, WHOLE, sign=sign))
    return _value(trouble, say.UNCLOSED_QUOTE, place, row, sign=sign)


def _text_not_indented(trouble: Trouble) -> Explained | None:
    """A line further left than the text after `|` or `>` that it belongs to."""
    page, row = trouble.page, trouble.row
    owner = page.owner(row)
    if owner is None or not _BLOCK_SIGN.fullmatch(owner.value):
        return None
    found = fault(say.TEXT_NOT_INDENTED, row.span(row.margin, len(row.text)), key=owner.key)
    return Explained(found, page.without_value(owner), owner.start + owner.value_at)


def _indentation(trouble: Trouble) -> Explained:
    page, row = trouble.page, trouble.row
    above = page.before(row)
    place = row.span(row.margin, max(len(row.text.rstrip()), row.margin + 1))
    same = above is not None and row.margin in {above.margin, above.indent}
    if same and above is not None and above.has_dash != row.has_dash:
        return Explained(fault(say.LIST_MIXED_WITH_FIELDS, place, WHOLE))
    wanted = ", ".join(str(indent) for indent in sorted(_indents(page, row)))
    return Explained(fault(say.WRONG_INDENTATION, place, WHOLE, found=row.margin, wanted=wanted))


def _indents(page: Page, row: Row) -> set[int]:
    """The columns in which a line may begin here: those of the open lists and fields above."""
    found: set[int] = set()
    limit = _LONGEST
    above = page.before(row)
    while above is not None and limit > 0:
        if above.margin < limit and (above.key or above.has_dash):
            found |= {above.margin} | ({above.indent} if above.key and not found else set())
            limit = above.margin
        above = page.before(above)
    return found


def _no_colon(trouble: Trouble) -> Explained | None:
    """A line without a colon where a field is expected."""
    row, page = trouble.origin, trouble.page
    if row.content[:1] in {'"', "'"}:
        return _unclosed_quote(trouble, row, row.indent)
    if len(row.content) > _LONGEST_KEY:
        return Explained(
            fault(
                values.KEY_TOO_LONG,
                row.span(row.indent, row.indent + 1),
                WHOLE,
                limit=limits.MAX_KEY,
            )
        )
    slip = _slip_in_key(trouble, row)
    if slip is not None:
        return slip
    name = re.match(r"[A-Za-z_][\w-]*", row.content)
    rest = row.content[name.end() :].lstrip(" =\t") if name else "…"
    field = f"{name[0] if name else 'feld'}: {shortened(rest, 30) or '…'}"
    place = row.span(row.margin, len(row.text.rstrip()))
    found = fault(say.LINE_WITHOUT_COLON, place, text=shortened(row.content, 40), field=field)
    mended = page.without(row.start, row.start + len(row.text))
    owner = page.owner(row, row.margin)
    if owner is None:
        return Explained(replace(found, paths=(WHOLE,)))
    return Explained(found, mended, owner.start + owner.value_at, name[0] if name else "")


def _bad_start(trouble: Trouble) -> Explained | None:
    """A character that nothing can begin with."""
    row, sign = trouble.row, trouble.row.text[trouble.column : trouble.column + 1]
    if sign == "\t":
        return _tab(trouble)
    if not sign or sign not in "@`%":
        return None
    place = row.span(trouble.column, trouble.column + 1)
    return _value(trouble, say.RESERVED_SIGN, place, _item(row), sign=sign)


def _tab(trouble: Trouble) -> Explained | None:
    """Tabs before the first sign of a line; each is read as one blank, to go on."""
    row, page = trouble.row, trouble.page
    at = row.text.find("\t")
    if at < 0 or row.text[:at].strip(" -"):
        return None
    found = fault(say.TAB_INDENTATION, row.span(at, at + 1))
    tail = _LEADING_TABS.sub(lambda tabs: " " * len(tabs[0]), page.text[row.start :])
    return Explained(found, page.text[: row.start] + tail)


def _end_in_quote(trouble: Trouble) -> Explained:
    return _unclosed_quote(trouble, trouble.origin, trouble.origin_column)


def _escape(trouble: Trouble) -> Explained | None:
    """A backslash in double quotes that means nothing."""
    page, row = trouble.page, trouble.origin
    for found in _ESCAPE.finditer(page.text, row.start + trouble.origin_column):
        if found[1] is None:
            number = page.text.count("\n", 0, found.start()) + 1
            here = page.row(number)
            at = found.start() - here.start
            place, sign = here.span(at, at + 2), page.text[found.start() : found.start() + 2]
            inner = row.value.strip('"')
            return _value(
                trouble, say.UNKNOWN_ESCAPE, place, _item(row), sign=sign, quoted=f"'{inner}'"
            )
    return None


def _no_name(trouble: Trouble) -> Explained | None:
    """A star or an ampersand before something that can be no name."""
    row = _item(trouble.origin)
    if row.value[:1] not in _SIGNS:
        return None
    return _sign_at_start(replace(trouble, row=trouble.origin))


def _dash(trouble: Trouble) -> Explained:
    row = trouble.row
    return _value(trouble, say.LIST_ON_KEY_LINE, row.span(trouble.column, trouble.column + 1))


def _block_sign(trouble: Trouble) -> Explained:
    row = trouble.origin
    sign = row.text[trouble.origin_column : trouble.origin_column + 1]
    place = row.span(trouble.origin_column, trouble.origin_column + 1)
    return _value(trouble, say.TEXT_AFTER_BLOCK_SIGN, place, _item(row), sign=sign)


def _bracket(trouble: Trouble) -> Explained:
    row, at = trouble.origin, trouble.origin_column
    sign = row.text[at : at + 1]
    rest = trouble.page.text[row.start + at :]
    closing = {"[": "]", "{": "}"}.get(sign, "")
    if closing and rest.count(closing) < rest.count(sign):
        place = row.span(at, at + 1)
        message, words = say.UNCLOSED_BRACKET, {"sign": sign, "closing": closing}
    else:
        place = trouble.row.span(trouble.column, trouble.column + 1)
        message, words = say.BROKEN_BRACKET, {}
    if _item(row).value[:1] not in {"[", "{"} or row.margin == at:
        return Explained(fault(message, place, WHOLE, **words))
    return _value(trouble, message, place, _item(row), **words)


def _tag(trouble: Trouble) -> Explained | None:
    return _no_name(trouble) if _item(trouble.origin).value[:1] == "!" else None


def _directive(trouble: Trouble) -> Explained:
    row = trouble.origin if trouble.origin.text.startswith("%") else trouble.row
    above = row if row.text.startswith("%") else (trouble.page.before(row) or row)
    return Explained(fault(values.DIRECTIVE, above.span(0, len(above.text)), WHOLE))


def _document(trouble: Trouble) -> Explained | None:
    """Something behind the end of the document, or a first line that is indented."""
    page, row = trouble.page, trouble.row
    above: Row | None = row
    while above is not None:
        if above.text.startswith(("---", "...")):
            place = above.span(0, len(above.text))
            return Explained(fault(values.SEVERAL_DOCUMENTS, place, WHOLE))
        if above.text.startswith("%"):
            return Explained(fault(values.DIRECTIVE, above.span(0, len(above.text)), WHOLE))
        above = page.before(above)
    if trouble.is_at_margin:
        return _indentation(trouble)
    found = row.span(trouble.column, max(len(row.text.rstrip()), trouble.column + 1))
    words = {"quoted": in_quotes(row.content)}
    return Explained(fault(say.TEXT_AFTER_BRACKET, found, WHOLE, **words))


_TYPOGRAPHIC = "„“”‚‘’»«›‹"
_SIGNS: dict[str, Message] = {"*": values.ALIAS, "&": values.ANCHOR, "!": values.TAG}
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_GLUED = re.compile(r"([A-Za-z_][\w-]*):([^\s/].*)")
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_COMMENT = re.compile(r"[^\s:-][^\"']*?[ \t](#.*)")
_BLOCK_SIGN = re.compile(r"[|>][-+0-9]{0,2}(?:\s+#.*)?")
_LEADING_TABS = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)
_ESCAPE = re.compile(
    r"\\(?:([0abt\tnvfre \"/\\N_LP\r\n]|x[0-9a-fA-F]{2}|u(?![dD][89abAB])[0-9a-fA-F]{4}"
    r"|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})|)"
)
_LONGEST_NAME = 40
_LONGEST_KEY = 1_000

_LOOKS: tuple[tuple[re.Pattern[str], Callable[[Trouble], Explained | None]], ...] = tuple(
    (re.compile(pattern), look)
    for pattern, look in (
        ("mapping values are not allowed", _extra_colon),
        ("expected key|expected '-'|<block end>", _after_value),
        ("could not find expected ':'", _no_colon),
        ("cannot start any token", _bad_start),
        ("tab character", _tab),
        ("unexpected end of stream|unexpected document separator", _end_in_quote),
        ("escape character|hexdecimal|hexadecimal|escape code", _escape),
        ("alphabetic or numeric", _no_name),
        ("sequence entries", _dash),
        ("comment or (?:a )?line break|indentation indicator", _block_sign),
        ("',' or |node content", _bracket),
        ("tag handle|tag|URI", _tag),
        ("directive|version", _directive),
        ("document start", _document),
    )
)
