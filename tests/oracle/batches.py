"""Many random cases at once: how often each branch was met, and what was found, as small as it can be."""

import random
import re
from collections import Counter

import comparison
import program

SIZE = 40  # cases in one run of the program
KINDS = {
    "targets": comparison.targets,
    "changes": comparison.changes,
    "shares": comparison.shares,
    "quarters": comparison.quarters,
}
TURNS = ("targets", "changes", "targets", "shares", "targets", "quarters")


def batch(job):
    """The branches met and the findings, each with a name for its kind, of some runs of a seed.

    A job is a seed, the numbers of the first run and of the one after the last, and the kinds of cases.
    """
    seed, first, last, turns = job
    counts, findings = Counter(), []
    with program.folder() as folder:
        for number in range(first, last):
            chance = random.Random(f"{seed}-{number}")
            kind = KINDS[turns[number % len(turns)]]
            found = list(kind(chance, SIZE, folder, counts))
            findings += [(_name(finding), _text(finding, folder)) for finding in found]
    return counts, findings


def _name(finding):
    """What is wrong without the numbers, so that one fault has one name."""
    first = re.sub(r"-?[\d.]+(e[+-]?\d+)?", "#", finding.wrong[0]).split("\n")[0]
    return f"{finding.options[0]}: {first}"


def _text(finding, folder):
    """The reports with this case alone, what was asked, and what is wrong."""
    small = comparison.again(finding, folder) or finding
    files = small.sheaf.files() if small is not finding else small.sheaf.only(small.case).files()
    alone = "" if small is not finding else "(not found again in a report of its own)\n"
    reports = "".join(f"--- {name}\n{_bare(text)}" for name, text in files.items())
    wrong = "\n".join(f"!!! {line}" for line in small.wrong)
    return f"{alone}{reports}$ edureport {' '.join(small.options)}\n{wrong}"


def _bare(text):
    """A report without what is the same in all of them."""
    lines = text.splitlines(keepends=True)
    keep = ("report:", "indicators:", "targets:", "  x", "  t_")
    return "".join(line for line in lines if line.startswith(keep))
