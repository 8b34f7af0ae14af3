"""Word files as an office program lays them out, for what only such a program can tell."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("soffice", "libreoffice")
PATIENCE = 600


def laid_out(data: bytes, folder: Path) -> pypdfium2.PdfDocument:
    """The pages of the file. Without LibreOffice the test is skipped, but never in CI."""
    office = next(filter(None, map(shutil.which, NAMES)), None)
    if office is None and os.environ.get("CI") != "true":
        pytest.skip("no LibreOffice; on Debian: apt-get install libreoffice-writer-nogui")
    assert office is not None, "no LibreOffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    (folder / "made.docx").write_bytes(data)
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder,
         folder / "made.docx"],
        check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE,
    )  # fmt: skip
    return pypdfium2.PdfDocument(folder / "made.pdf")


def texts(pages: pypdfium2.PdfDocument) -> list[str]:
    """The text of each page."""
    return [page.get_textpage().get_text_bounded() for page in pages]
