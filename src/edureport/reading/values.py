"""Values of a report file: texts, dates, quantities; every mistake noted, and the reading goes on."""

import re
import unicodedata
from collections.abc import Callable, Collection, Hashable, Mapping
from contextlib import suppress
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache, partial
from itertools import takewhile
from typing import Any, NamedTuple, TypeVar

from edureport import near
from edureport.errors import EdureportError
from edureport.model.quantity import WORDS, Quantity, group_of_three, two_readings
from edureport.model.report import LANGUAGES, Flag, Gap, Text
from edureport.problem import Place, Problem, Problems
from edureport.reading.amounts import amount_in_words, rounded_to, up_to
from edureport.reading.nodes import Map, Node, Scalar, Seq, UnplacedError, is_bare, place_of
from edureport.reading.report_keys import WHERE_KEYS
from edureport.record import made

MOST_SHARED = 10_000  # values that are remembered, lest files of nothing alike take more for it
LONGEST_SHARED = 300  # characters of a text that is remembered in all its languages: a label, not a note
MOST_COMPARED = 10_000  # words that mistyped ones of a file are compared with; it takes 10 µs a word
ONE = Decimal(1)

# Latin letters, and those that look like Cyrillic ones, Kazakh ones among them.
LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZəƏ")
TO_CYRILLIC = str.maketrans("aceopxyihABCEHIKMOPTXYəƏ", "асеорхуіһАВСЕНІКМОРТХУәӘ")
TO_LATIN = {cyrillic: latin for latin, cyrillic in TO_CYRILLIC.items()}
LOOK_ALIKES = frozenset(map(chr, TO_CYRILLIC))

TWO_ALPHABETS = re.compile(r"[a-zA-ZəƏ](?:(?=[\u0400-\u04ff])|(?<=[\u0400-\u04ff].))")
# From the first letter of a word on only: within one, every letter would begin a search to its end.
MIXED = rf"(?<![^\W\d_])[^\W\d_]*(?:{TWO_ALPHABETS.pattern})[^\W\d_]*"
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_DECIMALS = r"\d\.\d"  # not the two points of a range
_IN_WORDS = {f"quantity.{key}" for key in ("unknown", "comma", "commas", "percent")}
_THREE = "[0-9]{3}(?![0-9])"  # behind a comma in 1,200.5 or 1,200 or more
_REST = r"(?![0-9]{4}(?![0-9]))[0-9]"  # begins with a digit, and not as a year does
_ALL_OF = re.compile(r"all of +(\S.*)")

T = TypeVar("T")
C = TypeVar("C", bound=StrEnum)


# Texts with nothing wrong in them, by what stands in the file: parts, and reports of one body, repeat them.
_KNOWN_TEXTS: dict[Hashable, Text] = {}


def look_alikes(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text with letters of two alphabets that look the same, and the Latin ones of each."""
    if not TWO_ALPHABETS.search(text):  # asked of every text, and quicker than to look at its words
        return ()
    mixed = ((word, set(word) & LATIN) for word in re.findall(MIXED, text))
    return tuple((word, ", ".join(sorted(latin))) for word, latin in mixed if latin <= LOOK_ALIKES)


def _line(text: str) -> str:
    """A text on one line, in Unicode's composed form (NFC)."""
    line = " ".join(text.split("\n")).strip() if "\n" in text else text.strip()
    return line if line.isascii() else unicodedata.normalize("NFC", line)


class Measure(NamedTuple):
    """What the figures of an indicator are in: a unit, whether it counts whole things, and how rounded."""

    unit: str | None
    counted: bool
    ratio: bool = False
    precision: Decimal | None = None  # as the file states it
    plan: bool = False  # of a target, its milestones or its baseline


@lru_cache
def _names(keys: tuple[str, ...]) -> frozenset[str]:
    """Keys that are looked for in every indicator."""
    return frozenset(keys)


class Fields:
    """The keys of one mapping, taken one by one; unknown keys are reported at once."""

    meant: frozenset[str] = frozenset()  # keys that mistyped ones were probably meant to be

    def __init__(self, reader: "Values", node: Node, known: tuple[str, ...]) -> None:
        self.reader = reader
        self.node = node
        self.map = reader.mapping(node)
        if self.map.keys() <= _names(known):
            return
        for key in self.map:
            if key in known:
                continue
            if key == "<<":
                reader.problem(key, "file.merge_key")
                self.meant = self.meant.union(known)
            elif not reader.cut_number(self.map, key):
                self.meant = self.meant.union(reader.unknown(key, "file.unknown_key", known))

    def take(self, key: str, read: Callable[[Node], T | None]) -> T | None:
        """What `read` makes of the value of `key`; None where the key is absent or wrong."""
        node = self.map.pop(key, None)
        if node is None or (not node and self.reader.left_empty(node, key)):
            return None
        self.reader.taken = key
        return read(node)

    def need(self, key: str, read: Callable[[Node], T | None]) -> T | None:
        """The same, where an absent key is a problem."""
        node = self.map.get(key)
        if node is None:
            if isinstance(self.node, Map) and key not in self.meant:
                self.reader.problem(self.node, "file.missing_key", key=key)
            return None
        if not node and isinstance(node, str):
            self.reader.problem(node, "file.nothing_needed", key=self.reader.path_of(key))
            return None
        gaps = self.reader.gaps
        known = len(gaps) if gaps else 0
        value = self.take(key, read)
        if value is None and gaps and len(gaps) != known:  # all that it has is empty
            self.reader.problem(node, "file.nothing_needed", key=self.reader.path_of(key))
        return value

    def expect(self, key: str, read: Callable[[Node], T | None]) -> T | None:
        """The same, where an empty value is one that is still to be filled in."""
        node = self.map.get(key)
        return self.take(key, read) if isinstance(node, str) and not node else self.need(key, read)


def _is_rest(entries: Map, key: str) -> bool:
    """Whether a key may be the rest of the value before it: a digit first, no colon, and not as in years."""
    value = entries[key]
    if value or not re.match(_REST, key):
        return False
    own, behind = place_of(key, ""), place_of(value, "")
    return behind == own._replace(column=(own.column or 0) + len(key))


class Values:
    """Reads the values of one file; collects problems, each with its place."""

    def __init__(self, path: str, problems: Problems) -> None:
        self.path, self.problems = path, problems
        self.compared = 0
        self.with_decimals: set[str | None] = set()  # units that some figure is not whole in
        self.negative: list[tuple[str | None, Node, EdureportError]] = []  # figures below 0
        self.worded: dict[tuple[int, int], Quantity] = {}  # amounts in words, by line and column
        self.language = "en"  # of the report; its plain texts are in it
        self.entry = ""  # the keys above the one that is read, with points between them
        self.taken = ""  # the key that is read, where it is not in `entry`
        self.known_values: dict[Hashable, Any] = {}
        self.gaps: list[Gap] | None = None  # what is left empty, where that is no mistake

    # Problems

    def place(self, node: Node) -> Place:
        """The place of a node; UnplacedError if it was read without."""
        return place_of(node, self.path)

    def problem(self, node: Node, key: str, /, **values: object) -> None:
        self.problems.note(Problem.at(self.place(node), key, **values))

    def refuse(self, node: Node, error: EdureportError) -> None:
        for problem in error.problems:
            self.problems.note(Problem(problem.message, self.place(node)))

    def unknown(self, node: str, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A word that is none of the `known` ones; returns those that it may have been meant to be."""
        meant = self.near(node, known)
        if known:
            said = near.unknown(key, str(node), known, meant)
            self.problem(node, said.key, **said.values)
        else:
            self.problem(node, f"{key}_none", word=str(node))
        return meant

    def near(
        self, word: str, known: Collection[str], most: int = near.MOST_NEAR, cutoff: float = near.CUTOFF
    ) -> tuple[str, ...]:
        """The known words that are like this one; none once enough have been compared in this file."""
        self.compared += len(known)
        return near.near(word, known, most, cutoff) if self.compared <= MOST_COMPARED else ()

    def path_of(self, key: str) -> str:
        """A key with those above it, as in schools.value."""
        return f"{self.entry}.{key}" if self.entry else key

    def left_empty(self, node: Node, key: str) -> bool:
        """Whether a value is empty: one for somebody to fill in, which is noted, or a mistake such as ''."""
        if self.gaps is None or not isinstance(node, Scalar) or node or node.block:
            return False
        if node.plain:
            self.gaps.append(Gap(self.path_of(key), self.place(node)))
        else:
            self.problem(node, "file.nothing", key=self.path_of(key))
        return True

    def cut_number(self, entries: Map, key: str) -> bool:
        """Whether a key is the end of a number that a comma has cut, as in {value: 1,200}; a problem."""
        if not _is_rest(entries, key):
            return False
        keys = list(entries)
        at = keys.index(key)
        number: Node = entries[keys[at - 1]] if at else ""
        if at and _is_rest(entries, keys[at - 1]):
            return True  # reported with the piece before it
        if not isinstance(number, str) or not number[-1:].isdigit() or not self.is_plain(number):
            return False
        rest = list(takewhile(lambda one: _is_rest(entries, one), keys[at:]))
        text = ",".join((number, *rest))
        if all(re.match(_THREE, one) for one in rest):
            self.problem(number, "file.cut_number", text=text, plain=" ".join((number, *rest)))
        elif number.isdigit() and len(rest) == 1:
            self.problem(number, "file.cut_number", text=text, plain=".".join((number, *rest)))
        else:
            self.problem(number, "file.cut_text", text=text)
        return True

    def is_plain(self, node: str) -> bool:
        """Whether a text stands without quotes; UnplacedError if it was read without that."""
        if isinstance(node, Scalar):
            return node.plain
        raise UnplacedError

    # Scalars and simple shapes

    def mapping(self, node: Node) -> Map:
        if isinstance(node, Map):
            return node
        if isinstance(node, Seq) or node:
            self.problem(node, "file.not_a_mapping")
        else:
            self.problem(node, "file.nothing", key=self.entry)
        return Map()

    def read_entries(
        self, node: Node, read: Callable[[str, Node], T | None], known: dict[str, T], broken: set[str]
    ) -> bool:
        """Read the entries of a mapping, each by its key; what cannot be read is there, but broken."""
        for key, value in self.mapping(node).entries():
            if self.key(key):
                made = read(key, value)
                if made is None:
                    broken.add(str(key))
                else:
                    known[str(key)] = made
        return True

    def scalar(self, node: Node) -> str | None:
        if not isinstance(node, str):
            self.problem(node, "file.not_a_text")
            return None
        if not node:
            self.problem(node, "file.nothing", key=self.entry)
            return None
        return node

    def words(self, node: Node) -> str | None:
        """A text for people: one line, in Unicode's composed form (NFC)."""
        text = self.scalar(node)
        if text is None:
            return None
        line = _line(text)
        if not line:
            self.problem(node, "file.nothing", key=self.entry)
            return None
        return line

    def words_in(self, language: str) -> Callable[[Node], str | None]:
        """A reader of texts in a language; Latin look-alikes within a Cyrillic word are a problem."""
        if language == "en":
            return self.words

        def read(node: Node) -> str | None:
            words = self.words(node)
            if words and not words.isascii():
                for word, letters in look_alikes(words):
                    self.problem(node, "file.look_alike", word=word, letters=letters)
            return words

        return read

    def one_of(self, known: tuple[str, ...], key: str) -> Callable[[Node], str | None]:
        """A reader of one of these words."""
        return self.known({word: word for word in known}, (), key)

    def member_of(self, codes: type[C], key: str) -> Callable[[Node], C | None]:
        """A reader of the words of an enumeration."""
        return self.known({code.value: code for code in codes}, (), key)

    def known(
        self, entries: Mapping[str, T], broken: Collection[str], key: str
    ) -> Callable[[Node], T | None]:
        """A reader of the name of one of `entries`; broken ones are reported where they are."""

        def read(node: Node) -> T | None:
            name = self.scalar(node)
            if name is None or name in broken:
                return None
            if name not in entries:
                self.unknown(name, key, entries)
                return None
            return entries[name]

        return read

    def key(self, node: str) -> bool:
        """Whether the key of an entry can serve as a name in tables and on the command line."""
        if KEY.fullmatch(node):
            return True
        self.problem(node, "file.bad_key", word=str(node))
        return False

    def parsed(self, parse: Callable[[str], T]) -> Callable[[Node], T | None]:
        """A reader of scalars out of one that raises EdureportError."""

        def read(node: Node) -> T | None:
            text = self.scalar(node)
            if text is None:
                return None
            try:
                return parse(text)
            except EdureportError as error:
                self.refuse(node, error)
                return None

        return read

    def text(self, node: Node) -> Text | None:
        """A text in one or more languages; a plain one is in the report's own."""
        if not is_bare(node):
            return self.new_text(node)
        words = (self.language, *node, *node.values()) if isinstance(node, Map) else (self.language, node)
        known = _KNOWN_TEXTS.get(words)
        if known is None:
            known = self.right_text(node) or self.new_text(node)
            short = known is not None and sum(len(text or "") for text in known.words) <= LONGEST_SHARED
            if known is not None and short and len(_KNOWN_TEXTS) < MOST_SHARED:
                _KNOWN_TEXTS[words] = known
        return known

    def right_text(self, node: Node) -> Text | None:
        """The text of a node without places; None where anything may be wrong with it."""
        found = node if isinstance(node, Map) else {self.language: node}
        words: list[str | None] = []
        missing = 0
        for language in LANGUAGES:
            text = found.get(language)
            if text is None:
                missing += 1
                words.append(None)
                continue
            line = _line(text) if isinstance(text, str) else ""
            if not line or (language != "en" and not line.isascii() and look_alikes(line)):
                return None
            words.append(line)
        if len(found) + missing != len(LANGUAGES):
            return None
        return made(Text, (tuple(words), self.language))

    def new_text(self, node: Node) -> Text | None:
        """The same, with what is wrong in it."""
        if not isinstance(node, Map):
            words = self.words_in(self.language)(node)
            return None if words is None else Text.of({self.language: words}, self.language)
        if not node:
            self.problem(node, "file.no_language")
            return None
        above = self.entry
        self.entry = self.path_of(self.taken) if self.taken else above
        text = self.texts(Fields(self, node, LANGUAGES))
        self.entry = above
        return text

    def texts(self, fields: Fields) -> Text | None:
        """The same text in each language that it is given in."""
        found = {language: fields.take(language, self.words_in(language)) for language in LANGUAGES}
        texts = {language: words for language, words in found.items() if words is not None}
        return Text.of(texts, self.language) if texts else None

    def shared(self, value: T) -> T:
        """The first value that was equal to this one: many indicators have the same parts."""
        known: T | None = self.known_values.get(value)
        if known is None and len(self.known_values) < MOST_SHARED:
            self.known_values[value] = value
        return value if known is None else known

    def yes_or_no(self, node: Node) -> bool | None:
        text = self.scalar(node)
        if text is None:
            return None
        answer = {"true": True, "yes": True, "false": False, "no": False}.get(text.lower())
        if answer is None:
            self.problem(node, "file.not_yes_or_no", word=str(text))
        return answer

    def where(self, node: Node) -> Mapping[str, str] | None:
        fields = Fields(self, node, WHERE_KEYS)
        places = {key: fields.take(key, self.words) for key in WHERE_KEYS}
        return {key: words for key, words in places.items() if words is not None}

    # Quantities

    def quantity(self, measure: Measure) -> Callable[[Node], Quantity | None]:
        return partial(self.stated, measure)

    def stated(self, measure: Measure, node: Node) -> Quantity | None:
        """The quantity that a node states."""
        if isinstance(node, Scalar) and node.block:
            self.problem(node, "yaml.block_scalar")
            return None
        if node == "~":
            self.problem(node, "quantity.nothing")
            return None
        text = self.scalar(node)
        if text is None or self.has_two_readings(text, measure):
            return None
        try:
            quantity = Quantity.parse(text, counted=measure.counted)
        except EdureportError as error:
            return self.otherwise(text, measure, error)
        if "." in text and re.search(_DECIMALS, text):
            self.with_decimals.add(measure.unit)
        return self.measured(quantity, measure) if measure.ratio or measure.precision else quantity

    def has_two_readings(self, text: str, measure: Measure) -> bool:
        """Whether a number may be meant in thousands or with decimals; that is a problem."""
        if ("." not in text and "," not in text) or measure.ratio:
            return False
        number = group_of_three(text)
        decimals = (
            number is not None and "." in number and measure.precision is not None and measure.precision < 1
        )
        if number is None or decimals or amount_in_words(text, self.language, counted=False):
            return False
        self.problems.note(Problem(two_readings(str(text), number), self.place(text)))
        return True

    def otherwise(self, text: str, measure: Measure, error: EdureportError) -> Quantity | None:
        """A quantity in another than the notation of report files; else the error is noted."""
        key = error.problems[0].message.key
        if key == "quantity.negative_count":  # a unit with decimals counts nothing
            if "." in text and re.search(_DECIMALS, text):
                self.with_decimals.add(measure.unit)
            self.negative.append((measure.unit, text, error))
            return self.measured(Quantity.parse(text), measure)
        if key in _IN_WORDS:
            if measure.plan and (number := up_to(text)):
                self.problem(text, "quantity.up_to", text=str(text), number=number)
                return None
            found = amount_in_words(text, self.language, counted=measure.counted)
            if found is not None and (measure.ratio or not found.percent):
                if isinstance(text, Scalar):
                    self.worded[(text.line, text.column)] = found.quantity
                if found.quantity.stated != found.quantity.stated.to_integral_value():
                    self.with_decimals.add(measure.unit)
                return self.measured(found.quantity, measure) if measure.precision else found.quantity
        if key == "quantity.unknown" and (near := self.near_notation(text)):
            self.problem(text, "quantity.unknown_near", text=str(text), near=near)
        else:
            self.refuse(text, error)
        return None

    def measured(self, quantity: Quantity, measure: Measure) -> Quantity:
        """The quantity with its precision; a ratio is rounded to its last digit, with decimals or without."""
        step = measure.precision
        if step is None and measure.ratio and not quantity.step:
            step = ONE
        if step is None:
            return quantity
        return Quantity(quantity.stated, quantity.bound, quantity.upper, quantity.counted, step)

    def as_printed(self, quantity: Quantity, words: str | None) -> Quantity:
        """The quantity with the precision that the words of its source have."""
        if words is None or quantity.precision is not None or not quantity.is_exact:
            return quantity
        step = rounded_to(quantity, words)
        if step is None:
            return quantity
        return Quantity(quantity.stated, quantity.bound, None, quantity.counted, step)

    def precision(self, node: Node) -> Decimal | None:
        """What numbers were rounded to."""
        text = self.scalar(node)
        if text is None:
            return None
        with suppress(EdureportError):
            step = Quantity.parse(text)
            if step.is_exact and step.stated > 0:
                return step.stated
        self.problem(node, "file.precision", word=str(text))
        return None

    def flags(self, node: Node) -> tuple[Flag, ...]:
        """The flags of a figure, each once; a single one needs no list."""
        read = self.member_of(Flag, "file.flag")
        flags = [read(entry) for entry in (node if isinstance(node, Seq) else [node])]
        return tuple(dict.fromkeys(flag for flag in flags if flag is not None))

    def near_notation(self, text: str) -> str | None:
        """What a text with a mistyped bound was probably meant to be."""
        match = re.fullmatch(r"([a-z]+(?: [a-z]+)?) +(\d.*)", text[:100].lower())
        near = self.near(match[1], WORDS, most=1, cutoff=0.8) if match else ()
        return f"{near[0]} {match[2]}" if match and near else None

    def all_of(self, node: Node) -> str | None:
        """The name in "all of …", with the place of these words if they have one."""
        if not isinstance(node, str) or node[:3] != "all":
            return None
        match = _ALL_OF.fullmatch(node)
        if match is None:
            return None
        if not isinstance(node, Scalar):
            return str(match[1])
        name = Scalar(match[1])
        name.line, name.column = node.line, node.column
        return name
