"""What is no table of figures, given as one: the command that a message names is one that works."""

import re
import shlex

from edureport.errors import DONE, FAILED


def test_a_workbook_for_people_is_described_by_the_command_that_is_named(run, tmp_path):
    book = tmp_path / "a book.xlsx"
    assert run("document", "docs/examples/start/2025-9m.yaml", "-o", book).code == DONE
    done = run("summary", book)
    assert done.code == FAILED
    sheets, command = re.search(r"has several sheets \((.*?)\).*: edureport (.*)$", done.errors).groups()
    names = [sheet.strip("'") for sheet in sheets.split(", ")]
    drafts = [run(*shlex.split(command.replace("NAME", shlex.quote(name)))[:-2]).code for name in names]
    assert DONE in drafts  # not of the table of contents


def test_a_text_and_a_table_are_drafted_by_the_command_that_is_named(run, tmp_path):
    table = tmp_path / "a table.csv"
    table.write_text("District,Schools\nEast,5\nWest,7\n", encoding="utf-8")
    for command in ("summary", "fmt"):
        done = run(command, table)
        assert done.code == FAILED
        named = done.errors.rpartition(": edureport ")[2]
        assert run(*shlex.split(named)[:-2]).code == DONE
