"""Four digits: which are years, and which count something; by what stands beside them, and by their place."""

import re

from edureport.model.quantity import Bound
from edureport.prose.figures.units import may_count
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.affixes import YEARS
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page
from edureport.prose.text.tokens import CELL, END

NOUN = 4  # words to the noun that a number counts
NEAR = 4  # tokens to a share before a comparison
LABEL = 8  # tokens of the label of a number
_SIZES = frozenset({Mark.GLUED, Mark.PERCENT, Mark.ATTRIBUTE_UNIT})
_NO_NOUN = frozenset({Mark.NOT_NOUN, Mark.CONJ, Mark.DONE, Mark.RISE, Mark.FALL})
_LABELLING = frozenset({":", "–", "-"})
OLDEST, LATEST = 1600, 2100
YEAR = 4  # digits
BRACKET = 12  # tokens
SHORT = 2  # digits of a year without its century
TITLE = 8  # words
_NOTED = re.compile("20[0-2][0-9][.][0-9]{1,2}")
_SHORT_YEARS = re.compile("([0-9]{2})/([0-9]{2})")  # 21/22
SHARE = 5  # tokens of a share in brackets
PART = 5  # characters of a part of a year
_PART_BEFORE = re.compile(r"\b(?:[QH][1-4]|[1-4][QH]|[FC]Y) ?['’]?\Z")
_DASHES = frozenset("-–")


def counts(page: Page, number: Number) -> bool:
    """Whether four digits count: "$2016", "2010 kg", "over 2015", "2016 rural schools", "rose to 2016"."""
    first, last = number.first, number.last
    if page.word(last) == "%" or page.has(last, *_SIZES) or page.measures(last):
        return True
    if page.word(last) in {"'", "’"}:
        return False  # "1989's population"
    paid = page.till(first - 1, Mark.CURRENCY) or (page.at(last, Mark.CURRENCY) and not page.counts(last + 1))
    if paid or _is_bounded(page, number):
        return True
    noun = counted(page, last)
    return _is_said(page, number) if noun is None else _may_be_counted(page, first, noun)


def _is_bounded(page: Page, number: Number) -> bool:
    """Whether words give it a bound; but "24 percent above 2006" and "a 5 % rise over 2005" are of years."""
    first = number.first
    if page.modifier_at(number.last, Slot.AFTER) and not page.till(first - 1, Mark.PREP_YEAR):
        return True  # but "in 2016 and over 65 now"
    limit = page.modifier_till(first - 1, Slot.BEFORE)
    back = page.before(first - (limit[0] if limit else 0), NEAR)
    led = page.at(first - 1, Mark.TO_WORD) and page.any_at(back, Mark.FROM)
    if limit is not None and led and counted(page, number.last) is None:
        return False  # "from that year up to 2015, the number fell"
    about = limit is not None and limit[1] is Bound.ABOUT and page.word(first - 1) in {"around", "circa"}
    if about and not page.has(first - 2, Mark.TO_WORD, Mark.EXISTS, Mark.REACH):
        return counted(page, number.last) is not None  # "it fell around 2020 as"
    if limit is None or limit[1] not in {Bound.MORE_THAN, Bound.LESS_THAN}:
        return limit is not None
    return not any(page.is_percent(at) or (page.word(at) == "." and page.counts(at + 1)) for at in back)


def counted(page: Page, index: int) -> int | None:
    """The noun in the plural that follows, unless it has a year itself: "figures", "activities report"."""
    for at in range(index, index + NOUN):
        if not page.is_word(at) or not page.begins[at].keys().isdisjoint(_NO_NOUN):
            return None
        if size := page.at(at, Mark.OF_YEAR):
            behind = at + size
            return behind if _is_plural(page, behind) and not page.at(behind, Mark.OF_YEAR) else None
        if _is_plural(page, at) and (not page.tokens[at].capital or _is_known(page, at)):
            verb = page.has(at + 1, Mark.ARTICLE, Mark.DETERMINER)  # "2012 marks the tenth year"
            return None if verb or page.at(at + 1, Mark.OF_YEAR) else at
    return None


def _may_be_counted(page: Page, first: int, noun: int) -> bool:
    """Whether a number counts the noun that follows it, and is not the year of it, by what stands before.

    "A 2010 pupils' survey", "the 2010 forecasts" and "since 2010 schools" are of one, not "the 2010 pupils".
    """
    before = first - 1
    if page.at(before, Mark.ARTICLE):
        return False
    owned = page.word(before) == "s" and page.word(before - 1) in {"'", "’"}
    if owned or page.at(before, Mark.DETERMINER):
        return _is_known(page, noun)
    if page.groups and page.till(before, Mark.PREP_YEAR):
        return False  # those who write 52,300 with a comma do so with counts alone
    if page.at(before, Mark.INSIDE):
        return not page.has(noun + 1, Mark.RISE, Mark.FALL)  # "in 2016 crimes fell"
    return not page.till(before, Mark.DURING)


def _is_said(page: Page, number: Number) -> bool:
    """Whether a verb or a label says that it counts, where no noun is behind it."""
    first, last = number.first, number.last
    before = first - 1
    moved = page.has(before - 1, Mark.RISE, Mark.FALL, Mark.REACH, Mark.MOVED)
    if moved and page.has(before, Mark.TO_WORD, Mark.BY):
        return True  # "rose to 2016"
    ends = not page.names(last)  # "was 2016", not "had 2016 earnings"
    if page.has(before, Mark.EXISTS, Mark.REACH, Mark.NUMBERS_VERB) and ends:
        return True
    if page.till(before, Mark.ANOTHER):
        return True
    if any(page.till(before, tag) for tag in (Mark.PREP_YEAR, Mark.DURING, Mark.DETERMINER, Mark.ARTICLE)):
        return False
    if page.at(before, Mark.JOIN) and not page.groups and page.language.is_participle(page.word(last)):
        return True  # "and 2010 reported"
    if page.has(last, Mark.THEY_ARE, Mark.OUT_OF) and not page.is_word(before):
        return True  # ", 2010 were girls", but "2009 and 2010 were"
    if page.at(last, Mark.DONE) and (first == page.bounds(first)[0] or page.word(before) == ","):
        return True  # "Of these, 2010 passed"
    label = before - (page.word(before) in _LABELLING)
    if page.any_at(page.before(first, LABEL), Mark.NUMBER_OF, Mark.TOTAL) and page.is_word(label):
        return not page.is_word(last)
    plural = page.is_word(label) and _is_plural(page, label)
    if plural and (_is_known(page, label) or (page.word(before) == ":" and not page.groups)):
        return True  # "Boys 2010"
    return _is_behind_number(page, before)


def _is_behind_number(page: Page, before: int) -> bool:
    """Whether it stands right behind another number, as in a row of a table, which is no day or year."""
    if not page.tokens[before].is_digits or page.glued(before + 1) or before < 0:
        return False
    if page.glued(before) and page.word(before - 1) not in {",", "."}:
        return False  # "Q1 2012", "Covid-19 2021"
    dated = any(page.till(at, Mark.MONTH) for at in range(before - 3, before))
    return not dated and len(page.word(before)) != len("2016")


def _is_plural(page: Page, index: int) -> bool:
    word = page.word(index)
    return page.language.lemma(word) != word and (word.endswith("s") or page.is_of_people(index))


def _is_known(page: Page, index: int) -> bool:
    return page.language.known(page.word(index)) is not None or page.is_of_people(index)


def is_year(page: Page, number: Number) -> bool:
    """Whether a number is a year, a school year or several years."""
    if number.has_decimals and page.till(number.first - 1, Mark.YEAR):
        return 1900 <= (number.value or 0) <= LATEST  # "by the year 2002.03"
    if number.year and (number.upper is not None or page.at(number.last, Mark.YEAR)):
        return True
    led = page.till(number.first - 1, Mark.PREP_YEAR) or page.till(number.first - 1, Mark.MONTH)
    if page.language.bare_years and number.has_decimals and led:
        words = page.between(number.first, number.last)  # "in 2015.13 The": the mark of a note
        ends = page.word(number.last) in {"", END} or page.tokens[number.last].capital
        return ends and _NOTED.fullmatch(words) is not None
    if page.till(number.first - 1, Mark.FISCAL) and number.plain:
        return number.year or len(page.word(number.first)) == SHORT  # "FY 19", not "in FY 300 schools"
    start = page.tokens[number.first].start
    if number.plain and _PART_BEFORE.search(page.text, max(0, start - PART), start):
        return len(page.word(number.first)) == SHORT and not may_count(page, number.last)  # "Q1'24"
    if number.shape is Shape.SLASH and number.value is not None:
        return 1900 <= number.value <= LATEST or _is_short_year(page, number)
    if page.language.head_final and number.form.ending is Ending.LOCATIVE and number.value in YEARS:
        return number.plain and not number.form.possessed  # «2019-да 22 мың болды»
    return number.year and _stands_as_year(page, number)


def is_year_by_form(page: Page, number: Number) -> bool:
    """Whether four digits are a year where that needs no word, as nothing says that they count."""
    return number.year and page.language.bare_years and not counts(page, number)


def is_old_year(page: Page, number: Number) -> bool:
    """Whether four digits are a year before 1900: "in 1849", "September 1850"; but "1850 pupils"."""
    first = number.first
    if not (number.plain and page.language.bare_years and number.last == first + 1):
        return False
    if not OLDEST <= (number.value or 0) < YEARS.start or counts(page, number):
        return False
    dated = page.till(first - 1, Mark.MONTH) or page.has(first - 1, Mark.INSIDE, Mark.DURING)
    led = page.till(first - 1, Mark.PREP_YEAR) or page.at(first - 1, Mark.DETERMINER)  # "the 1859 discovery"
    return bool(dated or (page.thousands and led))


def _is_short_year(page: Page, number: Number) -> bool:
    """«21/22 оқу жылы», "in 21/22 there were"; but "in 19/20 schools" and «11/12 плана» are fractions."""
    before, last = number.first - 1, number.last
    years = _SHORT_YEARS.fullmatch(page.between(number.first, last))
    if years is None or int(years[2]) != (int(years[1]) + 1) % 100:
        return False
    alone = not page.is_word(last) or page.has(last, Mark.NOT_NOUN, Mark.CONJ, Mark.DONE)
    named = before - (page.word(before) == "(")  # "this year (21/22)"
    during = page.till(before, Mark.DURING) or page.till(before, Mark.IN) or page.till(named, Mark.YEAR)
    return during > 0 and alone and page.word(last) != "%"


def _stands_as_year(page: Page, number: Number) -> bool:
    """Whether four digits without a word for year are one all the same: "Aug-2019", «(2024)», «с 2019;»."""
    first, last = number.first, number.last
    before, after = page.word(first - 1), page.word(last)
    hyphen = before in _DASHES and page.glued(first)  # «I полугодия-2010»
    if page.till(first - 2, Mark.MONTH) and before in _DASHES:
        return page.glued(first - 1) and page.glued(first)  # "Aug-2019"
    if page.till(first - 1, Mark.MONTH) or page.till(first - 1 - hyphen, Mark.PERIOD):
        return True
    if before == "©" or page.at(last, Mark.YEAR_OF):
        return True  # «Жол картасы 2020 бағдарламасы»
    if (before == "_" and after in {"", END}) or (after == END and _ends_title(page, first)):
        return True  # "____ ________ 2025"
    if _heads_value(page, last) or _opens_bracket(page, number):
        return True
    ends = before == "," and after in {END, "["} and page.is_word(first - 2)
    if ends or (before in {"(", ","} and after == ")"):  # "Thousand people, 2024" in a cell
        return True
    if page.bounds(first) == (first, last):  # alone at the head of a column
        return not _stands_among_counts(page, first)
    share = after == "(" and any(map(page.is_percent, range(last + 1, last + SHARE)))
    if page.language.bare_years or not page.till(first - 1, Mark.PREP_YEAR) or share:
        return False  # «выросло до 1997 (82 %)»
    moved = page.has(last, Mark.RISE, Mark.FALL) and not page.language.describes(page.word(last))
    moved = moved and page.at(first - 1, Mark.INSIDE) > 0  # «в 2011 вырос на 3 %»
    return moved or _ends_phrase(page, last)


def _stands_among_counts(page: Page, first: int) -> bool:
    """Whether numbers of four digits that are no years stand alone in cells before: "2143 | 2258 | 2017"."""
    at = first - 2
    while page.word(at + 1) in {CELL, END} and page.word(at).isdecimal() and len(page.word(at)) == YEAR:
        if int(page.word(at)) not in YEARS:
            return True
        at -= 2
    return False


def _ends_phrase(page: Page, last: int) -> bool:
    """Whether nothing that is counted follows on four digits behind a preposition: «в 2017 эта доля»."""
    if page.word(last) in _DASHES:
        return not page.glued(last)
    if not page.word(last)[:1].isalnum() or page.at(last, Mark.CONJ):
        return page.word(last) != "%"
    bounds = page.modifier_at(last, Slot.BEFORE) is not None  # «в 2023 около 35»
    return bounds or (page.at(last, Mark.NOT_NOUN) > 0 and not page.has(last, Mark.RISE, Mark.FALL))


def _heads_value(page: Page, last: int) -> bool:
    """Whether a dash leads from a year to what there was in it: «2021 – 95 детей»."""
    spaced = page.word(last) == "–" and not page.glued(last) and not page.glued(last + 1)
    value = last + 1 + (page.at(last + 1, Mark.CURRENCY) > 0 or page.word(last + 1) == "t")
    return spaced and value < len(page.tokens) and page.tokens[value].is_digits


def _opens_bracket(page: Page, number: Number) -> bool:
    """Whether it leads to the number of its part of a bracket: "(2022: $2m; 2021: $1m)", "(2021 £435k)"."""
    opening = number.first - 1
    if page.word(opening) == ";":
        opening = next((at for at in page.before(opening, BRACKET) if page.word(at) in {"(", ")"}), -1)
    sign = number.last + (page.word(number.last) == ":")
    value = sign + page.at(sign, Mark.CURRENCY)
    return page.word(opening) == "(" and value > number.last and page.counts(value)


def _ends_title(page: Page, first: int) -> bool:
    """Whether the words before a number at the end of a line make a title: "Report 2025"."""
    words = range(page.bounds(first)[0], first)
    named = page.is_word(first - 1) and len(words) <= TITLE
    return named and not page.any_at(words, Mark.NUMBER_OF)
