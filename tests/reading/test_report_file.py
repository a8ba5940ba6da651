"""Report files: every mistake at once, each where it is; nothing guessed, nothing lost."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reported import read_report

from edureport.errors import ReportError
from edureport.languages import catalogue
from edureport.model.period import Period

HEAD = """\
edureport: 1
report: {id: made-up, organisation: Made-up Education Department, period: 2025-9M, language: en}
units: {school: schools}
sections: {network: School network}
"""
SCHOOLS = """\
indicators:
  schools:
    label: Schools
    unit: school
    kind: stock
"""
VALUE = HEAD + SCHOOLS + "    value: "
AT_VALUE = (10, 12)


def read(text):
    return read_report(text.encode(), "made-up.yaml")


def problems(text):
    """Every problem of a text: its line, column and message, in the order in which they are told."""
    with pytest.raises(ReportError) as caught:
        read(text)
    return [(problem.place.line, problem.place.column, problem.message) for problem in caught.value.problems]


def keys(text):
    return [(line, column, message.key) for line, column, message in problems(text)]


def said(text):
    words = catalogue.load("en")
    return [words.say(message) for *_, message in problems(text)]


# What is read


@pytest.mark.parametrize(
    ("organisation", "key"),
    [
        ("{id: a b, en: X}", "file.bad_key"),
        ("{id: north}", "file.no_language"),
        ("{idd: north, en: X}", "file.unknown_key_near"),
        ("{}", "file.no_language"),
        ("{id: '', en: X}", "file.nothing"),
    ],
)
def test_an_organisation_has_a_name_and_may_have_an_id(organisation, key):
    text = HEAD.replace("Made-up Education Department", organisation) + "indicators: {}\n"
    assert [found for *_, found in keys(text)] == [key]


def test_the_least_that_a_report_needs():
    report = read(HEAD.partition("units")[0] + "indicators: {}\n")
    assert report.id == "made-up"
    assert list(report) == []
    assert dict(report.targets) == {}
    assert report.source is None
    assert report.area is None


def test_a_plain_text_is_in_the_report_s_own_language():
    report = read(HEAD.replace("language: en", "language: kk") + SCHOOLS)
    assert report["schools"].label.texts == {"kk": "Schools"}
    assert report.units["school"].forms == {"kk": {"other": "schools"}}


def test_texts_are_composed_and_without_space_around():
    label = "Иондар"
    decomposed = "  И\u0306од "  # и and a breve make й
    report = read(HEAD + SCHOOLS.replace("Schools", f'{{ru: "{decomposed}", en: "{label}"}}'))
    assert report["schools"].label.texts == {"ru": "Йод", "en": label}


@pytest.mark.parametrize(("word", "meant"), [("true", True), ("yes", True), ("Yes", True), ("TRUE", True),
                                             ("false", False), ("no", False), ("No", False)])  # fmt: skip
def test_complete_is_yes_or_no(word, meant):
    text = HEAD + SCHOOLS + f"    breakdown: {{a: {{complete: {word}, members: {{}}}}}}\n"
    assert read(text)["schools"].breakdowns["a"].complete is meant


def test_a_breakdown_is_not_complete_unless_it_says_so():
    text = HEAD + SCHOOLS + "    breakdown: {a: {members: {x: {label: X}}}}\n"
    assert not read(text)["schools"].breakdowns["a"].complete


@pytest.mark.parametrize("key", ["a", "A1", "1", "2025", "a_b", "a-b", "a.b", "no", "null", "010"])
def test_keys_are_taken_as_they_are(key):
    assert list(read(HEAD + SCHOOLS.replace("  schools:", f"  {key}:"))) == [key]


@pytest.mark.parametrize("unit", ["no", "yes", "null", "on", "1e3"])
def test_words_of_yaml_1_1_are_ordinary_names(unit):
    report = read(
        HEAD.replace("{school: schools}", f"{{{unit!r}: x}}") + SCHOOLS.replace("school\n", f"{unit}\n")
    )
    assert report["schools"].unit.key == unit


def test_dates_and_identifiers_stay_as_they_are_written():
    text = HEAD.replace("id: made-up", "id: 010, source: {published: 2025-10-10, title: no}") + SCHOOLS
    report = read(text)
    assert report.id == "010"
    assert report.source.published == date(2025, 10, 10)
    assert report.source.title.texts == {"en": "no"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("300", "300"),
        ('"300"', "300"),
        ("'300'", "300"),
        ("more than 300", "more than 300"),
        ('">300"', "more than 300"),
        ("300+", "at least 300"),
        ("<300", "less than 300"),
        ("<=300", "at most 300"),
        ("~300", "about 300"),
        ("≥ 300", "at least 300"),
        ("300..350", "300..350"),
        ("more than 120 000", "more than 120000"),
        ("120_000", "120000"),
        ("120\u00a0000", "120000"),
        ("300 # so many", "300"),
        ("&a 300", "300"),
    ],
)
def test_values(written, value):
    assert str(read(VALUE + written + "\n")["schools"].value) == value


@pytest.mark.parametrize(
    "period", ["2024", "2024-9M", "2025-H1", "2024/25", "2025-01", "2024-12-31", "2025-Q3"]
)
def test_earlier_figures_have_any_period(period):
    report = read(HEAD + SCHOOLS + f"    value: 300\n    earlier: {{{period}: 290}}\n")
    assert str(report["schools"].observations[1].period) == str(Period.parse(period))


def test_an_earlier_figure_can_stand_without_a_present_one():
    report = read(HEAD + SCHOOLS + "    earlier: {2024: 290}\n")
    assert report["schools"].value is None
    assert len(report["schools"].observations) == 1


def test_all_of_goes_through_several_indicators():
    other = "    label: X\n    unit: school\n    kind: stock\n"
    text = VALUE + f"all of a\n  a:\n{other}    value: all of b\n  b:\n{other}    value: about 300\n"
    report = read(text)
    assert str(report["schools"].value) == "about 300"
    assert report["schools"].observation.all_of == "a"


def test_an_alias_is_read_as_what_it_repeats():
    text = HEAD + SCHOOLS.replace("Schools", "&l {en: Schools, kk: Мектептер}") + "    note: *l\n"
    report = read(text)
    assert report["schools"].note == report["schools"].label


# What is wrong with a value


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("~", "quantity.nothing"),
        ("null", "quantity.unknown"),
        ("no", "quantity.unknown"),
        ("yes", "quantity.unknown"),
        ("010", "quantity.leading_zero"),
        ("12:30", "quantity.colon"),
        ("1e3", "quantity.exponent"),
        ("0x1F", "quantity.unknown"),
        (".nan", "quantity.not_finite"),
        ("-.inf", "quantity.not_finite"),
        ("2025-09-30", "quantity.unknown"),
        ("1,200", "quantity.two_readings"),
        ("1.200", "quantity.two_readings"),
        ("5 048,738", "quantity.two_readings"),
        ("1,5", "quantity.comma"),
        ("1 200,5", "quantity.comma"),
        ("98,5 %", "quantity.percent"),
        ("300 schools", "quantity.unknown"),
        ("within 20", "quantity.unknown"),
        ("up by 5", "quantity.unknown"),
        ("45 %", "quantity.percent"),
        ("-5", "quantity.negative_count"),
        (">3", "yaml.block_scalar"),
        (">", "yaml.block_scalar"),
        (">-", "yaml.block_scalar"),
        ("|", "yaml.block_scalar"),
        ("''", "file.nothing"),
        ("[300]", "file.not_a_text"),
        ("{a: 300}", "file.not_a_text"),
        ("!!int 300", "yaml.tag"),
        ("all of nothing", "file.indicator"),
        ("all of schools", "file.all_of_circle"),
        ("more then 300", "quantity.unknown_near"),
        ("abuot 300", "quantity.unknown_near"),
    ],
)
def test_a_wrong_value_is_told_at_its_place(written, key):
    ((line, column, found),) = keys(VALUE + written + "\n")
    assert found == key
    assert (line, column) == (AT_VALUE if written else (10, 11))


def test_an_unquoted_sign_is_explained():
    (words,) = said(VALUE + ">300\n")
    assert (
        words == "an unquoted > or | starts a block of text here; write “more than 300”, or “>300” in quotes"
    )


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("more then 300", "more than 300"),
        ("morethan 300", "more than 300"),
        ("atleast 7", "at least 7"),
    ],
)
def test_a_mistyped_bound_is_mended(written, near):
    (words,) = said(VALUE + written + "\n")
    assert words == f"'{written}' is not a valid quantity; did you mean '{near}'?"


@pytest.mark.parametrize("unit", ["schools", "'%'"])
@pytest.mark.parametrize(
    ("written", "language", "meant"),
    [
        ("300-ден астам", "kk", "more than 300"),
        ("кемінде 7", "kk", "at least 7"),
        ("20-ға дейін", "kk", "at most 20"),
        ("50-ге жуық", "kk", "nearly 50"),
        ("более 300", "ru", "more than 300"),
        ("до 20", "ru", "at most 20"),
        ("1,2 млн", "ru", "1200000"),
        ("1,2 тыс.", "ru", "1200"),
        ("более 20 тыс.", "ru", "more than 20000"),
        ("не более 12", "en", "at most 12"),  # another language than that of the report
        ("over 300", "en", "more than 300"),
        ("More than 300", "en", "more than 300"),
        ("almost 300", "en", "nearly 300"),
        ("no less than 300", "en", "at least 300"),
        ("about 300 thousand", "en", "about 300000"),
        ("three hundred", "en", "300"),
    ],
)
def test_an_amount_in_words_is_read(written, language, meant, unit):
    text = f"""\
edureport: 1
report: {{id: examples, organisation: City of Examples, period: 2025-9M, language: {language}}}
units: {{unit: {unit}}}
indicators: {{built: {{label: B, unit: unit, kind: flow, value: '{written}'}}}}
"""
    assert str(read(text)["built"].value) == meant


def test_a_percent_sign_is_read_where_the_unit_is_percent():
    text = HEAD + "indicators: {share: {label: S, unit: percent, kind: ratio, value: '98,5 %'}}\n"
    text = text.replace("units: {", "units: {percent: '%', ")
    assert str(read(text)["share"].value) == "98.5"


@pytest.mark.parametrize(
    "written", ["до 20", "20-ға дейін", "up to 20", "под 20", "within 20", "в пределах 20"]
)
@pytest.mark.parametrize(
    "place",
    [
        "value: {}",
        "value: 9, milestones: {{2025-11-01: {}}}",
        "value: 9, baseline: {{value: {}, date: 2025-01-01}}",
    ],
)
def test_a_plan_up_to_a_number_has_two_readings(written, place):
    plan = f"targets: {{plan: {{label: P, indicator: schools, due: 2025-12-31, {place.format(written)}}}}}\n"
    (words,) = said(HEAD + SCHOOLS + plan)
    assert (
        words
        == f"'{written}' can be read in two ways in a plan; write 20 if that is to be reached, or at most 20"
    )


def test_decimals_of_three_digits_are_meant_where_the_precision_says_so():
    plan = "targets: {plan: {label: P, indicator: schools, value: 2.345}}\n"
    text = VALUE + "1.234\n    precision: 0.001\n" + plan
    assert str(read(text)["schools"].value) == "1.234"
    assert str(read(text).targets["plan"].quantity) == "2.345"


# What is wrong with the rest


def test_a_key_that_nobody_knows_is_told_with_the_one_it_may_be():
    assert said(HEAD + SCHOOLS.replace("label", "labl")) == ["unknown key 'labl', did you mean 'label'?"]


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        (HEAD.replace("\nreport:", "\nreprot:") + "indicators: {}\n", 2, 1, "reprot"),
        (HEAD.replace("organisation", "organization") + "indicators: {}\n", 2, 23, "organization"),
        (HEAD + SCHOOLS + "    as_writen: x\n", 10, 5, "as_writen"),
        (HEAD + SCHOOLS + "    where: {sentense: 2}\n", 10, 13, "sentense"),
        (HEAD + SCHOOLS + "    label_: x\n", 10, 5, "label_"),
        (HEAD + SCHOOLS + "    breakdown: {a: {membres: {}}}\n", 10, 21, "membres"),
        (HEAD + SCHOOLS + "    breakdown: {a: {members: {x: {lable: X}}}}\n", 10, 35, "lable"),
        (HEAD + SCHOOLS + "    note: {eng: x}\n", 10, 12, "eng"),
        (HEAD.replace("schools}", "{en: {one: school, others: schools}}}") + SCHOOLS, 3, 36, "others"),
        (
            HEAD + SCHOOLS + "targets: {t: {label: T, indicator: schools, value: 5, deu: 2025-12-31}}\n",
            10,
            55,
            "deu",
        ),
        (
            HEAD + SCHOOLS + "targets: {t: {label: T, indicator: schools, value: 5, baseline: {vale: 0}}}\n",
            10,
            66,
            "vale",
        ),
    ],
)
def test_a_mistyped_key_is_found_at_every_level(text, line, column, word):
    found = [
        (at, col, message) for at, col, message in problems(text) if message.key == "file.unknown_key_near"
    ]
    ((found_line, found_column, message),) = found
    assert (found_line, found_column) == (line, column)
    assert message.values["word"] == word


def test_an_unknown_key_like_no_other_lists_those_that_there_are():
    (message,) = [message for *_, message in problems(HEAD + SCHOOLS + "    zzz: 1\n")]
    assert message.key == "file.unknown_key"
    assert "label" in message.values["known"]


ALL_AT_ONCE = """\
edureport: 1
report: {id: made-up, organisation: Made-up Education Department, period: 2025-13, language: en, area: Almaty}
units:
  school: schools
  school: pupils
sections: {network: School network}
indicators:
  schools:
    labl: Schools
    unit: school
    kind: stok
    section: netwrok
    value: 1,200
    better: uphill
    note: !x note
    breakdown:
      ownership:
        complete: maybe
        members: {state: {value: 12:30}}
  a b: {label: X, unit: kilometre, kind: stock, value: 010}
targets:
  plan: {label: Plan, indicator: pupils, value: many, due: 2025-02-30}
"""


@pytest.mark.parametrize(
    ("entry", "cut"),
    [
        ("value: 1,200", "1,200"),
        ("value: 1,200,300, note: x", "1,200,300"),
        ("value: 1,200.5", "1,200.5"),
        ("value: more than 1,200 schools", "more than 1,200 schools"),
        ("value: 5, as_written: 1,200 schools", "1,200 schools"),
        ("value: 1,20", "1,20"),
        ("value: 5, earlier: {2023: 1,20 %, 2022: 3}", "1,20 %"),
        ("value: 5, earlier: {2023: 38, 2022}", None),  # a colon was forgotten
        ("value: 5, earlier: {2023: 38, 2022: }", None),
        ('value: 5, as_written: "5", 7 schools', None),
    ],
)
def test_a_value_that_a_comma_cuts_is_put_together_again(entry, cut):
    text = f"""\
edureport: 1
report: {{id: x, organisation: X, period: 2024, language: en}}
units: {{school: schools}}
indicators:
  schools: {{label: Schools, unit: school, kind: stock, {entry}}}
"""
    try:
        read(text)
        told = []
    except ReportError as error:
        told = [
            one.message.values["text"] for one in error.problems if one.message.key.startswith("file.cut")
        ]
    assert told == ([cut] if cut else [])


def test_all_mistakes_of_a_file_are_told_at_once_and_in_order():
    assert keys(ALL_AT_ONCE) == [
        (2, 75, "period.no_such"),
        (2, 104, "file.area"),
        (5, 3, "yaml.duplicate"),
        (9, 5, "file.unknown_key_near"),
        (11, 11, "file.kind_near"),
        (12, 14, "file.section_near"),
        (13, 12, "quantity.two_readings"),
        (14, 13, "file.better"),
        (15, 11, "yaml.tag"),
        (18, 19, "file.not_yes_or_no"),
        (19, 26, "file.missing_key"),
        (19, 34, "quantity.colon"),
        (20, 3, "file.bad_key"),
        (22, 34, "file.indicator_none"),
        (22, 49, "quantity.unknown"),
        (22, 60, "date.no_such"),
    ]


@pytest.mark.parametrize(
    ("broken", "by_name"),
    [
        ("units: {school: {}}", "unit: school"),
        ("units: {school: {en: {}}}", "unit: school"),
        ("units: {school: [a]}", "unit: school"),
        ("units: {school: ''}", "unit: school"),
        ("units: {school: {english: schools}}", "unit: school"),
    ],
)
def test_a_broken_unit_is_told_where_it_is_defined_and_nowhere_else(broken, by_name):
    """Never passed over in silence either: the indicator would be lost without a word."""
    text = HEAD.replace("units: {school: schools}", broken) + SCHOOLS + "    value: 300\n"
    assert by_name in text
    found = keys(text)
    assert found
    assert {line for line, *_ in found} == {3}


@pytest.mark.parametrize("broken", ["{network: {}}", "{network: [a]}", "{network: ''}"])
def test_a_broken_section_is_told_where_it_is_defined(broken):
    text = HEAD.replace("{network: School network}", broken) + SCHOOLS + "    section: network\n"
    assert {line for line, *_ in keys(text)} == {4}


@pytest.mark.parametrize(
    "broken", [("stock", "stok"), ("unit: school", "unit: shcool"), ("label: Schools", "label: ''")]
)
def test_a_broken_indicator_is_not_called_missing(broken):
    target = "targets: {t: {label: T, indicator: schools, value: 5}}\n"
    other = "  all: {label: All, unit: school, kind: stock, value: all of schools}\n"
    found = keys(VALUE.replace(*broken) + "300\n" + other + target)
    assert len(found) == 1


def test_a_broken_unit_does_not_hide_a_missing_indicator_of_the_same_name():
    text = HEAD.replace("{school: schools}", "{school: schools, plan: []}") + SCHOOLS
    text += "targets: {t: {label: T, indicator: plan, value: 5}}\n"
    assert [key for *_, key in keys(text)] == ["file.not_a_text", "file.indicator"]


def test_a_missing_indicator_is_told_once():
    other = "  a: {label: A, unit: school, kind: stock, value: all of nothing}\n"
    assert keys(VALUE + "all of a\n" + other) == [(11, 51, "file.indicator")]


def test_nothing_is_said_twice_of_an_empty_text():
    assert keys(HEAD + SCHOOLS + "    note: {kk: '', ru: []}\n") == [
        (10, 16, "file.nothing"),
        (10, 24, "file.not_a_text"),
    ]


@pytest.mark.parametrize("label", ["' '", "{en: ' '}", '"\\u00a0"'])
def test_a_blank_label_is_none(label):
    (found,) = keys(HEAD + SCHOOLS.replace("Schools", label))
    assert found[2] in ("file.nothing", "file.no_language")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD.replace("units: {school: schools}\n", "") + SCHOOLS, "unit 'school'"),
        (
            HEAD.replace("sections: {network: School network}\n", "") + SCHOOLS + "    section: network\n",
            "section 'network'",
        ),
        (HEAD + "indicators: {}\ntargets: {t: {label: T, indicator: x, value: 1}}\n", "indicator 'x'"),
    ],
)
def test_where_there_is_nothing_to_choose_from_no_choice_is_offered(text, words):
    (found,) = said(text)
    assert words in found
    assert not re.search(r"(one of|mean|are|from)\W*$", found)


def test_a_list_of_hundreds_is_not_printed_whole():
    many = "".join(f"  q{number}: {{label: Q, unit: school, kind: stock}}\n" for number in range(500))
    (found,) = said(HEAD + "indicators:\n" + many + "targets: {t: {label: T, indicator: zzz, value: 1}}\n")
    assert len(found) < 1000


@pytest.mark.parametrize("milestone", ["2026-01-31", "2025-01-31"])
def test_milestones_lie_between_baseline_and_due_date(milestone):
    dates = f"due: 2025-12-31, baseline: {{value: 0, date: 2025-09-30}}, milestones: {{{milestone}: 18}}"
    target = f"targets: {{t: {{label: T, indicator: schools, value: 20, {dates}}}}}\n"
    assert len(keys(HEAD + SCHOOLS + target)) == 1


@pytest.mark.parametrize(
    ("earlier", "key"),
    [
        ("{2025-9M: 5}", "file.not_earlier"),
        ("{2025: 5}", "file.not_earlier"),
        ("{2026-Q1: 5}", "file.not_earlier"),
        ("{2024: 5, 2024-12M: 6}", "file.same_period"),
        ("{2024-13: 5}", "period.no_such"),
        ("{last year: 5}", "period.unknown"),
        ("{2024-H2/2024-H1: 5}", "period.unknown"),
        ("{2024-12-31/2024-01-01: 5}", "period.backwards"),
        ("{2024: several}", "quantity.unknown"),
        ("{2024: 1, 2024: 2}", "yaml.duplicate"),
        ("2024", "file.not_a_mapping"),
    ],
)
def test_earlier_figures_that_are_none(earlier, key):
    assert [found for *_, found in keys(HEAD + SCHOOLS + f"    earlier: {earlier}\n")] == [key]


@pytest.mark.parametrize(
    "text", ["- a\n", "a: 1\n", "just words\n", "'300'\n", "~\n", "---\n", "[]\n", "{}\n"]
)
def test_what_is_no_report(text):
    assert keys(text) == [(1, 1, "file.not_a_report")]


@pytest.mark.parametrize("version", ["2", "0", "1.0", "one", "'1.1'"])
def test_a_format_that_nobody_knows(version):
    assert keys(HEAD.replace("edureport: 1", f"edureport: {version}") + SCHOOLS) == [(1, 12, "file.version")]


@pytest.mark.parametrize("missing", ["id", "organisation", "period", "language"])
def test_what_the_head_needs(missing):
    text = re.sub(rf"(, )?{missing}: [^,}}]+", "", HEAD).replace("{, ", "{")
    (found,) = problems(text + SCHOOLS)
    assert (found[0], found[1]) == (2, 9)
    assert found[2].key == "file.missing_key"
    assert found[2].values == {"key": missing}


def test_control_characters_are_told_and_never_printed():
    for text in (VALUE + '"\\u001b[31m"\n', VALUE + "\x1b[31m\n", HEAD + SCHOOLS + '    "\\e[2J": 1\n'):
        words = said(text)
        assert words
        assert all("\x1b" not in line for line in words)


# Whatever is in the file


PIECES = re.findall(r"[A-Za-z0-9_-]+|[^\sA-Za-z0-9_-]|\s+", ALL_AT_ONCE)


@given(
    st.lists(
        st.tuples(st.integers(0, len(PIECES) - 1), st.sampled_from([*sorted(set(PIECES)), ""])), max_size=6
    )
)
def test_a_damaged_report_is_diagnosed_in_order(damage):
    """Any word of the file replaced by any other, or left out."""
    pieces = list(PIECES)
    for at, piece in damage:
        pieces[at] = piece
    try:
        read("".join(pieces))
        found = ()
    except ReportError as error:
        found = error.problems
    places = [(problem.place.line or 0, problem.place.column or 0) for problem in found]
    assert places == sorted(places)
    words = catalogue.load("en")
    assert all(words.problem(problem).startswith("made-up.yaml:") for problem in found)


MANY = """
import sys
from edureport.errors import ReportError
from reported import read_report
try:
    read_report(sys.stdin.buffer.read(), "junk.yaml")
except ReportError as error:
    print(len(error.problems))
"""


def test_thousands_of_names_that_nobody_knows_take_bounded_time():
    many = "".join(f"  k{number}: {{label: K, unit: school, kind: stock}}\n" for number in range(1500))
    many += "targets:\n" + "".join(f"  t{n}: {{label: T, indicator: i{n}, value: 1}}\n" for n in range(1500))
    done = subprocess.run(
        [sys.executable, "-c", MANY],
        cwd=Path(__file__).parents[1],
        input=(HEAD + "indicators:\n" + many).encode(),
        capture_output=True,
        timeout=10,
        check=True,
    )
    assert int(done.stdout) > 0


# Parts of parts, percentages, explanations

NESTED = """\
    breakdown:
      owner:
        members:
          state: {label: State, value: 250}
          private:
            label: Private
            value: 50
            breakdown:
              level:
                label: Level
                complete: true
                members:
                  primary: {label: Primary, value: 20, as_written: 20 schools}
                  secondary:
                    label: Secondary
                    breakdown: {size: {members: {small: {label: Small, value: 5}}}}
"""


def test_a_part_may_have_parts_of_its_own():
    schools = read(VALUE + "300\n" + NESTED)["schools"]
    assert list(schools.breakdowns) == [
        "owner",
        "owner/private/level",
        "owner/private/level/secondary/size",
    ]
    level = schools.breakdowns["owner/private/level"]
    assert level.of == ("owner", "private")
    assert level.complete
    (primary,) = schools.parts(level.key)
    assert str(schools.whole_of(primary.category).quantity) == "50"
    assert schools.label_of(primary.category).in_language("en") == "Primary"
    (small,) = schools.parts("owner/private/level/secondary/size")
    assert schools.whole_of(small.category) is None
    (_, private) = schools.parts("owner")
    assert schools.whole_of(private.category) is schools.observation


def test_a_mistake_in_a_part_of_a_part_is_told_where_it_is():
    wrong = VALUE + "300\n" + NESTED.replace("value: 20", "valeu: 20")
    assert [(line, key) for line, _, key in keys(wrong)] == [(23, "file.unknown_key_near")]


PERCENT = """\
edureport: 1
report: {id: made-up, organisation: Made-up Education Department, period: 2025-9M, language: en}
units: {school: schools, percent: "%"}
indicators:
  share: {label: Share, unit: percent, kind: ratio, value: 76, of: OF}
  schools: {label: Schools, unit: school, kind: stock, value: 300}
targets:
  plan: {label: Plan, indicator: schools, value: 320}
"""


def test_a_percentage_says_what_it_is_of_in_any_order_of_the_file():
    assert read(PERCENT.replace("OF", "{part: schools, target: plan}"))["share"].of == (
        "schools",
        None,
        "plan",
    )
    assert read(PERCENT.replace("OF", "{whole: schools}"))["share"].of == (None, "schools", None)
    assert read(PERCENT.replace(", of: OF", ""))["share"].of is None


@pytest.mark.parametrize(
    ("of", "told"),
    [
        ("{}", ["file.of_whole"]),
        ("{part: schools}", ["file.of_whole"]),
        ("{whole: schools, target: plan}", ["file.of_whole"]),
        ("{whole: school}", ["file.indicator_near"]),
        ("{part: x, target: y}", ["file.indicator", "file.target"]),
        ("{hole: schools}", ["file.unknown_key_near", "file.of_whole"]),
    ],
)
def test_what_a_percentage_is_of_has_to_exist(of, told):
    assert sorted(key for *_, key in keys(PERCENT.replace("OF", of))) == sorted(told)


def test_what_is_there_but_wrong_is_told_once():
    text = PERCENT.replace("OF", "{part: schools, target: plan}").replace("value: 320", "value: 3,2")
    assert [key for *_, key in keys(text.replace("3,2", "'3,2'"))] == ["quantity.comma"]


def test_explanations_are_a_list_or_a_single_one():
    one = "    skip: {check: parts-total, because: {en: Two owners, ru: Два владельца}}\n"
    (skip,) = read(VALUE + "300\n" + one)["schools"].skip
    assert (skip.check, skip.because.in_language("ru"), skip.place.line) == (
        "parts-total",
        "Два владельца",
        11,
    )
    two = "    skip:\n      - {check: falls, because: A}\n      - {check: revised, because: B}\n"
    assert [skip.check for skip in read(VALUE + "300\n" + two)["schools"].skip] == ["falls", "revised"]
    assert read(VALUE + "300\n")["schools"].skip == ()


def test_an_explanation_needs_a_check_and_a_reason():
    assert [key for *_, key in keys(VALUE + "300\n    skip: [{check: falls}]\n")] == ["file.missing_key"]
    assert "file.not_a_mapping" in [key for *_, key in keys(VALUE + "300\n    skip: falls\n")]


# Flags and precision


def indicator(text, units="{pupil: pupils, money: {en: million, whole: false}, percent: '%'}"):
    head = HEAD.replace("{school: schools}", units)
    return read(head + "indicators: {one: {label: One, " + text + "}}\n")["one"]


def test_a_figure_has_flags():
    one = indicator("unit: pupil, kind: stock, value: 5, flags: [provisional, estimated, provisional]")
    assert one.observation.flags == ("provisional", "estimated")
    assert one.blanks == ()


def test_a_flag_stands_without_a_value():
    one = indicator("unit: pupil, kind: stock, flags: suppressed")
    assert one.observation is None
    (blank,) = one.blanks
    assert (blank.category, blank.flags, blank.place.line) == (None, ("suppressed",), 5)


def test_a_part_without_a_value_keeps_its_place():
    members = "a: {label: A, value: 1}, b: {label: B, flags: missing}, c: {label: C, value: 2}"
    one = indicator(f"unit: pupil, kind: stock, value: 9, breakdown: {{d: {{members: {{{members}}}}}}}")
    assert [entry.category and entry.category.member for entry in one.entries] == [None, "a", "b", "c"]
    assert [figure.category.member for figure in one.parts("d")] == ["a", "c"]


def test_an_earlier_figure_has_flags_and_a_precision():
    earlier = "2024: {value: 50, flags: break, precision: 10}, 2023: 4"
    one = indicator(f"unit: pupil, kind: stock, value: 9, earlier: {{{earlier}}}")
    _, first, second = one.observations
    assert (first.flags, first.quantity.step) == (("break",), 10)
    assert (second.flags, second.quantity.step) == ((), 0)


def test_the_precision_of_an_indicator_is_that_of_its_parts_unless_they_state_their_own():
    members = "a: {label: A, value: 15}, b: {label: B, value: 20, precision: 10}"
    one = indicator(
        f"unit: pupil, kind: stock, value: 35, precision: 5, breakdown: {{d: {{members: {{{members}}}}}}}"
    )
    assert [figure.quantity.step for figure in one.observations] == [5, 5, 10]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("unit: percent, kind: ratio, value: 93", "1"),
        ("unit: percent, kind: ratio, value: 93.50", "0.01"),
        ("unit: pupil, kind: ratio, value: 15", "1"),  # pupils a teacher
        ("unit: pupil, kind: stock, value: 120000", "0"),
        ("unit: money, kind: flow, value: 4.1", "0.1"),
        ("unit: pupil, kind: stock, value: more than 120000, precision: 1000", "0"),
    ],
)
def test_how_finely_a_figure_is_printed(text, step):
    assert str(indicator(text).value.step) == step


# What counts


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("unit: pupil, kind: stock, value: more than 300", True),
        ("unit: pupil, kind: ratio, value: more than 300", False),
        ("unit: money, kind: flow, value: more than 300", False),
        ("unit: percent, kind: stock, value: 30", False),
        ("unit: pupil, kind: stock, value: 300, earlier: {2024: 299.5}", False),
        ("unit: pupil, kind: stock, value: 300, earlier: {2024: 299.0}", False),
    ],
)
def test_a_count_counts_whole_things(text, counted):
    assert indicator(text).value.counted is counted


def test_one_figure_with_decimals_tells_of_its_unit_wherever_it_stands():
    report = read(
        HEAD.replace("{school: schools}", "{hectare: ha, school: schools}")
        + """indicators:
  first: {label: First, unit: hectare, kind: stock, value: more than 7}
  other: {label: Other, unit: school, kind: stock, value: more than 7}
targets:
  more: {label: More, indicator: first, value: 10, milestones: {2025-12-01: 9}, due: 2026-01-01}
  most: {label: Most, indicator: first, value: 12.5}
"""
    )
    assert not report["first"].value.counted
    assert report["other"].value.counted
    target = report.targets["more"]
    assert not target.quantity.counted
    assert target.indicator is report["first"]
    assert [quantity.counted for quantity in target.milestones.values()] == [False]


def test_what_does_not_count_can_be_below_zero():
    assert indicator("unit: money, kind: flow, value: -5").value.stated == -5
    assert indicator("unit: pupil, kind: flow, value: -5, earlier: {2024: 4.5}").value.stated == -5
    text = HEAD + SCHOOLS + "    value: -5\n    earlier: {2024: -4}\n"
    assert keys(text) == [(10, 12, "quantity.negative_count"), (11, 21, "quantity.negative_count")]
