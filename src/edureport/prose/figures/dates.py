"""Numbers that are dates, periods, ages or sizes, and the dates that have no number."""

from edureport.prose.figures.figure import Kind
from edureport.prose.page import Number, Page

DAYS = 31
AGES = 100
LATEST = 2100


def date_of(page: Page, number: Number) -> int:
    """The token before which a date ends that the number begins; 0 if it is none."""
    last = number.last
    if number.special in {"date", "clock"}:
        return _extended(page, last)
    if page.at(last, "clock") and number.plain:
        return _extended(page, last)
    if number.percent or number.value is None:
        return _extended(page, last) if number.problem and page.at(last, "year") else 0
    if _is_year(page, number):
        return _extended(page, last)
    return 0 if _age(page, number) else _period(page, number)


def _is_year(page: Page, number: Number) -> bool:
    """A year by its words, a school year, or a day of a month."""
    last = number.last
    if number.year and (number.upper is not None or page.at(last, "year")):
        return True
    if number.special == "slash" and number.value is not None and 1900 <= number.value <= LATEST:
        return True
    return _day(page, number) or (number.year and _stands_as_year(page, number))


def _period(page: Page, number: Number) -> int:
    """Where a length of time ends: «9 ай ішінде», "three years"; 0 if the number is none."""
    last, top = number.last, number.upper or number.value or 0
    if page.at(last, "year.before"):  # «300 против 250 годом ранее»
        return 0
    noun = last + page.at(last, "skip")
    if top <= LATEST and number.special != "bare":
        if page.at(noun, "year") and not page.at(noun, "half") and not number.hyphen:
            return _extended(page, noun)
        if page.at(noun, "period") or page.at(last, "period"):
            return _extended(page, last if page.at(last, "period") else noun)
    return 0


def _extended(page: Page, last: int) -> int:
    """Past the words that belong to a date: «2025 жылдың соңына дейін»; elsewhere no more than the number."""
    if not page.lexicon.qualifiers_follow:
        return last
    end = last
    while end < len(page.tokens) and page.tokens[end].gap != "¶":
        size = max(page.at(end, tag) for tag in ("year", "month", "period", "time.noun"))
        if not size and page.word(end) in {"-", "–"} and end > last and page.at(end + 1, "month"):
            size = 1
        if not size and page.word(end) in {"дейін", "бері", "ішінде"} and end > last:
            return end + 1
        if not size:
            break
        end += size
    return end


def _day(page: Page, number: Number) -> bool:
    """«29 шілде», "September 1"."""
    if not number.plain or (number.upper or number.value or 0) > DAYS or number.hyphen:
        return bool(number.year and page.till(number.first - 1, "month"))
    if page.at(number.last, "month"):
        return page.lexicon.decimal_comma or page.tokens[number.last].capital
    before = number.first - 1
    if page.lexicon.decimal_comma or not page.till(before, "month") or not page.tokens[before].capital:
        return False
    following = page.word(number.last)
    return not following[:1].isalpha() or bool(page.at(number.last, "conj"))


def _stands_as_year(page: Page, number: Number) -> bool:
    """Whether four digits without a word for year are one all the same: "since 2019;", «(2024)»."""
    before, after = page.word(number.first - 1), page.word(number.last)
    if number.last < len(page.tokens) and page.tokens[number.last].gap == "¶":
        after = ""
    if page.till(number.first - 1, "month"):
        return True
    ends = not after or not (after[0].isalpha() or after[0].isdigit()) or bool(page.at(number.last, "conj"))
    if after in {"%", "-", "–"}:
        return False
    if (before == "(" and after == ")") or page.bounds(number.first) == (number.first, number.last):
        return True  # in brackets, or alone at the head of a column
    if number.first == page.bounds(number.first)[0] and after in {"was", "saw", "is"}:
        return True
    ends = ends or page.bound(number.last, "before.")[0] > 0  # "in 2023 about 35"
    if not page.lexicon.decimal_comma:  # "in 2025 Riverside …"
        name = number.last < len(page.tokens) and page.tokens[number.last].capital
        ends = ends or name or page.at(number.last, "done") > 0 or page.at(number.last, "not.noun") > 0
    return bool(
        page.till(number.first - 1, "prep.year") and ends and not page.till(number.first - 1, "before.about")
    )


def size_of(page: Page, number: Number) -> Kind | None:
    """Attribute, if the number is an age, a duration in hours, a capacity or a technical size."""
    last = number.last
    if number.percent or number.value is None:
        return None
    if _age(page, number):
        return Kind.ATTRIBUTE
    if _rate(page, number):
        return Kind.ATTRIBUTE
    if page.at(last, "attribute.unit") or page.at(last, "hour"):
        return Kind.ATTRIBUTE
    if page.lexicon.qualifiers_follow:
        return Kind.ATTRIBUTE if _adjective(page, last) and not number.form.startswith("part") else None
    return Kind.ATTRIBUTE if _holds(page, number) else None


def _rate(page: Page, number: Number) -> bool:
    """What a rate is reckoned on: "per 1,000 people", «на 100 тысяч населения», «1000 адамға шаққанда»."""
    before = page.word(number.first - 1)
    if page.lexicon.qualifiers_follow:
        return any(page.at(place, "rate") for place in range(number.last, number.last + 4))
    if not page.lexicon.decimal_comma:
        return before == "per"
    power = (
        number.value is not None
        and number.value >= 100
        and number.value.normalize().as_tuple().digits == (1,)
    )
    moves = any(page.near(number.first, tag, 6, 6) is not None for tag in ("rise", "fall"))
    return before == "на" and power and page.at(number.last, "rate.of") > 0 and not moves


def _age(page: Page, number: Number) -> bool:
    top = number.upper or number.value or 0
    if top > AGES:
        return False
    if page.at(number.last, "age") and page.lexicon.qualifiers_follow:
        return True
    if page.at(number.last, "age.after") or page.till(number.first - 1, "age.before"):
        return page.at(number.last, "age.after") > 0 or not page.lexicon.decimal_comma
    if not page.at(number.last, "years"):
        return False
    low, _ = page.bounds(number.first)
    back = range(number.first - 1, max(low, number.first - 5) - 1, -1)
    return any(page.at(place, "age.before") for place in back) and not any(
        page.at(place, "for.time") for place in list(back)[:2]
    )


def _adjective(page: Page, place: int) -> bool:
    """«300 орындық мектеп», «бес күндік»; but «біреуі 300 орындық» states how many it holds."""
    word = page.word(place)
    if page.at(place, "sized") or (page.at(place, "capacity") and page.at(place + 1, "meant.for")):
        return True
    if not page.at(place, "measure") or not word.endswith(
        ("дық", "дік", "лық", "лік", "тық", "тік", "лы", "лі")
    ):
        return False
    if page.at(place, "period") or page.at(place, "hour"):
        return True
    if page.at(place + 1, "plan.noun"):
        return False
    ends = not page.word(place + 1)[:1].isalnum()
    return not (ends and page.at(place, "capacity"))


def _holds(page: Page, number: Number) -> bool:
    """«школа на 600 мест», "a school for 600 pupils"; but «117 школ на 10 тыс. мест» is a total."""
    low, _ = page.bounds(number.first)
    if not page.at(number.last, "capacity") or not page.till(number.first - 1, "by.capacity"):
        return False
    back = range(number.first - 2, max(low, number.first - 7) - 1, -1)
    for place in back:
        if page.word(place) in {",", ";", ":"}:
            break
        if page.tokens[place].is_digits or page.word(place) in page.lexicon.cardinals:
            return False
        if any(page.at(place, tag) for tag in ("rise", "fall", "plan")):
            return False
    return page.lexicon.decimal_comma or any(page.at(place, "article") for place in back)


def dates_in_words(page: Page) -> list[tuple[int, int]]:
    """Dates without a number, as tokens: «жыл соңына дейін»."""
    return [
        (place, place + page.begins[place]["dateword"])
        for place in range(len(page.tokens))
        if "dateword" in page.begins[place]
    ]
