"""Makes templates/pdf/fonts/: the fonts of printed documents, cut down to what print needs.

Source: a folder of Noto fonts, as Debian's package fonts-noto-core installs it. Their licence
is the SIL Open Font License without a reserved name, so that a part may bear the same name.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/truetype/noto")
TARGET = Path(__file__).resolve().parent.parent / "templates" / "pdf" / "fonts"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
# Scripts of the languages that documents have names for, and of their neighbours.
SCRIPTS = ("Arabic", "Armenian", "Ethiopic", "Georgian", "Hebrew")
WHOLE = tuple(f"NotoSans-{style}" for style in STYLES) + tuple(
    f"NotoSans{script}-{style}" for script in SCRIPTS for style in STYLES[:2]
)
# Signs in running text: arrows and operators; shapes, signs and marks.
PARTS = {
    "NotoSansMath-Regular": ((0x2190, 0x21FF), (0x2200, 0x22FF)),
    "NotoSansSymbols2-Regular": ((0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2700, 0x27BF)),
}


def main() -> int:
    """Make them all; 2 if the source is not there."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    if not source.is_dir():
        print("No Noto fonts; on Debian: apt-get install fonts-noto-core", file=sys.stderr)
        return 2
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in WHOLE:
        cut(source, name, ())
    for name, ranges in PARTS.items():
        cut(source, name, tuple(code for first, last in ranges for code in range(first, last + 1)))
    return 0


def cut(source: Path, name: str, codes: tuple[int, ...]) -> None:
    """Write a font with these characters, or all, and without what only screens need."""
    options = Options(hinting=False, notdef_outline=True, glyph_names=False, recalc_timestamp=False)
    options.name_IDs = ["*"]
    font = TTFont(source / f"{name}.ttf", recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes or tuple(font.getBestCmap()))
    subsetter.subset(font)
    font.save(TARGET / f"{name}.ttf")


if __name__ == "__main__":
    sys.exit(main())
