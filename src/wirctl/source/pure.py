"""PyYAML's parser in Python, with the rules of libyaml where the two differ.

It reads where libyaml is missing: slowly, and with the same meaning. What it is taught here is
tabs between values, question marks in brackets, and halves of characters in escapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

if TYPE_CHECKING:
    from yaml import Mark

_BREAKS = "\r\n"
_ENDS = "\0 \t\r\n"


class PureParser(Reader, Scanner, Parser):
    """A parser that gives the events of a text."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip blanks, line ends and comments; tabs where they indent nothing."""
        while True:
            while self.peek() == " " or (self.peek() == "\t" and self._allows_tab()):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self._line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def _allows_tab(self) -> bool:
        return bool(self.flow_level) or not self.allow_simple_key

    def scan_plain(self) -> ScalarToken:
        """The plain scalar that begins here."""
        start = end = self.get_mark()
        indent = self.indent + 1
        pieces: list[str] = []
        spaces: list[str] = []
        while self.peek() != "#" and (length := self._plain_length()):
            self.allow_simple_key = False
            pieces += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start) or []
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(pieces), plain=True, start_mark=start, end_mark=end)

    def _plain_length(self) -> int:
        """How many characters from here on belong to a plain scalar."""
        length = 0
        while (sign := self.peek(length)) not in _ENDS:
            after = self.peek(length + 1)
            if sign == ":" and after in _ENDS:
                break
            if self.flow_level and sign == ":" and after in ",?[]{}":
                self.forward(length)
                self._stop("while scanning a plain scalar", "found unexpected ':'")
            if self.flow_level and sign in ",[]{}":
                break
            length += 1
        return length

    def scan_plain_spaces(self, indent: int, start_mark: Mark) -> list[str] | None:
        """What stands between two words of a plain scalar, folded; `None` where it ends."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        blanks: str = self.prefix(length)
        self.forward(length)
        if self.peek() not in _BREAKS:
            return [blanks] if blanks else []
        self._line_break()
        self.allow_simple_key = True
        breaks: list[str] = []
        while not self._is_document_mark() and self.peek() in " \t\r\n":
            if self.peek() == "\t" and self.column < indent:
                self._stop("while scanning a plain scalar", "found a tab character", at=start_mark)
            if self.peek() in " \t":
                self.forward()
            else:
                breaks.append(self._line_break())
        return None if self._is_document_mark() else breaks or [" "]

    def _line_break(self) -> str:
        """The end of a line, if it is here."""
        found: str = self.scan_line_break()  # type: ignore[no-untyped-call]
        return found

    def _is_document_mark(self) -> bool:
        is_mark = self.column == 0 and self.prefix(3) in {"---", "..."}
        return is_mark and self.peek(3) in _ENDS

    def scan_block_scalar_indicators(self, start_mark: Mark) -> tuple[bool | None, int | None]:
        """The sign for the last line breaks and the indentation behind `|` or `>`, if given."""
        chomping: bool | None = None
        increment: int | None = None
        while (sign := self.peek()) in "+-123456789" and sign != "\0":
            if sign in "+-" and chomping is None:
                chomping = sign == "+"
            elif sign not in "+-" and increment is None:
                increment = int(sign)
            else:
                break
            self.forward()
        if self.peek() == "0":
            problem = "expected indentation indicator"
            self._stop("while scanning a block scalar", problem, at=start_mark)
        return chomping, increment

    def scan_block_scalar_ignored_line(self, start_mark: Mark) -> None:
        """Skip what stands behind `|` or `>`: blanks and a comment."""
        while self.peek() == "\t":
            self.forward()
        super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Mark]:
        """The empty lines before a block scalar, its indentation, and where they end."""
        found: tuple[list[str], int, Mark] = super().scan_block_scalar_indentation()
        self._refuse_tab()
        return found

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], Mark]:
        """The empty lines within a block scalar, and where they end."""
        found: tuple[list[str], Mark] = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._refuse_tab()
        return found

    def _refuse_tab(self) -> None:
        if self.peek() == "\t":
            self._stop("while scanning a block scalar", "found a tab character")

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:  # noqa: FBT001 - PyYAML's
        """The next pieces of a text in quotes; no halves of characters."""
        try:
            pieces: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            pieces = ["\ud800"]
        if any("\ud800" <= piece <= "\udfff" for piece in pieces if len(piece) == 1):
            problem = "found invalid Unicode character escape code"
            self._stop("while parsing a quoted scalar", problem, at=start_mark)
        return pieces

    def _stop(self, context: str, problem: str, at: Mark | None = None) -> NoReturn:
        raise ScannerError(context, at or self.get_mark(), problem, self.get_mark())
