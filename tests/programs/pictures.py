"""Makes docs/pictures: what a terminal shows, as SVG, and pages of a Word document, as PNG, in each language.

It needs LibreOffice, poppler, ImageMagick and fonts as wide as those of Word (on Debian:
libreoffice-writer-nogui, poppler-utils, imagemagick, fonts-liberation2; fonts-liberation has no Kazakh
letters). Look at what it made.

    python tests/programs/pictures.py
"""

import os
import pty
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
LANGUAGES = ("en", "ru", "kk")
COLUMNS = 96
OWN = "docs/examples/start/2025-9m.yaml"
SHOWN = (("summary", "--section", "network"), ("targets", OWN), ("chart", "--data", OWN))
PAGE = ("document", OWN)
WIDTH = 640  # dots of a page
MOST = 300_000  # bytes of all pictures
THEME = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [
        *((36, 41, 47), (179, 29, 40), (26, 127, 55), (148, 96, 0)),
        *((9, 80, 160), (130, 80, 223), (27, 124, 131), (87, 96, 106)),
    ],
)


def on_a_terminal(*arguments: str) -> str:
    """What a run prints on a terminal of COLUMNS columns, with its colours."""
    ours, theirs = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**kept, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "edureport", *arguments]
    with subprocess.Popen(
        command, stdout=theirs, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment
    ) as run:
        os.close(theirs)
        pieces = []
        try:
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(ours)
    if run.returncode:
        sys.exit(f"{' '.join(arguments)}: {run.returncode}")
    return b"".join(pieces).decode().replace("\r\n", "\n")


def terminal(language: str) -> str:
    """A picture of what a terminal shows."""
    console = Console(
        record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    speaks = () if language == "en" else ("-l", language)
    for arguments in SHOWN:
        console.print(Text.from_ansi(f"$ edureport {' '.join((*arguments, *speaks))}", style="bold"))
        console.print(Text.from_ansi(on_a_terminal(*arguments, *speaks)), soft_wrap=True)
    svg = console.export_svg(title="edureport", theme=THEME, unique_id="edureport")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # a page is not to load letters


def page(language: str, folder: Path) -> bytes:
    """A picture of the first page of a Word document."""
    document = folder / f"{language}.docx"
    command = [sys.executable, "-m", "edureport", *PAGE, "-l", language, "-o", document]
    subprocess.run(command, check=True, cwd=ROOT)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, document]
    subprocess.run(convert, check=True, capture_output=True)
    draw = ["pdftoppm", "-png", "-singlefile", "-scale-to-x", WIDTH, "-scale-to-y", -1]
    subprocess.run([*map(str, draw), document.with_suffix(".pdf"), folder / language], check=True)
    few = ["+dither", "-colors", "24", "-strip", "-define", "png:compression-level=9", "PNG8:-"]
    return subprocess.run(
        ["convert", folder / f"{language}.png", *few], check=True, stdout=subprocess.PIPE
    ).stdout


def main() -> None:
    """Make all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            (PICTURES / f"terminal.{language}.svg").write_text(terminal(language), encoding="utf-8")
            (PICTURES / f"word.{language}.png").write_bytes(page(language, Path(folder)))
    sizes = {path.name: path.stat().st_size for path in sorted(PICTURES.iterdir())}
    print(*(f"{size:>8,} {name}" for name, size in sizes.items()), sep="\n")
    if sum(sizes.values()) > MOST:
        sys.exit(f"more than {MOST:,} bytes")


if __name__ == "__main__":
    main()
