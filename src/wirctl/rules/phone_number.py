"""No telephone numbers in the files of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.severity import Severity
from wirctl.core.text import canonical_line
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from wirctl.rules.engine.registry import Finding
    from wirctl.rules.engine.texts import Text

_DIGITS = regex(r"[0-9](?:[ /()-]{0,3}[0-9]){4}")
_NUMBER = regex(
    r"(?<![\w.,/-])(?:"
    r"(?:\+|00)[1-9][0-9]{0,2}(?:[ /-]?\(0\))?(?:[ /-]{0,3}[0-9]){7,13}"  # +49 (0) 511 168-0
    r"|\(?0[1-9][0-9]{1,4}\)?[ /-]{1,3}[0-9](?:[ /-]{0,3}[0-9]){3,11}"  # (0511) 168-12345
    r"|01[5-7][0-9]{8,9}"  # 01701234567
    r")(?![\w/])"
)
_PAPER = regex(r"0[0-9]{3}/(?:19|20)[0-9]{2}")
_CALLED = regex(r"\b(?:Tel|Telefon|Fax|Mobil|Handy)\b\.?[: ]{0,3}[0-9][0-9 /-]{4,}")


@rule(
    "phone-number",
    code="W22",
    severity=Severity.ERROR,
    de="Hier steht eine Telefonnummer.",
    en="There is a telephone number here.",
    help_de="Streichen Sie sie und nennen Sie die Stelle oder Funktion, etwa unter „contact_role“.",
    help_en="Delete it and name the unit or function, such as below “contact_role”.",
    reason_de="Alles, was in einer Datei des Plans steht, wird veröffentlicht und bleibt in jeder "
    "früheren Fassung lesbar. Nummern von Drucksachen wie 0993/2022 sind nicht gemeint.",
    good=[
        """\
# papers/DS-0993-2022.yaml
id: DS-0993-2022
reference: 0993/2022
title: Förderrichtlinie
paper_type: decision_paper
summary: Ergänzt 0108/2021 und 15-2299/2019; 01.12.2020 war der Tag.
""",
    ],
    bad=[
        """\
# calls/A-STK-01.yaml
id: A-STK-01
title: Kulturorte der Vielfalt
fund: F-WIR
contact_role: Sachgebiet Integration, 0511 / 168-00000  # <-
description: Auskunft unter +49 511 1680000.  # <-
requirements:
  - Rückfragen unter Tel. 1680000  # <-
  - mobil 01510000000 erreichbar sein  # <-
""",
    ],
    waiver="That a number is missing is as it should be.",
)
def phone_number(text: Text) -> Iterator[Finding]:
    """Whatever stands in a plan file is published and stays readable in every version."""
    found = _number(canonical_line(text.text)) if _DIGITS.search(text.text) else None
    if found is not None:
        yield text.at(found), {}


def _number(line: str) -> re.Match[str] | None:
    numbers = (found for found in _NUMBER.finditer(line) if not _PAPER.match(found[0]))
    return next(numbers, None) or _CALLED.search(line)
