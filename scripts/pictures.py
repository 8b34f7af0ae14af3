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

from markdown_it import MarkdownIt
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
HEIGHTS = {"startseite": 1330, "massnahme": 1330, "synopse": 1050, "synopse-markdown": 1050}
COLOURS = 128
LAST = "VW-2025-05"
PAIR = ("LG-2021-11-29", "LG-2021-12-06")
SITE = {"startseite": "index.html", "massnahme": "measures/M-BIL-01.html"}
FORGE = """\
<!doctype html><html lang="de"><meta charset="utf-8"><title>Synopse</title><style>
body { font: 16px/1.5 "Noto Sans", "DejaVu Sans", sans-serif; color: #1f2328; margin: 2rem auto;
       max-width: 1012px }
h1, h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em }
h1 { font-size: 2em } h2 { font-size: 1.5em } h3 { font-size: 1.25em }
table { border-collapse: collapse } th, td { border: 1px solid #d1d9e0; padding: 6px 13px }
th { text-align: left } tr:nth-child(2n) { background: #f6f8fa }
blockquote { border-left: 4px solid #d1d9e0; color: #59636e; margin: 0; padding: 0 1em }
</style>"""


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
    forge = folder / "forge.html"
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    html = markdown.render(wirctl("diff", *PAIR, "--format", "markdown"))
    forge.write_text(FORGE + html, encoding="utf-8")
    found = {name: folder / "site" / path for name, path in SITE.items()}
    return found | {"synopse": synopse, "synopse-markdown": forge}


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
