"""A few thousand random cases in every run; `run.py` tries as many as you like."""

import program
from batches import TURNS, batch

MET = {
    "limit": "kept, not_kept, over, on_track, off_track, missed_at_worst, too_wide, open_at_due, "
    "nothing_for_due, no_data",
    "level": "kept, not_kept, on_track, regressing, nothing_for_due, no_data",
    "path": "reached, not_kept, on_track, behind, off_track, regressing, too_wide, off_track_at_worst, "
    "open_at_due, nothing_for_due, no_plan, no_start, no_due, no_data, planned_on_track, planned_behind, "
    "planned_off_track, planned_regressing",
}


def test_what_is_printed_holds_the_true_values():
    counts, findings = batch(("c", 0, 48, TURNS))
    assert not findings, "\n\n".join(text for _, text in findings[:5])
    assert not [
        f"{kind} {way}" for kind in MET for way in MET[kind].split(", ") if not counts[f"{kind} {way}"]
    ]


def test_what_was_certainly_added_over_a_gap_counts():
    """Under 2 by November and over 2 by December are two more in December; a case that a long run found."""
    report = (
        "edureport: 1\n"
        "report: {id: r, organisation: City of Examples, period: 2024, language: en}\n"
        "units: {school: schools}\n"
        "indicators:\n"
        "  x: {label: X, unit: school, kind: flow, value: more than 2, earlier: {2024-11M: nearly 2}}\n"
        "targets:\n"
        "  t: {label: T, indicator: x, value: 6, due: 2024-12-31, baseline: {value: 4, date: 2024-09-30}}\n"
    )
    with program.folder() as folder:
        (row,) = program.rows(folder, {"r.yaml": report}, "targets", "--columns", "status,actual_low")
    assert row == {"status": "achieved", "actual_low": 4}
