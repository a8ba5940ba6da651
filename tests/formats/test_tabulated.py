"""Plain text and markups: labels stay labels, whatever the markup would make of them."""

import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from readers import READERS
from rich.cells import cell_len
from seen import differences, expected

from edureport.formats import FORMATS
from edureport.languages import catalogue

NAMES = [name for name, found in FORMATS.items() if found.module == "tabulated"]
READ = [name for name in NAMES if name in READERS]  # asciidoc is read by tests/programs/run.py
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)
# What begins a heading, a list, a comment, a line or the like in some markup.
STARTS = """\
# a|## a|1. a|2) a|2025. a|(3) a|a. b|iv. a|#. a|- a|+ a|* a|> a|| a|.. a|.a|: a|; a|= a|== a ==|~~~ a|--- a|\
---|===|***|....|____|[a]: b|[a|*a|!a|h1. a|bq. a|NOTE: a|:a: b|-a b|--a=b|/a|>>> a|__ a|a::|a:: b|//a\
"""


@pytest.fixture(scope="module")
def unlike(labelled, written):
    """`unlike("a|b", "rst")`: where a table of this text says something else in a format."""
    words = catalogue.load("en")

    def find(text, name):
        table = labelled(unicodedata.normalize("NFC", text))  # as of a report file
        return differences(expected(table, words, name), READERS[name](written(table, name)))

    return find


@pytest.mark.parametrize("name", READ)
def test_hostile_text_is_text(unlike, hostile, name):
    assert unlike(hostile, name) == []


@pytest.mark.parametrize("start", [start for start in re.split(r"\|(?=\S)", STARTS.strip()) if start])
@pytest.mark.parametrize("name", READ)
def test_no_beginning_of_a_text_is_markup(unlike, name, start):
    assert unlike(start, name) == []


@pytest.mark.parametrize("name", READ)
@given(text=WORDS)
@example("a_b_ __c__ _d_ e__f")
@example("-- --- ,, '' `` << >> ?` !`")
@example("x\\")
def test_any_text_is_text(unlike, name, text):
    assert unlike(text, name) == []


def test_asciidoc_leaves_no_sign_of_its_own(labelled, written, hostile):
    text = written(labelled(f"{hostile} a:: b;; c -- d... e++ f"), "asciidoc")
    assert [line.count("|") for line in text.splitlines() if line.startswith("| ")] == [6, 6, 6, 6]
    rest = re.sub(r"(?:link:)?https?://\S+\[\]|&#\d+;|^\| \*\*|\*\*(?= *\|)", "", text, flags=re.MULTILINE)
    for line in rest.splitlines():
        if not line.startswith(("[cols", "|===")):
            assert not re.search(r"[&<>*`^~#{\[\\']|::|--|\.\.|\(\(|\((?:C|R|TM)\)|(?<!\w)_|_(?!\w)", line)


@pytest.mark.parametrize("text", ["__TOC__", "__a__b_", "a!!b", "~~~~", "~~~"])
def test_mediawiki_leaves_no_magic_word_and_no_signature(labelled, written, text):
    """Which its parser does not know."""
    lines = written(labelled(text), "mediawiki").splitlines()
    assert not [
        line for line in lines if re.search(r"__|~~~", line) or (not line.startswith("!") and "!!" in line)
    ]


ADDRESSES = {
    "https://example.org/my_report_2025": "https://example.org/my_report_2025",
    "see http://example.org/a_b?x=1&y=2#z_z, and": "http://example.org/a_b?x=1&y=2#z_z",
    "(https://example.org/a_(b_c))": "https://example.org/a_(b_c)",
    "«https://example.org/*a*_b».": "https://example.org/*a*_b",
    "<ftp://example.org/a_b>": "ftp://example.org/a_b",
    "www.example.org/a_b_c.": "http://www.example.org/a_b_c",
    "write to my_office@example.org!": "mailto:my_office@example.org",
    "https://example.org/есеп_2025": "https://example.org/%D0%B5%D1%81%D0%B5%D0%BF_2025",
}


@pytest.mark.parametrize("sign", ["$", "^", "~"])
def test_signs_of_formulas_are_letters_in_markdown(labelled, written, sign):
    """Pandoc takes what stands between two of them for a formula, raised or lowered."""
    assert f"10\\{sign}6\\{sign}" in written(labelled(f"10{sign}6{sign}"), "markdown")


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_stays_an_address_in_markdown(labelled, written, text):
    found = READERS["markdown"](written(labelled(text), "markdown"))
    assert set(found.links) == {ADDRESSES[text]}
    assert (
        len(found.links) == 11
    )  # in the title, the heading of the group, three cells each of two rows and below


@pytest.mark.parametrize(
    "text", [text for text in ADDRESSES if text.startswith(("https://example.org/my", "see", "<"))]
)
def test_an_address_stays_an_address_in_rst(labelled, written, text):
    assert set(READERS["rst"](written(labelled(text), "rst")).links) == {ADDRESSES[text]}


@pytest.mark.parametrize(
    "text", ["https://", "www.", "https://(((((", "a@b", "@", "https://..", "http://_", "ftp://)"]
)
@pytest.mark.parametrize("name", READ)
def test_what_begins_like_an_address_is_text(unlike, name, text):
    assert unlike(text, name) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_long_text_takes_time_in_proportion(name, labelled, written):
    """In processor time: much of it is spent where no lines can be counted."""

    def time_of(size):
        start = time.process_time()
        for piece in ("a@", "https://(", "www.(a", "-", "a_", "+("):
            written(labelled(piece * (size // len(piece))), name)
        return time.process_time() - start

    once, fourfold = (min(time_of(size) for _ in range(3)) for size in (1_000, 4_000))
    assert fourfold < 8 * once + 0.05


def test_plain_text_shows_text_as_it_is(labelled, written, hostile):
    assert written(labelled(hostile), "plain").count(hostile) >= 6


def test_columns_of_plain_text_stand_under_each_other(table, labelled, written):
    texts = ("学校", "e\u0301cole", "🏫", "schools")
    rows = [row for text in texts for row in labelled(text).rows]
    lines = written(table(rows), "plain").splitlines()[3:-1]
    assert len({cell_len(line[: line.index("300") + 3]) for line in lines}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "学校 ｗｉｄｅ",
        "Больши\u0301е шко\u0301лы",
        "и\u0306 x\u0323\u0302",
        "👩\u200d🏫 ⚠\ufe0f",
        "हिन्दी ไทยที่",
    ],
)
def test_widths_of_rst_are_those_of_docutils(unlike, text):
    assert unlike(text, "rst") == []


def test_latex_writes_the_signs_that_pdftex_has_no_letters_for(written, labelled):
    text = written(labelled("−5 ≈ ∞ ≥ е\u0301 ậ \u202f\u00a0[*"), "latex")
    assert r"$-$5 $\approx$ $\infty$ $\geq$ \'{е} \^{\d{a}} \,~{[}*" in text
    assert not re.search("[−≈∞≥\u0301\u202f\u00a0]", text)


@pytest.mark.parametrize("start", "[*")
def test_latex_takes_no_label_for_an_option_of_the_row_above(written, labelled, start):
    assert not re.search(rf"^\s*\{start}", written(labelled(f"{start}a"), "latex"), re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_title_a_table_and_notes(run, name):
    text = run("summary", "data/report_2025q3.yaml", "-f", name).text
    assert text.startswith("Education Department of the City of Shymkent: January–September 2025\n\n")
    assert (
        text.rstrip("\n")
        .splitlines()[-1]
        .startswith("Inconsistent: “General schools” is given as more than 300")
    )
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for words in ("School network", "more than 300", "less than 83.4", "no data"):
        assert words in text


@pytest.mark.parametrize("name", NAMES)
def test_a_part_can_be_told_from_its_whole(labelled, written, name):
    whole, part = (line for line in written(labelled("Schools"), name).splitlines() if "300" in line)
    if name == "plain":
        assert whole.startswith("Schools")
        assert part.startswith("  Schools")
    else:
        assert "– Schools" not in whole
        assert "– Schools" in part


@pytest.mark.parametrize("name", NAMES)
def test_a_label_of_two_lines_does_not_break_the_table(run, report, name):
    given = '{{schools: {{label: "two{0}lines", unit: school, kind: stock, value: 3}}}}\n'
    broken = run("summary", report("indicators: " + given.format(r"\n")), "-f", name)
    whole = run("summary", report("indicators: " + given.format(" ")), "-f", name)
    assert broken.text == whole.text


@pytest.mark.parametrize("name", NAMES)
def test_figures_keep_their_digits(written, every_kind, name):
    text = written(every_kind, name)
    for figure in ("300.5", "16.1", "0.67", "83.4", "1,234", "+19", "31 Dec 2025"):
        assert figure in text


@pytest.mark.parametrize("name", NAMES)
def test_a_table_without_rows_is_a_table(table, written, name):
    assert written(table([]), name).startswith("Title\n\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_nothing_but_bars_is_no_trouble(run, name):
    assert run("targets", "data/report_2025q3.yaml", "--columns", "bar", "-f", name).code == 0
