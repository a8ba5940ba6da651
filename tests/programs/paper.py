"""Makes pictures of documents, page by page, to be looked at, and tells which words are broken in tables.

It needs LibreOffice, poppler and letters as wide as those of Times New Roman (on Debian:
libreoffice-writer-nogui, poppler-utils, fonts-liberation2; fonts-liberation has no Kazakh letters).

    python tests/programs/paper.py FOLDER [REPORT]...
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx

REPORTS = (
    "data/report_2025q3.yaml",
    "examples/astana",
    "examples/shymkent-grade-1",
    "examples/shymkent-sdg4.yaml",
)
LANGUAGES = ("kk", "ru", "en")
DOTS = 75  # an inch: a page fits a screen


def ran(*command: object) -> str:
    """What a program prints; CalledProcessError if it fails."""
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


def written(folder: Path, reports: list[str]) -> Iterator[Path]:
    """A Word file and a PDF of each report in each language, with all that a document can have."""
    for number, report in enumerate(reports):
        for language in LANGUAGES:
            for suffix in ("docx", "pdf"):
                path = folder / f"{number}-{Path(report).stem}.{language}.{suffix}"
                path.unlink(missing_ok=True)
                wishes = ("-l", language, "--approval", "--findings", "-o", path)
                ran(sys.executable, "-m", "edureport", "document", report, *wishes)
                yield path


def printed(path: Path) -> Path:
    """The file as PDF; one of Word by LibreOffice."""
    if path.suffix == ".pdf":
        return path
    profile = f"-env:UserInstallation=file://{path.parent.resolve() / 'profile'}"
    out = path.parent / "word"
    ran("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", out, path)
    return out / path.with_suffix(".pdf").name


def broken(path: Path, pdf: Path) -> list[str]:
    """The words in cells of a Word file that are on no page as a whole."""
    if path.suffix == ".pdf":
        return []
    shown = set(re.findall(r"\w+", ran("pdftotext", "-raw", pdf, "-")))
    cells = (cell.text for table in docx.Document(path).tables for row in table.rows for cell in row.cells)
    return sorted({word for text in cells for word in re.findall(r"\w+", text)} - shown)


def main() -> None:
    """Print a line for each document: how many pages it has, and which words are broken."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path, help="where documents and pictures stay")
    options.add_argument("reports", nargs="*", default=REPORTS)
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for path in written(chosen.folder, list(chosen.reports)):
        pdf = printed(path)
        ran("pdftoppm", "-r", DOTS, "-png", pdf, chosen.folder / path.name)
        pages = len(list(chosen.folder.glob(f"{path.name}-*.png")))
        words = broken(path, pdf)
        wrong += len(words)
        print(path.name, f"{pages} pages", *words, flush=True)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
