"""The words of the interface: the same keys everywhere, each used; numbers and days."""

import ast
import re
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from string import Formatter

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from sources import nodes

from edureport import languages
from edureport.analysis.path import Method, TargetKind
from edureport.analysis.verdict import Status
from edureport.checks import NAMES, Severity
from edureport.commands import COMMANDS, TABLES
from edureport.commands.columns import columns_of
from edureport.formats.cells import heading
from edureport.formats.signs import VERDICTS
from edureport.languages import catalogue
from edureport.languages.values import Difference, Percent, Sum
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Better, Flag, IndicatorKind
from edureport.problem import Place, Problem
from edureport.prose.figures.figure import FigureKind
from edureport.prose.relations.relation import RelationKind
from edureport.reading.parsing import parse
from edureport.reading.report_keys import WHERE_KEYS
from edureport.reading.tables.tidy import MEASURES

LANGUAGES = languages.available()
# Keys that the program puts together, and of what.
FAMILIES = {
    *(f"bound.{bound}" for bound in Bound),
    *(f"kind.{kind}" for kind in IndicatorKind),
    *(f"kind.long.{kind}" for kind in IndicatorKind),
    *(f"direction.{way}" for way in ("up", "down", "same", "unknown", "new", "gone")),
    *(f"status.{status}" for status in Status),
    *(f"verdict.{code or 'not_judged'}" for code in VERDICTS),
    *(f"kind.{kind}" for kind in FigureKind),
    *(f"relation.{relation}" for relation in RelationKind),
    *(f"flags.{flag}" for flag in Flag),
    *(f"open.{ends}" for ends in ("low", "high", "both")),
    *(f"certainty.{severity.certainty}" for severity in Severity),
    *(f"better.{way}" for way in Better),
    *(f"measure.{measure}" for measure in MEASURES),
    "column.sparkline",  # of a table that is made for people alone
    *(f"complete.{answer}" for answer in ("yes", "no")),
    *(f"tidy.two_{what}" for what in ("units", "kinds")),
    *(f"part_of.{part}" for part in ("bound", "low", "high", "open", "start", "end")),
    *(f"audit.relation.{relation}" for relation in RelationKind),
    *(f"audit.reading.{way}" for way in ("up", "down", "changed")),
    "bound.indefinite",
    *(f"method.{method}" for method in Method),
    *(f"kind.{kind}" for kind in TargetKind),
    *(f"period.{shape}" for shape in ("year", "month", "months", "years", "school_year")),
    *(f"show.where_{what}" for what in WHERE_KEYS),
    *(f"stands.where_{what}" for what in WHERE_KEYS),
    *(f"column.document.{what}" for what in ("source", "value_bound")),
    *(f"show.better_{way}" for way in ("higher", "lower")),
    *(f"explain.pace_{method}" for method in Method),
    *(
        f"usage.{what}{near}"
        for what in ("section", "indicator", "check", "verdict")
        for near in ("", "_near")
    ),
    *(f"file.{what}_none" for what in ("unit", "section", "indicator", "target", "dimension", "member")),
    *(f"severity.{severity}" for severity in Severity),
    *(f"cause.{name.replace('-', '_')}" for name in NAMES),
    *(f"help.{what}" for what in ("arguments", "options", "edureport.example", "edureport.about")),
    *(f"metavar.{what}" for what in ("OPTIONS", "COMMAND", "ARGS")),
    *(f"help.{what}" for what in ("help", "show_completion")),
    *(f"help.{command}.{part}" for command in COMMANDS for part in ("short", "example", "about")),
    *(f"sheet.{command}" for command in TABLES),
    *(
        f"draft.count.{what}"
        for what in ("indicators", "parts", "targets", "earlier", "again", "left", "unnamed")
    ),
}
COLUMNS = {command: columns_of(import_module(f"edureport.commands.{command}").COLUMNS) for command in TABLES}


@cache
def literals():
    """Every text in the sources that stands as a whole, and the calls that make a message of one.

    These are message("a.key", …), self.problem(node, "a.key", …) of the readers, and the errors that
    ReportError.at(place, "a.key", …) and its like are.
    """
    texts, calls = set(), []
    for path, node in ((path, node) for path, inside in nodes().items() for node in inside):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.add(node.value)
        if not isinstance(node, ast.Call):
            continue
        if getattr(node.func, "id", "") == "message":
            keys = node.args[:1]
        elif getattr(node.func, "attr", "") in ("at", "problem"):
            keys = node.args[1:2]
        else:
            continue
        if keys and isinstance(keys[0], ast.Constant) and isinstance(keys[0].value, str):
            calls.append((f"{path.name}:{node.lineno}", keys[0].value, node.keywords))
    return texts, calls


def words(language):
    return catalogue.load(language).words


def locale(language):
    """What CLDR says of a language; dates in English are those of Britain."""
    return Locale.parse({"en": "en_GB"}.get(language, language))


def placeholders(template):
    forms = template.values() if isinstance(template, dict) else [str(template)]
    return [{name for _, name, _, _ in Formatter().parse(form) if name} for form in forms]


# Keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys(language):
    assert words(language).keys() ^ words("en").keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language):
    _, problems = parse((languages.FOLDER / f"{language}.yaml").read_bytes(), language)
    assert list(problems) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_placeholders(language):
    differing = {
        key: (template, words("en")[key])
        for key, template in words(language).items()
        if key in words("en")
        and set().union(*placeholders(template)) != set().union(*placeholders(words("en")[key]))
        and key not in ("day", "short_day")  # of a day one says the month as a word or as a number
    }
    assert differing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_of_their_language(language):
    categories = locale(language).plural_form.tags | {"other"}
    for key, template in words(language).items():
        if isinstance(template, dict):
            assert set(template) - {"zero"} == categories, key  # words for nothing at all are welcome
            for form, names in zip(template, placeholders(template), strict=True):
                assert "count" in names or form in ("zero", "one"), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_missing_or_carelessly_spaced(language):
    for key, template in words(language).items():
        for form in template.values() if isinstance(template, dict) else [str(template)]:
            assert form.strip(), key
            assert form == form.strip(), key
            assert "  " not in form.replace("\n  ", ""), key
            assert "TODO" not in form, key


def test_every_key_is_used():
    texts, _ = literals()
    near = {f"{text}_near" for text in texts}
    near |= {f"metavar.{name}" for text in texts for name in re.findall(r"\b[A-Z]+\b", text)}
    columns = {
        f"column.{of}{column.key}"
        for command, found in COLUMNS.items()
        for column in found
        for of in ("", f"{command}.")
    }
    assert words("en").keys() - texts - near - columns - FAMILIES == set()


def test_every_key_that_is_put_together_exists():
    assert words("en").keys() >= FAMILIES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", TABLES)
def test_every_column_has_a_heading_of_its_own(command, language):
    headings = [heading(command, column, catalogue.load(language)) for column in COLUMNS[command]]
    assert sorted(headings) == sorted(set(headings))


def test_every_key_in_the_sources_exists():
    texts, calls = literals()
    spaces = {key.partition(".")[0] for key in words("en") if "." in key}
    meant = {
        text
        for text in texts
        if re.fullmatch(r"[a-z]+(\.[a-z_]*[a-z])+", text) and text.partition(".")[0] in spaces
    }
    assert meant - words("en").keys() == set()
    assert {key for _, key, _ in calls} - words("en").keys() == set()


def test_every_message_is_given_what_its_words_need():
    _, calls = literals()
    lacking = []
    for place, key, keywords in calls:
        given = {keyword.arg for keyword in keywords}
        needed = set().union(*placeholders(words("en")[key]))
        if None not in given and needed - given:  # None: ** gives more
            lacking.append((place, needed - given))
    assert lacking == []


# What CLDR says


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.decimals(-(10**9), 10**9, places=0) | st.decimals(-200, 200, places=1) | st.integers(0, 200))
def test_plurals_are_those_of_cldr(language, number):
    assert catalogue.load(language).plural(number) == locale(language).plural_form(number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_and_months_are_those_of_cldr(language):
    said, known = catalogue.load(language), locale(language)
    assert (said.group, said.point) == (
        known.number_symbols["latn"]["group"],
        known.number_symbols["latn"]["decimal"],
    )
    for key, context, width in (
        ("of_day", "format", "wide"),
        ("short", "format", "abbreviated"),
        ("alone", "stand-alone", "wide"),
    ):
        months = list(known.months[context][width].values())
        if key == "alone" and language != "en":  # there CLDR has them as titles
            months = [month.lower() for month in months]
        assert said.word(f"months.{key}").split() == months


# Numbers and days in English


@pytest.fixture(scope="module")
def english():
    return catalogue.load("en")


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        ("0", None, "0"),
        ("1200", None, "1,200"),
        ("-1200", None, "\u22121,200"),
        ("98.0", None, "98.0"),
        ("0.0000001", None, "0.0000001"),
        ("1E+3", None, "1,000"),
        ("12345678901234567890.1234567", None, "12,345,678,901,234,567,890.1234567"),
        ("123456789012345678901234567890", None, "123,456,789,012,345,678,901,234,567,890"),
        ("2.25", 1, "2.3"),
        ("-2.25", 1, "\u22122.3"),
        ("2.5", 0, "3"),
        ("123456789012345678901234567890", 1, "123,456,789,012,345,678,901,234,567,890.0"),
        ("0.04", 1, "0.04"),
        ("-0.0449", 1, "\u22120.045"),
    ],
)
def test_a_number_is_grouped_and_rounded_half_up(english, value, digits, shown):
    assert english.number(Decimal(value), digits) == shown


@given(st.decimals(-(10**30), 10**30, allow_nan=False))
def test_a_number_loses_no_digit(english, value):
    shown = english.number(value).replace(",", "").replace("\u2212", "-")
    assert Decimal(shown) == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0.0%"),
        ("100", "100.0%"),
        ("83.35", "83.4%"),
        ("0.001", "0.001%"),
        ("-0.00123", "\u22120.0012%"),
        ("99.97", "99.97%"),
        ("100.01", "100.01%"),
        ("1234.56", "1,234.6%"),
    ],
)
def test_a_percentage_is_nothing_or_all_only_if_it_is(english, value, shown):
    assert english.quantity(Quantity(Decimal(value)), percent=True) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("300", "300"),
        ("more than 1300", "more than 1,300"),
        ("at least 300", "at least 300"),
        ("less than 300", "less than 300"),
        ("at most 300", "at most 300"),
        ("about 300", "about 300"),
        ("nearly 300", "nearly 300"),
    ],
)
def test_an_amount_is_said_with_its_bound(english, text, shown):
    assert english.quantity(Quantity.parse(text)) == shown


@pytest.mark.parametrize(
    ("difference", "shown"),
    [
        (Difference(Decimal(19), "exact"), "+19"),
        (Difference(Decimal(-1200), "exact"), "\u22121,200"),
        (Difference(Decimal(0), "exact"), "0"),
        (Difference(Decimal("8.5"), "exact", points=True), "+8.5 percentage points"),
        (
            Difference(Decimal(123456789012345678901234567890), "exact"),
            "+123,456,789,012,345,678,901,234,567,890",
        ),
    ],
)
def test_a_change_has_its_sign(english, difference, shown):
    assert english.change(difference) == shown


def test_values_in_a_message_are_in_words(english):
    assert english.value(Percent(Quantity(Decimal("10.16")), signed=True)) == "+10.2%"
    assert english.value(Percent(Quantity(Decimal("76.588")), digits=2)) == "76.59%"
    assert english.value(Percent(Quantity.parse("more than 76"), digits=0)) == "more than 76%"
    assert english.value(Sum([Quantity(Decimal(n)) for n in (1200, 3)])) == "1,200 + 3"
    long = english.value(Sum([Quantity(Decimal(n)) for n in range(1, 21)]))
    assert long == "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + … + 20"
    assert english.value(("a", 1200, None)) == "a; 1,200; nothing"
    assert english.value(date(2025, 12, 31)) == "31 December 2025"
    assert english.value(Period.parse("2025-9M")) == "January–September 2025"
    assert english.value(message("status.no_data")) == "no data"
    place = Place("report.yaml", 3, 5)
    said = english.problem(Problem(message("yaml.tab"), place))
    assert said == "report.yaml:3:5: there is a tab here; use spaces"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines", r"two\x0alines"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("right\u202eleft", r"right\x202eleft"),
        ("no\u00a0break", "no\u00a0break"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("қ", "қ"),
    ],
)
def test_a_text_is_shown_unless_a_terminal_would_obey_it(english, text, shown):
    assert english.value(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025", "2025"),
        ("2025-H1", "January–June 2025"),
        ("2025-Q3", "July–September 2025"),
        ("2025-9M", "January–September 2025"),
        ("2025-09", "September 2025"),
        ("2025/26", "school year 2025/26"),
        ("1999/00", "school year 1999/00"),
        ("2025-07-29", "29 July 2025"),
        ("2024-07-01/2025-06-30", "July 2024 – June 2025"),
        ("2024-01-01/2025-12-31", "January 2024 – December 2025"),
        ("2024-12-30/2025-01-05", "30 December 2024 – 5 January 2025"),
        ("9999", "9999"),
    ],
)
def test_a_period_is_said_as_people_say_it(english, text, shown):
    assert english.period(Period.parse(text)) == shown


def test_days_of_one_year_name_it_once(english):
    assert english.period(Period.parse("2025-01-01/2025-07-29")).count("2025") == 1


def test_a_day_in_a_table_is_short(english):
    assert english.short_date(date(2025, 12, 31)) == "31 Dec 2025"


# Other languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_numbers_days_and_periods(language):
    spoken = catalogue.load(language)
    assert re.sub(r"\D", "", spoken.number(Decimal("1234567.5"))) == "12345675"
    assert "2025" in spoken.date(date(2025, 12, 31))
    for text in ("2025", "2025-H1", "2025-9M", "2025-09", "2025/26", "2024-07-01/2025-06-30", "2025-07-29"):
        shown = spoken.period(Period.parse(text))
        assert "2025" in shown
        assert "{" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 2, 5, 11, 21, 100, 1000])
def test_every_language_counts(language, count):
    spoken = catalogue.load(language)
    for key, template in spoken.words.items():
        if isinstance(template, dict):
            values = dict.fromkeys(set().union(*placeholders(template)), "x") | {"count": count}
            assert "{" not in spoken.say(message(key, **values))


# The choice


def test_an_error_carries_no_more_than_a_line_of_its_input():
    words = catalogue.load("en")

    def said(word, known):
        return words.problem(Problem(message("usage.command", word=word, known=known)))

    assert "x" * 199 + "…" in said("x" * 1000, ())
    assert "x" * 200 not in said("x" * 1000, ())
    assert said("x", tuple(range(51))).endswith(" 49, …")
    assert said("x", tuple(range(50))).endswith(" 49")
