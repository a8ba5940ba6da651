"""Catalogue: everything that the program says to people in one language, by the words of <language>.yaml.

Signs in numbers, months and plurals are those of CLDR, to which the tests hold them: to load its data at
each run would take longer than all the rest of writing.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from edureport.languages import FOLDER
from edureport.languages.amounts import Plain, writer
from edureport.languages.values import (
    WIDE,
    Amount,
    Counted,
    Difference,
    Ends,
    Pace,
    Percent,
    Planned,
    Rest,
    Rounded,
    Span,
    Sum,
    Thousands,
    outward,
    outward_pace,
    rounded,
)
from edureport.languages.visible import visible
from edureport.message import Foreign, Message
from edureport.problem import Place, Problem

MINUS = "\u2212"
Mark = Callable[[str, str], str]
MOST_ADDED = 12  # amounts of a sum that are written out
MOST_LISTED = 50  # values of a list in an error
LONGEST_NAME = 200  # characters of a name or a word of a file in an error


class Catalogue:
    """The words of one language, its numbers, dates and periods."""

    def __init__(
        self, code: str, words: Mapping[str, Any], mark: Mark | None = None, *, shortens: bool = False
    ) -> None:
        self.code, self.words = code, words
        self._mark, self._shortens = mark, shortens

    def marking(self, mark: Mark) -> "Catalogue":
        """The same, but names in another language go through `mark` with the code of that language."""
        return Catalogue(self.code, self.words, mark)

    # Words

    def has(self, key: str) -> bool:
        """Whether there are words for this key."""
        return key in self.words

    def word(self, key: str) -> str:
        """The words for a key that has no values and no plural."""
        return str(self.words[key])

    def say(self, said: Message) -> str:
        """A message in words."""
        template = self.words[said.key]
        if isinstance(template, dict):
            count = said.values["count"]
            template = _plural(template, self.plural(count) if count or "zero" not in template else "zero")
        values = {
            name: self._quoted(value) if name == "near" else self.value(value)
            for name, value in said.values.items()
        }
        return str(template).format_map(values)

    def _quoted(self, near: Any) -> str:
        """The suggestions of a message, one or several, in quotation marks."""
        texts = (near,) if isinstance(near, str) else near
        return ", ".join(self.word("quoted").format(text=visible(text)) for text in texts)

    def problem(self, problem: Problem) -> str:
        """A problem with its place before it."""
        words = self._shortening.say(problem.message)
        return f"{visible(str(problem.place))}: {words}" if problem.place else words

    @cached_property
    def _shortening(self) -> "Catalogue":
        """The same for errors, which repeat no more than a line of their input."""
        return Catalogue(self.code, self.words, shortens=True)

    def value(self, value: Any) -> str:
        """A value of a message in words."""
        written = self._simple(value)
        if written is not None:
            return written
        if hasattr(value, "in_language"):
            return self._name(value.in_language(self.code))
        if hasattr(value, "low_open"):
            return self.interval(value)
        return self.quantity(value) if hasattr(value, "bound") else self.period(value)

    def _name(self, name: str | Mapping[str, str]) -> str:
        text = name if isinstance(name, str) else _plural(name, "one")
        if self._shortens and len(text) > LONGEST_NAME:
            text = text[: LONGEST_NAME - 1] + "…"
        shown = visible(text)
        if self._mark is not None and isinstance(text, Foreign):
            return self._mark(shown, text.language)
        return shown

    def _simple(self, value: object) -> str | None:
        """A value of a type of its own in words."""
        if isinstance(value, str):
            return self._name(value)
        writers: dict[type, Callable[[Any], str]] = {
            type(None): lambda _: self.word("nothing"),
            Place: lambda place: visible(str(place)),
            int: lambda number: self.number(Decimal(number)),
            Decimal: self.number,
            dt.date: self.date,
            Message: self.say,
            Difference: self.change,
            Counted: self.unit,
            Rounded: lambda rounded: self.quantity(rounded.amount, rounded.digits),
            Percent: self._percentage,
            Pace: lambda pace: self.pace(pace.amount),
            Sum: self._sum,
            tuple: self._list,
        }
        write = writers.get(type(value))
        return write(value) if write else None

    def _percentage(self, value: Percent) -> str:
        if value.signed:
            return self.change(value.amount, percent=True)
        return self.quantity(value.amount, value.digits, percent=True)

    def _sum(self, value: Sum) -> str:
        """All amounts of a short sum; of a long one the first ones and the last."""
        amounts = list(value.amounts)
        words = [self.value(amount) for amount in amounts[:MOST_ADDED]]
        if len(amounts) > MOST_ADDED:
            words[-1:] = ["…", self.value(amounts[-1])]
        return " + ".join(words).replace("+ \u2212", "\u2212 ")

    def _list(self, values: tuple[object, ...]) -> str:
        shown = values[:MOST_LISTED] if self._shortens else values
        words = [self.value(item) for item in shown]
        if len(values) > len(shown):
            words.append("…")
        return ("; " if any("," in word for word in words) else ", ").join(words)

    def plural(self, count: Any) -> str:
        """The CLDR plural category of a number."""
        return self._amounts.plural(Decimal(count))

    # Numbers

    def number(self, value: Decimal, digits: int | None = None) -> str:
        """A number with the grouping and the decimal sign of the language, all its digits shown."""
        return f"{rounded(value, digits):,f}".translate(self._signs)

    @cached_property
    def _signs(self) -> dict[int, str]:
        """How Python's signs in a number are written."""
        return str.maketrans({",": self.group, ".": self.point, "-": MINUS})

    @property
    def group(self) -> str:
        """The sign between thousands."""
        return self.word("number")[1]

    @property
    def point(self) -> str:
        """The sign before decimals."""
        return self.word("number")[-2]

    def quantity(self, amount: Amount, digits: int | None = None, *, percent: bool = False) -> str:
        """An amount in words: "more than 300"."""
        if percent:
            shown = outward(amount, 1 if digits is None else digits, percent=True)
            return self._amounts.write(shown, self._percent)
        if isinstance(amount, Thousands):
            return self._amounts.write(amount, self._thousands)
        if isinstance(amount, Rest):
            return self.word("rest").format(number=self._amounts.write(amount, self.number))
        if isinstance(amount, Planned):
            return self.word("planned").format(number=self._amounts.write(amount, self.number))
        return self._amounts.write(outward(amount, digits), self.number)

    def pace(self, amount: Amount) -> str:
        """A pace in words, on its side of the thresholds between verdicts."""
        return self._amounts.write(outward_pace(amount), self.number)

    def _percent(self, value: Decimal) -> str:
        return self.word("percent").format(number=self.number(value))

    def _thousands(self, value: Decimal) -> str:
        return self.word("thousand").format(number=self.number(WIDE.divide(value, Decimal(1000))))

    def change(self, amount: Amount, *, percent: bool = False) -> str:
        """A difference with its sign: "+19", "more than +50", "less than +6.0%"."""

        def signed(value: Decimal) -> str:
            sign = "+" if value > 0 else MINUS if value < 0 else ""
            write = self._percent if percent else self.number
            return sign + write(value.copy_abs())

        words = self._amounts.write(outward(amount, 1, percent=True) if percent else amount, signed)
        if getattr(amount, "points", False):
            return self.word("points").format(number=words)
        return words

    def interval(self, ends: Ends) -> str:
        """An interval in the notation of ISO 80000-2, with a semicolon: "(300; ∞)"."""
        left, right = "(" if ends.low_open else "[", ")" if ends.high_open else "]"
        low, high = (
            self.number(end) if end.is_finite() else ("∞" if end > 0 else MINUS + "∞")
            for end in (ends.low, ends.high)
        )
        return f"{left}{low}; {high}{right}"

    @cached_property
    def _amounts(self) -> Plain:
        return writer(self.code, self.word)

    def unit(self, unit: Counted) -> str:
        """A unit in the form that goes with its amount; without one, as many would be called."""
        if unit.amount is None:
            return _plural(unit.forms, "many" if "many" in unit.forms else "other")
        return _plural(unit.forms, self._amounts.unit_category(unit.amount))

    # Days

    def date(self, day: dt.date) -> str:
        """A day: "31 December 2025"."""
        return self._day("day", "months.of_day", day)

    def short_date(self, day: dt.date) -> str:
        """A day for a table: "31 Dec 2025"."""
        return self._day("short_day", "months.short", day)

    def _day(self, template: str, names: str, day: dt.date) -> str:
        values = {"day": day.day, "month": self._month(day, names), "number": day.month, "year": day.year}
        return self.word(template).format_map(values)

    def day_of_year(self, day: dt.date) -> str:
        """A day whose year is said elsewhere: "31 December"."""
        return f"{day.day} {self._month(day, 'months.of_day')}"

    def period(self, span: Span) -> str:
        """A period: "January–September 2025", "2025", "29 July 2025"."""
        first, last = span.first, span.last
        form = shape(first, last)
        if form == "day":
            return self.date(first)
        if form == "days":
            return self._days(first, last)
        return self.word(f"period.{form}").format(
            first=self._month(first, "months.alone"),
            last=self._month(last, "months.alone"),
            year=last.year,
            first_year=first.year,
            short_year=f"{last.year % 100:02}",
        )

    def _days(self, first: dt.date, last: dt.date) -> str:
        """A period from one day to another; the year is said once."""
        if first.year != last.year:
            return self.word("period.days").format(first=self.date(first), last=self.date(last))
        return self.word("period.days_of_year").format(
            first_day=first.day,
            first_month=self._month(first, "months.of_day"),
            last_day=last.day,
            last_month=self._month(last, "months.of_day"),
            year=last.year,
        )

    def _month(self, day: dt.date, names: str) -> str:
        """The name of the month, of those under this key."""
        return self.word(names).split()[day.month - 1]


@cache
def load(code: str) -> Catalogue:
    """The catalogue of a language: "kk", "ru" or "en"."""
    import yaml

    text = (FOLDER / f"{code}.yaml").read_text(encoding="utf-8")
    events = yaml.parse(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    while not isinstance(next(events), yaml.MappingStartEvent):
        pass
    return Catalogue(code, _flat(_mapping(events)))


def _mapping(events: Iterator[Any]) -> dict[str, Any]:
    """The rest of a mapping, all of texts or mappings; yaml.load would take four times as long."""
    entries: dict[str, Any] = {}
    while hasattr(key := next(events), "value"):
        value = next(events)
        entries[key.value] = value.value if hasattr(value, "value") else _mapping(events)
    return entries


def _flat(words: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested words under dotted keys; a mapping of plural forms stays one."""
    entries: dict[str, Any] = {}
    for key, value in words.items():
        if isinstance(value, dict) and "other" not in value:
            entries |= _flat(value, f"{prefix}{key}.")
        else:
            entries[prefix + key] = value
    return entries


def _plural(forms: Mapping[str, str], category: str) -> str:
    """The form of a plural category; fractions in Russian ("other") have for nouns that of "few"."""
    for name in (category, "few" if category == "other" else "other", "other", "many"):
        if name in forms:
            return forms[name]
    return next(iter(forms.values()))


def shape(first: dt.date, last: dt.date) -> str:
    """What sort of period it is: day, days, month, months, year, school_year, or months of several years."""
    if first == last:
        return "day"
    if first.day != 1 or _next(last).day != 1:
        return "days"
    if (first.month, last.month, last.year - first.year) == (9, 8, 1):
        return "school_year"
    if first.year != last.year:
        return "years"
    if (first.month, last.month) == (1, 12):
        return "year"
    return "month" if first.month == last.month else "months"


def _next(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=1) if day < dt.date.max else dt.date(1, 1, 1)
