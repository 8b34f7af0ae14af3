"""Two checkers of PDFs that others made: neither may find an error."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import page

from wirctl.core.value import list_of, record_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def check_both(data: bytes, folder: Path) -> None:
    """No failure by either checker."""
    check_standards(data)
    path = folder / "checked.pdf"
    path.write_bytes(data)
    assert errors_heard(path) == []


def errors_heard(path: Path) -> Sequence[object]:
    """What `outloud` calls an error, and rules of it that could not be run."""
    command = [sys.executable, "-c", "from outloud.cli import main; main()"]
    arguments = [str(path), "--json", "-", "--fail-on", "never", "--quiet"]
    said = subprocess.run([*command, *arguments], capture_output=True, check=True, text=True)
    report = json.loads(said.stdout[said.stdout.index("{") : said.stdout.rindex("}") + 1])
    (result,) = (record_of(item) for item in list_of(record_of(report).get("results") or [report]))
    found = [record_of(item) for item in list_of(result["findings"])]
    runs = [record_of(item) for item in list_of(result["rules"])]
    assert len(runs) > 50
    return [item for item in found if item["severity"] == "error"] + [
        item for item in runs if item["status"] == "crashed"
    ]


def check_standards(data: bytes) -> None:
    """No failure by the first checker in either standard."""
    for profile in ("ua-1", "3a"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert (profile, [failure.message for failure in report.failures]) == (profile, [])
        assert report.is_compliant
