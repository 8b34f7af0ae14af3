"""Objects out of git's store, by one child process that is kept."""

from __future__ import annotations

from contextlib import suppress
from typing import IO, TYPE_CHECKING
from weakref import finalize

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from subprocess import Popen

    from wirctl.history.git import Git

_AT_ONCE = 50
"""Questions at a time: 50 about SHA-256 ids fit into the smallest pipe there is (4 KiB), so
that neither side ever waits for the other to read."""
_BUFFERED = ("--batch-command", "--buffer")
"""Git writes its answers together, at the word `flush`, and not one by one."""
_MODES = {"info": (_BUFFERED, "info "), "contents": (_BUFFERED, "contents ")}
_OLD_MODES = {"info": (("--batch-check",), ""), "contents": (("--batch",), "")}
"""Options and word for each question; git before 2.36 needs one process for each."""
_FOUND = 3


class CatFile:
    """`git cat-file`, kept for one question after another.

    It ends with `close`, or when nobody holds it any more.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._modes: Mapping[str, tuple[tuple[str, ...], str]] = _MODES
        self._streams: dict[tuple[str, ...], _Stream] = {}

    def close(self) -> None:
        """End the processes; a further question starts them again."""
        for stream in self._streams.values():
            stream.close()
        self._streams = {}

    def sizes(self, ids: Sequence[str]) -> Mapping[str, int]:
        """The size of each object; those that are missing are left out.

        Raises:
            EOFError: git has ended.
        """
        return {name: size for name, size, _ in self._answers("info", ids) if size >= 0}

    def contents(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """The bytes of each object; those that are missing are left out.

        Raises:
            EOFError: git has ended.
        """
        return {name: data for name, size, data in self._answers("contents", ids) if size >= 0}

    def _answers(self, question: str, ids: Sequence[str]) -> list[tuple[str, int, bytes]]:
        try:
            return list(self._asked(question, ids))
        except EOFError:
            self.close()
            if self._modes is _OLD_MODES:
                raise
            self._modes = _OLD_MODES
            return self._answers(question, ids)

    def _asked(self, question: str, ids: Sequence[str]) -> Iterator[tuple[str, int, bytes]]:
        mode, word = self._modes[question]
        end = "flush\n" if mode is _BUFFERED else ""
        if mode not in self._streams:
            self._streams[mode] = _Stream(self._git.start_up("cat-file", *mode))
        stream = self._streams[mode]
        for place in range(0, len(ids), _AT_ONCE):
            names = ids[place : place + _AT_ONCE]
            stream.send("".join(f"{word}{name}\n" for name in names) + end)
            for name in names:
                size = stream.size(name)
                wanted = question == "contents" and size >= 0
                yield name, size, stream.data(size) if wanted else b""


class _Stream:
    """The two pipes of one process."""

    def __init__(self, process: Popen[bytes]) -> None:
        self._in = _there(process.stdin)
        self._out = _there(process.stdout)
        self.close = finalize(self, _end, process, self._in, self._out)

    def send(self, text: str) -> None:
        try:
            self._in.write(text.encode("ascii"))
            self._in.flush()
        except BrokenPipeError:
            raise EOFError from None

    def size(self, name: str) -> int:
        """Read `id kind size`; -1 for `id missing`."""
        line = self._out.readline()
        fields = line.split()
        if not line.endswith(b"\n") or fields[0] != name.encode("ascii"):
            raise EOFError
        return int(fields[2]) if len(fields) == _FOUND else -1

    def data(self, size: int) -> bytes:
        data = self._out.read(size + 1)
        if len(data) <= size:
            raise EOFError
        return data[:-1]


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise AssertionError
    return pipe


def _end(process: Popen[bytes], *pipes: IO[bytes]) -> None:
    for pipe in pipes:
        with suppress(BrokenPipeError):  # It may have ended by itself.
            pipe.close()
    process.wait()
