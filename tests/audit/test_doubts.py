"""Right figures that resemble others in the data: they are hardly ever told to be wrong."""

import pytest
from reported import read_report

import edureport
from edureport.audit.audit import audit
from edureport.audit.candidates import Doubt
from edureport.audit.findings import Verdict
from edureport.prose import read
from edureport.prose.cells import TextCell
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.locate import locate
from edureport.reading.plain_text import add_blocks

SHYMKENT = ("data/report_2025q3.yaml",)
RIVERSIDE = ("docs/examples/riverside-2025-9m.yaml",)
ASTANA = ("examples/astana",)


def judged(text, language, paths):
    reports = [edureport.load(path) for path in locate(list(paths), {}).paths]
    findings = audit(read(text, language), reports).findings
    return [(finding.figure.words, finding.judged.verdict.value) for finding in findings if finding.judged]


@pytest.mark.parametrize(
    ("paths", "language", "text"),
    [
        # a milestone of the same target, or a day for which there is none
        (RIVERSIDE, "en", "Under the plan, 900 pupils were to be trained in programming by 30 June 2025."),
        (RIVERSIDE, "en", "By 1 March 2025, 300 pupils are to be trained in programming."),
        # another unit
        (ASTANA, "kk", "2024 жылғы қыркүйекте оқушылардың 233 006-сы мемлекеттік мектептерде оқыды."),
        (ASTANA, "kk", "Мемлекеттік мектептерде 236 956, жекеменшік мектептерде 45 014 оқушы оқыды."),
        # several figures within the time that is named
        (ASTANA, "ru", "В 2024–2025 учебном году в городе работали 187 общеобразовательных школ."),
        (ASTANA, "ru", "В 2025 году в городе 196 общеобразовательных школ."),
        # what has been reached since some day is what there is now
        (ASTANA, "ru", "С сентября 2024 года число общеобразовательных школ выросло на 19, до 206."),
        # what a figure is compared with is of the same thing
        (RIVERSIDE, "en", "There are 7 private schools, up from 5."),
        (RIVERSIDE, "en", "There are 7 private schools, against 5 a year earlier."),
        # a time that ends with its sentence
        (RIVERSIDE, "en", "In 2024, Riverside trained 1,100 pupils. There are more than 40 schools."),
        # a part of what the data have
        (SHYMKENT, "ru", "В городе 12 аварийных государственных школ."),
        (SHYMKENT, "ru", "В 5 государственных школах есть бассейн."),
        (SHYMKENT, "kk", "5 мемлекеттік мектепте бассейн бар."),
        (SHYMKENT, "ru", "Пять государственных школ поют в хоре."),
        (SHYMKENT, "kk", "5 мемлекеттік мектеп ән айтады."),
        (RIVERSIDE, "en", "Last month 39 schools sang."),
        (RIVERSIDE, "en", "Last month 5 state schools were closed."),
        # what is not
        (SHYMKENT, "ru", "Не прошли курсы повышения квалификации 80 учителей."),
        (SHYMKENT, "en", "80 teachers did not complete professional development courses."),
        # what is only asked
        (RIVERSIDE, "en", "Were 8 of the schools private schools?"),
        (SHYMKENT, "ru", "«Разве есть 60 частных школ?» – спросили в зале."),
        (SHYMKENT, "kk", "60 жекеменшік мектеп бар ма?"),
        # another place
        (SHYMKENT, "ru", "В Абайском районе 60 государственных школ."),
        (SHYMKENT, "en", "The city of Almaty has 214 state schools."),
        # another period
        (SHYMKENT, "ru", "Отчёт за 2025 год\n\nКурсы повышения квалификации прошли 1600 учителей."),
        (SHYMKENT, "ru", "Отчёт за сентябрь 2025 года\n\nКурсы повышения квалификации прошли 100 учителей."),
        (
            SHYMKENT,
            "en",
            "Report for the first quarter of 2025\n\n400 teachers completed development courses.",
        ),
        # by when something is to be, and no word for a plan
        (ASTANA, "ru", "К 2030 году общеобразовательных школ 260."),
        (ASTANA, "ru", "К концу 2026 года число общеобразовательных школ достигнет 230."),
        (ASTANA, "kk", "2027 жылға қарай жалпы білім беретін мектептер саны 247-ге дейін артады."),
        # all, and a number
        (SHYMKENT, "kk", "Барлық 300 мектепте электронды журналдар бар."),
    ],
)
def test_a_doubt_is_no_contradiction(paths, language, text):
    assert "contradicted" not in {verdict for _, verdict in judged(text, language, paths)}


@pytest.mark.parametrize(
    ("paths", "language", "text"),
    [
        (RIVERSIDE, "en", "8 of the schools are private schools."),
        (RIVERSIDE, "en", "Is that enough? 8 of the schools are private schools."),
        (RIVERSIDE, "en", "8 of the schools are private schools. Is that enough?"),
    ],
)
def test_what_is_said_beside_a_question_is_a_contradiction(paths, language, text):
    assert "contradicted" in {verdict for _, verdict in judged(text, language, paths)}


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("There are 43 schools.", set()),
        ("There are not 43 schools.", {Doubt.NEGATION, Doubt.RESTRICTED}),
        ("In Hillside there are 43 schools.", {Doubt.OTHER_NAME, Doubt.RESTRICTED}),
        ("The schools of the small town of Hillside\n\nThere are 43 schools.", {Doubt.OTHER_NAME}),
        ("43 schools were built.", {Doubt.EVENT}),
        ("There are 43 music schools.", {Doubt.FOREIGN_WORD}),
        ("43 pupils of schools sing.", {Doubt.WEAK_MATCH, Doubt.RESTRICTED}),
        ("43 schools sing.", {Doubt.RESTRICTED}),
        ("43% live in towns.", {Doubt.WEAK_MATCH, Doubt.WHOLE_UNNAMED}),
        ("43% of schools are urban.", set()),
        ("There are 43 schools with lifts.", {Doubt.RESTRICTED}),
        ("There are 43 schools in the town.", set()),
        ("In the second shift, there are 43 schools.", {Doubt.RESTRICTED}),
        ("Of 43 schools, seven are private.", {Doubt.SOME}),
        ("Of 50 schools, 43 schools are new.", {Doubt.PART, Doubt.REPEATED, Doubt.RESTRICTED}),
        ("In 43 schools there is a pool.", {Doubt.COUNTED_INSIDE, Doubt.RESTRICTED}),
        ("There are 43 schools, 41 schools.", {Doubt.REPEATED}),
        ("There are 43 schools.\n\nThere are 41 schools.", {Doubt.REPEATED}),
        ("There are 43 schools.\n\nThere are 43 schools.", set()),  # both may be wrong
        ("The inspectorate of roads saw 43 schools.", {Doubt.RESTRICTED, Doubt.WEAK_MATCH}),
        ("Report for 2025\n\nThere are 43 schools.", {Doubt.OTHER_TIME}),
        ("By 2030, 43 schools.", {Doubt.OTHER_TIME}),
        ("By 1 October 2025 there were 43 schools.", set()),  # the morning after the period
    ],
)
def test_each_doubt_has_its_reason(riverside, text, doubts):
    found = [
        one for one in audit(read(text, "en"), [riverside]).findings if one.figure.words in {"43", "43%"}
    ]
    assert found[0].doubts == doubts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Of 18 schools opened since 2010, seven are urban.", Verdict.AMBIGUOUS),
        ("There are 42 schools, of which seven are urban.", Verdict.CONTRADICTED),
    ],
)
def test_a_part_of_something_else_is_not_that_of_the_data(riverside, text, verdict):
    found = [one for one in audit(read(text, "en"), [riverside]).findings if one.figure.words == "seven"]
    assert found[0].judged.verdict is verdict


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("There are 12 pupils in grade 4.", True),
        ("There are 12 pupils in grade 11.", False),  # another grade
        ("Pupils in grade 4.", False),  # the name itself
        ("The birth rate was 22.7 births per 1,000 people.", False),
        ("There were 22 births.", True),
        ("| | Pupils |\n|---|---|\n| Grade 4 | 12 |", True),
        ("| | Pupils |\n|---|---|\n| Grade 11 | 12 |", False),
    ],
)
def test_another_grade_or_a_rate_contradicts_nothing(text, certain):
    data = read_report(GRADES.encode(), "grades.yaml")
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    document = Document("made-up.txt", text, tuple(blocks.all), lined=True)
    reading = read(document.prose, "en", [TextCell(*one) for one in document.cells])
    findings = audit(reading, [data]).findings
    found = [one for one in findings if one.figure.states and one.judged]
    assert (Verdict.CONTRADICTED in {one.judged.verdict for one in found}) is certain


@pytest.mark.parametrize(
    ("paths", "language", "text"),
    [
        (RIVERSIDE, "en", "By 30 June 2025, 800 pupils were to be trained in programming under the plan."),
        (ASTANA, "ru", "В 2025 году в городе 199 общеобразовательных школ."),
        (ASTANA, "ru", "В августе 2025 года в городе 207 общеобразовательных школ."),
        (RIVERSIDE, "en", "There are 8 private schools."),
        (SHYMKENT, "ru", "Курсы повышения квалификации прошли 1250 учителей."),
        (SHYMKENT, "kk", "Біліктілікті арттыру курстарынан 1250 мұғалім өтті."),
    ],
)
def test_what_leaves_no_doubt_is_contradicted(paths, language, text):
    assert "contradicted" in {verdict for _, verdict in judged(text, language, paths)}


GRADES = """\
edureport: 1
report: {id: mapleford-2025-9m, organisation: Mapleford (invented), period: 2025-9M, language: en}
units: {pupil: {en: {one: pupil, other: pupils}}, birth: {en: {one: birth, other: births}}}
indicators:
  grade_4: {label: {en: Pupils in grade 4}, unit: pupil, kind: stock, value: 40}
  births: {label: {en: Births}, unit: birth, kind: flow, value: 50}
"""

STOCK_TARGET = """\
edureport: 1
report: {id: mapleford-2025-9m, organisation: Mapleford (invented), period: 2025-9M, language: en}
units: {school: {en: {one: school, other: schools}, ru: школа}}
indicators:
  schools: {label: {en: Schools, ru: Школы}, unit: school, kind: stock, value: 40}
targets:
  schools_2026: {label: {en: Schools, ru: Школы}, indicator: schools, value: 45, due: 2026-12-31}
"""


@pytest.mark.parametrize(
    ("language", "text", "certain"),
    [
        ("ru", "К концу 2026 года планируется открыть ещё 5 школ.", False),
        ("en", "By the end of 2026 it is planned to open 5 more schools.", False),
        ("ru", "К концу 2026 года число школ достигнет 47.", True),
        ("en", "By the end of 2026 the number of schools will reach 47.", True),
    ],
)
def test_what_is_to_come_does_not_contradict_how_many_there_are_to_be(language, text, certain):
    data = read_report(STOCK_TARGET.encode(), "made-up.yaml")
    verdicts = [one.judged.verdict for one in audit(read(text, language), [data]).findings if one.judged]
    assert ("contradicted" in verdicts) is certain


def test_a_change_in_percent_that_is_one_in_points_is_only_possible():
    data = """\
edureport: 1
report: {id: riverside-2025, organisation: Riverside (invented), period: 2025, language: en}
units: {percent: "%"}
indicators:
  meals:
    label: Share of pupils with hot meals
    unit: percent
    kind: ratio
    value: 91.4
    earlier: {2024: 89.1}
"""
    made = read_report(data.encode(), "made-up.yaml")
    for words, verdict in (("2.3%", "possible"), ("2.3 percentage points", "confirmed")):
        text = f"The share of pupils with hot meals rose by {words} compared with last year."
        (found,) = [one for one in audit(read(text, "en"), [made]).findings if one.judged]
        assert found.judged.verdict == verdict


def test_parts_that_leave_something_over_may_be_some_of_those_that_the_data_have():
    reports = [edureport.load("examples/astana/2025-08.yaml")]
    for private, wrong in (("77", False), ("97", True)):  # 122 + 97 are more than 206
        text = f"В городе 206 общеобразовательных школ, в том числе 122 государственные и {private} частных."
        findings = audit(read(text, "ru"), reports).findings
        assert any(finding.inconsistent for finding in findings) is wrong
