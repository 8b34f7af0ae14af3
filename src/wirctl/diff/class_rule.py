"""Every class rule by id: it says how much a change matters. A rule registers itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen
from wirctl.core.modules import import_all, said_of
from wirctl.diff.exchange import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wirctl.core.change import Weight
    from wirctl.diff.situation import Situation

_EXCHANGE = "{old} → {new}"
_ONE_SIDED = {
    "de": ("„{old}“ entfällt", "„{new}“ ergänzt"),
    "en": ('"{old}" is gone', '"{new}" added'),
}
"""How an exchange reads of which one side is nothing."""

Decide: TypeAlias = "Callable[[Situation], Mapping[str, str] | None]"
"""Gives the words for the sentence if the rule decides the situation, else `None`."""

Pair: TypeAlias = tuple[str, str]
"""A measure before and after, each the fields that the example needs, as YAML."""


@frozen
class ClassRule:
    """One reason for which a change has its weight.

    `rank` orders the rules: the first that knows decides. `fires` and `silent` are examples:
    the change that lies between the two is decided by this rule, or by another. `mirror` is
    the rule that decides the same change with old and new exchanged. What is `obvious` is
    not told to readers.
    """

    id: str
    weight: Weight
    de: str
    en: str
    rank: int
    mirror: str
    fires: tuple[Pair, ...]
    silent: tuple[Pair, ...]
    decide: Decide
    obvious: bool = False

    @property
    def reason(self) -> str:
        """Why it weighs so, in the words of its function."""
        return said_of(self.decide)

    def sentence(self, language: str, words: Mapping[str, str]) -> str:
        """Why the change has its weight, in German (`de`) or English (anything else)."""
        text = self.de if language == "de" else self.en
        gone, came = _ONE_SIDED["de" if language == "de" else "en"]
        if words.get("new") == NOTHING:
            text = text.replace(_EXCHANGE, gone)
        elif words.get("old") == NOTHING:
            text = text.replace(_EXCHANGE, came)
        return text.format_map(words)


class ClassRuleError(Exception):
    """A class rule that breaks the form: a bug of ours."""


_rules: dict[str, ClassRule] = {}


def class_rule(  # noqa: PLR0913 - a registration says all there is to say
    id: str,
    weight: Weight,
    *,
    de: str,
    en: str,
    rank: int,
    mirror: str,
    fires: Sequence[Pair],
    silent: Sequence[Pair],
    obvious: bool = False,
) -> Callable[[Decide], Decide]:
    """Make a function a class rule. Its docstring is the reason.

    Args:
        id: What is the case; the file has the same name with underscores.
        weight: The class of the changes that it decides.
        de: The reason in a few words of German, with named placeholders.
        en: The same in English.
        rank: Lower is asked first.
        mirror: The id of the rule that decides the opposite change; mostly its own.
        fires: Pairs of measures between which lies one change that this rule decides.
        silent: Pairs that look alike and are decided by another rule, or are no change.
        obvious: Whether a reader sees the reason in the change itself.

    Raises:
        ClassRuleError: file name and id differ, the id is taken, or an example is missing.
    """

    def register(decide: Decide) -> Decide:
        named_like_file = decide.__module__.rpartition(".")[2] == id.replace("-", "_")
        if not named_like_file or id in _rules or not (fires and silent and mirror):
            raise ClassRuleError(id)
        pairs = (tuple(fires), tuple(silent))
        _rules[id] = ClassRule(id, weight, de, en, rank, mirror, *pairs, decide, obvious)
        return decide

    return register


def every_class_rule() -> Mapping[str, ClassRule]:
    """Every class rule by id, in the order in which they are asked."""
    import_all("wirctl.diff.classes")
    return dict(sorted(_rules.items(), key=lambda item: (item[1].rank, item[0])))
