"""The plan as it stands in one commit."""

from __future__ import annotations

from functools import cached_property
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.history import messages as say
from wirctl.history.objects import ENTRY_LIMIT, Oddity
from wirctl.source.limits import MAX_BYTES, MAX_FOLDERS
from wirctl.source.messages import files as say_of_files
from wirctl.source.names import is_text, name_faults, shown
from wirctl.source.tree import is_plan_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.history.objects import Listing
    from wirctl.history.repository import Repository

_LINK_LIMIT = 4096
_NO_FILE = {
    Oddity.SUBMODULE: ("ein anderes Repository (Submodul)", "another repository (a submodule)"),
    Oddity.MODE: ("etwas Unbekanntes", "something unknown"),
}


class RevisionTree:
    """The plan files of one commit. The repository has to stay open while they are read.

    They are judged as files in a folder are (see `FolderTree`), with the same findings.
    """

    def __init__(self, repository: Repository, commit: str, below: str, label: str) -> None:
        """Look at the folder `below` in `commit`; nothing is listed or read yet."""
        self.repository = repository
        self.commit = commit
        self.below = below
        self._label = label
        self._unread: dict[str, Diagnostic] = {}

    @property
    def label(self) -> str:
        """What a person calls this version: the round, or the revision as it was written."""
        return self._label

    def paths(self) -> tuple[str, ...]:
        """Every plan file below the plan's folder, sorted."""
        return tuple(self._files)

    def contents(self) -> Mapping[str, str]:
        """Path to blob id, for every path."""
        return self._files

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Path to bytes, for the paths that are there and not too large.

        Raises:
            MissingObjectError: the repository lacks one of them.
        """
        ids = {path: self._files[path] for path in paths if path in self._files}
        sizes = self.repository.sizes(dict.fromkeys(ids.values()))
        for path, blob in ids.items():
            if sizes.get(blob, 0) > MAX_BYTES:
                words: dict[str, Argument] = {"size": sizes[blob], "limit": MAX_BYTES}
                self._unread[path] = _say(say_of_files.FILE_TOO_LARGE, path, **words)
        small = {path: blob for path, blob in ids.items() if path not in self._unread}
        data = self.repository.blobs(dict.fromkeys(small.values()))
        return {path: data[blob] for path, blob in small.items()}

    def faults(self) -> tuple[Diagnostic, ...]:
        """What could not be listed or read so far, sorted by path."""
        found = (*self._listed_faults, *self._unread.values())
        return tuple(sorted(found, key=lambda fault: (fault.subject, fault.rule)))

    @cached_property
    def _listing(self) -> Listing:
        return self.repository.tree(self.commit, self.below)

    @cached_property
    def _named(self) -> tuple[str, ...]:
        """Every file that is named like one of a plan, whether one can write the name or not."""
        return tuple(filter(is_plan_file, sorted(self._listing.files)))

    @cached_property
    def _files(self) -> Mapping[str, str]:
        files = self._listing.files
        return {path: files[path] for path in self._named if is_text(path)}

    @property
    def _not_text(self) -> Iterator[str]:
        return (path for path in self._named if path not in self._files)

    @cached_property
    def _listed_faults(self) -> tuple[Diagnostic, ...]:
        return (
            *name_faults(self._files),
            *(_unreadable_name(path) for path in self._not_text),
            *(self._odd(path, oddity) for path, oddity in self._listing.odd),
            *self._links(),
        )

    def _odd(self, path: str, oddity: Oddity) -> Diagnostic:
        if oddity is Oddity.COUNT:
            return _say(say.VERSION_TOO_LARGE, "", version=self._label, limit=ENTRY_LIMIT)
        if oddity is Oddity.DEPTH:
            return _say(say_of_files.FOLDERS_TOO_DEEP, shown(path), limit=MAX_FOLDERS)
        if oddity in _NO_FILE:
            german, english = _NO_FILE[oddity]
            return _say(say_of_files.NOT_A_FILE, shown(path), what_de=german, what_en=english)
        return _say(say.UNSAFE_PATH, shown(path), version=self._label, name=shown(path))

    def _links(self) -> Iterator[Diagnostic]:
        links = {path: blob for path, blob in self._listing.links.items() if not _is_hidden(path)}
        sizes = self.repository.sizes(dict.fromkeys(links.values()))
        short = [blob for blob, size in sizes.items() if size <= _LINK_LIMIT]
        data = self.repository.blobs(short)
        for path in sorted(links):
            message = self._link(path, data.get(links[path], b"/"))
            if message is not None:
                yield _say(message, shown(path))

    def _link(self, path: str, target: bytes) -> Message | None:
        """What is wrong with a link; nothing with one that is not named like a plan file."""
        place = self._place(path, target.decode("utf-8", "surrogateescape"))
        if place is not None and self.repository.folder(self.commit, place) is not None:
            return say_of_files.LINK_TO_FOLDER
        if not is_plan_file(path):
            return say_of_files.LINK_LEAVES_PLAN if place is None else None
        inside = f"{self.below}/" if self.below else ""
        if place is None or not place.startswith(inside):
            return say_of_files.LINK_LEAVES_PLAN
        name = place.removeprefix(inside)
        is_there = name != path and (name in self._listing.files or name in self._listing.links)
        return say_of_files.LINK_IN_PLAN if is_there else say_of_files.LINK_BROKEN

    def _place(self, path: str, target: str) -> str | None:
        """Where a link leads, from the top of the repository; `None` out of it."""
        place = normpath(join(self.below, dirname(path), target))
        if place.startswith(("/", "../")) or place == "..":
            return None
        return "" if place == "." else place


def _is_hidden(path: str) -> bool:
    return path.startswith(".") or "/." in path


def _unreadable_name(path: str) -> Diagnostic:
    return _say(say_of_files.FILE_NAME_NOT_UTF_8, shown(path))


def _say(message: Message, path: str, **words: Argument) -> Diagnostic:
    return Diagnostic(
        message.id, message.severity, Subject(path), arguments=tuple(sorted(words.items()))
    )
