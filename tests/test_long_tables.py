"""Tables of twice the rows take twice the work, in whichever file they stand."""

import random
import zipfile

import pytest
from work import calls

HEADS = ["District", "Boys", "Girls", "Total", "Share, %"]
REPORT = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, period: 2025-9M, language: en}
units: {pupil: pupils}
indicators:
"""


def rows(count):
    chosen = random.Random(count)  # other words and numbers in each, so that none is known from before
    for _ in range(count):
        boys, girls = chosen.randint(100, 999), chosen.randint(100, 999)
        share = round(100 * boys / (boys + girls), 1)
        yield [f"District {chosen.randint(1, 10**9)}", *map(str, (boys, girls, boys + girls, share))]


def word(path, count):
    cell, space = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>", "http://schemas.openxmlformats.org"
    table = "".join(f"<w:tr>{''.join(map(cell.format, row))}</w:tr>" for row in [HEADS, *rows(count)])
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body><w:tbl>{table}</w:tbl>'
            "</w:body></w:document>",
        )


def markdown(path, count):
    lines = [HEADS, ["-"] * len(HEADS), *rows(count)]
    path.write_text("".join(f"| {' | '.join(line)} |\n" for line in lines))


def tidy(path, count):
    heads = "organisation,organisation_label,indicator,label,unit,kind,period,value\n"
    one = "examples,City of Examples,boys-{0},{1},pupil,stock,2025,{2}\n"
    path.write_text(heads + "".join(one.format(row[0][9:], *row) for row in rows(count)))


def parts(path, count):
    one = "  d{0}: {{label: {1}, unit: pupil, kind: stock, value: {4}, breakdown: {{by: {{members: {{\n"
    both = "    boys: {{label: Boys, value: {2}}}, girls: {{label: Girls, value: {3}}}}}}}}}}}\n"
    path.write_text(REPORT + "".join((one + both).format(row[0][9:], *row) for row in rows(count)))


MADE = {  # of which command, options and rows
    "made-up.docx": (word, ("audit", "--data", "none", "-f", "csv"), 45),  # 40 are compared with one another
    "made-up.md": (markdown, ("draft", "--period", "2025"), 45),
    "made-up.csv": (tidy, ("data", "-f", "csv"), 200),
    "made-up.yaml": (parts, ("summary", "-f", "csv"), 200),
}


@pytest.mark.parametrize("name", MADE)
def test_twice_the_rows_are_twice_the_work(run, tmp_path, name):
    make, (command, *options), most = MADE[name]

    def work(count):
        make(tmp_path / name, count)
        return calls(lambda: ends.append(run(command, tmp_path / name, *options)))

    ends = []
    work(9)  # what is loaded once
    assert work(2 * most) <= 2.2 * work(most)
    assert [(end.code, len(end.lines) > 9) for end in ends] == [(0, True)] * 3, ends[0]
