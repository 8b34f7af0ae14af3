"""No mail addresses in the files of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.severity import Severity
from wirctl.core.text import canonical_line
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.rules.engine.registry import Finding
    from wirctl.rules.engine.texts import Text

_ADDRESS = regex(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


@rule(
    "mail-address",
    code="W22",
    severity=Severity.ERROR,
    de="Hier steht eine E-Mail-Adresse.",
    en="There is a mail address here.",
    help_de="Streichen Sie sie und nennen Sie die Stelle oder Funktion, etwa unter „contact_role“.",
    help_en="Delete it and name the unit or function, such as below “contact_role”.",
    reason_de="Alles, was in einer Datei des Plans steht, wird veröffentlicht und bleibt in jeder "
    "früheren Fassung lesbar, auch wenn die Person die Stelle längst gewechselt hat.",
    good=[
        """\
# calls/A-STK-01.yaml
id: A-STK-01
title: Kulturorte der Vielfalt
fund: F-WIR
contact_role: Sachgebiet Integration
description: Beiträge @stadt und Preise je Stück @ 5 Euro sind keine Adressen.
""",
    ],
    bad=[
        """\
# calls/A-STK-01.yaml
id: A-STK-01
title: Kulturorte der Vielfalt
fund: F-WIR
contact_role: Sachgebiet Integration, antrag@example.org  # <-
""",
    ],
    waiver="That an address is missing is as it should be.",
)
def mail_address(text: Text) -> Iterator[Finding]:
    """Whatever stands in a plan file is published and stays readable in every version."""
    found = _ADDRESS.search(canonical_line(text.text)) if "@" in text.text else None
    if found is not None:
        yield text.at(found), {}
