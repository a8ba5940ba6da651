"""Input to measure with, all of it made up: a report of many observations, a journal as long."""

from collections.abc import Iterator
from pathlib import Path

GROUP = 100  # observations of one indicator: its total and 99 parts
ACCOUNTS = 1_000  # of the journal

_HEAD = """\
edureport: 1
report:
  id: made-up
  organisation: Made-up Education Department
  period: 2025-9M
  language: en
units:
  pupil: {en: {one: pupil, other: pupils}}
sections:
  all: All indicators
indicators:
"""
_INDICATOR = """\
  indicator_{number}:
    label: Indicator {number}
    section: all
    unit: pupil
    kind: stock
    value: {value}
"""
_BREAKDOWN = """\
    breakdown:
      district:
        label: District
        complete: true
        members:
"""
_MEMBER = "          district_{part}: {{label: District {part}, value: {value}}}\n"
_LABELLED = """\
  indicator_{number}:
    label: {{en: Indicator {number}, ru: Показатель {number}, kk: Көрсеткіш {number}}}
    section: all
    unit: pupil
    kind: stock
    value: {value}
    note: A note on the indicator {number}, as an analyst writes one
"""
_SHORT_HEAD = """\
edureport: 1
report:
  id: made-up-{body}-{year}
  organisation: {{id: body-{body}, en: Made-up Body {body}, ru: Выдуманный орган {body}}}
  period: {year}-9M
  language: en
units:
  pupil: {{en: {{one: pupil, other: pupils}}}}
sections:
  all: All indicators
indicators:
"""
_SHORT_INDICATOR = """\
  indicator_{place}:
    label: {{en: Indicator {place}, ru: Показатель {place}, kk: Көрсеткіш {place}}}
    section: all
    unit: pupil
    kind: stock
    value: {value}
    as_written: {value} pupils
"""
_TRANSACTION = """\
2025-{month:02}-{day:02} Made-up entry {number}
    Made-up:Indicator {account}    {amount}
    Made-up:Equity

"""


def report(path: Path, observations: int) -> Path:
    """Write a valid report of so many observations to `path`; its parts add up to their totals."""
    return _write(path, _report(observations))


def labelled(path: Path, indicators: int) -> Path:
    """Write a valid report of so many indicators with labels in three languages and a note to `path`."""
    return _write(path, _labelled(indicators))


def journal(path: Path, transactions: int) -> Path:
    """Write a journal of so many transactions, two postings each, to `path`."""
    return _write(path, _journal(transactions))


def folder(path: Path, reports: int, indicators: int) -> Path:
    """Write so many valid reports of so many indicators into the folder `path`: ten years of each body."""
    path.mkdir()
    for number in range(reports):
        _write(path / f"{number:05}.yaml", _short_report(number, indicators))
    return path


def _short_report(number: int, indicators: int) -> Iterator[str]:
    body, year = divmod(number, 10)
    yield _SHORT_HEAD.format(body=body, year=2015 + year)
    for place in range(indicators):
        yield _SHORT_INDICATOR.format(place=place, value=1000 + (number * 7 + place * 13) % 977)


def _write(path: Path, pieces: Iterator[str]) -> Path:
    """Write piece by piece, because memory of this process counts as its children's; see measure."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(pieces)
    return path


def _labelled(indicators: int) -> Iterator[str]:
    yield _HEAD
    for number in range(indicators):
        yield _LABELLED.format(number=number, value=10 + number % 90)


def _report(observations: int) -> Iterator[str]:
    yield _HEAD
    for number, first in enumerate(range(0, observations, GROUP), 1):
        values = [10 + (number + part) % 90 for part in range(1, min(GROUP, observations - first))]
        yield _INDICATOR.format(number=number, value=sum(values) or number)
        if values:
            yield _BREAKDOWN
        for part, value in enumerate(values, 1):
            yield _MEMBER.format(part=part, value=value)


def _journal(transactions: int) -> Iterator[str]:
    for number in range(transactions):
        yield _TRANSACTION.format(
            month=number % 9 + 1,
            day=number % 28 + 1,
            number=number,
            account=number % ACCOUNTS + 1,
            amount=number % 90 + 10,
        )
