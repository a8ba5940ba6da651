"""Reports of the City of Examples, and the sentences of their document."""

import re
from contextlib import chdir

import pytest

HEAD = """\
edureport: 1
report:
  id: examples-{year}
  organisation: {{kk: Мысал қаласы, ru: Город Примеров, en: City of Examples}}
  period: {period}
  language: ru
units:
  school: {{kk: мектеп, ru: {{one: школа, few: школы, many: школ}}, en: {{one: school, other: schools}}}}
  pupil: {{kk: оқушы, ru: {{one: ученик, few: ученика, many: учеников}}, en: {{one: pupil, other: pupils}}}}
  money: {{kk: мың теңге, ru: тыс. тенге, en: thousand tenge}}
  percent: {{kk: "%", ru: "%", en: "%"}}
indicators:
"""
SCHOOLS = """\
  schools:
    label: {{kk: Жаңа мектептер, ru: Новые школы, en: New schools}}
    unit: school
    kind: {kind}
    value: {value}
    note: {{ru: новые школы, kk: жаңа мектептер, en: new schools}}
"""


@pytest.fixture
def report(tmp_path):
    """`report("2025", indicators)`: the path of a report on a period with these indicators."""

    def write(period, indicators, name="report"):
        path = tmp_path / f"{name}.yaml"
        year = re.match(r"\d+", period)[0]
        path.write_text(HEAD.format(year=year, period=period) + indicators, encoding="utf-8")
        return path

    return write


@pytest.fixture
def document(run, tmp_path):
    """`document("ru", path, …)`: the Markdown of a document."""

    def write(language, *arguments):
        with chdir(tmp_path):
            done = run("document", "-l", language, *arguments)
        assert done.code == 0, done.errors
        return done.text.replace("\u00a0", " ")

    return write


@pytest.fixture
def said(document):
    """`said("ru", path, …)`: the first paragraph under the first heading that is no title."""

    def find(language, *arguments):
        return document(language, *arguments).split("\n## ")[1].split("\n\n")[1]

    return find
