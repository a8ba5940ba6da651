"""How well texts are judged that were written without looking: `python tests/audit/score_verdicts.py`.

The folder `corpus` holds reports made up for this, each with texts that retell it freely, and the
verdict that a careful reader gives each figure. Half of them served to improve the matching, the other
half (see UNSEEN) was looked at when it was done.
"""

import csv
from collections import Counter
from pathlib import Path

import edureport
from edureport.audit.audit import audit
from edureport.audit.findings import Verdict
from edureport.prose import read

CORPUS = Path(__file__).parent / "corpus"
UNSEEN = frozenset(["budget", "digital", "emergency", "preschool", "sport", "tourism", "tvet", "university"])


def scored(names):
    """Counts of (wanted, given) verdicts; of two that can be defended the one given is wanted."""
    counts = Counter()
    for labels in sorted(CORPUS.glob("*.*.tsv")):
        name, language = labels.stem.split(".")[:2]
        if name in names and ".relations" not in labels.name:
            counts += _of_text(name, language, labels)
    return counts


def names():
    """The reports of the corpus."""
    return {path.stem for path in CORPUS.glob("*.yaml")}


def _of_text(name, language, labels):
    text = labels.with_suffix(".txt").read_text(encoding="utf-8")
    found = audit(read(text, language), [edureport.load(str(CORPUS / f"{name}.yaml"))]).findings
    given = {finding.figure.start: finding.judged for finding in found if finding.judged}
    counts = Counter()
    with labels.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["verdict"]:
                judged = given.get(int(row["start"]))
                wanted = row["verdict"].split("/")
                verdict = judged.verdict.value if judged else "unread"
                counts[verdict if verdict in wanted else wanted[0], verdict] += 1
    return counts


def main():
    """Print how often which verdict was given where which one was wanted."""
    for title, chosen in (("seen", names() - UNSEEN), ("unseen", UNSEEN)):
        counts = scored(chosen)
        right = sum(number for (wanted, given), number in counts.items() if wanted == given)
        print(f"{title}: {right} of {counts.total()} as wanted")
        columns = [*map(str, Verdict), "unread"]
        print("wanted \\ given".ljust(16) + "".join(column.rjust(14) for column in columns))
        for wanted in map(str, Verdict):
            row = [counts[wanted, given] for given in columns]
            if any(row):
                print(wanted.ljust(16) + "".join(str(number).rjust(14) for number in row))


if __name__ == "__main__":
    main()
