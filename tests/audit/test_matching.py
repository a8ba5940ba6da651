"""Matching goes by words: made-up data whose figures resemble each other, and near misses."""

from unittest import mock

import pytest
from reported import read_report

from edureport.audit.audit import audit
from edureport.audit.matching import MOST_RIVALS
from edureport.audit.scoring import MOST_ALIKE, Scorer
from edureport.prose import read

CONFIRMED, CONTRADICTED, POSSIBLE = "confirmed", "contradicted", "possible"
AMBIGUOUS, NOT = "ambiguous", "not_in_data"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "There are 42 schools.", [("42", "schools", CONFIRMED)]),
        ("en", "There are 43 schools.", [("43", "schools", CONTRADICTED)]),
        ("en", "There are 12 rural schools.", [("12", "schools/rural", CONFIRMED)]),
        ("en", "There are 30 rural schools.", [("30", "schools/rural", CONTRADICTED)]),
        ("en", "12 schools were repaired.", [("12", "repaired", CONFIRMED)]),
        ("en", "42 schools were repaired.", [("42", "repaired", CONTRADICTED)]),
        ("en", "1,234 pupils learned to swim.", [("1,234", "swimmers", CONFIRMED)]),
        (
            "en",
            "Of the 42 schools, 30 are urban and 12 rural.",
            [
                ("42", "schools", CONFIRMED),
                ("30", "schools/urban", CONFIRMED),
                ("12", "schools/rural", CONFIRMED),
            ],
        ),
        (
            "en",
            "Schools: urban – 12, rural – 30.",
            [("12", "schools/urban", CONTRADICTED), ("30", "schools/rural", CONTRADICTED)],
        ),
        ("ru", "Работают 42 школы.", [("42", "schools", CONFIRMED)]),
        ("ru", "Отремонтировано 12 школ.", [("12", "repaired", CONFIRMED)]),
        ("ru", "Плавать научились 1 243 ученика.", [("1 243", "swimmers", CONTRADICTED)]),
        (
            "ru",
            "Городских школ 30, сельских – 12.",
            [("30", "schools/urban", CONFIRMED), ("12", "schools/rural", CONFIRMED)],
        ),
        ("kk", "Біздегі мектептердің саны – 42.", [("42", "schools", CONFIRMED)]),
        ("kk", "Қалада 42 мектеп бар.", [("42", "schools", AMBIGUOUS)]),  # or only those of the city
        ("kk", "12 мектеп жөнделді.", [("12", "repaired", CONFIRMED)]),
        ("kk", "Жүзуді 1 243 оқушы үйренді.", [("1 243", "swimmers", CONTRADICTED)]),
        ("kk", "Ыстық тамақпен оқушылардың 64,2 пайызы қамтылды.", [("64,2 пайызы", "meals", POSSIBLE)]),
    ],
)
def test_a_figure_is_about_what_its_words_say(judged, language, text, found):
    assert judged(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "42 bridges were painted."),
        ("en", "12 libraries received new books."),
        ("ru", "Высажено 42 дерева."),
        ("kk", "42 көпір боялды."),
    ],
)
def test_an_equal_value_is_no_match(judged, language, text):
    assert [verdict for _, _, verdict in judged(text, language)] == [NOT]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 15 schools canteens and libraries were opened."),
        ("en", "300 pupils of music schools gave concerts in the town park."),
        ("ru", "В 15 школах открыты новые столовые и библиотеки."),
        ("kk", "15 мектепте жаңа асхана мен кітапхана ашылды."),
    ],
)
def test_what_is_counted_in_the_same_unit_is_not_the_same(judged, language, text):
    """Telling an author to change a right number is worse than saying nothing."""
    verdicts = {verdict for _, _, verdict in judged(text, language)}
    assert verdicts <= {NOT, AMBIGUOUS}


@pytest.mark.parametrize(
    ("language", "text", "verdict"),
    [
        ("en", "By the end of 2025 it is planned to repair 20 schools.", CONFIRMED),
        ("en", "By the end of 2025 it is planned to repair 12 schools.", CONTRADICTED),
        ("ru", "До конца 2025 года планируется отремонтировать 20 школ.", CONFIRMED),
        ("ru", "До конца 2025 года планируется отремонтировать 12 школ.", CONTRADICTED),
        ("kk", "2025 жылдың соңына дейін 20 мектеп жөндеу жоспарланып отыр.", CONFIRMED),
        ("kk", "2025 жылдың соңына дейін 12 мектеп жөндеу жоспарланып отыр.", CONTRADICTED),
    ],
)
def test_a_plan_is_never_matched_with_a_fact(judged, language, text, verdict):
    """The data have 12 repaired schools as a fact and 20 as a plan."""
    ((_, key, found),) = judged(text, language)
    assert key == "repaired_2025"
    assert found == verdict


def test_a_plan_for_another_year_is_another_plan(judged):
    ((_, _, verdict),) = judged("By the end of 2028 it is planned to repair 20 schools.")
    assert verdict == NOT


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("There are 42 schools, against 40 a year ago.", [CONFIRMED, CONFIRMED]),
        ("There are 42 schools, against 41 a year ago.", [CONFIRMED, CONTRADICTED]),
        ("The number of schools rose from 40 to 42.", [CONFIRMED, CONFIRMED]),
        ("The number of schools rose by 2 compared with last year.", [CONFIRMED]),
        ("The number of schools rose by 3 compared with last year.", [CONTRADICTED]),
        ("The number of schools fell by 2 compared with last year.", [CONTRADICTED]),
        ("The number of schools rose by 5% compared with last year.", [CONFIRMED]),
        ("In 2019 there were 42 schools.", [NOT]),
    ],
)
def test_figures_are_matched_at_their_time(judged, text, verdicts):
    assert [verdict for _, _, verdict in judged(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("71.4% of the schools are urban.", CONFIRMED),
        ("71% of the schools are urban.", CONFIRMED),
        ("74% of the schools are urban.", CONTRADICTED),
    ],
)
def test_a_percentage_may_be_the_share_of_a_part(judged, text, verdict):
    assert judged(text)[0][1:] == ("schools/urban", verdict)


def test_two_figures_for_one_thing_leave_open_which_is_meant(judged):
    found = judged("There are 43 schools, 41 schools.")
    assert CONTRADICTED not in {verdict for _, _, verdict in found}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Grants of 58 million tenge were paid.", CONFIRMED),
        ("Grants of 58.4 million tenge were paid.", CONTRADICTED),
        ("Grants of 58,000,000 tenge were paid.", CONFIRMED),
        ("Grants grew by 8 million tenge compared with last year.", CONFIRMED),
    ],
)
def test_data_may_be_in_millions(text, verdict):
    data = """\
edureport: 1
report: {id: riverside-2025, organisation: Town of Riverside (invented), period: 2025, language: en}
units: {money: million tenge}
indicators:
  grants: {label: Grants paid, unit: money, kind: flow, value: 58, earlier: {2024: 50}}
"""
    findings = audit(read(text, "en"), [read_report(data.encode(), "riverside.yaml")]).findings
    assert [finding.judged.verdict.value for finding in findings if finding.judged] == [verdict]


ALIKE = """
edureport: 1
report: {id: riverside, organisation: Riverside, period: 2025-9M, language: en}
units: {school: {en: {one: school, other: schools}}}
indicators:
"""


def test_what_no_text_tells_apart_is_scored_once():
    lines = (f"  i{i}: {{label: Schools, unit: school, kind: stock, value: {i}}}\n" for i in range(200))
    report = read_report((ALIKE + "".join(lines)).encode(), "made-up.yaml")
    with mock.patch.object(Scorer, "_scored", autospec=True, side_effect=Scorer._scored) as scored:
        findings = audit(read("There are 7 schools. " * 100, "en"), [report]).findings
    assert scored.call_count == len(findings) == 100
    assert {finding.judged.verdict.value for finding in findings} == {AMBIGUOUS}
    assert {len(finding.rivals) for finding in findings} == {MOST_RIVALS}
    assert MOST_ALIKE > MOST_RIVALS


def test_equal_candidates_come_in_the_order_of_the_data_whatever_the_hash_seed(tmp_path, program):
    towns, label = "alder birch cedar damson elder fir gorse hazel", "rural evening classes sewing places"
    one = f"  {{0}}: {{{{label: {{0}} {label} per thousand women, unit: school, kind: stock, value: 9}}}}\n"
    data = ALIKE.lstrip().replace("school", "place") + "".join(map(one.format, towns.split()))
    (tmp_path / "data.yaml").write_text(data.replace("unit: school", "unit: place"))
    text = "The north had most rural evening classes last year, with 35.5 sewing places per thousand women.\n"
    (tmp_path / "told.txt").write_text(text)
    options = ("told.txt", "--data", "data.yaml", "-f", "json", "--lang", "en")
    for seed in "03":
        ended = program("audit", *options, env={"PYTHONHASHSEED": seed}, folder=tmp_path)
        assert "; ".join(towns.split()) in ended.text
