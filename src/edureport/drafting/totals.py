"""Totals: the indicator that a text means by "all schools"."""

from collections.abc import Iterable, Mapping, Sequence

from edureport.drafting.draft import DraftIndicator, Remark


def link_totals(entries: Iterable[DraftIndicator], claims: Mapping[str, DraftIndicator]) -> None:
    """Link each "all schools" to the indicator that counts all of them."""
    counted = [entry for entry in entries if entry.value and not entry.unnamed and entry.key not in claims]
    units = {entry.unit for entry in claims.values()}
    totals = {unit: _total([one for one in counted if one.unit == unit]) for unit in units}
    for entry in claims.values():
        total = totals[entry.unit]
        if total is None:
            entry.remark(Remark.NO_TOTAL)
        else:
            entry.value = f"all of {total.key}"
            entry.remark(Remark.TOTAL, key=total.key)


def _total(same: Sequence[DraftIndicator]) -> DraftIndicator | None:
    """Which of these counts all of their unit: it has parts, or is called a number of things."""
    divided = [entry for entry in same if entry.parts]
    called = [entry for entry in same if entry.totals]
    return next(iter((*divided, *called)), None)
