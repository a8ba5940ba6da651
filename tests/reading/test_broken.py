"""One broken file for each message that a report file can cause, with the words that are printed."""

import re
from pathlib import Path

import pytest

import edureport
from edureport import cli, languages
from edureport.errors import FAILED
from edureport.languages import catalogue

BROKEN = Path(__file__).parents[1] / "broken"
NAMES = sorted(path.stem for path in BROKEN.glob("*.yaml"))
PREFIXES = ("file.", "yaml.", "quantity.", "period.", "date.")
NO_MESSAGES = {  # the words for periods, which messages are filled with
    "period.year",
    "period.month",
    "period.months",
    "period.years",
    "period.school_year",
    "period.days",
    "period.days_of_year",
    "yaml.kept",  # and so of what has to be kept at once; the same
    "yaml.nodes",  # a file of five million nodes is too large to keep; tests/reading/test_nodes.py
}


def problems(name):
    with pytest.raises(edureport.EdureportError) as caught:
        edureport.load(f"{name}.yaml")
    return caught.value.problems


def expected(name):
    return (BROKEN / f"{name}.message").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """Names without a folder, so that messages are the same everywhere."""
    monkeypatch.chdir(BROKEN)


@pytest.mark.parametrize("name", NAMES)
def test_the_program_prints_the_message_and_fails(name, capsys):
    assert cli.run(["summary", f"{name}.yaml", "--lang", "en"]) == FAILED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == expected(name)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "several"])
def test_a_file_is_named_for_its_only_mistake(name):
    (problem,) = problems(name)
    assert re.sub(r"[._]", "-", problem.message.key) == name


def test_every_message_that_a_file_can_cause_has_a_broken_file():
    keys = {key for key in catalogue.load("en").words if key.startswith(PREFIXES)} - NO_MESSAGES
    assert {re.sub(r"[._]", "-", key) for key in keys} == set(NAMES) - {"several"}


def test_files_and_messages_go_together():
    assert {path.stem for path in BROKEN.glob("*.message")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_message_is_said_in_every_language_at_the_same_place(name):
    """In English it is the one of the file."""
    for problem, line in zip(problems(name), expected(name).splitlines(), strict=True):
        place = re.match(r"edureport: (\S+): ", line)[1]
        for language in languages.available():
            said = catalogue.load(language).problem(problem)
            assert said.startswith(f"{place}: ")
            assert len(said) > len(place) + 5
            assert language != "en" or f"edureport: {said}" == line
