"""Prints the workbooks of every command with LibreOffice, in each language, and tells what is missing.

It needs LibreOffice and poppler (on Debian: libreoffice-calc-nogui, poppler-utils).

    python tests/programs/sheets.py [--keep FOLDER]
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).parent))
from pages import LANGUAGES, RUNS

A4 = (842, 595)  # on its side, in points


def printed(book: Path) -> Path:
    """The PDF that LibreOffice makes of a workbook."""
    profile = f"-env:UserInstallation=file://{book.parent / 'profile'}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", book.parent, book]
    subprocess.run(command, check=True, capture_output=True)
    return book.with_suffix(".pdf")


def said(program: str, *arguments: object) -> str:
    """What a program prints."""
    return subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def missing(book: Path) -> Iterator[str]:
    """What the printed pages lack of the cells."""
    pdf = printed(book)
    size = re.search(r"Page size: *([\d.]+) x ([\d.]+)", said("pdfinfo", pdf)).groups()
    if tuple(round(float(one)) for one in size) != A4:
        yield f"pages of {size}"
    pages = said("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    if "##" in "".join(pages) and "hostile" not in book.name:
        yield "a number does not fit into its column"
    sheets = openpyxl.load_workbook(book).worksheets
    headings = [cell.value for cell in sheets[0][3]]
    for number, page in enumerate(pages[: len(pages) - len(sheets) + 1], start=1):
        lost = [word for heading in headings for word in heading.split() if word not in page]
        if lost:
            yield f"page {number} has no {lost}"
    there = re.sub(r"\W+", "", "".join(pages))
    for sheet in sheets:
        words = {
            word
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "s"
            for word in split(cell.value)
        }
        if lost := sorted(word for word in words if word not in there):
            yield f"{sheet.title}: no {lost[:10]}"


def split(text: str) -> list[str]:
    """The words of letters of our languages; others have no font on every machine, or run to the left."""
    return re.findall(r"\b[A-Za-zА-яӘәҒғҚқҢңӨөҰұҮүҺһІіЁё]{1,20}\b", text)


def main() -> None:
    """Print a line for each workbook, and one for each thing that is wrong with it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--keep", type=Path, help="where workbooks and PDFs stay")
    chosen = options.parse_args()
    wrong = 0
    print(said("soffice", "--version").strip(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        keep = (chosen.keep or Path(folder)).resolve()
        keep.mkdir(parents=True, exist_ok=True)
        for name, run in RUNS.items():
            for language in () if "--annotate" in run else LANGUAGES:
                book = keep / f"{name}.{language}.xlsx"
                book.unlink(missing_ok=True)
                command = [sys.executable, "-m", "edureport", *run, "-l", language, "-o", book]
                subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
                found = list(missing(book))
                wrong += len(found)
                print(book.stem, "–" if found else "right", *found, sep="\n  ", flush=True)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
