"""Labels: what the words around a figure say: labels for it, from short to long, and the words to quote."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from edureport.drafting.clauses import Clauses
from edureport.drafting.names import cleaned, named
from edureport.prose import quantity_of, says_all
from edureport.prose.figures.figure import Figure, SumRole
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.relations.sums import quantity

MOST_QUOTED = 8  # words behind the number
LONGEST_QUOTE = 300  # characters
FEW = 2  # words that name something well enough
ELLIPSIS = "…"
_LOOSE = (
    Mark.CONJ,
    Mark.JOIN,
    Mark.BY,
    Mark.TO,
    Mark.FROM,
    Mark.IN,
    Mark.PREP_YEAR,
    Mark.OPENER_STRONG,
)  # at the end of a label


class Wording(NamedTuple):
    """Labels from the shortest to the longest, and words to quote.

    `own` says that the figure has words of its own, `totals` that they call it a number of things.
    """

    labels: tuple[str, ...]
    quote: str
    own: bool
    totals: bool


def wording_of(figure: Figure, clauses: Clauses) -> Wording:
    """The labels and the quote that the words around a figure give."""
    before, after = clauses.before(figure), clauses.after(figure)
    counted = clauses.counts(before)
    named_before = clauses.trimmed(before, (ClauseMark.LEAD,), (*_LOOSE, ClauseMark.COPULA))
    named_after = clauses.trimmed(after, (ClauseMark.LEAD, ClauseMark.COPULA), _LOOSE)
    further, content = clauses.further(figure), clauses.content(named_after)
    right = clauses.text(named_after)
    texts = [clauses.text(named_before)] if counted else []
    if content >= FEW:
        texts.append(right)
    if not content:
        texts.append(clauses.text(named_before))
    elif before and not counted:
        texts.append(_around(clauses, before, right))
    texts.append(_around(clauses, further, right))
    language = clauses.page.language.code
    labels = _labels(texts, language)
    if not labels:  # a number that stands alone
        labels = _labels((clauses.text(clauses.sentence(figure)), figure.words), language) or (ELLIPSIS,)
    return Wording(
        labels,
        _quote(figure, clauses, named_before, after),
        bool(clauses.content(before) or clauses.content(after)),
        counted or figure.role is SumRole.TOTAL,
    )


def _labels(texts: Iterable[str], language: str) -> tuple[str, ...]:
    """The different labels that texts give, in order."""
    labels = (_label(text, language) for text in dict.fromkeys(texts))
    return tuple(dict.fromkeys(filter(None, labels)))


def _around(clauses: Clauses, before: Sequence[int], right: str) -> str:
    """The words on both sides of a number, with an ellipsis in its place."""
    left = clauses.text(clauses.trimmed(before, (ClauseMark.LEAD,), ()))
    return f"{left} {ELLIPSIS} {right}" if left and right else left or right


def _label(text: str, language: str) -> str:
    """A text as a label: with a capital letter."""
    text = named(text, language).strip(" ,.;:–-—")
    # Named again: a capital may look like one of the other script where the small letter does not.
    return named(text[:1].upper() + text[1:], language) if text != ELLIPSIS else ""


def _quote(figure: Figure, clauses: Clauses, named_before: Sequence[int], after: Sequence[int]) -> str:
    """As many of the words around the number as can be quoted without changing what it says."""
    page = clauses.page
    first, last = clauses.extent(figure)
    starts, ends = [first], [last]
    kept = clauses.trimmed(after[:MOST_QUOTED], (), _LOOSE)
    if kept:
        ends = [max(kept[-1] + 1, last), max(kept[min(FEW, len(kept)) - 1] + 1, last), last]
    if named_before and clauses.content(after) < FEW:
        starts.insert(0, named_before[0])
    for start in starts:
        for end in ends:
            words = page.between(start, end)
            if len(words) > LONGEST_QUOTE:
                continue
            alone = clauses.stands_alone(figure, start, end)
            if alone or _means(cleaned(words), figure, page.language.code):
                return cleaned(words)
    return cleaned(page.text[page.tokens[first].start : page.tokens[last - 1].end][:LONGEST_QUOTE])


def _means(words: str, figure: Figure, language: str) -> bool:
    """Whether the words alone say what the figure says in its sentence."""
    if figure.all:
        return says_all(words, language)
    if figure.quantity is None:
        return False
    stated = quantity(figure)
    return quantity_of(words, language, counted=stated.counted) == stated
