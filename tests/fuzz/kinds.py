"""The kinds of input: those of a report or a text alone, and those of several files, caches and outputs."""

import csv
import io
import json
import sqlite3
import zipfile
from functools import cache
from xml.etree import ElementTree as ET

import fuzzing
import yaml
from fuzzing import BASES, HERE, SCRAPS, Input, WrongError
from hypothesis import strategies as st
from needs import TEXTS, ways

from edureport import languages
from edureport.commands import EXPORTING, TABLES
from edureport.document import template
from edureport.formats import DRAWINGS, EXPORTS, FORMATS

REPORTS = fuzzing.odd_reports() | fuzzing.odd_reports() | fuzzing.broken_trees() | fuzzing.broken_texts()
SPOKEN = st.sampled_from(languages.available())
PERIODS = (
    "2023",
    "2024",
    "2024-9M",
    "2025-9M",
    "2025-Q3",
    "2024/25",
    "2025-09",
    "2025-12-31/P1D",
    "2025-W10",
)


def some(*flags):
    """A few of these options."""
    return st.lists(st.sampled_from(flags), max_size=2, unique=True).map(
        lambda chosen: [word for flag in chosen for word in flag.split()]
    )


# Documents and charts


@st.composite
def on_documents(draw):
    """A document of a report, in each format and language, with templates that may be wrong."""
    form = draw(
        st.sampled_from(("docx", "docx", "html", "html", "markdown", "markdown", "xlsx", "xlsx", "pdf"))
    )
    files, more = [], draw(some("--approval", "--findings", "--no-charts"))
    if draw(st.integers(0, 3)) == 0:
        files.append(("own.yaml", draw(templates())))
    if form == "docx" and draw(st.booleans()):
        spoilt = fuzzing.spoilt_zips(_letter(), _WORD_XML) | fuzzing.spoilt_bytes(_letter())
        files.append(("own.docx", draw(spoilt | fuzzing.word_files())))
    for name, _ in files:
        more += ["--template", f"{HERE}/{name}"]
    return Input(("document", "-", "-f", form, "-l", draw(SPOKEN), *more), draw(REPORTS), tuple(files))


_WORD_XML = (
    "<w:p/>", "<w:sectPr/>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", '<w:style w:styleId="Heading1"/>',
    "</w:p>",
    "<w:body>", '<w:pStyle w:val="Nothing"/>', "&#5;", "<!DOCTYPE x>", "", '<w:pgSz w:w="0" w:h="-1"/>',
    '<Relationship Id="rId1" Type="x" Target="../../x"/>', '<Default Extension="xml" ContentType="x"/>',
    '<w:numId w:val="999"/>', '<w:tblStyle w:val="x"/>', '<w:pgMar w:left="99999999"/>', "<w:docDefaults/>",
)  # fmt: skip


@cache
def _letter():
    import docx

    made, out = docx.Document(), io.BytesIO()
    made.add_heading("City of Examples")
    made.add_paragraph("Of our own.")
    made.save(out)
    return out.getvalue()


@st.composite
def templates(draw):
    """The sentences of a document in one language, some of them exchanged."""
    path = template.FOLDER / f"{draw(SPOKEN)}.yaml"
    tree = fuzzing.tree_of(path)
    for _ in range(draw(st.integers(0, 3))):
        holder, key = draw(st.sampled_from(list(fuzzing.places(tree))))
        if key not in (holder if isinstance(holder, dict) else range(len(holder))):
            continue
        holder[key] = draw(SCRAPS | _SENTENCES)
    return fuzzing.written(tree)


_SENTENCES = st.lists(
    st.sampled_from(
        ("{label}", "{value}", "{period}", "{figure}", "{amount} {unit}", "{number}", "{", "}", "{{x}}",
        "{0}",
         "{label!r}", "{value:>99999999}", "{x.y}", "{x[0]}", " ", ".", "<b>", "$x$", "\u202e", "\n")
    ), max_size=5,
).map("".join)  # fmt: skip


@st.composite
def on_charts(draw):
    """A drawing of a report, of each kind and in each format."""
    given = draw(REPORTS)
    keys = draw(st.lists(st.sampled_from(fuzzing.indicators_of(given) or ["schools"]), max_size=2))
    kind = draw(st.sampled_from(((), *(("--kind", name) for name in ("bars", "parts", "trend", "progress")))))
    day = draw(st.sampled_from(((), (), ("--as-of", "2030-01-01"), ("--as-of", "2025-10-01"))))
    form = draw(st.sampled_from((*DRAWINGS, "svg")))
    return Input(("chart", *keys, "--data", "-", *kind, *day, "-f", form, "-l", draw(SPOKEN)), given)


# Report files as they are written


@st.composite
def on_forms(draw):
    """A report file that is to be put in form, followed by the next one, or taken over by a draft."""
    given, period = draw(REPORTS), draw(st.sampled_from((*PERIODS, "x", "2025-02-30")))
    match draw(st.sampled_from(("fmt", "fmt", "new", "draft", "first", "schema"))):
        case "fmt":
            return Input(("fmt", "-", "-l", draw(SPOKEN)), given, expects=_is_in_form)
        case "new":
            return Input(("new", "--like", "-", f"--period={period}"), given, expects=_is_next)
        case "draft":
            text = draw(st.sampled_from(TEXTS))
            more = ("--like", "-", f"--period={period}", "-l", draw(SPOKEN))
            return Input(("draft", str(text), *more), given)
        case "first":
            names = [f"{name}={draw(SCRAPS)}" for name in ("--organisation", "--id") if draw(st.booleans())]
            return Input(("new", f"--period={period}", "-l", draw(SPOKEN), *names))
    return Input(("schema", "-l", draw(SPOKEN)))


def _is_in_form(given, _folder, code, data):
    """A file in form stays as it is, and says what it said before."""
    if code:
        return
    again = fuzzing.answered(given._replace(data=data))
    if again[:2] != (0, data):
        raise WrongError(f"not in form: {again}")
    columns = "organisation,section,indicator,member,label,period,value*,flags,as_written,source"
    shown = ("data", "-", "-f", "json", "--columns", columns)
    before, after = (fuzzing.answered(Input(shown, one)) for one in (given.data, data))
    if before[0] == 0 and before != after:
        raise WrongError("in form it says something else")


def _is_next(_given, _folder, code, data):
    """The next report is YAML, and whatever is wrong with it is said."""
    if not code:
        yaml.load(data, yaml.BaseLoader)
        fuzzing.attempt(Input(("check", "-"), data))


# Several reports


@cache
def _of_one_period():
    return tuple(path for path in BASES if "period" in fuzzing.tree_of(path)["report"])


@st.composite
def on_series(draw):
    """Reports of several periods and organisations, for each command that puts them side by side."""
    base = draw(st.sampled_from(_of_one_period()))
    files = []
    for number in range(draw(st.integers(1, 4))):
        tree = fuzzing.tree_of(base if draw(st.integers(0, 4)) else draw(st.sampled_from(BASES)))
        if draw(st.integers(0, 3)) == 0:
            fuzzing.make_odd(draw, tree)
        if "period" in tree["report"] and draw(st.booleans()):
            tree["report"]["period"] = draw(st.sampled_from(PERIODS))
        tree["report"]["id"] = f"made-up-{number}"
        if draw(st.integers(0, 2)) == 0:
            tree["report"]["organisation"] = draw(st.sampled_from(("Eastville", "Westville")))
        if draw(st.integers(0, 2)) == 0:
            tree["report"]["area"] = draw(st.sampled_from(("KZ-79", "KZ-71", "KZ-75", "x y")))
        files.append((f"{number}.yaml", fuzzing.written(tree)))
    keys = fuzzing.indicators_of(files[0][1]) or ["schools"]
    arguments = draw(
        st.sampled_from((
            ("trend", "KEY"), ("trend", "KEY", "--discrete"), ("trend", "*", "--across"), ("rank", "KEY"),
            ("trend", "KEY", "--by", "area"), ("rank", "KEY", "--by", "area"), ("rank", "KEY", "--period",
            "2024"),
            ("compare",), ("compare", "--discrete", "--allow-unequal"), ("compare", "--explain"),
            ("targets",),
            ("targets", "--as-of", "2025-12-31", "--method", "cagr", "--explain"), ("data",), ("check",),
            ("summary",), ("summary", "--by", "area", "--explain"), ("summary", "--by", "section"),
            ("summary", "--period", "2025", "--with", "2024"), ("show", "KEY"), ("chart", "KEY"),
            ("chart", "--kind", "trend"), ("chart", "--kind", "progress"), ("document",),
            ("document", "--findings", "--approval"),
        ))
    )  # fmt: skip
    arguments = tuple(draw(st.sampled_from(keys)) if one == "KEY" else one for one in arguments)
    forms = {"chart": DRAWINGS, "document": ("markdown", "docx", "html", "xlsx")}.get(arguments[0], FORMATS)
    given = ("--data", HERE) if arguments[0] == "chart" else (HERE,)
    form = draw(st.sampled_from(tuple(forms)))
    return Input((*arguments, *given, "-f", form, "-l", draw(SPOKEN)), files=tuple(files))


# What is written, and read again


@cache
def _stored(base, form):
    """A report as a table of `data`."""
    if form == "sdmx-csv":
        with fuzzing.placed(Input(("data", base, "-f", form, "-o", f"{HERE}/out"))) as (given, folder):
            fuzzing.answered(given)
            return (folder / "out" / "data.csv").read_bytes()
    more = ("--machine",) if form == "xlsx" else ()
    return fuzzing.answered(Input(("data", base, "-f", form, *more)))[1]


@st.composite
def on_stores(draw):
    """A table of `data` with some cells, names or bytes changed, for every command."""
    form = draw(st.sampled_from(("csv", "csv", "tsv", "sdmx-csv", "xlsx", "parquet")))
    base = draw(st.sampled_from((*map(str, BASES), "examples/astana", "docs/examples/districts")))
    data = _stored(base, form)
    if form in ("csv", "tsv", "sdmx-csv"):
        sign = "\t" if form == "tsv" else ","
        rows = list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter=sign))
        for _ in range(draw(st.integers(0, 4))):
            row = draw(st.sampled_from(rows))
            match draw(st.sampled_from(("cell", "cell", "cell", "drop", "copy", "more"))):
                case "cell" if row:
                    row[draw(st.integers(0, len(row) - 1))] = draw(SCRAPS | fuzzing.FIGURES)
                case "drop" if len(rows) > 1:
                    del rows[draw(st.integers(1, len(rows) - 1))]
                case "copy":
                    rows.append(list(row))
                case "more":
                    row.append(draw(SCRAPS))
        text = io.StringIO()
        csv.writer(text, delimiter=sign).writerows(rows)
        data = text.getvalue().encode("utf-8", "surrogatepass")
    else:
        data = draw(fuzzing.spoilt_bytes(data))
    name = "figures." + {"sdmx-csv": "csv"}.get(form, form)
    arguments = draw(st.sampled_from(ways(draw(st.sampled_from(TABLES)), f"{HERE}/{name}")))
    return Input(
        (*arguments, "-f", draw(st.sampled_from(tuple(FORMATS))), "-l", draw(SPOKEN)), files=((name, data),)
    )


# What is written into files

OLD = b"the old one\n"


@st.composite
def on_outputs(draw):
    """Any command that writes into a file: the file is what would be printed, or as it was."""
    given = draw(REPORTS)
    command = draw(st.sampled_from((*TABLES, "chart", "document", "new", "schema")))
    forms = {"chart": DRAWINGS, "document": ("docx", "html", "markdown", "xlsx")}.get(command, FORMATS)
    key = draw(st.sampled_from(fuzzing.indicators_of(given) or ["schools"]))
    needed = () if command == "schema" else ("-",)
    arguments = [*draw(st.sampled_from(ways(command, *needed, key=key))), "-l", draw(SPOKEN)]
    if command in ("new", "schema"):
        return Input((*arguments, "-o", f"{HERE}/new.out"), given, expects=_is_whole)
    form = draw(st.sampled_from(tuple(forms)))
    old = () if draw(st.booleans()) else (("new.out", OLD),)
    return Input((*arguments, "-f", form, "-o", f"{HERE}/new.out"), given, old, expects=_is_whole)


def _is_whole(given, folder, code, _data):
    left = {path.name: path for path in folder.iterdir()}
    said = [word for word in given.arguments if word != "-o" and not word.endswith("/new.out")]
    if set(left) - {"new.out", "cache"}:
        raise WrongError(f"leaves {sorted(left)}")
    if code == 2:
        told_of_gaps = given.arguments[0] == "check"  # beside what it found, which it writes
        if "new.out" in left and left["new.out"].read_bytes() != OLD and not told_of_gaps:
            raise WrongError("the old file is lost")
        return
    again = fuzzing.answered(given._replace(arguments=tuple(said)))
    if again[1] != left["new.out"].read_bytes():
        raise WrongError("the file is not what is printed")


@st.composite
def on_exports(draw):
    """A report as files of exchange, in a folder or a zip."""
    command, form = draw(st.sampled_from(EXPORTING)), draw(st.sampled_from(tuple(EXPORTS)))
    name = draw(st.sampled_from(("out", "out.zip")))
    more = draw(some("--columns value,label", "--sort -value", "--indicator *"))
    arguments = (command, "-", "-f", form, "-o", f"{HERE}/{name}", *more)
    return Input(arguments, draw(REPORTS), expects=_is_readable)


def _is_readable(_given, folder, code, _data):
    """Each file of an export is what its name says; there is none if it failed."""
    left = {path.name for path in folder.iterdir()} - {"cache"}
    if code == 2:
        if left:
            raise WrongError(f"leaves {left}")
        return
    if (folder / "out.zip").exists():
        with zipfile.ZipFile(folder / "out.zip") as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    else:
        files = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    for name, data in files.items():
        if name.endswith(".json"):
            json.loads(data)
        elif name.endswith(".xml"):
            ET.fromstring(data)
        elif len({len(row) for row in csv.reader(io.StringIO(data.decode(), newline=""), strict=True)}) > 1:
            raise WrongError(f"{name} has rows of different lengths")


# The cache

MANY = 60  # reports, so that the cache is used
_SMALL = """\
edureport: 1
report: {{id: r{0}, organisation: City {1}, period: 20{2:02}, language: en}}
units: {{school: schools}}
indicators: {{schools: {{label: Schools, unit: school, kind: stock, value: {3}}}}}
"""


@st.composite
def on_caches(draw):
    """Many reports whose cache has been spoilt: nothing of it is seen."""
    figures = draw(st.lists(st.sampled_from(("12", "more than 300", "5..7", "x")), min_size=1, max_size=4))
    last = draw(st.sampled_from((MANY, MANY // 7 - 1)))  # with several reports on it, which are joined
    files = [
        (
            f"r{number}.yaml",
            _SMALL.format(
                number, number % 7, min(number // 7, last), figures[number % len(figures)]
            ).encode(),
        )
        for number in range(MANY)
    ]
    damage = draw(
        st.sampled_from((b"", b"empty", b"text", b"cut", b"rows"))
        | st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=20)
        .map(json.dumps)
        .map(str.encode)
    )
    return Input(("data", HERE, "-f", "csv"), files=(*files, ("damage.json", damage)), expects=_is_unseen)


def _is_unseen(given, folder, code, data):
    """What a cache has that was spoilt since is not believed."""
    environment = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    damage = (folder / "damage.json").read_bytes()
    for path in (folder / "cache").rglob("*.sqlite3"):
        match damage:
            case b"" | b"cut":
                path.write_bytes(path.read_bytes()[: len(damage) * 1000])
            case b"text":
                path.write_text("no cache", encoding="utf-8")
            case b"empty":
                path.unlink()
                path.mkdir()
            case b"rows":
                with sqlite3.connect(path) as base:
                    base.execute("UPDATE made SET made = CAST(replace(made, '12', '13') AS BLOB)")
            case _:
                changed = bytearray(path.read_bytes())
                for place, byte in json.loads(damage):
                    changed[place % len(changed)] = byte
                path.write_bytes(changed)
    for more in (), ("--no-cache",):
        again = given._replace(arguments=(*given.arguments, *more))
        if fuzzing.answered(again, environment)[:2] != (code, data):
            raise WrongError("a cache that was spoilt changes the answer")


KINDS = {
    "bytes": fuzzing.on_reports(fuzzing.any_bytes),
    "texts": fuzzing.on_reports(fuzzing.broken_texts()),
    "trees": fuzzing.on_reports(fuzzing.broken_trees()),
    "odd": fuzzing.on_reports(fuzzing.odd_reports()),
    "arguments": fuzzing.argument_lists(),
    "prose": fuzzing.on_texts(),
    "drafts": fuzzing.on_drafts(),
    "tables": fuzzing.on_tables(),
    "documents": on_documents(),
    "charts": on_charts(),
    "forms": on_forms(),
    "series": on_series(),
    "stores": on_stores(),
    "outputs": on_outputs(),
    "exports": on_exports(),
    "caches": on_caches(),
}
SLOW = {
    "caches": 20,
    "documents": 4,
    "exports": 4,
    "outputs": 4,
    "forms": 3,
    "charts": 2,
    "series": 2,
    "stores": 2,
}
