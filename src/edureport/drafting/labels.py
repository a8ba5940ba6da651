"""Labels: what the words around a figure say: a label in the dictionary form, if they make one, a quote."""

import re
from typing import NamedTuple

from edureport.drafting.clause_words import LEAD, LOOSE, MOST_WORDS, Tags
from edureport.drafting.clauses import Clause
from edureport.drafting.head_final import HeadFinal
from edureport.drafting.head_first import HeadFirst
from edureport.drafting.names import cleaned, in_one_script, named
from edureport.drafting.unsaid import hides_denial, hides_meaning
from edureport.prose import quantity_of, says_all
from edureport.prose.content import content
from edureport.prose.figures.figure import Figure, Mode, SumRole
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.relations.derivation import quantity

_OPENS: Tags = frozenset({ClauseMark.LEAD, ClauseMark.PREPOSITION})
NEAR = 3  # tokens behind a number in brackets, to what compares it
# «меньше, чем в 2022 году (19 023)»
_COMPARES = (Mark.AGAINST, Mark.THAN, Mark.THAN_UP, Mark.THAN_DOWN)
MOST_QUOTED = 8  # words behind the number
LONGEST_QUOTE = 300  # characters
FEW = 2  # words that name something well enough
ELLIPSIS = "…"
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{5}\.\s+[^\W\d_]{2}")  # no abbreviation
_MARKUP = frozenset("<>|@#\\{}[]=")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))
_LINKING: Tags = frozenset({*LOOSE, ClauseMark.COPULA})


def label_of(clause: Clause) -> str | None:
    """What a figure counts, in words that stand beside it; None if they make no name."""
    clauses, language, bracketed = clause.clauses, clause.page.language, clause.bracketed
    leads = clause.figure.span.first in clauses.leading
    if not language.naming.can_name or clause.is_shared or leads:
        return None
    if clause.whole_of is not None:
        return _whole_noun(clause)
    whole = clause.following  # right behind a part of it: "12 of the 30 libraries"
    place = whole.whole_of if whole else None
    if whole and place is not None and clause.first <= place < clause.last:
        return HeadFirst(whole).label() or None if _is_told_of_part(clause, whole) else None
    if bracketed and not language.head_final and not language.articles:
        before = bracketed[0] - 1  # «99 % площадей (40 га)»
        if before in clauses.stated or (len(bracketed) == MOST_WORDS and clause.page.is_word(before)):
            return None
    if bracketed and clause.generic and not clauses.says(clause.rest):  # not "30 children (12 girls)"
        return _item(clause)
    if bracketed and (counted := _counted_item(clause)) is not None:
        return counted
    around = HeadFinal(clause) if language.head_final else HeadFirst(clause)
    return around.label() or None


def _whole_noun(clause: Clause) -> str | None:
    """The noun of "some of the 30 libraries were closed", without what is said of some only."""
    clauses, page, after, span = clause.clauses, clause.page, clause.after, clause.figure.unit_span
    if span is None or span.first not in after or clause.figure.percent:
        return None
    behind = span.last
    ends = not page.is_word(behind) or clauses.is_verb(behind) or page.has(behind, Mark.CONJ, Mark.MODAL)
    relative = page.has(behind, Mark.RELATIVE, Mark.THAT)  # "of the 30 clubs that were inspected"
    return clauses.text(after[: after.index(span.first) + 1]) if ends and not relative else None


def _is_told_of_part(clause: Clause, whole: Clause) -> bool:
    """Whether a verb behind a whole tells of a part of it: "12 of the 30 libraries were closed"."""
    clauses, page, before = clause.clauses, clause.page, clause.before
    told = any(map(clauses.tells, whole.after))
    reported = bool(before) and page.at(before[-1], Mark.THAT) > 0
    own = not page.till(clause.first - 1, Mark.DENIES)  # "all but 3 of the 30"
    own = own and (reported or not clauses.says(before))
    return told and own and _whole_noun(whole) is not None


def _counted_item(clause: Clause) -> str | None:
    """The item of a list with what is counted of it: «библиотеки (51 тысяча посещений), театры (…)»."""
    clauses, page, span = clause.clauses, clause.page, clause.figure.unit_span
    if page.language.head_final or span is None or clause.after != [*range(*span)]:
        return None
    first = clause.bracketed[0] - 1
    listed = page.word(first) in {",", ")", ":"} or page.at(first, Mark.JOIN) or not page.is_word(first)
    if not listed or first in clauses.stated or page.word(span.last) != ")":
        return None
    name = _item(clause)
    return f"{name}: {clauses.text(clause.after)}" if name else None


def _item(clause: Clause) -> str | None:
    """The item of a list that a number in brackets follows; None if it is not named there."""
    clauses, page, last = clause.clauses, clause.page, clause.figure.span.last
    words = clauses.trimmed(clause.bracketed, LEAD, LOOSE)
    if not clauses.says(words) or page.at(words[0], Mark.CONJ):
        return None
    if page.word(words[0] - 1) in page.language.naming.of and words[0] - 2 in clauses.stated:
        return None  # "12% of houses (40) are empty"
    size = clauses.at(words[0], ClauseMark.CHANGE_HEAD)
    if size and not page.language.head_final:  # "an increase in fires (12)" may be twelve more
        compared = clauses.any_at(range(last, last + NEAR), Mark.AGAINST)
        words = clauses.trimmed(words[size:], _OPENS)
        return clauses.text(words) if compared and clauses.says(words) else None
    place = page.language.head_final and page.language.has_case(page.word(words[-1]), Ending.LOCATIVE)
    if place or page.language.naming.is_oblique(page.word(words[0])):
        return None  # «ең көбі – Ақ кентте (24)»
    pointing = clauses.any_at(words[:1], ClauseMark.AGAIN, ClauseMark.PREPOSITION)
    return None if pointing or clauses.any_at(words, ClauseMark.SOME, *_COMPARES) else clauses.text(words)


class Wording(NamedTuple):
    """A label, and words to quote."""

    label: str
    around: str  # the words on both sides of the number, with an ellipsis in its place
    quote: str
    own: bool  # whether the figure has words of its own
    totals: bool  # whether they call it a number of things
    open: bool = False  # the label is `around`, for a person to shorten
    against: bool = False  # it is only what another figure is compared with
    bracketed: bool = False  # it stands in brackets
    apart: bool = False  # an open label tells a part: "in the north"
    bare: bool = False  # it has no words but its unit
    pointing: bool = False  # its sentence begins with a word for what was named before
    of_them: bool = False  # or with such as "of these"


def wording_of(clause: Clause) -> Wording:
    """The label and the quote that the words around a figure give."""
    figure, clauses, page, before = clause.figure, clause.clauses, clause.page, clause.before
    begin, language = clause.bounds[0], page.language
    name = label_of(clause) or ""
    label = language.naming.in_nominative(name) or ""
    # The whole of a percentage stays in its case.
    label = as_label("" if label != name and figure.percent else label, language.code)
    hidden = bool(label) and (hides_denial(label, clause) or hides_meaning(label, clause))
    if label and (hidden or not _is_name(label, language) or _says_too_little(clause)):
        label = ""
    left, right = clauses.text(clause.led), clauses.text(clause.whole)
    around = as_label(f"{left} {ELLIPSIS} {right}" if left and right else left or right, language.code)
    changed = clause.generic and figure.mode in (Mode.FROM, Mode.TO)  # "from 25 to 28 people a day"
    behind = () if changed else clause.rest if clause.generic else clause.after
    telling = clauses.says(behind) or (clauses.says(before) and not clause.ends_change)
    if not around or not telling:  # "people" names nothing
        around = as_label(clauses.text(clause.sentence), language.code) or around or figure.words
    return Wording(
        label or around,
        around,
        _quote(clause),
        telling or _is_told_before(clause),
        clauses.counts(before) or figure.role is SumRole.TOTAL,
        not label,
        page.till(clause.first - 1, Mark.AGAINST) > 0 and not language.head_final,
        clause.is_bracketed,
        not label and _tells_apart(clause, around),
        not (clauses.says(before) or clauses.says(clause.rest)),
        clauses.at(begin, ClauseMark.AGAIN) > 0,
        page.at(begin, Mark.OF_THEM) > 0,
    )


def _is_told_before(clause: Clause) -> bool:
    """Whether the sentence before the words of a number names what is so many, or a bracket's item does."""
    clauses, page, before = clause.clauses, clause.page, clause.before
    if clauses.says(clause.bracketed) and not clauses.any_at(clause.bracketed, Mark.AGAINST):
        return True
    # «Қой саны сол деңгейде қалып, 19 млн болды», "fees and permits ($4)"
    apart = not before and (page.language.head_final or clause.is_bracketed)
    colon = page.word((before or [clause.figure.span.first])[0] - 1) == ":"  # «выросло число краж: на 7 %»
    again = clauses.any_at(before, ClauseMark.AGAIN)  # «цена на сыр растёт: она достигла 5»
    sentence = range(clause.bounds[0], clause.first)
    said = apart or again or (colon and not clauses.says(before))
    if not said or not clauses.stated.isdisjoint(sentence):
        return False
    words = [index for index in clauses.undated(sentence) if index not in before]
    return clauses.says(words) and not clauses.any_at(words, Mark.THAN, Mark.THAN_UP, Mark.THAN_DOWN)


def _is_name(label: str, language: Language) -> bool:
    """Whether a label is a name of something: no unit alone, and no words that are none in their language."""
    words = label.lower().split()
    units = (word in language.naming.generic or language.known(word) in language.measures for word in words)
    measures = len(words) <= FEW and all(units)
    halved = any(label.count(one) != label.count(other) for one, other in _PAIRS)
    halved = halved or _NEXT_SENTENCE.search(label) is not None
    marked = len(words) > language.naming.longest or not _MARKUP.isdisjoint(label)
    return not (measures or halved or marked) and language.naming.is_name(words)


def _says_too_little(clause: Clause) -> bool:
    """Whether a percentage has only a proper name, "Brazil (13%)", a second number only its noun.

    The one tells no share of what, the other not of whom: "clubs – 4 (40 pupils)".
    """
    clauses, page, unit = clause.clauses, clause.page, clause.figure.unit_tokens
    if page.language.head_final:
        return False
    if clause.figure.percent:
        words = clauses.trimmed(clause.bracketed or clause.before, LEAD, LOOSE)
        named = bool(words) and words[0] > clause.bounds[0] and not clauses.says(clause.rest)
        return named and all(page.tokens[index].capital for index in words)
    beside = clause.is_bracketed and clause.first - 2 in clauses.stated and bool(unit)
    return beside and not clauses.says([at for at in clause.own if at not in unit])


def _tells_apart(clause: Clause, around: str) -> bool:
    """Whether words with a preposition or in the case of a place say which part of a whole is meant."""
    clauses = clause.clauses
    words = clauses.trimmed(clause.own, LEAD, LOOSE)
    if not 0 < len(words) <= MOST_QUOTED or ELLIPSIS in around or not clauses.says(words):
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


def _quote(clause: Clause) -> str:
    """As many of the words around the number as can be quoted without changing what it says."""
    figure, clauses, page, after = clause.figure, clause.clauses, clause.page, clause.after
    first, last = clause.first, clause.last
    starts, ends = [first], [last]
    near = len(after) <= MOST_QUOTED
    kept = clause.whole if near else clauses.trimmed(after[:MOST_QUOTED], tail=LOOSE)
    if kept:
        ends = [max(kept[-1] + 1, last), max(kept[min(FEW, len(kept)) - 1] + 1, last), last]
    if clauses.content(after) < FEW:
        named_before = clauses.trimmed(clause.led, tail=_LINKING)
        starts = [*(named_before or clause.bracketed)[:1], first]
    for start in starts:
        for end in ends:
            words = page.between(start, end)
            if words.count("(") > words.count(")") and page.word(end) == ")":
                words = page.between(start, end + 1)
            if len(words) > LONGEST_QUOTE:
                continue
            words = cleaned(words)
            if clause.stands_alone(start, end) or _means(words, figure, page.language.code):
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
