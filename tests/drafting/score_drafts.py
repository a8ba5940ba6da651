"""How many entries of drafts can stay as they are: `python tests/drafting/score_drafts.py FOLDER...`.

A folder holds texts `NN.txt` and for each `NN.tsv`, in which a reader who has not seen the program says of
every figure where it begins, its words, value, bound, kind (level, share, plan, change or other), unit,
what it counts, and its period. The language is the last part of the path that is `kk`, `ru` or `en`.
Labels are compared by the stems of their words. `--show` prints the entries that cannot stay beside what the
reader wrote, `--all` the others, too: labels that differ have to be looked at.
"""

import csv
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from edureport import prose
from edureport.audit.candidates import scale_of, scaled
from edureport.drafting.build import build
from edureport.drafting.heading import period_of
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.prose import grammar
from edureport.prose.cells import TextCell
from edureport.prose.content import content
from edureport.reading.text_file import load_text

LANGUAGES = ("kk", "ru", "en")
HALF = 0.5  # of the words of a label
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NEW_YEAR = re.compile(r"(?<!\d)1 (?:қаңтар|января|January)")
NUMBERED = re.compile(r" \(\d+\)$")
PERCENT = frozenset(["%", "процент", "процентов", "процента", "per cent", "percent", "пайыз"])
APPROXIMATE = dict.fromkeys(("about", "nearly"), "approximately")  # which readers do not tell apart
FALLBACK = "2025"  # the period of a text that does not tell it, as an author would give one


class Labelled(NamedTuple):
    """A figure as a reader labelled it."""

    start: int
    words: str
    value: str
    bound: str
    kind: str
    unit: str
    label: str
    period: str

    def holds(self, at):
        """Whether a number of the draft is this one."""
        return self.start <= at < self.start + len(self.words)


class Entry(NamedTuple):
    """An entry of a draft: where its number stands, and all that it says of it."""

    at: int
    value: str
    label: str
    whole: str  # the label of what it is part of
    unit: str | None
    plan: bool
    period: Period | None
    unnamed: bool


class Stems(frozenset):
    """Stems of words; two are of the same word if one begins with the other."""

    @classmethod
    def of(cls, text, language):
        """Those of a text, without the words that say nothing."""
        return cls(content(text.replace("ё", "е"), language) if text != "–" else ())

    def shared(self, others):
        """Those that the others have, too."""
        return Stems(one for one in self if any(alike(one, other) for other in others))


def alike(one, other):
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) > 3 and long.startswith(short))


def entries(draft):
    """All values of a draft, with their labels."""
    for item in draft.entries:
        unit = draft.units[item.unit].name
        if item.at is not None and item.value and not item.value.startswith("all"):
            yield Entry(item.at, item.value, item.label, "", unit, False, draft.period, item.unnamed)
        for parts in item.parts:
            yield from members(parts, item, unit, draft.period, item.unnamed)
        for period, earlier in item.earlier.items():
            yield Entry(earlier.at, earlier.value, item.label, "", unit, False, period, item.unnamed)
    known = {item.key: item for item in draft.entries}
    for target in draft.targets:
        item = known[target.indicator]
        unit = draft.units[item.unit].name
        yield Entry(target.at, target.value, target.label, "", unit, True, None, item.unnamed)


def members(parts, whole, unit, period, unnamed):
    for part in parts.members:
        in_comments = unnamed or part.unnamed
        yield Entry(part.at, part.value, part.label, whole.label, unit, False, period, in_comments)
        for more in part.parts:
            yield from members(more, part, unit, period, in_comments)


def faults(entry, labelled, others, language):
    """What is wrong with an entry; nothing if it can stay as it is."""
    if labelled is None or labelled.kind == "change":
        yield "no figure" if labelled is None else "change"
        return
    if not same_value(entry.value, labelled, scale_of(entry.unit or "", language)):
        yield "value"
    if entry.plan != (labelled.kind == "plan"):
        yield "plan"
    if not same_year(entry.period, labelled.period):
        yield "period"
    if not entry.whole and not same_unit(entry.unit, labelled, language):  # parts count what their whole does
        yield "unit"
    if fault := label_fault(entry, labelled, others, language):
        yield fault


def same_value(written, labelled, scale):
    """Whether a value is that of the label; 18.9 "thousand people" are 18,900 people."""
    quantity = scaled(Quantity.parse(written), scale)
    low, _, high = labelled.value.partition("..")
    stated = Decimal(low)
    bounds = {APPROXIMATE.get(bound, bound) for bound in (quantity.bound.value, labelled.bound)}
    values = {stated, stated * 100} if stated < 1 else {stated}  # two thirds are 66.7 %
    values |= {value.scaleb(scale) for value in values}  # or labelled as it is printed
    return len(bounds) == 1 and quantity.stated in values and (not high or quantity.upper == Decimal(high))


def same_year(period, labelled):
    years = {int(year) for year in YEAR.findall(labelled)}
    if NEW_YEAR.search(labelled):  # the state on that morning is that of the last day of the year
        years |= {year - 1 for year in years}
    return not (period and years) or any(period.first.year <= year <= period.last.year for year in years)


def same_unit(unit, labelled, language):
    if unit is None:
        return True
    if unit == "%" or labelled.unit in PERCENT:
        return unit == "%" and (labelled.unit in PERCENT or labelled.kind == "share")
    words = f"{labelled.unit} {labelled.label} {labelled.words}".replace("–", " ")
    lemma = grammar.load(language).lemma
    same = lemma(unit.lower()) in {lemma(word.strip(".")) for word in labelled.unit.lower().split()}
    return unit == labelled.unit or same or bool(Stems.of(unit, language).shared(Stems.of(words, language)))


def label_fault(entry, labelled, others, language):
    if "…" in entry.label or NUMBERED.search(entry.label):
        return "label open"
    own, label = Stems.of(entry.label, language), Stems.of(labelled.label, language)
    said = Stems(own | Stems.of(entry.whole, language))
    if not label.shared(said) and any(own.shared(Stems.of(other.label, language)) for other in others):
        return "another's label"
    if len(label.shared(said)) < HALF * len(label):
        return "label too little"
    kept = own.shared(label | Stems.of(labelled.unit, language))
    return "label too much" if len(kept) < HALF * len(own) and len(own) - len(kept) > 1 else None


def labels_of(path):
    with path.open(encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row and row[0].isdigit():
                yield Labelled(int(row[0]), *row[1:8])


def score(path, language):
    """What was counted in a text, and for each entry its faults, the entry and its label."""
    document = load_text(str(path))
    labels = list(labels_of(path.with_suffix(".tsv")))
    reading = prose.read(document.prose, language, [TextCell(*one) for one in document.cells])
    own = period_of(document, reading)
    made = build(document, reading, own or Period.parse(FALLBACK))
    counts, rows, found = Counter({"texts": 1, "no period": own is None}), [], set()
    for entry in entries(made):
        one = next((label for label in labels if label.holds(entry.at)), None)
        others = [label for label in labels if one and label.label != one.label]
        found.add(one)
        if entry.unnamed:  # in comments until somebody gives it a label
            counts["in comments"] += 1
            continue
        wrong = [fault for fault in faults(entry, one, others, language) if own or fault != "period"]
        rows.append((wrong, entry, one))
        counts.update(["entries", *wrong] if wrong else ["entries", "usable"])
    levels = [label for label in labels if label.kind != "change"]
    counts.update({"labelled": len(levels), "not there": sum(label not in found for label in levels)})
    return counts, rows


def shown(wrong, entry, label):
    """An entry beside its label, in one line."""
    whole = f"{entry.whole}: " if entry.whole else ""
    said = f"{entry.value} {entry.unit or '–'} | {whole}{entry.label} | {entry.period or 'plan'}"
    return f"{', '.join(wrong) or 'usable':18} {said} <<< {label and tuple(label[1:])}"


def main(arguments):
    show = {"--show", "--all"}.intersection(arguments)
    for folder in (Path(argument) for argument in arguments if not argument.startswith("--")):
        language = [part for part in folder.parts if part in LANGUAGES][-1]
        total = Counter()
        for path in sorted(folder.glob("*.txt")):
            counts, rows = score(path, language)
            total += counts
            for row in rows:
                if show and (row[0] or "--all" in show):
                    print(f"{language}/{path.stem}", shown(*row))
        usable, made = total.pop("usable", 0), total.pop("entries", 0)
        rest = ", ".join(f"{key} {count}" for key, count in total.most_common())
        print(f"{folder}: {usable} of {made} entries usable ({usable / max(made, 1):.0%}); {rest}")


if __name__ == "__main__":
    main(sys.argv[1:])
