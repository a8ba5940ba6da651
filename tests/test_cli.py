"""The program as a person or a script runs it: exit codes, streams, terminals, help, completion."""

import os
import pty
import re
import select
import shutil
import signal
import string
import struct
import subprocess
import sys
import termios
from fcntl import ioctl

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edureport import __version__, languages
from edureport.commands import COMMANDS, TABLES
from edureport.errors import DONE, FAILED, FOUND, INTERRUPTED
from edureport.formats import FORMATS
from edureport.languages import catalogue

SOURCE = "data/report_2025q3.yaml"
ANSI = re.compile(r"\x1b\[[0-9;]*m")
LONG = "indicators:\n" + "".join(
    f"  schools_{n}: {{label: Schools of kind {n}, unit: school, kind: stock, value: {n}}}\n"
    for n in range(1, 3000)
)
MAIN = "from edureport.__main__ import main; main()"


@pytest.fixture
def terminal(environment):
    """`terminal("summary", columns=60)`: the exit code, and all that a terminal of this width shows."""

    def show(*arguments, columns=100, env=None):
        screen, inside = pty.openpty()
        ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "edureport", *arguments],
            env=environment({"TERM": "xterm-256color", **(env or {})}),
            stdout=inside,
            stderr=inside,
        )
        os.close(inside)
        shown = b""
        while select.select([screen], [], [], 60)[0]:
            try:
                shown += os.read(screen, 65536)
            except OSError:  # the program has closed the terminal
                break
        os.close(screen)
        return process.wait(60), shown.decode().replace("\r\n", "\n")

    return show


# Exit codes and streams


def test_a_run_that_does_its_work_exits_with_0_and_says_nothing_else(program):
    done = program("summary", SOURCE, "-f", "csv")
    assert (done.code, done.errors) == (DONE, "")
    assert done.lines[0].startswith("organisation,")


def test_a_gate_that_finds_something_exits_with_1_after_the_data(program):
    done = program("targets", SOURCE, "--fail-on", "missed,no-data", "-f", "csv")
    assert done.code == FOUND
    assert len(done.lines) == 3
    assert done.errors.startswith("edureport: 2 targets have a status named in --fail-on: ")


def test_a_gate_that_finds_nothing_exits_with_0(run):
    done = run("targets", SOURCE, "--fail-on", "off-track", "--fail-on", "missed")
    assert (done.code, done.errors) == (DONE, "")


def test_a_mistake_exits_with_2_and_leaves_standard_output_empty(program):
    done = program("summary", "no_such_file.yaml")
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors == "edureport: no_such_file.yaml: no such file or folder; check the name\n"


def test_an_interrupted_run_exits_with_130_and_says_nothing(environment):
    # A shell that starts jobs in the background has them ignore the signal; Python would keep to that.
    start = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    process = subprocess.Popen(
        [sys.executable, "-c", start + MAIN, "summary", "-"],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdin.write(b"# more than a pipe holds: once it is taken, the program reads\n" * 10_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    data, errors = process.communicate(timeout=60)
    assert (process.returncode, data, errors) == (INTERRUPTED, b"", b"")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sumary"], "there is no command 'sumary'; did you mean 'summary'?"),
        (["frobnicate"], "there is no command 'frobnicate'; the commands are summary, check, targets, "),
        (["summary", "--formt", "csv"], "there is no option --formt; did you mean '--format'"),
        (["--frobnicate"], "there is no option --frobnicate; see --help"),
        (["summary", "-f"], "the option -f needs a value; see --help"),
        (["summary", "-f", "cvs"], "there is no format 'cvs'; did you mean 'csv'?"),
        (["summary", "-f", "frobnicate"], "there is no format 'frobnicate'; the formats are table, "),
        (["summary", "--columns", "valeu"], "there is no column 'valeu'; did you mean 'value'?"),
        (["summary", "--sort", "-valeu"], "there is no column 'valeu'; did you mean 'value'?"),
        (["summary", "--section", "netwrk"], "there is no section 'netwrk'; did you mean 'network'?"),
        (["summary", "--indicator", "scholls"], "there is no indicator 'scholls'; did you mean 'schools'"),
        (["show", "scholls"], "there is no indicator 'scholls'; did you mean 'schools'"),
        (["show", "frobnicate"], "there is no indicator 'frobnicate'; the indicators are "),
        (["show"], "INDICATOR is missing; see --help"),
        (["targets", "--fail-on", "mised"], "invalid value 'mised' for --fail-on; did you mean 'missed'?"),
        (["targets", "--method", "lineer"], "invalid value 'lineer' for --method; did you mean 'linear'?"),
        (["targets", "--as-of", "2025-02-30"], "--as-of: the date '2025-02-30' does not exist; check"),
        (
            ["compare", "--before", "last year"],
            "--with: 'last year' is not a valid period; write it like 2025",
        ),
        (["compare", SOURCE], "there are figures for one period only: January–September 2025; add a "),
        (["summary", "report_2025q3.yml"], "report_2025q3.yml: no such file or folder; check the name"),
        (["summary", "data/report_2025q3.yml"], "did you mean 'data/report_2025q3.yaml'?"),
        (["summary", "-o", "table.dcx"], "the file extension of table.dcx is not a known format; set one"),
        (["summary", "-l", "eo"], "'eo' is not a language of the program; choose from "),
    ],
)
def test_a_mistake_is_told_with_its_remedy(run, arguments, said):
    done = run(*arguments)
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors.startswith("edureport: ")
    assert said in done.errors
    assert done.errors.count("\n") == 1


@pytest.mark.parametrize("word", ["off-track", "off_track"])
def test_a_status_may_be_written_with_either_sign(run, word):
    assert run("targets", SOURCE, "--fail-on", word).code == DONE


def test_every_mistake_of_a_file_is_told_with_its_place(run, report):
    path = report(
        "indicators:\n  schools:\n    labl: Schools\n    unit: scool\n    kind: stok\n    value: 1,5\n"
    )
    done = run("summary", path)
    assert done.code == FAILED
    places = [line.split(": ")[1].removeprefix(str(path)) for line in done.errors.splitlines()]
    assert places == [":7:5", ":8:11", ":9:11", ":10:12"]


def test_a_message_shows_control_characters_as_what_they_are(run):
    done = run("summary", "-f", "\x1b[31mcsv\x07")
    assert "\x1b" not in done.errors
    assert r"\x1b[31mcsv\x07" in done.errors


# Standard input, output and error


def test_a_report_may_come_from_standard_input(program, report):
    path = report("indicators: {schools: {label: Schools, unit: school, kind: stock, value: 3}}\n")
    done = program("summary", "-", "-f", "csv", "--columns", "label,value", stdin=path.read_bytes())
    assert (done.code, done.text, done.errors) == (DONE, 'label,value\n"Schools",3\n', "")


def test_mistakes_in_standard_input_have_their_place(run):
    done = run("summary", "-", stdin=b"edureport: 1\nreport: {}\n")
    assert done.code == FAILED
    assert done.errors.startswith("edureport: <stdin>:1:1: ")


@pytest.mark.parametrize("format_name", ["csv", "table"])
def test_a_reader_that_has_enough_is_no_error(environment, report, format_name):
    process = subprocess.Popen(
        [sys.executable, "-m", "edureport", "summary", report(LONG), "-f", format_name],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == DONE


@pytest.mark.parametrize("arguments", [["summary", "-f", "csv"], ["--version"], ["--help"]])
def test_a_reader_that_is_gone_from_the_start_is_no_error(environment, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "edureport", *arguments]
    with os.fdopen(writer, "wb") as gone:
        done = subprocess.run(
            command, check=False, env=environment(), stdout=gone, stderr=subprocess.PIPE, timeout=60
        )
    told = [line for line in done.stderr.decode().splitlines() if "sample report" not in line]
    assert (done.returncode, told) == (DONE, [])


@pytest.mark.parametrize(
    ("redirection", "arguments"),
    [(">&-", "summary"), ("<&-", "summary -"), (">/dev/full", "--help"), (">/dev/full", "--version")],
)
def test_a_stream_that_cannot_be_used_is_told(environment, redirection, arguments):
    command = f'exec "{sys.executable}" -m edureport {arguments} {redirection}'
    done = subprocess.run(
        ["sh", "-c", command], check=False, env=environment(), stderr=subprocess.PIPE, timeout=60
    )
    assert done.returncode == FAILED
    assert re.fullmatch(r"(edureport: .+\n)+", done.stderr.decode())


def test_messages_never_stray_into_the_data(environment, tmp_path):
    command = f'exec "{sys.executable}" -m edureport summary -f csv 2>&-'
    done = subprocess.run(
        ["sh", "-c", command],
        check=False,
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        timeout=60,
    )
    assert done.stdout.startswith(b"organisation,")


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "cp1251"},
        {"PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"COLUMNS": "1"},
        {"LANG": "tlh_XX.UTF-8", "LC_ALL": "POSIX"},
    ],
)
def test_a_pipe_gets_the_same_bytes_whatever_the_environment(program, run, env):
    done = program("show", "schools", SOURCE, env=env)
    assert (done.code, done.errors) == (DONE, "")
    assert done.data == run("show", "schools", SOURCE).data


def test_a_message_is_told_in_whatever_the_terminal_can_show(program):
    done = program("show", "мектеп", SOURCE, env={"PYTHONIOENCODING": "ascii"})
    assert done.code == FAILED
    assert done.errors.startswith(r"edureport: there is no indicator '\u043c")


def test_it_needs_neither_a_home_nor_a_locale(environment):
    env = {name: value for name, value in environment().items() if name not in ("LANG", "HOME")}
    command = [sys.executable, "-m", "edureport", "targets", "-f", "csv"]
    assert subprocess.run(command, check=False, env=env, capture_output=True, timeout=60).returncode == DONE


# Which reports are meant


def test_a_folder_stands_for_the_reports_in_it(run):
    assert run("show", "schools", "examples/astana", "-f", "jsonl").text.count("astana/2025-05.yaml") == 4


def test_the_environment_names_the_reports(run):
    done = run("show", "schools", "-f", "tsv", env={"EDUREPORT_DATA": "examples/astana/2024-09.yaml"})
    assert (done.code, done.errors) == (DONE, "")
    assert "\t187\t" in done.text


def test_an_argument_goes_before_the_environment(run):
    done = run("show", "schools", SOURCE, "-f", "tsv", env={"EDUREPORT_DATA": "examples/astana"})
    assert "\t187\t" not in done.text


def test_the_folder_data_is_read_when_nothing_is_named(run, tmp_path):
    (tmp_path / "data").mkdir()
    shutil.copy("examples/astana/2024-09.yaml", tmp_path / "data")
    done = run("summary", "-f", "csv", folder=tmp_path)
    assert done.errors == ""
    assert ",187,exact," in done.text


def test_the_shipped_report_is_named_on_standard_error(run, tmp_path):
    told = ("-f", "csv", "--columns", "indicator,value,line")
    done = run("summary", *told, folder=tmp_path)
    assert done.code == DONE
    assert done.data == run("summary", SOURCE, *told).data
    assert done.errors == (
        "edureport: no report given, so the sample report is shown; name a file or folder to use your own\n"
    )


# Terminals


def test_a_table_on_a_terminal_is_coloured_and_fits(terminal):
    code, shown = terminal("summary", SOURCE, columns=70)
    assert code == DONE
    assert ANSI.search(shown)
    assert max(map(len, ANSI.sub("", shown).splitlines())) <= 70


@pytest.mark.parametrize(
    ("option", "env"),
    [
        ([], {"NO_COLOR": "1"}),
        (["--no-color"], {}),
        ([], {"TERM": "dumb"}),
        (["--no-color"], {"FORCE_COLOR": "1"}),
    ],
)
def test_colour_is_left_out_where_it_is_not_wanted(terminal, option, env):
    code, shown = terminal("targets", SOURCE, *option, env=env)
    assert code == DONE
    assert "\x1b" not in shown
    assert "no data" in shown


@pytest.mark.parametrize(
    ("env", "colored"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_reaches_a_pipe_only_by_force(run, env, colored):
    done = run("summary", SOURCE, env=env)
    assert bool(ANSI.search(done.text)) is colored


@pytest.mark.parametrize("term", ["dumb", "unknown", "xterm"])
def test_colour_by_force_does_not_fold_a_pipe(run, term):
    plain = run("summary", SOURCE).text
    assert ANSI.sub("", run("summary", SOURCE, env={"FORCE_COLOR": "1", "TERM": term}).text) == plain


def test_csv_is_never_coloured(terminal):
    assert "\x1b" not in terminal("summary", SOURCE, "-f", "csv", env={"FORCE_COLOR": "1"})[1]


def test_columns_overrides_the_width_of_the_terminal(terminal):
    shown = terminal("summary", SOURCE, "--no-color", columns=200, env={"COLUMNS": "60"})[1]
    assert max(map(len, shown.splitlines())) <= 60


@pytest.mark.parametrize("columns", ["1", "0", "-5", "wide"])
def test_a_senseless_width_is_borne(terminal, columns):
    code, shown = terminal("targets", SOURCE, env={"COLUMNS": columns})
    assert code == DONE
    assert "Traceback" not in shown


def test_a_workbook_is_not_thrown_at_a_terminal(terminal):
    code, shown = terminal("summary", SOURCE, "-f", "xlsx")
    assert code == FAILED
    assert shown == "edureport: xlsx cannot be shown on a terminal; name a file with --output\n"


# Help and version


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], *([name, "-h"] for name in COMMANDS)])
def test_help_starts_with_an_example(run, arguments):
    done = run(*arguments)
    assert (done.code, done.errors) == (DONE, "")
    assert done.lines[0] == "Example:"
    assert done.lines[1].startswith("  edureport ")
    assert "Usage: edureport" in done.text


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_every_option(run, name):
    shown = run(name, "--help").text
    assert "help." not in shown  # keys of the catalogue
    options = re.findall(r"^  (--?\w.*?)(?:  |$)", shown, re.MULTILINE)
    tables = ("--format", "--columns", "--sort", "--no-color") if name in TABLES else ()
    output = () if name == "fmt" else ("--output",)  # it writes its files where they are
    for common in (*tables, *output, "--lang", "--help"):
        assert any(common in option for option in options)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_names_it(run, name):
    example = run(name, "--help").text.partition("\n\n")[0]
    assert f"edureport {name}" in example


def test_help_lists_the_commands_in_their_order(run):
    listed = re.findall(r"^  (\w+)  ", run("--help").text.partition("Commands:")[2], re.MULTILINE)
    assert tuple(listed) == COMMANDS


@pytest.mark.parametrize("language", languages.available())
def test_help_speaks_the_language(run, language):
    assert (
        run("summary", "--help", "-l", language).text
        == run("summary", "-h", env={"EDUREPORT_LANG": language}).text
    )
    first = catalogue.load(language).word("help.example")
    assert run("--help", env={"LANG": f"{language}_KZ.UTF-8"}).lines[0] == first


# Completion by the shell


def complete(run, line, **options):
    env = {
        "_EDUREPORT_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    done = run(env=env, **options)
    assert (done.code, done.errors) == (DONE, "")
    return [given for given in done.lines if given]


def test_the_shell_completes_commands(run):
    assert complete(run, "edureport s") == [name for name in COMMANDS if name.startswith("s")]


def test_the_shell_completes_reports(run):
    assert complete(run, "edureport summary examples/") == [
        "examples/astana/",
        "examples/kz-schools/",
        "examples/shymkent-grade-1/",
        "examples/shymkent-sdg4.yaml",
        "examples/sql/",  # any folder may hold reports
    ]


def test_the_shell_completes_indicators_of_the_report(run):
    given = complete(run, "edureport summary examples/shymkent-sdg4.yaml --indicator ")
    assert given == ["inclusive_schools", "preschool_teachers", "qualified_teachers"]


def test_the_shell_completes_checks(run):
    assert complete(run, "edureport check --only parts") == ["parts-total"]


def test_the_shell_completes_the_indicator_to_show(run):
    assert complete(run, "edureport show pup") == ["pupils"]


def test_the_shell_completes_nothing_where_there_is_no_report(run, tmp_path):
    assert complete(run, "edureport show pup", folder=tmp_path) == ["pupils"]  # the shipped one
    assert complete(run, "edureport summary missing/", folder=tmp_path) == []


ODD_NAMES = (
    *("report$(touch PWNED)", "a`b`", "a;b", "a b", "a\nb", "a|b", "a&b", "a>b", "a*", "a?", "a[b]", "{a,b}"),
    *("a'b", 'a"b', "a\\b", "a!b", "a#b", "a^b", "~a", "-f", "=a", "@a", "a“b", "a\x1bb"),
)


def test_the_settings_of_the_shell_are_left_to_the_user(run, tmp_path):
    settings = tmp_path / ".bashrc"
    settings.write_text("export PRECIOUS=1\n", encoding="utf-8")
    done = run("--install-completion", env={"HOME": str(tmp_path)}, folder=tmp_path)
    assert done.code == FAILED
    assert "did you mean '--show-completion'?" in done.errors
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["export PRECIOUS=1\n"]


@pytest.mark.skipif(not shutil.which("bash"), reason="for bash")
def test_the_line_of_the_manual_lets_bash_complete(environment):
    shown = f"'{sys.executable}' -m edureport --show-completion"
    done = subprocess.run(
        ["bash", "--norc", "-c", f'eval "$({shown})"; complete -p edureport'],
        check=False,
        env=environment(),
        capture_output=True,
        timeout=60,
        text=True,
    )
    assert done.stdout == "complete -o default -F _edureport_completion edureport\n", done.stderr


def test_the_shell_is_offered_no_name_that_it_would_not_take_as_it_stands(run, tmp_path):
    """Typer's scripts put what is offered on the command line unquoted."""
    for name in ODD_NAMES:
        (tmp_path / name).mkdir()
        (tmp_path / f"{name}.yaml").touch()
    (tmp_path / "есеп_2025-9и\u0306.yaml").touch()
    assert complete(run, "edureport summary ", folder=tmp_path) == ["есеп_2025-9и\u0306.yaml"]


def test_the_shell_is_offered_labels_without_signs(run, report, tmp_path):
    """Typer's script for zsh evaluates them."""
    label = r"A \$(touch PWNED) `b`, [red] «c»"
    report(f"indicators: {{a: {{label: '{label}', unit: school, kind: stock, value: 1}}}}\n", "a.yaml")
    env = {
        "_EDUREPORT_COMPLETE": "complete_zsh",
        "_TYPER_COMPLETE_ARGS": "edureport summary a.yaml --indicator ",
    }
    done = run(env=env, folder=tmp_path)
    assert done.text == """_arguments '*: :(("a":"A touch PWNED b , red «c»"))'\n"""


def test_the_shell_waits_for_no_pipe(run, tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert complete(run, "edureport summary pipe.yaml --indicator ", folder=tmp_path) == []


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"COMP_CWORD": "1"},
        {"COMP_WORDS": "edureport s"},
        {"COMP_WORDS": "edureport s", "COMP_CWORD": "x"},
    ],
)
def test_a_shell_that_does_not_say_what_to_complete(run, said):
    done = run(env={"_EDUREPORT_COMPLETE": "complete_bash", **said})
    assert done.code == FAILED
    assert done.errors.startswith("edureport: the shell asks for completions without ")


def test_a_shell_that_is_not_known_gives_a_message(run):
    done = run(env={"_EDUREPORT_COMPLETE": "complete_frobnicate"})
    assert "Traceback" not in done.errors
    assert done.code in (FOUND, FAILED)


# Anything at all


WORDS = (
    *COMMANDS,
    *("--format", "-f", "--output", "-o", "--lang", "-l", "--columns", "--sort", "--excel", "--no-color"),
    *("--section", "--indicator", "--explain", "--before", "--after", "--allow-unequal", "--discrete"),
    *("--as-of", "--method", "--fail-on", "--help", "-h", "--version", "--", "-", "", ",", "*", "[", "="),
    *FORMATS,
    *("data", SOURCE, "examples/astana", "examples/shymkent-sdg4.yaml", "schools", "network", "pup*"),
    *(
        "label,value",
        "-value",
        "2019",
        "2020",
        "2025-9M",
        "2024/25",
        "2025-12-01",
        "linear",
        "cagr",
        "missed",
    ),
    *("kk", "ru", "en", "out.csv", "out.xlsx", "--format=json", "--sort=-value", "--lang=en", "-fcsv"),
)
MISTYPED = st.builds(
    lambda word, place, letter: word[:place] + letter + word[place + 1 :],
    st.sampled_from(WORDS),
    st.integers(0, 8),
    st.sampled_from([*string.ascii_letters, *"-=,*[]{}%é\u0436\U0001f3eb\x1b\n ", ""]),
)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """A folder with the reports, where anything may be written."""
    folder = tmp_path_factory.mktemp("anything")
    for name in ("data", "examples"):
        shutil.copytree(name, folder / name)
    return folder


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(arguments=st.lists(st.one_of(st.sampled_from(WORDS), MISTYPED), max_size=7))
def test_no_arguments_whatever_bring_a_traceback(run, elsewhere, arguments):
    done = run(*arguments, folder=elsewhere)  # an exception would come through
    assert done.code in (DONE, FOUND, FAILED)
    assert "Traceback" not in done.errors
    assert all(line.startswith("edureport: ") for line in done.errors.splitlines())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    command=st.sampled_from(COMMANDS),
    arguments=st.lists(st.one_of(st.sampled_from(WORDS), MISTYPED), max_size=5),
)
def test_no_arguments_of_a_command_bring_a_traceback(run, elsewhere, command, arguments):
    done = run(command, *arguments, folder=elsewhere)
    assert done.code in (DONE, FOUND, FAILED)
    assert done.code != FAILED or done.data == b""


# What people try


@pytest.mark.parametrize(
    ("arguments", "same"),
    [
        (("help",), ("--help",)),
        (("list",), ("--help",)),
        (("help", "targets"), ("targets", "--help")),
        (("-l", "ru", "help", "show"), ("show", "--help", "-l", "ru")),
    ],
)
def test_words_for_options_are_understood(run, arguments, same):
    assert run(*arguments).text == run(*same).text != ""


def test_the_version_may_be_asked_for_in_a_word(run):
    assert run("version").text == f"edureport {__version__}\n"


@pytest.mark.parametrize(("word", "code"), [("kz", "kk"), ("KK", "kk"), ("русский", "ru"), ("en", "en")])
def test_a_language_in_the_place_of_a_command_is_answered_with_its_option(run, word, code):
    done = run(word)
    hint = re.search(r"edureport (summary --lang \w\w)$", done.errors)[1]
    assert (done.code, hint) == (FAILED, f"summary --lang {code}")
    assert run(*hint.split()).code == DONE


def test_the_code_of_the_country_is_answered_with_that_of_the_language(run):
    assert run("summary", "-l", "kz").errors.endswith("did you mean 'kk'?\n")


@pytest.mark.parametrize(
    ("name", "option", "words"),
    [
        ("targets", "--fail-on", "no-data, achieved, missed, not-assessable"),
        ("targets", "--method", "linear"),
        ("audit", "--verdict", "confirmed, contradicted"),
        ("check", "--only", "parts-total, "),
        ("summary", "--columns", "organisation, organisation_label, area"),
        ("summary", "--format", "table, plain"),
    ],
)
def test_help_lists_what_an_option_takes(run, name, option, words):
    shown = re.sub(r"-\s+", "-", run(name, "--help").text)
    text = " ".join(re.split(rf"\n  (?:-\w, )?{option} ", shown)[1].split())
    assert words in text.partition(" --")[0]


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("targets --fail-on mis", ["missed"]),
        ("targets --fail-on missed,off", ["missed,off-track"]),
        ("targets --method c", ["cagr"]),
        ("check --severity d", ["doubt"]),
        ("summary --columns value_", ["value_bound", "value_low", "value_high"]),
        ("summary --sort label,indi", ["label,indicator"]),
        ("audit --verdict conf", ["confirmed"]),
        ("summary -f json", ["json", "jsonl"]),
        ("chart -f s", ["svg"]),
        ("chart --data examples/shymkent-sdg4.yaml inclu", ["inclusive_schools"]),
        ("chart schools pup", ["pupils"]),
    ],
)
def test_the_shell_completes_the_values_of_options(run, line, given):
    env = {
        "_EDUREPORT_COMPLETE": "complete_bash",
        "COMP_WORDS": f"edureport {line}",
        "COMP_CWORD": str(line.count(" ") + 1),
    }
    assert [word for word in run(env=env).lines if word] == given


def test_messages_are_folded_at_spaces_on_a_terminal_and_nowhere_else(terminal, program):
    wrong = ("targets", "--fail-on", "sometimes", SOURCE)
    code, shown = terminal(*wrong, columns=40)
    assert code == FAILED
    assert max(map(len, shown.splitlines())) <= 40
    assert " ".join(shown.split()) == " ".join(program(*wrong).errors.split())
    assert len(program(*wrong).errors.splitlines()) == 1


def test_folders_that_are_not_read_are_named(run):
    done = run("summary", "examples", "-f", "csv")
    assert done.code == DONE
    assert "examples/astana, examples/kz-schools, examples/shymkent-grade-1" in done.errors
    assert run("summary", "examples/astana", "-f", "csv").errors == ""
