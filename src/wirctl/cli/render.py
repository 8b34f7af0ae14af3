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
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from wirctl.cli.config import Config
    from wirctl.cli.place import Place
    from wirctl.cli.rendering import Request
    from wirctl.cli.words import Speech


class NoSuchTemplateError(Problem):
    """There is no template of this name to be taken over; `near` was probably meant."""

    def __init__(self, name: str, near: str) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


class NoFormatError(Problem):
    """No format was named, and the settings name none."""

    def __init__(self, choices: Collection[str]) -> None:
        super().__init__()
        self.choices = ", ".join(choices)


def formats() -> Collection[str]:
    """The name of every format of documents; whether one is known is found out quickly."""
    from wirctl.render.registry import every_writer

    return every_writer().keys()


def template_names() -> tuple[str, ...]:
    """The templates that a project may have its own of; those of pages without their folder."""
    return tuple(sorted(_templates()))


def _templates() -> dict[str, str]:
    """The path of each template below the folder of templates, by its name."""
    from wirctl.resources import folder

    top = folder("templates")
    pages = [path.relative_to(top).as_posix() for path in (top / "html").rglob("*.*")]
    others = [
        path.relative_to(top).as_posix()
        for pattern in ("pdf/*.typ", "*/*.docx")
        for path in top.glob(pattern)
    ]
    return {path.removeprefix("html/"): path for path in (*pages, *others)}


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
    eject: Annotated[str, Option("--eject", "NAME", hints=template_names)] = "",
) -> int:
    """Write the plan as a document, or as all those that the settings name."""
    import os

    from wirctl.cli.cache import cache_folder, compiled_templates
    from wirctl.cli.checking import plan_language, show
    from wirctl.cli.exit import Exit
    from wirctl.cli.inputs import digest_of_inputs, is_current
    from wirctl.cli.ledgers import Recorded, shelved
    from wirctl.cli.place import find_place
    from wirctl.cli.progress import waiting
    from wirctl.cli.rendering import rendered, view_at
    from wirctl.cli.words import speech
    from wirctl.render.output import write

    place = find_place(plan, config)
    if eject:
        return _eject(place, eject)
    wanted = {
        item.folder: _request(item, place, at, rounds, downloads, only)
        for item in _documents(place.config, format, lang, output)
    }
    inputs = {folder: digest_of_inputs(place, request) for folder, request in wanted.items()}
    if all(is_current(folder, inputs[folder]) for folder in wanted):
        _tell_same(tuple(wanted))
        return Exit.CLEAN
    counts: dict[Path, int] = {}
    with waiting("progress.render"):
        recorded = Recorded(place, at, cache_folder(os.environ, "elements"))
        memory = recorded.memory()
        view = view_at(place, at, memory)
        if view.site is None:
            return show(view.faults, view.loaded, place, ("text",))
        for folder, request in wanted.items():
            shelf = shelved(place, request, folder, cache_folder(os.environ, "pages"))
            ledger = shelf.ledger()
            ledger.compiled = compiled_templates(os.environ)
            lasting = replace(request, at=view.at)
            made = rendered(place, view.site, lasting, ledger, memory, inputs[folder])
            if made.faults and show(made.faults, view.loaded, place, ("text",)):
                return Exit.FINDINGS
            write(made.files, folder, made.provenance)
            shelf.keep(ledger)
            counts[folder] = len(made.files)
        recorded.keep(memory)
    _tell(counts, speech(plan_language(view.loaded)))
    return Exit.CLEAN


def _request(
    item: _Document, place: Place, at: str, rounds: str, downloads: str, only: str
) -> Request:
    """What is asked for: closed rounds and downloads only of what writes them together."""
    from wirctl.cli.rendering import Request

    request = replace(Request.of(place.config, item.format, item.language, at), only=only)
    if not is_together(item.format):
        return request
    return replace(request, rounds=rounds, downloads=downloads or item.downloads)


def _tell_same(folders: Sequence[Path]) -> None:
    """Say that everything is as it was written before."""
    from wirctl.cli.place import shown_path
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech

    say = speech()
    put(say("render.same", path=shown_path(folder)) for folder in folders)


def _eject(place: Place, name: str) -> int:
    """Copy a template into the project, for people to change it there.

    Raises:
        NoSuchTemplateError: there is none of this name.
        FileExistsAlreadyError: the project has it already.
    """
    from wirctl.cli.checking import plan_language
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import shown_path
    from wirctl.cli.printing import note, put
    from wirctl.cli.words import speech
    from wirctl.core.near import nearest
    from wirctl.edit.files import create
    from wirctl.load import load
    from wirctl.resources import folder
    from wirctl.source.folder import FolderTree

    names = template_names()
    endings = ("", ".html.j2", ".docx", ".typ")
    written = tuple(f"{name}{ending}" for ending in endings)
    found = [other for other in names if other in written]
    found += [other for other in names if other.endswith(tuple(f"/{one}" for one in written))]
    if not found:
        raise NoSuchTemplateError(name, nearest(name, names))
    path = _templates()[found[0]]
    own = place.config.folder("templates")
    top = own or (place.config.file.parent if place.config.file else Path()) / "templates"
    target = top / path
    create(target, (folder("templates") / path).read_bytes())
    say = speech(plan_language(load(FolderTree(place.plan))))
    put([say("render.ejected", path=shown_path(target))])
    if own is None:
        note(say("render.set-templates"))
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
    from wirctl.load.translated import EASY

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


def _known(config: Config, key: str, choices: Collection[str]) -> tuple[str, ...]:
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
