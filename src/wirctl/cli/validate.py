"""`wirctl validate`: what must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.cli.shared_options import (
    AtOption,
    ConfigOption,
    FindingFormats,
    OutputOption,
    Paths,
    PlanOption,
)

if TYPE_CHECKING:
    from wirctl.cli.place import Place
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.source.tree import Tree


def validate(
    paths: Paths = (),
    plan: PlanOption = "",
    config: ConfigOption = "",
    at: AtOption = "",
    format: FindingFormats = ("text",),
    output: OutputOption = "",
) -> int:
    """Check YAML, schema, ids, references, lineage and the history of ids."""
    from wirctl.cli.checking import limited, show, within
    from wirctl.cli.place import find_place, tree_at
    from wirctl.load import load

    place = find_place(plan, config)
    only = within(place, paths)
    tree = tree_at(place, at)
    loaded = load(tree)
    found = (*loaded.diagnostics, *_history(place, tree, at))
    return show(limited(found, only), loaded, place, format, output)


def _history(place: Place, tree: Tree, at: str) -> tuple[Diagnostic, ...]:
    """What the rounds that were closed up to this version say about it."""
    from wirctl.history.findings import history_findings

    return history_findings(tree, place.plan, at)
