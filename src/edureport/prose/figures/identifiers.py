"""Numbers that are names, of schools, laws and products, or places in an order: items, grades, ranks."""

import re
from decimal import Decimal
from itertools import pairwise

from edureport.prose.figures.addresses import is_of_address
from edureport.prose.figures.figure import FigureKind
from edureport.prose.figures.units import may_count
from edureport.prose.figures.year_numbers import counted
from edureport.prose.grammar.forms import BARE, Ending
from edureport.prose.grammar.marks import Mark, Split
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.ranges import power_of
from edureport.prose.page import Page
from edureport.prose.text.tokens import CELL, END

MOST = 100  # of regions, chapters and the like
NAME = 7  # words of a name in quotes
CENTS = 2  # digits
LONGEST_CODE = 16  # characters
REFERENCE = 20  # tokens in square brackets
SMALL = 2  # words in small letters that show that a sentence is no heading
THREE = 3  # digits
SHORT = 4  # letters of a name with a number behind a hyphen
_PAGES = frozenset([",", ";", ".", "-", "–", "с", "p", "pp", "б"])
_CODE = re.compile("/[A-ZА-Я]{1,5}/[0-9]")
_CODE_BEFORE = re.compile(r"(?:\b[0-9]+|\b[A-ZА-Я])/[A-ZА-Я]{1,5}/\Z")
_PART_BEFORE = re.compile(r"(?<![\w.])[IVXLCІХ]{1,6}[.]\Z")  # of "Chart IV.12"
_LETTERED_BEFORE = re.compile(r"(?<![\w.])[A-Z][.]\Z")  # of "Table A.5"
_LAW_PARTS = re.compile(r"(?:\([0-9]{1,2}[A-Z]?\))?\([a-z]{1,4}\)")  # of "clause 65(7)(b)"
_LAW_NUMBER = re.compile(r"[0-9]{1,2}[.][0-9]-[0-9]{4}(?:[.][0-9])?")  # "15.2-2298"
_ACT_BEFORE = re.compile(r"\bU[.] ?S[.] ?C[.] (?:[^\w\s]{1,2} )?\Z")  # of "31 U.S.C. § 1554"
# Of a line of a form, before another code: "030   120".
_ROW_CODE = re.compile(r"(?<![\d.,])(?<!\d\s)0\d\d(?:\s{2,}|[\t\u2029])\s*\Z")
_GOAL = re.compile(r"(?<![\w.,])[0-9]{1,2}[.][a-zа-я][.][0-9]{1,2}(?![\w,]|[.]\w)")  # "Indicator 3.b.1"
_CAPITALS = re.compile(r"\b[A-ZА-Я]{2,5}/\Z")
_BILL = re.compile(r"[0-9]{2}-[0-9]{3,4}\b(?!\s?%)")
_BILL_NAMED = re.compile(
    r"\b(?:[HS][BJ]R?|[HS][.] ?[BJ][.](?: ?R[.])?|Bill)\s[0-9]{2}\s?-\s?[0-9]{3,4}\b(?!\s?%)"
)
NAMED_BEFORE, NUMBERED_BEHIND = 12, 8  # characters that the name of a bill has before and behind its number
_BEFORE_CODE = frozenset({":", "–", CELL})  # between what a register is called and the number in it
_LATIN = re.compile("[A-Z]")
_BOLD = re.compile(r"(?:^|[^_])__$")
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_MARKS = _OPENING | _CLOSING
_NOTE_BEHIND = frozenset([",", ";", ".", END, CELL])
_CLOSED = frozenset(")]”»%’")
_STRAIGHT = '"'
GRADES = 12
TENTH = 10
LISTED = 99
RANKS, PLACES = 40, 1000
FEW = 4  # «4 класса» counts, «5 класса» cannot
_AROUND = frozenset([CELL, END, ""])
_PRINTED = frozenset('«“"*_')  # before "3. Findings" in bold or in quotes


def name_of(page: Page, number: Number) -> FigureKind | None:
    """Identifier or ordinal, if the number is one."""
    if number.shape is Shape.ORDINAL or number.form.ending is Ending.ORDINAL:
        return FigureKind.ORDINAL
    if number.shape is Shape.CODE or _identifies(page, number):
        return FigureKind.IDENTIFIER
    if number.hyphen and not _changes_by(page, number):
        return _hyphenated(page, number)
    placed = _numbers_a_list(page, number) or _is_grade(page, number) or _is_rank(page, number)
    return FigureKind.ORDINAL if placed else None


def _changes_by(page: Page, number: Number) -> bool:
    """«25 %-ное снижение», "a 10-mark drop"; but "a 12-month rise" lasts so long."""
    if page.till(number.first - 1, Mark.CURRENCY):
        return True  # "a $10-a-month rise"
    timed = page.has(number.last + 1, Mark.PERIOD, Mark.YEAR, Mark.HOUR, Mark.ONCE)
    changes = page.has(number.last + 2, Mark.RISE, Mark.FALL, Mark.GROWTH_NOUN, Mark.CHANGE_NOUN)
    return changes and not timed


def _identifies(page: Page, number: Number) -> bool:
    first, last = number.first, number.last
    if page.at(first - 1, Mark.NUMBERS_VERB) and page.language.is_counted(page.word(first - 2)):
        return False  # "rural libraries number 68"
    register = first - 1 - (page.word(first - 1) in _BEFORE_CODE and not number.year)
    signed = page.till(first - 1, Mark.SIGN) and not number.percent  # "some said no. 3 % did not answer"
    if signed or page.till(register, Mark.REGISTER):
        return True
    counted = number.plain or not page.tokens[first].is_digits
    ranked = page.at(first - 1, Mark.DETERMINER) and page.at(last, Mark.RANKED)
    if (counted and ranked) or ((counted or number.percent) and page.at(last, Mark.KIND_AFTER)):
        return True  # "the 100 largest districts", "five a side", "95 % confidence interval"
    if page.till(first - 1, Mark.NAMED_SEVERAL) and _begins_list(page, number):
        return True  # "regions 2, 8 and 10", "zones 1-3"
    named = _is_behind_name(page, first) and (number.upper is None or number.has_decimals)
    if named and counted and not number.percent:
        return True  # «подпрограмма 2», "Figure 4", "the top ten"
    if page.word(last) == "_" and page.glued(last) and not _is_bold(page, number):
        return True  # to be filled in by hand: "____ 20__"
    if number.shape is Shape.SLASH and page.word(last) == "/" and page.glued(last):
        return True  # "Directive 96/16/EC"
    parts = (_is_of_act, _is_of_code, _is_of_part, _begins_name)
    if any(is_part(page, number) for is_part in parts):
        return True
    if is_of_address(page, number) or _is_stuck(page, number) or _is_of_reference(page, number):
        return True
    return number.plain and not number.percent and _is_named_by(page, number)


def _is_of_act(page: Page, number: Number) -> bool:
    """Whether a number is a section of an act: "31 U.S.C. 1554", and of "its section 330 grant"."""
    first, last, start = number.first, number.last, page.tokens[number.first].start
    if _ACT_BEFORE.search(page.text, max(0, start - LONGEST_CODE), start):
        return True
    section = page.language.latin and page.at(first - 1, Mark.LAW) and page.till(first - 1, Mark.RANK_BEFORE)
    inside = page.at(first - 2, Mark.DETERMINER) and page.at(first - 3, Mark.INSIDE)
    if not section or inside or page.at(first - 2, Mark.THIS) or not number.plain or number.percent:
        return False
    noun = page.word(last)
    return len(page.word(first)) == THREE and page.names(last) and page.language.lemma(noun) == noun


def _is_behind_name(page: Page, first: int) -> bool:
    """Whether a word that numbers are names of stands before a number; but "of this figure 949 …"."""
    this = page.at(first - 2, Mark.THIS) and not page.tokens[first - 1].capital  # "that Clause 1 stands"
    return page.till(first - 1, Mark.NAMED) > 0 and not this


def _begins_name(page: Page, number: Number) -> bool:
    """Whether a number word with a capital letter is part of a name: "on the Five Islands campus".

    There the next word has one too, and the sentence is no heading in which all have.
    """
    first, last = number.first, number.last
    named = page.tokens[first].capital and page.is_word(first - 1) and page.is_word(last)
    named = named and page.cardinal(first) is not None  # no "Hundreds"
    if not named or not page.tokens[last].capital or first == page.bounds(first)[0]:
        return False
    small = [at for at in range(*page.bounds(first)) if page.names(at) and not page.tokens[at].capital]
    return len(small) >= SMALL


def _is_of_part(page: Page, number: Number) -> bool:
    """Whether a Roman numeral or a letter names the part that a number is of: "Chart IV.12", "Table A.5"."""
    first = number.first
    if not page.glued(first) or not page.glued(first - 1) or page.word(first - 1) != ".":
        return False
    start = page.tokens[first].start
    before = max(0, start - LONGEST_CODE), start
    lettered = page.till(first - 3, Mark.NAMED) and _LETTERED_BEFORE.search(page.text, *before)
    return bool(lettered or _PART_BEFORE.search(page.text, *before))


def _is_bold(page: Page, number: Number) -> bool:
    """Whether two underscores stand on each side of a number, which print it bold: "__6228__"."""
    start, end = page.tokens[number.first].start, page.tokens[number.last - 1].end
    opened = _BOLD.search(page.text, max(0, start - 3), start) is not None
    return opened and page.text[end : end + 3].count("_") == 2


def _begins_list(page: Page, number: Number) -> bool:
    """Whether "regions 2, 8 and 10" are named by their numbers; "in the districts 12, 15 and 20 schools"."""
    end, values = number.last, [number.value or 0]
    while (page.word(end) == "," or page.at(end, Mark.JOIN)) and page.word(end + 1).isdecimal():
        values.append(Decimal(page.word(end + 1)))
        end += 2
    rising = all(low < high <= MOST for low, high in pairwise(values))
    several = len(values) > 1 or number.upper is not None
    counts = counted(page, end) is not None if page.language.latin else may_count(page, end)
    return number.plain and several and rising and not counts


def _is_of_code(page: Page, number: Number) -> bool:
    """Whether slashes join digits to capitals and those to digits again: "12/AP/1092", "BM/16/53".

    So does a bill have its year behind capitals: "HB 24-1430", "S.B. 24-018", "Senate Bill 24 -118".
    """
    start, end = page.tokens[number.first].start, page.tokens[number.last - 1].end
    beside = (max(0, start - NAMED_BEFORE), end + NUMBERED_BEHIND)
    if any(name.start() < start and end <= name.end() for name in _BILL_NAMED.finditer(page.text, *beside)):
        return True
    goals = _GOAL.finditer(page.text, *beside)
    if number.plain and any(code.start() <= start and end <= code.end() for code in goals):
        return True
    if _BILL.fullmatch(page.text, start, end) and _is_behind_capitals(page, number):
        return True
    several = number.plain and page.word(number.last) == "(" and _LAW_PARTS.match(page.text, end)
    if several or _LAW_NUMBER.fullmatch(page.text, start, end):
        return True
    before = max(0, start - LONGEST_CODE), start
    if number.plain and not number.percent and end - start == THREE and _ROW_CODE.search(page.text, *before):
        return True
    if number.shape is Shape.SLASH and _CAPITALS.search(page.text, *before):
        return True
    return (_CODE_BEFORE.search(page.text, *before) or _CODE.match(page.text, end)) is not None


def _is_behind_capitals(page: Page, number: Number) -> bool:
    """Whether two to four capitals that are no currency stand right before a number."""
    before = page.tokens[number.first - 1] if number.first else page.tokens[number.first]
    words = page.text[before.start : before.end]
    capitals = before.is_word and words.isupper() and 1 < len(words) <= SHORT
    return capitals and not page.till(number.first - 1, Mark.CURRENCY)


def _is_of_reference(page: Page, number: Number) -> bool:
    """Whether square brackets hold nothing but numbers and pages: «[3, с. 15–19; 4]», "[1, pp. 6-14]"."""

    def ends(beside: range, bracket: str) -> bool:
        words = (page.word(at) for at in beside)
        return next((word for word in words if not (word in _PAGES or word.isdecimal())), "") == bracket

    first, last = number.first, number.last
    return ends(range(first - 1, first - REFERENCE, -1), "[") and ends(range(last, last + REFERENCE), "]")


def _is_named_by(page: Page, number: Number) -> bool:
    """Whether words, signs or a zero around digits make a name of them."""
    first, last = number.first, number.last
    article = page.word(last) == "–" and page.glued(last) and page.glued(last + 1)  # «106–бабының»
    if (article and page.at(last + 1, Mark.LAW)) or page.has(last, Mark.SIGN_AFTER, Mark.LAW_CODE):
        return True  # «20.2 КоАП»
    if _is_quoted(page, number) or _in_brackets_of_its_own(page, number):
        return True
    if page.word(first)[0] == "0" and len(page.word(first)) > 1 and last == first + 1:
        share = page.word(last) == "(" and any(page.word(at) == "%" for at in range(last + 2, last + 5))
        return not (share and page.padded and len(page.word(first)) == CENTS)
    if page.till(first - 1, Mark.LAW) and page.tokens[first].gap and page.at(last, Mark.LAW):
        return True  # «части 2 статьи 214»
    verb = page.has(last, Mark.RISE, Mark.FALL, Mark.DONE, Mark.EXISTS)
    verb = verb or page.language.is_verbal(page.word(last))
    counted = may_count(page, last)
    if (verb or not counted) and _is_latin_name(page, number):
        return True
    if counted:
        return False
    law = page.till(first - 1, Mark.LAW) and page.tokens[first].gap
    school = page.till(first - 1, Mark.INSTITUTION) and page.tokens[first - 1].capital
    return bool(law or school or page.till(first - 1, Mark.ROOM))


def _is_latin_name(page: Page, number: Number) -> bool:
    """Whether digits end a name in Latin letters among Cyrillic ones: «S&P 500», «Boeing 737»."""
    first = number.first
    alone = page.text[page.tokens[first].start : page.tokens[number.last - 1].end].isdecimal()
    dated = page.word(number.last) == "," and page.counts(number.last + 1)  # "March 2, 2018"
    if page.language.latin or not alone or dated or page.tokens[first].gap != " ":
        return False
    named = _LATIN.match(page.text, page.tokens[first - 1].start) is not None
    return named and not page.till(first - 1, Mark.CURRENCY)


def _in_brackets_of_its_own(page: Page, number: Number) -> bool:
    """The 2 of "Article 14(2)", and the marks of notes in "in England.[286]" and "schools^{1}"."""
    first, short = number.first, len(page.word(number.first)) <= CENTS
    before = page.word(first - 1)
    if number.signed:
        return False  # «17 613(+58)»
    if before == "." and page.glued(first) and page.glued(first - 1):  # "of all traffic.1 This"
        closed = page.is_word(first - 2) or page.word(first - 2) in _CLOSED
        led = page.till(first - 1, Mark.SIGN) or page.till(first - 1, Mark.CURRENCY)
        note = short and closed and not led
        return note and (page.word(number.last) in {"", END} or page.tokens[number.last].capital)
    if before == ")" and page.glued(first):  # «(51 % акций)1;»
        ends = page.word(number.last) in _NOTE_BEHIND or page.tokens[number.last].capital
        return short and ends and page.is_word(first - 2) and len(page.word(first - 2)) > 1
    if before == "(" and page.glued(first - 1) and (page.glued(first) or page.glued(number.last)):
        behind = page.is_word(first - 2) or page.word(first - 2) == ")"  # "(in years)(2)"
        note = behind and page.word(number.last) == ")" and number.last - first == 1
        return page.tokens[first - 2].is_digits or (note and len(page.word(first)) == 1)  # "rate(1)"
    if before == "(":  # "(1) Provisional."
        begins = page.bounds(first)[0] == first - 1 and page.word(number.last) == ")"
        begins = begins and short and number.last - first == 1
        return begins and number.plain and page.is_word(number.last + 1)
    note = before == "[" or (before == "^" and page.word(first - 2) == "[")  # [2], [^2]
    return (note and page.word(number.last) == "]") or (before == "{" and page.word(first - 2) == "^")


def _is_stuck(page: Page, number: Number) -> bool:
    """Whether letters stand right beside the digits, as in «STEM2», «EXPO-2017» and 5G."""
    first, last = number.first, number.last
    if page.word(first - 1) == _STRAIGHT and page.word(first - 2) == "=" and page.glued(first):
        return page.glued(first - 1)  # width="100%"
    if not page.tokens[first].is_digits or page.word(last - 1) == "%":
        return False
    if page.word(first - 1) == "_" and page.glued(first) and page.glued(first - 1):
        return page.word(first - 2).isalnum()  # "text_col_2"
    if page.glued(first) and page.is_word(first - 1):
        return _follows_letters(page, number)
    if page.glued(first) and page.word(first - 1) == "-" and page.glued(first - 1):
        return not number.percent and _hangs_on_word(page, number)  # «өсім-10 %»
    ending = page.word(last)
    if not page.glued(last) or not ending[:1].isalpha() or page.word(last - 1) == ".":
        return False
    if len(ending) == 1 and page.tokens[last].capital and page.language.latin:
        return True
    counted = page.is_of_people(last) and not page.tokens[last].capital  # "the 4Children award"
    if counted or (_has_lost_its_space(page, last) and page.tokens[last - 1].gap):
        return False  # «65 642студента», «1393адам»
    if page.at(last, Mark.STUCK) and not (page.glued(last + 1) and page.word(last + 1).isalnum()):
        return False  # 97p, 3.5x, but 4x100
    return not number.form and not page.has(last, Mark.GLUED, Mark.YEAR, Mark.PERIOD, Mark.CLOCK)


def _follows_letters(page: Page, number: Number) -> bool:
    """Whether the letters before digits make a name with them, and are no currency and no other word."""
    first, last = number.first, number.last
    many = page.language.latin or last - first > 1 or page.language.known(page.word(last))
    parted = many and _has_lost_its_space(page, first - 1)  # «немесе15 728 теңге», "of98 cars"
    return not (parted or page.at(first - 1, Mark.CURRENCY) or power_of(page, number))  # "US144.4 billion"


def _hangs_on_word(page: Page, number: Number) -> bool:
    """Whether the word before the hyphen of a number makes a name with it."""
    noun = number.first - 2
    before = page.word(noun)
    if not page.language.latin:
        people = page.language.known(before) or page.language.known(page.word(number.last))
        if number.year and not (people or page.has(noun, Mark.EARLIER) or page.measures(number.last)):
            return not page.till(noun, Mark.NUMBER_OF)  # «форум лидеров-2025»
        amount = power_of(page, number) > 0 or "," in page.between(number.first, number.last)
        times = len(before) > SHORT and page.at(number.last, Mark.TIMES) > 0
        if amount or times or page.at(noun, Mark.EARLIER):
            return False  # «ЖБ-386,3 млн. теңге», «Алматыға-16 есе», «АППГ-184»
        counted = len(before) >= SHORT or page.word(noun - 1) == "-"  # «1-топ-936»
        if not page.tokens[noun].capital and counted:
            return page.at(noun, Mark.NAMED) > 0  # «врачей-96» is a list that has lost its spaces
    kind = any(isinstance(tag, Split) for tag in page.begins[noun])
    if page.till(noun, Mark.NUMBER_OF) or kind:
        return False  # «балалар саны-44», «қыз-12»
    return before[:1].isalpha() and not page.till(noun, Mark.MONTH)


def _has_lost_its_space(page: Page, index: int) -> bool:
    """Whether a word beside digits is too long for a part of a name, and no such name as «форма2»."""
    named = page.has(index, Mark.NAMED, Mark.INSTITUTION, Mark.ROOM, Mark.GRADE, Mark.RANK, Mark.MEASURE)
    if page.tokens[index].capital or named:
        return False
    if page.language.latin:
        return page.at(index, Mark.CONJ) > 0 and len(page.word(index)) > 1  # but "15a"
    return len(page.word(index)) > SHORT


def _is_quoted(page: Page, number: Number) -> bool:
    """Whether it stands at an end of a name in quotes, «100 нақты қадам», or alone: a mark, «5»."""
    back, ahead = range(max(0, number.first - NAME), number.first), range(number.last, number.last + NAME)
    if page.word(number.first - 1) in _OPENING:  # a longer quotation is somebody's words
        return any(page.word(index) in _CLOSING for index in ahead)
    if page.word(number.last) in _CLOSING:
        return any(page.word(index) in _OPENING for index in back)
    if page.word(number.last) == _STRAIGHT and page.glued(number.last):  # "the new "Bridge 24" line"
        return any(page.word(index) == _STRAIGHT and page.glued(index + 1) for index in back)
    mark = next((index for index in reversed(back) if page.tokens[index].text in _MARKS), None)
    if mark is None or page.word(mark) in _CLOSING or page.word(mark + 1) != page.word(number.first):
        return False  # «30 кружков; «Школа года»…», «120 школ, из них 30 сельских»
    return any(page.word(index) in _CLOSING for index in ahead)  # «100 мектеп, 100 аурухана»


def _hyphenated(page: Page, number: Number) -> FigureKind:
    """What «15-мектеп», «9-сынып», «27-баб», "575-seat" say."""
    noun = number.last + 1
    if page.has(noun, Mark.MONTH, Mark.YEAR):
        return FigureKind.DATE
    sized = page.at(noun, Mark.MEASURE) and page.language.is_sized(page.word(noun))
    if sized or not page.language.ordinal_hyphen:
        return FigureKind.ATTRIBUTE
    named = page.has(noun, Mark.INSTITUTION, Mark.LAW)
    return FigureKind.IDENTIFIER if named else FigureKind.ORDINAL


def _numbers_a_list(page: Page, number: Number) -> bool:
    """«1) …; 2) …» and lines that begin with "1."."""
    last = number.last
    if not number.plain or number.percent or number.value is None or number.value > LISTED:
        return False
    if page.word(last) == ")" and page.glued(last):
        return not page.enclosed(number.first)
    first = number.first
    while page.word(first - 1) in _PRINTED and page.glued(first):
        first -= 1
    alone = page.word(last) == "." and page.word(last + 1) in _AROUND
    if alone and page.word(first - 1) in _AROUND:
        return True  # "| 1. | Schools"
    opens = page.bounds(first)[0] == first and page.word(first - 1) == "."  # "in 2014/15. 2. This report"
    celled = page.word(first - 1) == CELL and page.word(last) == "."  # "| 2. Total Students |"
    if first and not opens and not celled and page.tokens[first].gap not in {"\n", "¶"}:
        return False
    said = last + (page.word(last) == CELL)
    if page.at(said, Mark.SENTENCE_OPENER) and page.tokens[said].capital and page.word(said + 1) != "-":
        return not number.year  # "5 The results will be told", "2.19 | The revenue has"
    behind = [*page.tokens[last : last + 2]]
    wide = len(behind) > 0 and behind[0].gap == "  " and behind[0].capital  # "1   Preliminary figures."
    if alone or (wide and number.value < TENTH):  # alone the number of a heading in the next line
        return True
    if "." in page.between(number.first, last) and number.value < TENTH:
        named = behind[1:] if page.word(last) == "." else behind  # "1.1 Cattle", «1.1. Увеличение»
        return len(named) > 0 and named[0].capital
    if page.word(last) != "." or not page.glued(last) or len(behind) == 1:
        return False
    return bool(behind[1].gap or behind[1].capital)


def _is_grade(page: Page, number: Number) -> bool:
    """School grades: «11 сыныпты», «в 9 классе», "grades 1 to 11"; but «9 сынып ашылды» are classes."""
    before, noun, top = number.first - 1, number.last, number.upper or number.value
    named = page.tokens[number.first].capital  # "classes One to Six"
    headed = page.till(before, Mark.GRADE_BEFORE)
    last = GRADES + (headed > 0 and page.tokens[before].capital)  # "Year 13"
    if not (number.plain or named) or top is None or top > last or number.percent:
        return False
    if headed:
        return True
    if page.till(before, Mark.GRADES_BEFORE):  # but "a standard 12 rooms"
        return page.tokens[before].capital or not may_count(page, noun)
    if not page.at(noun, Mark.GRADE) or number.upper is not None:
        return page.at(noun, Mark.GRADE) > 0
    if page.at(noun, Mark.GRADE_FEW):
        return top > FEW
    return not page.at(noun, Mark.GRADE_COUNT) or page.at(noun + 1, Mark.GRADE_PEOPLE) > 0


def _is_rank(page: Page, number: Number) -> bool:
    """Places, stages and the like: «3 орын алды», «2 этап», "phase 2"."""
    before, last, value = number.first - 1, number.last, number.value
    spoken = not page.tokens[number.first].is_digits and number.form == BARE
    if spoken and page.till(before, Mark.RANK_BEFORE):
        return not page.at(before - 1, Mark.POINTING)  # "category two calls"
    if not number.plain or number.percent or value is None or number.has_decimals:
        return False
    held = page.at(last, Mark.RANK_HELD) > 0
    placed = held or page.at(last, Mark.RANK_SINGULAR) > 0  # «63 место», but «63 места»
    named = page.till(before, Mark.RANK_BEFORE) > 0 and page.tokens[before].capital  # "Proposition 98"
    alone = named and not may_count(page, last)  # "(Chapter 541)", not "Proposition 541 funds"
    if abs(value) > (PLACES if placed or alone else LISTED if named else RANKS):
        return False
    if page.till(before, Mark.RANK_BEFORE):
        few = value <= FEW and not page.at(before - 1, Mark.POINTING)  # "category 2 calls"
        return named or few or not may_count(page, last)
    if page.till(before, Mark.RANK_OF) and page.at(last, Mark.RANK):
        return True  # «инвалиды 2 группы»
    if page.at(last, Mark.RANK_SINGULAR) and (value % 10 != 1 or value == 11):
        return True
    bracket = page.word(before) == "(" and page.word(last + 1) == ")"
    if page.at(last, Mark.RANK_SINGULAR) and (bracket or page.till(before, Mark.TAKES)):
        return True  # «занял 1 место», «(1 место)»
    if held and not page.is_word(last + 1):
        return True  # «облыс 1 орында.»
    return page.at(last, Mark.RANK_TAKEN) > 0
