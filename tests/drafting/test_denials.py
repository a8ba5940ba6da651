"""Denials: a label says what is not so, or is left open; it never says the contrary."""

import pytest

OPEN = [
    ("ru", "На парк не выделено 5 млн тенге. В 2023 году на парк выделено 8 млн тенге."),
    ("ru", "Не покрашено 7 скамеек. Покрашено 7 скамеек."),
    ("en", "Not a single one of the 30 libraries was closed."),
    ("en", "Nobody saw the 30 libraries that opened."),
    ("ru", "Число граждан, обратившихся за книгой, не составило и 40."),
    ("kk", "20 мұғалім қажет емес. 30 мұғалім керек."),
    ("kk", "Ауылда 12 кітапхана жоқ."),
]
NAMED = [
    ("ru", "Покрашено не менее 7 скамеек.", "Покрашено скамеек"),
    ("en", "In the city 12 libraries were not repaired.", "Libraries not repaired in the city"),
    ("en", "No fewer than 8 libraries have no lift.", "Libraries with no lift"),
    ("kk", "9 клубта интернет жоқ.", "Интернет жоқ клуб"),
]


@pytest.mark.parametrize(("language", "text"), OPEN, ids=[text for _, text in OPEN])
def test_a_label_without_the_denial_is_left_open(drafted, language, text):
    draft = drafted(text, language).draft
    first, *others = draft.entries
    assert first.unnamed
    assert len(others) == text.count(". ")


@pytest.mark.parametrize(("language", "text", "label"), NAMED, ids=[text for _, text, _ in NAMED])
def test_a_label_that_denies_the_same_is_a_name(drafted, language, text, label):
    [entry] = drafted(text, language).draft.entries
    assert (entry.label, entry.unnamed) == (label, False)
