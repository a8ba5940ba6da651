"""Phrasing: values and sentences of a template in the words of one language."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from edureport.document.template import Template
from edureport.languages.amounts import joined, kk
from edureport.languages.catalogue import Catalogue, shape
from edureport.languages.declension import ablative, dative
from edureport.languages.values import Amount, Counted, decimals_of, outward
from edureport.model.interval import Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Text, Unit
from edureport.near import shared
from edureport.publication import Phrase, Run

MOST_WORDS = 3  # of a label that stands so near its figure that it need not be said again what is counted
# What ends the first words of a label, which say what is counted: a clause, or more about it.
_HEAD = re.compile(r"[,:;(–]|\b(?:at|by|for|from|in|of|on|that|to|where|which|who|with)\b")
_DAY = re.compile(r"(?<![\w.,:/–-])(\d\d?) (?=[^\W\d_])")  # and any short number from what it counts
# A name in another language, between control characters: no catalogue and no label holds any.
_FOREIGN = re.compile("\x01([^\x01\x02]*)\x02([^\x01-\x03]*)\x03")


class Phrasing:
    """Sentences of a template, with values in the words of a catalogue."""

    def __init__(self, template: Template, catalogue: Catalogue) -> None:
        self.template = template
        self.words = catalogue.marking(lambda text, language: f"\x01{language}\x02{text}\x03")

    @property
    def language(self) -> str:
        """The language that it is in."""
        return self.template.language

    def say(self, key: str, **values: str) -> str:
        """A sentence of the template; the values are words already."""
        return self.template.text(key).format_map(values)

    def name(self, text: Text | str) -> str:
        """A label or a note in the language, marked where it has none in it."""
        return self.words.value(text)

    # Times

    def time(self, key: str, period: Period) -> str:
        """A period in the form that a key has for its shape."""
        first, last = period.first, period.last
        return self.say(
            f"{key}.{shape(first, last)}",
            period=self.words.period(period),
            first=self.words.date(first),
            first_day=self.words.day_of_year(first) if first.year == last.year else self.words.date(first),
            last=self.words.date(last),
            year=str(last.year),
            first_year=str(first.year),
            short_year=f"{last.year % 100:02}",
        )

    def day(self, key: str, day: date) -> str:
        """A sentence with a day in it."""
        return self.say(key, day=self.words.date(day))

    # Amounts

    def amount(self, amount: Amount, unit: Unit) -> str:
        """An amount in words; of a percentage with its sign."""
        if unit.is_percent:
            return self.words.quantity(amount, decimals_of(amount), percent=True)
        return self.words.quantity(amount)

    def with_unit(self, amount: Amount, unit: Unit, label: Text | None = None) -> str:
        """The same with its unit, unless a short label says what is counted: "New schools"."""
        said = self.amount(amount, unit)
        if unit.is_percent or (label is not None and self._is_said(unit, label)):
            return said
        counted = Counted(unit.key, unit.in_language(self.language), amount)
        return self.say("value", amount=said, unit=self.words.unit(counted))

    def _is_said(self, unit: Unit, label: Text) -> bool:
        """Whether a label names what its figures are counted in: "Schools" are schools."""
        text = label.in_language(self.language).casefold()
        if not (words := self._head(text)):
            return False
        forms = [re.findall(r"\w+", form.casefold()) for form in unit.in_language(self.language).values()]
        return any(form and all(_alike(word, words) for word in form) for form in forms)

    def _head(self, text: str) -> list[str]:
        """The words of a label in which it says what is counted; none where that is not known."""
        words = re.findall(r"\w+", text)
        if len(words) <= MOST_WORDS:
            return words
        if self.language == "kk":  # the last one
            return words[-1:] if text[-1:].isalpha() else []
        if self.language != "en":  # too far from its noun: «Школы, в которых открыты кабинеты, – 50 школ»
            return []
        # A few before the first clause or preposition: "Teachers who completed courses".
        head = re.findall(r"\w+", _HEAD.split(text, maxsplit=1)[0])
        return head if len(head) <= MOST_WORDS else []

    def by(
        self,
        interval: Interval,
        *,
        points: bool = False,
        percent: bool = False,
        unit: Unit | None = None,
        label: Text | None = None,
    ) -> str:
        """By how much something has changed: "by more than 50", with the unit that the label does not say."""
        amount: Amount = Quantity.of(interval)
        amount = outward(amount, 1, percent=True) if percent else amount
        number = self._number(amount, percent=percent)
        key = f"by_points.{amount.bound}" if points and self.template.has(f"by_points.{amount.bound}") else ""
        if points and not key:
            plural = self.words.plural(amount.upper or amount.stated)
            number = self.template.plural("points", plural).format(number=number)
        values = {"number": number, "dative": number, "ablative": number}
        if unit is not None and label is not None and not points and not self._is_said(unit, label):
            values |= self._counted(number, amount, unit)
        elif self.language == "kk" and not points:
            values |= kk.suffixed_in_each(number)
        return self.say(key or f"by.{amount.bound}", **values)

    def _counted(self, number: str, amount: Amount, unit: Unit) -> dict[str, str]:
        """A number with its unit in each case that is asked for; without one where its form is not sure."""
        bare = Quantity(amount.stated if amount.upper is None else amount.upper)
        if self.language == "ru":  # «на» asks for the accusative, in «более чем на 22 школы», too
            amount = bare
        said = self.words.unit(Counted(unit.key, unit.in_language(self.language), amount))
        if self.language == "kk":
            cases = {"dative": dative(said), "ablative": ablative(said)}
            if all(cases.values()):
                return {name: f"{number}\u00a0{form}" for name, form in cases.items()}
            return kk.suffixed_in_each(number)
        one = self.words.plural(bare.stated) == "one"
        if self.language == "ru" and one and len(set(unit.in_language("ru").values())) > 1:
            return {}  # «на 21 школу», «на 21 ученика»: the accusative is no form of a unit
        return {"number": f"{number}\u00a0{said}"}

    def _number(self, amount: Amount, *, percent: bool) -> str:
        """The number of an amount without its bound, or both of a range."""

        def written(value: Decimal) -> str:
            if not percent:
                return self.words.number(value)
            return self.words.word("percent").format(number=self.words.number(value))

        stated = written(amount.stated)
        return stated if amount.upper is None else joined(stated, written(amount.upper), signed="…")

    def percent(self, interval: Interval) -> str:
        """A percentage with its bound in words."""
        return self.words.quantity(Quantity.of(interval), percent=True)


def phrase(said: str) -> Phrase:
    """Words as runs, those in another language by themselves; a day is not parted from its month."""
    said = _DAY.sub("\\1\u00a0", said)
    runs, end = [], 0
    for found in _FOREIGN.finditer(said):
        runs += [Run(said[end : found.start()]), Run(found[2], found[1])]
        end = found.end()
    runs.append(Run(said[end:]))
    return Phrase(run for run in runs if run.text)


def plain(said: str) -> str:
    """Words without the marks of other languages."""
    return _FOREIGN.sub(r"\2", said)


def capital(said: str) -> str:
    """Words that begin a sentence or a heading."""
    return said[:1].upper() + said[1:]


def _alike(word: str, others: Iterable[str]) -> bool:
    """Whether a word stands among others, in whatever form: all but the last letters are the same."""
    return any(shared(word, other) >= max(3, min(len(word), len(other)) - 3) for other in others)
