"""What `audit` says of a document against its own data: all is confirmed, and only checks find anything."""

import io
import random

import pytest

from edureport import checks, prose
from edureport.audit.audit import audit
from edureport.audit.findings import Verdict
from edureport.document.compose import compose
from edureport.document.material import material
from edureport.document.template import template
from edureport.formats import DOCUMENTS, Style, writer
from edureport.model.library import Library
from edureport.prose.cells import TextCell
from edureport.reading.load import load_all
from edureport.reading.locate import locate
from edureport.reading.text_file import load_text

from .conftest import HEAD
from .page_text import page_text

EVERYWHERE = ("kk", "ru", "en")
REPORTS = {  # with the languages that they have labels in
    "data/report_2025q3.yaml": EVERYWHERE,
    "examples/astana": EVERYWHERE,
    "examples/shymkent-grade-1": EVERYWHERE,
    "examples/shymkent-sdg4.yaml": EVERYWHERE,
    "docs/examples/riverside-2025-9m.yaml": ("en",),
    "docs/examples/district": ("en",),
    "docs/examples/worked-targets.yaml": ("en",),
    "docs/examples/worked-counts.yaml": ("en",),
}
# The formats take turns, so that each is met in every language.
EVERY = [
    (path, language, ("docx", "md", "html")[(first + second) % 3])
    for first, (path, spoken) in enumerate(REPORTS.items())
    for second, language in enumerate(spoken)
]


def audited(path, reports, language):
    """The verdicts on the figures of a document, each with the words around it."""
    document = load_text(str(path))
    reading = prose.read(document.prose, language, [TextCell(*one) for one in document.cells])
    judged = (one for one in audit(reading, reports).findings if one.judged)
    return [(one, document.text[max(0, one.figure.start - 60) : one.figure.end + 30]) for one in judged]


def unconfirmed(findings, doubted=frozenset()):
    """What the data do not confirm, with the words around it, but for indicators that a check doubts."""
    return [
        (words, one.judged.verdict.value, one.candidate and one.candidate.key)
        for one, words in findings
        if one.judged.verdict is not Verdict.CONFIRMED
        and not (one.candidate and one.candidate.indicator.key in doubted)
    ]


def accused(findings):
    """The indicators of figures that the data or the rest of the document contradict, surely or likely.

    None of a figure that is about nothing that the data are known to have.
    """
    return {one.candidate and one.candidate.indicator.key for one, _ in findings if one.certainty is not None}


def doubted(reports):
    """The indicators that a check finds something about; with None, if there are any."""
    found = {finding.indicator for finding in checks.findings(reports)}
    return {*found, None} if found else found


@pytest.mark.parametrize(("path", "language", "form"), EVERY)
def test_every_figure_of_a_document_is_confirmed(run, tmp_path, path, language, form):
    out = tmp_path / f"report.{form}"
    assert run("document", path, "-l", language, "--approval", "-o", out).code == 0
    if form == "html":
        text = page_text(out.read_text(encoding="utf-8"))
        out = tmp_path / "report.txt"
        out.write_text(text, encoding="utf-8")
    reports = load_all(locate([path], {}).paths)
    findings = audited(out, reports, language)
    assert unconfirmed(findings, doubted(reports)) == []
    assert accused(findings) <= doubted(reports)


LABELS = (  # made up: an indicator with its unit, and two parts of it
    (
        ("school", "Ауыл мектептері", "Сельские школы", "Village schools"),
        ("Шағын мектептер", "Малокомплектные школы", "Small schools"),
        ("Толық мектептер", "Полные школы", "Full schools"),
    ),
    (
        ("school", "Жөнделген мектептер", "Отремонтированные школы", "Repaired schools"),
        ("Күрделі жөнделгендер", "Капитально обновлённые", "Fully renovated ones"),
        ("Ағымдағы жөнделгендер", "Частично обновлённые", "Partly renovated ones"),
    ),
    (
        ("pupil", "Үйірме оқушылары", "Ученики кружков", "Pupils of clubs"),
        ("Шахматшылар", "Шахматисты", "Chess players"),
        ("Биші балалар", "Танцоры", "Dancers"),
    ),
    (
        (
            "pupil",
            "Асханада тамақтанатын оқушылар",
            "Ученики, питающиеся в столовой",
            "Pupils who eat in canteens",
        ),
        ("Тегін тамақтанатындар", "Питающиеся бесплатно", "Those who eat free"),
        ("Ақылы тамақтанатындар", "Питающиеся за плату", "Those who pay"),
    ),
)
BOUNDS = ("{}", "{}", "more than {}", "at least {}", "about {}", "less than {}", "nearly {}")


def random_report(chance, year):
    """The indicators of a report with random figures, some of whose parts do not add up."""
    text = HEAD.format(year=year, period=f"{year}-9M")
    for place in chance.sample(range(len(LABELS)), 3):
        (unit, kk, ru, en), *members = LABELS[place]
        low, high = chance.randint(2, 400), chance.randint(2, 400)
        whole = chance.choice((low + high, low + high, chance.randint(5, 900)))
        text += f"  i{place}:\n    label: {{kk: '{kk}', ru: '{ru}', en: '{en}'}}\n"
        text += f"    unit: {unit}\n    kind: {chance.choice(('stock', 'flow'))}\n"
        text += f"    value: {chance.choice(BOUNDS).format(whole)}\n"
        if chance.random() < 0.5:
            text += "    breakdown:\n      size:\n        complete: true\n        members:\n"
            for key, value, (kk, ru, en) in zip("ab", (low, high), members, strict=True):
                label = f"{{kk: {kk}, ru: {ru}, en: {en}}}"
                text += f"          {key}: {{label: {label}, value: {chance.choice(BOUNDS).format(value)}}}\n"
    if chance.random() < 0.5:
        key = text.rpartition("\n  i")[2][0]
        value = chance.randint(2, 900)
        text += (
            f"targets: {{t: {{label: {{ru: План}}, indicator: i{key}, value: {value}, due: {year}-12-31}}}}\n"
        )
    return text


@pytest.mark.parametrize("language", EVERYWHERE)
def test_every_figure_of_documents_on_random_reports_is_confirmed(tmp_path, language):
    chance = random.Random(20260101)
    style = Style("markdown", language)
    missed, found = [], 0
    for _ in range(6):
        paths = []
        for year in (2024, 2025):
            paths.append(tmp_path / f"{year}.yaml")
            paths[-1].write_text(random_report(chance, year), encoding="utf-8")
        reports = load_all([str(path) for path in paths])
        library = Library.of(reports)
        made = compose(material(library, frozenset(library.latest.indicators)), template(language))
        text = io.StringIO()
        writer("markdown", formats=DOCUMENTS).write(made, text, style)
        out = tmp_path / "report.md"
        out.write_text(text.getvalue(), encoding="utf-8")
        findings = audited(out, reports, language)
        assert accused(findings) <= doubted(reports), text.getvalue()
        missed += unconfirmed(findings, doubted(reports))
        found += len(findings)
    # A change of a figure that is only about known is a range, and one of those is at times not recognised.
    assert len(missed) < 0.01 * found, missed
