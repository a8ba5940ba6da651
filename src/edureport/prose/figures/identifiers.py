"""Numbers that are names: of schools, laws, telephones and products, and numerals of lists and ranks."""

import re

from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page
from edureport.prose.text.tokens import END

_LINK = re.compile(r"[^\w\s]*(?:https?:|www\.)", re.IGNORECASE)
_PLACE = re.compile(r"\S*\w\.[a-z]{2,5}\\?:[\d:]*", re.IGNORECASE)
PHONE = 10  # digits
POSTAL = 6  # digits
ADDRESS = 12  # words of one
DIALLED = 9  # tokens of a telephone number
LONGEST_LINK = 60  # tokens of the address of a page
GRADES = 12
TENTH = 10
RANKS, PLACES = 40, 1000
FEW = 4  # «4 класса» counts, «5 класса» cannot
NAME = 7  # words of a name in quotes
SIGN = 3  # letters for a currency
BRACKET = 40  # words in brackets
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_QUOTES = _OPENING | {'"'}


def name_of(page: Page, number: Number) -> FigureKind | None:
    """Identifier or ordinal, if the number is one."""
    if number.shape is Shape.ORDINAL or number.form.ending is Ending.ORDINAL:
        return FigureKind.ORDINAL
    if number.shape is Shape.CODE or _identifies(page, number):
        return FigureKind.IDENTIFIER
    if number.hyphen:
        return _hyphenated(page, number)
    if _numbers_a_list(page, number) or _grade(page, number) or _rank(page, number):
        return FigureKind.ORDINAL
    return None


def _identifies(page: Page, number: Number) -> bool:
    first, last = number.first, number.last
    if page.at(first - 1, Mark.NUMBERS_VERB) and page.language.is_plural(page.word(first - 2)):
        return False  # "rural libraries number 68"
    if page.till(first - 1, Mark.SIGN):
        return True
    counted = number.plain or not page.tokens[first].is_digits
    if page.till(first - 1, Mark.NAMED) and counted and number.upper is None and not number.percent:
        return True  # «подпрограмма 2», "Figure 4", "the top ten"
    if any(told(page, number) for told in (_in_link, _filled_in, _stuck, _address, _telephone, _quoted)):
        return True
    if number.plain and not number.percent and _marked(page, number):
        return True
    text = page.word(first)
    if number.plain and text[0] == "0" and len(text) > 1 and last == first + 1:
        return True
    if not number.plain:
        return False
    if page.at(last, Mark.SIGN_AFTER) or (page.till(first - 1, Mark.ROOM) and not _names_a_unit(page, last)):
        return True
    if page.till(first - 1, Mark.LAW) and page.tokens[first].gap:
        return not _names_a_unit(page, last) or page.at(last, Mark.LAW) > 0  # «части 2 статьи 214»
    capital = page.tokens[first - 1].capital if first else False
    return bool(capital and page.till(first - 1, Mark.INSTITUTION) and not _names_a_unit(page, last))


def _marked(page: Page, number: Number) -> bool:
    """The number of an article with a long hyphen, «106–бабының», or in brackets of its own."""
    last = number.last
    dashed = page.word(last) == "–" and page.glued(last) and page.glued(last + 1)
    return (dashed and page.at(last + 1, Mark.LAW) > 0) or _in_brackets_of_its_own(page, number)


def _in_brackets_of_its_own(page: Page, number: Number) -> bool:
    """The 2 of "Article 14(2)", and the marks of notes in "in England.[286]" and "schools^{1}"."""
    first = number.first
    before = page.word(first - 1)
    if before == "(":
        return page.glued(first) and page.glued(first - 1) and page.tokens[first - 2].is_digits
    return (before == "[" and page.word(number.last) == "]") or (
        before == "{" and page.word(first - 2) == "^"
    )


def _names_a_unit(page: Page, index: int) -> bool:
    """Whether a noun follows that the number could count."""
    following, language = page.word(index), page.language
    named = language.bare_years and page.is_word(index) and page.tokens[index].capital  # "Ward 8 Ald."
    if named and (
        language.is_plural(following) or language.lemma(following) in language.people | language.persons
    ):
        named = False  # but "Primary School 45 Teachers"
    return following[:1].isalpha() and not page.at(index, Mark.CONJ) and not named


def _stuck(page: Page, number: Number) -> bool:
    """Whether letters stand right beside the digits, as in «STEM2», «EXPO-2017» and 5G."""
    first, last = number.first, number.last
    if not page.tokens[first].is_digits:
        return False
    if page.glued(first) and page.is_word(first - 1):
        amount = any(page.word(at) in page.language.multipliers for at in range(first + 1, last))
        if page.at(first - 1, Mark.CURRENCY):
            return False
        money = page.word(first - 1) == page.language.money_letter
        sign = (
            page.tokens[first - 1].capital and len(page.word(first - 1)) <= SIGN
        )  # "P7 billion", "Rs17 trillion"
        return not (amount and (money or sign))  # "T2.3 trillion", "KZT5 million"
    if page.glued(first) and page.word(first - 1) == "-" and page.glued(first - 1):
        before = page.word(first - 2)
        if not page.language.latin and not page.tokens[first - 2].capital and len(before) > FEW:
            return page.at(first - 2, Mark.NAMED) > 0  # «врачей-96» is a list that has lost its spaces
        if page.till(first - 2, Mark.NUMBER_OF):
            return False  # «балалар саны-44»
        return before[:1].isalpha() and not page.till(first - 2, Mark.MONTH) and number.value is not None
    ending = page.word(last)
    if not page.glued(last) or not ending[:1].isalpha() or number.percent or page.word(last - 1) == ".":
        return False
    if len(ending) == 1 and page.tokens[last].capital and page.language.latin:
        return True
    return (
        not any(page.at(last, tag) for tag in (Mark.GLUED, Mark.YEAR, Mark.PERIOD, Mark.CLOCK))
        and not number.form
    )


def _in_link(page: Page, number: Number) -> bool:
    """Whether a number is part of the address of a page, or of a place in a file: report.yaml:36:3."""
    first = number.first
    while page.glued(first) and number.first - first < LONGEST_LINK:
        first -= 1
    start = page.tokens[first].start
    return bool(
        _LINK.match(page.text, start) or _PLACE.fullmatch(page.text, start, page.tokens[number.first].start)
    )


def _filled_in(page: Page, number: Number) -> bool:
    """Whether it is to be filled in by hand: "____ 20__"."""
    return page.word(number.last) == "_"


def _address(page: Page, number: Number) -> bool:
    """«ул. Абая, 15», «Абай көшесі, 15»."""
    if number.plain and any(
        page.at(index, Mark.STREET) and page.tokens[index].capital
        for index in range(number.last, number.last + 3)
        if index < len(page.tokens)
    ):
        return page.tokens[number.last].capital  # "8 Steppe Street"
    if not number.plain or _names_a_unit(page, number.last):
        return False
    if _postal(page, number):
        return True
    low, _ = page.bounds(number.first)
    return any(page.at(index, Mark.STREET) for index in range(max(low, number.first - 5), number.first))


def _postal(page: Page, number: Number) -> bool:
    """«010000, г. Астана, ул. Абая»: six digits that begin an address, with a place right behind them."""
    first, place = number.first, number.last + 1
    begins = first == page.bounds(first)[0] or page.word(first - 1) == ":"
    if not begins or len(page.word(first)) != POSTAL or page.word(number.last) != ",":
        return False
    if not page.at(place, Mark.PLACE_NAMED):
        return False
    return any(page.at(index, Mark.STREET) for index in range(place, place + ADDRESS))


def _telephone(page: Page, number: Number) -> bool:
    text = page.word(number.last - 1)
    if number.plain and (_coded(page, number) or _spaced_out(page, number)):
        return True
    if number.plain and len(text) >= PHONE:
        return page.language.known(page.word(number.last)) not in page.language.measures
    back = range(number.first, max(number.first - DIALLED, -1), -1)
    coded = next((at for at in back if page.word(at) == "+"), None)
    if coded is not None and page.glued(coded + 1) and page.word(coded + 2) == "(":
        between = range(coded + 1, number.first)
        return all(page.tokens[at].is_digits or page.word(at) in "()-" for at in between)  # +7 (777) 000 0000
    low, _ = page.bounds(number.first)
    for index in range(number.first - 1, max(low, number.first - 12) - 1, -1):
        if page.at(index, Mark.PHONE):
            return True
        word = page.word(index)
        if word[:1].isalpha() and not page.at(index, Mark.SIGN):
            return False
    return False


def _coded(page: Page, number: Number) -> bool:
    """The parts of «8 (700) 00-00-00» before its last."""
    bracket = number.first - 1 if page.word(number.last) == ")" else number.last
    if page.word(bracket) != "(" or page.word(bracket + 2) != ")":
        return False
    line = bracket + 3
    return page.tokens[bracket + 1].is_digits and page.word(line)[:1].isdigit() and page.word(line + 1) == "-"


def _spaced_out(page: Page, number: Number) -> bool:
    """The parts of "020 7000 0000": groups with spaces behind one that begins with a zero."""
    first = number.first
    while page.tokens[first].gap == " " and first > 0 and page.tokens[first - 1].is_digits:
        first -= 1
    text = page.word(first)
    if page.glued(first):  # "5,900,000 403,200"
        return False
    return number.last - first > 1 and first < number.first and text[0] == "0" and len(text) > 1


def _quoted(page: Page, number: Number) -> bool:
    """Whether it stands at an end of a name in quotes, «100 нақты қадам», or alone: a mark, «5»."""
    if not number.plain:
        return False
    back, ahead = range(max(0, number.first - NAME), number.first), range(number.last, number.last + NAME)
    if page.word(number.first - 1) in _OPENING:  # a longer quotation is somebody's words
        return any(page.word(index) in _CLOSING for index in ahead)
    if page.word(number.last) in _CLOSING:
        return any(page.word(index) in _OPENING for index in back)
    marks = (index for index in reversed(back) if page.word(index) in _OPENING | _CLOSING)
    mark = next(marks, None)
    if mark is None or page.word(mark) in _CLOSING or page.word(mark + 1) != page.word(number.first):
        return False  # «30 кружков; «Школа года»…», «120 школ, из них 30 сельских»
    return any(page.word(index) in _CLOSING for index in ahead)  # «100 мектеп, 100 аурухана»


def _hyphenated(page: Page, number: Number) -> FigureKind:
    """What «15-мектеп», «9-сынып», «27-баб», "575-seat" say."""
    noun = number.last + 1
    if any(page.at(noun, tag) for tag in (Mark.MONTH, Mark.YEAR)):
        return FigureKind.DATE
    if not page.language.ordinal_hyphen:
        return FigureKind.ATTRIBUTE
    if page.at(noun, Mark.MEASURE) and page.language.is_sized(page.word(noun)):
        return FigureKind.ATTRIBUTE
    if page.at(noun, Mark.INSTITUTION) or page.at(noun, Mark.LAW):
        return FigureKind.IDENTIFIER
    return FigureKind.ORDINAL


def _bracketed(page: Page, first: int) -> bool:
    """Whether a bracket is open before a token."""
    closed = 0
    for index in range(first - 1, max(-1, first - BRACKET), -1):
        word = page.word(index)
        if word == "(" and not closed:
            return True
        closed += (word == ")") - (word == "(")
    return False


def _numbers_a_list(page: Page, number: Number) -> bool:
    """«1) …; 2) …» and lines that begin with "1."."""
    if not number.plain or number.value is None or number.value > 99:
        return False
    if page.word(number.last) == ")" and page.glued(number.last):
        return not _bracketed(page, number.first)
    first = number.first - (page.word(number.first - 1) in _QUOTES and page.glued(number.first))
    begins = not first or page.tokens[first].gap in {"\n", "¶"}
    begins = begins or page.tokens[first - 1].text == END
    if begins and "." in page.between(number.first, number.last) and number.value < TENTH:
        named = number.last + (page.word(number.last) == ".")  # "1.1 Cattle", «1.1. Увеличение»
        return page.tokens[named].capital if named < len(page.tokens) else False
    following = number.last + 1
    return bool(
        begins
        and page.word(number.last) == "."
        and page.glued(number.last)
        and following < len(page.tokens)
        and (page.tokens[following].gap or page.tokens[following].capital)
    )


def _grade(page: Page, number: Number) -> bool:
    """School grades: «11 сыныпты», «в 9 классе», "grades 1 to 11"; but «9 сынып ашылды» are classes."""
    top = number.upper or number.value
    named = page.tokens[number.first].capital  # "classes One to Six"
    if not (number.plain or named) or top is None or top > GRADES or number.percent:
        return False
    if page.till(number.first - 1, Mark.GRADE_BEFORE):
        return True
    if page.till(number.first - 1, Mark.GRADES_BEFORE):  # but "a standard 12 rooms"
        return page.tokens[number.first - 1].capital or not _names_a_unit(page, number.last)
    noun = number.last
    if not page.at(noun, Mark.GRADE) or number.upper is not None:
        return page.at(noun, Mark.GRADE) > 0
    if page.at(noun, Mark.GRADE_FEW):
        return top > FEW
    return not page.at(noun, Mark.GRADE_COUNT) or page.at(noun + 1, Mark.GRADE_PEOPLE) > 0


def _rank(page: Page, number: Number) -> bool:
    """Places, stages and the like: «3 орын алды», «2 этап», "phase 2"."""
    if not number.plain or number.percent or number.value is None:
        return False
    if abs(number.value) > (PLACES if page.at(number.last, Mark.RANK_HELD) else RANKS):
        return False
    if number.value != number.value.to_integral_value():
        return False
    if page.till(number.first - 1, Mark.RANK_BEFORE):
        return page.tokens[number.first - 1].capital or not _names_a_unit(page, number.last)
    if page.till(number.first - 1, Mark.RANK_OF) and page.at(number.last, Mark.RANK):
        return True  # «инвалиды 2 группы»
    one = number.value % 10 == 1 and number.value != 11
    if page.at(number.last, Mark.RANK_SINGULAR) and not one:
        return True
    if page.at(number.last, Mark.RANK_HELD) and not page.is_word(number.last + 1):
        return True  # «облыс 1 орында.»
    return bool(page.at(number.last, Mark.RANK_TAKEN))
