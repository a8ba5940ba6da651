"""Fractions in words as percentages: "two thirds", "three in ten", «каждый третий», «оннан үші»."""

from decimal import Decimal
from typing import NamedTuple

from edureport.prose.grammar.forms import Cardinal, Ending, Form
from edureport.prose.grammar.marks import Fraction, Mark, Slot
from edureport.prose.page import Page

HUNDREDTH = Decimal("0.01")
OF_ANY = range(2, 11)  # «оннан үші»: a fraction by its form, whatever it is counted by
OF_FEW = frozenset({3, 4, 5, 10, 20, 100, 1000})  # "three in ten": what shares are spoken in
OF_ONE = OF_FEW | frozenset(range(3, 21))  # "one in six"
DIGITS = 4
TIMES = frozenset({Mark.PERIOD, Mark.YEAR, Mark.HOUR, Mark.MONTH})
OF_ROUND = frozenset({10, 100})  # «семь из десяти»: of five there may really be five


class Ratio(NamedTuple):
    """So many of so many, in how many tokens."""

    size: int
    above: int
    below: int

    @property
    def percentage(self) -> Decimal:
        """To two decimals."""
        return (Decimal(self.above) * 100 / self.below).quantize(HUNDREDTH).normalize()

    @property
    def step(self) -> Decimal:
        """One more of so many, in percent."""
        return Decimal(100) / self.below


def fraction_at(page: Page, index: int) -> Ratio | None:
    """The fraction in words that begins at a token."""
    half_year = (
        index > 0 and page.tokens[index - 1].text in page.language.ordinals
    )  # "the first half of the year"
    for tag, size in page.begins[index].items():
        if isinstance(tag, Fraction) and not half_year:
            return Ratio(size, *tag)
    share = 2 if page.at(index, Mark.HALF_SHARE) else 4 * (page.at(index, Mark.QUARTER_SHARE) > 0)
    half = share == 2 and page.word(index + 1) == "("  # "half (50%)"
    alone = share and (half or page.modifier_till(index - 1, Slot.BEFORE))
    if alone and not page.at(index + 1, Mark.ARTICLE) and not _timed(page, index + 1):
        return Ratio(1, 1, share)  # "more than half, 52.6 per cent", «около четверти школ»
    if part := _part(page, index):
        return Ratio(2, 1, part)
    above = _cardinal(page, index)
    if above and (below := page.language.fractions.get(page.word(index + 1))) and above.value < below:
        return Ratio(2, above.value, below)  # "three fifths"
    size = page.begins[index].get(Mark.EVERY, 0)
    if size and index + size < len(page.tokens):
        ordinal = page.language.ordinals.get(page.tokens[index + size].text, 0)
        timed = _timed(page, index + size + 1)
        return Ratio(size + 1, 1, ordinal) if ordinal > 1 and not timed else None
    return _spoken(page, index)


def _part(page: Page, index: int) -> int:
    """What "by a fifth" and "almost a tenth" are one of; 0 if they are no fraction."""
    if not page.at(index, Mark.ARTICLE):
        return 0
    told = page.at(index - 1, Mark.BY) or page.modifier_till(index - 1, Slot.BEFORE)
    below = page.language.ordinals.get(page.word(index + 1), 0)
    compared = page.at(index + 3, Mark.THAN)  # "about a fourth bigger than"
    named = page.is_word(index + 2) and not page.at(index + 2, Mark.CONJ) and not compared
    return below if told and below > 2 and not named else 0


def ratio_at(page: Page, index: int) -> Ratio | None:
    """The same in digits: "3 in 10", "12 in every 100"; «3 из 10 школ» are counts."""
    any_ = page.at(index + 1, Mark.OF_ANY_RATIO)
    size = any_ or page.at(index + 1, Mark.IN_RATIO) or _out_of(page, index + 1)
    last = index + 1 + size
    if (
        not size
        or last >= len(page.tokens)
        or not page.tokens[last].is_digits
        or len(page.tokens[last].text) > DIGITS
    ):
        return None
    above, below = int(page.tokens[index].text[: DIGITS + 1]), int(page.tokens[last].text)
    alone = not index or not (
        page.tokens[index - 1].is_digits or (page.word(index - 1) in ".," and page.glued(index))
    )
    known = OF_ONE if above == 1 else OF_FEW
    if not alone or not 0 < above < below or not (any_ or below in known) or _timed(page, last + 1):
        return None
    return Ratio(size + 2, above, below)


def _out_of(page: Page, index: int) -> int:
    """The length of "out of" before ten or a hundred people, which tells a share: "9 out of 10 women"."""
    size, language = page.at(index, Mark.OF_RATIO), page.language
    people = (
        language.articles
        and language.lemma(page.word(index + size + 1)) in language.people | language.persons
    )
    return size if people and page.word(index + size) in {"10", "100"} else 0


def _spoken(page: Page, index: int) -> Ratio | None:
    """Two number words: «оннан үші» by their cases, "three in ten" by what joins them."""
    first = page.language.cardinals.get(page.tokens[index].text)
    if first is None or (
        index and page.tokens[index].gap == " " and page.tokens[index - 1].text in page.language.cardinals
    ):
        return None
    if first.form == Form(Ending.ABLATIVE):
        part = _cardinal(page, index + 1)
        whole = part and part.form.possessed and part.value < first.value in OF_ANY
        return Ratio(2, part.value, first.value) if part and whole else None
    noun = first.value == 1 and page.at(index + 2, Mark.IN_RATIO) and not page.is_word(index + 4)
    for tag, known in ((Mark.IN_RATIO, OF_FEW), (Mark.OF_RATIO, OF_ROUND)):
        if size := page.at(index + 1 + bool(noun), tag):
            other = index + 1 + bool(noun) + size  # "in one household in four, someone"
            word = _cardinal(page, other)
            below = word.value if word else int(page.word(other)) if page.word(other) in {"10", "100"} else 0
            one = tag is Mark.IN_RATIO and first.value == 1
            if first.value < below in (OF_ONE if one else known) and not _timed(page, other + 1):
                return Ratio(size + 2 + bool(noun), first.value, below)
    return None


def _cardinal(page: Page, index: int) -> Cardinal | None:
    return page.language.cardinals.get(page.word(index))


def _timed(page: Page, index: int) -> bool:
    """Whether a word for a time follows: «каждый третий день» and "one in ten years" are no shares."""
    return index < len(page.begins) and not page.begins[index].keys().isdisjoint(TIMES)
