"""Page: a text cut into tokens and sentences, with the phrases of its language marked."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.prose.grammar.lexicon import Lexicon, lexicon
from edureport.prose.text.phrases import Marks
from edureport.prose.text.sentences import starts
from edureport.prose.text.tokens import Token, tokens

BREAKS = frozenset(";!?()…")  # a point within a sentence belongs to an abbreviation


FEW = 3  # words; fewer may be a name


class Number(NamedTuple):
    """A numeral with its suffix and percent sign: the tokens from `first` to before `last`."""

    first: int
    last: int
    value: Decimal | None
    form: str = ""
    plain: bool = False
    special: str = ""
    percent: bool = False
    points: bool = False
    upper: Decimal | None = None
    hyphen: bool = False  # a word hangs on it that is no suffix: «15-мектеп», "575-seat"
    signed: bool = False
    year: bool = False  # looks like one
    problem: bool = False  # cannot be read


def _foreign(found: Sequence[Token], sentence: Sequence[int], *, latin: bool) -> frozenset[int]:
    """The sentences most of whose words are in another script than their language is written in.

    Kazakh in Latin letters, or an English sentence in a Russian text: its qualifiers would be missed.
    """
    balance: dict[int, int] = {}
    other: dict[int, int] = {}
    for token, number in zip(found, sentence, strict=True):
        if token.is_word and not token.roman:
            strange = ("a" <= token.text[0] <= "z") is not latin
            balance[number] = balance.get(number, 0) + (1 if strange else -1)
            other[number] = other.get(number, 0) + strange
    return frozenset(number for number, excess in balance.items() if excess > 0 and other[number] >= FEW)


class Page(NamedTuple):
    """Everything about a text that its numbers are read by."""

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    begins: Marks
    ends: Marks
    sentence: Sequence[int]  # of each token
    foreign: frozenset[int]  # sentences in another script, of which the words are not known
    first: Sequence[int]  # token of each sentence

    @classmethod
    def of(cls, text: str, language: str) -> "Page":
        """A text made ready for reading."""
        words = lexicon(language)
        found = tokens(text, language)
        begins, ends = words.phrases.mark([token.text for token in found])
        for place, tags in enumerate(begins):
            if "verb.up" in tags:  # what makes up a whole does not rise, nor does "up to 25"
                tags.pop("rise", None)
                begins[place + 1].pop("rise", None)
            if tags.get("before.more_than", 0) > 1 or tags.get("before.less_than", 0) > 1:
                tags.pop("rise", None)  # nor does "more than 300", nor fall "fewer than 300"
                tags.pop("fall", None)
        first = starts(found)
        sentence, number = [], -1
        beginnings = set(first)
        for place in range(len(found)):
            number += place in beginnings
            sentence.append(number)
        foreign = _foreign(found, sentence, latin=language == "en")
        return cls(text, found, words, begins, ends, sentence, foreign, [*first, len(found)])

    def at(self, place: int, tag: str) -> int:
        """The length of the phrase of that tag which begins at a token; 0 if there is none."""
        return self.begins[place].get(tag, 0) if 0 <= place < len(self.begins) else 0

    def till(self, place: int, tag: str) -> int:
        """The length of the phrase of that tag which ends at a token; 0 if there is none."""
        return self.ends[place].get(tag, 0) if 0 <= place < len(self.ends) else 0

    def bound(self, place: int, prefix: str, *, ends: bool = False) -> tuple[int, str]:
        """The longest phrase at a token whose tag is the prefix and a bound: its length and the bound."""
        best = (0, "")
        if 0 <= place < len(self.tokens):
            for tag, size in (self.ends if ends else self.begins)[place].items():
                if tag.startswith(prefix):
                    best = max(best, (size, tag[len(prefix) :]))
        return best

    def word(self, place: int) -> str:
        """The folded text of a token; nothing outside the text."""
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def glued(self, place: int) -> bool:
        """Whether a token stands right behind the one before it."""
        return 0 < place < len(self.tokens) and not self.tokens[place].gap

    def bounds(self, place: int) -> tuple[int, int]:
        """The first token of the sentence of a token, and the one after its last."""
        number = self.sentence[place]
        return self.first[number], self.first[number + 1]

    def within(self, first: int, last: int) -> int:
        """The end of what begins at a token; that of the paragraph if it comes before."""
        return next((place for place in range(first + 1, last) if self.tokens[place].gap == "¶"), last)

    def near(self, place: int, tag: str, back: int, ahead: int) -> int | None:
        """The nearest token within so many that a phrase of the tag begins at, in the same clause.

        Commas do not end a clause here; what separates more does.
        """
        low, high = self.bounds(place)
        for step in range(1, max(back, ahead) + 1):
            if step <= back and place - step >= low and tag in self.begins[place - step]:
                return place - step
            if step <= ahead and place + step < high and tag in self.begins[place + step]:
                return place + step
            if step <= back and self.word(place - step) in BREAKS:
                back = 0
            if step <= ahead and self.word(place + step) in BREAKS:
                ahead = 0
        return None
