"""Drafts of made-up reports: what becomes of each figure, and that check and audit can use it at once."""

from collections import Counter
from datetime import date

import pytest

from edureport.audit.audit import audit
from edureport.audit.findings import Verdict
from edureport.checks import NAMES, findings
from edureport.drafting.draft import LeftOut
from edureport.model.period import Period
from edureport.model.quantity import Bound
from edureport.model.report import Category, IndicatorKind
from edureport.prose import read

REPORTS = {
    "en": """\
Report of the Education Department of Sampleton for January to September 2025

There are 40 schools in the district, of which 28 are state and 12 are private. More than 12,000 pupils
attend lessons.

In the first nine months of 2025, 50 new computer classrooms were opened and 12 gyms were repaired. The share
of teachers with a degree is 94.3%. All schools have introduced electronic journals.

By the end of 2025 the department plans to open 5 new libraries.
""",
    "ru": """\
Отчёт Управления образования города Примерска за 9 месяцев 2025 года

В городе действует 40 школ, из них 28 государственных и 12 частных. В них учатся более 12 тысяч учащихся.

Открыто 50 новых компьютерных классов и отремонтировано 12 спортивных залов. Доля педагогов с высшим
образованием составила 94,3 процента. Во всех школах внедрены электронные журналы.

До конца 2025 года планируется открыть 5 новых библиотек.
""",
    "kk": """\
Үлгі қаласы Білім басқармасының 2025 жылғы 9 айдағы есебі

Қаладағы мектептердің саны – 40, соның ішінде 28 мектеп мемлекеттік, ал 12 мектеп жекеменшік. Оқу орындарында
12 мыңнан астам оқушы білім алуда.

2025 жылдың 9 айында 50 жаңа компьютерлік сынып ашылып, 12 спорт залы жөнделді. Жоғары білімі бар
педагогтердің үлесі 94,3 пайызды құрады. Барлық мектептерде электронды журналдар енгізілді.

2025 жылдың соңына дейін 5 жаңа кітапхана ашу жоспарланып отыр.
""",
}
ORGANISATIONS = {
    "en": "Education Department of Sampleton",
    "ru": "Управление образования города Примерска",
    "kk": "Үлгі қаласы Білім басқармасы",
}


@pytest.fixture(scope="module", params=REPORTS)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def whole(drafted, language):
    return drafted(REPORTS[language], language)


def test_every_figure_has_its_place(whole):
    counts = whole.draft.counts()
    assert counts["parts"] == 2
    assert counts["indicators"] + counts["targets"] + counts["unnamed"] == 7
    assert sum(counts.values()) == whole.draft.figures == 9


def test_the_head_is_what_the_text_says(whole, language):
    assert whole.report.organisation.texts == {language: ORGANISATIONS[language]}
    assert whole.report.period == Period.parse("2025-9M")
    assert whole.report.language == language
    assert whole.report.source.title.in_language(language) == REPORTS[language].splitlines()[0]


def test_values_bounds_units_and_kinds_are_those_of_the_text(whole):
    found = [indicator for indicator in whole.report.indicators.values() if indicator.value]
    assert [(str(i.value.stated), i.value.bound, i.kind) for i in found] == [
        ("40", Bound.EXACT, IndicatorKind.STOCK),
        ("12000", Bound.MORE_THAN, IndicatorKind.STOCK),
        ("50", Bound.EXACT, IndicatorKind.FLOW),
        ("12", Bound.EXACT, IndicatorKind.FLOW),
        ("94.3", Bound.EXACT, IndicatorKind.RATIO),
        ("40", Bound.EXACT, IndicatorKind.STOCK),
    ]
    assert found[4].unit.is_percent
    assert len({i.unit.key for i in found}) == 5
    assert found[5].observation.all_of == found[0].key


def test_parts_stand_below_their_whole(whole):
    schools = next(iter(whole.report.indicators.values()))
    assert [str(part.quantity) for part in schools.parts("parts")] == ["28", "12"]
    assert schools.breakdowns["parts"].complete
    assert schools.parts("parts")[0].as_written.startswith("28 ")


def test_plans_are_targets(whole):
    (target,) = whole.report.targets.values()
    assert (str(target.quantity), target.due) == ("5", date(2025, 12, 31))
    assert target.indicator.value is None


def test_check_finds_nothing(whole):
    assert findings([whole.report], list(NAMES)) == []


def test_audit_of_the_same_text_confirms_every_figure(whole, language):
    found = audit(read(REPORTS[language], language), [whole.report]).findings
    judged = Counter(finding.judged.verdict for finding in found if finding.figure.states)
    assert judged == {Verdict.CONFIRMED: 9}


def test_quoted_words_are_in_the_text(whole, language):
    text = " ".join(REPORTS[language].split())
    quoted = [figure.as_written for _, figure in whole.report.observations]
    assert [words for words in quoted if words not in text] == []


def test_sentences_are_counted_over_the_whole_text(drafted):
    found = drafted("Heading\n\nNo figure. There are 40 schools.\n\nThere are 9 parks.", "en")
    assert [i.observation.where for i in found.report.indicators.values()] == [
        {"sentence": "3"},
        {"sentence": "4"},
    ]


def test_figures_of_earlier_times_go_to_their_indicator(drafted):
    found = drafted(
        "There are 312 schools in the region, against 305 in 2023. The figure for 2024 is 308.", "en"
    )
    (schools,) = found.report.indicators.values()
    assert {str(figure.period): str(figure.quantity) for figure in schools.observations} == {
        str(Period.parse("2025-9M")): "312",
        str(Period.parse("2023")): "305",
        str(Period.parse("2024")): "308",
    }
    assert found.draft.counts()["earlier"] == 2
    assert "# 2023: “305”, sentence 1" in found.text


def test_an_indicator_may_be_known_for_earlier_times_only(drafted):
    found = drafted("In 2024 the region had 12 museums.", "en")
    (museums,) = found.report.indicators.values()
    assert museums.value is None
    assert [str(figure.quantity) for figure in museums.observations] == ["12"]


def test_from_and_to_are_two_figures_of_one_indicator(drafted):
    found = drafted("Число школ выросло с 45 в 2024 году до 60 в 2025 году.", "ru")
    (schools,) = found.report.indicators.values()
    assert [str(figure.quantity) for figure in schools.observations] == ["60", "45"]
    assert schools.label.texts == {"ru": "Число школ"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Attendance rose by 5%.", "draft.left_change"),
        ("Hundreds of parents took part.", "draft.left_indefinite"),
        ("There are 123456789012345678901234567890123456 schools.", "draft.left_unread"),
        ("The number of schools rose from 45 to 60.", "draft.left_from"),
        ("A total of 41 schools were open in November 2025.", "draft.left_later"),
        ("The region had 12 museums in 2024. The region had 13 museums in 2024.", "draft.left_twice"),
    ],
)
def test_what_is_left_out_stands_there_with_the_reason(drafted, text, why):
    found = drafted(text, "en")
    left = [item for item in found.draft.items if isinstance(item, LeftOut)]
    assert [item.why.key for item in left] == [why]
    assert "# left out, “" in found.text


def test_what_is_said_twice_is_one_indicator(drafted):
    found = drafted("There are 40 schools in town. As said, there are 40 schools in town.", "en")
    assert len(found.report.indicators) == 1
    assert found.draft.counts()["again"] == 1
    assert "# repeated in sentence 2" in found.text


def test_two_figures_for_one_thing_are_both_kept_and_told_apart(drafted):
    found = drafted("Построено 40 школ. Построено 45 школ.", "ru")
    labels = [i.label.in_language("ru") for i in found.report.indicators.values()]
    assert labels == ["Построено школ", "Построено … школ"]
    assert [str(i.value) for i in found.report.indicators.values()] == ["40", "45"]


def test_a_plan_goes_to_the_indicator_that_measures_it(drafted):
    found = drafted("Построено 12 новых школ. В 2026 году планируется построить 15 новых школ.", "ru")
    (schools,) = found.report.indicators.values()
    (target,) = found.report.targets.values()
    assert target.indicator == schools
    assert (target.key, target.due) == (f"{schools.key}_2026", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Отремонтировано 7 школ. До конца года планируется открыть 2 школы."),
        ("ru", "Обучено 1200 педагогов. До конца года планируется обучить ещё 300 педагогов."),
        ("ru", "Школы – 42. До конца года планируется построить 2 школы."),
        ("en", "There are 42 schools. By the end of the year it is planned to open 2 schools."),
        ("en", "7 schools were repaired. By the end of the year another 2 schools will be repaired."),
        ("kk", "7 мектеп жөнделді. Жыл соңына дейін тағы 2 мектеп жөнделеді деп жоспарлануда."),
    ],
)
def test_a_plan_is_no_target_of_what_it_does_not_surely_continue(drafted, language, text):
    (target,) = drafted(text, language).report.targets.values()
    assert target.indicator.value is None


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("ru", "Пловцов в клубах 414 человек, это выше на 5,9 % (в 2024 году – 391).", "Пловцы в клубах"),
        ("ru", "Число пловцов в клубах равно 414. В 2024 году показатель равнялся 391.",
         "Число пловцов в клубах"),
        ("en", "The number of swimmers was 414 (12 in the north). In 2024 this was 391.",
         "Number of swimmers"),
    ],
)  # fmt: skip
def test_an_earlier_figure_goes_on_with_the_words_of_the_one_it_is_compared_with(
    drafted, language, text, label
):
    found = drafted(text, language).draft
    assert [(e.label, [one.value for one in e.earlier.values()]) for e in found.entries if e.earlier] == [
        (label, ["391"])
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Школы: 42, план на 2026 год – 45."), ("en", "Schools: 42, plan for 2026 – 45.")],
)
def test_a_plan_behind_a_figure_is_of_what_that_is(drafted, language, text):
    found = drafted(text, language).report
    assert [str(indicator.value) for indicator in found.indicators.values()] == ["42"]
    assert [target.indicator.key for target in found.targets.values()] == list(found.indicators)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "We plan to open 2 schools and to build 2 schools by 2027.", 2),
        ("en", "We plan to open 2 schools and to build 3 schools by 2027.", 2),
        ("ru", "Планируется открыть 2 школы и построить 3 школы.", 2),
        # Of two days it is the same, and so is a number that grows.
        ("en", "We plan to open 2 schools by 2027 and 3 schools by 2029.", 1),
        ("kk", "Ауылдағы 34 мектептің саны 2026 жылы 45-ке жеткізілмек.", 1),
    ],
)
def test_two_plans_of_one_sentence_and_day_are_two(drafted, language, text, count):
    found = drafted(text, language).report
    assert len({target.indicator.key for target in found.targets.values()}) == count


def test_a_plan_is_measured_by_what_its_own_verb_says(drafted):
    text = "Построено 5 школ. Планируется открыть 2 школы, построить 3 моста."
    (schools, *_), (target, *_) = drafted(text, "ru").report.indicators, drafted(text, "ru").draft.targets
    assert target.indicator != schools


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В районе 40 школ. К 2027 году школ 47."),
        ("en", "There are 40 schools. By the end of 2028, 47 schools."),
        ("kk", "Ауданда 40 мектеп бар. 2027 жылға қарай мектептер саны 47-ге дейін артады."),
        ("en", "There are 40 schools, by the end of 2028 47 schools."),
        # What is so is one of them, wherever its sentence names a later time.
        ("ru", "К 2027 году появится мост, в районе действует 40 школ."),
        ("ru", "К 2030 году будет 50 школ (сейчас 40 школ)."),
        ("ru", "Сейчас в районе 40 школ – к 2030 году их будет 50."),
        ("en", "By 2030 12 schools will be built; today 40 schools work."),
        ("en", "In the district work 40 schools (20.5 km apart) and by 2030 there will be 50 schools."),
    ],
)
def test_what_is_to_be_later_is_no_figure_of_the_period(drafted, language, text):
    found = drafted(text, language)
    values = [str(figure.quantity) for one in found.report.indicators.values() for figure in one.observations]
    assert [value for value in values if value != "20.5"] == ["40"]


@pytest.mark.parametrize(
    ("text", "label", "earlier"),
    [
        ("The enrolment of girls fell by 106 pupils, totaling 4,604.", "Enrolment of girls", []),
        ("The volume of calls fell from 900 cases in 2024 to 800 cases.", "Volume of calls", ["900"]),
        ("Crews attended 900 fires. This was a 9% fall compared with 2024 (990).", "Fires attended", ["990"]),
    ],
)
def test_a_number_behind_a_change_is_of_what_changed(drafted, text, label, earlier):
    found = drafted(text, "en").draft
    assert [(e.label, [one.value for one in e.earlier.values()]) for e in found.entries] == [(label, earlier)]


def test_a_clause_with_a_verb_of_its_own_goes_on_with_no_other(drafted):
    text = "The number of staff rose by 252, and the share of women declined to 3.9 percent."
    assert [entry.label for entry in drafted(text, "en").draft.entries] == ["Share of women"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # a change with words of its own leaves nothing to the figure before it
        ("The port handled 26 ships, while in 2024 tonnage fell by 8% to 981.", ["Ships handled", "Tonnage"]),
        (
            "Aid was sent to 85 families. Sums paid saw a fall of 12% to reach 496 dollars.",
            ["Families to whom Aid was sent", "Sums paid"],
        ),
        ("Cargo saw a 2.3% year-on-year decline to 40 tonnes.", ["Cargo"]),
        # a number with its unit alone ends the change; it takes no other words
        ("The herd of goats fell by 5% to 40 animals.", ["Herd of goats"]),
        # parts that only say where are parts of what stood alone before them, and of nothing if two did
        (
            "There were 492 starts and 50 stops. Of these there were 294 at first level.",
            ["Starts", "Stops", "At first level"],
        ),
        # "in" alone does not make of a sentence what goes on with another
        (
            "There are 6 clubs in the north. The sum in this chunk of it went to tea at a price of $2.",
            ["Clubs in the north", "Sum in this chunk of it went to tea at a price of"],
        ),
        # a percentage in brackets behind a number and its unit is of what these are
        ("Household waste accounted for 25 tonnes (89%).", ["Household waste", "Household waste"]),
    ],
)
def test_whose_number_it_is(drafted, text, labels):
    assert [entry.label for entry in drafted(text, "en").draft.entries] == labels


def test_parts_that_only_say_where_have_the_name_of_what_they_are_part_of(drafted):
    text = "There were 492 starts. Of these there were 294 at first level; 179 at second level."
    (whole,) = drafted(text, "en").draft.entries
    assert [part.label for part in whole.parts[0].members] == [
        "Starts at first level",
        "Starts at second level",
    ]


def test_two_figures_before_a_comparison_leave_open_which_it_is(drafted):
    text = "Crews attended 900 fires in 40 towns. This was a 9% fall compared with 2024 (990)."
    assert [entry.unnamed for entry in drafted(text, "en").draft.entries if entry.earlier] == [True]


def test_a_plan_without_a_day_is_marked(drafted):
    found = drafted("The department plans to open 5 new schools.", "en")
    (target,) = found.report.targets.values()
    assert target.due is None
    assert "# to be completed: due" in found.text


def test_all_without_a_total_has_no_value(drafted):
    found = drafted("All schools have a library.", "en")
    (schools,) = found.report.indicators.values()
    assert schools.value is None
    assert "# to be completed: value" in found.text


def test_what_the_words_do_not_tell_is_marked(drafted):
    found = drafted("Libraries: 12.", "en")
    assert found.report.organisation.in_language("en") == "to be completed"
    marks = [
        line.strip() for line in found.text.splitlines() if line.strip().startswith("# to be completed:")
    ]
    assert len(marks) == found.open
    assert any("stock, flow or ratio" in mark for mark in marks)
    assert any("name of the organisation" in mark for mark in marks)


def test_what_is_given_goes_before_what_is_found(drafted):
    found = drafted(REPORTS["en"], "en", identifier="sampleton-2025", organisation="Sampleton")
    assert (found.report.id, found.report.organisation.texts) == ("sampleton-2025", {"en": "Sampleton"})


def test_headings_make_sections(drafted):
    found = drafted("Report\n\nSchools\n\nThere are 40 schools.\n\nStaff\n\nThere are 9 cooks.", "en")
    assert [s.label.in_language("en") for s in found.report.sections.values()] == ["Schools", "Staff"]
    assert [i.section.key for i in found.report.indicators.values()] == ["schools", "staff"]


def test_parts_of_parts_stand_below_them(drafted):
    text = "В районе 60 школ, из них 40 сельских. Сельских школ – 40, из них 30 государственных и 10 частных."
    found = drafted(text, "ru")
    assert sum(found.draft.counts().values()) == found.draft.figures == 5
    categories = {category for _, o in found.report.observations if (category := o.category)}
    assert Category("parts", "gosudarstvennye") in categories


def test_a_text_without_figures_is_a_report_without_indicators(drafted):
    found = drafted("Nothing to count here.", "en")
    assert (found.draft.figures, len(found.report)) == (0, 0)


def test_a_clause_that_says_what_changed_goes_on_with_no_other_label(drafted):
    text = (
        "Выпуск ткани вырос на 3 %; швейная и кожевенная работа увеличилась "
        "по сравнению с 2016 годом на 2,5 %, до 300 тонн."
    )
    (entry,) = drafted(text, "ru").draft.entries
    assert entry.value == "300"
    assert entry.label != "Выпуск ткани"
