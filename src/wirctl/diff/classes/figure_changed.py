"""A number, date or interval in a text that is another one now."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.exchange import told
from wirctl.diff.prose import share_changed
from wirctl.diff.wording import names_of_versions, numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.diff.situation import Situation, Words

_MOST = 0.5


@class_rule(
    "figure-changed",
    Weight.SUBSTANTIVE,
    de="Zahl geändert: {old} → {new}",
    en="figure changed: {old} → {new}",
    rank=30,
    mirror="figure-changed",
    fires=[
        ("objective: Bis 2025 sind es 25 %.", "objective: Bis 2025 sind es 30 %."),
        ("objective: Jährlich ein Bericht.", "objective: Halbjährlich ein Bericht."),
        ("objective: Zum 31. März fertig.", "objective: Zum 31. Mai fertig."),
        ("objective: Mit zwei Stellen.", "objective: Mit Stellen."),
        ("title: WIR 2.0", "title: WIR 3.0"),
        ("title: Plan WIR", "title: Plan WIR 2.0"),
    ],
    silent=[
        ("objective: Es sind 250 000 EUR.", "objective: Es sind 250.000 Euro."),
        ("objective: Für 2025 geplant.", "objective: Geplant für 2025."),
        ("objective: Über 5 Jahre gefördert.", "objective: Mit 5-jähriger Förderung."),
        ("title: Plan WIR 2.0", "title: WIR 2.0-Plan"),
        ("title: AG Jugend", "title: WIR 2.0 postmigrantisch"),
    ],
)
def figure_changed(situation: Situation) -> Words | None:
    """Figures are what a plan is measured by; one digit can be the whole decision.

    Where a text is another one altogether, the version in a name is none: the words decide.
    """
    texts = situation.rewording
    if texts is None:
        return None
    before, after = map(numbers, texts)
    lost, gained = before - after, after - before
    if not lost and not gained:
        return None
    names, new_names = map(names_of_versions, texts)
    if lost and gained:
        return told(_named(lost, names), _named(gained, new_names))
    are_named = {*lost, *gained} <= {*names, *new_names}
    return None if are_named and share_changed(*texts) > _MOST else told(lost, gained)


def _named(found: Counter[str], names: Mapping[str, str]) -> Counter[str]:
    """The figures, versions with the names that they belong to."""
    return Counter(names.get(figure, figure) for figure in found.elements())
