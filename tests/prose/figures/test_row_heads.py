"""Numbers that only count, date or name the rows of a table which has lost its lines."""

from said import figures

ACCOUNT = """Выручка
2110
316 275

Расходы
2120
95 157

Прибыль
2200
57 084
2200 = 2110 + 2120

Налог
2410
-10 241"""


def test_codes_of_an_account_are_names():
    codes = {line for line in figures("ru", ACCOUNT.replace("\n", "\u2029")) if "identifier" in line}
    assert codes == {f"{code}: identifier {code}" for code in (2110, 2120, 2200, 2410)}


def test_amounts_of_four_digits_are_no_codes():
    for said in (
        ACCOUNT.replace("2120\n", "2123\n").replace("2200\n", "7 200\n"),
        ACCOUNT.replace(" 275", "275").replace(" 157", "157").replace(" 084", "084").replace(" 241", "241"),
    ):
        lines = figures("ru", said.replace("\n", "\u2029"))
        assert "2110: figure 2110" in lines
