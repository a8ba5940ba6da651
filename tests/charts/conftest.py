"""A report with a figure of every bound, over several periods, with targets; no such city exists."""

import pytest

from edureport.model.library import Library
from edureport.reading.load import load_all

REPORT = """\
edureport: 1
report: {id: examples-2025, organisation: City of Examples, period: 2025-9M, language: en}
units:
  school: {en: {one: school, other: schools}}
  room: {en: {one: room, other: rooms}}
  percent: "%"
sections: {network: School network, results: Results}
indicators:
  schools:
    label: Schools
    section: network
    unit: school
    kind: stock
    value: more than 300
    breakdown:
      ownership: {label: Ownership, complete: true, members: {state: {label: State, value: 250},
        private: {label: Private, value: 50}}}
      size: {label: Size, members: {small: {label: Small, value: about 100}, large: {label: Large, value: 20},
        closed: {label: Closed}}}
    earlier: {2023: 280, 2024: 290}
  new_schools: {label: New schools, section: network, unit: school, kind: flow, value: 12,
    earlier: {2024: 14, 2024-9M: 9}}
  rooms: {label: Rooms, section: network, unit: room, kind: stock}
  coverage: {label: Coverage, section: results, unit: percent, kind: ratio, value: 71.25, better: higher,
    earlier: {2023: 60, 2024: 65.5}}
targets:
  built: {label: To be built, indicator: new_schools, value: 20, due: 2025-12-31}
  covered: {label: To be covered, indicator: coverage, value: 70, due: 2025-12-31,
    baseline: {value: 60, date: 2023-12-31}}
  roomy: {label: Rooms to come, indicator: rooms, value: 5, due: 2025-12-31}
"""


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("charts") / "report.yaml"
    path.write_text(REPORT, encoding="utf-8")
    return Library.of(load_all([str(path)]))


@pytest.fixture(scope="session")
def report(library):
    return library.latest
