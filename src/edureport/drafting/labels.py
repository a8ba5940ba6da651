"""Labels: what the words around a figure say: a label in the dictionary form, if they make one, a quote."""

from typing import NamedTuple

from edureport.drafting.clause_words import LEAD, LOOSE, Tags
from edureport.drafting.clauses import Clause
from edureport.drafting.names import cleaned, in_one_script, named
from edureport.drafting.naming import label_of
from edureport.drafting.unsaid import hides_denial, hides_meaning
from edureport.prose import quantity_of, says_all
from edureport.prose.content import content
from edureport.prose.figures.figure import Figure, Mode, SumRole
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.relations.sums import quantity

MOST_QUOTED = 8  # words behind the number
LONGEST_QUOTE = 300  # characters
FEW = 2  # words that name something well enough
ELLIPSIS = "…"
_MARKUP = frozenset("<>|@#\\{}[]=")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))
_LINKING: Tags = frozenset({*LOOSE, ClauseMark.COPULA})


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


def wording_of(clause: Clause) -> Wording:
    """The label and the quote that the words around a figure give."""
    figure, clauses, page, before = clause.figure, clause.clauses, clause.page, clause.before
    begin, language = clause.bounds[0], page.language
    label = as_label(_in_nominative(label_of(clause) or "", clause), language.code)
    if label and (
        hides_denial(label, clause)
        or hides_meaning(label, clause)
        or not _is_name(label, language)
        or _names_only_whose(clause)
        or _counts_beside(clause)
    ):
        label = ""
    around = as_label(_around(clause), language.code)
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
        clause.is_against,
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
    measures = len(words) <= FEW and all(
        word in language.naming.generic or language.known(word) in language.measures for word in words
    )
    halved = any(label.count(one) != label.count(other) for one, other in _PAIRS)
    marked = len(words) > language.naming.longest or not _MARKUP.isdisjoint(label)
    return not (measures or halved or marked) and language.naming.is_name(words)


def _in_nominative(label: str, clause: Clause) -> str:
    """A label in the nominative; nothing if it stays in another case, or is the whole of a percentage."""
    name = clause.page.language.naming.in_nominative(label) or ""
    return "" if name != label and clause.figure.percent else name


def _names_only_whose(clause: Clause) -> bool:
    """Whether a percentage has a proper name before it, which tells no share of what: "Brazil (13%)"."""
    clauses, page, figure = clause.clauses, clause.page, clause.figure
    if page.language.head_final or not figure.percent or clauses.says(clause.rest):
        return False
    words = clauses.trimmed(clause.bracketed or clause.before, LEAD, LOOSE)
    capital = all(page.tokens[index].capital for index in words)
    return bool(words) and capital and words[0] > clause.bounds[0]


def _counts_beside(clause: Clause) -> bool:
    """Whether a number in brackets behind another one has only its noun: "clubs – 4 (40 pupils)"."""
    clauses, page, unit = clause.clauses, clause.page, clause.figure.unit_tokens
    behind = clause.is_bracketed and clause.first - 2 in clauses.stated
    bare = behind and bool(unit) and not clauses.says([at for at in clause.own if at not in unit])
    return bare and not page.language.head_final and not clause.figure.percent


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


def _around(clause: Clause) -> str:
    """The words on both sides of a number, with an ellipsis in its place."""
    clauses = clause.clauses
    left = clauses.text(clause.led)
    right = clauses.text(clause.whole)
    return f"{left} {ELLIPSIS} {right}" if left and right else left or right


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
