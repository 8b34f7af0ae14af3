"""`wirctl validate`: what must hold."""

from __future__ import annotations

from wirctl.cli.shared_options import (
    AtOption,
    ConfigOption,
    FindingFormats,
    OutputOption,
    Paths,
    PlanOption,
)


def validate(
    paths: Paths = (),
    plan: PlanOption = "",
    config: ConfigOption = "",
    at: AtOption = "",
    format: FindingFormats = ("text",),
    output: OutputOption = "",
) -> int:
    """Check YAML, schema, ids, references, lineage and the history of ids."""
    from wirctl.cli.checking import limited, outputs, show, within
    from wirctl.cli.place import find_place, tree_at
    from wirctl.cli.progress import waiting
    from wirctl.history.findings import history_findings
    from wirctl.load import load

    outputs(format, output)
    place = find_place(plan, config)
    tree = tree_at(place, at)
    only = within(place, tree, paths)
    with waiting("progress.validate"):
        loaded = load(tree)
        found = (*loaded.diagnostics, *history_findings(tree, place.plan, at))
    return show(limited(found, only), loaded, place, format, output)
