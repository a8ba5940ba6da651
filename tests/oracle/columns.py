"""What the columns of a target hold, from the formulas of METHODS 4: the draws of each, or nothing."""

from dataclasses import dataclass
from fractions import Fraction

from stated import ENDLESS

MONTH = Fraction(36525, 1200)  # days
A_MILLION = 1_000_000
NOTHING = "nothing"  # the column has to be empty


@dataclass(frozen=True)
class Draws:
    """What the true values give for a column; `optional` if the column may be empty as well."""

    numbers: list
    optional: bool = False


def columns(asked, known):
    """What may be printed, by column; a column that is not here is not looked at."""
    found = _left(asked, known)
    if known.real and asked.kind is None:
        found |= {} if asked.case.method == "attainment" else {"progress": NOTHING, "pace": NOTHING}
    elif known.real:
        found |= _path(asked, known) if asked.kind == "path" else _held(asked, known)
    return found


def _held(asked, known):
    """A limit or a level has no progress and no pace; of a flow the limit is projected."""
    found = dict.fromkeys(("progress", "expected", "pace"), NOTHING)
    elapsed = asked.elapsed(known.day)
    limit_of_flow = asked.kind == "limit" and asked.case.kind == "flow"
    if elapsed is not None:
        found["elapsed"] = Draws([100 * elapsed], optional=not limit_of_flow)
        if limit_of_flow:
            found["projected"] = Draws([asked.projected(v, b, known.day) for v, b in known.real])
    return found


def _path(asked, known):
    if known.broken:
        return dict.fromkeys(("progress", "pace", "projected"), NOTHING)
    if asked.case.method != "linear":
        return _by_another_method(asked, known)
    found = {}
    elapsed = asked.elapsed(known.day)
    no_way = asked.base is not None and asked.base.holds(asked.goal)
    if elapsed is not None:
        found["elapsed"] = Draws([100 * elapsed])
    if asked.base is None:
        found["progress"] = found["projected"] = NOTHING
    elif no_way:
        found["progress"] = found["pace"] = NOTHING
    else:
        found["progress"] = Draws([100 * asked.progress(v, b) for v, b in known.real])
        if elapsed is not None:
            found["projected"] = Draws([asked.projected(v, b, known.day) for v, b in known.real])
    if not asked.leads(known.day):
        found["expected"] = found["pace"] = NOTHING
    elif not no_way:
        found["expected"] = Draws([asked.expected(b, known.day) for _, b in known.real])
        found |= _pace(asked, known)
    return found


def _by_another_method(asked, known):
    """Progress and pace alone; the other columns are not looked at."""
    measured = all(asked.measures(v, b) for v, b in known.real)
    if asked.case.method == "attainment" and asked.better == "lower" and 0 in known.values:
        return {}
    if asked.case.method == "attainment" and not measured:
        return {"progress": NOTHING, "pace": NOTHING}
    no_way = asked.base is not None and asked.base.holds(asked.goal)
    if asked.case.method == "cagr" and (asked.base is None or no_way):
        return {"progress": NOTHING, "pace": NOTHING}
    found = {"progress": Draws([100 * asked.progress(v, b) for v, b in known.real])}
    if not measured or asked.elapsed(known.day) is None:
        return found | {"pace": NOTHING}
    paces = [asked.pace(v, b, known.day) for v, b in known.real]
    if asked.case.method == "cagr":  # of a rate beyond a million, that is all that is said
        if min(paces) > A_MILLION or max(paces) < -A_MILLION:
            return found
        paces = [pace if abs(pace) <= A_MILLION else pace * ENDLESS for pace in paces]
    return found | {"pace": Draws(paces)}


def _pace(asked, known):
    paces = [asked.pace(v, b, known.day) for v, b in known.real]
    if all(pace is None for pace in paces):
        return {"pace": NOTHING}
    if None in paces:
        return {}
    ahead = all(asked.at_or_better(v, asked.expected(b, known.day)) for v, b in known.real)
    return {"pace": Draws(paces, optional=asked.base is None and ahead)}


def _left(asked, known):
    """What remains, and what that is a month."""
    if known.real:
        numbers = [asked.remaining(v) for v in known.values]
    elif known.day is None and asked.base is not None:
        numbers = [asked.remaining(b) for b in asked.base.draws()]
    else:
        numbers = []
    if known.day is not None and not known.real and asked.start is not None:
        return {"required_per_month": NOTHING}
    found = {"remaining": Draws(numbers) if numbers else NOTHING, "required_per_month": NOTHING}
    case = asked.case
    if not numbers or case.due is None or asked.kind == "limit":
        return found
    months = (case.due - case.as_of).days / MONTH
    if months >= 1:
        settled = asked.kind != "path" or any(asked.reaches(v) for v, _ in known.whole)
        found["required_per_month"] = Draws([number / months for number in numbers], optional=settled)
    return found
