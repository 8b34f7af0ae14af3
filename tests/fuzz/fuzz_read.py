"""Any bytes are a plan file or give findings with a place; reading them never raises."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["wirctl"]):
    from wirctl.source.document import read


def read_any(data: bytes) -> None:
    """Read the bytes twice: the same value, the same faults, each with a place in the text."""
    first = read("measures/M-BIL-01.yaml", data)
    second = read("measures/M-BIL-01.yaml", data)
    assert first.value == second.value
    assert first.faults == second.faults
    assert first.value is not None or first.faults
    lines = data.count(b"\n") + data.count(b"\r") + 2
    assert all(1 <= fault.span.line <= lines for fault in first.faults)
    assert first.span(("title",)).line <= lines


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_any)
    atheris.Fuzz()
