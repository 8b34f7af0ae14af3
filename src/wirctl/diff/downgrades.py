"""Which changes of substance somebody declared to be editorial (Herabstufung), in a round's file.

A declaration counts for what changes up to the version of its round. Whatever else it might
cover, it does not: not what another round changed, nor anything once its round is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.pointer import read
from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.core.pointer import Pointer
    from wirctl.model.plan import Element

    RoundPair = tuple[Element | None, Element | None]
    """A round on the older and on the newer side."""

KIND = "round"
_PARTS = ("item", "pointer", "reason", "by")


@frozen
class Downgrade:
    """One declaration: of which item and place, and who says in which round why."""

    item: str
    at: Pointer
    reason: str
    by: str
    round: str

    def covers(self, ids: Iterable[str], *places: Pointer) -> bool:
        """Whether it speaks of an element of these ids, and of one of the places or what holds it.

        >>> made = Downgrade("M-BIL-01", ("costs",), "Tippfehler", "redaktion", "LG-2024-01")
        >>> made.covers(["M-BIL-01"], ("costs", "2023:yearly")), made.covers(["M-BIL-01"], ())
        (True, False)
        """
        return self.item in ids and any(at[: len(self.at)] == self.at for at in places)


def downgrades(rounds: Iterable[RoundPair]) -> tuple[Downgrade, ...]:
    """The declarations that count between two versions, those of the narrowest places first.

    Only one side knows them. Where a round was closed in between, only its own count; where
    several were, nobody can tell which of them changed what, and none does.
    """
    pairs = tuple(rounds)
    closed = [pair for pair in pairs if _is_closed(pair[0]) != _is_closed(pair[1])]
    if len(closed) > 1:
        return ()
    counting = closed or [pair for pair in pairs if not any(map(_is_closed, pair))]
    found = (made for pair in counting for made in _of_one_side(*pair))
    return tuple(sorted(found, key=lambda made: (-len(made.at), made.round, made.at)))


def _is_closed(round: Element | None) -> bool:
    return round is not None and "closed" in round.value


def _of_one_side(old: Element | None, new: Element | None) -> Iterator[Downgrade]:
    """What only one of the sides declares; first the newer's."""
    before, after = _declared(old), _declared(new)
    yield from (made for made in after if made not in before)
    yield from (made for made in before if made not in after)


def _declared(round: Element | None) -> tuple[Downgrade, ...]:
    """The declarations of a round that are complete: without reason and name there is none."""
    if round is None:
        return ()
    entries = map(record_of, list_of(round.value.get("downgrades")))
    texts = (tuple(text_of(entry.get(name)).strip() for name in _PARTS) for entry in entries)
    return tuple(
        Downgrade(item, read(pointer), reason, by, round.id)
        for item, pointer, reason, by in texts
        if item and pointer and reason and by
    )
