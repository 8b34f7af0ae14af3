"""No bank account numbers (IBAN) in the files of a plan."""

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

_HINT = regex("[0-9]{4}")
_NUMBER = regex(r"(?<!\w)[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")


@rule(
    "bank-account-number",
    code="W22",
    severity=Severity.ERROR,
    de="Hier steht eine Bankverbindung (IBAN).",
    en="There is a bank account number (IBAN) here.",
    help_de="Streichen Sie sie; sie gehört in den Bescheid, nicht in den Plan.",
    help_en="Delete it; it belongs in the notice of award, not in the plan.",
    reason_de="Alles, was in einer Datei des Plans steht, wird veröffentlicht und bleibt in jeder "
    "früheren Fassung lesbar.",
    good=[
        """\
# awards/FB-1.yaml
id: FB-1
title: Lesereihe
kind: small_project
fund: F-WIR
description: Die Ziffern DE89 3704 0044 0532 0130 01 bestehen die Prüfung nicht.
""",
    ],
    bad=[
        """\
# awards/FB-1.yaml
id: FB-1
title: Lesereihe
kind: small_project
fund: F-WIR
description: Auszahlung auf DE89 3704 0044 0532 0130 00.  # <-
""",
    ],
    waiver="That a number is missing is as it should be.",
)
def bank_account_number(text: Text) -> Iterator[Finding]:
    """Whatever stands in a plan file is published and stays readable in every version."""
    if _HINT.search(text.text):
        numbers = _NUMBER.finditer(canonical_line(text.text))
        found = next((number for number in numbers if _is_iban(number[0])), None)
        if found is not None:
            yield text.at(found), {}


def _is_iban(text: str) -> bool:
    """Whether the check digits are right (ISO 13616)."""
    plain = text.replace(" ", "")
    digits = "".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])
    return int(digits) % 97 == 1
