"""What strangers can repeat without an end is answered soon, in little memory, and in a line."""

import io
import zipfile

import pytest

MEGABYTES, SECONDS = 400, 10  # of addresses and of processor time; the program itself takes 200 and a tenth
START = (
    f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MEGABYTES << 20},) * 2); "
    f"resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS},) * 2); from edureport.__main__ import main; main()"
)
REPORT = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, period: 2000-01, language: en}
units: {school: schools}
indicators:
"""


def word(inside, names=""):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        body = f"<w:p><w:r><w:t>There were 5 schools.</w:t></w:r></w:p>{inside}"
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        made.writestr("word/document.xml", f'<w:document xmlns:w="{space}"{names}>{body}</w:document>')
    return packed.getvalue()


def elements(count):
    return "".join(f"<n:e{number}/>" for number in range(count))


def labels(letters):
    one = "  key{}: {{label: {}, unit: school, kind: stock, value: 5}}\n"
    return (REPORT + "".join(one.format(number, letters) for number in range(90))).encode()


def periods():
    earlier = ", ".join(f'"{year}-{month:02}": 3' for year in range(1000, 1300) for month in range(1, 13))
    return (
        f"{REPORT}  key: {{label: a, unit: school, kind: stock, value: 5, earlier: {{{earlier}}}}}\n".encode()
    )


AUDIT, SUMMARY = ("audit", "--data", "none", "-f", "csv"), ("summary", "-f", "csv")
INPUTS = {
    "a long namespace": (word(elements(4_000), f' xmlns:n="{"x" * 10**6}"'), AUDIT, 2),
    "names of elements": (word(elements(100_000), f' xmlns:n="{"x" * 480}"'), AUDIT, 0),
    "long Cyrillic words": (labels("ж" * 9900), SUMMARY, 0),
    "words of two alphabets": (labels("жa" * 4900), SUMMARY, 0),
    "a code page": ("Школ: было 250\n".encode("cp1251") * 10**6, SUMMARY, 2),
    "a text in a code page": ("Школ было 250. ".encode("cp1251") * 10**6, AUDIT, 2),
    "a long tag": (f"{REPORT}  key: !{'t' * 10**6} {{label: a}}\n".encode(), ("fmt", "--check"), 2),
    "a long alias": (f"{REPORT}  key: *{'t' * 10**6}\n".encode(), SUMMARY, 2),
    "many periods": (periods(), ("summary", "--period", "1999"), 2),
}  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_it_is_answered(program, tmp_path, name):
    pytest.importorskip("resource")
    data, (command, *options), code = INPUTS[name]
    path = tmp_path / (
        "made-up.docx" if data.startswith(b"PK") else "made-up.txt" if command == "audit" else "made-up.yaml"
    )
    path.write_bytes(data)
    done = program(command, path, *options, code=START)
    assert (done.code, "memory" in done.errors) == (code, False), done.errors[:500]
    assert all(len(line) < 1500 for line in done.errors.splitlines())
