"""Layout: whatever stands in a text, its draft loads as a report and says the same."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reported import read_report

from edureport.drafting.layout import write
from edureport.drafting.names import PLAIN, WIDTH
from edureport.languages import catalogue

PIECES = [
    "There are 40 schools", "more than 300 pupils", "of which 12 are private", "28 (7.5%)", "all schools",
    "by 5%", "from 3 to 7", "hundreds of", "in 2024", "about 3.2 billion tenge", "plans to open 5 parks",
    "300..200", "1e999", "010", "12:30", "-5", "~", "no", "null", "<<: *a", "&a", "!!str x", "a: b", " #c",
    "- d", "? e", "{f", "[g", "%h", "@i", "`j`", "'", '"', "\\", "|", ">", "---", "...", "\n", "\n\n", "\r",
    "\t", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe", "\ud800", "😀", "и\u0306",
    "мeктеп 5", "STEMдік 7 орталық", "№ 8", ". ", ", ", "; ", " – ", "«", "»", "(", ")", "x" * 300, "9" * 40,
]  # fmt: skip


@given(
    text=st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    language=st.sampled_from(["en", "ru", "kk"]),
)
@settings(max_examples=150)
@example(text="5: a #b\n- 6 'c' \"d\"", language="en")
@example(text="No: 5", language="en")
@example(text="с\u0130редних – 21, школ 12", language="ru")
def test_any_text_makes_a_file_that_loads_and_says_the_same(drafted, text, language):
    draft, written, _, report, completed = drafted(text, language)
    assert sum(draft.counts().values()) == draft.figures
    assert list(report.indicators) == [entry.key for entry in draft.entries]
    for entry in draft.entries:
        indicator = report[entry.key]
        assert indicator.label.texts == {language: entry.label}
        if indicator.observation is not None:
            assert indicator.observation.as_written == entry.as_written
    assert list(report.targets) == [target.key for target in draft.targets]
    # Other programs that read YAML take the names for the same.
    assert list(yaml.safe_load(completed)["indicators"]) == list(report.indicators)
    # As it stands the file has what has a label, and nothing that refers to something else.
    named = [entry.key for entry in draft.entries if not entry.unnamed]
    as_it_stands = read_report(written.encode(), "draft.yaml")
    assert list(as_it_stands.indicators) == named
    assert len(as_it_stands.targets) == draft.counts()["targets"]


@given(text=st.text(max_size=200))
@settings(max_examples=100)
def test_any_characters_make_a_file_that_loads(drafted, text):
    found = drafted(f"There are 40 schools {text} and 5 parks", "en")
    assert len(found.report) + found.draft.counts()["left"] > 0


def test_lines_are_no_wider_than_a_screen(drafted):
    words = (
        "very long words that go on and on about schools and parks and everything that can be counted " * 4
    )
    found = drafted(f"There are 40 schools with {words}. And there are 9 {words}.", "en")
    assert max(map(len, found.text.splitlines())) <= WIDTH


def test_the_sentence_stands_above_its_figures_once(drafted):
    found = drafted("Opened: 40 schools and 9 parks. There are 7 rivers.", "en")
    assert found.text.count("# Opened: 40 schools and 9 parks.") == 1
    assert found.text.count("# There are 7 rivers.") == 1


def test_a_very_long_sentence_is_cut_in_the_comment_only(drafted):
    found = drafted("There are 40 schools and " + "word " * 1000 + ".", "en")
    assert " …\n" in found.text
    assert len(found.text) < 3000
    assert [str(indicator.value) for indicator in found.report.indicators.values()] == ["40"]


def test_many_figures_are_as_many_entries(drafted):
    text = "".join(
        f"There are {number} schools in the district of Name{number}.\n\n" for number in range(1, 301)
    )
    found = drafted(text, "en")
    assert found.draft.counts()["indicators"] == len(found.report) == 300
    assert len({indicator.label.in_language("en") for indicator in found.report.indicators.values()}) == 300


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\u202e", "\u2066", "\x9b"])
def test_signs_that_a_terminal_obeys_never_get_through(drafted, sign):
    found = drafted(f"There are 40 {sign}schools.", "en", organisation=f"A{sign}B", identifier=f"c{sign}d")
    assert sign not in found.text


def test_three_decimals_are_told_from_thousands_by_the_precision(drafted):
    found = drafted("В городе озеленено 5,125 га.", "ru")
    assert "    precision: 0.001\n" in found.text
    assert str(next(iter(found.report.indicators.values())).value) == "5.125"


@given(st.lists(st.sampled_from(["a", "no", "Б", "null", *"1_-–,.%()…«»:#'\"& "])).map("".join))
@settings(max_examples=300)
@example("no")  # without quotes it is no text
@example("a ")
@example("a - b")
@example("1_000")  # a number
@example("1 000")
@example("no_1")
@example("No")
@example("label")
@example("9-months.ru")
@example("1e5")
@example("«a … 12»")
@example("a … (12) «no»")
@example("да")
def test_what_pyyaml_is_not_asked_about_is_what_it_writes(text):
    if PLAIN.fullmatch(text):
        assert yaml.dump({"ru": text}, Dumper=yaml.SafeDumper, allow_unicode=True) == f"ru: {text}\n"


def test_what_has_no_label_stands_in_comments_with_its_target_and_not_as_a_total(drafted):
    text = "Учебу начнут 40 детей, из них 12 – в селах. В городе 9 школ."
    found = drafted(text, "ru")
    named = [entry.key for entry in found.draft.entries if not entry.unnamed]
    as_it_stands = read_report(found.text.encode(), "draft.yaml")
    assert list(as_it_stands.indicators) == named != [entry.key for entry in found.draft.entries]
    assert not as_it_stands.targets
    assert len(found.report.targets) == 2


def test_a_file_with_no_label_at_all_says_how_to_go_on(drafted):
    found = drafted("The council failed to repair 30 libraries.", "en")
    assert not read_report(found.text.encode(), "draft.yaml").indicators
    assert "remove “{}” here" in found.text
    assert len(found.report.indicators) == 1


def test_a_breakdown_is_complete_only_with_all_its_parts(drafted):
    draft = drafted("The town has 40 schools, of which 28 are state and 12 are private.", "en").draft
    [schools] = draft.entries
    [parts] = schools.parts
    assert parts.complete
    state, private = parts.members
    schools.parts = [parts._replace(members=[state, private._replace(unnamed=True)])]
    written = write(draft, catalogue.load("en").say, lambda _: "to be completed").text
    [as_it_stands] = read_report(written.encode(), "draft.yaml")["schools"].breakdowns.values()
    assert (list(as_it_stands.members), as_it_stands.complete) == (["state"], False)
    assert "        # complete: true\n" in written
