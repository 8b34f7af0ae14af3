"""Slips that concern a whole line: indentation, dashes, a missing colon or space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.frozen import replace
from wirctl.core.regex import regex
from wirctl.source import limits
from wirctl.source.broken_values import (
    colon_in_text,
    reserved_sign,
    rest_of_line,
    unclosed_quote,
)
from wirctl.source.fault import WHOLE, fault, shortened
from wirctl.source.messages import lines as say
from wirctl.source.messages import values
from wirctl.source.trouble import Explained, as_item, is_name, lost_file, lost_value

if TYPE_CHECKING:
    from wirctl.source.fault import Fault
    from wirctl.source.rows import Page, Row
    from wirctl.source.trouble import Trouble

_GLUED = regex(r"([A-Za-z_][\w-]*):([^ \t/].*)")
_ODD_SPACE = regex("(?:^[ ]*|:[ ]*|-[ ]*)([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
_COMMENT = regex(r"[ \t](#.*)")
_BLOCK_SIGN = regex(r"[|>][-+0-9]{0,2}(?:\s+#.*)?")
_LEADING_TABS = regex(r"^[ ]*\t[ \t]*", re.MULTILINE)
_WORD = regex(r"[A-Za-z_][\w-]*")
_LONGEST_KEY = 1_000


def extra_colon(trouble: Trouble) -> Explained | None:
    """A colon where no field can begin."""
    row, above = trouble.row, trouble.page.before(trouble.row)
    if trouble.column >= row.value_at:
        return colon_in_text(trouble, as_item(row))
    if above is None:
        return None
    slip = _slip_in_key(trouble.page, above)
    if slip is not None:
        return slip
    owner = trouble.page.owner(row)
    if owner is None or is_name(row.key) or row.has_dash:
        return _indentation(trouble)
    return colon_in_text(trouble, owner)


def after_value(trouble: Trouble) -> Explained | None:
    """Something where the next field or item should begin."""
    if not trouble.is_at_margin:
        return rest_of_line(trouble)
    return _cut_above(trouble) or _text_not_indented(trouble) or _indentation(trouble)


def _cut_above(trouble: Trouble) -> Explained | None:
    """A text that goes on below, and was ended by a comment in the line above."""
    above = trouble.page.before(trouble.row)
    if above is None or trouble.row.margin <= above.margin or above.value[:1] in {'"', "'", ""}:
        return None
    cut = _COMMENT.search(above.text, above.value_at)
    if cut is None:
        return None
    place = above.span(cut.start(1), len(above.text.rstrip()))
    message = say.COMMENT_BREAKS_TEXT
    return lost_value(trouble.page, above, message, place, comment=shortened(cut[1], 30))


def _text_not_indented(trouble: Trouble) -> Explained | None:
    """A line further left than the text after `|` or `>` that it belongs to."""
    page, row = trouble.page, trouble.row
    owner = page.owner(row)
    if owner is None or not _BLOCK_SIGN.fullmatch(owner.value):
        return None
    place = row.span(row.margin, len(row.text.rstrip()))
    return lost_value(page, owner, say.TEXT_NOT_INDENTED, place, key=owner.key)


def _indentation(trouble: Trouble) -> Explained:
    page, row = trouble.page, trouble.row
    above = page.before(row)
    if row.content.startswith(":"):
        mended = page.without(row.start, row.start + len(row.text))
        return Explained(fault(values.EMPTY_KEY, row.span(row.indent, row.indent + 1)), mended)
    place = row.span(row.margin, max(len(row.text.rstrip()), row.margin + 1))
    if above is not None and above.has_dash != row.has_dash:
        beside = {above.margin, above.indent} if row.has_dash else {above.margin}
        if row.margin in beside:
            return lost_file(say.LIST_MIXED_WITH_FIELDS, place)
    wanted = ", ".join(map(str, sorted(_indents(page, row)))) or "0"
    return lost_file(say.WRONG_INDENTATION, place, found=row.margin, wanted=wanted)


def _indents(page: Page, row: Row) -> set[int]:
    """The columns in which a line may begin here: those of the open lists and fields above."""
    found: set[int] = set()
    above = page.before(row)
    while above is not None:
        if (above.key or above.has_dash) and above.margin < min(found, default=above.margin + 1):
            found |= {above.margin} | ({above.indent} if above.key and not found else set())
        above = page.before(above)
    return found


def no_colon(trouble: Trouble) -> Explained | None:
    """A line without a colon where a field is expected."""
    row, page = trouble.origin, trouble.page
    if row.content[:1] in {'"', "'"}:
        return unclosed_quote(trouble, row, row.indent)
    if len(row.content) > _LONGEST_KEY:
        place = row.span(row.indent, row.indent + 1)
        return lost_file(values.KEY_TOO_LONG, place, limit=limits.MAX_KEY)
    slip = _slip_in_key(page, row) or _slip_in_dash(page, row)
    return slip or _line_without_colon(page, row)


def _slip_in_key(page: Page, row: Row) -> Explained | None:
    """A field without the space behind its colon, or with one that is none."""
    odd = _ODD_SPACE.search(row.text)
    if odd is not None:
        code = f"U+{ord(odd[1]):04X}"
        place = row.span(odd.start(1), odd.end(1))
        mended = page.without(place.start, place.end)
        return Explained(fault(say.UNUSUAL_SPACE, place, code=code), mended)
    glued = _GLUED.match(row.content)
    if glued is None:
        return None
    key, rest = glued.groups()
    colon = row.indent + len(key)
    place = row.span(row.indent, colon + 1)
    field = replace(row, key=key, value_at=colon + 1)
    mended = page.without(row.start + colon, page.value_end(field), ":")
    words = {"key": key, "rest": shortened(rest)}
    found = fault(say.MISSING_SPACE_AFTER_COLON, place, **words)
    return Explained(found, mended, row.start + colon + 1)


def _slip_in_dash(page: Page, row: Row) -> Explained | None:
    """A list below its field whose dashes lack their spaces."""
    if not row.content.startswith("-"):
        return None
    last = row
    while (below := page.after(last)) and below.content.startswith("-"):
        last = below
    words = {"rest": shortened(row.content[1:])}
    found = fault(say.MISSING_SPACE_AFTER_DASH, row.span(row.indent, row.indent + 1), **words)
    return _without_lines(page, row, last, found)


def _line_without_colon(page: Page, row: Row) -> Explained:
    name = _WORD.match(row.content)
    rest = row.content[name.end() :].lstrip(" =\t") if name else ""
    field = f"{name[0] if name else 'feld'}: {shortened(rest, 30) or '…'}"
    place = row.span(row.margin, len(row.text.rstrip()))
    text = shortened(row.content, 40)
    found = fault(say.LINE_WITHOUT_COLON, place, text=text, field=field)
    return replace(_without_lines(page, row, row, found), key=name[0] if name else "")


def _without_lines(page: Page, first: Row, last: Row, found: Fault) -> Explained:
    """The fault of lines that may belong to the value above them, which is lost with them."""
    owner = page.owner(first, first.margin)
    if owner is None:
        return Explained(replace(found, paths=(WHOLE,)))
    mended = page.without(first.start, last.start + len(last.text))
    return Explained(found, mended, owner.start + owner.value_at)


def bad_start(trouble: Trouble) -> Explained | None:
    """A character that nothing can begin with."""
    if trouble.row.text[trouble.column : trouble.column + 1] == "\t":
        return tab(trouble)
    return reserved_sign(trouble)


def tab(trouble: Trouble) -> Explained | None:
    """Tabs before the first sign of a line; each is read as one blank, to go on."""
    row, page = trouble.row, trouble.page
    at = row.text.find("\t")
    if at < 0 or row.text[:at].strip(" -"):
        return None
    tail = _LEADING_TABS.sub(lambda tabs: " " * len(tabs[0]), page.text[row.start :])
    found = fault(say.TAB_INDENTATION, row.span(at, at + 1))
    return Explained(found, page.text[: row.start] + tail)


def directive(trouble: Trouble) -> Explained:
    """A line that begins with a percent sign."""
    row = trouble.origin if trouble.origin.text.startswith("%") else trouble.row
    if not row.text.startswith("%"):
        row = trouble.page.before(row) or row
    return lost_file(values.DIRECTIVE, row.span(0, max(len(row.text.rstrip()), 1)))


def after_document(trouble: Trouble) -> Explained | None:
    """Something behind the end of the document, or a first line that is indented."""
    page, row = trouble.page, trouble.row
    above: Row | None = row
    while above is not None:
        if above.text.startswith("%"):
            return directive(replace(trouble, origin=above))
        if above.text.startswith(("---", "...")):
            return lost_file(values.SEVERAL_DOCUMENTS, above.span(0, len(above.text.rstrip())))
        above = page.before(above)
    return _indentation(trouble) if trouble.is_at_margin else rest_of_line(trouble)
