"""Files with very many mistakes: the first fifty are told, all are counted, and work grows no faster."""

import sys

import pytest
from needs import on
from reported import read_report

from edureport.commands import TABLES
from edureport.errors import FAILED, ReportError
from edureport.problem import Problems

HEAD = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, period: 2025-9M, language: en}
units: {school: {en: {one: school, other: schools}}, percent: "%"}
"""
FIGURE = "label: L, unit: school, kind: stock"
# A file of n mistakes of one kind each: what stands before them, each, what stands after them.
KINDS = {
    "values": ("indicators:\n", "  i{n}: {{" + FIGURE + ", value: mor than {n}}}\n", ""),
    "units": ("indicators:\n", "  i{n}: {{label: L, unit: u{n}, kind: stock, value: 1}}\n", ""),
    "unknown keys": ("indicators:\n  a: {" + FIGURE + ", value: 1, ", "valu{n}: 1, ", "}\n"),
    "missing keys": ("indicators:\n", "  i{n}: {{label: L, unit: school, value: 1}}\n", ""),
    "no mappings": ("indicators:\n", "  i{n}: x\n", ""),
    "bad keys": ("indicators:\n", "  ы{n}: {{" + FIGURE + "}}\n", ""),
    "keys twice": ("indicators:\n", "  i{n}: {{" + FIGURE + "}}\n  i{n}: 1\n", ""),
    "tags": ("indicators: &a\n  a:\n", "  - !x y\n", ""),
    "tabs": ("", "\t\n", ""),
    "control characters": ("", "\x1b\n", ""),
    "escapes": ("indicators:\n", '  i{n}: {{label: "\\e", unit: school, kind: stock}}\n', ""),
    "earlier": ("indicators:\n  a: {" + FIGURE + ", value: 1, earlier: {", "{n:04}-13: 1, ", "}}\n"),
    "all of nothing": ("indicators:\n", "  i{n}: {{" + FIGURE + ", value: all of j{n}}}\n", ""),
    "percent of nothing": (
        "indicators:\n",
        "  i{n}: {{label: L, unit: percent, kind: ratio, value: 1, of: {{whole: j{n}}}}}\n",
        "",
    ),
    "targets": (
        "indicators:\n  a: {" + FIGURE + "}\ntargets:\n",
        "  t{n}: {{label: L, indicator: b{n}, value: 1}}\n",
        "",
    ),
    "dates": (
        "indicators:\n  a: {" + FIGURE + "}\ntargets:\n  t: {label: L, indicator: a, value: 1, milestones: {",
        "{n:04}-02-30: 1, ",
        "}}\n",
    ),
    "explanations": ("indicators:\n  a: {" + FIGURE + ", skip: [", "{{check: x}}, ", "]}\n"),
    "Latin letters": ("indicators:\n", "  i{n}: {{label: {{ru: Mкола}}, unit: school, kind: stock}}\n", ""),
}


def made(kind, size, first=0):
    before, each, after = KINDS[kind]
    numbers = range(first, first + size)
    return (HEAD + before + "".join(each.format(n=number) for number in numbers) + after).encode()


def refused(data):
    with pytest.raises(ReportError) as caught:
        read_report(data, "made-up.yaml")
    return caught.value


def counted(read):
    """How many lines of Python run, those of the library included, and what comes of it."""
    count = 0

    def trace(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        found = read()
    finally:
        sys.settrace(before)
    return count, found


def work(data):
    return counted(lambda: refused(data))[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_mistake_is_counted(monkeypatch, kind):
    monkeypatch.setattr(Problems, "MOST", 100)
    error = refused(made(kind, 150))
    assert len(error.problems) <= 100
    more = 1 if kind == "tags" else 0  # and a list where keys are expected
    assert len(error.problems) + error.omitted == 150 + more


@pytest.mark.parametrize("kind", KINDS)
def test_work_grows_no_faster_than_the_mistakes(kind):
    """Of numbers of as many digits, none of which was met before: what was read is remembered."""
    refused(made(kind, 1))  # what is loaded once
    once, threefold = work(made(kind, 100, 300)), work(made(kind, 300, 400))
    assert threefold < 4.5 * once + 500


@pytest.mark.parametrize("name", TABLES)
def test_the_first_fifty_are_told_and_the_others_counted(run, tmp_path, name):
    for number, kind in enumerate(("values", "units", "tabs")):
        (tmp_path / f"{number}.yaml").write_bytes(made(kind, 40))
    (tmp_path / "good.yaml").write_bytes(HEAD.encode() + b"indicators: {}\n")
    done = run(*on(name, tmp_path))
    lines = done.errors.splitlines()
    assert (done.code, done.data, len(lines)) == (FAILED, b"", 51)
    assert lines[0] == (
        f"edureport: {tmp_path}/0.yaml:5:52: 'mor than 0' is not a valid quantity; "
        "did you mean 'more than 0'?"
    )
    assert lines[50] == "edureport: and 70 more problems"


def test_many_thousand_mistakes_are_answered_too(run):
    data = HEAD.encode() + b"indicators:\n" + b"".join(b"  i%d: x\n" % number for number in range(20_000))
    lines = run("check", "-", stdin=data).errors.splitlines()
    assert (len(lines), lines[50]) == (51, "edureport: and 19,950 more problems")


def test_what_ends_the_reading_is_told_among_the_first():
    error = refused(made("keys twice", 10) + b"x: 'y\n")
    assert error.problems[-1].message.key == "yaml.quote"


# Chains and rows that are no mistakes, and take no more time either


LONG = {
    "chain": (
        "indicators:\n",
        "  i{n}: {{" + FIGURE + ", value: all of i{next}}}\n",
        "  i{size}: {{" + FIGURE + ", value: 1}}\n",
    ),
    "chain backwards": (
        "indicators:\n  i0: {" + FIGURE + ", value: 1}\n",
        "  i{next}: {{" + FIGURE + ", value: all of i{n}}}\n",
        "",
    ),
    "earlier": (
        "indicators:\n  a: {" + FIGURE + ", value: 1, earlier: {",
        "2000-01-01/P{next}D: 1, ",
        "}}\n",
    ),
}


@pytest.mark.parametrize("kind", LONG)
def test_long_chains_are_walked_once(kind):
    def read(size):
        before, each, after = LONG[kind]
        rows = "".join(each.format(n=n, next=n + 1) for n in range(size))
        text = HEAD + before + rows + (after.format(size=size) if "size" in after else after)
        lines, report = counted(lambda: read_report(text.encode(), "made-up.yaml"))
        assert sum(len(indicator.observations) for indicator in report.indicators.values()) == size + 1
        return lines

    assert read(300) < 4.5 * read(100) + 500


def test_a_chain_takes_the_value_at_its_end_and_a_circle_is_told_of_each():
    head = HEAD + "indicators:\n"
    rows = [f"  {key}: {{{FIGURE}, value: {value}}}\n" for key, value in
            (("a", "all of b"), ("b", "all of c"), ("c", "7"), ("d", "all of b"))]  # fmt: skip
    report = read_report((head + "".join(rows)).encode(), "made-up.yaml")
    assert [str(indicator.value) for indicator in report.indicators.values()] == ["7"] * 4
    circle = [f"  {key}: {{{FIGURE}, value: all of {value}}}\n" for key, value in ("ab", "bc", "cb", "dd")]
    error = refused((head + "".join(circle)).encode())
    assert [problem.message.values for problem in error.problems] == [{"key": key} for key in "abcd"]
