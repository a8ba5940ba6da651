"""Annotations of time: what a word or phrase of a language can be marked as in the name of a time."""

from enum import StrEnum, auto
from typing import NamedTuple


class TimeMark(StrEnum):
    """What a phrase does in a time; `times` says where each is asked for."""

    AFTER_AS_OF = auto()
    AFTER_COMPARED = auto()
    AFTER_DUE = auto()
    AFTER_SINCE = auto()
    AFTER_THAN = auto()
    AND = auto()
    BEFORE_AS_OF = auto()
    BEFORE_COMPARED = auto()
    BEFORE_DUE = auto()
    BEFORE_SINCE = auto()
    COMPARED_FROM = auto()
    COMPARED_NEAR = auto()
    COMPARED_ON = auto()
    DATED = auto()
    DAY_OF = auto()
    DAY_SUFFIX = auto()
    END = auto()
    FIRST = auto()
    HALF = auto()
    HALF_BEFORE = auto()
    HALF_YEAR = auto()
    IN = auto()
    LASTING = auto()
    LAW = auto()
    LAW_LINK = auto()
    LINK = auto()
    MONTHS = auto()
    MONTHS_OF = auto()
    MONTHS_WITHIN = auto()
    MONTH_NOUN = auto()
    NOW = auto()
    OF_LAST_YEAR = auto()
    OWN = auto()
    PAPER = auto()
    QUARTER = auto()
    QUARTER_BEFORE = auto()
    RELATIVE_LAST = auto()
    RELATIVE_NEXT = auto()
    RELATIVE_THIS = auto()
    SAME = auto()
    SCHOOL = auto()
    SCHOOLYEAR = auto()
    SPAN_FROM = auto()
    START = auto()
    THAN = auto()
    THROUGHOUT = auto()
    TO = auto()
    TOWARDS = auto()
    UNTIL = auto()
    UP_DOWN = auto()
    WITH_YEAR = auto()
    YEAR = auto()
    YEARS = auto()


class Month(NamedTuple):
    """The name of a month, by its number."""

    number: int


TimeAnnotation = TimeMark | Month
