"""Lists of a file for Word: marks and numbers by depth, each numbered list from its own start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as WordDocument

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DEEPEST = 8
"""The last level that a list can have, from 0 on."""
STEP = 360
"""How far each level stands in, in twentieths of a point."""
_MARKS = "•–▪"


def lists_of(file: WordDocument) -> Callable[[int | None, int], int] | None:
    """What gives numbers of lists; `None` for a file that has no lists, to which none are added."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    try:
        part: Any = file.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        return None
    has_lists = all(
        part.element.find(qn(f"w:{name}")) is not None for name in ("abstractNum", "num")
    )
    return Lists(file).id_of if has_lists else None


class Lists:
    """Defines lists in the numbering part of a file, when somebody asks for one."""

    def __init__(self, file: WordDocument) -> None:
        self._file = file
        self._kinds: dict[bool, int] = {}
        self._bullets = 0

    def id_of(self, start: int | None, level: int) -> int:
        """The number of a list at this level; one that is numbered from `start` is a new one."""
        if start is None:
            self._bullets = self._bullets or self._add(self._kind(is_numbered=False), "")
            return self._bullets
        begin = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        return self._add(self._kind(is_numbered=True), begin)

    def _add(self, kind: int, begin: str) -> int:
        from docx.oxml.ns import qn
        from docx.oxml.parser import parse_xml

        root = self._root()
        numbers = root.findall(qn("w:num"))
        id_ = max((int(one.get(qn("w:numId"))) for one in numbers), default=0) + 1
        inner = f'<w:abstractNumId w:val="{kind}"/>{begin}'
        made = parse_xml(f'<w:num {_NAMESPACE} w:numId="{id_}">{inner}</w:num>')
        numbers[-1].addnext(made)
        return id_

    def _kind(self, *, is_numbered: bool) -> int:
        """The number of what all lists of a sort look like."""
        from docx.oxml.ns import qn
        from docx.oxml.parser import parse_xml

        if is_numbered not in self._kinds:
            kinds = self._root().findall(qn("w:abstractNum"))
            id_ = max((int(one.get(qn("w:abstractNumId"))) for one in kinds), default=-1) + 1
            levels = "".join(_level(at, is_numbered=is_numbered) for at in range(DEEPEST + 1))
            inner = f'<w:multiLevelType w:val="multilevel"/>{levels}'
            made = f'<w:abstractNum {_NAMESPACE} w:abstractNumId="{id_}">{inner}</w:abstractNum>'
            kinds[-1].addnext(parse_xml(made))
            self._kinds[is_numbered] = id_
        return self._kinds[is_numbered]

    def _root(self) -> Any:  # noqa: ANN401 - an element of lxml
        return self._file.part.numbering_part.element


def _level(at: int, *, is_numbered: bool) -> str:
    form, text = ("decimal", f"%{at + 1}.") if is_numbered else ("bullet", _MARKS[at % len(_MARKS)])
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{STEP * (at + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )
