"""What Excel makes of the texts of a CSV file, and how they are kept from becoming something else.

Excel reads each field as if it were typed: 1-4 becomes 4 January, 007 becomes 7, 1E5 becomes 100000,
TRUE a truth value, and =1+1 is computed. ="1-4" is a formula that gives the text 1-4.
"""

import re

# What a spreadsheet would take for a formula (OWASP, "CSV injection"), also in letters of full width.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
LONGEST = 255  # letters of a text in a formula of Excel
EXACT_DIGITS = 15  # of a number in a sheet
_MONTHS = """
january february march april may june july august september october november december
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
monday tuesday wednesday thursday friday saturday sunday
понедельник вторник среда четверг пятница суббота воскресенье
дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі
"""
_OTHERS = ["am", "pm", "г", "гг", "ж", "жж", "жыл", "жылғы", "р", "руб", "тг", "t", "z"]
# Words that may stand in a date, a time or a sum of money; those of months and days also cut short.
_WORDS = {*_OTHERS, *(word[:size] for word in _MONTHS.split() for size in range(3, len(word) + 1))}
_EXPONENT = re.compile(r"(?<=[\d.,])e(?=[-+]?\d)")
_HALF_DAY = re.compile(r"(?<=\d)\s*[ap]\.?$")
_WORD = re.compile(r"[^\W\d_]+")
# Besides digits and such words: the signs of dates, times, fractions, percentages and money.
_SIGNS = re.compile(r"[\d\s.,:/\\()%$€£¥₸₽'’+\-−–]*")
_TRUTH = frozenset(["true", "false", "истина", "ложь", "ақиқат", "жалған"])
_ERROR = re.compile(r"#[\w/.]+[!?]?")


def guarded(text: str) -> str:
    """The text as Excel has to be given it to show it: as a formula, or else behind an apostrophe."""
    if not is_taken(text):
        is_formula = text.startswith(("\t", "\r")) or text.strip().startswith(_FORMULA)
        return f"'{text}" if is_formula else text
    return f'="{text}"' if len(text) <= LONGEST and text.splitlines() == [text] else f"'{text}"


def is_taken(text: str) -> bool:
    """Whether Excel might take it for a number, a date, a truth value or an error: if in doubt, yes."""
    words = text.strip().casefold()
    if words in _TRUTH or _ERROR.fullmatch(words):
        return True
    if not any(map(str.isdigit, words)):
        return False
    rest = _HALF_DAY.sub("", _EXPONENT.sub("", words))
    signs = _WORD.sub("", rest)
    return _SIGNS.fullmatch(signs) is not None and all(word in _WORDS for word in _WORD.findall(rest))
