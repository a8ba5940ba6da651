"""Labels: what the words around a figure say: a label in the dictionary form, if they make one, a quote."""

from collections.abc import Sequence
from typing import NamedTuple

from edureport.drafting.clauses import Clauses
from edureport.drafting.names import cleaned, in_one_script, named
from edureport.drafting.naming import label_of
from edureport.drafting.neighbours import LOOSE
from edureport.drafting.unit_words import is_generic, without_unit
from edureport.drafting.unsaid import hides_denial, hides_meaning
from edureport.prose import quantity_of, says_all
from edureport.prose.content import content
from edureport.prose.figures.figure import Figure, Mode, SumRole
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.relations.sums import quantity

MOST_QUOTED = 8  # words behind the number
LONGEST_QUOTE = 300  # characters
FEW = 2  # words that name something well enough
ELLIPSIS = "…"


class Wording(NamedTuple):
    """A label, and words to quote.

    `around` are the words on both sides of the number, with an ellipsis in its place; they are the label,
    too, if it is `open`, for a person to shorten. `own` says that the figure has words of its own, `totals`
    that they call it a number of things. `against` says that it is only what another figure is compared with,
    `bracketed` that it stands in brackets, `apart` that an open label tells a part: "in the north", `bare`
    that it has no words but its unit, `pointing` that its sentence begins with a word
    for what was named before, `of_them` with such as "of these".
    """

    label: str
    around: str
    quote: str
    own: bool
    totals: bool
    open: bool = False
    against: bool = False
    bracketed: bool = False
    apart: bool = False
    bare: bool = False
    pointing: bool = False
    of_them: bool = False


def wording_of(figure: Figure, clauses: Clauses) -> Wording:
    """The label and the quote that the words around a figure give."""
    page, before, after = clauses.page, clauses.before(figure), clauses.after(figure)
    language, bracketed = page.language.code, clauses.bracketed(figure)
    inside, generic = without_unit(after, figure), is_generic(figure, clauses)
    alone = generic and not clauses.content(inside)
    label = as_label(label_of(figure, clauses, bracketed, alone=alone) or "", language)
    hides = label and (hides_denial(label, figure, clauses) or hides_meaning(label, figure, clauses))
    if hides or (label and not _is_name(label, clauses)):
        label = ""
    around = as_label(_around(clauses, before, after), language)
    changed = generic and figure.mode in (Mode.FROM, Mode.TO)  # "from 25 to 28 people a day"
    said = () if clauses.ends_change(figure) else before
    own = [*said, *(() if changed else inside if generic else after)]
    telling = clauses.content(own) > 0
    if not around or not telling:  # "people" names nothing
        around = as_label(clauses.text(clauses.sentence(figure)), language) or around or figure.words
    begin = page.bounds(figure.span.first)[0]
    # «Қой саны сол деңгейде қалып, 19 млн болды», "fees and permits ($4)"
    apart = not before and (page.language.head_final or clauses.is_bracketed(figure))
    colon = page.word((before or [figure.span.first])[0] - 1) == ":"  # «выросло число краж: на 7 %»
    again = clauses.any_at(before, ClauseMark.AGAIN)  # «цена на сыр растёт: она достигла 5»
    apart = apart or again or (colon and not clauses.content(before))
    sentence = clauses.undated(range(begin, clauses.extent(figure)[0])) if apart else ()
    sentence = [index for index in sentence if index not in before]
    apart = apart and clauses.stated.isdisjoint(sentence) and clauses.content(sentence) > 0
    apart = apart and not clauses.any_at(sentence, Mark.THAN, Mark.THAN_UP, Mark.THAN_DOWN)
    named = clauses.content(bracketed) > 0 and not clauses.any_at(bracketed, Mark.AGAINST)
    return Wording(
        label or around,
        around,
        _quote(figure, clauses, bracketed),
        apart or telling or named,
        clauses.counts(before) or figure.role is SumRole.TOTAL,
        not label,
        clauses.is_against(figure),
        clauses.is_bracketed(figure),
        not label and _tells_apart(clauses, [*before, *after], around),
        not clauses.content([*before, *inside]),
        clauses.at(begin, ClauseMark.AGAIN) > 0,
        page.at(begin, Mark.OF_THEM) > 0,
    )


def _is_name(label: str, clauses: Clauses) -> bool:
    """Whether a label is a name of something: no unit alone, and no words that are none in their language."""
    language, words = clauses.page.language, label.lower().split()
    measures = len(words) <= FEW and all(
        word in language.naming.generic or language.known(word) in language.measures for word in words
    )
    return not measures and language.naming.is_name(words)


def _tells_apart(clauses: Clauses, words: Sequence[int], around: str) -> bool:
    """Whether words with a preposition or in the case of a place say which part of a whole is meant."""
    words = clauses.trimmed(words, (ClauseMark.LEAD,), LOOSE)
    if not 0 < len(words) <= MOST_QUOTED or ELLIPSIS in around or not clauses.content(words):
        return False
    return clauses.at(words[0], ClauseMark.PREPOSITION) > 0 and not any(map(clauses.is_verb, words))


def continued(wording: Wording, before: str, language: str) -> Wording:
    """«По химии» behind «Средний балл по физике» is «Средний балл по химии»; of others the same."""
    preposition, _, rest = wording.around.partition(" ")
    head, found, place = before.rpartition(f" {preposition.lower()} ")
    if not (wording.open and wording.apart and found and rest):
        return wording
    more = len(content(rest, language)) > max(1, len(content(place, language)))  # «в Омске краж»
    return wording if more else wording._replace(label=f"{head}{found}{rest}", open=False)


def as_label(text: str, language: str) -> str:
    """A text as a label: with a capital letter."""
    text = named(text, language).strip(" ,.;:–-—")
    # Asked again: a capital may look like one of the other script where the small letter does not.
    return in_one_script(text[:1].upper() + text[1:], language) if text != ELLIPSIS else ""


def _around(clauses: Clauses, before: Sequence[int], after: Sequence[int]) -> str:
    """The words on both sides of a number, with an ellipsis in its place."""
    left = clauses.text(clauses.trimmed(before, (ClauseMark.LEAD,), ()))
    right = clauses.text(clauses.trimmed(after, (), LOOSE))
    return f"{left} {ELLIPSIS} {right}" if left and right else left or right


def _quote(figure: Figure, clauses: Clauses, bracketed: Sequence[int]) -> str:
    """As many of the words around the number as can be quoted without changing what it says."""
    page, after = clauses.page, clauses.after(figure)
    first, last = clauses.extent(figure)
    starts, ends = [first], [last]
    kept = clauses.trimmed(after[:MOST_QUOTED], (), LOOSE)
    if kept:
        ends = [max(kept[-1] + 1, last), max(kept[min(FEW, len(kept)) - 1] + 1, last), last]
    if clauses.content(after) < FEW:
        before = clauses.before(figure)
        named_before = clauses.trimmed(before, (ClauseMark.LEAD,), (*LOOSE, ClauseMark.COPULA))
        starts = [*(named_before or bracketed)[:1], first]
    for start in starts:
        for end in ends:
            words = page.between(start, end)
            if words.count("(") > words.count(")") and page.word(end) == ")":
                words = page.between(start, end + 1)
            if len(words) > LONGEST_QUOTE:
                continue
            words = cleaned(words)
            if clauses.stands_alone(figure, start, end) or _means(words, figure, page.language.code):
                return words
    return cleaned(page.text[page.tokens[first].start : page.tokens[last - 1].end][:LONGEST_QUOTE])


def _means(words: str, figure: Figure, language: str) -> bool:
    """Whether the words alone say what the figure says in its sentence."""
    if figure.all:
        return says_all(words, language)
    if figure.quantity is None:
        return False
    stated = quantity(figure)
    return quantity_of(words, language, counted=stated.counted) == stated
