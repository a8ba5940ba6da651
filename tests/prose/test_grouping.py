"""Groups: what does not follow is found, what can be reconciled is not accused."""

import pytest

from edureport.prose import groups, read


def verdicts(text, language):
    return [str(group.verdict) for group in groups(text, read(text, language), language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "40-тан астам ферма бар, соның ішінде 30 ферма мемлекеттік, ал 10 ферма жекеменшік."),
        ("kk", "80 көпірдің 50-і қалада, 31-і ауылда."),
        ("ru", "Всего 90 ферм, из них 60 государственных и 20 частных."),
        ("ru", "Из 56 мостов 40 городских и 17 сельских."),
        ("ru", "Построено 12 мостов, включая 13 мостов в районе."),
        ("en", "There are 30 farms: 12 farms north, 10 farms south and 9 farms east."),
        ("en", "The herd of 500 sheep, of which 300 are state and 250 private."),
        ("ru", "Поголовье выросло с 500 до 700, рост на 300."),
        ("ru", "40 семей получили по 20 тыс. тенге, всего 900 тыс. тенге."),
        ("ru", "Из 50 ферм 20 ферм (37 %) закрыты."),
    ],
)
def test_what_does_not_follow(language, text):
    assert "does_not_follow" in verdicts(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "40-тан астам ферма бар, соның ішінде 31 ферма мемлекеттік, ал 10 ферма жекеменшік."),
        ("kk", "80 көпірдің 50-і қалада, 30-ы ауылда."),
        ("kk", "80 көпірдің 50-і жөнделді."),
        ("ru", "Всего 90 ферм, из них 60 государственных и 30 частных."),
        ("ru", "Построено 12 мостов, включая 3 моста в районе."),
        ("ru", "Построено около 90 мостов, из них 60 городских и 32 сельских."),
        ("ru", "В 12 районах 300 ферм: 5 врачей и 700 коров."),
        ("en", "There are 30 farms: 12 farms north, 10 farms south and 8 farms east."),
        ("ru", "Поголовье выросло с 500 до 700, рост на 200."),
        ("ru", "40 семей получили по 20 тыс. тенге, всего 800 тыс. тенге."),
        ("ru", "Из 50 ферм 19 ферм (38 %) закрыты."),
    ],
)
def test_what_follows_or_may(language, text):
    assert "does_not_follow" not in verdicts(text, language)
