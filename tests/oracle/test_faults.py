"""The places of the planted faults are there, and the oracle finds some of them in every run."""

import pytest
from batches import batch
from faults import SOURCE
from planted import FAULTS, planted


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_place_of_a_fault_is_there_once(fault):
    assert planted(fault, (SOURCE / fault.module).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("place", "wrong", "kind"),
    [
        ("edureport.analysis.verdict._BELOW", {}, "targets"),
        ("edureport.analysis.progress.latest", lambda series, *_: series[-1] if series else None, "targets"),
        ("edureport.languages.values.PACE_THRESHOLDS", (), "targets"),
        ("edureport.model.period.Period.as_long_as", lambda *_: True, "changes"),
        ("edureport.analysis.change._known", lambda found: found, "changes"),
    ],
)
def test_a_fault_is_found(monkeypatch, place, wrong, kind):
    monkeypatch.setattr(place, wrong)
    assert any(batch(("faults", number, number + 1, (kind,)))[1] for number in range(15))
