"""English words by which reports name the same thing; a line is a group."""

GROUPS = """
    pupil student schoolchild child children learner
    child children toddler
    teacher educator instructor
    rural village villages countryside
    urban city town towns
    private privately
    state public government
    doctor physician medic
    hospital inpatient
    clinic polyclinic outpatient
    resident people person population inhabitant
    jobless unemployed unemployment
    winner medallist prize laureate
    flat apartment housing home
    road highway street
    worker employee staff specialist
    entrepreneur business
    enterprise plant factory
    farmer farm
    institution organisation organization
    kindergarten nursery preschool
    bus vehicle transport
    benefit payment allowance
    opened open launched commissioned built
    repaired repair renovated renovation refurbished
    renewed renewal upgraded modernised
    trained training course courses development
    girl woman women female
    boy man men male
    graduate graduates
    disabled disability
    canteen meals
    book library
    bought purchased acquired
    recruited hired joined
"""
