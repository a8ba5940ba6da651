"""edureport data: what it writes is read again as the same observations, whatever the reports say."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edureport.commands import options
from edureport.model.quantity import Bound
from edureport.model.report import Flag
from edureport.reading.load import load_all
from edureport.reading.tables import tidy

REPORTS = sorted(
    str(path)
    for folder in ("data", "examples", "docs/examples", "tests/fuzz/found")
    for path in Path(folder).rglob("*.yaml")
)
TOGETHER = (
    "examples/astana",
    "examples/shymkent-grade-1",
    "docs/examples/district",
    "docs/examples/worked-revised",
    "docs/examples/worked-corrected",
)
TWO = """\
edureport: 1
report: {{id: {key}, organisation: City of Examples, period: {period}, language: en}}
units: {{school: schools}}
indicators: {{schools: {{label: Schools, unit: school, kind: stock, value: {value}{earlier}}}}}
"""
HEADER = "organisation,indicator,unit,kind,period,value"
ROW = "city,schools,school,stock,2025,5"


def observed(reports):
    """Every observation: whose, of what, which part, when, which quantity; and every place for one."""
    return {
        (
            report.body,
            indicator.key,
            entry.category,
            getattr(entry, "period", indicator.period),
            str(getattr(entry, "quantity", None)),
            getattr(getattr(entry, "quantity", None), "interval", None),
            getattr(getattr(entry, "quantity", None), "counted", None),
            getattr(getattr(entry, "quantity", None), "step", None),
            frozenset(entry.flags),
        )
        for report in reports
        for indicator in report.indicators.values()
        for entry in indicator.entries
        if getattr(entry, "quantity", None) or entry.flags or entry.category
    }


def readable(path):
    try:
        return load_all([path])
    except Exception:  # noqa: BLE001 - what cannot be read is shown elsewhere
        return None


@pytest.mark.parametrize("given", [*filter(readable, REPORTS), *TOGETHER])
def test_every_report_is_read_again(run, tmp_path, given):
    from edureport.reading.locate import locate

    before = load_all(locate([given], {}).paths)
    path = tmp_path / "again.csv"
    path.write_bytes(run("data", given, "-f", "csv").data)
    assert observed(load_all([str(path)])) == observed(before)
    again = run("data", path, "-f", "csv").lines
    assert sorted(again) == sorted(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("suffix", ["tsv", "parquet", "xlsx"])
def test_other_formats_are_read_again(run, tmp_path, suffix):
    given = ("examples/astana", "examples/shymkent-grade-1", "examples/shymkent-sdg4.yaml", "data")
    path = tmp_path / f"again.{suffix}"
    machine = ("--machine",) if suffix == "xlsx" else ()
    assert run("data", *given, *machine, "-o", path).code == 0
    assert sorted(run("data", path, "-f", "csv").lines) == sorted(run("data", *given, "-f", "csv").lines)


def test_standard_input_is_read(run):
    data = run("data", "examples/astana", "-f", "csv").data
    shown = run("show", "schools", "-", "-f", "csv", stdin=data)
    assert shown.lines == run("show", "schools", "examples/astana", "-f", "csv").lines


NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.decimals(0, 10**9, places=2, allow_nan=False).map(lambda number: f"{number:f}"),
)
QUANTITIES = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["", "more than", "at least", "about", "nearly"]), NUMBERS),
    st.builds("{} {}".format, st.sampled_from(["less than", "at most"]), st.integers(1, 10**9).map(str)),
    st.tuples(st.integers(0, 99), st.integers(100, 10**6)).map(lambda ends: f"{ends[0]}..{ends[1]}"),
    st.just(""),
)
FLAGS = st.lists(st.sampled_from([flag.value for flag in Flag]), max_size=2, unique=True)
INDICATORS = st.lists(
    st.tuples(
        st.sampled_from(["school", "money", "percent"]),
        st.sampled_from(["stock", "flow", "ratio"]),
        QUANTITIES,
        FLAGS,
        st.sampled_from(["", "5", "1000"]),
        st.lists(QUANTITIES, max_size=3),
        st.booleans(),
        st.dictionaries(st.sampled_from(["2024-9M", "2024", "2023"]), NUMBERS, max_size=2),
    ),
    min_size=1,
    max_size=4,
)


def report_of(indicators):
    lines = [
        "edureport: 1",
        "report: {id: r, organisation: {kk: Қала, en: City}, area: KZ-79, period: 2025-9M, language: en}",
        'units: {school: schools, money: {en: money, whole: false}, percent: "%"}',
        "indicators:",
    ]
    for number, (unit, kind, value, flags, precision, parts, complete, earlier) in enumerate(indicators):
        if unit == "percent":
            kind = "ratio"  # noqa: PLW2901
        entry = [f"label: Ұзын «{number}»", f"unit: {unit}", f"kind: {kind}", "better: higher"]
        entry += [f"value: {value}"] if value.strip() else []
        entry += [f"flags: [{', '.join(flags)}]"] if flags else []
        entry += [f"precision: {precision}"] if precision and value.strip() else []
        if parts:
            members = ", ".join(
                f"m{place}: {{label: Part {place}{f', value: {part}' if part.strip() else ''}}}"
                for place, part in enumerate(parts)
            )
            entry.append(f"breakdown: {{d: {{complete: {complete}, members: {{{members}}}}}}}")
        if earlier:
            entry.append(f"earlier: {{{', '.join(f'{when}: {what}' for when, what in earlier.items())}}}")
        lines.append(f"  i{number}: {{{', '.join(entry)}}}")
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(indicators=INDICATORS)
def test_random_reports_are_read_again(run, tmp_path_factory, indicators):
    folder = tmp_path_factory.mktemp("random")
    (folder / "r.yaml").write_text(report_of(indicators), encoding="utf-8")
    (folder / "again.csv").write_bytes(run("data", folder / "r.yaml", "-f", "csv").data)
    before, after = load_all([str(folder / "r.yaml")]), load_all([str(folder / "again.csv")])
    assert observed(after) == observed(before)


@settings(max_examples=20, deadline=None)
@given(reports=st.lists(INDICATORS, min_size=2, max_size=4), damage=st.integers(0, 99))
def test_a_random_folder_is_the_same_with_any_cache(run, tmp_path_factory, reports, damage):
    folder, home = tmp_path_factory.mktemp("random"), tmp_path_factory.mktemp("cache")
    for number, indicators in enumerate(reports):
        text = report_of(indicators).replace("organisation: {", f"organisation: {{id: body-{number}, ")
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")

    def data(*more):
        done = run("data", folder, "-f", "csv", *more, env={"XDG_CACHE_HOME": str(home)})
        return done.code, done.text, done.errors

    whole = data()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(options, "MANY_FILES", 2)
        assert data("--no-cache") == whole
        assert not list(home.iterdir())
        assert [data(), data()] == [whole, whole]  # cold and warm
        (cache,) = home.rglob("*.sqlite3")
        kept = bytearray(cache.read_bytes())
        at = len(kept) * damage // 100
        kept[at : at + 200] = b"\xff" * len(kept[at : at + 200])
        cache.write_bytes(kept)
        assert [data(), data()] == [whole, whole]


def test_two_reports_that_state_one_figure_keep_both(run, tmp_path):
    old = tmp_path / "a.yaml"
    old.write_text(TWO.format(key="a", period=2024, value=44, earlier=""), encoding="utf-8")
    new = tmp_path / "b.yaml"
    new.write_text(
        TWO.format(key="b", period=2025, value=50, earlier=", earlier: {2024: 45}"), encoding="utf-8"
    )
    path = tmp_path / "again.csv"
    path.write_bytes(run("data", old, new, "-f", "csv").data)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert sorted((row["period_end"][:4], row["value"]) for row in rows) == [
        ("2024", "44"),
        ("2024", "45"),
        ("2025", "50"),
    ]
    assert sorted(run("data", path, "-f", "csv").lines) == sorted(run("data", old, new, "-f", "csv").lines)
    for paths in ((old, new), (path,)):
        (row,) = csv.DictReader(io.StringIO(run("compare", *paths, "--before", "2024", "-f", "csv").text))
        assert (row["before"], row["after"]) == ("45", "50")  # what was said last counts


def test_a_table_of_few_columns_will_do(run):
    done = run("summary", "-", "-f", "csv", stdin=f"{HEADER}\n{ROW}\n".encode())
    (row,) = csv.DictReader(io.StringIO(done.text))
    assert (row["organisation"], row["label"], row["value"], row["value_bound"]) == (
        "city",
        "schools",
        "5",
        "exact",
    )


@pytest.mark.parametrize("left_out", [["ownership,private,"], ["ownership,private,", "ownership,state,"]])
@pytest.mark.parametrize("command", ["summary", "data", "check"])
def test_a_part_whose_row_is_left_out_is_named_by_its_own_parts(run, tmp_path, command, left_out):
    written = run("data", "docs/examples/district/2025-9m.yaml", "-f", "csv").text.splitlines()
    kept = [line for line in written if not any(f",schools,{words}" in line for words in left_out)]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(kept), "utf-8")
    done = run(command, str(path), "-f", "csv")
    assert done.code in {0, 1}
    assert "fault" not in done.errors
    if command == "summary":
        assert "Private schools – Primary schools" in done.text


@pytest.mark.parametrize(
    ("header", "rows", "said"),
    [
        (HEADER, ["city,schools,school,stock,2025,5x"], "r.csv:2:6: '5x' is not a number here"),
        (HEADER, ["city,schools,school,stock,2025-13,5"], "r.csv:2:5: the period '2025-13' does not exist"),
        (HEADER, [",schools,school,stock,2025,5"], "r.csv:2:1: 'organisation' is empty in this row"),
        (
            HEADER,
            ["city,schools,school,stok,2025,5"],
            "r.csv:2:4: 'stok' is not known here; did you mean 'stock'?",
        ),
        (HEADER, [ROW, ROW], "r.csv:3: the same figure was given before (r.csv:2)"),
        (HEADER, [ROW, "city,schools,pupil,stock,2025,5"], "r.csv:3: 'schools' is in 'pupil' here"),
        (HEADER + ",sex", [ROW + ",F"], "r.csv:1:7: a table of figures has no column 'sex'"),
        (HEADER + ",dimension", [ROW + ",sex"], "r.csv:2:7: 'member' is empty in this row"),
        (HEADER + ",value_bound", [ROW + ",range"], "r.csv:2:6: a range needs its upper end"),
        (HEADER + ",value_low", [ROW + ",4"], "r.csv:2:7: value_low and value_high are not the ends of “5”"),
        (HEADER + ",flags", [ROW + ",brake"], "r.csv:2:7: 'brake' is not known here; did you mean 'break'?"),
        (HEADER, [], "r.csv: this table has no rows below the names of its columns"),
        ("city,what,when", ["a,b,c"], "r.csv: is a table, and needs a description"),
    ],
)
def test_a_mistake_is_told_at_its_cell(run, tmp_path, header, rows, said):
    (tmp_path / "r.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    done = run("summary", "r.csv", folder=tmp_path)
    assert done.code == 2
    assert f"edureport: {said}" in done.errors


def test_a_table_of_more_than_can_be_kept_is_told(run, monkeypatch):
    monkeypatch.setattr(tidy, "MOST_ROWS", 1)
    text = f"{HEADER}\n{ROW}\n{ROW.replace('2025', '2024')}\n"
    done = run("summary", "-", stdin=text.encode())
    assert (done.code, "<stdin>:3:1: more than 1 figures; divide the table" in done.errors) == (2, True)


@pytest.mark.parametrize("bound", Bound)
def test_a_bound_keeps_its_ends(run, bound):
    ends = {"range": ",5,9", "less_than": ",,5", "at_most": ",,5"}.get(bound, "")
    table = f"{HEADER},value_bound{',value_low,value_high' if ends else ''}\n{ROW},{bound}{ends}\n"
    (row,) = csv.DictReader(io.StringIO(run("data", "-", "-f", "csv", stdin=table.encode()).text))
    counted = "amount" if bound in ("less_than", "at_most") else "count"  # a count would end at 0
    assert (row["value_bound"], row["measure"]) == (bound, counted)
