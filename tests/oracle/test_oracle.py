"""A few thousand random cases in every run; `run.py` tries as many as you like."""

from batches import batch

MET = [
    "limit kept",
    "limit not_kept",
    "limit over",
    "limit on_track",
    "limit off_track",
    "limit missed_at_worst",
    "limit too_wide",
    "limit open_at_due",
    "limit nothing_for_due",
    "limit no_data",
    "level kept",
    "level not_kept",
    "level on_track",
    "level regressing",
    "level nothing_for_due",
    "level no_data",
    "path reached",
    "path not_kept",
    "path on_track",
    "path behind",
    "path off_track",
    "path regressing",
    "path too_wide",
    "path off_track_at_worst",
    "path open_at_due",
    "path nothing_for_due",
    "path no_plan",
    "path no_start",
    "path no_due",
    "path no_data",
    "path planned_on_track",
    "path planned_behind",
    "path planned_off_track",
    "path planned_regressing",
]


def test_what_is_printed_holds_the_true_values():
    counts, findings = batch(("tests", 0, 78))
    assert not findings, "\n\n".join(text for _, text in findings[:5])
    assert not [branch for branch in MET if not counts[branch]]
