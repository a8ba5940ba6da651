"""English words in sheets of figures."""

from edureport.prose.grammar.language import SheetWords

WORDS = SheetWords(
    indicator=("indicator",),
    unit=("unit of", "units"),
    body=("region", "country", "district", "city"),
    totals=("total", "all"),
    months=tuple(
        "january february march april may june july august september october november december".split()
    ),
    day_endings=("st", "nd", "rd", "th"),
    suppressed=("suppress", "confidential"),
    not_applicable=("not applicable",),
    nothing=("nil",),
    missing=("not available", "no data", "missing"),
)
