"""What holds for every kind of change: its examples are true, its words are complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from versions import changes
from wirctl.core.catalogue import placeholders
from wirctl.diff.registry import every_kind

if TYPE_CHECKING:
    from wirctl.diff.registry import ChangeKind

KINDS = every_kind()
EVERY = [pytest.param(kind, id=kind.id) for kind in KINDS.values()]
FIRES, SILENT = (
    [
        pytest.param(kind, *pair, id=f"{kind.id}-{number}")
        for kind in KINDS.values()
        for number, pair in enumerate(getattr(kind, sort), 1)
    ]
    for sort in ("fires", "silent")
)
FROM_THE_CHANGE = {"field"}
"""What every sentence may name besides the words that the kind gives."""


def met(kind: ChangeKind, old: str, new: str) -> list[str]:
    """The subjects of all changes of this kind."""
    return [change.subject.id for change in changes(old, new) if change.kind == kind.id]


@pytest.mark.parametrize(("kind", "old", "new"), FIRES)
def test_kind_is_met_between_its_examples(kind: ChangeKind, old: str, new: str) -> None:
    assert met(kind, old, new)


@pytest.mark.parametrize(("kind", "old", "new"), SILENT)
def test_kind_is_not_met_between_what_only_looks_like_it(
    kind: ChangeKind, old: str, new: str
) -> None:
    assert not met(kind, old, new)


@pytest.mark.parametrize(("kind", "old", "new"), FIRES)
def test_mirror_is_met_on_the_way_back(kind: ChangeKind, old: str, new: str) -> None:
    if kind.mirror:
        assert met(KINDS[kind.mirror], new, old) == met(kind, old, new)
    else:
        assert not met(kind, new, old)


@pytest.mark.parametrize("kind", EVERY)
def test_mirrors_are_mutual_and_a_waiver_says_why_there_is_none(kind: ChangeKind) -> None:
    assert bool(kind.mirror) != bool(kind.waiver)
    if kind.mirror:
        assert KINDS[kind.mirror].mirror == kind.id


@pytest.mark.parametrize(("kind", "old", "new"), FIRES)
def test_sentence_finds_every_word_it_needs(kind: ChangeKind, old: str, new: str) -> None:
    for change in changes(old, new):
        if change.kind == kind.id:
            known = {name for name, _ in change.arguments} | FROM_THE_CHANGE
            assert placeholders(kind.de) <= known
            assert placeholders(kind.en) <= known


@pytest.mark.parametrize("kind", EVERY)
def test_sentences_have_the_same_placeholders_in_both_languages(kind: ChangeKind) -> None:
    assert placeholders(kind.de) == placeholders(kind.en)


@pytest.mark.parametrize("kind", EVERY)
def test_kind_says_when_it_is_met(kind: ChangeKind) -> None:
    assert kind.reason.endswith(".")


@pytest.mark.parametrize("kind", EVERY)
def test_file_of_a_kind_has_its_name(kind: ChangeKind) -> None:
    name = kind.id.replace("-", "_")
    assert kind.recognise.__module__ == f"wirctl.diff.kinds.{name}"
    assert getattr(kind.recognise, "__name__", "") == name
