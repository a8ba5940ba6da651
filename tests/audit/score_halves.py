"""What audit contradicts falsely where data lack half of a text: `python tests/audit/score_halves.py FOLDER`.

A folder holds texts `NN.txt`; the language is the last part of its path that is `kk`, `ru` or `en`. Each
text is audited against its own draft without half of the indicators, chosen by chance a few times: the rest
is what the text says itself, so whatever is contradicted is contradicted falsely. Each is printed once.
"""

import random
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from edureport import prose
from edureport.audit.audit import audit
from edureport.audit.findings import Verdict
from edureport.drafting.build import build
from edureport.drafting.draft import DraftIndicator
from edureport.drafting.heading import period_of
from edureport.drafting.layout import write
from edureport.errors import ReportError
from edureport.languages import catalogue
from edureport.model.period import Period
from edureport.prose.cells import TextCell
from edureport.reading.text_file import load_text

sys.path.insert(0, str(Path(__file__).parents[1]))
from reported import read_report

HALVES = 4  # of each text
HALF = 0.5
FALLBACK = "2025"  # the period of a text that does not tell it
AROUND = 80  # characters that are shown before a figure


def halves(draft):
    """The draft with half of its indicators, several times; no value in it is "all of" another."""
    for number in range(HALVES):
        chance = random.Random(number)
        items = [
            item
            for item in draft.items
            if chance.random() < HALF and not str(getattr(item, "value", "")).startswith("all of")
        ]
        keys = {item.key for item in items if isinstance(item, DraftIndicator)}
        targets = [target for target in draft.targets if target.indicator in keys]
        yield replace(draft, items=items, targets=targets)


def contradicted(path, language, counts):
    """The findings of a text that some half of its draft contradicts, by where they stand."""
    document = load_text(str(path))
    reading = prose.read(document.prose, language, [TextCell(*one) for one in document.cells])
    draft = build(document, reading, period_of(document, reading) or Period.parse(FALLBACK))
    found = {}
    for half in halves(draft):
        written = write(half, catalogue.load("en").say, lambda _: "to be completed").text
        try:
            report = read_report(written.encode(), "draft.yaml")
        except ReportError:
            counts["unreadable"] += 1
            continue
        for finding in audit(reading, [report]).findings:
            if finding.judged:
                counts[finding.judged.verdict.value] += 1
                if finding.judged.verdict is Verdict.CONTRADICTED:
                    found[finding.figure.start] = finding
    return document.prose, found


def main(folders):
    for folder in map(Path, folders):
        language = [part for part in folder.parts if part in prose.LANGUAGES][-1]
        counts, different = Counter(), 0
        for path in sorted(folder.glob("*.txt")):
            text, found = contradicted(path, language, counts)
            different += len(found)
            for start, finding in found.items():
                words = text[max(0, start - AROUND) : finding.figure.end + AROUND // 2]
                print(f"{path.name}:{start} {finding.candidate.key} = {finding.stated} | {words!r}")
        each = ", ".join(f"{number:,} {verdict}" for verdict, number in counts.most_common())
        print(f"{folder}: {different} figures contradicted; {each}")


if __name__ == "__main__":
    main(sys.argv[1:])
