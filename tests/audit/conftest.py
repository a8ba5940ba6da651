"""What the tests of the audit share: data made up in a few lines, and a text against them."""

import pytest
from reported import read_report

from edureport.audit.audit import audit
from edureport.prose import read

DATA = """\
edureport: 1
report: {id: riverside-2025, organisation: {en: Town of Riverside (invented), kk: Өзен қаласы (ойдан)}, \
period: 2025-9M, language: en}
units:
  school: {en: {one: school, other: schools}, ru: {one: школа, few: школы, many: школ}, kk: мектеп}
  pupil: {en: {one: pupil, other: pupils}, ru: {one: ученик, few: ученика, many: учеников}, kk: оқушы}
  percent: {en: '%', ru: '%', kk: '%'}
sections: {network: {en: Network, ru: Сеть, kk: Желі}}
indicators:
  schools:
    label: {en: Schools, ru: Школы, kk: Мектептер}
    unit: school
    kind: stock
    value: 42
    breakdown:
      place:
        complete: true
        members:
          urban: {label: {en: Urban schools, ru: Городские школы, kk: Қала мектептері}, value: 30}
          rural: {label: {en: Rural schools, ru: Сельские школы, kk: Ауыл мектептері}, value: 12}
    earlier: {2024-9M: 40}
  repaired:
    label: {en: Repaired schools, ru: Отремонтированные школы, kk: Жөнделген мектептер}
    unit: school
    kind: flow
    value: 12
  pupils:
    label: {en: Pupils, ru: Ученики, kk: Оқушылар}
    unit: pupil
    kind: stock
    value: more than 9 000
  swimmers:
    label: {en: Pupils who learned to swim, ru: 'Ученики, научившиеся плавать', kk: Жүзуді үйренген оқушылар}
    unit: pupil
    kind: flow
    value: 1 234
  meals:
    label: {en: Share of pupils with hot meals, ru: 'Доля учеников с горячим питанием', \
kk: Ыстық тамақпен қамтылған оқушылар үлесі}
    unit: percent
    kind: ratio
    value: 64.23
targets:
  repaired_2025:
    label: {en: Schools to be repaired, ru: Отремонтировать школы, kk: Жөнделетін мектептер}
    indicator: repaired
    value: 20
    due: 2025-12-31
"""


@pytest.fixture(scope="session")
def riverside():
    """A report made up for tests: figures that resemble each other."""
    return read_report(DATA.encode(), "riverside.yaml")


@pytest.fixture
def judged(riverside):
    """`judged(text, language)`: what each figure of the text is about, and its verdict."""

    def judge(text, language="en"):
        found = audit(read(text, language), [riverside]).findings
        return [_row(finding) for finding in found if finding.judged]

    return judge


def _row(finding):
    key, candidate = None, finding.candidate
    if candidate:
        key = candidate.target.key if candidate.target else candidate.indicator.key
        key += f"/{candidate.category.member}" if candidate.category else ""
    return finding.figure.words, key, finding.judged.verdict.value
