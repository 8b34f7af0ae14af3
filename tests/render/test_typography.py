"""No line breaks where German typography holds words together; nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.core.text import canonical_prose
from wirctl.render.typography import bound


@pytest.mark.parametrize(
    "text",
    [
        "§~5 Abs.~2 Satz 1",
        "§§~5 ff.",
        "(z.~B., u.~a., d.~h., i.~d.~R., v.~a., z.~T.)",
        "250.000~€ und 14~% und 2~Mio.~€, 3~Mrd.~Euro, 40~EUR",
        "am 12.~März 2021 um 9~Uhr, 1.~Quartal",
        "Nr.~3, Art.~20, S.~12, Abb.~1, Ziff.~4, Nrn.~3 bis 5",
        "Satzende. Und 5 Ende. 3 Tage. Am Ende. A. sagt 5 Eurosorgen.",
        "MAbs. 2, Punkt. 12. Monat, 2021. Mai",
        "§ fünf, % 5, Jahr 2021. §",
    ],
)
def test_spaces_that_hold_together(text: str) -> None:
    assert bound(text.replace("~", " ")) == text.replace("~", "\u00a0")


@given(st.text(alphabet="§zB.u a1€%Nr Abs März0", max_size=60))
def test_only_spaces_change_and_what_is_compared_stays_equal(text: str) -> None:
    assert bound(text).replace("\u00a0", " ") == text
    assert bound(bound(text)) == bound(text)
    assert canonical_prose(bound(text)) == canonical_prose(text)
