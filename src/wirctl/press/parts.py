"""The parts of a printed document: plain, frozen data that a typesetter lays out in its own way.

Every string is text. Nothing in it means anything to a typesetter, so that no text of a plan
can become a command.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Span: TypeAlias = "Run | LineBreak | Note | PageOf"
Line: TypeAlias = "tuple[Span, ...]"
Block: TypeAlias = "Heading | Par | Bullets | Quoted | Grid | Facts | Figure"
Blocks: TypeAlias = "tuple[Block, ...]"
Shape: TypeAlias = "Box | Dot | Stroke | Words"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. `language` is empty where it is that of the document.

    `url` leads to the web, `target` to the element of this id in the document. `is_mark` tells
    of words about a value, such as “Beispielwert”. `act` is what became of the words between
    two versions, where that is shown: `gone`, `came`, `moved_away` or `moved_here`; `is_aside`
    are small words beside others.
    """

    type: ClassVar = "run"

    text: str
    strong: bool = False
    stressed: bool = False
    is_mark: bool = False
    language: str = ""
    url: str = ""
    target: str = ""
    act: str = ""
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line that the author asked for."""

    type: ClassVar = "break"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    type: ClassVar = "note"

    line: Line


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page on which an element begins."""

    type: ClassVar = "page"

    target: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `id` is the element that begins here, `label` what stands before the title.

    `own_page` asks for a new page, `minor` leaves it out of the contents.
    """

    type: ClassVar = "heading"

    level: int
    text: str
    id: str = ""
    label: str = ""
    language: str = ""
    own_page: bool = False
    minor: bool = False

    @property
    def words(self) -> str:
        """The heading as the contents show it."""
        return f"{self.label} {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph, of a look that fits what it is.

    `look` is `lead`, `label`, `caption`, `group`, `entry`, `notice`, `quiet`, `easy`, or `ahead`
    for what stays on the page of what comes next.
    `language` is that of the whole paragraph, empty for the document's.
    """

    type: ClassVar = "par"

    line: Line
    look: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered from `start` where it is given. `look` may be `quiet`."""

    type: ClassVar = "list"

    items: tuple[Blocks, ...]
    start: int | None = None
    look: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What somebody else said."""

    type: ClassVar = "quote"

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a row of headings, and rows of cells. `widths` are the shares of its columns.

    `is_ruled` asks for lines on all sides of the cells, as in a form to be filled in. Each row
    of `kept` stays on one page; the others, and all where it is empty, go on on the next.
    """

    type: ClassVar = "table"

    head: tuple[Line, ...]
    rows: tuple[tuple[Blocks, ...], ...]
    widths: tuple[int, ...]
    caption: str = ""
    is_ruled: bool = False
    kept: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What an element says, field by field: a table of names and contents."""

    type: ClassVar = "facts"

    head: tuple[str, str]
    pairs: tuple[tuple[str, Blocks], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle of a drawing; lengths in points from the top left."""

    type: ClassVar = "box"

    x: float
    y: float
    width: float
    height: float
    tone: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle by its middle."""

    type: ClassVar = "dot"

    x: float
    y: float
    radius: float
    tone: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    type: ClassVar = "stroke"

    x: float
    y: float
    to_x: float
    to_y: float
    tone: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a drawing in a field of a width; `side` is `start`, `middle` or `end`."""

    type: ClassVar = "words"

    x: float
    y: float
    width: float
    text: str
    side: str = "start"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing. `alternative` says the same in words, `caption` what it is."""

    type: ClassVar = "figure"

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: who publishes what, in which version, and where it comes from."""

    over: str
    title: str
    subtitle: str
    version: str
    draft: str
    notice: Blocks
    provenance: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Footing:
    """What stands at the foot of each page: the version, its origin, and a warning if any."""

    version: str
    origin: str
    warning: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `language` is that of its words, `plan_language` that of the plan's.

    `name` is the name of the file without its ending, `moment` the time of the version in UTC,
    `words` are those that the typesetter needs. Without a cover it begins with its first block.
    `attached` is the name of the file of data that goes with it, if any; `keywords` stand in the
    properties of the file, for programs.
    """

    name: str
    title: str
    author: str
    language: str
    direction: str
    moment: str
    cover: Cover | None
    footing: Footing
    words: dict[str, str]
    blocks: Blocks
    is_landscape: bool = False
    attached: str = ""
    keywords: tuple[str, ...] = ()


def headings(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """The headings of a document; they only stand at its top."""
    return tuple(block for block in blocks if isinstance(block, Heading))
