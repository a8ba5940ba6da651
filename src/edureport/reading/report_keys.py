"""The keys of a report file, in the order in which the program writes them."""

from edureport.model.report import LANGUAGES

VERSION = "1"
LATE = "indicators"  # nothing but targets refers to what is in it
PLURALS = ("zero", "one", "two", "few", "many", "other")  # CLDR plural categories
FILE_KEYS = ("edureport", "report", "units", "sections", "indicators", "targets")
REPORT_KEYS = ("id", "organisation", "area", "period", "language", "source")
ORGANISATION_KEYS = ("id", *LANGUAGES)
SOURCE_KEYS = ("title", "published", "url", "licence")
INDICATOR_KEYS = tuple(
    """
    label section unit kind better value as_written where breakdown earlier of flags precision skip note
    """.split()
)
BREAKDOWN_KEYS = ("label", "complete", "members")
MEMBER_KEYS = ("label", "value", "as_written", "flags", "precision", "breakdown")
EARLIER_KEYS = ("value", "as_written", "flags", "precision")
UNIT_KEYS = (*LANGUAGES, "whole")
OF_KEYS = ("part", "whole", "target")
SKIP_KEYS = ("check", "because")
TARGET_KEYS = tuple(
    """
    label indicator member value due from baseline milestones as_written where skip note
    """.split()
)
WHERE_KEYS = ("sentence", "page", "paragraph", "table")
BASELINE_KEYS = ("value", "date")

# Those of every mapping, each as one object: to be asked for by name, they need no places of their own.
WORDS = {
    key: key
    for keys in (
        FILE_KEYS,
        REPORT_KEYS,
        ORGANISATION_KEYS,
        SOURCE_KEYS,
        INDICATOR_KEYS,
        BREAKDOWN_KEYS,
        UNIT_KEYS,
        PLURALS,
        OF_KEYS,
        SKIP_KEYS,
        TARGET_KEYS,
        BASELINE_KEYS,
        WHERE_KEYS,
    )
    for key in keys
}
