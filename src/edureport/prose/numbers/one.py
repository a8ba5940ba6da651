"""One: where it counts, and where it is only an article."""

from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

NEAR = 8


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
    return _listed(page, number.first, -1) or _listed(page, number.last - 1, 1)


def _listed(page: Page, index: int, step: int) -> bool:
    """Whether another number stands beyond a comma or a conjunction, not too far."""
    low, high = page.bounds(index)
    joined = False
    for other in range(index + step, index + step * NEAR, step):
        if not low <= other < high or page.word(other) in {";", ".", ":"}:
            return False
        if page.word(other) == "," or page.at(other, Mark.JOIN):
            joined = True
        elif page.tokens[other].is_digits or page.word(other) in page.language.cardinals:
            return joined
    return False
