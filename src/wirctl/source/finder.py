"""What is wrong with the parts of a text, and where: a closer look at one event."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from yaml.events import AliasEvent, ScalarEvent

from wirctl.core.frozen import replace
from wirctl.source import limits
from wirctl.source.fault import WHOLE, fault, in_quotes
from wirctl.source.invisible import hidden
from wirctl.source.messages import syntax
from wirctl.source.messages import values as say
from wirctl.source.parser import span_of
from wirctl.source.scalars import Unusable, meaning
from wirctl.source.slips import comment_slip, key_slip, text_slip
from wirctl.source.strict import block_slip, flow_slip, quote_slip

if TYPE_CHECKING:
    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.core.span import Span
    from wirctl.core.value import Value
    from wirctl.source.fault import Fault, Path
    from wirctl.source.parser import Event
    from wirctl.source.slips import Slip

Filling: TypeAlias = "dict[str, Value]"
Items: TypeAlias = "list[Value]"
Frame: TypeAlias = "tuple[Filling | None, Items | None, str]"

_QUOTES = frozenset("\"'")
_SHORT = 40


class Refused(Exception):  # noqa: N818 - it ends the reading of one text; the builder catches it
    """The text cannot be read, for this reason."""

    def __init__(self, reason: Fault) -> None:
        super().__init__(reason.rule)
        self.reason = reason


class _Dropped(str):
    """A key that is refused: equal to itself only, so that its value hides no other."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


@dataclass(slots=True)
class Finder:
    """One text being read, and what is wrong with it so far.

    `record` or `items` is what is being filled, `key` the name that waits for its value, `stack`
    what is around. They are brought up to date only where a finding is at hand, for speed.
    """

    text: str
    has_marks: bool
    has_escapes: bool
    has_comments: bool
    has_questions: bool
    flows: list[tuple[int, Span]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    stack: list[Frame] = field(default_factory=list)
    record: Filling | None = None
    items: Items | None = None
    key: str = ""
    dropped: list[tuple[Filling, str]] = field(default_factory=list)
    composed: dict[int, dict[str, str]] = field(default_factory=dict)

    def at(self, record: Filling | None, items: Items | None, key: str) -> Finder:
        """Where the loop is."""
        self.record, self.items, self.key = record, items, key
        return self

    def path(self) -> Path:
        """Where the value stands that is being read; not below a key that was refused."""
        path: list[str | int] = []
        for record, items, key in (*self.stack, (self.record, self.items, self.key))[1:]:
            path.append(str(key) if record is not None else len(items or ()))
            if type(key) is _Dropped:
                break
        return tuple(path)

    def add(self, message: Message, event: Event, *paths: Path, **words: Argument) -> None:
        """Enter a finding; after too many, no more."""
        if len(self.faults) >= limits.MAX_FAULTS:
            limit = limits.MAX_FAULTS
            raise Refused(fault(say.TOO_MANY_FAULTS, span_of(event), WHOLE, limit=limit))
        self.faults.append(fault(message, span_of(event), *paths, **words))

    def rest_of_line(self, event: Event) -> str:
        """What stands from the event to the end of its line, as it has to be written."""
        start, end = event.start_mark.index, event.end_mark.index
        if self.text[end : end + 1] in {",", "]", "}"}:
            return in_quotes(self.text[start:end])
        return in_quotes(self.text[start:].partition("\n")[0])

    def plain(self, event: Event) -> Value:
        """The value of a plain scalar; its text where it means nothing that a plan can use."""
        text: str = event.value
        value = meaning(text)
        if self.has_comments and (value is None or isinstance(value, str)):
            self.check(event, comment_slip(self.text, event))
        if isinstance(value, Unusable):
            words = {"text": text[:_SHORT], "digits": text.replace(".", "")[:_SHORT]}
            self.add(value.message, event, self.path(), **words)
            return text
        if isinstance(value, str):
            is_beside_records = self.is_beside_records()
            self.check(event, text_slip(self.text, event, is_beside_records=is_beside_records))
        return value

    def is_beside_records(self) -> bool:
        """Whether the value is an item of a list that holds a record already."""
        return bool(self.items) and isinstance((self.items or [None])[-1], dict)

    def check(self, event: Event, slip: Slip | None) -> None:
        """Enter what a closer look has found, if it has."""
        if slip is not None:
            self.add(slip.message, event, **dict(slip.words))
            paths = (self.path(),) if slip.is_unusable else ()
            self.faults[-1] = replace(self.faults[-1], span=slip.span, paths=paths)

    def check_marks(self, event: Event) -> None:
        """Find fault with an anchor or a tag: what stands behind it is less than what was meant."""
        path = () if type(event) is not ScalarEvent else (self.path(),)
        quoted = self.rest_of_line(event) if event.anchor or event.tag else ""
        if event.anchor is not None:
            self.add(say.ANCHOR, event, *path, quoted=quoted)
        if event.tag is not None:
            self.add(say.TAG, event, self.path(), quoted=quoted)

    def check_start(self, event: Event) -> None:
        """Find fault with a list or record that begins too deep, or bears marks."""
        if len(self.stack) >= limits.MAX_DEPTH:
            raise Refused(fault(say.NESTED_TOO_DEEP, span_of(event), WHOLE, limit=limits.MAX_DEPTH))
        if self.has_marks:
            self.check_marks(event)
        if event.flow_style and not self.flows:
            self.flows.append((len(self.stack), span_of(event)))

    def check_style(self, event: Event) -> None:
        r"""Find fault with quotes and block signs, and with what only escapes (`\e`) bring in."""
        if event.style not in _QUOTES:
            self.check(event, block_slip(self.text, event))
            return
        if not self.flows:
            self.check(event, quote_slip(self.text, event))
        if self.has_escapes and event.style == '"':
            for code in hidden(event.value):
                self.add(syntax.ESCAPED_CONTROL, event, code=code)

    def close_flow(self, event: Event) -> None:
        """Look at the lines of a list or record in brackets once it is closed."""
        depth, start = self.flows[-1]
        if depth == len(self.stack):
            self.flows.pop()
            self.check(event, flow_slip(self.text, start, span_of(event)))

    def alias(self, event: Event) -> None:
        """Nothing, and a finding."""
        self.add(say.ALIAS, event, self.path(), quoted=self.rest_of_line(event))

    def complex_key(self, event: Event) -> str:
        """A stand-in for an alias; lists and records cannot be keys at all."""
        if type(event) is not AliasEvent:
            raise Refused(fault(say.COMPLEX_KEY, span_of(event), WHOLE))
        self.add(say.ALIAS, event, quoted=self.rest_of_line(event))
        return self.drop("*")

    def drop(self, text: str) -> str:
        """A key whose value goes nowhere."""
        key = _Dropped(text)
        if self.record is not None:
            self.dropped.append((self.record, key))
        return key

    def odd_key(self, event: Event) -> str:
        """The key, or a stand-in where it is refused."""
        text: str = event.value
        if self.has_marks:
            self.check_marks(event)
        if self.has_questions and self.text[event.start_mark.index - 1] == "?":
            quoted = in_quotes(f"?{text}")
            self.add(syntax.RESERVED_SIGN, event, sign="?", quoted=quoted)
        if not text:
            self.add(say.EMPTY_KEY, event)
        elif text == "<<" and not event.style:
            self.add(say.MERGE_KEY, event)
        elif len(text) > limits.MAX_KEY:
            self.add(say.KEY_TOO_LONG, event, limit=limits.MAX_KEY)
        elif (slip := key_slip(event)) is not None:
            self.check(event, slip)
            return str(self.drop(text) if text.strip() in (self.record or {}) else text.strip())
        elif (first := self.same_key(text)) is not None:
            path = (*self.path()[:-1], first)
            self.add(say.DUPLICATE_KEY, event, path, key=text[:_SHORT])
            self.faults[-1] = replace(self.faults[-1], related=(path,))
        else:
            return text
        return self.drop(text)

    def same_key(self, text: str) -> str | None:
        """The key of the record that is this one, or would be in composed form (NFC)."""
        record = {} if self.record is None else self.record
        if text in record:
            return text
        if text.isascii():
            return None
        seen = self.composed.setdefault(id(record), {})
        first = seen.setdefault(unicodedata.normalize("NFC", text), text)
        return None if first is text else first
