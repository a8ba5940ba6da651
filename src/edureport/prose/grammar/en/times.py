"""English words of time."""

from collections.abc import Mapping

from edureport.prose.grammar.time_marks import Month, TimeAnnotation, TimeMark

MARKS: Mapping[TimeAnnotation, str] = {
    TimeMark.YEAR: "year, the year, calendar year, the calendar year",
    TimeMark.SCHOOLYEAR: "school year, school years, academic year, academic years",
    TimeMark.DAY_SUFFIX: "st, nd, rd, th",
    Month(1): "january, jan",
    Month(2): "february, feb",
    Month(3): "march, mar",
    Month(4): "april, apr",
    Month(5): "may",
    Month(6): "june, jun",
    Month(7): "july, jul",
    Month(8): "august, aug",
    Month(9): "september, sept, sep",
    Month(10): "october, oct",
    Month(11): "november, nov",
    Month(12): "december, dec",
    TimeMark.QUARTER: "quarter, quarters",
    TimeMark.HALF: "half, half - year, half year",
    TimeMark.QUARTER_BEFORE: "q",
    TimeMark.HALF_BEFORE: "h",
    TimeMark.MONTHS: "months, month",
    TimeMark.FIRST: "first, the first",
    TimeMark.LASTING: "last, past",
    TimeMark.YEARS: "years",
    TimeMark.START: "start, beginning, outset",
    TimeMark.END: "end, close, end -",
    TimeMark.LINK: "of, the, this, in",
    TimeMark.RELATIVE_THIS: (
        "this year, the current year, current year, this calendar year, this school year, this academic "
        "year, the current school year, the current academic year"
    ),
    TimeMark.RELATIVE_LAST: (
        "last year, the previous year, previous year, the year before, the prior year, prior year, a "
        "year earlier, a year ago, the preceding year, last school year, last academic year, the "
        "previous school year, the previous academic year"
    ),
    TimeMark.RELATIVE_NEXT: (
        "next year, the coming year, the following year, next school year, next academic year, the "
        "coming school year, the next school year, the next academic year"
    ),
    TimeMark.SAME: "same period, corresponding period, same months, same nine months, comparable period",
    TimeMark.OWN: "reporting period, reporting year, period under review, year under review, reported period",
    TimeMark.IN: "in, during, over, for, within",
    TimeMark.TO: "to, until, till, through, and, –, -",
    TimeMark.SPAN_FROM: "from, between",
    TimeMark.AND: "and, or",
    TimeMark.BEFORE_AS_OF: "as of, as at, as on, at the, at",
    TimeMark.BEFORE_DUE: "by, by the, until, until the, till, no later than, not later than, before the",
    TimeMark.BEFORE_SINCE: "since, since the, from, from the, starting in, starting from, beginning in",
    TimeMark.BEFORE_COMPARED: (
        "compared with, compared to, in comparison with, in comparison to, than, against, relative to, "
        "versus, vs, up from, down from, as against, on the, on, year on year, from"
    ),
    TimeMark.LAW: (
        "law, order, decree, resolution, act, regulation, article, code, constitution, programme, "
        "program, strategy, dated"
    ),
    TimeMark.PAPER: "report, results, summary, review, statement",
    TimeMark.NOW: "now, today, currently, at present, nowadays, to date",
    TimeMark.DAY_OF: "of",
    TimeMark.THAN: "than",
    TimeMark.COMPARED_FROM: "from",
    TimeMark.UP_DOWN: "up, down",
    TimeMark.COMPARED_NEAR: "the",
    TimeMark.COMPARED_ON: "on",
    TimeMark.LAW_LINK: "of, dated, for",
    TimeMark.SCHOOL: "school, academic",
}
