"""What a reviewer has to know of a proposal (a pull request), before any format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.diff.compare import Comparison
    from wirctl.flow.consent import Gate
    from wirctl.flow.voices import Party
    from wirctl.report.finding import Finding
    from wirctl.trail.review import Stale


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposal against its base.

    `comparison` is `None` where the proposal cannot be read in all its parts. `new` are the
    findings that the base does not have, `mended` counts those that it has alone. `parties`
    says what people call whoever is asked, `links` where the elements are rendered, by id.
    `prefix` goes before each path of the plan, so that it leads to the file.
    """

    base: str
    head: str
    base_commit: str
    head_commit: str
    comparison: Comparison | None
    gate: Gate
    new: tuple[Finding, ...] = ()
    mended: int = 0
    stale: tuple[Stale, ...] = ()
    parties: Mapping[Party, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""

    @property
    def is_in_order(self) -> bool:
        """Whether the gate is satisfied and no error came."""
        return self.gate.is_satisfied and not self.count(Severity.ERROR)

    @property
    def downgraded(self) -> int:
        """How many changes of substance somebody declares to be editorial."""
        changes = self.comparison.changes if self.comparison is not None else ()
        return sum(change.is_downgraded for change in changes)

    def count(self, severity: Severity) -> int:
        """How many new findings there are of this level."""
        return sum(item.severity is severity for item in self.new)

    def name(self, party: Party) -> str:
        """What people call a body or role, with its id."""
        name = self.parties.get(party, "")
        return f"{name} ({party.id})" if name and name != party.id else party.id
