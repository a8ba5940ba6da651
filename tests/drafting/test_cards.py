"""Cards: numbers alone in their lines take their name and their time from the lines above."""

from edureport import prose
from edureport.drafting.heading import period_of
from edureport.model.period import Period
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks

TEXT = """\
Visits of patients
November 2023 to October 2024
3,643
January to December 2019
3,354

Returned
November 2023 to October 2024
12
"""


def test_a_number_alone_in_its_line_is_named_and_dated_by_those_above(drafted):
    found = drafted(TEXT, "en", "2023-11-01/2024-10-31")
    visits, returned = found.report.indicators.values()
    assert (visits.label.in_language("en"), returned.label.in_language("en")) == (
        "Visits of patients",
        "Returned",
    )
    (entry, _) = found.draft.entries
    assert (entry.value, {str(period): one.value for period, one in entry.earlier.items()}) == (
        "3643",
        {"2019-01-01/2019-12-31": "3354"},
    )


def test_the_latest_of_their_times_is_that_of_the_text():
    blocks = Blocks("cards.txt", Limits())
    add_blocks(TEXT, blocks)
    document = Document("cards.txt", TEXT, tuple(blocks.all), lined=True)
    assert period_of(document, prose.read(document.prose, "en")) == Period.parse("2023-11-01/2024-10-31")
