"""English words of time."""

from edureport.prose.text.phrases import Phrases

PHRASES = Phrases(
    {
        "year": "year, the year, calendar year, the calendar year",
        "schoolyear": "school year, school years, academic year, academic years",
        "day.suffix": "st, nd, rd, th",
        "month.1": "january, jan",
        "month.2": "february, feb",
        "month.3": "march, mar",
        "month.4": "april, apr",
        "month.5": "may",
        "month.6": "june, jun",
        "month.7": "july, jul",
        "month.8": "august, aug",
        "month.9": "september, sept, sep",
        "month.10": "october, oct",
        "month.11": "november, nov",
        "month.12": "december, dec",
        "quarter": "quarter, quarters",
        "half": "half, half - year, half year",
        "quarter.before": "q",
        "half.before": "h",
        "months": "months, month",
        "first": "first, the first",
        "lasting": "last, past",
        "years": "years",
        "start": "start, beginning, outset",
        "end": "end, close, end -",
        "link": "of, the, this, in",
        "relative.this": (
            "this year, the current year, current year, this calendar year, this school year, this academic "
            "year, the current school year, the current academic year"
        ),
        "relative.last": (
            "last year, the previous year, previous year, the year before, the prior year, prior year, a "
            "year earlier, a year ago, the preceding year, last school year, last academic year, the "
            "previous school year, the previous academic year"
        ),
        "relative.next": (
            "next year, the coming year, the following year, next school year, next academic year, the "
            "coming school year, the next school year, the next academic year"
        ),
        "same": "same period, corresponding period, same months, same nine months, comparable period",
        "own": "reporting period, reporting year, period under review, year under review, reported period",
        "in": "in, during, over, for, within",
        "to": "to, until, till, through, and, –, -",
        "span.from": "from, between",
        "and": "and, or",
        "before.as_of": "as of, as at, as on, at the, at",
        "before.due": "by, by the, until, until the, till, no later than, not later than, before the",
        "before.since": "since, since the, from, from the, starting in, starting from, beginning in",
        "before.compared": (
            "compared with, compared to, in comparison with, in comparison to, than, against, relative to, "
            "versus, vs, up from, down from, as against, on the, year on year, from"
        ),
        "law": (
            "law, order, decree, resolution, act, regulation, article, code, constitution, programme, "
            "program, strategy, dated"
        ),
        "paper": "report, results, summary, review, statement",
        "now": "now, today, currently, at present, nowadays, to date",
        "respectively": "respectively",
    }
)
