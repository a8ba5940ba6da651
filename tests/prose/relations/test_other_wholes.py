"""Shares of something else than the count that stands before them: nobody is accused of them."""

import pytest
from said import relations


def _broken(language: str, text: str) -> list[str]:
    return [one for one in relations(language, text) if "does_not_follow" in one or "doubtful" in one]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Из 2 400 ферм проверено 1 100 (51,3 % плана)."),
        ("ru", "Из 2 400 ферм проверено 1 100, или 51,3 % к плану."),
        ("ru", "Из 5 200 млн рублей освоено 3 100 млн рублей, или 71,6 % годового лимита."),
        ("ru", "Из 2 700 выпускников приняты 2 200 (31,4 % – женщины)."),
        ("ru", "Сдано 9 100 кв. м, из них в Туре 3 900 кв. м (65,6 % плана), в Бору 5 200 кв. м (85,9 %)."),
        ("ru", "Сдано 9 100 кв. м: в Туре 3 900 кв. м (готовность – 65,6 %), в Бору 5 200 кв. м (85,9 %)."),
        ("ru", "Всего 7 500 т: Чили 3 200 т (рост на 45,1 %), Перу 1 100 т (25,1 %), Куба 3 200 т (61,3 %)."),
        ("ru", "Охват вырос с 25,9 % до 42,0 % (2 520 из 6 000 детей)."),
        ("ru", "При норме 21,1 % охват составил 50,0 % (3 000 из 6 000 детей)."),
        ("ru", "Из 3 700 заявок принято 1 700 (45,9 %), из остальных возвращено 260 (13,0 %)."),
        ("ru", "Первое место – уголь (20,8 %, 2 700 вагонов), второе – зерно (40,5 %, 1 500 вагонов)."),
        ("en", "Of 2,400 farms, 1,900 were inspected (81.3% of plan)."),
        ("en", "Of 2,400 farms, 1,900, or 81.3% of the plan, were inspected."),
        ("en", "Of 7,000 graduates, 4,600 (60.3% women) found work."),
        ("en", "In all, 8,600 voted, including 1,900 in Ayr (a turnout of 48.4%) and 6,700 in Bute (53.1%)."),
        ("en", "Output: Ayr 3,800 tonnes (96.9%), Bute 2,200 tonnes (105.4%), in all 6,000 tonnes."),
        ("en", "Coverage rose from 29.9% to 49.0% (2,940 of 6,000 children)."),
        ("en", "Of 4,400 flats 3,200 (72.7%) were sold and, of the remainder, 300 (25.0%) were let."),
        ("kk", "3 600 түлектің 1 400-і (96,9 %-ы әйел) жұмысқа орналасты."),
        ("kk", "8 200 фермердің 4 000-ы (жоспардың 51,3 %-ы) тексерілді."),
        ("kk", "10 200 баланың 6 400-і қалада (егілгені 89,3 %), 3 800-і ауылда (91,1 %) тұрады."),
        ("kk", "3 900 өтінімнің 1 900-і (48,7 %) мақұлданды, қалғанынан 260-ы (13,0 %) қайтарылды."),
    ],
)  # fmt: skip
def test_a_share_of_something_else(language, text):
    assert _broken(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "verdict"),
    [
        ("ru", "Из 2 400 ферм проверено 1 200 (58,0 %).", "certain does_not_follow"),
        ("ru", "Из 2 400 ферм проверено 1 200 (58,0 % ферм).", "certain does_not_follow"),
        ("ru", "Выделено 20 млн рублей, газ есть в 110 из 373 сёл, или 31 %.", "certain does_not_follow"),
        ("ru", "Медалей завоёвано 84, в том числе золотых 21, что даёт 26 % всех наград.", "likely doubtful"),
        ("en", "Of 2,400 farms, 1,200 (58.0% of the farms) were inspected.", "certain does_not_follow"),
        ("kk", "2 400 фермердің 1 200-і (58,0 %) тексерілді.", "certain does_not_follow"),
    ],
)  # fmt: skip
def test_a_share_of_the_count_itself(language, text, verdict):
    (found,) = _broken(language, text)
    assert verdict in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Из 3 700 заявок принято 1 700, из остальных возвращено 260."),
        ("ru", "Из 3 700 заявок принято 1 700, отклонено 1 000, из прочих возвращено 260."),
        ("en", "Of 3,700 bids 1,700 were accepted, of the rest 260 were sent back."),
        ("kk", "3 700 өтінімнің 1 700-і мақұлданды, қалғанынан 260-ы қайтарылды."),
    ],
)
def test_some_of_the_rest_are_not_the_rest(language, text):
    assert _broken(language, text) == []
