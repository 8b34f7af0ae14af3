"""Every kind of change by id. A kind registers itself; there is no list to update."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen
from wirctl.core.modules import import_all, said_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wirctl.core.change import Weight
    from wirctl.diff.situation import Situation

Recognise: TypeAlias = "Callable[[Situation], Mapping[str, str] | None]"
"""Gives the words for the sentence if the situation is of this kind, else `None`."""

Pair: TypeAlias = tuple[str, str]
"""A small plan before and after: files as YAML, each below a line `# folder/ID.yaml`."""


@frozen
class ChangeKind:
    """One kind of change: how it is recognised and what it is called.

    `short` is a name for counting, in German and English.
    `rank` orders the kinds: the first that recognises a situation has it. `weight` is fixed,
    or `None` where the significance of the field and the wording decide. `mirror` is the kind
    that the same difference has when the two versions are exchanged; `waiver` says why there
    is none. `tells` names other fields of the element whose change the sentence tells in full.
    `fires` and `silent` are examples: the kind is met between the two, or it is not.
    """

    id: str
    de: str
    en: str
    short: tuple[str, str]
    rank: int
    weight: Weight | None
    mirror: str
    waiver: str
    fires: tuple[Pair, ...]
    silent: tuple[Pair, ...]
    recognise: Recognise
    tells: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """When it is met, in the words of its function."""
        return said_of(self.recognise)

    @property
    def says_all(self) -> bool:
        """Whether the sentence tells the values itself, so that nobody repeats them."""
        return "{field}" not in self.de

    def sentence(self, language: str, words: Mapping[str, str]) -> str:
        """What happened, in German (`de`) or English (anything else)."""
        return (self.de if language == "de" else self.en).format_map(words)


class ChangeKindError(Exception):
    """A kind of change that breaks the form: a bug of ours."""


_kinds: dict[str, ChangeKind] = {}


def change_kind(  # noqa: PLR0913 - a registration says all there is to say
    id: str,
    *,
    de: str,
    en: str,
    short: tuple[str, str],
    rank: int,
    weight: Weight | None = None,
    mirror: str = "",
    waiver: str = "",
    tells: Sequence[str] = (),
    fires: Sequence[Pair],
    silent: Sequence[Pair],
) -> Callable[[Recognise], Recognise]:
    """Make a function a kind of change. Its docstring says when it is met.

    Args:
        id: What happened; the file has the same name with underscores.
        de: The sentence in German, with named placeholders.
        en: The same in English.
        short: A name in a few words for tables that count, in German and English.
        rank: Lower comes first; special kinds before general ones.
        weight: The weight, where it does not depend on field and wording.
        mirror: The id of the kind that undoes this one; its own id where that is itself.
        waiver: Why nothing undoes it.
        tells: Other fields of the element whose change the sentence tells on both sides.
        fires: Pairs of small plans between which a change of this kind lies.
        silent: Pairs that look alike, without one.

    Raises:
        ChangeKindError: file name and id differ, the id is taken, an example is missing, or
            mirror and waiver are both given or both missing.
    """

    def register(recognise: Recognise) -> Recognise:
        named_like_file = recognise.__module__.rpartition(".")[2] == id.replace("-", "_")
        complete = bool(fires and silent) and bool(mirror) != bool(waiver)
        if not named_like_file or id in _kinds or not complete:
            raise ChangeKindError(id)
        _kinds[id] = ChangeKind(
            id=id,
            de=de,
            en=en,
            short=short,
            rank=rank,
            weight=weight,
            mirror=mirror,
            waiver=waiver,
            fires=tuple(fires),
            silent=tuple(silent),
            recognise=recognise,
            tells=tuple(tells),
        )
        return recognise

    return register


def every_kind() -> Mapping[str, ChangeKind]:
    """Every kind of change by id, in the order in which they are tried."""
    import_all("wirctl.diff.kinds")
    return dict(sorted(_kinds.items(), key=lambda item: (item[1].rank, item[0])))
