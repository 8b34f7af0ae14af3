"""What is no plan content: `wirctl.toml`, or `[tool.wirctl]` in `pyproject.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wirctl.core.frozen import field, frozen
from wirctl.core.near import nearest
from wirctl.core.problem import Problem

_MOST_BYTES = 1 << 20


class ConfigError(Problem):
    """A settings file that cannot be used.

    `reason` is one of `missing`, `too-large`, `not-toml`, `unknown-key`, `unknown-value`,
    `outside`, or what a key wants: `wants-text`, `wants-list`, `wants-levels`, `wants-table`.
    """

    def __init__(
        self, reason: str, path: Path, key: str = "", value: str = "", near: str = ""
    ) -> None:
        super().__init__(reason, path, key, value)
        self.reason = reason
        self.path = path
        self.key = key
        self.value = value
        self.near = near


@frozen
class Config:
    """The settings of a plan. Paths are relative to the file that holds them.

    `profile` names a set of levels for `lint`, `levels` replaces single ones (rule to level),
    `languages` and `formats` are what `render` writes where nothing else is asked for, and
    `url` is the address on the web under which it will lie. `source` is the address of a file of
    the plan, with `{commit}` and `{path}` in their places; `publisher` and `contributor` tell in
    catalogues who answers for the data, and by which key portals know them. What is in
    `templates` wins over what is in `theme`, and both over what comes with wirctl.
    """

    plan: str = ""
    profile: str = ""
    levels: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    output: str = ""
    templates: str = ""
    theme: str = ""
    url: str = ""
    source: str = ""
    publisher: str = ""
    contributor: str = ""
    file: Path | None = None

    def folder(self, key: str) -> Path | None:
        """The folder that this key names, `None` where it names none.

        It lies in the project: settings come with a plan, and a plan may come from strangers.

        Raises:
            ConfigError: the folder lies outside.
        """
        named = str(getattr(self, key))
        if self.file is None or not named:
            return None
        place = self.file.parent / named
        try:
            found = place.resolve()
            project = _project(self.file.resolve().parent)
            # From Python 3.13 on, what links lead to in a circle is a link still.
            is_inside = found.is_relative_to(project) and not found.is_symlink()
        except (OSError, RuntimeError, ValueError):
            is_inside = False
        if not is_inside:
            raise ConfigError("outside", self.file, key, named)
        return place


def _project(folder: Path) -> Path:
    """The nearest folder upwards that is under git, else the folder itself."""
    return next((item for item in (folder, *folder.parents) if (item / ".git").exists()), folder)


def config_in(folder: Path) -> Config | None:
    """The settings in this folder, or `None` where it has none.

    Raises:
        ConfigError: the file is no TOML, or has a key or value that means nothing.
    """
    own = folder / "wirctl.toml"
    if own.is_file():
        return read_config(own)
    project = folder / "pyproject.toml"
    if not project.is_file() or b"wirctl" not in _bytes(project):
        return None
    tools = _parse(project).get("tool")
    if not isinstance(tools, dict) or "wirctl" not in tools:
        return None
    return _config(project, tools["wirctl"])


def read_config(path: Path) -> Config:
    """The settings in this file; of a `pyproject.toml`, those below `[tool.wirctl]`.

    Raises:
        ConfigError: the file is not there, is no TOML, or has a key or value that means nothing.
    """
    if not path.is_file():
        raise ConfigError("missing", path)
    if path.name == "pyproject.toml":
        return config_in(path.parent) or Config(file=path)
    return _config(path, _parse(path))


def config_of(path: Path, data: bytes) -> Config | None:
    """The settings that the file of this name held at another time; `None` where it had none.

    A file without a byte is one that was not there.

    Raises:
        ConfigError: the bytes are no TOML, or have a key or value that means nothing.
    """
    if not data:
        return None
    tables = _tables(path, data)
    if path.name != "pyproject.toml":
        return _config(path, tables)
    tools = tables.get("tool")
    own = tools.get("wirctl") if isinstance(tools, dict) else None
    return _config(path, own) if own is not None else None


def _bytes(path: Path) -> bytes:
    with path.open("rb") as stream:
        data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ConfigError("too-large", path)
    return data


def _parse(path: Path) -> dict[str, Any]:
    return _tables(path, _bytes(path))


def _tables(path: Path, data: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # both of tomllib and of decoding are the former
        place = re.search(r"line ([0-9]+), column ([0-9]+)", str(error))
        where = path.with_name(f"{path.name}:{place[1]}:{place[2]}") if place is not None else path
        raise ConfigError("not-toml", where) from error


_NAMES = tuple(name for name in Config.__annotations__ if name != "file")
_LISTS = frozenset({"languages", "formats"})


def _config(path: Path, table: object) -> Config:
    if not isinstance(table, dict):
        raise ConfigError("wants-table", path, "tool.wirctl")
    for name, value in table.items():
        if name not in _NAMES:
            raise ConfigError("unknown-key", path, name, near=nearest(name, _NAMES))
        wanted = _wanted(name, value)
        if wanted:
            raise ConfigError(wanted, path, name, repr(value)[:100])
    values: dict[str, Any] = {
        name: tuple(value) if name in _LISTS else value for name, value in table.items()
    }
    return Config(**values, file=path)


def _wanted(name: str, value: object) -> str:
    """What the key wants in place of this value; nothing where it fits."""
    if name in _LISTS:
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return "" if fits else "wants-list"
    if name == "levels":
        fits = isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
        return "" if fits else "wants-levels"
    return "" if isinstance(value, str) else "wants-text"
