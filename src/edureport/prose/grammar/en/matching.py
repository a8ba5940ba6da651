"""English words by which labels are matched: those that tell nothing, and those for the same thing."""

from edureport.prose.text.phrases import word_set

# Words that do not tell what a figure counts: where, when, how many.
STOP_WORDS = word_set("""a all also amount amounted an and are as at attend be been being by currently during
    employ employs enrolled figure figures for from had has have hold holds in is it its live now number
    numbers of on operate operated operates or our over period reached registered serve serves share some
    stands stood study teach teaches that the their there these they this those to today total was we were
    which who whom with year years""")

# Words for the place that a whole report is about; some labels tell one place from another by them.
PLACE_WORDS = word_set("city country district oblast region")

# By which reports name the same thing; groups are parted by semicolons.
SYNONYMS = """pupil student schoolchild child children learner; child children toddler;
    teacher educator instructor; rural village villages countryside; urban city town towns;
    private privately; state public government; doctor physician medic; hospital inpatient;
    clinic polyclinic outpatient; resident people person population inhabitant;
    jobless unemployed unemployment; winner medallist prize laureate; flat apartment housing home;
    road highway street; worker employee staff specialist; entrepreneur business;
    enterprise plant factory; farmer farm; institution organisation organization;
    kindergarten nursery preschool; bus vehicle transport; benefit payment allowance;
    opened open launched commissioned built; repaired repair renovated renovation refurbished;
    renewed renewal upgraded modernised; trained training course courses development;
    girl woman women female; boy man men male; graduate graduates; disabled disability; canteen meals;
    book library; bought purchased acquired; recruited hired joined"""
