"""One: where it counts, and where it is only an article."""

from edureport.model.quantity import Bound
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

NEAR = 8  # tokens
FAR = 20  # in a list with dashes


def counts_one(page: Page, number: Number) -> bool:
    """Whether a number is one that counts something; of «бір», «один» and "one" few do.

    It counts in a list with other numbers: «төрт мектеп, екі балабақша және бір лагерь»; alone it
    mostly means "a certain", "the same" or "one of".
    """
    if number.value != 1 or number.last != number.first + 1 or page.tokens[number.first].is_digits:
        return True
    if number.form or number.shape or number.percent or number.hyphen:
        return True
    if page.at(number.last, Mark.ONE_NOT) or page.word(number.last) in {",", ".", ""}:
        return False
    limit = page.modifier_till(number.first - 1, Slot.BEFORE) if page.language.articles else None
    if limit is not None and limit[1] is Bound.EXACT:
        return True  # "only one candidate", but "at least one dose"
    if page.till(number.first - 1, Mark.OPENER_STRONG) and page.is_word(number.last):
        return True  # "11 cases, including one death"
    each = page.at(number.first - 1, Mark.EACH_BEFORE) and page.word(number.last) == "–"
    if each or _counts_a_person(page, number):  # «7 – из Сосновки, по одному – из Нуры и Косколя»
        return True
    far = FAR if page.word(number.last) == "–" else NEAR  # «5 – в аварии, трое – в огне, один – на воде»
    return _listed(page, number.first, -1, far) or _listed(page, number.last - 1, 1)


def _counts_a_person(page: Page, number: Number) -> bool:
    """Whether "one more" or what befell one counts a person or a case: «тағы бір адам», «погиб один житель».

    "One person said" and «бір адам айтты» may be anybody.
    """
    first, last, language = number.first, number.last, page.language
    person = language.known(page.word(last)) in language.people | language.persons
    if page.at(last, Mark.BEFELL):
        return True  # «пострадали двое (один погиб)»
    if not person and not page.at(last, Mark.CASE):
        return False
    more = person and page.till(first - 1, Mark.ANOTHER) > 0
    return more or page.till(first - 1, Mark.BEFELL) > 0 or page.at(last + 1, Mark.BEFELL) > 0


def _listed(page: Page, index: int, step: int, most: int = NEAR) -> bool:
    """Whether another number stands beyond a comma or a conjunction, not too far."""
    low, high = page.bounds(index)
    joined = False
    for other in range(index + step, index + step * most, step):
        if not low <= other < high or page.word(other) in {";", ".", ":"}:
            return False
        if page.word(other) == "," or page.at(other, Mark.JOIN):
            joined = True
        elif page.tokens[other].is_digits or page.word(other) in page.language.cardinals:
            return joined
    return False
