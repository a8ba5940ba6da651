"""A whole text against data: the report that comes with the program, retold in three languages."""

import re
from itertools import combinations
from pathlib import Path

import pytest

import edureport
from edureport.audit.audit import audit
from edureport.audit.findings import Verdict
from edureport.model.quantity import Bound
from edureport.prose import read
from edureport.prose.figures.figure import FigureKind
from edureport.prose.relations.relation import Consistency as Follows

LANGUAGES = ("kk", "ru", "en")
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
# Changed numbers that certainly contradict; the words around the others are not all those of the data.
CERTAIN = {"kk": 28, "ru": 16, "en": 18}
TOTAL = "schools"  # 250 + 50 against more than 300
FIGURES = [
    "schools", "schools/state", "schools/private", "pupils", "schools_with_new_rooms",
    "schools_with_renewed_it", "teachers_trained", "computer_classrooms", "digital_literacy_pupils",
    "e_journal_schools", "olympiad_winners", "science_project_pupils", "special_rooms", "sensory_rooms",
    "sports_grounds", "schools_with_renewed_arts_rooms", "events", "stem_centres_2025",
    "digital_school_projects_2025",
]  # fmt: skip


@pytest.fixture(scope="module")
def source():
    return edureport.load("data/report_2025q3.yaml")


def text_in(language):
    return (EXAMPLES / f"nine-months.{language}.txt").read_text(encoding="utf-8")


def key_of(finding):
    candidate = finding.candidate
    if candidate is None:
        return None
    if candidate.target:
        return candidate.target.key
    member = f"/{candidate.category.member}" if candidate.category else ""
    return candidate.indicator.key + member


def verdicts(text, language, source):
    found = audit(read(text, language), [source]).findings
    return {key_of(finding): finding.judged.verdict for finding in found if finding.judged}


def source_bound(source, key):
    """The bound that the data give the thing with this key."""
    if key in source.targets:
        return source.targets[key].quantity.bound
    key, _, member = key.partition("/")
    figures = [figure for figure in source[key].observations if not member or figure.category]
    return next(figure.quantity.bound for figure in figures if not member or figure.category.member == member)


def digits(text, language):
    """Where the digits of the figures stand, in order."""
    figures = [figure for figure in read(text, language).figures if figure.states and not figure.all]
    found = [re.compile(r"\d+(,\d+)?").search(text, figure.start) for figure in figures]
    return [match.span() for match in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_found_and_confirmed(source, language):
    findings = audit(read(text_in(language), language), [source]).findings
    stating = [finding for finding in findings if finding.figure.states]
    assert [key_of(finding) for finding in stating] == FIGURES
    assert {finding.judged.verdict for finding in stating} == {Verdict.CONFIRMED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plans_are_matched_with_targets_alone(source, language):
    findings = audit(read(text_in(language), language), [source]).findings
    plans = [finding for finding in findings if finding.figure.kind is FigureKind.TARGET]
    assert [key_of(finding) for finding in plans] == FIGURES[-2:]
    assert all(finding.candidate.target for finding in plans)
    facts = [finding for finding in findings if finding.candidate and finding not in plans]
    assert not any(finding.candidate.target for finding in facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_states_nothing_is_left_alone(source, language):
    findings = audit(read(text_in(language), language), [source]).findings
    others = [finding for finding in findings if not finding.figure.states]
    assert others
    assert {finding.figure.kind for finding in others} <= {
        FigureKind.DATE,
        FigureKind.ORDINAL,
    }
    assert not any(finding.judged or finding.candidate for finding in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_that_miss_their_total_are_told(source, language):
    findings = audit(read(text_in(language), language), [source]).findings
    broken = [finding for finding in findings if finding.inconsistency]
    assert [key_of(finding) for finding in broken] == [TOTAL]
    assert broken[0].inconsistent
    assert broken[0].inconsistency.verdict is Follows.DOES_NOT_FOLLOW
    assert str(broken[0].inconsistency.computed) == "300"


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_one_number_that_is_changed_is_found(source, language):
    text = text_in(language)
    places = digits(text, language)
    assert len(places) == 18  # one figure says «all»
    certain = 0
    for first, last in places:
        old = text[first:last]
        number = int(old.replace(",", ""))
        tried = {number + 1, 7, number * 10, 45} if language == "kk" else {number + 1, 7}
        for new in tried - {number}:
            found = verdicts(f"{text[:first]}{new}{text[last:]}", language, source)
            off = {key: verdict for key, verdict in found.items() if verdict is not Verdict.CONFIRMED}
            assert len(off) == 1, (old, new, off)
            # "More than 301" and "more than 300" can both be true.
            bounded = source_bound(source, *off) is not Bound.EXACT
            verdict = off.popitem()[1]
            assert (verdict is Verdict.POSSIBLE) == bounded
            certain += verdict is Verdict.CONTRADICTED
    assert certain >= CERTAIN[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_two_numbers_that_are_swapped_are_found(source, language):
    text = text_in(language)
    tried = 0
    pairs = list(combinations(digits(text, language), 2))[:: 3 if language == "kk" else 10]
    for (a, b), (c, d) in pairs:  # most of them in the source's language
        if text[a:b] != text[c:d]:
            swapped = text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
            found = verdicts(swapped, language, source)
            off = [key for key, verdict in found.items() if verdict is not Verdict.CONFIRMED]
            assert len(off) >= 2, (text[a:b], text[c:d], off)
            tried += 1
    assert tried > 0.8 * len(pairs)


def test_a_changed_bound_is_found(source):
    text = text_in("en").replace("more than 300 general", "300 general")
    assert verdicts(text, "en", source)["schools"] is Verdict.CONTRADICTED
    text = text_in("en").replace("are 30 new sports", "are more than 30 new sports")
    assert verdicts(text, "en", source)["sports_grounds"] is Verdict.CONTRADICTED
    text = text_in("en").replace("are 30 new sports", "are at least 30 new sports")
    assert verdicts(text, "en", source)["sports_grounds"] is Verdict.POSSIBLE


def test_without_data_figures_are_read_and_not_judged():
    findings = audit(read(text_in("en"), "en"), []).findings
    assert not any(finding.judged for finding in findings)
    assert [finding.inconsistency is not None for finding in findings].count(True) == 1


def test_a_text_on_a_period_that_the_data_do_not_know_is_compared_with_nothing(source):
    text = text_in("en").replace("2025", "2031")
    title = "Report for the first nine months of 2031\n\n"
    found = audit(read(title + text, "en"), [source]).findings
    assert {finding.judged.verdict for finding in found if finding.judged} == {Verdict.NOT_IN_DATA}
