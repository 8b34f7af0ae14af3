"""Rules about words point at the word, in whatever way the text is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from small_plan import small_plan
from wirctl.rules.engine.registry import every_rule
from wirctl.rules.engine.run import Levels, run

if TYPE_CHECKING:
    from pathlib import Path

GOAL = "# goals/Z-DEM-1.yaml\nid: Z-DEM-1\ntitle: Mitreden\nfield: HF-DEM\n"
TERM = "# terms/T-1.yaml\nid: T-1\nlabel: Ausländer\nforms: [Ausländern]\nstatus: avoided\n"
FOLDED = "text: >-\n  Statt „{0}“ und\n  „{0}“ nun {0},\n  und noch einmal {0}.\n"
QUOTED = "text: '{0} – so ''gesagt'''\n"


@pytest.mark.parametrize(
    ("rule", "before", "text", "word", "place"),
    [
        pytest.param("avoided-term", TERM, FOLDED, "Ausländern", (6, 20), id="past quotations"),
        pytest.param("avoided-term", TERM, QUOTED, "Ausländern", (4, 8), id="in quotes"),
        pytest.param("inner-capital-i", "", FOLDED, "BürgerInnen", (6, 21), id="capital"),
        pytest.param("gender-form-without-star", "", FOLDED, "Bürger:innen", (6, 22), id="colon"),
        pytest.param("mail-address", "", QUOTED, "wir@example.org", (4, 8), id="mail"),
        pytest.param("phone-number", "", QUOTED, "0511 168-00000", (4, 8), id="telephone"),
        pytest.param(
            "bank-account-number", "", QUOTED, "DE89370400440532013000", (4, 8), id="bank"
        ),
    ],
)
def test_finding_stands_at_the_word(
    tmp_path: Path, rule: str, before: str, text: str, word: str, place: tuple[int, int]
) -> None:
    plan = small_plan(before + GOAL + text.format(word), "Goal")
    loaded = plan.load(tmp_path)
    (found,) = run([every_rule()[rule]], plan.context(loaded), Levels())
    span = loaded.span(found)
    assert (span.line, span.column) == place
    assert loaded.documents["goals/Z-DEM-1.yaml"].text[span.start : span.end] == word
