"""Wording: labels, quoted words and kinds of figures, out of made-up sentences in three languages."""

from unittest import mock

import pytest
from needs import TEXTS

from edureport import prose
from edureport.drafting.clauses import Clauses
from edureport.drafting.kinds import kind_of
from edureport.drafting.labels import wording_of
from edureport.drafting.stated_figures import stated_figures
from edureport.model.period import Period
from edureport.reading.text_file import load_text

OWN = Period.parse("2025-9M")
# The language, the sentence, and of each figure: label, quoted words, kind.
SENTENCES = [
    ("en", "There are 40 schools in the district.", [
        ("Schools in the district", "40 schools in the district", "stock")]),
    ("en", "In 2025 the department trained 1,200 teachers and recruited 85 teachers.", [
        ("Department trained … teachers", "department trained 1,200 teachers", "flow"),
        ("Recruited … teachers", "recruited 85 teachers", "flow")]),
    ("en", "In September 2025, 50 new classrooms were opened and 12 gyms were repaired.", [
        ("New classrooms were opened", "50 new classrooms were opened", "flow"),
        ("Gyms were repaired", "12 gyms were repaired", "flow")]),
    ("en", "The number of pupils reached 12,000.", [
        ("Number of pupils", "number of pupils reached 12,000", "stock")]),
    ("en", "More than 94.3% of teachers have a degree.", [
        ("Teachers have a degree", "More than 94.3% of teachers have a degree", "ratio")]),
    ("en", "About 3 billion tenge was spent on repairs, which is a lot.", [
        ("Tenge was spent on repairs", "About 3 billion tenge was spent on repairs", "flow")]),
    ("ru", "В городе действует 223 школы.", [
        ("В городе действует … школы", "В городе действует 223 школы", "stock")]),
    ("ru", "Кроме того, открыто 50 новых компьютерных классов и отремонтировано 12 залов.", [
        ("Новых компьютерных классов", "50 новых компьютерных классов", "flow"),
        ("Отремонтировано … залов", "отремонтировано 12 залов", "flow")]),
    ("ru", "Число учителей достигло 9 812 человек.", [
        ("Число учителей", "Число учителей достигло 9 812 человек", "stock")]),
    ("ru", "За 9 месяцев 2025 года 1 200 учителей, педагогов и воспитателей прошли курсы.", [
        ("Учителей, педагогов и воспитателей прошли курсы",
         "1 200 учителей, педагогов и воспитателей прошли курсы", "flow")]),
    ("ru", "На работу пришли 430 специалистов, 85 из них – в сельские школы.", [
        ("На работу пришли … специалистов", "На работу пришли 430 специалистов", "flow"),
        ("В сельские школы", "85 из них – в сельские школы", "flow")]),
    ("ru", "Планируется открыть 5 новых школ на 4 500 мест.", [
        ("Новых школ", "5 новых школ", "flow"),
        ("Планируется открыть новых школ на … мест", "4 500 мест", "flow")]),
    ("kk", "Қаладағы мектептердің саны – 300-ден астам.", [
        ("Қаладағы мектептердің саны", "Қаладағы мектептердің саны – 300-ден астам", "stock")]),
    ("kk", "Сонымен қатар, 2025 жылдың 9 айында 50 жаңа сынып ашылып, 10 мыңнан астам оқушы оқыды.", [
        ("Жаңа сынып ашылып", "50 жаңа сынып ашылып", "flow"),
        ("Оқушы оқыды", "10 мыңнан астам оқушы оқыды", None)]),
    ("kk", "50-ден астам семинар, форум және тренингтер өткізілді.", [
        ("Семинар, форум және тренингтер өткізілді",
         "50-ден астам семинар, форум және тренингтер өткізілді", "flow")]),
    ("kk", "Өңірде 48 аурухана бар, олардың 31-і аудандарда.", [
        ("Өңірде … аурухана бар", "Өңірде 48 аурухана бар", "stock"),
        ("Аудандарда", "31-і аудандарда", None)]),
]  # fmt: skip


def read(text, language):
    reading = prose.read(text, language)
    times = [named.time for named in reading.times(OWN).named if named.time]
    clauses = Clauses(reading.page, reading.figures, times)
    return [(figure, clauses) for figure in reading.figures if figure.states]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES, ids=[text for _, text, _ in SENTENCES])
def test_what_the_words_around_a_figure_say(language, text, expected):
    found = []
    for figure, clauses in read(text, language):
        wording = wording_of(figure, clauses)
        found.append((wording.labels[0], wording.quote, kind_of(figure, clauses)))
    assert found == expected


def test_longer_labels_follow_for_those_that_are_taken():
    ((figure, clauses),) = read("In rural schools 50 new computer classrooms were opened.", "en")
    assert wording_of(figure, clauses).labels == (
        "New computer classrooms were opened",
        "In rural schools … new computer classrooms were opened",
    )


def test_a_number_that_stands_alone_is_its_own_label():
    ((figure, clauses),) = read("223 451", "ru")
    wording = wording_of(figure, clauses)
    assert (wording.labels, wording.quote, wording.own) == (("223 451",), "223 451", False)


def test_what_stands_for_something_else_is_no_word_of_its_own():
    ((_, _), (second, clauses)) = read("There are 12 schools, a year earlier there were 15 such.", "en")
    assert not wording_of(second, clauses).own


@pytest.mark.parametrize("piece", ["открыто {} школ, ", "12 {} ", "с 5 до {} ", "2024 году {} (3 %) "])
def test_the_work_does_not_grow_faster_than_the_text(piece):
    """How often tokens are looked at, in one endless sentence."""

    def looks(count):
        text = "".join(piece.format(number) for number in range(100, 100 + count))
        found = read(text, "ru")
        seen = 0

        class Counting(list):
            def __getitem__(self, place):
                nonlocal seen
                seen += 1
                return super().__getitem__(place)

        if not found:
            return 0
        clauses = found[0][1]
        clauses.page = clauses.page._replace(tokens=Counting(clauses.page.tokens))
        for figure, _ in found:
            wording_of(figure, clauses)
            kind_of(figure, clauses)
        return seen

    assert looks(400) <= 2.2 * looks(200)


@pytest.mark.parametrize(
    "path", [path for path in TEXTS if "corpus" in str(path)], ids=lambda path: path.name
)
def test_a_quote_that_is_not_read_again_would_be_read_alike(path):
    document = load_text(str(path))
    reading = prose.read(document.prose, prose.language_of(document.prose))
    quick = stated_figures(document, reading, OWN).figures
    with mock.patch.object(Clauses, "stands_alone", return_value=False):
        assert stated_figures(document, reading, OWN).figures == quick
