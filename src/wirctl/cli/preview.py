"""`wirctl preview`: the site while one writes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Option
from wirctl.cli.render import label_languages
from wirctl.cli.shared_options import ConfigOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.cli.place import Place
    from wirctl.cli.serving import Shop
    from wirctl.cli.words import Speech
    from wirctl.render.memory import Memory
    from wirctl.render.pages.ledger import Ledger
    from wirctl.render.registry import Files

_MOST = 65_535
_PAUSE = 0.4
"""Seconds between two looks at the files."""


class PortError(Problem):
    """A port that is none, or that another program has."""

    def __init__(self, reason: str, port: str) -> None:
        super().__init__(reason, port)
        self.reason = reason
        self.port = port


def preview(
    plan: PlanOption = "",
    config: ConfigOption = "",
    lang: Annotated[str, Option("--lang", "LANG", hints=label_languages)] = "",
    port: Annotated[str, Option("--port", "PORT")] = "8000",
) -> int:
    """Show the site on this machine, and anew whenever a file is saved."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place
    from wirctl.cli.printing import flush, put
    from wirctl.cli.words import speech
    from wirctl.load import load
    from wirctl.source.folder import FolderTree

    place = find_place(plan, config)
    say = speech(plan_language(load(FolderTree(place.plan))))
    shop = _open(port)
    watch = Watch(place, lang)
    put([say("preview.open", address=shop.address)])
    flush()
    try:
        _serve(shop, watch, say)
    except KeyboardInterrupt:
        put([say("preview.closed")])
    finally:
        shop.server_close()
    return Exit.CLEAN


def _open(port: str) -> Shop:
    """The server at this port; 0 takes one that is free.

    Raises:
        PortError: it is no port, or not free.
    """
    from wirctl.cli.serving import Shop

    if not port.isascii() or not port.isdecimal() or int(port[:6]) > _MOST:
        raise PortError("no-port", port)
    try:
        return Shop(int(port))
    except OSError:
        raise PortError("taken", port) from None


def _serve(shop: Shop, watch: Watch, say: Speech) -> None:
    """Answer requests, and render again whenever a file changes, until somebody stops it."""
    from threading import Thread
    from time import sleep

    Thread(target=shop.serve_forever, daemon=True).start()
    try:
        while True:
            if watch.has_changed():
                _renew(shop, watch, say)
            sleep(_PAUSE)
    finally:
        shop.shutdown()


def _renew(shop: Shop, watch: Watch, say: Speech) -> None:
    """Show what the files say now; where they cannot be shown, say why and keep what was."""
    from wirctl.cli.printing import note
    from wirctl.cli.problem import sentence

    try:
        shop.show(watch.render())
    except (Problem, OSError) as error:
        note(sentence(error) if isinstance(error, Problem) else str(error))
        return
    note(say("preview.shown"))


@dataclass(slots=True)
class Watch:
    """Keeps an eye on the files that the site is made of."""

    place: Place
    lang: str
    _files: Files = field(default_factory=dict)
    _ledger: Ledger | None = None
    _memory: Memory | None = None
    _templates: tuple[str, ...] = ()
    _seen: tuple[tuple[str, int, int], ...] = ()

    def has_changed(self) -> bool:
        """Whether any file came, went or changed since the last look."""
        now = tuple(sorted(self._marks()))
        changed, self._seen = now != self._seen, now
        return changed

    def _marks(self) -> Iterator[tuple[str, int, int]]:
        config = self.place.config
        folders = (self.place.plan, config.folder("templates"), config.folder("theme"))
        for folder in folders:
            for top, _, names in os.walk(folder) if folder is not None else ():
                for name in names:
                    try:
                        found = (Path(top) / name).lstat()
                    except OSError:
                        continue
                    yield f"{top}/{name}", found.st_mtime_ns, found.st_size

    def render(self) -> Files:
        """The site of the files as they are now.

        Raises:
            Problem: the plan has errors, or a template.
        """
        import os

        from wirctl.cli.cache import compiled_templates
        from wirctl.cli.rendering import PlanHasErrorsError, Request, rendered, view_at
        from wirctl.render.memory import Memory

        known = self._memory
        memory = Memory(known.now, known.compared) if known is not None else Memory()
        view = view_at(self.place, "", memory)
        if view.site is None:
            raise PlanHasErrorsError.of(view.faults, view.loaded, self.place, "")
        languages = self.lang or ",".join(self.place.config.languages) or "de"
        ledger = self._next_ledger()
        ledger.compiled = compiled_templates(os.environ)
        made = rendered(self.place, view.site, Request("html", languages), ledger, memory)
        self._files, self._ledger, self._memory = made.files, ledger, memory
        return made.files

    def _next_ledger(self) -> Ledger:
        """What is known of the pages that are shown; nothing once a template has changed."""
        from wirctl.render.pages.ledger import Ledger
        from wirctl.render.provenance import digests

        own = [self.place.config.folder(key) for key in ("templates", "theme")]
        before, self._templates = (
            self._templates,
            tuple(line for folder in own if folder is not None for line in digests(folder)),
        )
        if self._ledger is None or before != self._templates:
            return Ledger()
        return Ledger(self._files.get, self._ledger.now)
