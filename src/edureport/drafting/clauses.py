"""Clauses: what the sentence of each figure says around it, found once for all rules that ask."""

from collections.abc import Sequence
from copy import copy

from edureport.drafting.clause_sides import ClauseSides
from edureport.drafting.clause_words import JOINING, LEAD, LOOSE, MOST_BEFORE, MOST_WORDS, REACH
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.numbers.affixes import YEARS
from edureport.prose.page import Page
from edureport.prose.times.times import NamedTime

# What tells of a change and of its levels, but not of what changed.
_CHANGING = (
    Mark.RISE, Mark.FALL, Mark.GROWTH_NOUN, Mark.FALL_NOUN, Mark.CHANGE_NOUN, Mark.COMPARED, Mark.COMPARISON,
    Mark.INDEX_TO, Mark.AGAINST, Mark.EXISTS, Mark.AMOUNTING, Mark.THIS, Mark.THAT, Mark.IT, Mark.YEAR,
    Mark.PERIOD, Mark.EARLIER,
)  # fmt: skip
_SIZES = frozenset({Mark.CURRENCY, Mark.PERCENT, Mark.TIMES})


class Clauses(ClauseSides):
    """The clauses of a page, each made once."""

    def __init__(self, page: Page, figures: Sequence[Figure], times: Sequence[NamedTime]) -> None:
        super().__init__(page, figures, times)
        self._made: dict[int, Clause] = {}

    def of(self, figure: Figure) -> "Clause":
        """The clause of a figure that states something."""
        first = figure.span.first
        if first not in self._made:
            self._made[first] = Clause(figure, self)
        return self._made[first]


class Clause:
    """The words around a number by their tokens, without dates."""

    def __init__(self, figure: Figure, clauses: Clauses) -> None:
        self.figure, self.clauses, self.page = figure, clauses, clauses.page
        number = figure.span.first
        self.first, self.last, self.end = clauses.extents[number]  # of the number with its modifier
        self.bounds = self.page.bounds(number)  # of the sentence
        self.before = [] if number in clauses.leading else clauses.before(figure)  # belong to it
        # Where another number ends the words behind, what is said may stand behind both.
        self.after, self.is_cut_short = ([], False) if number in clauses.paired else clauses.after(figure)
        self.own = [*self.before, *self.after]
        self.is_cut_before = len(self.before) == MOST_BEFORE  # more words stand there than are looked at
        # A word such as "respectively" says that which number is whose stands elsewhere.
        self.is_shared = figure.sentence in clauses.shared
        self.led = clauses.trimmed(self.before, LEAD)  # without what leads to them: "of which"
        self.whole = clauses.trimmed(self.after, tail=LOOSE)  # without a joint at their end
        unit = figure.unit_tokens
        self.rest = [index for index in self.after if index not in unit] if unit else self.after
        self.generic = self._is_generic()  # whether the unit does not say what is counted: people, tenge, %
        sign = self.page.word(self.first - 1)
        self.is_bracketed, self.is_joined = sign == "(", sign in JOINING
        # The words before the bracket that it stands in: «жеңіл өнеркәсіп (107,8 %), сусындар (…)».
        self.bracketed = clauses.bracketed(figure) if self.is_bracketed else []

    def of_kind(self, kind: FigureKind) -> "Clause":
        """The same words around a number of another kind: a plan, a change."""
        other = copy(self)
        other.figure = self.figure._replace(kind=kind)
        return other

    @property
    def sentence(self) -> list[int]:
        """The words of the whole sentence, for figures that have too few of their own."""
        clauses, (low, high) = self.clauses, self.bounds
        undated = clauses.undated(range(low, min(high, low + REACH)))
        return [at for at in undated if at in clauses.words and at not in clauses.stated][: 2 * MOST_WORDS]

    @property
    def following(self) -> "Clause | None":
        """That of the next figure of the sentence."""
        after = self.clauses.following.get(self.figure.span.first)
        return self.clauses.of(after) if after else None

    @property
    def listed(self) -> "Sequence[Clause]":
        """Those of the first and last figure of its list: «12 мектеп, 3 колледж және 5 кітапхана ашылды»."""
        figures = self.clauses.listed[self.figure.span.first]
        return [self.clauses.of(figure) for figure in figures[:: max(len(figures) - 1, 1)]]

    def _is_generic(self) -> bool:
        language, figure = self.page.language, self.figure
        unit, span = figure.unit, figure.unit_span
        if unit is None or span is None or figure.percent:
            return True
        generic = unit in language.people or unit in language.measures
        generic = generic or self.page.word(span.first) in language.naming.generic
        return generic or not _SIZES.isdisjoint(self.page.begins[span.first])

    @property
    def is_alone(self) -> bool:
        """Whether its sentence has no other word than the number and its unit."""
        low, high = self.bounds
        own = {*range(self.first, self.last), *self.figure.unit_tokens}
        others = (index for index in range(low, high) if index not in own)
        return high - low <= REACH and not any(map(self.page.is_word, others))

    @property
    def has_subject(self) -> bool:
        """Whether its clause says before the number what changed, but far off: not «рост составил 2 %»."""
        clauses, page, first = self.clauses, self.page, self.first
        back = range(first - 1, max(self.bounds[0], first - REACH) - 1, -1)
        low = next((at + 1 for at in back if page.word(at) == ";"), back.stop + 1)
        words = range(low, first)
        told = {index for at in words for mark in _CHANGING for index in range(at, at + page.at(at, mark))}
        named = (at for at in clauses.undated(words) if clauses.says([at]) and at not in told)
        return clauses.stated.isdisjoint(words) and not all(map(clauses.is_verb, named))

    @property
    def is_signed(self) -> bool:
        """Whether a number in brackets has a plus sign: «наибольший прирост в Орле (+40 кг)»."""
        sign = self.first if self.page.word(self.first) == "+" else self.first - 1
        return self.page.word(sign) == "+" and self.page.word(sign - 1) == "("

    @property
    def is_on_top(self) -> bool:
        """Whether a number comes on top of what there is: «ещё 2 школы», "2 more schools"."""
        on_top = self.clauses.ends(self.first - 1, ClauseMark.ADDITIONAL)
        return on_top or self.clauses.at(self.last, ClauseMark.MORE) > 0

    @property
    def ends_change(self) -> bool:
        """Whether the words before a number only name the change that ends with it: "a 2% decline to 40"."""
        before, at = self.before, self.clauses.at
        ends = len(before) > 1 and self.page.at(before[-1], Mark.TO) and not self.page.language.head_final
        verb = ends and at(before[-2], ClauseMark.COPULA)  # «выросло до 40»
        return bool(ends) and not verb and at(before[-2], ClauseMark.GROWS) > 0

    @property
    def whole_of(self) -> int | None:
        """English: the token before "of", if a number is that of a whole: "12 of the 30 clubs"."""
        page, naming, index = self.page, self.page.language.naming, self.first - 1
        if not naming.some:
            return None
        index -= page.at(index, Mark.DETERMINER) > 0
        if page.word(index) not in naming.of:
            return None
        index -= 1 + (page.word(index - 1) == "out")
        part = index in self.clauses.stated or page.word(index) in naming.some
        return index if part and index >= self.bounds[0] else None

    def stands_alone(self, first: int, last: int) -> bool:
        """Whether these tokens surely say the same alone: no other number or modifier is among or near."""
        page, figure, (start, end) = self.page, self.figure, self.figure.span
        said = figure.modifier_span or figure.span
        digits = page.tokens[start].is_digits and not page.counts(end) and not page.counts(end + 1)
        if not digits or figure.quantity is None or YEARS.start <= figure.quantity.stated < YEARS.stop:
            return False
        own = range(*said)
        others = [index for index in (*range(first, start), *range(end, last)) if index not in own]
        return self.clauses.numbers.isdisjoint(others) and self.clauses.modifiers.isdisjoint(others)
