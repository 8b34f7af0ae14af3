"""Where the plan is: found from the folder one stands in, or named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.cli.config import Config, config_in, read_config
from wirctl.core.frozen import frozen
from wirctl.core.problem import Problem
from wirctl.source.errors import PlanNotFoundError

if TYPE_CHECKING:
    from wirctl.source.tree import Tree


class NoPlanError(Problem):
    """No plan here, and none was named."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@frozen
class Place:
    """A plan folder and the settings that hold for it."""

    plan: Path
    config: Config

    @property
    def shown(self) -> str:
        """The plan folder as a prefix for paths in messages, relative to where one stands."""
        return "" if self.plan.resolve() == Path.cwd() else f"{shown_path(self.plan)}/"


def shown_path(path: Path) -> str:
    """A path for people: from where one stands, if it lies below; links are not followed."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps `..`
    here = Path.cwd()
    if whole == here or not whole.is_relative_to(here):
        return path.as_posix()
    return whole.relative_to(here).as_posix()


def find_place(plan: str = "", config: str = "") -> Place:
    """The plan that is named, or that is nearest upwards: there, or where the settings say.

    Raises:
        NoPlanError: there is none.
        PlanNotFoundError: there is no such folder.
        ConfigError: the settings cannot be used.
    """
    settings = read_config(Path(config)) if config else _nearest_config(Path(plan or ".").resolve())
    if plan:
        return Place(_named_plan(Path(plan)), settings)
    named = settings.folder("plan")
    if config and named is not None:
        return Place(_existing(named), settings)
    return Place(_nearest_plan(Path.cwd(), settings, named), settings)


def _named_plan(folder: Path) -> Path:
    """The plan in this folder, in its folder `plan`, or of this file."""
    if folder.name == "plan.yaml" and folder.is_file():
        return folder.parent
    if (folder / "plan.yaml").is_file():
        return folder
    if (folder / "plan" / "plan.yaml").is_file():
        return folder / "plan"
    return _in_bare_repository(folder) or _existing(folder)


def _in_bare_repository(folder: Path) -> Path | None:
    """Where the plan would be, if the repository had a work tree; its versions can be asked for."""
    from wirctl.history.git import start_of

    start = start_of(folder.resolve())
    if start is None or not start[1]:
        return None
    from wirctl.history.repository import Repository

    with Repository(start[0], is_bare=True) as repository:
        below = repository.below(folder)
        for place in (below, f"{below}/plan".lstrip("/")) if repository.head else ():
            tree = repository.folder(repository.head or "", place)
            if tree is not None and "plan.yaml" in dict(repository.node(tree).files):
                return start[0] / place
    return None


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise PlanNotFoundError(str(folder))
    return folder


def _nearest_config(start: Path) -> Config:
    for folder in (start, *start.parents):
        found = config_in(folder)
        if found is not None:
            return found
    return Config()


def _nearest_plan(start: Path, settings: Config, named: Path | None) -> Path:
    """The first plan on the way up; where the settings lie, the one that they name."""
    for folder in (start, *start.parents):
        if named is not None and settings.file is not None and settings.file.parent == folder:
            return _existing(named)
        for candidate in (folder, folder / "plan"):
            if (candidate / "plan.yaml").is_file():
                return candidate
    bare = _in_bare_repository(start)
    if bare is None:
        raise NoPlanError(start)
    return bare


def plan_at(place: Place, version: str = "") -> Tree:
    """The same as `tree_at`, of a folder that holds a plan.

    Raises:
        NoPlanError: it holds none.
    """
    tree = tree_at(place, version)
    if not {"plan.yaml", "plan.yml"}.intersection(tree.paths()):
        raise NoPlanError(place.plan)
    return tree


def tree_at(place: Place, version: str = "") -> Tree:
    """The plan's files at a version; the folder as it is where none is named.

    Raises:
        Problem: the version cannot be had.
    """
    if not version or version == "WORKTREE":
        from wirctl.source.folder import FolderTree

        if not place.plan.is_dir() and _in_bare_repository(place.plan):
            from wirctl.history.errors import NoWorkTreeError

            raise NoWorkTreeError(place.plan)
        return FolderTree(place.plan)
    from wirctl.history.version import resolve

    return resolve(version, place.plan)
