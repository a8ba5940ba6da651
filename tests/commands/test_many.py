"""Reports that hold very much of one thing: the work of a command grows no faster than the report."""

import tracemalloc

import pytest
from needs import on
from work import work

from edureport.commands import TABLES
from edureport.errors import DONE, FOUND

HEAD = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, period: 2025-9M, language: en}
units: {school: {en: {one: school, other: schools}}, percent: "%"}
indicators:
"""
WHOLE = "  a: {label: L, unit: school, kind: stock, value: 5, earlier: {2024-9M: 3}"
# What stands before, what is there many times, what stands after.
MANY = {
    "indicators": (WHOLE + "}\n", "  i{n}: {{label: L{n}, unit: school, kind: stock, value: 5}}\n", ""),
    "breakdowns": (WHOLE + ", breakdown: {", "d{n}: {{members: {{m: {{label: L, value: 1}}}}}}, ", "}}\n"),
    "members": (WHOLE + ", breakdown: {d: {members: {", "m{n}: {{label: L{n}, value: 1}}, ", "}}}}\n"),
    "members of a member": (
        WHOLE + ", breakdown: {d: {members: {m: {label: L, value: 4, breakdown: {d: {members: {",
        "m{n}: {{label: L{n}, value: 1}}, ",
        "}}}}}}}}\n",
    ),
    "percentages": (
        WHOLE + "}\n",
        "  p{n}: {{label: P{n}, unit: percent, kind: ratio, value: 40, of: {{whole: a}}}}\n",
        "",
    ),
    "targets": (
        WHOLE + "}\ntargets:\n",
        "  t{n}: {{label: T{n}, indicator: a, value: 9, due: 2026-01-01}}\n",
        "",
    ),
    "explanations": (WHOLE + ", skip: [", "{{check: x{n}, because: y}}, ", "]}\n"),
}  # fmt: skip
# Where reports are gone through; what reads and writes them would drown that out.
ROOMS = ("model", "analysis", "audit", "prose", "checks", "commands")


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("kind", MANY)
def test_work_grows_no_faster_than_the_report(run, name, kind):
    def lines(size):
        before, each, after = MANY[kind]
        text = HEAD + before + "".join(each.format(n=n) for n in range(size)) + after

        def show():
            done = run(*on(name, "-", key="a"), "-f", "csv", stdin=text.encode())
            assert done.code in (DONE, FOUND)

        return work([f"edureport/{room}" for room in ROOMS], show)

    lines(1)  # what is loaded once
    assert lines(360) < 4.5 * lines(120) + 1000


MOST_BYTES = 1_450  # 100,000 indicators take less than 200 MiB then
WITH_PARTS = """\
  i%d: {label: Label %d, unit: school, kind: stock, value: 30, breakdown: {d: {members: {
     a: {label: A, value: 20}, b: {label: B, value: 10}}}}}
"""


@pytest.mark.parametrize("name", ["summary", "check"])
def test_an_indicator_with_parts_takes_little_memory(run, tmp_path, name):
    def most(count):
        path = tmp_path / "made-up.yaml"
        path.write_text(HEAD + "".join(WITH_PARTS % (number, number) for number in range(count)))
        tracemalloc.start()
        done = run(*on(name, path, key="i0"), "-f", "csv", "-o", tmp_path / f"{count}.csv")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert done.code == DONE
        return peak

    most(501)  # what is loaded or kept once, the more for more of them
    few, many = most(101), most(501)
    assert many - few < 400 * MOST_BYTES
