"""Annotations of time: what a word or phrase of a language can be marked as in the name of a time."""

from enum import StrEnum
from typing import NamedTuple

from edureport.prose.text.phrases import phrase_table

# What a phrase does in a time; `times` says where each is asked for.
TimeMark = StrEnum(
    "TimeMark",
    "AFTER_AS_OF AFTER_COMPARED AFTER_DUE AFTER_SINCE AFTER_THAN AND BEFORE_AS_OF BEFORE_COMPARED "
    "BEFORE_DUE BEFORE_SINCE COMPARED_FROM COMPARED_NEAR COMPARED_ON DATED DAY_OF DAY_SUFFIX END FIRST HALF "
    "HALF_BEFORE HALF_YEAR IN LASTING LAW LAW_LINK LINK MONTHS MONTHS_OF MONTHS_WITHIN MONTH_NOUN NOW "
    "OF_LAST_YEAR OWN PAPER QUARTER QUARTER_BEFORE RELATIVE_LAST RELATIVE_NEXT RELATIVE_THIS SAME SCHOOL "
    "SCHOOLYEAR SPAN_FROM START THAN THROUGHOUT TO TOWARDS UNTIL UP_DOWN WITH_YEAR YEAR YEARS",
)


class Month(NamedTuple):
    """The name of a month, by its number."""

    number: int


TimeAnnotation = TimeMark | Month


def marked_times(text: str) -> dict[TimeAnnotation, str]:
    """The phrases of each annotation of time: of `START`, or of a month by its number."""
    return phrase_table(lambda name: Month(int(name)) if name.isdigit() else TimeMark[name], text)
