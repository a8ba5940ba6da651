"""The table on a terminal: it fits, nothing is cut, and colour only repeats what words say."""

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from edureport import languages
from edureport.formats.signs import SIGNS
from edureport.languages import catalogue
from edureport.languages.values import Counted
from edureport.model.quantity import Quantity
from edureport.table import Column, Kind, Label, Named

ANSI = re.compile(r"\x1b\[[0-9;]*m")
PERCENTS = (Column("share", Kind.PERCENT, people=1), Column("percent", Kind.GROWTH, people=2))
# Counted one by one in what is shown: none of them is in any word of the program.
LETTERS = "ѮѰ学校ｗꙮ"
SAID = st.lists(st.text(LETTERS, min_size=1, max_size=90), min_size=1, max_size=25).map(" ".join)
WIDTHS = st.integers(60, 200)


def widest(shown):
    return max(map(cell_len, ANSI.sub("", shown).splitlines()))


def figures(text):
    """A row whose every word is this text."""
    unit = Counted("school", {"other": text}, Quantity(Decimal(300)))
    return (
        Label(text),
        Named("network", text),
        text,
        Quantity.parse("more than 300"),
        "more_than",
        unit,
        None,
    )


@given(text=SAID, width=WIDTHS, color=st.booleans())
@example(text="学" * 400, width=61, color=False)
@example(text="Ѯ" * 400, width=60, color=True)
def test_any_label_fits_any_width_and_is_not_cut(labelled, written, text, width, color):
    table = labelled(text)._replace(rows=[figures(text)])
    shown = written(table, "table", width=width, color=color)
    assert widest(shown) <= width
    counted = {letter: 7 * text.count(letter) for letter in LETTERS}  # title, group, four cells, note
    assert {letter: shown.count(letter) for letter in LETTERS} == counted


@given(labels=st.lists(SAID, min_size=1, max_size=5), width=WIDTHS)
def test_any_rows_fit_together(table, written, labels, width):
    rows = [figures(text) for text in labels]
    shown = written(table(rows), "table", width=width)
    assert widest(shown) <= width
    counted = {letter: 4 * sum(text.count(letter) for text in labels) for letter in LETTERS}
    assert {letter: shown.count(letter) for letter in LETTERS} == counted


@pytest.mark.parametrize("language", languages.available())
@pytest.mark.parametrize(
    "arguments",
    [
        ("summary", "data/report_2025q3.yaml"),
        ("targets", "data/report_2025q3.yaml", "--explain"),
        ("targets", "examples/shymkent-grade-1/2025-07-29.yaml"),
        ("compare", "examples/shymkent-sdg4.yaml", "--before", "2019", "--after", "2020", "--explain"),
        ("show", "schools", "data/report_2025q3.yaml"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_command_fits(table_of, written, arguments, language):
    table = table_of(*arguments, "-l", language)
    found = {width: widest(written(table, "table", width=width)) for width in range(60, 201, 7)}
    assert [width for width, most in found.items() if most > width] == []


@pytest.mark.parametrize("width", [20, 40, 59])
def test_narrow_terminals_get_all_of_it_too(table_of, written, width):
    shown = written(table_of("targets", "data/report_2025q3.yaml"), "table", width=width)
    assert shown.count("no data") >= 4
    assert "6.6" in shown


def test_columns_stand_straight_beside_wide_letters(table, written):
    rows = [figures(text) for text in ("schools", "学校", "ｗｉｄｅ", "e\u0301cole")]
    lines = [line for line in written(table(rows), "table").splitlines() if "300" in line]
    assert len({cell_len(line[: line.index("300")]) for line in lines}) == 1


def test_hostile_text_is_shown_as_it_is(labelled, written, hostile):
    shown = written(labelled(hostile), "table")
    assert shown.count(hostile) >= 7
    assert "\x1b" not in shown


def test_colour_is_added_to_the_text_and_changes_none_of_it(labelled, written, hostile):
    plain = written(labelled(hostile), "table", width=120)
    assert ANSI.sub("", written(labelled(hostile), "table", width=120, color=True)) == plain


def test_no_line_ends_in_blanks(table_of, written):
    for width in (None, 60, 100, 200):
        shown = written(table_of("summary", "data/report_2025q3.yaml"), "table", width=width)
        assert not re.search(r" $", shown, re.MULTILINE)


def test_in_a_pipe_a_row_is_a_line(table, written):
    rows = [figures("word " * 100), figures("x" * 1000)]
    lines = written(table(rows), "table").splitlines()
    assert sum("300" in line for line in lines) == 2
    assert len(lines) == 2 + 1 + 2  # title and blank, headings, rows


@pytest.mark.parametrize(
    "status",
    sorted({key.removeprefix("status.") for key in catalogue.load("en").words if key.startswith("status.")}),
)
def test_a_status_has_a_sign_and_a_word(table, written, status):
    shown = written(table([(status,)], [Column("status", Kind.STATUS, people=1)]), "table")
    assert re.search(rf"^\S {catalogue.load('en').word('status.' + status)}$", shown, re.MULTILINE)


@pytest.mark.parametrize("family", ["status", "verdict"])
def test_the_signs_of_a_family_differ(family):
    keys = [key.partition(".")[2] for key in catalogue.load("en").words if key.startswith(f"{family}.")]
    known = [SIGNS[key].letter for key in keys if key != "not_judged"]
    assert len(set(known)) == len(known) >= 6


@pytest.mark.parametrize(
    ("verdict", "like"),
    [
        ("confirmed", "achieved"),
        ("contradicted", "missed"),
        ("possible", "behind"),
        ("not_in_data", "no_data"),
    ],
)
def test_a_verdict_is_coloured_as_a_status_of_its_weight(verdict, like):
    assert SIGNS[verdict].color == SIGNS[like].color


@pytest.mark.parametrize("name", ["table", "plain", "markdown", "html", "csv", "json", "xlsx"])
@given(
    st.decimals("-300", "300", allow_nan=False, places=12).filter(lambda value: value not in (0, 100, -100)),
)
@example(Decimal("1e-12"))
@example(Decimal("99.99999999"))
@example(Decimal("100.00000001"))
@example(Decimal("-0.00000001"))
def test_no_percentage_is_rounded_to_nothing_or_to_all(table, written, read_xlsx, name, value):
    data = written(table([(Quantity(value), Quantity(value))], PERCENTS), name)
    if name == "xlsx":
        found = [100 * Decimal(cell.value) for cell in read_xlsx(data)[-1]]
    else:
        body = data.partition("<tbody>")[2] if name == "html" else data
        numbers = re.findall(r"[-+−]?\d+\.?\d*", re.sub(r"edureport\.summary/1", "", body))
        found = [Decimal(number.replace("−", "-")) for number in numbers]
    assert len(found) == 2
    assert not {0, 100, -100} & set(found)
    assert all(abs(one - value) <= Decimal("0.1") for one in found)
    assert all((one > 0) == (value > 0) and (abs(one) > 100) == (abs(value) > 100) for one in found)


@pytest.mark.parametrize(("value", "shown"), [("0", "0.0%"), ("100", "100.0%")])
def test_nothing_and_all_are_shown_as_such(table, written, value, shown):
    assert shown in written(table([(Quantity(Decimal(value)), None)], PERCENTS), "table")
