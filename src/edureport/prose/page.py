"""Page: a text cut into tokens and sentences, with the phrases of its language marked."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeVar

from edureport.model.quantity import Bound
from edureport.prose import grammar
from edureport.prose.grammar.forms import BARE, Cardinal, Ending, Form, Multiplier
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import Annotation, Mark, Modifier, Slot
from edureport.prose.text.folding import GONE
from edureport.prose.text.tokens import END, Token, starts, tokens

_GROUPED = re.compile(r"(?<![0-9,.])[0-9]{1,3},[0-9]{3}(?![0-9,])")
_FOUR_DIGITS = re.compile(r"(?<![0-9,./-])(?!19|20)[1-9][0-9]{3}(?![0-9./-])")
_SPACED = re.compile(r"(?<![0-9,.])[0-9]{1,2}[ \u00a0\u202f\u2009][0-9]{3}(?![0-9])")
_POINTED = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:[.][0-9]{3}(?:[.][0-9]{3}(?![0-9.])|,[0-9]))")
_CELL_DECIMALS = re.compile(
    r"[|\t\u2029–] *[-+−(]?[0-9. ]{0,20}[0-9],[0-9]{1,2}(?= ?[%)]? *(?:[|\t\n\u2029]|\Z))"
)
_COMMA_GROUPS = re.compile(r"(?<![0-9,.])[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?![0-9,])")
_SPACED_CELL = re.compile(
    r"(?:[|\t\n\u2029] *|\A)[-+−–(]?[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+"
    r"(?= ?[)]? *(?:[|\t\n\u2029]|\Z))"
)
_COMMA_DECIMALS = re.compile(r"(?<![0-9,.])[0-9]{1,3},[0-9]{1,2}(?![0-9,])")
_TALLY = re.compile(r"[-–—:] [1-9]?[0-9](?:-[1-9]?[0-9]-[0-9]|-[0-9]-[1-9]?[0-9])(?![0-9-])")
_COMMA_MONEY = re.compile(r"(?<![0-9,.])[1-9][0-9]{0,2},[0-9]00 ?[$€£₸₽]")
_PADDED = re.compile("[(]0[0-9][.,][0-9]+ ?%")
_MONEY = re.compile(
    r"(?<![A-Za-z0-9])([A-Z][a-z]?)"
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:[.,][0-9]+)? ?(?:[MBTRmbtr]+illion|мл[нр]д?)"
    r"|[0-9][0-9.]+[MBmb]n?\b|(?<=[PKR])[0-9]+[.][0-9]{2}(?![0-9.]))"  # the peso, the kwacha, the rand
)
_UNGROUPED = re.compile(r"(?<![0-9,./-])[1-9][0-9]{4,6}(?![0-9./-])")
_YEAR = re.compile("(?:19|20)[0-9]{2}")

_THAN = (Modifier(Slot.BEFORE, Bound.MORE_THAN), Modifier(Slot.BEFORE, Bound.LESS_THAN))

Marks = list[dict[Annotation, int]]
Tag = TypeVar("Tag", bound=Hashable)

BREAKS = frozenset(";!?()…")  # a point within a sentence belongs to an abbreviation
BRACKET = 40  # words in brackets
ASKED = 100  # tokens to the question mark
TALLIES = 3
CELLS = 2  # with decimals that show how a text writes them
FEW = 3  # words; fewer may be a name
EQUAL_NEAR, EQUAL_FAR = 4, 10  # words to the comma behind a number, and from there to the verb


class _Words(dict[int, str]):
    """The words of a text by their places: looked up more often than anything else."""

    def __missing__(self, index: int) -> str:
        """Nothing outside the text."""
        return ""


class Page(NamedTuple):
    """Everything about a text that its numbers are read by."""

    text: str
    tokens: Sequence[Token]
    language: Language
    begins: Marks
    ends: Marks
    where: Mapping[Annotation, AbstractSet[int]]  # the tokens at which phrases of each mark begin
    sentence: Sequence[int]  # of each token
    foreign: frozenset[int]  # sentences in another script, of which the words are not known
    first: Sequence[int]  # token of each sentence, and the end of the last one
    extents: Sequence[tuple[int, int]]  # of each sentence, without the end of its paragraph
    brackets: Sequence[int]  # the tokens of round ones
    groups: bool  # whether its numbers of four digits are written with a sign between them: 2,016
    thousands: bool  # whether that is so and none of its counts are: four digits alone are years
    pointed: bool  # whether a point parts the thousands: 1.058.900, and so «2.817 школ» as well
    decimals: bool  # whether a comma may part decimals: 12,5; in English where the cells of a table show it
    commas: bool  # whether a point does no more than part thousands, for a comma parts the decimals: 1,09 %
    comma_groups: bool  # whether a comma parts thousands though it is the decimal sign: 8,699,000 and 8,699
    spaced: bool  # whether a space may part the thousands: 27 546, but not where 27546 or 27,546 is written
    spaced_cells: bool  # whether it has a cell that is a number in such groups: 1 936 462
    tallies: bool  # whether it lists medals or votes, three numbers with hyphens: "China – 15-7-9"
    padded: bool  # whether its shares begin with a zero, «2 (06,7 %)», and so its counts may: «05 (16,7 %)»
    word: Callable[[int], str]  # the folded text of a token; nothing outside the text

    @classmethod
    def of(cls, text: str, code: str) -> "Page":
        """A text made ready for reading."""
        language = grammar.load(code)
        read = tokens(text, latin=language.latin)
        words = [token.text for token in read]
        begins, ends = language.phrases.mark(words)
        _untangle(begins)
        _mark_money(text, read, begins, ends)
        first = starts(read, language)
        opening = set(first)
        sentence = [number - 1 for number in accumulate(index in opening for index in range(len(read)))]
        foreign = _foreign(read, sentence, latin=language.latin)
        grouped = not language.decimal_comma and _GROUPED.search(text) is not None
        otherwise = grouped or _UNGROUPED.search(text) is not None
        spaced = not otherwise or _SPACED.search(text) is not None
        celled = _GROUPED.search(text) is None and len(_CELL_DECIMALS.findall(text)) >= CELLS
        decimals = language.decimal_comma or celled
        comma_groups = language.decimal_comma and (
            _COMMA_GROUPS.search(text) is not None or len(_COMMA_MONEY.findall(text)) >= CELLS
        )
        pointed = decimals and _POINTED.search(text) is not None
        commas = pointed and _COMMA_DECIMALS.search(text) is not None
        brackets = [index for index, token in enumerate(read) if token.text in {"(", ")"}]
        where, last = beginnings(begins), [*first, len(read)]
        extents = [
            (begin, end - (end > begin + 1 and read[end - 1].text == END)) for begin, end in pairwise(last)
        ]
        return cls(
            text, read, language, begins, ends, where, sentence, foreign, last, extents, brackets, grouped,
            grouped and _FOUR_DIGITS.search(text) is None, pointed, decimals, commas,
            comma_groups, spaced, _SPACED_CELL.search(text) is not None, len(_TALLY.findall(text)) >= TALLIES,
            _PADDED.search(text) is not None, _Words(enumerate(words)).__getitem__,
        )  # fmt: skip

    def at(self, index: int, tag: Annotation) -> int:
        """The length of the phrase of that tag which begins at a token; 0 if there is none."""
        try:
            return self.begins[index].get(tag, 0) if index >= 0 else 0
        except IndexError:
            return 0

    def has(self, index: int, *tags: Annotation) -> bool:
        """Whether a phrase of one of these tags begins at a token."""
        return 0 <= index < len(self.begins) and not self.begins[index].keys().isdisjoint(tags)

    def any_at(self, indices: Collection[int], *tags: Annotation) -> bool:
        """Whether a phrase of one of these tags begins at one of some tokens."""
        for tag in tags:  # noqa: SIM110  # asked too often for a generator
            if tag in self.where and not self.where[tag].isdisjoint(indices):
                return True
        return False

    def till(self, index: int, tag: Annotation) -> int:
        """The length of the phrase of that tag which ends at a token; 0 if there is none."""
        return self.ends[index].get(tag, 0) if 0 <= index < len(self.ends) else 0

    def modifier_at(self, index: int, slot: Slot) -> tuple[int, Bound] | None:
        """The longest words of a bound in that slot which begin at a token: their length and the bound."""
        return _longest(self.begins[index], slot) if 0 <= index < len(self.begins) else None

    def modifier_till(self, index: int, slot: Slot) -> tuple[int, Bound] | None:
        """The same of those that end at a token."""
        return _longest(self.ends[index], slot) if 0 <= index < len(self.ends) else None

    def is_word(self, index: int) -> bool:
        """Whether a token begins with a letter."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_word

    def is_digits(self, index: int) -> bool:
        """Whether a token is digits."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_digits

    def names(self, index: int) -> bool:
        """Whether a word that is no conjunction stands at a token."""
        return self.is_word(index) and not self.at(index, Mark.CONJ)

    def is_percent(self, index: int) -> bool:
        """Whether the sign or a word for percent begins at a token."""
        return self.word(index) == "%" or self.at(index, Mark.PERCENT) > 0

    def is_year(self, index: int) -> bool:
        """Whether a token is four digits of our time."""
        return _YEAR.fullmatch(self.word(index)) is not None

    def is_of_people(self, index: int) -> bool:
        """Whether a word counts people of any kind, or of some."""
        return self.language.lemma(self.word(index)) in self.language.people | self.language.persons

    def measures(self, index: int) -> bool:
        """Whether a word names what is measured and not counted: money, lengths."""
        return self.language.known(self.word(index)) in self.language.measures

    def cardinal(self, index: int) -> Cardinal | None:
        """The number that the word at a token is."""
        return self.language.cardinals.get(self.word(index))

    def multiplier(self, index: int) -> Multiplier | None:
        """The power of ten that the word at a token is."""
        return self.language.multipliers.get(self.word(index))

    def suffix(self, index: int) -> Form:
        """What the token says of a number if it is the suffix of one."""
        return self.language.suffixes.get(self.word(index), BARE)

    def case(self, index: int) -> Ending | None:
        """The case of the word at a token."""
        return self.language.case(self.word(index))

    def has_case(self, index: int, *cases: Ending) -> bool:
        """Whether the word at a token may stand in one of these cases."""
        return self.language.has_case(self.word(index), *cases)

    def hyphened(self, index: int) -> bool:
        """Whether a hyphen with no space on either side stands at a token."""
        return self.word(index) == "-" and self.glued(index) and self.glued(index + 1)

    def glued(self, index: int) -> bool:
        """Whether a token stands right behind the one before it."""
        return 0 < index < len(self.tokens) and not self.tokens[index].gap

    def counts(self, index: int) -> bool:
        """Whether a token is a number or a number word."""
        return self.is_digits(index) or self.word(index) in self.language.cardinals

    def between(self, first: int, last: int) -> str:
        """The text from a token to before another."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end].replace(GONE, "")

    def enclosed(self, index: int) -> bool:
        """Whether a round bracket is open before a token."""
        closed = 0
        for at in range(index - 1, max(-1, index - BRACKET), -1):
            word = self.word(at)
            if word == "(" and not closed:
                return True
            closed += (word == ")") - (word == "(")
        return False

    def bounds(self, index: int) -> tuple[int, int]:
        """The first token of the sentence of a token, and the one after its last."""
        return self.extents[self.sentence[index]]

    def asks(self, index: int) -> bool:
        """Whether a question mark stands behind a token in its sentence, so that nothing is claimed."""
        return self.any_at(range(index, min(self.bounds(index)[1], index + ASKED)), Mark.ASKS)

    def before(self, index: int, most: int) -> range:
        """At most so many tokens of a sentence before the one at `index`, the nearest first."""
        low, _ = self.bounds(index)
        return range(index - 1, max(low, index - most) - 1, -1)

    def near(self, index: int, tag: Annotation, back: int, ahead: int) -> int | None:
        """The nearest token within so many that a phrase of the tag begins at, in the same clause.

        Commas do not end a clause here; what separates more does.
        """
        low, high = self.bounds(index)
        begins, tokens = self.begins, self.tokens
        back, ahead = min(back, index - low), min(ahead, high - 1 - index)
        if not self.any_at(range(index - back, index + ahead + 1), tag):
            return None  # nearly always
        for step in range(1, max(back, ahead) + 1):
            before, behind = index - step, index + step
            if step <= back and tag in begins[before]:
                return before
            if step <= ahead and tag in begins[behind]:
                return behind
            if step <= back and tokens[before].text in BREAKS:
                back = 0
            if step <= ahead and tokens[behind].text in BREAKS:
                ahead = 0
        return None


def beginnings(begins: Sequence[Mapping[Tag, int]]) -> Mapping[Tag, AbstractSet[int]]:
    """The tokens where the phrases of each tag begin."""
    found: dict[Tag, set[int]] = defaultdict(set)
    for index in [index for index, tags in enumerate(begins) if tags]:  # few have any
        for tag in begins[index]:
            found[tag].add(index)
    return dict(found)


def moves_near(page: Page, index: int, back: int, ahead: int) -> bool:
    """Whether a word of a rise or a fall stands within so many tokens, in the same clause."""
    return any(page.near(index, tag, back, ahead) is not None for tag in (Mark.RISE, Mark.FALL))


def change_behind(page: Page, index: int) -> int | None:
    """The word of a rise or fall that other words set equal to what stands before them.

    "from 18,240 to 25,900, for a 42 percent increase", «240-тан 180-ге дейін, яғни 25 %-ға азайды».
    """
    _, high = page.bounds(index) if index < len(page.tokens) else (0, 0)
    comma = next((at for at in range(index, min(index + EQUAL_NEAR, high)) if page.word(at) == ","), None)
    if comma is None or not (page.at(comma + 1, Mark.EQUAL) or page.at(comma + 1, Mark.CHANGE_AS)):
        return None
    ahead = range(comma + 1, min(comma + EQUAL_FAR, high))
    return next((at for at in ahead if page.at(at, Mark.RISE) or page.at(at, Mark.FALL)), None)


def _longest(tags: dict[Annotation, int], slot: Slot) -> tuple[int, Bound] | None:
    lengths = [
        (size, tag.bound) for tag, size in tags.items() if isinstance(tag, Modifier) and tag.slot is slot
    ]
    return max(lengths, default=None)


def _untangle(begins: Marks) -> None:
    """Take the mark of a rise or a fall from words that have another sense where they stand."""
    for index, tags in enumerate(begins):
        if Mark.VERB_UP in tags:  # what makes up a whole does not rise, nor does "up to 25"
            begins[index : index + 2] = (_without(marks, Mark.RISE) for marks in begins[index : index + 2])
        moves = Mark.RISE in begins[index] or Mark.FALL in begins[index]
        if moves and any(tags.get(than, 0) > 1 for than in _THAN):
            # Nor does "more than 300", nor fall "fewer than 300".
            begins[index] = _without(begins[index], Mark.RISE, Mark.FALL)


def _without(tags: dict[Annotation, int], *others: Mark) -> dict[Annotation, int]:
    return {tag: size for tag, size in tags.items() if tag not in others}


def _mark_money(text: str, read: Sequence[Token], begins: Marks, ends: Marks) -> None:
    """Mark capitals before digits as a currency where an amount shows that: "R1,204", and so "R90"."""
    money = set(_MONEY.findall(text))
    for index, (token, following) in enumerate(pairwise(read) if money else ()):
        named = token.capital and text[token.start : token.end] in money
        if named and following.is_digits and not following.gap:
            begins[index], ends[index] = ({**tags[index], Mark.CURRENCY: 1} for tags in (begins, ends))


def _foreign(read: Sequence[Token], sentence: Sequence[int], *, latin: bool) -> frozenset[int]:
    """The sentences most of whose words are in another script than their language is written in.

    Kazakh in Latin letters, or an English sentence in a Russian text: its modifiers would be missed.
    """
    words: Counter[int] = Counter()
    other: Counter[int] = Counter()
    for token, number in zip(read, sentence, strict=True):
        if token.is_word and not token.roman:
            words[number] += 1
            other[number] += ("a" <= token.text[0] <= "z") is not latin
    return frozenset(number for number, many in other.items() if many >= FEW and 2 * many > words[number])
