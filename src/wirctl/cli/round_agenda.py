"""`wirctl round agenda`: what lies before a round, and the voting list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import rounds as round_names
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, OutputOption, PlanOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.cli.place import Place
    from wirctl.report.registry import Origin


def formats() -> Sequence[str]:
    """The formats of an agenda."""
    from wirctl.report.registry import agenda_files, agenda_formats

    return tuple(sorted({**agenda_formats(), **agenda_files()}))


def round_agenda(
    round: Annotated[str, Argument("ROUND", hints=round_names)] = "",
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: Annotated[str, Option("--format", "FORMAT", formats)] = "terminal",
    output: OutputOption = "",
) -> int:
    """Show the agenda of a round."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.desk import desk, known
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import look, put, put_file
    from wirctl.cli.readable import require_readable
    from wirctl.cli.words import speech
    from wirctl.core.frozen import replace
    from wirctl.flow.agenda import agenda
    from wirctl.report.agenda import agenda_text
    from wirctl.report.registry import agenda_files, agenda_formats

    here = desk(plan, config)
    require_readable(here.tree, here.loaded)
    found = here.round(round) if round else here.open_round()
    style = look(speech(plan_language(here.loaded)).language, to_file=bool(output))
    with known(here.place, here.tree, here.loaded) as past:
        made = agenda_text(agenda(past, found), here.plan, here.loaded.kinds, style.language)
    if format in agenda_files():
        own = here.place.config.folder("templates")
        places = (own,) if own is not None else ()
        style = replace(style, templates=places, origin=lambda: _origin(here.place))
        put_file(agenda_files()[format].data(made, style), output)
    else:
        put(agenda_formats()[format].lines(made, style), output)
    return Exit.CLEAN


def _origin(place: Place) -> Origin:
    """The commit that the plan's folder says the same as, and its day; else today."""
    from wirctl.cli.rendering import version_of
    from wirctl.history.version import Versions
    from wirctl.report.registry import Origin

    with Versions(place.plan) as versions:
        version = version_of(versions, versions.find("WORKTREE"))
    return Origin(new_commit=version.commit, day=version.date)
