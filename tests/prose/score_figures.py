"""How well sentences are read that were written without looking: `python tests/prose/score_figures.py`.

Each file of the folder `corpus` holds sentences of invented reports with every number labelled: where
it stands, what kind of number it is, its value and bound, and whether the figures of a group follow
from each other. Sets a and b served to improve the reader after they had been measured once; of set c
only single words were taken up.
"""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from edureport.prose import read
from edureport.prose.relations.relation import Consistency

CORPUS = Path(__file__).parent / "corpus"
SETS = ("a", "b", "c")
STATING = frozenset(["figure", "percent", "change", "target"])
BROKEN = frozenset(["does_not_add_up", "derived_conflict", "restated_conflict", "bound_conflict"])


class Score(NamedTuple):
    """Figures in the labels, figures found, those with the right value and bound, and the right kind too."""

    labelled: int
    found: int
    read: int
    kind: int
    left: float  # of the numbers that state nothing
    accused: int  # groups that follow and are said not to
    missed: int  # inconsistent groups that are not reported

    @property
    def precision(self):
        return self.read / self.found

    @property
    def recall(self):
        return self.read / self.labelled


def score(name):
    """The score of the set of that name."""
    counts = Counter()
    for sentence in _sentences(name):
        text, language = sentence[0]["text"], sentence[0]["lang"]
        reading = read(text, language)
        figures = reading.figures
        stating = [figure for figure in figures if figure.states and not figure.all]
        counts["found"] += len(stating)
        for row in sentence:
            _count(counts, row, stating)
        told = any(group.verdict is Consistency.DOES_NOT_FOLLOW for group in reading.relations)
        broken = any(row["group_verdict"] in BROKEN for row in sentence)
        counts["accused"] += told and not broken
        counts["missed"] += broken and not told
    left = counts["left"] / counts["others"]
    numbers = (counts[key] for key in ("labelled", "found", "read", "kind"))
    return Score(*numbers, left, counts["accused"], counts["missed"])


def _sentences(name):
    found = {}
    with (CORPUS / f"{name}.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row["case_id"], []).append(row)
    return found.values()


def _count(counts, row, stating):
    start, end = int(row["start"]), int(row["end"])
    if row["kind"] not in STATING:
        counts["others"] += 1
        counts["left"] += not any(figure.start < end and start < figure.end for figure in stating)
        return
    counts["labelled"] += 1
    bound = row["bound_fine"] or row["bound"].replace("up_to", "at_most")
    value = Decimal(row["value"]) if row["value"] else None
    ends = {end, end - 1} if row["surface"].endswith(".") else {end}  # an abbreviation's point
    for figure in stating:
        # A fraction in words may be read as the percentage that it is.
        same = figure.stated == value or (figure.percent and value and figure.stated == 100 * value)
        if figure.start == start and figure.end in ends and same and _bound(figure) == bound:
            counts["read"] += 1
            counts["kind"] += figure.kind == row["kind"]


def _bound(figure):
    return "indefinite" if figure.indefinite else figure.bound


def main():
    """Print the scores of all sets."""
    for name in SETS:
        found = score(name)
        print(
            f"{name}: {found.labelled} figures, precision {found.precision:.3f}, recall {found.recall:.3f}, "
            f"right kind {found.kind / found.labelled:.3f}; other numbers left alone {found.left:.3f}; "
            f"groups wrongly accused {found.accused}, missed {found.missed}"
        )


if __name__ == "__main__":
    main()
