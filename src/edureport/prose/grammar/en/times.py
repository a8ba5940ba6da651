"""English words of time."""

from edureport.prose.grammar.time_marks import marked_times

MARKS = marked_times("""
YEAR: year, the year, calendar year, the calendar year
SCHOOLYEAR: school year, school years, academic year, academic years
DAY_SUFFIX: st, nd, rd, th
1: january, jan
2: february, feb
3: march, mar
4: april, apr
5: may
6: june, jun
7: july, jul
8: august, aug
9: september, sept, sep
10: october, oct
11: november, nov
12: december, dec
QUARTER: quarter, quarters
HALF: half, half - year, half year
QUARTER_BEFORE: q
HALF_BEFORE: h
MONTHS: months, month
FIRST: first, the first
LASTING: last, past
YEARS: years
START: start, beginning, outset
END: end, close, end -
LINK: of, the, this, in
RELATIVE_THIS: this year, the current year, current year, this calendar year, this school year,
    this academic year, the current school year, the current academic year
RELATIVE_LAST: last year, the previous year, previous year, the year before, the prior year, prior year,
    a year earlier, a year ago, the preceding year, last school year, last academic year,
    the previous school year, the previous academic year
RELATIVE_NEXT: next year, the coming year, the following year, next school year, next academic year,
    the coming school year, the next school year, the next academic year
SAME: same period, corresponding period, same months, same nine months, comparable period
OWN: reporting period, reporting year, period under review, year under review, reported period
IN: in, during, over, for, within
TO: to, until, till, through, and, –, -
SPAN_FROM: from, between
AND: and, or
BEFORE_AS_OF: as of, as at, as on, at the, at
BEFORE_DUE: by, by the, until, until the, till, no later than, not later than, before the
BEFORE_SINCE: since, since the, from, from the, starting in, starting from, beginning in
BEFORE_COMPARED: compared with, compared to, in comparison with, in comparison to, than, against, relative to,
    versus, vs, up from, down from, as against, on the, on, year on year, from
LAW: law, order, decree, resolution, act, regulation, article, code, constitution, programme, program,
    strategy, dated
PAPER: report, results, summary, review, statement
NOW: now, today, currently, at present, nowadays, to date
DAY_OF: of
THAN: than
COMPARED_FROM: from
UP_DOWN: up, down
COMPARED_NEAR: the
COMPARED_ON: on
LAW_LINK: of, dated, for
SCHOOL: school, academic
""")
