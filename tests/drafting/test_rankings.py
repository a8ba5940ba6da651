"""Rankings: a numbered line gives its own name to its number, behind what the heading says is ranked."""

import pytest

TITLE = "Pupils per teacher, towns of Exampleland\n\nSource: a survey\n\nRank Town Value Year\n"


def labels(drafted, text):
    return [(item.label, item.value) for item in drafted(text, "en", period="2024").draft.entries]


def test_a_line_has_its_own_name_and_not_that_of_the_next(drafted):
    text = TITLE + "1 Upper Riverside 83.4 2024\n2 Oakford 59.5 2024\n3 Hill 58.6 2024\n"
    assert labels(drafted, text) == [
        ("Pupils per teacher, towns of Exampleland: Upper Riverside", "83.4"),
        ("Pupils per teacher, towns of Exampleland: Oakford", "59.5"),
        ("Pupils per teacher, towns of Exampleland: Hill", "58.6"),
    ]


def test_what_the_heading_counts_may_stand_behind_the_number(drafted):
    lines = "1. Upper Riverside 595 pupils\n2. Oakford 480 pupils.\n3. Hill 410\n"
    assert labels(drafted, f"Number of pupils per school\n\n{lines}") == [
        ("Number of pupils per school: Upper Riverside", "595"),
        ("Number of pupils per school: Oakford", "480"),
        ("Number of pupils per school: Hill", "410"),
    ]
    for other, last in [
        ("Number of schools per town", "Number of schools per town: Hill"),
        ("Notes", "Hill"),
    ]:
        found = labels(drafted, f"{other}\n\n{lines}")
        assert found == [("Pupils", "595"), ("Oakford … pupils", "480"), (last, "410")]


def test_a_line_that_says_what_it_counts_needs_no_heading(drafted):
    found = labels(drafted, "Schools of Oakford in 2024\n\n1. Schools in town: 12\n2. Pupils in town: 900\n")
    assert found == [("Schools in town", "12"), ("Pupils in town", "900")]


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "1 Spent £500 million on care.\n2 Saw 688 outpatients.\n",  # numbered sentences
        TITLE + "1 Oakford 59 pupils in town\n2 Hill 58 pupils in town\n",
        "Pupils of Exampleland\n\n12 Oakford schools own 59 buses.\n\n40 Hill schools own 58.\n",  # counts
        "Schools of Exampleland\n\n3 Oakford 59\n\nHill 58\n",  # no rank beside it
    ],
)
def test_other_numbers_at_the_beginning_of_a_line_are_no_ranks(drafted, text):
    assert not any("Exampleland" in label for label, _ in labels(drafted, text))


def test_a_ranking_below_another_one_has_no_heading_of_that(drafted):
    text = TITLE + "1 Oakford 59\n2 Hill 58\nBudgets\n1 Hill 40\n2 Oakford 30\n"
    assert [label for label, _ in labels(drafted, text)][2:] in (
        ["Hill", "Oakford"],
        ["Hill (2)", "Oakford (2)"],
    )


@pytest.mark.parametrize(
    "title",
    [
        "Strikes of Exampleland in 2019",
        "Unemployed of Exampleland, %",
        "Teachers of Exampleland needed by 2030",
        "Change in pupils of Exampleland",
        "Exports of Exampleland, $ million",
    ],
)
def test_a_heading_that_says_more_than_what_is_ranked_is_in_no_label(drafted, title):
    found = labels(drafted, f"{title}\n1 Oakford 59\n2 Hill 58\n")
    assert not any("Exampleland" in label for label, _ in found)
