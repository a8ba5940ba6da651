"""Cases of names and units: those that the rules settle, and None for the rest."""

import pytest

from edureport.languages.declension import ablative, dative, genitive


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Мысал қаласының білім басқармасы", "Мысал қаласының білім басқармасының"),
        ("Мысал ауданының білім бөлімі", "Мысал ауданының білім бөлімінің"),
        ("Білім департаменті", "Білім департаментінің"),
        ("Мысал әкімдік", "Мысал әкімдіктің"),
        ("Мысал мектеп", "Мысал мектептің"),
        ("Мысал колледж", "Мысал колледждің"),
        ("Мысал орны", "Мысал орнының"),
        ("Мысал БББ", None),
        ("№ 5", None),
    ],
)
def test_kazakh_names_in_the_genitive(name, expected):
    assert genitive(name, "kk") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Управление образования города Примеров", "Управления образования города Примеров"),
        ("Департамент образования", "Департамента образования"),
        ("Управление городское", None),
        ("Городское управление", None),
    ],
)
def test_russian_bodies_in_the_genitive(name, expected):
    assert genitive(name, "ru") == expected


def test_an_english_name_has_no_cases():
    assert genitive("Education Department", "en") is None


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("мың теңге", ("мың теңгеге", "мың теңгеден")),
        ("мектеп", ("мектепке", "мектептен")),
        ("орын", ("орынға", "орыннан")),
        ("сынып", ("сыныпқа", "сыныптан")),
        ("гектар", ("гектарға", "гектардан")),
        ("адам", ("адамға", "адамнан")),
        ("оқу", ("оқуға", "оқудан")),
        ("беру", ("беруге", "беруден")),
        ("га", (None, None)),
        ("жұмыс күні", (None, None)),
        ("м²", (None, None)),
    ],
)
def test_kazakh_units_in_the_dative_and_the_ablative(noun, expected):
    assert (dative(noun), ablative(noun)) == expected
