"""Quantities that a text states twice: in other words, in a heading and below it, or once more later."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from edureport.model.printing import agree
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Figures, Indices, Mode, SumRole
from edureport.prose.grammar.marks import Mark, Modifier
from edureport.prose.page import Page
from edureport.prose.relations.derivation import by_sentence, comparable, quantity
from edureport.prose.relations.products import is_yield
from edureport.prose.relations.relation import Consistency, Relation, RelationKind, Rule, certainty

STEM = 5  # letters that forms of one word share
APART = frozenset(',;:()–«»“”"')
MANY = 40  # words of a clause, or beside a bracket
TWICE = Decimal(2)  # times one number that the other may be where words say that both are one
INDEFINITE = frozenset(["a", "an", "another", "one"])  # "at a table", which is no table of a report
SOON = 4  # tokens from the name of a document to what it says
LAST = 2  # figures that may name what is spoken of
EMPTY = frozenset({Mark.CONJ, Mark.TOTAL, Mark.NUMBER_OF, Mark.EXISTS, Mark.OPENER_STRONG, Mark.IN, Mark.BY})
CROWD = 12  # figures of a sentence that lists them
FEW = 3  # and of one that tells of one thing


def restatements(page: Page, figures: Figures) -> Iterator[Relation]:
    """Two figures that state one quantity, and whether they can both be right."""
    indices = [index for index, figure in enumerate(figures) if _whole(figure)]
    for sentence in by_sentence(figures, indices):
        for first, second in pairwise(sentence):
            sure = _in_other_words(page, figures[first], figures[second]) if second - first == 1 else None
            if sure is not None:
                yield from _pair(figures, first, second, Rule.SAME_BESIDE, sure=sure)
    yield from _once_more(page, figures, indices)


def _whole(figure: Figure) -> bool:
    """Whether a figure states how many there are or are to be, and not a part or a change."""
    plain = comparable(figure) and not figure.each and not figure.points and figure.role not in PARTS
    return plain and figure.kind is not FigureKind.CHANGE and figure.mode not in {Mode.FROM, Mode.BY}


def _pair(figures: Figures, first: int, second: int, rule: Rule, *, sure: bool) -> Iterator[Relation]:
    """Two figures as one quantity; where they stand side by side, only what is sure is no coincidence."""
    one, other = figures[first], figures[second]
    same = rule is Rule.SAME_BESIDE and one.stated == other.stated  # "over two (2) years"
    if same or agree(quantity(one), quantity(other)):
        verdict = Consistency.FOLLOWS
    elif sure:
        verdict = Consistency.DOES_NOT_FOLLOW
    else:
        return
    yield Relation(RelationKind.RESTATED, rule, certainty(sure=sure), first, (second,), verdict)


def _in_other_words(page: Page, first: Figure, second: Figure) -> bool | None:
    """Whether two neighbours surely state one quantity; None if nothing says so."""
    if first.percent is not second.percent:
        return None
    # One of two that are so near may be a slip; others are of something else.
    low, high = sorted(abs(figure.stated or Decimal(0)) for figure in (first, second))
    between = range(first.span[1], second.span[0])
    inside = len(between) == 1 and page.word(between[0]) == "(" and page.word(second.span[1]) == ")"
    if inside and page.tokens[first.span[0]].is_digits is not page.tokens[second.span[0]].is_digits:
        return not _is_loose(page, first, second)  # «15 (пятнадцать)»
    if first.kind is not second.kind:
        return None
    end = second.first - 1
    end -= page.word(end) in {",", "–"}
    if page.till(end, Mark.PRECISELY) or page.at(second.span[1], Mark.PRECISELY):
        return True  # «12,3 мың азамат, дәлірек айтқанда, 12 345 адам»
    if page.word(first.span[1]) == ")" and any(page.word(index) == "(" for index in between):
        return None  # each stands in a bracket of its own, behind what it is of
    documents = (at for at in between if page.has(at, Mark.DOCUMENT))
    told = any(page.word(at - 1) not in INDEFINITE for at in documents)
    told = told and not page.any_at(between, Mark.OPENER_STRONG)
    told = told and second.unit in {first.unit, None} and not first.percent and high <= TWICE * low
    if not told or len(between) > MANY or not page.tokens[second.span.first].is_digits:
        return None
    # "The report says that 40 were repaired" is of some of them; "(in the headline about 70)" is of all.
    elliptic = first.unit is not None and not page.is_word(second.span[1])
    if page.any_at(between, Mark.CONTRAST) or any(page.word(at) == ";" for at in between):
        # "The summary says that 340 were visited, while the annex puts those visited at 304."
        return elliptic or bool(_words(page, first, {}) & _words(page, second, {})) or None
    return (elliptic and page.any_at(between[-SOON:], Mark.DOCUMENT)) or None


def _is_loose(page: Page, figure: Figure, bracketed: Figure) -> bool:
    """Whether a number only says about how many, or is of another time than the one in its bracket.

    "Just under half (46%)", "one third (35%)"; "Spain 300,000 (zero), Britain 300,000 (700,000)".
    """
    fraction = figure.percent and not page.tokens[figure.span[0]].is_digits
    low, high = page.bounds(figure.span.first)
    near = range(max(low + 1, figure.span.first - MANY), min(high - 1, bracketed.span.last + MANY))
    opened = (at for at in near if page.word(at) == "(" and page.tokens[at - 1].is_digits)
    digits = any(page.word(at + 1)[:1].isdigit() for at in opened)
    return fraction or digits or not bracketed.stated or figure.bound is not Bound.EXACT


def _once_more(page: Page, figures: Figures, indices: Indices) -> Iterator[Relation]:
    """Figures that the same words surround, in two sentences; three of them are a list of some kind."""
    alike: dict[tuple[str, str, frozenset[str], frozenset[str]], list[int]] = {}
    crowd = Counter(figures[index].sentence for index in indices)
    said: dict[int, str] = {}
    for index in indices:
        figure = figures[index]
        words = _words(page, figure, said) if crowd[figure.sentence] < CROWD else frozenset()
        if words and figure.unit is not None and not is_yield(page, figure):  # each field has its own
            key = (f"{figure.kind} {figure.percent}", figure.unit, words, _dates(figures, index))
            alike.setdefault(key, []).append(index)
    paragraph = _paragraphs(page)
    for (*_, around, _), members in alike.items():
        if len(members) != 2 or figures[members[0]].sentence == figures[members[1]].sentence:
            continue
        first, second = members
        near = (*figures[max(0, first - LAST) : first], *figures[max(first + 1, second - 2 * LAST) : second])
        if any(one.kind in {FigureKind.IDENTIFIER, FigureKind.ORDINAL} for one in near):
            continue  # the text has just turned to something else: «Школа № 2», "the second school"
        together = paragraph[figures[first].sentence] == paragraph[figures[second].sentence]
        sure = together and SumRole.TOTAL in {figures[first].role, figures[second].role}
        told = [at for one in members for at in range(*page.bounds(figures[one].span.first))]
        # A sentence that tells much else may tell it of another place.
        sure = sure and not page.any_at(told, Mark.EARLIER, Mark.COMPARISON)
        sure = sure and max(crowd[figures[one].sentence] for one in members) <= FEW
        sure = sure and not all(_is_labelled(page, figures[one]) for one in members)
        if together or len(around) > 1:
            yield from _pair(figures, first, second, Rule.SAME_AGAIN, sure=sure)


def _is_labelled(page: Page, figure: Figure) -> bool:
    """Whether a colon stands before a figure in its sentence: "Men: 374 jobs in all. Women: 327 …"."""
    return any(page.word(at) == ":" for at in range(page.bounds(figure.span.first)[0], figure.span.first))


def _paragraphs(page: Page) -> list[int]:
    """The number of the paragraph of each sentence."""
    number, paragraphs = 0, []
    for index in page.first[:-1]:
        number += page.tokens[index].gap in {"¶", "\n"}
        paragraphs.append(number)
    return paragraphs


def _words(page: Page, figure: Figure, said: dict[int, str]) -> frozenset[str]:
    """How the words of meaning begin beside a figure, without what it counts; `said` has known lemmas."""
    (low, high), (first, last) = page.bounds(figure.span.first), figure.span
    lemmas: set[str] = set()
    for around in (range(first - 1, max(low, first - MANY) - 1, -1), range(last, min(high, last + MANY))):
        for index in around:
            if (word := page.tokens[index].text) in APART:
                break
            if index not in said:
                said[index] = page.language.lemma(word) if _means(page, index) else ""
            if said[index] != figure.unit:
                lemmas.add(said[index][:STEM])
    return frozenset(lemmas - {""})


def _means(page: Page, index: int) -> bool:
    """Whether a token tells what a figure is about: a word, or the number of a school or a year."""
    if not page.word(index)[:1].isalnum() or page.at(index, Mark.DOCUMENT):
        return False
    tags = (*page.begins[index], *page.ends[index])
    return not tags or (EMPTY.isdisjoint(tags) and not any(isinstance(tag, Modifier) for tag in tags))


def _dates(figures: Figures, index: int) -> frozenset[str]:
    """The dates of the sentence of a figure, as they are written."""
    sentence = figures[index].sentence
    dates: set[str] = set()
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(figures) and figures[other].sentence == sentence and abs(other - index) < MANY:
            if figures[other].kind is FigureKind.DATE:
                dates.add(figures[other].words)
            other += step
    return frozenset(dates)
