"""Reports by their organisations, which may be called by an id or by a name in any language."""

from edureport.model.merging import by_body
from edureport.model.report import Text


class Named:
    """A report as far as it is asked here."""

    def __init__(self, number, organisation_id=None, **names):
        self.number, self.organisation_id, self.organisation = number, organisation_id, Text.of(names, "en")

    def same_organisation(self, other):
        if self.organisation_id and other.organisation_id:
            return self.organisation_id == other.organisation_id
        return any(self.organisation.texts.get(one) == name for one, name in other.organisation.texts.items())


def numbers(*reports):
    return [[report.number for report in group] for group in by_body(reports)]


def test_the_same_id_or_the_same_name_is_the_same_body():
    reports = [
        Named(0, "a", en="Eastville", ru="Восток"),
        Named(1, "b", en="Eastville"),
        Named(2, en="Westville"),
        Named(3, "a", en="City of Eastville"),
        Named(4, ru="Восток"),
        Named(5, en="Westville", ru="Запад"),
        Named(6, ru="Запад"),
        Named(7, "b", kk="Шығыс"),
    ]
    assert numbers(*reports) == [[0, 3, 4], [1, 7], [2, 5], [6]]


def test_no_report_is_compared_with_all_others():
    calls = []

    class Counting(Named):
        def same_organisation(self, other):
            calls.append(other)
            return super().same_organisation(other)

    assert len(by_body([Counting(number, en=f"City {number % 500}") for number in range(1000)])) == 500
    assert len(calls) == 500
