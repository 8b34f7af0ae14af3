"""Slips within one value: a colon, a sign at the beginning, quotes, brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.frozen import replace
from wirctl.core.regex import regex
from wirctl.source.fault import fault, in_quotes
from wirctl.source.messages import syntax as say
from wirctl.source.messages import values
from wirctl.source.trouble import Explained, as_item, lost_file, lost_value

if TYPE_CHECKING:
    from wirctl.core.catalogue import Message
    from wirctl.core.span import Span
    from wirctl.source.rows import Row
    from wirctl.source.trouble import Trouble

_TYPOGRAPHIC = "„“”‚‘’»«›‹"
_SIGNS: dict[str, Message] = {"*": values.ALIAS, "&": values.ANCHOR, "!": values.TAG}
_CLOSING = {"[": "]", "{": "}"}
_ESCAPE = regex(
    r"\\(?:([0abt\tnvfre \"/\\N_LP\r\n]|x[0-9a-fA-F]{2}"
    r"|(?:u|U0000)(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U00(?:0[1-9a-fA-F]|10)[0-9a-fA-F]{4})|)"
)


def colon_in_text(trouble: Trouble, row: Row) -> Explained:
    """A colon in a text without quotes, or in quotes that are none."""
    if row.value[:1] not in set(_TYPOGRAPHIC):
        return lost_value(trouble.page, row, say.COLON_IN_TEXT, trouble.place)
    place = row.span(row.value_at, row.value_at + 1)
    quoted = in_quotes(row.value.strip(_TYPOGRAPHIC))
    return lost_value(trouble.page, row, say.TYPOGRAPHIC_QUOTES, place, quoted=quoted)


def rest_of_line(trouble: Trouble) -> Explained | None:
    """Something behind a complete value."""
    row, page = as_item(trouble.row), trouble.page
    sign = row.value[:1]
    if sign in _SIGNS:
        return _sign_at_start(trouble, row)
    place = row.span(trouble.column, max(len(row.text.rstrip()), trouble.column + 1))
    if sign in _CLOSING:
        return lost_value(page, row, say.TEXT_AFTER_BRACKET, place)
    if sign not in {'"', "'"}:
        return _after_several_lines(trouble, place)
    if row.text[trouble.column :].strip() == ",":
        start = row.start + trouble.column
        return Explained(fault(say.COMMA_AFTER_VALUE, place), page.without(start, start + 1))
    quoted = in_quotes(_inner(row.value, sign))
    return lost_value(page, row, say.TEXT_AFTER_QUOTE, place, quoted=quoted)


def _after_several_lines(trouble: Trouble, place: Span) -> Explained | None:
    """Something behind a quote or bracket that closes what began in a line above."""
    last = trouble.row.text[: trouble.column].rstrip()[-1:]
    quoted = in_quotes(trouble.row.text[trouble.column :])
    if last in {'"', "'"}:
        return lost_file(say.TEXT_AFTER_QUOTE, place, quoted=quoted)
    return lost_file(say.TEXT_AFTER_BRACKET, place, quoted=quoted) if last in {"]", "}"} else None


def _inner(value: str, sign: str) -> str:
    """What was meant to stand in the quotes."""
    return value[1:-1] if value.endswith(sign) else value.replace(sign, "")


def _sign_at_start(trouble: Trouble, row: Row) -> Explained:
    place = row.span(row.value_at, row.value_at + 1)
    return lost_value(trouble.page, row, _SIGNS[row.value[0]], place)


def sign_without_name(trouble: Trouble) -> Explained | None:
    """A star, an ampersand or an exclamation mark before something that can be no name."""
    row, at = as_item(trouble.origin), trouble.origin_column
    sign = row.text[at : at + 1]
    if sign not in _SIGNS:
        return None
    if at == row.value_at:
        return _sign_at_start(trouble, row)
    if row.value[:1] in {'"', "'"}:
        return rest_of_line(replace(trouble, row=trouble.origin, column=at))
    quoted = in_quotes(re.split(r"[,\]}]", row.text[at:])[0])
    return lost_value(trouble.page, row, _SIGNS[sign], row.span(at, at + 1), quoted=quoted)


def reserved_sign(trouble: Trouble) -> Explained | None:
    """A sign that nothing can begin with."""
    sign = trouble.row.text[trouble.column : trouble.column + 1]
    if sign not in {"@", "`", "%", "?", "|", ">"}:
        return None
    row = as_item(trouble.row)
    return lost_value(trouble.page, row, say.RESERVED_SIGN, trouble.place, sign=sign)


def swallowed_lines(trouble: Trouble) -> Explained | None:
    """A text in quotes that ran on over lines that are none of its own, to the next quote.

    Lines of its own stand deeper than its field, or than its dash where it has no field.
    """
    quote = trouble.quote
    if quote is None or quote.line >= trouble.row.number:
        return None
    opened = trouble.page.row(quote.line)
    limit = opened.indent if opened.key else opened.margin
    rows = map(trouble.page.row, range(quote.line + 1, quote.end_line + 1))
    if any(row.content and row.margin <= limit for row in rows):
        return unclosed_quote(trouble, opened, quote.column - 1)
    return None


def open_quote(trouble: Trouble) -> Explained:
    """A text in quotes that ran on to the end of the file."""
    return unclosed_quote(trouble, trouble.origin, trouble.origin_column)


def unclosed_quote(trouble: Trouble, row: Row, column: int) -> Explained:
    """A quote that opens in this row and column, and is not closed."""
    sign, place = row.text[column : column + 1], row.span(column, column + 1)
    if column != row.value_at or not (row.key or row.has_dash):
        return lost_file(say.UNCLOSED_QUOTE, place, sign=sign)
    return lost_value(trouble.page, row, say.UNCLOSED_QUOTE, place, sign=sign)


def unknown_escape(trouble: Trouble) -> Explained | None:
    """A backslash in double quotes that means nothing."""
    page, row = trouble.page, as_item(trouble.origin)
    start = row.start + trouble.origin_column
    bad = next((found for found in _ESCAPE.finditer(page.text, start) if found[1] is None), None)
    if bad is None:
        return None
    here = page.row(page.number_at(bad.start()))
    at = bad.start() - here.start
    sign = page.text[bad.start() : bad.start() + 2]
    quoted = "'" + row.value.strip('"').replace("'", "''") + "'"
    return lost_value(
        page, row, say.UNKNOWN_ESCAPE, here.span(at, at + 2), sign=sign, quoted=quoted
    )


def list_on_key_line(trouble: Trouble) -> Explained:
    """A list that begins behind its key."""
    return lost_value(trouble.page, trouble.row, say.LIST_ON_KEY_LINE, trouble.place)


def text_after_block_sign(trouble: Trouble) -> Explained:
    """A text right behind `|` or `>`."""
    row, at = trouble.origin, trouble.origin_column
    sign, place = row.text[at : at + 1], row.span(at, at + 1)
    message = say.TEXT_AFTER_BLOCK_SIGN
    return lost_value(trouble.page, as_item(row), message, place, sign=sign)


def broken_bracket(trouble: Trouble) -> Explained:
    """A bracket that is not closed, or that holds what needs quotes."""
    at, row = trouble.origin_column, as_item(trouble.origin)
    sign = row.text[at : at + 1]
    closing = _CLOSING.get(sign, "")
    rest = trouble.page.text[row.start + at :]
    message, place, words = say.BROKEN_BRACKET, trouble.place, dict[str, str]()
    if closing and rest.count(closing) < rest.count(sign):
        message, place = say.UNCLOSED_BRACKET, row.span(at, at + 1)
        words = {"sign": sign, "closing": closing}
    if row.value[:1] not in _CLOSING or row.margin == row.value_at:
        found = lost_value(trouble.page, row, message, place, **words)
        return replace(found, mended=None)
    return lost_value(trouble.page, row, message, place, **words)
