"""Makes the pictures of docs/img/: site and Synopse as a browser shows them, a page of the PDF."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pypdfium2
from markdown_it import MarkdownIt
from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "img"
WIRCTL = Path(sys.executable).parent / "wirctl"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
WIDTH = 1280
HEIGHTS = {"startseite": 1330, "massnahme": 1330, "synopse": 1050, "synopse-markdown": 1050}
COLOURS = 128
NARROW, HEIGHT, GAP = 560, 1000, 2
LANGUAGES, ARABIC, MEASURE = "de,en,ar,de-simple", "ar/index.html", "M-SVW-01"
LAST = "VW-2025-05"
PAIR = ("LG-2021-11-29", "LG-2021-12-06")
SITE = {"startseite": "index.html", "massnahme": "measures/M-SVW-01.html"}
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
        page.set_viewport_size({"width": NARROW, "height": HEIGHT})
        beside = [sheet(Path(folder)), screen(page, Path(folder) / "site" / ARABIC)]
        (FOLDER / "druck-und-arabisch.png").write_bytes(few_colours(row(beside)))
        started.close()
    return 0


def written(folder: Path) -> dict[str, Path]:
    """The pages to look at, by the name of their picture."""
    site = ("--lang", LANGUAGES, "--output", str(folder / "site"))
    wirctl("render", "html", "--at", LAST, *site)
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
    return few_colours(screen(page, path))


def screen(page: Page, path: Path) -> Image.Image:
    """The first screen of the page."""
    page.goto(path.as_uri())
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def sheet(folder: Path) -> Image.Image:
    """The page of the printed plan on which a measure begins."""
    wirctl("render", "pdf", "--at", LAST, "--output", str(folder / "pdf"))
    document = pypdfium2.PdfDocument(folder / "pdf" / "plan.pdf")
    found = next(page for page in document if is_sheet(page.get_textpage().get_text_range()))
    made: Image.Image = found.render(scale=HEIGHT / found.get_height()).to_pil()
    return made.convert("RGB")


def is_sheet(text: str) -> bool:
    """Whether a page tells of the measure; contents, indexes and its goal only name it."""
    return f"{MEASURE} " in text and "Federführung" in text


def row(pictures: Sequence[Image.Image]) -> Image.Image:
    """The pictures beside each other, with a line around each."""
    width = sum(found.width for found in pictures) + GAP * (len(pictures) + 1)
    whole = Image.new("RGB", (width, HEIGHT + 2 * GAP), "#ccd5da")
    left = GAP
    for found in pictures:
        whole.paste(found, (left, GAP))
        left += found.width + GAP
    return whole


def few_colours(shot: Image.Image) -> bytes:
    """The picture as a small file."""
    small = io.BytesIO()
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    sys.exit(main())
