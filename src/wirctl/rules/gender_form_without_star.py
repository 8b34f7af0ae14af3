"""No slashes, colons, gaps or brackets in words for people: the star is the form here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.wording import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.rules.engine.registry import Finding
    from wirctl.rules.engine.texts import Text

_HINT = regex(r"[/:_(]-?in")
_FORM = regex(r"(?<!\w)(\w+)(?:/-?|:|_|\()(in(?:nen)?)\b\)?")


@rule(
    "gender-form-without-star",
    code="W19",
    severity=Severity.NOTE,
    de="„{found}“ ist nicht mit dem Stern geschrieben.",
    en="“{found}” is not written with the star.",
    help_de="Am besten passt eine neutrale Form; sonst mit Stern: „{star}“.",
    help_en="A neutral form fits best; otherwise write it with a star: “{star}”.",
    reason_de="Eine Form im ganzen Plan: neutral, sonst mit Stern. Schrägstrich, Doppelpunkt, "
    "Unterstrich und Klammer liest jede Sprachausgabe anders vor. Ein Plan, der eine andere Form "
    "gewählt hat, schaltet die Regel ab.",
    good=[
        """\
# goals/Z-DEM-1.yaml
id: Z-DEM-1
title: "Beteiligung: innen und außen"
field: HF-DEM
text: Einwohner*innen reden mit; die Presse schrieb „Migrant:innen“.
""",
    ],
    bad=[
        """\
# goals/Z-DEM-1.yaml
id: Z-DEM-1
title: Mehr Mitsprache der Einwohner/-innen  # <-
field: HF-DEM
text: Schüler:innen reden mit.  # <-
""",
    ],
    waiver="There is no text that lacks a slash.",
)
def gender_form_without_star(text: Text) -> Iterator[Finding]:
    """One form in the whole plan; screen readers speak each of the others differently."""
    if _HINT.search(text.text) and text.is_ours and text.is_german:
        found = _FORM.search(said(text.text))
        if found is not None:
            yield text.at(found), {"found": found[0], "star": f"{found[1]}*{found[2]}"}
