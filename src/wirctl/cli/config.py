"""What is no plan content: `wirctl.toml`, or `[tool.wirctl]` in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wirctl.core.frozen import field, frozen
from wirctl.core.near import nearest
from wirctl.core.problem import Problem


@frozen
class Config:
    """The settings of a plan. Paths are relative to the file that holds them.

    `profile` names a set of levels for `lint`, `levels` replaces single ones (rule to level),
    `languages` and `formats` are what `render` writes where nothing else is asked for.
    """

    plan: str = ""
    profile: str = ""
    levels: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    output: str = ""
    templates: str = ""
    file: Path | None = None


class ConfigError(Problem):
    """A settings file that cannot be used; `why` says where and what."""

    def __init__(self, path: Path, why: str, near: str = "") -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why
        self.near = near


def config_in(folder: Path) -> Config | None:
    """The settings in this folder, or `None` where it has none.

    Raises:
        ConfigError: the file is no TOML, or has a key or value that means nothing.
    """
    own = folder / "wirctl.toml"
    if own.is_file():
        return read_config(own)
    project = folder / "pyproject.toml"
    if project.is_file():
        table = _parse(project).get("tool", {}).get("wirctl")
        if isinstance(table, dict):
            return _config(project, table)
    return None


def read_config(path: Path) -> Config:
    """The settings in this file.

    Raises:
        ConfigError: the file is not there, is no TOML, or has a key or value that means nothing.
    """
    if not path.is_file():
        raise ConfigError(path, "–")
    return _config(path, _parse(path))


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(path, str(error)) from error


_NAMES = tuple(name for name in Config.__annotations__ if name != "file")
_LISTS = frozenset({"languages", "formats"})


def _config(path: Path, table: Mapping[str, Any]) -> Config:
    for name, value in table.items():
        if name not in _NAMES:
            raise ConfigError(path, name, nearest(name, _NAMES))
        _check(path, name, value)
    values: dict[str, Any] = {
        name: tuple(value) if name in _LISTS else value for name, value in table.items()
    }
    return Config(**values, file=path)


def _check(path: Path, name: str, value: object) -> None:
    if name in _LISTS:
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
    elif name == "levels":
        fits = isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    else:
        fits = isinstance(value, str)
    if not fits:
        raise ConfigError(path, f"{name} = {value!r}")
