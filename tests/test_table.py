"""The table in the middle: who sees which columns, selecting and sorting them."""

from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module

import pytest
from needs import NEEDS, SOURCE, filled, needs

from edureport.commands import COMMANDS, TABLES
from edureport.commands.columns import columns_of
from edureport.errors import UsageError
from edureport.languages.values import Counted
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.table import Bar, Column, Kind, Label, Later, Named, Table, once

KEYS = [
    (name, column.key)
    for name in TABLES
    for column in columns_of(import_module(f"edureport.commands.{name}").COLUMNS)
]


def made(rows, *columns):
    return Table("summary", message("group.section", section="Title"), "en", columns, rows)


def test_people_see_their_columns_in_their_order():
    columns = (Column("a", Kind.TEXT, 2), Column("b", Kind.TEXT), Column("c", Kind.TEXT, 1, machines=False))
    table = made([("1", "2", "3")], *columns)
    assert [column.key for column in table.for_people().columns] == ["c", "a"]
    assert table.for_people().rows == [("3", "1")]
    assert [column.key for column in table.for_machines().columns] == ["a", "b"]
    assert table.for_machines().rows == [("1", "2")]


def test_rows_for_machines_are_made_one_by_one_and_none_is_kept():
    making = []

    def rows():
        for number in range(3):
            making.append(number)
            yield "x", number

    table = made(Later(rows), Column("a", Kind.TEXT), Column("b", Kind.COUNT))
    first = next(once(table.for_machines().rows))
    assert (first, making) == (("x", 0), [0])
    assert list(once(table.select(["b"]).for_machines().rows)) == [(0,), (1,), (2,)]
    assert making == [0, 0, 1, 2]
    assert (bool(table.rows), making.pop()) == (True, 0)
    assert [len(table.rows), *(row[1] for row in once(table.rows))] == [3, 0, 1, 2]
    assert making == [0, 0, 1, 2, 0, 1, 2]


def test_selected_columns_are_for_everybody_in_the_order_asked_for():
    columns = (Column("a", Kind.TEXT, 2), Column("b", Kind.TEXT), Column("c", Kind.TEXT, 1, machines=False))
    chosen = made([("1", "2", "3")], *columns).select(["c", "b"])
    for seen in (chosen.for_people(), chosen.for_machines()):
        assert [column.key for column in seen.columns] == ["c", "b"]
        assert seen.rows == [("3", "2")]


@pytest.mark.parametrize("asked", ["value,label,value", "value*,value"])
@pytest.mark.parametrize("option", ["--columns", "--sort"])
def test_a_column_asked_for_twice_is_refused(run, option, asked):
    done = run("summary", SOURCE, option, asked, "-f", "csv")
    assert (done.code, done.text) == (2, "")
    assert done.errors == "edureport: the column 'value' is named twice; name it once\n"


def test_a_pattern_stands_for_the_columns_that_were_not_named_before_it():
    columns = [Column(key, Kind.TEXT) for key in ("value", "value_low", "label", "values")]
    table = made([("1", "2", "x", "3")], *columns)
    assert [one.key for one in table.select(["value_low", "value*"]).columns] == [
        "value_low",
        "value",
        "values",
    ]
    assert [one.key for one in table.select(["*"]).columns] == ["value", "value_low", "label", "values"]
    with pytest.raises(UsageError, match="no column 'share\\*'"):
        table.select(["share*"])


def test_a_pattern_sorts_by_each_of_its_columns_the_same_way():
    columns = [Column(key, Kind.COUNT) for key in ("a_low", "a_high")]
    table = made([(1, 1), (2, 1), (2, 2)], *columns)
    assert table.sort(["-a_*"]).rows == [(2, 2), (2, 1), (1, 1)]
    assert table.sort(["a_*"]).rows == [(1, 1), (2, 1), (2, 2)]


def test_an_unknown_column_is_told_with_near_ones():
    with pytest.raises(UsageError, match="no column 'lable'; did you mean 'label'"):
        made([], Column("label", Kind.LABEL)).select(["lable"])
    with pytest.raises(UsageError, match="no column 'x'; the columns are label"):
        made([], Column("label", Kind.LABEL)).sort(["-x"])


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        (Kind.TEXT, "apple", "Banana"),
        (Kind.LABEL, Label("apple", "x"), Label("Banana")),
        (Kind.NAMED, Named("z", "apple"), Named("a", "Banana")),
        (Kind.CODE, "exact", "nearly"),
        (Kind.STATUS, "achieved", "missed"),
        (Kind.UNIT, Counted("pupil", {}, None), Counted("school", {}, None)),
        (Kind.MESSAGE, message("a.b"), message("b.a")),
        (Kind.QUANTITY, Quantity(Decimal(9)), Quantity(Decimal(10))),
        (Kind.NUMBER, Quantity(Decimal(-1)), Quantity(Decimal("0.5"))),
        (Kind.PERCENT, Quantity(Decimal(9)), Quantity(Decimal(100))),
        (Kind.END, Decimal(9), Decimal(10)),
        (Kind.COUNT, 9, 10),
        (Kind.DATE, date(2025, 9, 30), date(2025, 10, 1)),
        (Kind.PERIOD, Period.parse("2024"), Period.parse("2025-Q1")),
        (Kind.BAR, Bar(None, None), Bar(Decimal("0.5"), None)),
    ],
)
def test_every_kind_is_sorted_by_what_it_means_and_empty_cells_come_last(kind, low, high):
    table = made([(None,), (high,), (low,)], Column("a", kind))
    assert table.sort(["a"]).rows == [(low,), (high,), (None,)]
    assert table.sort(["-a"]).rows == [(high,), (low,), (None,)]


def test_the_first_key_goes_before_the_second_and_the_order_is_kept_otherwise():
    columns = (Column("a", Kind.TEXT), Column("b", Kind.COUNT), Column("c", Kind.COUNT))
    table = made([("y", 1, 1), ("x", 2, 2), ("y", 2, 3), ("x", 2, 4)], *columns)
    assert [row[2] for row in table.sort(["a", "-b"]).rows] == [2, 4, 3, 1]


def test_a_sorted_table_has_no_headings_and_names_the_whole_of_a_part(run):
    shown = run("summary", SOURCE, "--sort", "-value").text
    assert "School network" not in shown
    assert "General schools: State schools" in shown
    assert shown.index("Pupils  ") < shown.index("Teachers who") < shown.index("no data")


@pytest.fixture(scope="module")
def table(made_by):
    """`table("summary")`: the table of a command and how it would be written, made once."""
    return cache(lambda name: made_by(*filled(name)))


@pytest.mark.parametrize("name", TABLES)
def test_each_column_can_be_asked_for_and_sorted_by_alone(table, piped, name):
    """In one format for people and one for programs; all at once in every one: tests/test_hostile.py."""
    whole, choice = table(name)
    also = next(column.key for column in whole.columns if column.key in ("label", "check", "words"))
    for key in (key for command, key in KEYS if command == name):
        chosen = whole.select(list(dict.fromkeys((also, key))))
        shown = [piped(chosen, choice._replace(format=form)) for form in ("html", "csv")]
        assert all(shown), key
        for order in (key, f"-{key}"):
            assert len(whole.sort([order]).rows) == len(whole.rows), key


def test_only_commands_need_something():
    assert set(NEEDS) <= set(COMMANDS)


@pytest.mark.parametrize("name", TABLES)
def test_all_columns_can_be_asked_for_and_sorted_by_at_once(run, name):
    keys = [key for command, key in KEYS if command == name]
    done = run(*filled(name), "--columns", ",".join(keys), "--sort", ",-".join(keys), "-f", "csv")
    assert (done.code, done.errors) == (needs(name).code, "")
    assert done.lines[0].split(",") == keys


def test_later_notes_are_made_once_and_only_when_they_are_read():
    made = []
    notes = Later(lambda: made.append(1) or [message("targets.none")])
    table = Table("summary", message("group.rest"), "en", (), [], notes=notes)
    assert table.sort([]).for_machines().notes is notes
    assert made == []
    assert [note.key for note in notes] == ["targets.none"]
    assert (len(notes), notes[0].key, len(notes[:1]), made) == (1, "targets.none", 1, [1])


def test_people_see_no_empty_column_unless_they_ask_for_it():
    columns = (Column("a", Kind.TEXT, 1), Column("b", Kind.TEXT, 2), Column("value", Kind.QUANTITY, 3))
    table = made([("1", None, None), ("2", None, None)], *columns)
    assert [column.key for column in table.for_people().columns] == ["a", "value"]
    assert [column.key for column in table.for_machines().columns] == ["a", "b", "value"]
    assert [column.key for column in table.select(["b", "a"]).for_people().columns] == ["b", "a"]


def test_a_column_with_one_value_is_seen_and_so_are_those_of_a_table_without_rows():
    columns = (Column("a", Kind.TEXT, 1), Column("b", Kind.TEXT, 2))
    for rows in ([("1", None), ("2", "3")], []):
        assert [column.key for column in made(rows, *columns).for_people().columns] == ["a", "b"]


def test_people_read_once_what_is_said_of_many_rows():
    notes = [
        message("targets.counts"),
        *(said_of(number, "no_due") for number in range(4)),
        said_of(9, "no_data"),
    ]
    table = made([("1",)], Column("a", Kind.TEXT, 1))._replace(notes=notes)
    shown = list(table.for_people().notes)
    assert shown[0] == notes[0]
    assert (shown[1].key, shown[1].values["count"]) == ("note.alike", 4)
    assert shown[2:] == [notes[-1]]
    assert list(table.for_machines().notes) == notes
    few = table._replace(notes=notes[:4])
    assert list(few.for_people().notes) == notes[:4]


def test_what_is_said_of_parts_too_is_said_of_their_indicator():
    part = message("part", whole="Schools", part="North")
    notes = [
        message(
            "compare.remark", label=label, remark=message("change.from_zero", base=base), indicator="schools"
        )
        for label, base in (("Schools", 1), (part, 2), (part, 3), (part, 4), (part, 5))
    ]
    table = made([("1",)], Column("a", Kind.TEXT, 1))._replace(notes=notes)
    assert list(table.for_people().notes) == notes[:1]


def test_a_note_that_says_nothing_new_is_said_once():
    source = message("show.source", source=("Board of Examples",))
    table = made([("1",)], Column("a", Kind.TEXT, 1))._replace(notes=[source, source])
    assert list(table.for_people().notes) == [source]


def test_what_headings_say_is_no_column_for_people_unless_they_go():
    columns = (Column("a", Kind.TEXT, 1), Column("b", Kind.TEXT, 2))
    table = made([("1", "x"), ("2", "x")], *columns)._replace(in_headings=frozenset({"b"}))
    headed = table._replace(groups=((0, message("group.rest")),))
    assert [column.key for column in headed.for_people().columns] == ["a"]
    for other in (table, headed.sort(["a"]), headed.select(["a", "b"])):
        assert [column.key for column in other.for_people().columns] == ["a", "b"]


def said_of(number, reason):
    return message("targets.reason", label=f"Target {number}", reason=message(f"reason.{reason}"))
