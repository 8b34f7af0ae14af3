"""Who took part learns what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.participation import Participation
    from wirctl.rules.engine.registry import Finding


@rule(
    "comment-without-answer",
    code="W23",
    severity=Severity.WARNING,
    de="Der Beitrag „{comment}“ aus {participation} hat keine Antwort.",
    en="Comment “{comment}” from {participation} has no answer.",
    help_de="Ergänzen Sie „result“ (adopted, partly_adopted, not_adopted) und unter „became“, was "
    "daraus wurde; liegt er noch bei einer Gruppe, genügt vorerst „forwarded_to“.",
    help_en="Add “result” (adopted, partly_adopted, not_adopted) and below “became” what became "
    "of it; if a group still has it, “forwarded_to” will do for now.",
    reason_de="Beteiligung, auf die niemand antwortet, kommt nicht wieder. Die Antworten der "
    "zweiten Umfrage gingen an die Expert*innengruppen; was daraus wurde, sollte jede und jeder "
    "nachlesen können.",
    good=[
        """\
id: B-UMFRAGE-2
title: Zweite Umfrage
kind: survey
comments:
  - {id: c1, text: Mehr Sprachkurse., result: adopted, became: Siehe M-SOZ-05.}
  - {id: c2, text: Mehr Grün., forwarded_to: G-EG-STK}
""",
    ],
    bad=[
        """\
id: B-UMFRAGE-2
title: Zweite Umfrage
kind: survey
comments:
  - {id: c1, text: Mehr Sprachkurse.}  # <-
""",
    ],
    waiver="An answer without a comment cannot be written.",
)
def comment_without_answer(participation: Participation) -> Iterator[Finding]:
    """Participation that nobody answers does not come back."""
    for comment in participation.comments:
        if not (comment.result or comment.became or comment.forwarded_to):
            words = {"participation": participation.id, "comment": comment.id}
            yield participation.at(*comment.place), words
