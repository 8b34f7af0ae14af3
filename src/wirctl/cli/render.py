"""`wirctl render`: the plan as a document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import elements
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import AtOption, ConfigOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.cli.config import Config
    from wirctl.cli.words import Speech


class NoFormatError(Problem):
    """No format was named, and the settings name none."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self.choices = ", ".join(choices)


def formats() -> tuple[str, ...]:
    """The name of every format of documents."""
    from wirctl.render.registry import every_writer

    return tuple(every_writer())


def label_languages() -> tuple[str, ...]:
    """The languages that there are words in."""
    from wirctl.render.labels import languages

    return languages()


def render(
    format: Annotated[str, Argument("FORMAT", formats)] = "",
    plan: PlanOption = "",
    config: ConfigOption = "",
    at: AtOption = "",
    output: Annotated[str, Option("--output", "DIR")] = "",
    lang: Annotated[str, Option("--lang", "LANG", hints=label_languages)] = "",
    rounds: Annotated[str, Option("--rounds", "IDS")] = "",
    downloads: Annotated[str, Option("--downloads", "FORMAT", hints=formats)] = "",
    only: Annotated[str, Option("--only", "ID", hints=elements)] = "",
) -> int:
    """Write the plan as a document, or as all those that the settings name."""
    from wirctl.cli.checking import plan_language, show
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place
    from wirctl.cli.progress import waiting
    from wirctl.cli.rendering import Request, rendered, view_at
    from wirctl.cli.words import speech
    from wirctl.render.output import write

    place = find_place(plan, config)
    wanted = _documents(place.config, format, lang, output)
    counts: dict[Path, int] = {}
    with waiting("progress.render"):
        view = view_at(place, at)
        if view.site is None:
            return show(view.faults, view.loaded, place, ("text",))
        for item in wanted:
            request = Request(item.format, item.language, view.at, place.config.url, only=only)
            if is_together(item.format):
                offered = downloads or item.downloads
                request = replace(request, rounds=rounds, downloads=offered)
            made = rendered(place, view.site, request)
            if made.faults and show(made.faults, view.loaded, place, ("text",)):
                return Exit.FINDINGS
            write(made.files, item.folder, made.provenance)
            counts[item.folder] = len(made.files)
    _tell(counts, speech(plan_language(view.loaded)))
    return Exit.CLEAN


def _tell(counts: Mapping[Path, int], say: Speech) -> None:
    """Say what was written, and where to look at what is a web site."""
    from wirctl.cli.place import shown_path
    from wirctl.cli.printing import note, put

    put(say.count("render.done", count, path=shown_path(path)) for path, count in counts.items())
    for path in counts:
        if (path / "index.html").is_file():
            note(say("render.open", path=(path / "index.html").resolve().as_uri()))


@dataclass(frozen=True, slots=True)
class _Document:
    """A document that is wanted: its format, its language, and the folder that it goes to.

    A format that writes several languages together has all of them, with commas, and the
    formats that it offers to take away.
    """

    format: str
    language: str
    folder: Path
    downloads: str = ""


def _documents(config: Config, format: str, lang: str, output: str) -> tuple[_Document, ...]:
    """The one document that was asked for; without a format, all that the settings name.

    Raises:
        NoFormatError: neither names a format.
        ConfigError: the settings name a format or language that there is not.
    """
    from wirctl.render.labels import EASY

    settings = _known(config, "languages", label_languages())
    every = lang or ",".join(settings) or "de"
    plain = [code for code in every.split(",") if not code.endswith(EASY)] or [every]
    top = config.folder("output") or Path("build")
    if format:
        language = every if is_together(format) else lang or plain[0]
        return (_Document(format, language, Path(output) if output else top / format),)
    names = _known(config, "formats", formats())
    if not names:
        raise NoFormatError(formats())
    return tuple(_all_of(names, every, plain, Path(output) if output else top))


def _all_of(
    names: Sequence[str], every: str, plain: Sequence[str], top: Path
) -> Iterator[_Document]:
    """Each format in each language; what writes them together, and offers the others, once."""
    offered = ",".join(name for name in names if not is_together(name))
    for name in names:
        if is_together(name):
            yield _Document(name, every, top / name, offered)
            continue
        for language in plain:
            yield _Document(name, language, top / name / language if plain[1:] else top / name)


def is_together(format: str) -> bool:
    """Whether a format writes several languages in one."""
    from wirctl.render.registry import every_writer

    found = every_writer().get(format)
    return found is not None and found.together


def _known(config: Config, key: str, choices: Sequence[str]) -> tuple[str, ...]:
    """What the settings name under this key.

    Raises:
        ConfigError: one of it is unknown.
    """
    from wirctl.cli.config import ConfigError
    from wirctl.core.near import nearest

    named: tuple[str, ...] = getattr(config, key)
    for word in named:
        if word not in choices:
            raise ConfigError(
                "unknown-value", config.file or Path(), key, word, nearest(word, choices)
            )
    return tuple(dict.fromkeys(named))
