"""No names of private persons in awards (Bewilligungen)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.award import Award
    from wirctl.rules.engine.registry import Finding

_NAME = r"[A-ZÄÖÜ][a-zäöüßéèçş]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
_PERSON = regex(rf"\b(?:Herrn?|Frau) {_NAME}|\b(?:von|durch|mit) {_NAME} {_NAME}")


@rule(
    "applicant-named",
    code="W22",
    severity=Severity.ERROR,
    de="{award} ging an eine Einzelperson, und hier steht wohl ihr Name.",
    en="{award} went to an individual, and this is probably the name.",
    help_de="Streichen Sie den Namen; „applicant_kind: individual“ genügt. Ist es keiner, lassen "
    "Sie die Regel mit diesem Grund zu.",
    help_en="Delete the name; “applicant_kind: individual” is enough. If it is none, allow the "
    "rule for that reason.",
    reason_de="Auch Einzelpersonen können Kleinprojekte beantragen. Wer das ist, geht die "
    "Öffentlichkeit nichts an; alte Seiten nannten Namen und Anschrift.",
    good=[
        """\
id: FB-1
title: Theater mit Jugendlichen
kind: small_project
fund: F-WIR
applicant_kind: individual
""",
        """\
id: FB-2
title: Festival von Start und Tanz
kind: project
fund: F-WIR
applicant_kind: organisation
applicant: Start und Tanz e. V.
""",
    ],
    bad=[
        """\
id: FB-1
title: Theaterstück von Erika Mustermann  # <-
kind: small_project
fund: F-WIR
applicant_kind: individual
applicant: Erika Mustermann  # <-
""",
    ],
    waiver="That a name is missing is as it should be.",
)
def applicant_named(award: Award) -> Iterator[Finding]:
    """Individuals may apply for small projects too; who they are is nobody's business."""
    if award.applicant_kind == "individual":
        if award.applicant:
            yield award.at("applicant"), {"award": award.id}
        if _PERSON.search(award.title):
            yield award.at("title"), {"award": award.id}
