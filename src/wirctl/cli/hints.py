"""What a shell may offer while a line is typed: names out of the plan that one stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence


_WORD = regex("[a-z0-9_]+")
_ID = regex("[A-Za-z0-9-]+")
"""Shells take the names that are offered for their own language; no other gets that far."""


def versions() -> Sequence[str]:
    """The rounds of the plan here, and the work tree."""
    return (*rounds(), "WORKTREE")


def rounds() -> Sequence[str]:
    """The rounds of the plan here, by the names of their files; none where there is no plan."""
    return _files("rounds")


def bodies() -> Sequence[str]:
    """The bodies of the plan here, by the names of their files."""
    return _files("bodies")


def statements() -> Sequence[str]:
    """The statements of the plan here, by the names of their files."""
    return _files("statements")


def fields() -> Sequence[str]:
    """The fields of action of the plan here, by the names of their files."""
    return _files("fields")


def elements() -> Sequence[str]:
    """The elements of the plan here, by the names of their files; none where there is no plan."""
    return _files("*")


def outcomes() -> Sequence[str]:
    """The outcomes that the process of the plan here knows."""
    from wirctl.cli.place import find_place, tree_at
    from wirctl.core.problem import Problem
    from wirctl.flow.process import leads_to
    from wirctl.load import load

    try:
        found = leads_to(load(tree_at(find_place())).plan)
    except (Problem, OSError):
        return ()
    return tuple(filter(_WORD.fullmatch, found))


def kinds() -> Sequence[str]:
    """The kinds of elements that the plan here may use, and the outputs with a schema."""
    from wirctl.cli.schema import known_kinds, output_schemas

    return (*(kind.name for kind in known_kinds("", "")), *output_schemas())


def messages() -> Sequence[str]:
    """All that `explain` explains."""
    from wirctl.cli.explain import every_message

    return tuple(every_message())


def _files(folder: str) -> Sequence[str]:
    from wirctl.cli.place import find_place
    from wirctl.core.problem import Problem

    try:
        names = [path.stem for path in find_place().plan.glob(f"{folder}/**/*.y*ml")]
    except (Problem, OSError):
        return ()
    return sorted(filter(_ID.fullmatch, names))
