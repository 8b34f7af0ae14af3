"""Makes the pictures of docs/img/: the site and the Synopse, as a browser shows them."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "img"
WIRCTL = Path(sys.executable).parent / "wirctl"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
WIDTH = 1280
HEIGHTS = {"startseite": 1330, "massnahme": 1330, "synopse": 1050}
COLOURS = 128
LAST = "VW-2025-05"
PAIR = ("LG-2021-11-29", "LG-2021-12-06")
SITE = {"startseite": "index.html", "massnahme": "measures/M-BIL-01.html"}


def main() -> int:
    """Make them all; the exit code of the first command that fails, or 0."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    if browser is None:
        print("No Chromium; on Debian: apt-get install chromium", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = written(Path(folder))
        started = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        page = started.new_page()
        for name, path in pages.items():
            page.set_viewport_size({"width": WIDTH, "height": HEIGHTS[name]})
            (FOLDER / f"{name}.png").write_bytes(picture(page, path))
        started.close()
    return 0


def written(folder: Path) -> dict[str, Path]:
    """The pages to look at, by the name of their picture."""
    wirctl("render", "html", "--at", LAST, "--output", str(folder / "site"))
    synopse = folder / "synopse.html"
    wirctl("diff", *PAIR, "--format", "html", "--output", str(synopse))
    return {name: folder / "site" / path for name, path in SITE.items()} | {"synopse": synopse}


def wirctl(*arguments: str) -> str:
    """What the command prints."""
    return subprocess.run(
        [WIRCTL, *arguments],
        cwd=ROOT,
        env=os.environ | {"WIRCTL_LANG": "de"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout


def picture(page: Page, path: Path) -> bytes:
    """The first screen of the page, in few colours."""
    page.goto(path.as_uri())
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = io.BytesIO()
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    sys.exit(main())
