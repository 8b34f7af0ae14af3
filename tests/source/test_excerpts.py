"""Words are found in a file as they were typed there."""

from __future__ import annotations

import pytest

from wirctl.core.diagnostic import Excerpt
from wirctl.source.document import read


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        pytest.param("t: ein alter Name\n", Excerpt("alter Name"), (1, 8, 1, 18), id="plain"),
        pytest.param('t: "ein alter Name"\n', Excerpt("alter Name"), (1, 9, 1, 19), id="quoted"),
        pytest.param("t: Name, Name\n", Excerpt("Name", 1), (1, 10, 1, 14), id="second"),
        pytest.param("t: >-\n  ein\n  Name\n", Excerpt("Name"), (3, 3, 3, 7), id="folded"),
        pytest.param("t: |\n  Ä Name\n\n  x\n", Excerpt("Name"), (2, 5, 2, 9), id="literal"),
        pytest.param("t: >-\r\n  ein\r\n  Name\r\n", Excerpt("Name"), (3, 3, 3, 7), id="CRLF"),
        pytest.param("\ufefft: ein Name\n", Excerpt("Name"), (1, 8, 1, 12), id="after a BOM"),
        pytest.param(
            "t: >-\n  ein alter\n  Name\n", Excerpt("alter Name"), (2, 7, 3, 7), id="two lines"
        ),
        pytest.param(
            "t: ein\n  Name\nu: Name\n", Excerpt("Name"), (2, 3, 2, 7), id="plain, folded"
        ),
        pytest.param('t: "N\\u0061me"\n', Excerpt("Name"), (1, 4, 1, 15), id="escaped: the value"),
        pytest.param("t: a\nu: Name\n", Excerpt("Name"), (1, 4, 1, 5), id="not there: the value"),
        pytest.param("t: a\n", Excerpt(""), (1, 4, 1, 5), id="no words: the value"),
    ],
)
def test_words_stand_where_they_were_typed(
    text: str, words: Excerpt, place: tuple[int, int, int, int]
) -> None:
    document = read("x.yaml", text.encode())
    span = document.words_span(document.span(("t",)), words)
    assert (span.line, span.column, span.end_line, span.end_column) == place
