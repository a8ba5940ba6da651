"""How many relations are told when a number is changed: `python tests/prose/score_mined.py FILE... [--list]`.

A FILE, no part of the project, holds real texts without labels: lines of JSON, `{"id": ..., "text": ...}`; or
it is a folder of `NAME.txt`. Arithmetic finds relations in one or two sentences: the change of two levels in
percent, the share of a part, how many times one number is another, the difference of two, the sum of a row.

Numbers belong together if they would hardly fit by chance: what their digits leave open, times how many
groups were tried, is less than `CHANCE`. Those in a row with words that lead to such a relation count as
`LIKELY` groups. So relations of few digits are left out, and some that are found mean nothing.

Of each relation one number is changed, as in `score_texts.py`; it is told if the reading then accuses a group
with it. Texts are in one of two halves by their names: those of `dev` may be looked at to better the reader;
of `held` only the counts, which say whether that has helped with others, too.
"""

import argparse
import json
import random
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path
from typing import NamedTuple

from score_texts import told_by, with_another_number

from edureport import prose
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, Mode
from edureport.reading.text_file import load_text

CHANCE, LIKELY = 0.02, 0.1
MOST, PARTS = 16, 6  # numbers of one or two sentences (there are lists of more), and parts of a sum
AROUND = 40  # characters before and behind numbers where words lead to them
CHANGES = (
    r"\bup\b|\bdown\b|\boff\b|ris[ei]|rose|increas|gr[eo]w|gain|climb|jump|soar|f[ae]ll|declin|drop|reduc|higher"
    r"|decreas|lower|more|less|above|below|against|compar|surplus|deficit|вырос|рос[лт]|увелич|повы|больше|выше"
    r"|меньше|ниже|сни[зж]|со[кс]ра|умен|упал|против|сравнен|разниц|дефицит|өс|арт|көб|көп|ұлғай|жоғары|төмен|кем"
    r"|азай|қысқар|\bаз\b|айырма|салыстыр|тапшы"
)
LEADING = {  # words that lead to a relation
    "change": CHANGES,
    "difference": CHANGES,
    "share": r"\(|\bof\b|share|\bиз\b|дол[яию]|или|состав|-[ыіңнт]|үлес|ішінде|құра",
    "multiple": r"times|fold|\bраза?\b|крат|есе",
    "sum": r"\(|:|includ|which|compris|total|\band\b|в том числе|из них|из которых|всего|ішінде|барлығы|оның",
}
ADDING = frozenset(["sum", "difference"])  # one is the other told the other way round
DERIVED = {"change": "percent", "share": "percent", "multiple": "times"}


class Number(NamedTuple):
    """A figure as it is printed: its value without a sign, and half of its last place."""

    index: int
    value: float
    half: float
    form: str
    figure: Figure


class Mined(NamedTuple):
    """Figures of which one follows from the others, by their indices in order."""

    kind: str
    members: tuple[int, ...]


def mined(reading) -> list[Mined]:
    """The relations of a text, in one sentence first, and those whose figures stand nearest."""
    found: list[Mined] = []
    numbers = [number for index, figure in enumerate(reading.figures) if (number := _number(index, figure))]
    for reach, first in product((1, 2), range(len(reading.sentences))):
        within = [number for number in numbers if first <= number.figure.sentence < first + reach]
        relations = _relations(within, reading.text) if 3 <= len(within) <= MOST else ()
        for one in sorted(relations, key=lambda one: one.members[-1] - one.members[0]):
            kinds = ADDING if one.kind in ADDING else {one.kind}
            if not any(old.kind in kinds and len({*old.members} & {*one.members}) > 1 for old in found):
                found.append(one)
    return found


def _number(index: int, figure: Figure) -> Number | None:
    digits = re.sub(r"\D", "", figure.words).lstrip("0")
    whole = figure.words[:1].isdigit() and "/" not in figure.words and digits
    if not whole or not figure.states or not figure.stated or figure.upper or figure.bound is not Bound.EXACT:
        return None
    last = figure.stated.adjusted() - len(digits) + 1
    times = figure.mode is Mode.TIMES or figure.unit in ("time", "раз", "есе")
    form = "points" if figure.points else "percent" if figure.percent else "times" if times else "level"
    return Number(index, float(abs(figure.stated)), 0.5 * 10.0**last, form, figure)


def _relations(within: list[Number], text: str) -> Iterator[Mined]:
    """The relations between some numbers."""
    for kind, words in LEADING.items():
        groups = list(_sums(within) if kind == "sum" else _triples(kind, within))
        for group in groups:
            if (chance := _chance(kind, *group)) * LIKELY >= CHANCE:
                continue
            first, *_, last = members = sorted(group)
            led = re.search(
                words, text[max(0, first.figure.start - AROUND) : last.figure.end + AROUND].lower()
            )
            forms = {one.form for one in group}
            row = sum(first <= one <= last and one.form in forms for one in within) == len(group)
            if chance * (LIKELY if led and row else len(groups)) < CHANCE and (kind != "difference" or led):
                yield Mined(kind, tuple(one.index for one in members))


def _triples(kind: str, within: list[Number]) -> Iterator[tuple[Number, ...]]:
    """A percentage, a factor or a difference, and the two numbers that it may be derived from."""
    for derived, a, b in permutations(within, 3):
        alike = a.form == b.form and len({a.figure.unit, b.figure.unit} - {None}) < 2
        if kind == "difference":
            fits = alike and derived.form in (a.form, "points") and derived.value < b.value < a.value
        elif fits := (derived.form, a.form, b.form) == (DERIVED[kind], "level", "level"):
            fits = a.value < b.value if kind == "share" else alike and a.value != b.value
        if fits:
            yield derived, a, b


def _sums(within: list[Number]) -> Iterator[tuple[Number, ...]]:
    """Numbers in a row, the first or the last of them in front."""
    for form, length in product(("level", "percent"), range(3, PARTS + 2)):
        numbers = [one for one in within if one.form == form]
        for first in range(len(numbers) - length + 1):
            run = tuple(numbers[first : first + length])
            yield from (run, (run[-1], *run[:-1]))


def _chance(kind: str, one: Number, *others: Number) -> float:
    """How likely numbers fit as well as these; 1 if these do not."""
    a, b, *_ = others
    if kind in ADDING:
        whole, parts = (one, others) if kind == "sum" else (a, (one, b))
        left = max(number.half for number in (one, *others))
        values = [part.value for part in parts]
        fits = abs(whole.value - sum(values)) <= left  # a part could as well be the whole of others
        return 4 * left / (sum(values) - max(values)) if fits else 1
    low, high = (a.value - a.half) / (b.value + b.half), (a.value + a.half) / max(b.value - b.half, b.half)
    if kind == "change":
        low, high = sorted((abs(low - 1), abs(high - 1)))
    scale = 1 if kind == "multiple" else 100
    if not scale * low - one.half <= one.value <= scale * high + one.half:
        return 1
    return (scale * (high - low) + 2 * one.half) / (2 * max(one.value, scale / 20))


def score(texts, say):
    """Counts by language, half and kind; `say` gets a line for each relation that is not told."""
    counts = Counter()
    for name, text in texts:
        language = prose.language_of(text) or "kk"
        reading = prose.read(text, language)
        for one in mined(reading):
            figures = [reading.figures[index] for index in one.members]
            place = (chance := random.Random(f"{name} {one}")).choice(figures).start
            changed = with_another_number(text, place, chance)
            told = told_by(reading, prose.read(changed, language), place)
            counts.update((language, half_of(name), one.kind, key) for key in ("all", told))
            if told is None:
                start, end = (reading.sentences[figures[at].sentence] for at in (0, -1))
                said = " | ".join(figure.words for figure in figures)
                around = " ".join(text[start.start : end.end].split())
                say(f"{language} {name} {one.kind}: {said} -> {changed[place : place + 12]!r}: {around}")
    return counts


def half_of(name: str) -> str:
    """The half that a text is in, by its name."""
    return ("dev", "held")[zlib.crc32(name.encode()) % 2]


def texts_of(path: Path) -> list[tuple[str, str]]:
    """The texts of a collection, with their names."""
    if path.is_dir():
        return [(one.stem, load_text(str(one)).prose) for one in sorted(path.glob("*.txt"))]
    with path.open(encoding="utf-8") as file:
        return [(row["id"], row["text"]) for row in map(json.loads, file)]


def main():
    """Print how many relations of some collections are told, by language, half and kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--half", choices=["dev", "held"], help="only one half of the texts")
    parser.add_argument("--list", action="store_true", help="name each relation that is not told")
    given = parser.parse_args()
    texts = [one for path in given.files for one in texts_of(path) if given.half in (None, half_of(one[0]))]
    counts = score(texts, print if given.list else lambda _: None)
    for key in sorted({key[:3] for key in counts}):
        every, certain, likely = (counts[*key, told] for told in ("all", "certain", "likely"))
        print(f"{' '.join(key)}: {every} relations, told {certain + likely} ({certain} as certain)")


if __name__ == "__main__":
    main()
