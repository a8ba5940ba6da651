"""Shares of two numbers beside them, in any order, where one digit would make them follow."""

import pytest
from said import relations

TOLD = [
    ("ru", "Открыто 12 школ; из 1 640 проб взято {}, или 95 %; в штате 340 человек.", "1 558", "1 958"),
    ("en", "Growers use {} of the 52,000 hectares under rice, a share of 70%.", "36,400", "46,400"),
    ("en", "Library books: target 400 boxes, delivered {} boxes, shortfall 13.5%.", "346", "386"),
    ("en", "We checked 250 permits. Faults were found in {}, an error rate of 14%.", "35", "45"),
    ("en", "Toll income exceeded the budget by {}%: $347.8 million against $331.5 million.", "4.9", "4.1"),
    (
        "en",
        "Receipts of $518.2 million came to {}% of the full-year plan ($1,042.0 million).",
        "49.7",
        "44.7",
    ),
    ("ru", "Планом намечено 240 проверок. Фактически проведено {}, то есть 95 %.", "228", "258"),
    ("ru", "Доходы составили {} млн рублей, или 102,6 % к плану (2 840,0 млн рублей).", "2 914,5", "2 514,5"),
    ("ru", "Молодёжь занимает 17,7 % штата: {} человек при общей численности 1 236 человек.", "219", "279"),
    ("ru", "Освоено {} из 27,3 млрд рублей, то есть 68,1 %.", "18,6", "14,6"),
    ("ru", "Недовыполнение плана — {} %: вместо 125 крыш сдано 105.", "16", "46"),
    (
        "kk",
        "Жоспар 3 450 млн теңге болса, түсім {} млн теңге болды, жоспар 104%-ға орындалды.",
        "3 588",
        "3 288",
    ),
    ("kk", "Сұралған 1 200 тұрғынның {}%-ы, яғни 744 адам, риза.", "62", "67"),
    ("kk", "Бөлінген 52,1 млн теңгенің {} млн теңгесі игерілді, игерілуі – 80%.", "41,7", "47,7"),
]


def verdicts(language, text):
    return [line.partition(":")[0].split()[-1] for line in relations(language, text) if "share" in line]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), TOLD)
def test_one_digit_of_a_share_and_its_two_numbers(language, text, right, wrong):
    assert verdicts(language, text.format(right)) == ["follows"]
    assert verdicts(language, text.format(wrong))[0] in {"doubtful", "does_not_follow"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Pork output rose 83% to 1,100 tonnes of the 2,300 tonnes expected."),
        ("en", "The bank lent 400 million of 2,000 million at an interest rate of 21%."),
        ("ru", "Муниципальные дороги составили 209,5 км или 47,7 %, областные – 229,7 км."),
        ("ru", "Доля заявок достигла 15 % в этом году, всего 920 из них, до 1 600 заявок."),
    ],
)
def test_percentages_of_something_else(language, text):
    assert not verdicts(language, text)
