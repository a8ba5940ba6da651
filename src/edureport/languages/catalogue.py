"""Catalogue: everything that the program says to people in one language.

Words come from <language>.yaml, the look of numbers and dates from CLDR through Babel.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edureport.errors import Place, Problem, UsageError
from edureport.languages.values import Amount, Counted, Difference, Percent, Span, rounded, rounded_percent
from edureport.message import Message, message

if TYPE_CHECKING:
    from babel import Locale

FOLDER = Path(__file__).parent
MINUS = "\u2212"


class Catalogue:
    """The words of one language, and its numbers, dates and periods."""

    def __init__(self, code: str, words: Mapping[str, Any]) -> None:
        self.code = code
        self.words = words

    @cached_property
    def locale(self) -> "Locale":
        """What CLDR knows of the language."""
        from babel import Locale

        return Locale.parse(self.words["locale"])

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
            template = _plural(template, self.plural(said.values["count"]))
        return str(template).format_map({name: self.value(v) for name, v in said.values.items()})

    def problem(self, problem: Problem) -> str:
        """A problem with its place before it."""
        words = self.say(problem.message)
        return f"{_visible(str(problem.place))}: {words}" if problem.place else words

    def value(self, value: Any) -> str:
        """A value of a message in words."""
        written = self._simple(value)
        if written is not None:
            return written
        if hasattr(value, "in_language"):
            return _visible(value.in_language(self.code))
        return self.quantity(value) if hasattr(value, "bound") else self.period(value)

    def _simple(self, value: object) -> str | None:
        match value:
            case None:
                return self.word("nothing")
            case str():
                return _visible(value)
            case bool() | int() | Decimal():
                return self.number(Decimal(value))
            case dt.date():
                return self.date(value)
            case Message():
                return self.say(value)
            case Difference():
                return self.change(value)
            case Percent(amount, signed):
                write = self.change if signed else self.quantity
                return write(amount, percent=True)
            case Place():
                return _visible(str(value))
            case tuple() if not hasattr(value, "_fields"):
                return ", ".join(self.value(item) for item in value)
        return None

    def plural(self, count: Any) -> str:
        """The CLDR plural category of a number."""
        return str(self.locale.plural_form(count))

    # Numbers

    def number(self, value: Decimal, digits: int | None = None) -> str:
        """A number with the grouping and the decimal sign of the language."""
        from babel.numbers import format_decimal

        shown = rounded(value, digits)
        decimals = max(-int(shown.as_tuple().exponent), 0)  # as many as were stated: 98.0 is not 98
        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        text = format_decimal(shown, pattern, self.locale, decimal_quantization=False)
        return str(text).replace("-", MINUS)

    def percent(self, value: Decimal, digits: int = 1) -> str:
        """A percentage: 83.3 as "83.3%"."""
        return self.word("percent").format(number=self.number(rounded_percent(value, digits), digits))

    def quantity(self, amount: Amount, digits: int | None = None, *, percent: bool = False) -> str:
        """An amount in words: "more than 300"."""
        if percent:
            return self._bounded(amount, self.percent)
        return self._bounded(amount, lambda value: self.number(value, digits))

    def change(self, amount: Amount, *, percent: bool = False) -> str:
        """A difference with its sign: "+19", "more than +50", "≈ +10,000"."""

        def signed(value: Decimal) -> str:
            sign = "+" if value > 0 else MINUS if value < 0 else ""
            return sign + (self.percent(abs(value)) if percent else self.number(abs(value)))

        words = self._bounded(amount, signed)
        if getattr(amount, "points", False):
            return self.word("points").format(number=words)
        return words

    def _bounded(self, amount: Amount, write: Callable[[Decimal], str]) -> str:
        if amount.bound == "exact":
            return write(amount.stated)
        upper = "" if amount.upper is None else write(amount.upper)
        return self.word(f"bound.{amount.bound}").format(number=write(amount.stated), upper=upper)

    def unit(self, unit: Counted) -> str:
        """A unit in the form that goes with its amount."""
        amount = unit.amount
        if amount is None:
            return _plural(unit.forms, "other")
        return _plural(unit.forms, self.plural(amount.stated))

    # Days

    def date(self, day: dt.date) -> str:
        """A day: "31 December 2025"."""
        month = self.locale.months["format"]["wide"][day.month]
        return self.word("day").format(day=day.day, month=month, year=day.year)

    def short_date(self, day: dt.date) -> str:
        """A day for a table: "31 Dec 2025"."""
        month = self.locale.months["format"]["abbreviated"][day.month]
        return self.word("day").format(day=day.day, month=month, year=day.year)

    def period(self, span: Span) -> str:
        """A period: "January–September 2025", "2025", "29 July 2025"."""
        first, last = span.first, span.last
        if first == last:
            return self.date(first)
        whole = first.day == 1 and ((last.month == 12 and last.day == 31) or _next(last).day == 1)
        months = self.locale.months["stand-alone"]["wide"]
        names = {
            "first": months[first.month],
            "last": months[last.month],
            "year": last.year,
            "first_year": first.year,
            "short_year": f"{last.year % 100:02}",
        }
        if not whole:
            values = {"first": self.date(first), "last": self.date(last)}
            return self.word("period.days").format_map(values)
        if (first.month, last.month, last.year - first.year) == (9, 8, 1):
            return self.word("period.school_year").format_map(names)
        if first.year != last.year:
            return self.word("period.years").format_map(names)
        if (first.month, last.month) == (1, 12):
            return self.word("period.year").format_map(names)
        if first.month == last.month:
            return self.word("period.month").format_map(names)
        return self.word("period.months").format_map(names)


@cache
def load(code: str) -> Catalogue:
    """The catalogue of a language: "kk", "ru" or "en"."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (FOLDER / f"{code}.yaml").read_text(encoding="utf-8")
    return Catalogue(code, _flat(yaml.load(text, loader)))  # noqa: S506  # one of two safe loaders


def available() -> tuple[str, ...]:
    """The codes of the languages that there are words for."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def choose(option: str | None, environment: Mapping[str, str]) -> str:
    """The language to speak: the option, else EDUREPORT_LANG, else the locale, else English.

    Raises UsageError if the option or EDUREPORT_LANG names a language without words.
    """
    known = available()
    for value in (option, environment.get("EDUREPORT_LANG")):
        if value:
            if value.lower() in known:
                return value.lower()
            raise UsageError(message("usage.language", word=value, known=known))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):  # the first that is set decides, as in POSIX
        if value := environment.get(name):
            code = re.split(r"[_.@-]", value)[0].lower()
            return code if code in known else "en"
    return "en"


def _flat(words: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested words under dotted keys; a mapping of plural forms stays one."""
    found: dict[str, Any] = {}
    for key, value in words.items():
        if isinstance(value, dict) and "other" not in value:
            found |= _flat(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = value
    return found


def _plural(forms: Mapping[str, str], category: str) -> str:
    """The form of a plural category, else the one that serves for all others."""
    return forms.get(category) or forms.get("other") or forms.get("many") or next(iter(forms.values()))


def _next(day: dt.date) -> dt.date:
    return dt.date.fromordinal(day.toordinal() + 1)


def _visible(text: str) -> str:
    """The text without anything that a terminal could take for a command."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
