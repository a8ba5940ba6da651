"""Widths of columns on paper: long words have room, and no column is narrow for the sake of another."""

import pytest

from edureport.formats.documents.paper import PaperColumn, measured


def columns(*texts, head="A", indented=False):
    return [PaperColumn(head, one, number > 0, indented and number == 0) for number, one in enumerate(texts)]


def test_the_longest_word_of_a_part_has_room_beside_its_indentation():
    texts = ["Municipal"], ["1"]
    for indented in (False, True):
        assert sum(measured(columns(*texts, indented=indented), 30)[1]) == pytest.approx(30)
    plain, parts = (measured(columns(*texts, indented=one), 1)[1] for one in (False, True))
    assert parts[0] > plain[0]


def test_all_have_what_they_want_and_the_labels_what_is_left():
    _, widths = measured(columns(["Schools"] * 3, ["1,234"] * 3), 165)
    assert sum(widths) == pytest.approx(165)
    assert widths[1] < 20


def test_a_long_text_in_one_cell_does_not_take_the_room_of_many_labels():
    labels = ["Pupils of village schools who took courses of digital literacy"] * 6
    amounts = ["+1.5 percentage points more or less"] + ["+12"] * 5
    _, widths = measured(columns(labels, *[["1,234"] * 6] * 4, amounts), 165)
    assert sum(widths) == pytest.approx(165)
    assert widths[0] > 1.3 * widths[-1]


def test_a_heading_has_room_in_two_lines():
    _, widths = measured(columns(["Schools"], ["7"], head="January–September 2025"), 165)
    assert widths[1] > measured(columns(["Schools"], ["7"], head="2025"), 165)[1][1] * 2


def test_more_than_there_is_room_for_shares_what_there_is():
    size, widths = measured(columns(*[["Incomprehensibilities"]] * 9), 60)
    assert size == 8.0
    assert sum(widths) == pytest.approx(60)


def test_a_table_is_never_wider_than_the_page():
    """Widths are narrowed by steps; a column that is a hair above its least does not end that too early."""
    labels = [
        "Балабақшалар",
        "Жекеменшік балабақшалар",
        "Шағын орталықтар",
        "Мектепке дейінгі ұйымдарға кезекте тұрған 2–6 жастағы балалар",
        "3–6 жастағы балалар",
    ]
    amounts = {
        "2023 жылғы желтоқсан": ["182", "–", "335", "–", "–"],
        "2024 жылғы желтоқсан": ["171", "58", "314", "3\u00a0472", "1\u00a0558"],
        "Өзгеріс": ["−11", "–", "−21", "–", "–"],
        "Өзгеріс, %": ["−6,0\u00a0%", "–", "−6,3\u00a0%", "–", "–"],
        "Үлесі": ["–", "33,9\u00a0%", "–", "–", "44,9\u00a0%"],
    }
    made = [
        PaperColumn("Көрсеткіш", labels, unbroken=False, indented=True),
        PaperColumn("Өлшем бірлігі", ["балабақша"] * 5, unbroken=False, indented=False),
        *(PaperColumn(head, texts, unbroken=True, indented=False) for head, texts in amounts.items()),
    ]
    for width in (165.01180555555555, *range(90, 260, 5)):
        assert sum(measured(made, width)[1]) == pytest.approx(width, abs=0.1)
