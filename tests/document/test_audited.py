"""What `audit` says of a document against its own data: it accuses nothing that `check` does not find."""

import io
import random
from collections import Counter

import pytest

from edureport import checks, prose
from edureport.audit.audit import audit
from edureport.audit.verdicts import Verdict
from edureport.document.compose import compose
from edureport.document.material import material
from edureport.document.template import template
from edureport.formats import DOCUMENTS, Style, writer
from edureport.model.library import Library
from edureport.reading.load import load_all
from edureport.reading.locate import locate
from edureport.reading.text_file import load_text

from .conftest import HEAD

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
EVERY = [(path, language) for path, spoken in REPORTS.items() for language in spoken]


def audited(path, reports, language):
    """The findings on a document, those on its sentences first, then those on its tables."""
    document = load_text(str(path))
    reading = prose.read(document.prose, language)
    found = [one for one in audit(reading, reports).findings if one.judged]
    cells = [one for one in found if document.block(one.figure.start).kind == "cell"]
    return [one for one in found if one not in cells], cells


def accused(findings):
    """The indicators of figures that the data or the rest of the document contradict, surely or likely.

    None of a figure that is about nothing that the data are known to have.
    """
    return {one.candidate and one.candidate.indicator.key for one in findings if one.certainty is not None}


def doubted(reports):
    """The indicators that a check finds something about; with None, if there are any."""
    found = {finding.indicator for finding in checks.findings(reports)}
    return {*found, None} if found else found


@pytest.mark.parametrize("form", ["docx", "md"])
@pytest.mark.parametrize(("path", "language"), EVERY)
def test_nothing_is_accused_that_no_check_finds(run, tmp_path, path, language, form):
    out = tmp_path / f"report.{form}"
    assert run("document", path, "-l", language, "-o", out).code == 0
    reports = load_all(locate([path], {}).paths)
    findings = [one for part in audited(out, reports, language) for one in part]
    assert accused(findings) <= doubted(reports)


@pytest.mark.parametrize("language", EVERYWHERE)
def test_the_sentences_of_the_source_report_are_confirmed(run, tmp_path, language):
    out = tmp_path / "report.md"
    run("document", "data/report_2025q3.yaml", "-l", language, "-o", out)
    sentences, _ = audited(out, load_all(["data/report_2025q3.yaml"]), language)
    verdicts = Counter(one.judged.verdict for one in sentences)
    assert verdicts[Verdict.CONFIRMED] + verdicts[Verdict.POSSIBLE] >= 18  # of 19
    assert verdicts[Verdict.CONTRADICTED] == 0


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
    for number, place in enumerate(chance.sample(range(len(LABELS)), 3)):
        (unit, kk, ru, en), *members = LABELS[place]
        low, high = chance.randint(2, 400), chance.randint(2, 400)
        whole = chance.choice((low + high, low + high, chance.randint(5, 900)))
        text += f"  i{place}:\n    label: {{kk: '{kk}', ru: '{ru}', en: '{en}'}}\n"
        text += f"    unit: {unit}\n    kind: {chance.choice(('stock', 'flow')) if number else 'stock'}\n"
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
def test_nothing_is_accused_in_documents_on_random_reports(tmp_path, language):
    chance = random.Random(20260101)
    style, confirmed = Style("markdown", language), Counter()
    for _ in range(12):
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
        sentences, cells = audited(out, reports, language)
        assert accused([*sentences, *cells]) <= doubted(reports), text.getvalue()
        confirmed.update(one.judged.verdict for one in sentences)
    right = confirmed[Verdict.CONFIRMED] + confirmed[Verdict.POSSIBLE]
    assert right > 0.75 * confirmed.total(), confirmed
