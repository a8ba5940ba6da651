"""What a label says, or is left open, so that it never says something else than its sentence."""

import pytest

OPEN = [
    ("ru", "На парк не выделено 5 млн тенге. В 2023 году на парк выделено 8 млн тенге."),
    ("ru", "Не покрашено 7 скамеек. Покрашено 7 скамеек."),
    ("en", "The council failed to repair 30 libraries."),
    ("en", "Nobody saw the 30 libraries that opened."),
    ("en", "Enrolment rose to 120 pupils."),
    ("ru", "Число граждан, обратившихся за книгой, не составило и 40."),
    ("kk", "20 мұғалім қажет емес. 30 мұғалім керек."),
    ("kk", "Ауылда 12 кітапхана жоқ."),
]
NAMED = [
    ("ru", "Покрашено не менее 7 скамеек.", "Покрашено скамеек"),
    ("en", "In the city 12 libraries were not repaired.", "Libraries not repaired in the city"),
    ("en", "No fewer than 8 libraries have no lift.", "Libraries with no lift"),
    ("en", "Not a single one of the 30 libraries was closed.", "Libraries"),
    ("kk", "9 клубта интернет жоқ.", "Интернет жоқ клуб"),
]


@pytest.mark.parametrize(("language", "text"), OPEN, ids=[text for _, text in OPEN])
def test_a_label_without_the_denial_is_left_open(drafted, language, text):
    draft = drafted(text, language).draft
    first, *others = draft.entries
    assert first.unnamed
    assert len(others) == text.count(". ")


@pytest.mark.parametrize(("language", "text", "label"), NAMED, ids=[text for _, text, _ in NAMED])
def test_a_label_that_denies_the_same_is_a_name(drafted, language, text, label):
    [entry] = drafted(text, language).draft.entries
    assert (entry.label, entry.unnamed) == (label, False)


# Each with a look-alike: the labels of its figures, None if one is left open.
ENGLISH = [
    # Some of a whole: what is said of them is not said of the whole.
    ("12 of the 30 libraries were closed.", ["Libraries closed", "Libraries"]),
    ("Some of the 30 libraries were closed.", ["Libraries"]),
    ("Only a few of its 30 libraries have a lift.", ["Libraries"]),
    ("None of the 30 libraries has a lift.", ["Libraries with a lift", "Libraries"]),
    ("40% of the 30 libraries have a lift.", ["Libraries with a lift", "Libraries"]),
    ("All but 3 of the 30 libraries have a lift.", [None, "Libraries"]),
    ("The inspectors found that 12 of the 30 libraries were unsafe.", ["Libraries unsafe", "Libraries"]),
    ("The council closed 12 of the 30 libraries.", [None, "Libraries"]),
    ("12 of the 30 clubs that were inspected had faults.", [None, None]),
    ("Each of the 30 libraries has a lift.", ["Libraries with a lift"]),
    ("A total of 30 libraries were closed.", ["Libraries closed"]),
    # The verb before a number.
    ("The hall can seat 120 visitors.", [None]),
    ("The hall has 120 seats.", ["Seats"]),
    ("The library lent 900 books.", ["Books lent"]),
    ("The fund paid out, helping 40 farmers.", [None]),
    ("The fund has 40 members, including 12 farmers.", ["Members", "Farmers"]),
    ("Inspectors carried out 40 checks.", ["Checks carried out"]),
    ("The law requires 25 inspections.", [None]),
    ("Last year 40 pupils won prizes.", ["Pupils won prizes"]),
    ("By closing 3 offices, the council saved money.", [None]),
    ("340 laptops cost $900.", [None, None]),
    ("The cost of 340 laptops fell.", ["Cost of laptops"]),
    # What is to be done, as it will be called when it is done.
    ("The council plans to repair 12 schools.", ["Schools repaired"]),
    ("The council will build 12 schools.", ["Schools built"]),
    ("The council plans to have 12 schools.", ["Schools"]),
    ("The share should be below 12%.", ["Share"]),
    # Only thought of.
    ("If 25 libraries were closed, 300 people would lose their jobs.", [None, None]),
    ("25 libraries were closed, and 3 museums opened.", ["Libraries closed", "Museums opened"]),
    ("A class may have 30 pupils.", [None]),
    ("The class of May has 30 pupils.", ["Pupils"]),
    ("12 posts were to be cut.", [None]),
    ("12 posts are to be cut.", ["Posts to be cut"]),
    ("Plans to close 3 schools were dropped.", [None]),
    ("The closure of 3 schools saved $400.", [None, None]),
    ("We saw the closure of 3 schools.", ["Closure of schools"]),
    # So many to each of some others.
    ("Each farmer received $350 on average.", [None]),
    ("For every 1,000 inhabitants there are 3 doctors.", [None]),
    ("The clinic has 12 patients per nurse.", ["Patients per nurse"]),
    ("The yield was 4 tonnes per hectare.", [None]),
    ("The 3 largest towns have 2,400 workers.", ["Workers"]),
    ("The 3 new towns have 2,400 workers.", ["New towns", "Workers"]),
    # The verb behind an aside.
    ("340 farmers (310 a year ago) received grants.", [None, None]),
    ("45 complaints were received (40 a year ago).", ["Complaints received"]),
    ("40 farmers from 12 villages received grants.", [None]),
    ("40 farmers have 12 tractors.", ["Farmers", "Tractors"]),
    ("There were 40 visits to the library 12 people were served.", ["Visits", "People served"]),
    # The share of what.
    ("Revenue was 102% of the plan.", ["Revenue, share of the plan"]),
    (
        "The council owns 450 houses (12% of the houses of the town).",
        ["Houses", "Houses, share of the houses of the town"],
    ),
    ("12% of houses (450) are empty.", [None, None]),
    ("A third of the budget, $4 million, goes to schools.", [None, None]),
    ("12% of houses were sold.", ["Houses sold"]),
    # What is no name of the number beside it.
    ("The plan has net reductions of 6 posts.", [None]),
    ("The reduction fund has 6 members.", ["Members"]),
    ("The rate is 78 with girls leading.", [None]),
    ("78 pupils with special needs passed.", ["Pupils with special needs passed"]),
    ("The ratio of girls to boys is 210 to 190.", [None, None]),
    ("The 2012 figures were better.", []),
    ("There were 2012 pupils.", ["Pupils"]),
    ("The museum will spend its $900 reserve.", [None]),
    ("Guests 300 • Hill won a prize.", ["Guests"]),
    # Words that a name needs.
    ("All 48 villages have piped water.", ["Villages that have piped water"]),
    ("All 48 villages have opened a clinic.", ["Villages that have opened a clinic"]),
    ("48 villages have been connected.", ["Villages connected"]),
    (
        "In the 14 schools that were inspected, 200 faults were found.",
        ["Schools that were inspected", "Faults found"],
    ),
    ("120 patients waited to be seen.", ["Patients waited to be seen"]),
    ("Clear-up rate: 41%", ["Clear-up rate"]),
    ("Crime cleared up: 41%", ["Crime cleared up"]),
    ("Results at a glance: 34 schools inspected", ["Schools inspected"]),
    ("Library stock: 34,000 books", ["Library stock"]),
    ("North 12 South 14 East 9", ["North", "South", "East"]),
    ("Pupils: Total 90 Girls 40 Boys 50", [None]),
    ("90 Pupils 12 Teachers 3 Cooks", ["Pupils", "Teachers", "Cooks"]),
    ("In Dale 40 Teachers and 300 Pupils live.", ["Teachers in Dale", "Pupils live"]),
    ("Schools: 34\nof which primary: 20\nof which secondary: 14", ["Schools", None, None]),
]


@pytest.mark.parametrize(("text", "labels"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_a_label_leaves_nothing_out_that_changes_what_it_says(drafted, text, labels):
    draft = drafted(text, "en").draft
    assert [None if item.unnamed else item.label for item in draft.entries] == labels
