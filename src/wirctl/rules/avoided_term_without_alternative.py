"""A term (Begriff) to be avoided says what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.term import Term
    from wirctl.rules.engine.registry import Finding


@rule(
    "avoided-term-without-alternative",
    code="W19",
    severity=Severity.NOTE,
    de="„{label}“ soll vermieden werden, aber der Plan sagt nicht, was an seiner Stelle steht.",
    en="“{label}” is to be avoided, but the plan does not say what stands in its place.",
    help_de="Ergänzen Sie den Begriff, der stattdessen gilt, etwa: use_instead: T-TEILHABE",
    help_en="Add the term that holds instead, such as: use_instead: T-TEILHABE",
    reason_de="Wer ein Wort nicht verwenden soll, braucht ein anderes; sonst findet jede Gruppe "
    "ihr eigenes.",
    good=[
        """\
id: T-HINTERGRUND
label: Migrationshintergrund
status: avoided
use_instead: T-GESCHICHTE
""",
    ],
    bad=[
        """\
id: T-HINTERGRUND
label: Migrationshintergrund
status: avoided  # <-
""",
    ],
    waiver="A preferred term needs no avoided one beside it.",
)
def avoided_term_without_alternative(term: Term) -> Iterator[Finding]:
    """Who is not to use a word needs another one; else each group finds its own."""
    if term.status == "avoided" and not term.use_instead:
        yield term.at("status"), {"label": term.label}
