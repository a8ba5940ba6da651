"""Bodies: reports by the organisation that they are of, in time that grows with their number alone."""

from collections.abc import Iterable, Sequence

from edureport.model.report import Report


def by_body(reports: Sequence[Report]) -> list[list[Report]]:
    """The reports of each organisation, in the order of the first of them.

    A report belongs to the first group whose first report is of the same organisation.
    """
    if len(reports) == 1:  # of most periods there is but one
        return [list(reports)]
    groups: list[list[Report]] = []
    known: dict[tuple[str, str], list[int]] = {}  # from what an organisation is called to groups
    for report in reports:
        candidates = sorted({number for name in names_of(report) for number in known.get(name, ())})
        same = next((one for one in candidates if groups[one][0].same_organisation(report)), None)
        if same is None:
            for name in names_of(report):
                known.setdefault(name, []).append(len(groups))
            groups.append([report])
        else:
            groups[same].append(report)
    return groups


def names_of(report: Report) -> Iterable[tuple[str, str]]:
    """What the organisation of a report is called: its id, and its name in each language."""
    if report.organisation_id:
        yield "id", report.organisation_id
    yield from report.organisation.texts.items()
