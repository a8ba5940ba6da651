"""The pages of the manual are complete, and what they point at is there."""

import re
from pathlib import Path

import pytest
from test_columns import groups

import edureport
from edureport.checks import NAMES
from edureport.commands import COMMANDS, TABLES
from edureport.formats import FORMATS
from edureport.languages import catalogue
from edureport.reading import report_keys

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md")), *sorted((ROOT / "examples").glob("*.md")))
# Where the codes of the column `reason` or `note` of a command come from in the catalogue.
CODES = {"targets": "reason", "compare": "change", "audit": "audit.note"}
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_ROOMS = "analysis|audit|authoring|checks|commands|drafting|formats|languages|model|prose|reading"
_MODULE = re.compile(rf"`((?:{_ROOMS})/[\w./-]+)`")  # of the program, without src/edureport
_PATH = re.compile(r"`((?:src|docs|tests|data|examples|benchmarks)/[\w./-]+)`")


def text_of(page):
    return page.read_text(encoding="utf-8")


def outside_blocks(page):
    return re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)


def anchors(page):
    """The names that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ +(.*)$", outside_blocks(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def page_ids(pages):
    return [pytest.param(page, id=str(page.relative_to(ROOT))) for page in pages]


@pytest.mark.parametrize("page", page_ids(PAGES))
def test_links_lead_somewhere(page):
    dead = []
    for link in _LINK.findall(outside_blocks(page)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("page", page_ids(sorted(ROOT.glob("README*.md"))))
def test_pictures_are_there_and_say_what_they_show(page):
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text_of(page))
    assert len(pictures) == 2
    assert all(words and (ROOT / path).is_file() for words, path in pictures)


@pytest.mark.parametrize("page", page_ids(PAGES))
def test_paths_that_are_named_exist(page):
    assert [path for path in _PATH.findall(text_of(page)) if not (ROOT / path).exists()] == []
    modules = _MODULE.findall(text_of(page))
    assert [path for path in modules if not (ROOT / "src" / "edureport" / path).exists()] == []


def test_the_index_leads_to_every_page():
    linked = set(_LINK.findall(text_of(DOCS / "README.md")))
    assert {page.name for page in DOCS.glob("*.md")} - {"README.md"} <= linked


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_explains_every_option_of_its_command(run, name):
    options = set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", run(name, "--help").text, re.MULTILINE))
    explained = text_of(DOCS / f"{name}.md") + text_of(DOCS / "README.md")
    assert [option for option in sorted(options) if f"`{option}" not in explained] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_page_lists_the_columns_of_its_command_in_order(name):
    if name == "show":  # has those of summary
        return
    section = text_of(DOCS / f"{name}.md").partition("## Columns for machines\n")[2].partition("\n## ")[0]
    table = section.partition("| column |")[2].partition("\n\n")[0]
    listed = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert listed == [group[0].key for group in groups(name) if group]


@pytest.mark.parametrize(("name", "family"), CODES.items())
def test_a_page_explains_every_code(name, family):
    page = text_of(DOCS / f"{name}.md")
    codes = [
        key.removeprefix(f"{family}.") for key in catalogue.load("en").words if key.startswith(f"{family}.")
    ]
    assert [code for code in codes if f"`{code}`" not in page] == []


def test_every_format_is_described():
    page = text_of(DOCS / "formats.md")
    assert [name for name in FORMATS if f"`{name}`" not in page] == []
    suffixes = [suffix for found in FORMATS.values() for suffix in found.suffixes]
    assert [suffix for suffix in suffixes if f"`{suffix}`" not in page] == []


def test_every_code_of_a_finding_is_described():
    page = text_of(DOCS / "checks.md")
    codes = {key.partition(".")[2] for key in catalogue.load("en").words if key.startswith("finding.")}
    assert [code for code in sorted(codes - {"due", "labels_of"}) if f"`{code}`" not in page] == []


def test_every_check_is_described():
    page = DOCS / "checks.md"
    assert [name for name in NAMES if f"(#{name})" not in text_of(page) or name not in anchors(page)] == []


def test_every_key_of_a_report_file_is_described():
    page = text_of(DOCS / "report-file.md")
    keys = [key for name, found in vars(report_keys).items() if name.endswith("_KEYS") for key in found]
    assert [key for key in keys if f"`{key}`" not in page] == []


def test_every_public_name_is_described():
    page = text_of(DOCS / "python.md")
    assert [name for name in edureport.__all__ if f"`{name}" not in page] == []
