"""Reports that are consistent have no findings; a figure that is broken is found whenever it can be."""

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reported import read_report

from edureport.checks import Severity, findings
from edureport.model.interval import Interval
from edureport.model.quantity import Bound, Quantity

HEAD = """\
edureport: 1
report: {{id: made-up, organisation: Made-up Education Department, period: {period}, language: en}}
units: {{school: schools, percent: "%"}}
indicators:
  schools:
    label: Schools
    unit: school
    kind: flow
    value: {whole}
    breakdown:
"""
BOUNDS = st.sampled_from(["", "", "more than", "at least", "less than", "at most", "about", "nearly"])


@st.composite
def stated(draw, number):
    """A way to state a number that is true of it."""
    bound = draw(BOUNDS)
    slack = draw(st.integers(1, 5))
    shown = {"more than": -slack, "at least": 1 - slack, "less than": slack, "at most": slack - 1}.get(
        bound, 0
    )
    if bound == "nearly":
        shown = 1
    text = f"{bound} {number + shown}".strip()
    assume(number + shown > 0)
    quantity = Quantity.parse(text, counted=True)
    assume(Decimal(number) in quantity.interval)
    return text


def dimension(key, parts, nested=None):
    lines = [f"      {key}:", "        complete: true", "        members:"]
    for number, text in enumerate(parts):
        lines += [f"          m{number}:", f"            label: Part {number}", f"            value: {text}"]
        if nested and number == 0:
            lines.append("            breakdown:")
            members = ", ".join(
                f"n{n}: {{label: Level {n}, value: {value}}}" for n, value in enumerate(nested)
            )
            lines.append(f"              level: {{complete: true, members: {{{members}}}}}")
    return "\n".join(lines) + "\n"


@st.composite
def consistent(draw):
    """The figures of two reports that nothing speaks against: numbers, and how each is stated."""
    owners = draw(st.lists(st.integers(6, 400), min_size=2, max_size=4))
    first = draw(st.integers(1, owners[0] - 1))
    whole = sum(owners)
    other = draw(st.integers(1, whole - 1))
    before = [draw(st.integers(1, number)) for number in owners]
    say = lambda numbers: [draw(stated(number)) for number in numbers]  # noqa: E731
    return {
        "whole": draw(stated(whole)),
        "owners": say(owners),
        "levels": say([first, owners[0] - first]),
        "others": say([other, whole - other]),
        "whole_before": draw(stated(sum(before))),
        "before": say(before),
        "percent": f"{whole * 100 / (whole + 50):.1f}",
        "counts": (whole, whole + 50),
    }


def reports(figures):
    now = HEAD.format(period="2025-9M", whole=figures["whole"])
    now += dimension("owner", figures["owners"], figures["levels"]) + dimension("size", figures["others"])
    part, whole = figures["counts"]
    now += f"""\
  part: {{label: Part, unit: school, kind: stock, value: {part}}}
  all: {{label: All, unit: school, kind: stock, value: {whole}}}
  share:
    label: Share
    unit: percent
    kind: ratio
    value: {figures["percent"]}
    of: {{part: part, whole: all}}
"""
    before = HEAD.format(period="2025-H1", whole=figures["whole_before"])
    before += dimension("owner", figures["before"])
    return [read_report(before.encode(), "before.yaml"), read_report(now.encode(), "now.yaml")]


def certain(given):
    return [one for one in findings(given) if one.severity is not Severity.REMARK]


def interval(text):
    return Quantity.parse(text, counted=True).interval


def added(texts):
    total = Interval.point(Decimal(0))
    for text in texts:
        total += interval(text)
    return total


def cannot_be(figures):
    """Whether two figures that are stated of one thing exclude each other, by arithmetic of our own."""
    whole, before = interval(figures["whole"]), interval(figures["whole_before"])
    owners, others = added(figures["owners"]), added(figures["others"])
    apart = [
        (whole, owners),
        (whole, others),
        (owners, others),
        (interval(figures["owners"][0]), added(figures["levels"])),
        (before, added(figures["before"])),
    ]
    if any(max(a.low, b.low) > min(a.high, b.high) for a, b in apart):
        return True
    if any(_touch_in_vain(a, b) for a, b in apart):
        return True
    pairs = zip(
        [figures["whole_before"], *figures["before"]], [figures["whole"], *figures["owners"]], strict=True
    )
    return any(_below(interval(now), interval(then)) for then, now in pairs)


def _touch_in_vain(a, b):
    """Whether the one number that two intervals could share is an open end of either."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low != high:
        return False
    ends = [(a.low, a.low_open), (a.high, a.high_open), (b.low, b.low_open), (b.high, b.high_open)]
    return any(end == low and is_open for end, is_open in ends)


def _below(a, b):
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


@settings(deadline=None)
@given(consistent())
def test_nothing_is_found_in_consistent_reports(figures):
    assert certain(reports(figures)) == []


@settings(deadline=None, max_examples=200)
@given(consistent(), st.data())
def test_a_broken_figure_is_found_whenever_it_can_be(figures, data):
    place = data.draw(st.sampled_from(["whole", "owners", "levels", "others", "whole_before", "before"]))
    new = str(data.draw(st.integers(1, 2000)))
    if isinstance(figures[place], list):
        at = data.draw(st.integers(0, len(figures[place]) - 1))
        figures[place] = [*figures[place][:at], new, *figures[place][at + 1 :]]
    else:
        figures[place] = new
    assert bool(certain(reports(figures))) == cannot_be(figures)


@settings(deadline=None)
@given(consistent(), st.integers(0, 1000))
def test_a_percentage_is_found_unless_its_counts_give_it(figures, thousandths):
    figures["percent"] = f"{thousandths / 10:.1f}"
    part, whole = figures["counts"]
    exact = Decimal(part) * 100 / whole
    printed = Decimal(figures["percent"])
    rounded = abs(exact - printed) <= Decimal("0.05")
    cut = printed <= exact < printed + Decimal("0.1")
    found = [one for one in findings(reports(figures)) if one.check == "percent-counts"]
    assert [one.severity for one in found] == (
        [] if rounded else [Severity.REMARK] if cut else [Severity.CONTRADICTION]
    )


def test_the_bounds_of_the_generator_are_those_of_the_program():
    named = {bound.value.replace("_", " ") for bound in Bound} - {"exact", "range"}
    assert named == {"more than", "at least", "less than", "at most", "about", "nearly"}
