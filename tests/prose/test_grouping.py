"""Groups: inconsistencies are found, what can be reconciled is not accused."""

import pytest

from edureport.prose import read


def verdicts(text, language):
    return [str(group.verdict) for group in read(text, language).relations]


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
        ("ru", "Из 50 ферм закрыто 20, или 37 %."),
        ("ru", "Закрыты 20 из 50 ферм (37 %)."),
        ("kk", "80 көпірдің 20-сы, яғни 35 пайызы жөнделді."),
        ("en", "Of 250 farms, 130, or 62%, are small."),
        ("en", "Some 63.2 per cent, or 1,968 of 3,700 farmers, have a tractor."),
        ("en", "The flock grew from 45 to 60 sheep, or by 25."),
        ("en", "The flock tripled from 45 to 90 sheep."),
        ("ru", "Отара выросла втрое – с 45 до 90 овец."),
        ("ru", "Продано 300 овец против 250 годом ранее, рост – 30 %."),
        ("ru", "При плане 90 овец продано 97, или на 9 больше."),
        ("en", "Each of the 12 farms has 30 cows, giving 630 cows in total."),
        ("ru", "Открыто 15 (шестнадцать) аптек."),
        ("ru", "Продано 1,2 тыс. овец, точнее, 1 384 овцы."),
        ("ru", "Продано 300 овец, хотя в заголовке – 250."),
        ("ru", "В долине насчитывается 45 мостов. Всего в долине 54 моста."),
        ("en", "They bought 40 beasts: 12 sheep, 10 goats and 17 yaks."),
        ("en", "Sheep from urban farms make up 58% and from rural ones 44% of the herd."),
        ("kk", "57 малдың 21-і қой, 19-ы ешкі, қалған 16-сы жылқы."),
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
        ("ru", "Из 50 ферм закрыто 19, или 38 %."),
        ("ru", "Из 300 ферм закрыто 199, то есть 66 %."),  # cut off, not rounded
        ("en", "The flock grew from 45 to 60 sheep, or by 15."),
        ("en", "The flock doubled from 45 to 91 sheep."),
        ("ru", "Отара выросла с 45 до 60, а число ферм – на 20."),
        ("kk", "Форумға 14 елден 250 қонақ пен 19 шопан келді, 30 келісім жасалды."),
        ("ru", "Открыто 15 (пятнадцать) аптек."),
        ("ru", "Продано 1,2 тыс. овец, точнее, 1 184 овцы."),
        ("ru", "В долине насчитывается 45 мостов. В 2023 году в долине было 54 моста."),
        ("ru", "В первой долине 45 мостов. Во второй долине 54 моста."),
        ("ru", "В долине 45 мостов. Построено в долине 12 мостов."),
        ("ru", "Ферма № 1 новая. На ферме 300 овец. Ферма № 2 старая. На ферме 250 овец."),
        ("ru", "В долине планируется 45 мостов. В долине 40 мостов."),
        ("en", "They have 40 beasts, including 12 sheep and 10 goats."),
        ("en", "They bought 40 beasts: 12 sheep, 10 goats and 18 yaks."),
        ("en", "In 12 valleys there are shepherds: 500 men, 700 women and 3 vets."),
        ("kk", "57 малдың 21-і қой, 19-ы ешкі, қалған 17-сі жылқы."),
    ],
)
def test_what_follows_or_may(language, text):
    assert "does_not_follow" not in verdicts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "verdict"),
    [
        ("en", "Of 6,302 lambs, 5,940 were sold and 352 were kept.", "doubtful"),
        ("ru", "Более 500 ферм: 370 городских и 130 сельских.", "does_not_follow"),
        ("en", "More than 500 people live there, 370 men and 130 women.", "doubtful"),
    ],
)
def test_doubts(language, text, verdict):
    assert verdicts(text, language) == [verdict]


@pytest.mark.parametrize(
    ("language", "text", "relation", "whole", "parts", "computed"),
    [
        ("ru", "Более 300 ферм: 250 городских и 50 сельских.", "parts", "300", ["250", "50"], "300"),
        ("ru", "Из 48 ферм закрыто 19, или 38 %.", "share", "48", ["19", "38 %"], "39.6"),
        ("en", "The flock grew from 45 to 60 sheep, or by 25.", "difference", "60", ["45", "25"], "15"),
        ("en", "The flock grew from 40 to 50 sheep, or by 20%.", "difference", "50", ["40", "20%"], "25"),
        ("en", "The flock tripled from 45 to 90 sheep.", "multiple", "90", ["45", "tripled"], "2"),
        ("ru", "40 семей получили по 20 овец, всего 900 овец.", "product", "900", ["40", "20"], "800"),
        ("ru", "Городских овец 58 %, сельских – 43 %.", "hundred", None, ["58 %", "43 %"], "101"),
        ("ru", "Открыто 15 (шестнадцать) аптек.", "restated", "15", ["шестнадцать"], "None"),
    ],
)
def test_what_a_message_needs(language, text, relation, whole, parts, computed):
    reading = read(text, language)
    figures = reading.figures
    (group,) = (group for group in reading.relations if group.kind == relation)
    assert whole == (None if group.whole is None else figures[group.whole].words)
    assert [figures[place].words for place in group.parts] == parts
    assert str(group.computed) == computed
