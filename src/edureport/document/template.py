"""Template: the sentences of a document in one language, ours or a department's, to be filled in."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.model.quantity import Bound
from edureport.near import unknown
from edureport.problem import Problem, Problems
from edureport.reading.limits import Limits
from edureport.reading.nodes import Map, Node, Scalar, Seq, place_of
from edureport.reading.parsing import parse

FOLDER = Path(__file__).parent / "templates"
SHAPES = ("day", "month", "months", "year", "years", "school_year", "days")  # of a period
PLURALS = ("zero", "one", "two", "few", "many", "other")  # of CLDR
_PERIOD = ("period", "first", "first_day", "last", "year", "first_year", "short_year")
_FIGURE = ("label", "value", "change", "parts")
_CHANGE = ("label", "by", "percent", "by_percent", "before", "amount")
_BY = ("number", "dative", "ablative")


class SentenceForm(NamedTuple):
    """Which names a sentence may have, which it needs lest a figure be lost, and of which it needs any."""

    names: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()


SENTENCES: Mapping[str, SentenceForm] = {
    "title": SentenceForm(("for_period", "organisation")),
    "approval.heading": SentenceForm(),
    "approval.lines": SentenceForm(("organisation", "genitive", "year")),
    "approval.lines_apart": SentenceForm(("organisation", "year")),
    "caption.table": SentenceForm(("number",), ("number",)),
    "caption.picture": SentenceForm(("number",), ("number",)),
    "caption.section": SentenceForm(("section",)),
    "caption.targets": SentenceForm(("day",)),
    "caption.bars": SentenceForm(("section",)),
    "caption.bars_all": SentenceForm(),
    "caption.trend": SentenceForm(("section",)),
    "caption.trend_all": SentenceForm(),
    "caption.progress": SentenceForm(("day",)),
    "caption.annex": SentenceForm(),
    **{f"heading.{name}": SentenceForm() for name in ("targets", "findings", "annex", "rest", "all")},
    **{
        f"{name}.{shape}": SentenceForm(_PERIOD)
        for name in ("for_period", "over", "over_before")
        for shape in SHAPES
    },
    "as_of": SentenceForm(("day",), ("day",)),
    "as_of_before": SentenceForm(("day",), ("day",)),
    "first": SentenceForm(("time", "figure"), ("figure",)),
    "next": SentenceForm(("figure",), ("figure",)),
    **{f"figure.{kind}": SentenceForm(_FIGURE, ("label", "value")) for kind in ("stock", "flow", "ratio")},
    "figure.alone": SentenceForm((*_FIGURE, "time"), ("label", "value")),
    "figure.none": SentenceForm(("label", "parts"), ("label",)),
    "label_with_clause": SentenceForm(("label",), ("label",)),
    "value": SentenceForm(("amount", "unit"), ("amount", "unit")),
    "parts": SentenceForm(("parts",), ("parts",)),
    "parts_by": SentenceForm(("parts", "breakdown"), ("parts",)),
    "parts_joined": SentenceForm(("parts", "last"), ("parts", "last")),
    "part": SentenceForm(("label", "amount"), ("label", "amount")),
    **{
        f"changed.{how}": SentenceForm(_CHANGE)
        for how in ("up", "down", "up_percent", "down_percent", "same", "unknown")
    },
    **{f"by.{bound.value}": SentenceForm(_BY, one_of=_BY) for bound in Bound},
    **{f"by_points.{bound.value}": SentenceForm(_BY, one_of=_BY) for bound in Bound},
    "points": SentenceForm(("number",), ("number",)),
    "target.known": SentenceForm(("label", "goal", "due", "actual"), ("label", "goal", "actual")),
    "target.unknown": SentenceForm(("label", "goal", "due"), ("label", "goal")),
    "target.due": SentenceForm(("day",), ("day",)),
    "findings.none": SentenceForm(),
    "findings.some": SentenceForm(),
    "annex.about": SentenceForm(),
    "annex.source": SentenceForm(("source",), ("source",)),
    "annex.file": SentenceForm(("file",)),
}
_LISTS = frozenset({"approval.lines", "approval.lines_apart"})
_PLURAL = frozenset({"points"})

Words = str | tuple[str, ...] | Mapping[str, str]


class Template(NamedTuple):
    """The sentences under their keys; where one has lines or plural forms, these."""

    language: str
    words: Mapping[str, Words]

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self.words

    def text(self, key: str) -> str:
        """The sentence of a key."""
        return str(self.words[key])

    def lines(self, key: str) -> tuple[str, ...]:
        """The lines of a key that has some."""
        found = self.words[key]
        return found if isinstance(found, tuple) else ()

    def plural(self, key: str, category: str) -> str:
        """The form of a plural category of CLDR, or that of any other number."""
        found = self.words[key]
        forms = found if isinstance(found, Mapping) else {}
        return str(forms.get(category) or forms["other"])


@cache
def template(language: str) -> Template:
    """Our own sentences in a language; those in English for one that has none."""
    path = FOLDER / f"{language}.yaml"
    path = path if path.exists() else FOLDER / "en.yaml"
    return read_template(path.read_bytes(), path.name, Template(language, {}))


def read_template(data: bytes, path: str, ours: Template) -> Template:
    """The sentences of a file, else ours; ReportError with every mistake in it, and where."""
    root, problems = parse(data, path, Limits())
    found = dict(_entries(root, path, problems))
    if problems:
        raise ReportError.all_of(problems)
    return Template(ours.language, {**ours.words, **found})


def _entries(root: Node, path: str, problems: Problems) -> Iterator[tuple[str, Words]]:
    """The keys of a file with dots between their levels, and what stands under them."""
    if not isinstance(root, Map):
        problems.note(Problem.at(place_of(root, path), "template.no_map"))
        return
    pending: list[tuple[str, Map]] = [("", root)]
    while pending:
        prefix, entries = pending.pop(0)
        for key, node in entries.items():
            name = prefix + key
            if name in SENTENCES:
                words = _words(name, node, path, problems)
                if words is not None:
                    yield name, words
            elif isinstance(node, Map) and any(known.startswith(f"{name}.") for known in SENTENCES):
                pending.append((f"{name}.", node))
            else:
                problems.note(Problem(unknown("template.key", name, SENTENCES), place_of(key, path)))


def _words(key: str, node: Node, path: str, problems: Problems) -> Words | None:
    """A sentence, its lines or its plural forms; None of what is wrong."""
    if key in _PLURAL and isinstance(node, Map):
        forms = {name: _text(key, form, path, problems) for name, form in node.items()}
        wrong = [name for name in node if name not in PLURALS]
        if wrong:
            problems.note(Problem(unknown("template.key", wrong[0], PLURALS), place_of(wrong[0], path)))
        elif "other" not in node:
            problems.note(Problem.at(place_of(node, path), "template.no_other", sentence=key))
        return {str(name): form for name, form in forms.items() if form is not None}
    if key in _LISTS and isinstance(node, Seq):
        lines = [_text(key, line, path, problems) for line in node]
        return tuple(line for line in lines if line is not None)
    return _text(key, node, path, problems)


def _text(key: str, node: Node, path: str, problems: Problems) -> str | None:
    """A sentence whose names are known; None of another."""
    if not isinstance(node, Scalar) or (key in _LISTS | _PLURAL and isinstance(node, Map | Seq)):
        problems.note(Problem.at(place_of(node, path), "template.no_text", sentence=key))
        return None
    wrong = _mistake(key, str(node))
    if wrong is not None:
        problems.note(Problem(wrong, place_of(node, path)))
        return None
    return str(node)


def _mistake(key: str, text: str) -> Message | None:
    """What is wrong with the names of a sentence."""
    sentence = SENTENCES[key]
    try:
        pieces = list(Formatter().parse(text))
    except ValueError:
        return message("template.braces", sentence=key)
    used = [name for _, name, _, _ in pieces if name is not None]
    if any(form or conversion for _, name, form, conversion in pieces if name is not None):
        return message("template.braces", sentence=key)
    for name in used:
        if name not in sentence.names:
            if not sentence.names:
                return message("template.no_names", sentence=key, word=name)
            return unknown("template.name", name, sentence.names, sentence=key)
    missing = [name for name in sentence.needs if name not in used]
    if sentence.one_of and not set(used) & set(sentence.one_of):
        missing.append(sentence.one_of[0])
    needed = tuple(f"{{{name}}}" for name in missing)
    return message("template.lacks", sentence=key, names=needed) if needed else None
