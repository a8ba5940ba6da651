"""Sentences of a department: what they replace, and what is wrong with some, said with its place."""

import re
from pathlib import Path

import pytest

from edureport import languages
from edureport.document.template import SENTENCES, template
from edureport.languages import catalogue

from .conftest import SCHOOLS

DOCS = Path("docs/document.md")


@pytest.fixture
def with_template(run, report, tmp_path):
    """`with_template("title: …")`: the run of a document with such sentences, and where it was written."""

    def write(text, name="own.yaml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        source = report("2025", SCHOOLS.format(value=7, kind="stock"), "source")
        out = tmp_path / "report.md"
        return run("document", source, "-l", "ru", "--template", path, "-o", out), out

    return write


def test_sentences_of_a_file_replace_ours_and_the_others_stay(with_template):
    done, out = with_template(
        'title: "Отчёт о работе {for_period}"\nfigure: {stock: "{label} составили {value}{change}."}\n'
    )
    assert done.code == 0
    text = out.read_text().replace("\u00a0", " ")
    assert "# Отчёт о работе за 2025 год\n" in text
    assert "новые школы составили 7.\n" in text
    assert "Таблица 1 – " in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titel: Отчёт\n", r"own\.yaml:1:1: .*«titel».*«title»"),
        ("figure:\n  stok: '{label} – {value}.'\n", r"own\.yaml:2:3: .*«figure\.stok».*«figure\.stock»"),
        ("title: '{for_perod}'\n", r"own\.yaml:1:8: .*\{for_perod\}.*«for_period»"),
        ("heading: {annex: '{day}'}\n", r"own\.yaml:1:18: .*\{day\}"),
        ("figure: {stock: '{label}.'}\n", r"own\.yaml:1:17: .*\{value\}"),
        ("by: {exact: много}\n", r"own\.yaml:1:13: .*\{number\}"),
        ("title: 'Отчёт {'\n", r"own\.yaml:1:8: .*\{\{"),
        ("title: '{for_period!r}'\n", r"own\.yaml:1:8: .*\{\{"),
        ("title: '{for_period.__class__}'\n", r"own\.yaml:1:8: "),
        ("title: [Отчёт]\n", r"own\.yaml:1:8: "),
        ("points: {one: '{number} пункт'}\n", r"own\.yaml:1:9: .*other"),
        ("points: {on: '{number} пункт', other: '{number}'}\n", r"own\.yaml:1:10: .*«on».*«one»"),
        ("Отчёт\n", r"own\.yaml:1:1: "),
        ("title: Отчёт\ntitle: Отчёт\n", r"own\.yaml:2:1: "),
        (b"\x89PNG", r"own\.yaml"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_nothing_is_written(with_template, text, expected):
    done, out = with_template(text)
    assert done.code == 2
    assert re.search(expected, done.errors), done.errors
    assert "Traceback" not in done.errors
    assert not out.exists()


def test_every_mistake_is_told_at_once(with_template):
    done, _ = with_template("titel: Отчёт\nfigure: {stock: '{label}.'}\n")
    assert len(done.errors.splitlines()) == 2


def test_a_template_of_another_kind_is_refused(with_template):
    done, out = with_template("x", "own.txt")
    assert done.code == 2
    assert "own.txt" in done.errors
    assert not out.exists()


@pytest.mark.parametrize("language", languages.available())
def test_each_language_has_every_sentence(language):
    words = template(language).words
    optional = {key for key in SENTENCES if key.startswith("by_points.")} | {"points"}
    assert set(SENTENCES) - set(words) <= optional
    assert {f"by_points.{bound}" for bound in ("exact", "range")} <= set(words) or "points" in words
    plural = catalogue.load(language).plural
    if "points" in words:
        assert {plural(n) for n in range(30)} <= set(words["points"])


def test_the_page_names_every_sentence_and_what_may_be_in_it():
    rows = [line.split("|")[1:3] for line in DOCS.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    named = {
        key: set(re.findall(r"`(\w+)`", names))
        for keys, names in rows
        for key in re.findall(r"`([\w.]+)`", keys)
    }
    assert {key: set(sentence.names) for key, sentence in SENTENCES.items()} == {
        key: named.get(key) for key in SENTENCES
    }
