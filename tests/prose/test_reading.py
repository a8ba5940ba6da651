"""Reading: each stage is made once for a text, whoever asks for it."""

from collections import Counter
from pathlib import Path

import pytest

from edureport.model.period import Period
from edureport.prose import read, reading
from edureport.prose.page import Page
from edureport.prose.relations.relation import RelationKind


@pytest.fixture
def counted(monkeypatch):
    """How often each stage ran."""
    counts = Counter()

    def count(name, function):
        def run(*arguments):
            counts[name] += 1
            return function(*arguments)

        return run

    monkeypatch.setattr(Page, "of", count("page", Page.of))
    for name in ("read_page", "relations_of", "named_times", "assigned"):
        monkeypatch.setattr(reading, name, count(name, getattr(reading, name)))
    return counts


def test_what_is_asked_for_twice_is_made_once(counted):
    own = Period.parse("2025-9M")
    found = read("In 2025 there were 40 schools, of which 30 are state and 10 private.", "en")
    assert not counted
    for _ in range(2):
        assert (len(found.sentences), len(found.figures), len(found.relations)) == (1, 4, 1)
        assert found.times(own) is found.times(Period.parse("2025-9M"))
    assert counted == {"page": 1, "read_page": 1, "relations_of": 1, "named_times": 1, "assigned": 1}


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "--data", "none"),
        ("audit", "--data", "data/report_2025q3.yaml"),
        ("draft", "--period", "2025-9M"),
        ("draft",),
    ],
    ids=" ".join,
)
def test_a_command_reads_its_text_once(run, monkeypatch, tmp_path, arguments):
    """Labels and quotes are read by themselves."""
    path = tmp_path / "made-up.txt"
    path.write_text("Report for 9 months of 2025\n\nThere are 40 schools, of which 30 are state.\n", "utf-8")
    counts = Counter()

    def count(module, name):
        function = getattr(module, name)

        def run(first, *rest, **more):
            counts[name] += "Report for" in getattr(first, "text", first)
            return function(first, *rest, **more)

        monkeypatch.setattr(module, name, run)

    count(Page, "of")
    for name in ("read_page", "relations_of"):
        count(reading, name)
    command, *given = arguments
    assert run(command, path, *given).code < 2
    assert counts == {"of": 1, "read_page": 1, "relations_of": 1}


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_divisions_are_the_relations_of_parts(language):
    text = Path(f"docs/examples/nine-months.{language}.txt").read_text("utf-8")
    found, other = read(text, language), read(text, language)
    parts = [one for one in found.relations if one.kind is RelationKind.PARTS]
    assert [one for one in other.divisions if one.kind is RelationKind.PARTS] == parts != []
