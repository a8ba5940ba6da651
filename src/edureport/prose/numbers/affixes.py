"""Affixes: the sign, the letter for an amount, the percent sign and the suffix that a numeral carries."""

from decimal import Decimal

from edureport.prose.grammar.forms import BARE, Ending, Form
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page
from edureport.prose.text.tokens import END

SIGNS = frozenset("+-\u2212")
MINUS = frozenset("-\u2212")
DASHED = frozenset(["–", ":"])
SIGNED_AFTER = frozenset({Mark.CONJ, Mark.TO, Mark.BY, Mark.FROM, Mark.DONE, Mark.NEGATIVE, Mark.RISE,
                          Mark.FALL, Mark.EXISTS})  # fmt: skip
AMOUNTS = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12, "cr": 7}  # letters behind an amount of money
AMOUNTS |= {"к": 3, "м": 6, "в": 9, "вн": 9}  # as the tokens of a Cyrillic text have them
SPACED_AMOUNTS = frozenset(["m", "mn", "b", "bn", "cr"])  # "USD 3.9 m"
HYPHENS = frozenset("-–")
BACK = 30  # tokens that are looked through
# What a number in front puts in order, where its hyphen has lost a suffix: «5- сынып».
NUMBERED = (Mark.INSTITUTION, Mark.GRADE, Mark.RANK, Mark.LAW, Mark.NAMED, Mark.SIGN_AFTER)
YEARS = range(1900, 2101)


def with_affixes(page: Page, numeral: Number) -> Number:
    """A numeral with its sign, its percent sign and its suffix."""
    first, last, value = numeral.first, numeral.last, numeral.value
    signed = _signed(page, first)
    if signed and value is not None:
        value = value if page.word(first - 1) == "+" else -value
        first -= page.glued(first)
    if _is_less_in_brackets(page, first) and value is not None:
        signed, value = True, -value
    problem = value is None and not numeral.shape
    number = numeral._replace(first=first, value=value, signed=signed, problem=problem)
    if value is not None and (power := _letter(page, first, last)):
        step = (number.step or Decimal(1)).scaleb(power)
        return number._replace(last=last + 1, value=value.scaleb(power), plain=False, step=step)
    plain_year = numeral.plain and last == numeral.first + 1 and value is not None and value in YEARS
    number = number._replace(year=bool(plain_year and not signed))
    if numeral.shape is Shape.FRACTION:
        form = Form(page.case(last - 1))
        return number._replace(percent=True, shape=Shape.FRACTION, form=form)
    one = numeral.shape is Shape.INDEFINITE and page.language.bare_genitives.get(page.word(numeral.first))
    if one and page.modifier_till(numeral.first - 1, Slot.BEFORE):  # «более тысячи» and «около сотни»
        return number._replace(value=Decimal(one), shape=Shape.BARE)
    if points := page.at(last, Mark.POINTS):
        form = Form(page.case(last + points - 1))
        return number._replace(last=last + points, percent=True, points=True, form=form)
    if page.word(last) == "%":
        return _suffixed(page, number._replace(last=last + 1, percent=True))
    if page.hyphened(last) and (percent := page.at(last + 1, Mark.PERCENT)):  # "a 0.5-percent rise"
        return number._replace(last=last + 1 + percent, percent=True)
    percent = page.at(last, Mark.PERCENT)
    if percent and not (page.word(last) == "pc" and page.tokens[last].capital):
        form = page.language.percent_form(page.word(last + percent - 1))
        return number._replace(last=last + percent, percent=True, form=form)
    return number if numeral.form else _suffixed(page, number)


def _letter(page: Page, first: int, last: int) -> int:
    """The power of ten of a letter behind a number: "$5m", "1.2m tonnes", "fell to 14.1m".

    But "a 50m pool" and "200m of pipes" are measured.
    """
    letter, spaced = page.word(last), not page.glued(last)
    power = 0 if spaced and letter not in SPACED_AMOUNTS else AMOUNTS.get(letter, 0)
    if not power or page.till(first - 1, Mark.CURRENCY):
        return power if page.tokens[last - 1].is_digits else 0
    stuck = page.glued(first) and page.is_word(first - 1)  # "H1B visas"
    named = page.word(last + 1) == "." and page.is_word(last + 2) and page.glued(last + 2)  # "2025-9m.yaml"
    if stuck or named or not page.language.glued_amounts or page.at(first - 1, Mark.ARTICLE):
        return 0
    million = letter == "m" and not _may_be_metres(page, first, last)
    following = page.word(last + 1)
    counted = page.language.is_plural(following) or page.language.known(following) is not None
    if spaced:
        return power if counted and million and page.word(last - 2) == "." else 0  # "3.4 m people"
    return power if counted or million else 0


def _may_be_metres(page: Page, first: int, last: int) -> bool:
    """Whether a letter may be the metre: where lengths are told of, or nothing shows large numbers."""
    told = page.any_at(range(*page.bounds(first)), Mark.LENGTH)
    return told if page.groups else last - first == 1 or Mark.LENGTH in page.where


def _signed(page: Page, first: int) -> bool:
    """Whether before a number stands a plus or a minus and not a dash or a hyphen."""
    sign = page.word(first - 1) if first else ""
    if sign == "-" and page.is_year(first) and page.is_year(first - 2):
        return False  # "2017 -2021"
    if (
        sign == "-"
        and page.is_year(first - 2)
        and page.word(first) == f"{int(page.word(first - 2)) + 1}"[-2:]
    ):
        return False  # "FY 2026 -27"
    if page.at(first - 1, Mark.MINUS) or _is_en_dash_for_minus(page, first):
        return True
    if sign not in SIGNS:
        return False
    if not page.glued(first):  # «– - 418 250,5»: behind a dash a second one is a minus
        return sign in MINUS and (page.word(first - 2) in DASHED or page.word(first - 2) == END)
    if first == 1 or page.word(first - 2) in "(…~≈":
        return True
    return not page.glued(first - 1) and not (sign == "-" and _names_before(page, first - 2))


def _is_less_in_brackets(page: Page, first: int) -> bool:
    """Whether a minus stands in brackets of its own before a number: "(-)1551"."""
    dash = page.word(first - 2) in MINUS or page.word(first - 2) == "–"
    return dash and page.word(first - 1) == ")" and page.word(first - 3) == "("


def _is_en_dash_for_minus(page: Page, first: int) -> bool:
    """Whether an en dash stands for a minus: right behind a bracket and before its digits, "(–3%)"."""
    opened = page.word(first - 1) == "–" and page.word(first - 2) == "("
    glued = opened and page.glued(first) and page.glued(first - 1)
    return glued and page.text[page.tokens[first - 1].start] == "–"


def _names_before(page: Page, index: int) -> bool:
    """Whether the word before " -412" is the name of what is counted, so that the sign is a dash."""
    if not page.language.names_before_dash or not page.is_word(index):
        return False
    return SIGNED_AFTER.isdisjoint(page.begins[index]) and SIGNED_AFTER.isdisjoint(page.ends[index])


def _suffixed(page: Page, number: Number) -> Number:
    """With the suffix behind the hyphen, «300-ден»; or with the note that another word hangs there."""
    last = number.last
    if size := _parted(page, last):
        form = page.language.suffixes[page.word(last + size - 1)]
        return number._replace(last=last + size, form=form, year=False)
    if page.glued(last) and page.tokens[last].is_word and not page.at(last, Mark.GLUED):
        form = page.suffix(last) if len(page.word(last)) > 1 else BARE
        return number._replace(last=last + 1, form=form, year=False) if form else number
    hyphen = page.word(last) == "-" and page.glued(last)
    if not hyphen or page.at(last, Mark.TIMES) or page.modifier_at(last, Slot.AFTER):
        return number
    if not page.glued(last + 1):
        dashes = (at for at in page.before(number.first, BACK)[:-1] if page.word(at) == "–")
        if page.is_word(last + 1) and any(page.tokens[at - 1].is_digits for at in dashes):
            return number  # «4 – пешпен, 2- сұйық отынмен»
        # «2205- ауылда»: a hyphen that has lost its suffix, unless one follows: «5- и 6-й»
        years = number.year and page.word(last + 1)[:1].isdigit()  # "2020- 2021"
        loose = page.at(last + 1, Mark.CONJ) or page.word(last + 1) in {",", ""} or years
        counted = page.language.head_final and page.language.known(page.word(last + 1))
        loose = loose or bool(counted and not page.has(last + 1, *NUMBERED))  # «29- оқушы»
        listed = page.word(number.first - 1) in {"(", ",", ";"} and page.is_word(last + 1)  # «, 13- жеке»
        loose = loose or listed
        return number._replace(problem=number.problem or not loose)
    spoken = not page.tokens[number.first].is_digits and page.word(last + 1) in page.language.cardinals
    if not page.tokens[last + 1].is_word or spoken:
        return number  # «екі-үш»
    form = page.suffix(last + 1)
    if not form:
        return number._replace(hyphen=True)
    if form.ending is Ending.ORDINAL and not number.year and _cardinal(page, number, last + 1):
        form = BARE
    genitive = form == Form(Ending.GENITIVE)
    multiplier = page.multiplier(last + 2) if genitive else None
    if multiplier and number.value is not None:
        value, step = number.value.scaleb(multiplier.power), Decimal(1).scaleb(multiplier.power)
        return number._replace(last=last + 3, value=value, plain=False, year=False, step=step)
    return number._replace(last=last + 2, form=form, year=False)


def _parted(page: Page, index: int) -> int:
    """The tokens to the end of a suffix behind a space: "the 21 st largest", «7,8%- ға»; 0 if none is.

    So do a dash with spaces, «23 % – ға», and the point of an abbreviation, «15 млн.-ға», part it.
    """
    dotted = page.word(index) == "." and page.at(index - 1, Mark.ABBREVIATION) > 0
    at = index + dotted
    hyphen = page.word(at) in HYPHENS and (page.glued(at) or page.language.head_final)
    suffix = at + hyphen
    if page.word(suffix) not in page.language.suffixes or page.tokens[suffix].capital:
        return 0
    if hyphen:
        parted = dotted or not page.glued(at) or page.tokens[suffix].gap == " "
        return suffix + 1 - index if parted and not page.at(suffix, Mark.CONJ) else 0
    spaced = page.tokens[suffix].gap == " " and not dotted
    return int(bool(page.language.articles) and spaced and page.tokens[index - 1].is_digits)


def _cardinal(page: Page, number: Number, suffix: int) -> bool:
    """Russian «2-х школ» is the genitive of two, «11-х классов» is an ordinal."""
    if number.value is None or page.at(suffix + 1, Mark.GRADE):
        return False
    if page.word(suffix) == page.language.dative_suffix and not _is_dative(page, suffix + 1):
        return False  # «на 3-м», «стал 43-м президентом»
    whole = int(number.value)  # Python's context divides numbers of 28 digits at most
    return whole == number.value and page.language.is_cardinal_suffix(page.word(suffix), whole)


def _is_dative(page: Page, index: int) -> bool:
    """Whether a dative stands at a token, or behind more such numbers: «3-м и 4-м семьям»."""
    noun = index
    while (page.at(noun, Mark.JOIN) or page.word(noun) == ",") and _is_dative_number(page, noun + 1):
        noun += 4
    if noun == index and page.at(noun, Mark.OF_THEM):
        before = noun - 4  # «помощь оказана 3-м из них», but «стал 3-м из них»
        return not (page.till(before, Mark.IN) or page.till(before, Mark.BY) or page.at(before, Mark.BECOMES))
    return page.has_case(noun, Ending.DATIVE) and not page.at(noun, Mark.GRADE)


def _is_dative_number(page: Page, index: int) -> bool:
    """Whether digits with that suffix begin at a token."""
    dative = page.hyphened(index + 1) and page.word(index + 2) == page.language.dative_suffix
    return dative and page.counts(index)
