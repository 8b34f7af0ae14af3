"""No Binnen-I: `Bürger*innen` instead of `BürgerInnen`."""

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

_FORM = regex(r"(?<!\w)(\w*[a-zäöüß])I(n|nnen\w*)(?!\w)")
_NO_PEOPLE = frozenset(
    {
        *("Linked", "Plug", "Log", "Sign", "Check", "Opt", "Drop", "Stand", "Add", "Built"),
        *("Walk", "Pop", "All", "Roll", "Step"),
    }
)


@rule(
    "inner-capital-i",
    code="W19",
    severity=Severity.WARNING,
    de="„{found}“ ist mit Binnen-I geschrieben.",
    en="“{found}” is written with a capital I inside the word.",
    help_de="Am besten passt eine neutrale Form; sonst mit Stern: „{star}“.",
    help_en="A neutral form fits best; otherwise write it with a star: “{star}”.",
    reason_de="Die Regelung der Stadt von 2019 stellt neutrale Formen voran und lässt sonst den "
    "Stern zu; er hat das Binnen-I abgelöst. Zitate sind ausgenommen.",
    good=[
        """\
# goals/Z-DEM-1.yaml
id: Z-DEM-1
title: Mehr Mitentscheidung für Einwohner*innen
field: HF-DEM
text: Die Stadt wirbt auf LinkedIn; im Antrag hieß es „BürgerInnen“.
""",
    ],
    bad=[
        """\
# goals/Z-DEM-1.yaml
id: Z-DEM-1
title: Mehr BürgerInnenbeteiligung  # <-
field: HF-DEM
text: >-
  Jede EinwohnerIn kann mitreden.  # <-
""",
    ],
    waiver="There is no text that lacks a capital I.",
)
def inner_capital_i(text: Text) -> Iterator[Finding]:
    """The city's rule of 2019 puts neutral forms first and the star second."""
    if "In" in text.text and text.is_ours and text.is_german:
        for found in _FORM.finditer(said(text.text)):
            if found[1] not in _NO_PEOPLE:
                yield text.at(found), {"found": found[0], "star": f"{found[1]}*i{found[2]}"}
                return
