"""How well whole texts are read, in any folder: `python tests/prose/score_texts.py FOLDER... [--list]`.

A folder holds texts, `NAME.txt`, each with two tables beside it, separated by tabs, and is no part of the
project: texts that nobody here has seen are worth more than any of ours. Measure a set once before
reading it, and write that down; after that it is spent.

`NAME.tsv` has a line for each figure: start (of the number itself, in characters), words, value, bound,
kind, unit, label, period. `NAME.rel` has one for each relation: holds or broken, its kind, the starts of
its figures with commas between, a note. `NAME.doubt`, if it is there, has those that may be asked about.

Of texts without tables only the figures and the accusations are counted; `--list` names each of these.

A figure is right if it begins there and has that value and bound, where "forty-five (45)" begins at either;
one of "hundreds" needs no value; in a table whose heads give it a unit
such as "thousand people", also if its label multiplies what is printed: 18.9 and 18,900 are one there.
The bound `approximately` is that of "about" and of "nearly".
An accusation is true if a broken relation shares two figures with it. Of each relation that holds
one number is changed, too.
"""

import argparse
import csv
import random
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from edureport import prose
from edureport.audit.candidates import scale_of
from edureport.model.quantity import Bound
from edureport.prose.cells import TextCell
from edureport.prose.relations.relation import Certainty, Consistency
from edureport.reading.text_file import load_text

SIGNS = frozenset("+-\u2212\u2013\u2014\u00a0 ")
APPROXIMATE = dict.fromkeys((Bound.ABOUT, Bound.NEARLY), "approximately")
UNSURE = frozenset([Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL])


class Labelled(NamedTuple):
    """A text with its labels."""

    path: Path
    text: str
    cells: list
    figures: list
    relations: list
    doubts: list


def labelled(folder):
    """The texts of a folder, by name."""
    for path in sorted(Path(folder).glob("*.txt")):
        figures = _rows(path.with_suffix(".tsv"))
        relations = _rows(path.with_suffix(".rel"))
        doubts = _rows(path.with_suffix(".doubt"))
        document = load_text(str(path))
        cells = [TextCell(*one) for one in document.cells]
        yield Labelled(path, document.prose, cells, figures, relations, doubts)


def _rows(path):
    """The lines of a table, without those that have no numbers: headings, and comments."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row]
    return [row for row in rows if row[0].isdigit() or _starts(row)]


def _starts(row):
    """The places of the figures of a relation."""
    numbers = row[2].split(",") if len(row) > 2 else []
    return [int(number) for number in numbers if number.strip().isdigit()]


def score(texts, say):
    """Counts of what is right and wrong in some texts; `say` gets a line for each thing that is wrong."""
    counts = Counter()
    for one in texts:
        language = prose.language_of(one.text) or "kk"
        reading = prose.read(one.text, language, one.cells)
        _figures(counts, one, reading, say)
        _relations(counts, one, reading, say)
        _changed(counts, one, language, reading, say)
    return counts


def _figures(counts, one, reading, say):
    stating = [figure for figure in reading.figures if figure.states and not figure.all]
    powers = _powers(reading)
    left = {figure.start: figure for figure in stating}
    counts["found"] += len(stating)
    counts["labelled"] += len(one.figures)
    for start, words, value, bound, *_ in one.figures:
        figure = next((figure for figure in stating if _begins(one.text, figure, int(start))), None)
        if figure is not None:
            left.pop(figure.start, None)
        if figure is not None and _is(figure, value, bound, powers.get(figure.start, 0)):
            counts["right"] += 1
        else:
            told = "nothing" if figure is None else f"{figure.stated} {figure.bound}"
            wanted = f"{one.path.name} {start} figure {words!r} {value} {bound}"
            say(f"{wanted}: {told} | {_around(one, int(start))}")
    for figure in left.values():
        say(f"{one.path.name} {figure.start} no figure: {figure.words!r} {figure.stated} {figure.kind} | "
            f"{_around(one, figure.start)}")  # fmt: skip


def _powers(reading):
    """The powers of ten of the units that the heads of tables give, by where their figures begin."""
    cells = ((figure, reading.tables(None).cell(at)) for at, figure in enumerate(reading.figures))
    return {
        figure.start: scale_of(cell.unit, reading.language)
        for figure, cell in cells
        if cell is not None and cell.fills and cell.unit
    }


def _begins(text, figure, start):
    before = text[figure.start : start]
    twice = before.endswith("(") and figure.words.endswith(text[start : figure.end])  # in words and digits
    return figure.start <= start < figure.end and (twice or set(before) <= SIGNS)


def _is(figure, value, bound, power=0):
    said = "indefinite" if figure.indefinite else APPROXIMATE.get(figure.bound, str(figure.bound))
    if said != APPROXIMATE.get(bound, bound):
        return False
    if figure.stated is None:
        return figure.indefinite
    low, _, high = value.partition("..")
    printed = abs(figure.stated)
    stated = {printed, printed.scaleb(power), printed / 100 if figure.percent else None}
    near = any(one is not None and abs(one - abs(_number(low))) <= Decimal("0.0005") for one in stated)
    return near and (not high or figure.upper == _number(high))


def _number(text):
    try:
        return Decimal(text.replace(",", ".").replace("–", "-").replace(" ", ""))
    except InvalidOperation:
        return Decimal("NaN")


def _around(one, start, reach=60):
    return " ".join(one.text[max(0, start - reach) : start + reach].split())


def _relations(counts, one, reading, say):
    told = [(relation, _places(relation, reading.figures)) for relation in reading.relations]
    for row in one.relations:
        starts = set(_starts(row))
        kind = "holds" if row[0] == "holds" else "broken"
        counts[kind] += 1
        matching = [
            relation for relation, places in told if len(_shared(starts, places)) >= min(2, len(starts))
        ]
        wanted = {Consistency.FOLLOWS} if kind == "holds" else UNSURE
        seen = any(relation.verdict in wanted for relation in matching)
        counts[f"{kind} seen"] += seen
        if not seen:
            said = f"{one.path.name} {row[2]} {kind} {row[1]}"
            say(f"{said}, not seen: {row[-1]} | {_around(one, min(starts), 150)}")
    for relation, places in told:
        if relation.verdict not in UNSURE:
            continue
        true = any(
            row[0] == "broken" and len(_shared(set(_starts(row)), places)) > 1 for row in one.relations
        )
        asked = any(len(_shared(set(_starts(row)), places)) > 1 for row in one.doubts)
        level = _level(relation)
        right = true or (asked and level == "likely")
        counts[f"{level} true"] += right
        counts[f"{level} false"] += not right
        if not true:
            say(f"{one.path.name} accused {level} {relation.kind} {relation.rule}: {sorted(places)} "
                f"{[one.text[first:last] for first, last in sorted(places)]} | "
                f"{_around(one, min(start for start, _ in places), 160)}")  # fmt: skip


def _places(relation, figures):
    members = relation.parts if relation.whole is None else (relation.whole, *relation.parts)
    return {(figures[index].start, figures[index].end) for index in members}


def _shared(starts, places):
    return {start for start in starts if any(first <= start < last for first, last in places)}


def _changed(counts, one, language, reading, say):
    """Relations that hold, each with one number changed: how many are told."""
    chance = random.Random(one.path.name)
    for row in one.relations:
        starts = _starts(row)
        if row[0] != "holds" or not starts:
            continue
        place = chance.choice(starts)
        text = with_another_number(one.text, place, chance)
        if text is None:
            continue
        counts["changed"] += 1
        told = told_by(reading, prose.read(text, language, one.cells), place)
        counts["changed told"] += told is not None
        counts["changed told certain"] += told == "certain"
        if told is None:
            changed = f"{one.path.name} {row[2]} {row[1]} changed into {text[place : place + 10]!r}"
            say(f"{changed}, not told: {row[-1]} | {_around(one, min(starts), 150)}")


def told_by(before, after, place):
    """Whether a number that was changed is accused, "certain" or "likely", where it was not before."""
    known = {frozenset(_places(one, before.figures)) for one in before.relations if one.verdict in UNSURE}
    told = [
        relation
        for relation in after.relations
        if relation.verdict in UNSURE
        and _shared({place}, _places(relation, after.figures))
        and frozenset(_places(relation, after.figures)) not in known
    ]
    return max(map(_level, told), key="likely certain".index, default=None)


def _level(relation):
    certain = relation.verdict is Consistency.DOES_NOT_FOLLOW and relation.certainty is Certainty.CERTAIN
    return "certain" if certain else "likely"


def with_another_number(text, place, chance):
    """The text with one digit of the number changed, of its first two; None if it is in words."""
    if text[place] not in "0123456789":
        return None
    at = chance.choice([place, place + 1]) if text[place + 1 : place + 2].isdigit() else place
    others = [digit for digit in "123456789" if digit != text[at]]
    return f"{text[:at]}{chance.choice(others)}{text[at + 1 :]}"


def main():
    """Print the scores of the folders that are named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--list", action="store_true", help="name each thing that is wrong")
    given = parser.parse_args()
    for folder in given.folders:
        counts = score(labelled(folder), print if given.list else lambda _: None)
        print(f"{folder}: {summary(counts)}")


def summary(counts):
    """The counts in a line; of texts without labels no more than what is said of them."""
    if not counts["labelled"]:
        accused = f"accusations: certain {counts['certain false']}, to be checked {counts['likely false']}"
        return f"{counts['found']} figures without labels; {accused}"
    precision, recall = (counts["right"] / max(counts[key], 1) for key in ("found", "labelled"))
    return (
        f"{counts['labelled']} figures, precision {precision:.3f}, recall {recall:.3f}; "
        f"accusations: certain {counts['certain true']} true, {counts['certain false']} false; "
        f"to be checked {counts['likely true']} true, {counts['likely false']} false; "
        f"broken relations told {counts['broken seen']} of {counts['broken']}; "
        f"that hold, seen {counts['holds seen']} of {counts['holds']}; with one number changed, told "
        f"{counts['changed told']} of {counts['changed']} ({counts['changed told certain']} as certain)"
    )


if __name__ == "__main__":
    main()
