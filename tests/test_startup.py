"""What a run of the program imports: only what it uses, for start-up is most of its time."""

import pytest

from edureport import __version__
from edureport.commands import COMMANDS

SOURCE = "data/report_2025q3.yaml"
# The program, and then the modules that it has imported, on standard error.
PROBE = """
import os, sys
def leave(code):
    sys.stderr.write("\\n".join(sys.modules))
os._exit = leave
from edureport.__main__ import main
main()
"""
SLOW = {"rich", "tabulate", "babel", "xlsxwriter", "json", "pydantic", "docx", "pandas", "importlib.metadata"}


@pytest.fixture(scope="session")
def loaded(program):
    """`loaded("summary")`: the names of all modules that the command imports."""

    def run(*arguments):
        done = program(*arguments, code=PROBE)
        assert done.code == 0
        return set(done.errors.split())

    return run


@pytest.mark.parametrize("command", [("summary", SOURCE), ("targets", SOURCE), ("show", "schools", SOURCE)])
def test_csv_needs_no_library_for_people(loaded, command):
    modules = loaded(*command, "-f", "csv")
    assert not SLOW & modules
    assert "edureport.formats.delimited" in modules
    assert (
        not {"edureport.formats.terminal", "edureport.formats.tabulated", "edureport.publication"} & modules
    )


def test_csv_of_a_summary_looks_for_no_findings(loaded):
    modules = loaded("summary", SOURCE, "-f", "csv")
    assert not [name for name in modules if name.startswith("edureport.checks")]


def test_csv_of_a_summary_puts_no_amount_into_words(loaded):
    modules = loaded("summary", SOURCE, "-f", "csv")
    assert not [
        name for name in modules if name.startswith(("edureport.prose", "edureport.languages.amounts"))
    ]


def test_one_language_is_stemmed(loaded):
    modules = loaded("draft", "docs/examples/sampleton.txt", "--id", "sampleton")
    stemmers = [name for name in modules if name.endswith("_stemmer")]
    assert stemmers == ["snowballstemmer.english_stemmer"]


def test_a_plain_report_needs_no_libyaml(loaded):
    assert not {"yaml", "edureport.formats.excel_csv"} & loaded("summary", SOURCE, "-f", "csv")


def test_amounts_are_put_into_the_words_of_one_language(loaded):
    modules = loaded("summary", SOURCE, "-l", "kk")
    assert "edureport.languages.amounts.kk" in modules
    assert not {"edureport.languages.amounts.en", "edureport.languages.amounts.ru"} & modules


def test_a_first_report_and_the_next_one_read_no_texts(loaded):
    for given in ((), ("--like", SOURCE, "--period", "2025")):
        assert not [name for name in loaded("new", *given) if name.startswith("edureport.drafting")]


def test_a_check_that_is_not_asked_for_is_not_imported(loaded):
    modules = loaded("check", "examples/astana", "--only", "parts-total", "-f", "csv")
    assert "edureport.checks.parts_total" in modules
    assert not {"edureport.checks.as_written", "edureport.prose.text.phrases"} & modules


def test_the_table_needs_neither_tabulate_nor_pydantic(loaded):
    modules = loaded("summary", SOURCE)
    assert not (SLOW - {"rich"}) & modules
    assert "edureport.formats.terminal" in modules


def test_quoted_words_are_read_without_times_and_relations(loaded):
    modules = loaded("summary", SOURCE)
    assert "edureport.prose.figures.figures" in modules
    assert not [
        name for name in modules if name.startswith(("edureport.prose.times", "edureport.prose.relations"))
    ]
    assert "edureport.prose.grammar.kk.times" not in modules


def test_json_needs_json_alone(loaded):
    assert (SLOW - {"json"}) & loaded("summary", SOURCE, "-f", "json") == set()


def test_a_command_imports_no_other(loaded):
    modules = loaded("summary", SOURCE, "-f", "csv")
    assert {name for name in COMMANDS if f"edureport.commands.{name}" in modules} == {"summary"}


def test_help_needs_no_reports(loaded):
    modules = loaded("--help")
    assert not (SLOW | {"edureport.reading"}) & modules


def test_a_message_needs_no_library_for_numbers(program):
    done = program("sumary", code=PROBE.replace("write(", 'write("\\n\\n" + '))
    message, _, modules = done.errors.partition("\n\n\n")
    assert message == "edureport: there is no command 'sumary'; did you mean 'summary'?"
    assert not SLOW & set(modules.split())


def test_the_version_needs_nothing(program):
    code = "import sys; sys.argv[1:] = ['--version']; from edureport.__main__ import main; main()"
    version, modules = program(code=f"{code}; print(*sys.modules)").lines
    assert version == f"edureport {__version__}"
    assert not (SLOW | {"typer", "yaml", "edureport.cli", "edureport.errors"}) & set(modules.split())


def test_importing_the_package_needs_nothing(program):
    modules = program(code="import sys, edureport; print(*sys.modules)").text.split()
    assert [name for name in modules if name.startswith("edureport")] == ["edureport"]
    assert not (SLOW | {"typer", "yaml"}) & set(modules)


def test_a_word_file_needs_no_library_of_tables_and_no_checks(loaded, tmp_path):
    modules = loaded("document", SOURCE, "-o", str(tmp_path / "report.docx"))
    assert "docx" in modules
    assert not {"rich", "tabulate", "xlsxwriter", "pydantic", "typst"} & modules
    assert not [name for name in modules if name.startswith(("edureport.checks.", "edureport.prose"))]
