"""Findings in tables: each in the report of its own organisation and period, at its cell."""

from edureport.checks import findings
from edureport.errors import FOUND
from edureport.reading.load import load_all

DESCRIBED = """\
edureport: 1
report: {id: made-up, language: en}
units: {school: schools}
indicators: {schools: {label: Schools, unit: school, kind: stock}}
tables:
  - file: table.csv
    organisation: City
    indicator: {constant: schools}
    period: Year
    value: Value
    dimensions: {owner: {column: Owner, total: All, complete: yes}}
"""
TABLE = """\
City,Year,Owner,Value
Eastville,2023,All,10
Eastville,2023,state,5
Eastville,2023,private,4
Eastville,2024,All,9
Eastville,2024,state,5
Eastville,2024,private,4
Westville,2024,All,7
Westville,2024,state,4
Westville,2024,private,3
"""


def test_a_finding_is_in_the_report_of_its_organisation_and_period(tmp_path, run):
    path = tmp_path / "described.yaml"
    path.write_text(DESCRIBED, encoding="utf-8")
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    (found,) = findings(load_all([str(path)]))
    assert (found.report.organisation.in_language("en"), str(found.report.period)[:4]) == (
        "Eastville",
        "2023",
    )
    assert str(found.place) == f"{tmp_path}/table.csv:2:4"
    done = run("check", str(path), "-f", "csv", "--columns", "organisation,line,column")
    assert done.text.splitlines()[1:] == ["eastville,2,4"]
    assert done.code == FOUND
