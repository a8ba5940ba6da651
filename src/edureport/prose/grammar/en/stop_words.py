"""English words that do not tell what a figure counts: where, when, how many."""

from edureport.prose.text.phrases import word_set

STOP_WORDS = word_set("""a all also amount amounted an and are as at attend be been being by currently during
    employ employs enrolled figure figures for from had has have hold holds in is it its live now number
    numbers of on operate operated operates or our over period reached registered serve serves share some
    stands stood study teach teaches that the their there these they this those to today total was we were
    which who whom with year years""")

# Words for the place that a whole report is about; some labels tell one place from another by them.
PLACE_WORDS = word_set("city country district oblast region")
