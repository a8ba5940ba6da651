"""The sentences of a document: grammar, agreement, bounds, changes, in each language."""

import re

import pytest

from .conftest import SCHOOLS


def schools(value, kind="stock", more=""):
    return SCHOOLS.format(value=value, kind=kind) + more


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", "2025 жылғы 30 қыркүйек күнгі жағдай бойынша жаңа мектептер – 300-ден астам."),
        ("ru", "По состоянию на 30 сентября 2025 года новые школы – более 300."),
        ("en", "As of 30 September 2025, new schools stood at more than 300."),
    ],
)
def test_a_stock_is_of_a_day_and_keeps_its_bound(report, said, language, expected):
    assert said(language, report("2025-9M", schools("more than 300"))) == expected


@pytest.mark.parametrize(
    ("period", "kk", "ru", "en"),
    [
        ("2025-09", "2025 жылғы қыркүйек айында", "За сентябрь 2025 года", "In September 2025,"),
        (
            "2025-9M",
            "2025 жылғы қаңтар–қыркүйек айларында",
            "За январь–сентябрь 2025 года",
            "In January–September 2025,",
        ),
        ("2025", "2025 жылы", "За 2025 год", "In 2025,"),
        ("2024/25", "2024/25 оқу жылында", "За 2024/25 учебный год", "In the school year 2024/25,"),
        ("2025-09-01", "2025 жылғы 1 қыркүйек күні", "1 сентября 2025 года", "On 1 September 2025,"),
        (
            "2025-01-10/2025-02-20",
            "2025 жылғы 10 қаңтар – 20 ақпан аралығында",
            "За период с 10 января по 20 февраля 2025 года",
            "From 10 January to 20 February 2025,",
        ),
    ],
)
def test_a_flow_is_over_its_period(report, said, period, kk, ru, en):
    path = report(period, schools(7, "flow"))
    assert said("kk", path) == f"{kk} жаңа мектептер – 7."
    assert said("ru", path) == f"{ru} новые школы – 7."
    assert said("en", path) == f"{en} new schools came to 7."


@pytest.mark.parametrize(
    ("before", "after", "kk", "ru", "en"),
    [
        (
            187,
            206,
            "жаңа мектептер 19-ға артты, өсім – 10,2 %.",
            "что на 19, или на 10,2 %, больше, чем на 31 декабря 2024 года.",
            "new schools increased by 19, or by 10.2%.",
        ),
        (
            206,
            200,
            "жаңа мектептер 6-ға азайды, төмендеу – 2,9 %.",
            "что на 6, или на 2,9 %, меньше, чем на 31 декабря 2024 года.",
            "new schools decreased by 6, or by 2.9%.",
        ),
        (
            200,
            "more than 250",
            "жаңа мектептер 50-ден астамға артты, өсім – 25,0 %-дан астам.",
            "что более чем на 50, или более чем на 25,0 %, больше, чем на 31 декабря 2024 года.",
            "new schools increased by more than 50, or by more than 25.0%.",
        ),
        (
            200,
            "220..240",
            "жаңа мектептер 20–40-қа артты, өсім – 10,0–20,0 %.",
            "что на 20–40, или на 10,0–20,0 %, больше, чем на 31 декабря 2024 года.",
            "new schools increased by 20–40, or by 10.0–20.0%.",
        ),
        (
            200,
            200,
            "өзгерген жоқ.",
            "столько же, сколько на 31 декабря 2024 года.",
            "nothing has changed.",
        ),
    ],
)
def test_a_change_has_its_direction_its_size_and_no_more_certainty(report, said, before, after, kk, ru, en):
    paths = report("2024", schools(before), "old"), report("2025", schools(after))
    assert said("kk", *paths).endswith(kk)
    assert said("ru", *paths).endswith(ru)
    assert said("en", *paths).endswith(en)


def test_what_may_have_risen_or_fallen_has_no_direction(report, said):
    paths = report("2024", schools("more than 300"), "old"), report("2025", schools("more than 310"))
    assert said("ru", *paths).endswith("новые школы – более 310.")
    assert said("en", *paths).endswith("new schools stood at more than 310.")
    assert "артты" not in said("kk", *paths)


def test_an_english_bound_does_not_say_at_twice(report, said):
    assert said("en", report("2025", schools("at least 7"))).endswith("new schools stood at no less than 7.")
    assert said("en", report("2025", schools("at most 7"))).endswith("new schools stood at no more than 7.")


def test_windows_of_two_lengths_are_not_compared(report, said):
    paths = report("2025-H1", schools(5, "flow"), "old"), report("2025-9M", schools(9, "flow"))
    assert said("ru", *paths) == "За январь–сентябрь 2025 года новые школы – 9."


PERCENT = """\
  share:
    label: {{kk: Қамту үлесі, ru: Доля охвата, en: Share covered}}
    unit: percent
    kind: ratio
    value: {value}
    note: {{kk: қамту, ru: по доле, en: a share}}
"""


@pytest.mark.parametrize(
    ("after", "kk", "ru", "en"),
    [
        (51, "1 пайыздық тармаққа артты.", "на 1 процентный пункт больше", "by 1 percentage point."),
        (53, "3 пайыздық тармаққа артты.", "на 3 процентных пункта больше", "by 3 percentage points."),
        (
            55.5,
            "5,5 пайыздық тармаққа артты.",
            "на 5,5 процентного пункта больше",
            "by 5.5 percentage points.",
        ),
        (61, "11 пайыздық тармаққа артты.", "на 11 процентных пунктов больше", "by 11 percentage points."),
        (
            "more than 60",
            "10 пайыздық тармақтан астамға артты.",
            "более чем на 10 процентных пунктов больше",
            "by more than 10 percentage points.",
        ),
    ],
)
def test_percentages_change_in_points_that_agree_with_their_number(report, said, after, kk, ru, en):
    paths = report("2024", PERCENT.format(value=50), "old"), report("2025", PERCENT.format(value=after))
    assert said("kk", *paths).endswith(kk)
    assert ru in said("ru", *paths)
    assert said("en", *paths).endswith(en)


def test_a_percentage_has_its_sign_and_the_suffix_of_it(report, said):
    path = report("2025", PERCENT.format(value="more than 83.5"))
    assert said("kk", path) == "2025 жылы қамту үлесі – 83,5 %-дан астам."
    assert said("ru", path) == "За 2025 год доля охвата – более 83,5 %."


LONG = """\
  trained:
    label:
      kk: Курстардан өткен ауыл мектептерінің оқушылары
      ru: Ученики сельских школ, прошедшие курсы
      en: Pupils of village schools who took courses
    unit: pupil
    kind: flow
    value: {value}
    as_written: ученики
"""


def test_the_unit_is_said_where_a_long_label_ends_far_from_its_noun(report, said):
    path = report("2025", LONG.format(value="at least 21"))
    assert said("ru", path) == "За 2025 год ученики сельских школ, прошедшие курсы, – не менее 21 ученика."
    assert said("kk", path).endswith("оқушылары – кемінде 21.")  # whose last word says it
    assert said("en", path).endswith("came to at least 21.")  # whose first words say it


def test_a_label_that_may_begin_with_a_name_stands_at_the_beginning(report, said):
    path = report(
        "2025", "  a: {label: {ru: Абайский район, kk: Абай ауданы}, unit: school, kind: stock, value: 5}\n"
    )
    assert said("ru", path) == "Абайский район: по состоянию на 31 декабря 2025 года – 5 школ."
    assert said("kk", path) == "Абай ауданы: 2025 жылғы 31 желтоқсан күнгі жағдай бойынша – 5 мектеп."


def test_a_year_in_a_label_does_not_become_that_of_the_figure(report, said):
    label = "label: {ru: 'Школы, 2026 год', en: 'Schools, 2026'}"
    path = report("2025", f"  a: {{{label}, unit: school, kind: stock, value: 5}}\n")
    assert said("ru", path) == "Школы, 2026 год: по состоянию на 31 декабря 2025 года – 5."


PARTS = """\
    breakdown:
      ownership:
        complete: true
        members:
          state: {label: {kk: Мемлекеттік мектептер, ru: Государственные школы, en: State schools}, value: 4}
          private: {label: {kk: Жекеменшік мектептер, ru: Частные школы, en: Private schools}, value: 3}
"""


def test_parts_follow_their_whole(report, said):
    path = report("2025", schools(7, more=PARTS))
    assert said("kk", path).endswith("– 7, соның ішінде мемлекеттік мектептер – 4, жекеменшік мектептер – 3.")
    assert said("ru", path).endswith("– 7, в том числе государственные школы – 4, частные школы – 3.")
    assert said("en", path).endswith("stood at 7, including 4 state schools and 3 private schools.")


def test_an_indicator_without_a_figure_says_so(report, said):
    path = report("2025", "  a: {label: {ru: Школы, kk: Мектептер}, unit: school, kind: stock}\n")
    assert said("ru", path) == "Школы – нет данных."
    assert said("kk", path) == "Мектептер – дерек жоқ."


def test_a_short_form_at_the_end_does_not_double_the_stop(report, said):
    path = report("2025", SCHOOLS.format(value=20000, kind="stock") + "    as_written: 20 тыс.\n")
    assert said("ru", path).endswith("новые школы – 20 тыс.")


TARGET = """\
targets:
  t: {{label: {{ru: План по школам, kk: Жоспар}}, indicator: schools, value: {value}{due}}}
"""


@pytest.mark.parametrize(
    ("due", "kk", "ru"),
    [
        (
            ", due: 2026-12-31",
            "Жаңа мектептер: 2026 жылғы 31 желтоқсан күніне жоспар – кемінде 20 мектеп, факт – 7 мектеп.",
            "Новые школы: план на 31 декабря 2026 года – не менее 20 школ, факт – 7 школ.",
        ),
        (
            "",
            "Жаңа мектептер: жоспар – кемінде 20 мектеп, факт – 7 мектеп.",
            "Новые школы: план – не менее 20 школ, факт – 7 школ.",
        ),
    ],
)
def test_a_target_is_a_plan_for_a_day(report, document, due, kk, ru):
    path = report("2025", schools(7) + TARGET.format(value="at least 20", due=due))
    assert kk in document("kk", path)
    assert ru in document("ru", path)


MONEY = """\
  budget:
    label: {{kk: Салаға бөлінген қаражат, ru: "Средства, выделенные отрасли", en: Money allocated}}
    unit: money
    kind: flow
    value: {value}
    note: {{kk: салаға, ru: средства, en: money}}
"""


def test_a_change_has_the_unit_that_the_label_does_not_say(report, said):
    paths = (
        report("2024", MONEY.format(value=50), "old"),
        report("2025", MONEY.format(value="more than 62.5")),
    )
    assert said("kk", *paths).endswith("қаражат 12,5 мың теңгеден астамға артты, өсім – 25,0 %-дан астам.")
    assert "что более чем на 12,5 тыс. тенге, или более чем на 25,0 %, больше" in said("ru", *paths)
    assert said("en", *paths).endswith("increased by more than 12.5 thousand tenge, or by more than 25.0%.")


def test_a_unit_whose_accusative_is_not_known_is_not_said(report, said):
    paths = report("2024", LONG.format(value=10), "old"), report("2025", LONG.format(value=31))
    assert "что на 21, или на 210,0 %, больше" in said("ru", *paths)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("more than 32", "что более чем на 22 школы, или"),
        ("at least 32", "что не менее чем на 22 школы, или"),
        ("more than 35", "что более чем на 25 школ, или"),
        ("more than 31", "что более чем на 21, или"),  # школу
        ("31..32", "что на 21–22 школы, или"),
    ],
)
def test_a_unit_after_a_russian_change_is_in_the_accusative(report, said, after, expected):
    paths = report("2024", PLACES.format(value=10), "old"), report("2025", PLACES.format(value=after))
    assert expected in said("ru", *paths)


PLACES = """\
  a: {{label: {{ru: Участники, kk: Мектептер}}, unit: school, kind: stock, value: {value}}}
"""
ONE_WORD = """\
    breakdown:
      place:
        members:
          a: {label: {kk: Балабақшалар, ru: Детские сады, en: Kindergartens}, value: 4}
          b: {label: {kk: Арыс, ru: Арыс, en: Arys}, value: 3}
          c: {label: {kk: Филиппин, ru: Филиппины, en: Philippines}, value: 2}
          d: {label: {kk: Нидерланд, ru: Нидерланды, en: Netherlands}, value: 1}
          e: {label: {ru: Афины, en: Athens}, value: 1}
"""


def test_a_plural_of_one_english_word_is_no_name(report, said):
    path = report("2025", schools(7, more=ONE_WORD))
    names = {"kk": "Филиппин – 2, Нидерланд", "ru": "Филиппины – 2, Нидерланды"}
    for language, expected in {"kk": "балабақшалар", "ru": "детские сады"}.items():
        parts = f" {expected} – 4, Арыс – 3, {names[language]} – 1, Афины – 1."
        assert said(language, path).endswith(parts)
    english = said("en", path)
    assert english.endswith("including 4 kindergartens, 3 Arys, 2 Philippines, 1 Netherlands and 1 Athens.")


@pytest.mark.parametrize(
    ("language", "period", "title"),
    [
        ("kk", "2025-9M", "2025 жылғы қаңтар–қыркүйек айлары бойынша есеп"),
        ("kk", "2025-09-01", "2025 жылғы 1 қыркүйек күнгі жағдай бойынша есеп"),
        ("kk", "2024/25", "2024/25 оқу жылы бойынша есеп"),
        ("kk", "2025", "2025 жылғы есеп"),
        ("ru", "2025-09-01", "Отчёт по состоянию на 1 сентября 2025 года"),
        ("ru", "2025-01-01/2025-08-02", "Отчёт за период с 1 января по 2 августа 2025 года"),
        ("ru", "2024-09-02/2025-08-02", "Отчёт за период с 2 сентября 2024 года по 2 августа 2025 года"),
        ("en", "2025-01-01/2025-08-02", "Report for the period from 1 January to 2 August 2025"),
    ],
)
def test_the_title_says_the_period(report, document, language, period, title):
    assert f"# {title}\n" in document(language, report(period, schools(7)))


def test_a_report_without_sections_has_no_other_indicators(report, document):
    assert "\n## Показатели\n" in document("ru", report("2025", schools(7)))


def test_the_block_to_be_signed_declines_the_organisation(report, document):
    path = report("2025", schools(7))
    assert "Мысал қаласының басшысы\n" in document("kk", path, "--approval")
    apart = document("ru", path, "--approval")
    assert "Город Примеров\n\nРуководитель\n" in apart  # a name that is not declined for sure stands apart
    text = path.read_text(encoding="utf-8").replace("ru: Город Примеров", "ru: Отдел образования Примерова")
    path.write_text(text, encoding="utf-8")
    assert "Руководитель Отдела образования Примерова\n" in document("ru", path, "--approval")


def test_the_year_of_signing_is_that_of_publication_or_left_open(report, document):
    path = report("2025", schools(7))
    assert "20\\_\\_\\_ года" in document("ru", path, "--approval")
    text = path.read_text(encoding="utf-8")
    source = "  source: {title: Отчёт, published: 2026-01-20}\n"
    path.write_text(text.replace("units:\n", source + "units:\n"), encoding="utf-8")
    assert "2026 года" in document("ru", path, "--approval")


def test_the_annex_lists_the_latest_figure_first_with_its_line(report, document):
    path = report("2025", schools(7, more="    earlier: {2023: 5, 2024: 6}\n"))
    annex = document("ru", path).rpartition("\n## ")[2]
    assert re.findall(r"(20\d\d) год .*строка \d+", annex) == ["2025", "2024", "2023"]
    assert "№" not in annex
