"""Annotations: each that a rule asks for is in the table of a language, and each in a table is asked for."""

import re
from pathlib import Path

import pytest

import edureport
from edureport.model.quantity import Bound
from edureport.prose import grammar
from edureport.prose.grammar.marks import ClauseMark, Family, Mark, Modifier, Slot, Split
from edureport.prose.grammar.time_marks import Month, TimeMark

SOURCE = Path(edureport.__file__).parent
RULES = [path for path in SOURCE.rglob("*.py") if "grammar" not in path.parts]
LANGUAGES = [grammar.load(code) for code in grammar.codes()]


def asked_for(enum):
    pattern = re.compile(rf"(?<!\w){enum.__name__}\.([A-Z_]+)")
    return {enum[name] for path in RULES for name in pattern.findall(path.read_text("utf-8"))}


TABLES = {
    Mark: [language.marks for language in LANGUAGES],
    TimeMark: [language.time_marks() for language in LANGUAGES],
    ClauseMark: [language.clause_marks() for language in LANGUAGES],
}


@pytest.mark.parametrize("enum", TABLES)
def test_every_annotation_is_in_a_lexicon_and_in_a_rule(enum):
    known = {tag for table in TABLES[enum] for tag in table if isinstance(tag, enum)}
    assert asked_for(enum) == known == set(enum)


def test_words_and_clauses_are_marked_by_other_names():
    assert not {mark.value for mark in Mark} & {mark.value for mark in ClauseMark}  # a Page holds them as one


def test_bounds_months_and_kinds_are_complete_where_whole_reports_are_read():
    for language in map(grammar.load, ("kk", "ru", "en")):
        bounds = {tag.bound for tag in language.marks if isinstance(tag, Modifier)}
        assert bounds == set(Bound) - {Bound.RANGE}
        slots = {tag.slot for tag in language.marks if isinstance(tag, Modifier)}
        assert (Slot.AFTER_ABLATIVE in slots) is language.head_final
        assert {tag.number for tag in language.time_marks() if isinstance(tag, Month)} == set(range(1, 13))
        assert {tag.family for tag in language.marks if isinstance(tag, Split)} == set(Family)


@pytest.mark.parametrize("language", LANGUAGES, ids=grammar.codes())
def test_no_phrase_stands_twice_under_one_annotation(language):
    for table in (language.marks, language.time_marks(), language.clause_marks()):
        for tag, text in table.items():
            phrases = [phrase.strip() for phrase in text.split(",")]
            assert all(phrases), tag
            assert len(set(phrases)) == len(phrases), tag
