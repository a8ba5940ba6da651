"""Plans: whether a number says what is, or what is to be."""

from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

AHEAD = 30  # words of a sentence that are searched for its verb
COMMA, STRONG = 4, 40
NEAR = 4  # words from a plan to its own number
NAME = 8  # words from a plan to the number that it names
SUBJECT = 6  # words before the verb
TARGET = 2  # tokens from a plan to its own number: "64 % of the target of 300"


def planned(page: Page, number: Number) -> bool | None:
    """True for a plan, False for a fact, None if no word tells."""
    return _verb_last(page, number) if page.language.head_final else _nearest(page, number)


def _verb_last(page: Page, number: Number) -> bool | None:
    """The verb ends the clause, so the next one decides; a plan may also be named before."""
    low, high = page.bounds(number.first)
    to_be = page.at(number.first - 1, Mark.PLAN) and page.language.is_participle(page.word(number.first - 1))
    if to_be or _named_plan(page, number, low):  # «жоспарланған 40 көпір»
        return True
    setting = _is_setting(page, number)
    for index in range(number.last, min(high, number.last + AHEAD)):
        word = page.word(index)
        if word in {";", ":", "(", ")"} or (setting and page.tokens[index].is_digits):
            return None
        tags = page.begins[index]
        if Mark.PLAN in tags and _says_which(page, index):
            continue
        if Mark.PLAN in tags or (Mark.PLAN_NOUN in tags and index < number.last + 3):
            return True
        if not tags.keys().isdisjoint({Mark.DONE, Mark.PRESENT, Mark.HABITUAL}):
            return False
        if page.language.intends(page.word(index)) and not page.names(index + 1):  # «ашылмақ» ends a clause
            return not page.any_at(page.before(number.first, SUBJECT), Mark.HABITUAL)
    return None


def _says_which(page: Page, index: int) -> bool:
    """Whether "approved" is but the attribute of a noun: «бекітілген құжатпен», not «бекітілген болатын»."""
    noun = page.names(index + 1) and not page.has(index + 1, Mark.DONE, Mark.WAS, Mark.NOW, Mark.NOT_NOUN)
    return noun and page.at(index, Mark.APPROVED) > 0


def _named_plan(page: Page, number: Number, low: int) -> bool:
    """«жоспар – 40», «жоспар бойынша 40»."""
    before = number.first - 2
    if before >= low and page.at(before, Mark.PLAN_NOUN) and page.word(before + 1) in {"–", "-", ":"}:
        return True
    if page.at(before + 1, Mark.PLAN_NOUN) and not number.percent:
        return True  # «жоспар 40 көпір», but «жоспар 94%-ға орындалды»
    part = number.form.possessed or number.percent
    for index in page.before(number.first, 8):
        if page.at(index, Mark.PLAN_BEFORE):
            return True
        if page.word(index) in {",", ";", ":"} or (part and page.counts(index)):
            break  # «жоспардағы 50 шараның 45-і»
    return False


def _is_setting(page: Page, number: Number) -> bool:
    """«674 мектепте», «13 мектепке»: where something is planned, if that has a number of its own."""
    for index in range(number.last, number.last + 3):
        word = page.word(index)
        if not word[:1].isalpha():
            return False
        if len(word) > 3 and page.language.has_case(word, Ending.LOCATIVE, Ending.DATIVE):
            return not number.form
    return False


def _nearest(page: Page, number: Number) -> bool | None:
    """The nearest word of plan or fact in the sentence; commas make it further away."""
    low, high = page.bounds(number.first)
    nearest, limit = None, STRONG
    for step, last in ((-1, max(low, number.first - AHEAD) - 1), (1, min(high, number.last + AHEAD))):
        cost = 0
        for index in range(number.first - 1 if step < 0 else number.last, last, step):
            word, tags = page.word(index), page.begins[index]
            cost += 1 + (COMMA if word == "," else STRONG if word in {";", "(", ")"} else 0)
            if cost >= limit or (step > 0 and _is_of_another(page, number, index, last)):
                break
            if not tags or _is_base_of_share(page, index, number):
                continue
            if _fulfilled(page, index, number):
                nearest, limit = False, cost
            elif Mark.PLAN in tags or _to_be(page, index) or (step < 0 and Mark.NEED in tags):
                nearest, limit = not (step < 0 and _met(page, index, number)), cost
            elif Mark.DONE in tags or (Mark.AUX in tags and _states(page, index)):
                nearest, limit = False, cost
    return nearest


def _is_of_another(page: Page, number: Number, index: int, high: int) -> bool:
    """Whether a word of plan behind a number says nothing of it: «102 % плана», «школы: 42, план – 45»."""
    if number.percent and 0 <= index - number.last < 2 and page.any_at((index, index + 1), Mark.OF_PLAN):
        return True  # a share of it
    if not page.at(index, Mark.PLAN):
        return False
    before = index - 1 - (page.has(index - 1, Mark.ARTICLE, Mark.DETERMINER) and page.is_word(index - 1))
    than = page.has(before, Mark.NOT_NOUN) and page.has(before, Mark.RISE, Mark.FALL)
    if than or page.till(before, Mark.THAN_UP) or page.till(before, Mark.THAN_DOWN):
        return True  # «что на 5 % выше прогноза», "84 litres below the target"
    against = page.till(before, Mark.AGAINST) or page.till(index, Mark.AGAINST)  # «при плане 2 000»
    if against and any(page.counts(at) for at in range(index + 1, index + NEAR)):
        return True  # "against a forecast of 1,962"
    if page.word(before) != ",":
        return False
    for place in range(index + 1, min(high, index + NAME)):
        if page.word(place) in {",", ";", "("}:
            return False
        if page.word(place) in {"–", "-", ":", "—"} and page.tokens[place].gap + page.word(place) != "-":
            return page.counts(place + 1)
    return False


def _is_base_of_share(page: Page, index: int, number: Number) -> bool:
    """Whether a plan is what another number is a share of: «убрано 300 га, что составляет 27 % от плана»."""
    share = index - 1
    while page.has(share, Mark.FROM, Mark.OUT_OF, Mark.DETERMINER):
        share -= 1
    percent = page.word(share) == "%" or page.till(share, Mark.PERCENT) > 0
    if number.first - TARGET <= index < number.first:
        return False  # «64 % от плана в 300 домов»
    return page.at(index, Mark.PLAN) > 0 and percent and share not in range(number.first, number.last)


def _met(page: Page, index: int, number: Number) -> bool:
    """Whether a plan before has its own number, and a verb tells what is: «при плане 2 000 т сдано 2 090»."""
    verb = number.first - 1 - (page.word(number.first - 1) in {"–", "-"})
    if not page.language.is_verbal(page.word(verb)) or page.at(verb, Mark.PLAN):
        return False
    between = range(index + 1, verb)
    ahead = page.any_at(between, Mark.FUTURE, Mark.MODAL, Mark.PLAN)
    return not ahead and any(page.counts(at) for at in range(index + 1, min(index + NEAR, verb)))


def _fulfilled(page: Page, index: int, number: Number) -> bool:
    """Whether a word of plan tells how far it is met: «план выполнен», "99 per cent of the plan"."""
    if Mark.FULFILLED in page.begins[index] or Mark.FULFILLED in page.ends[index]:
        return True
    verb = index >= number.last - 9 and page.language.is_verbal(page.word(index))
    return verb and not (page.at(index, Mark.PLAN) or page.at(index - 1, Mark.FUTURE))


def _to_be(page: Page, index: int) -> bool:
    """English "to be opened", Russian «будет открыто»; "to be exact" is no plan."""
    done = page.language.is_participle(page.word(index + 2)) or page.at(index + 2, Mark.DONE)
    return page.at(index - 1, Mark.FUTURE) > 0 or bool(page.at(index, Mark.TO_BE) and done)


def _states(page: Page, index: int) -> bool:
    """Whether "were" and the like state a fact: "were sold", but not "were planned" and "were to"."""
    _, high = page.bounds(index)
    for at in range(index + 1, min(high, index + 4)):
        if Mark.PLAN in page.begins[at] or page.at(at, Mark.INFINITIVE):
            return False
    for at in page.before(index, SUBJECT):
        if page.word(at) == "," or Mark.PLAN in page.begins[at]:
            return page.word(at) == ","  # "the plan for 2025 was 14"
    return True
