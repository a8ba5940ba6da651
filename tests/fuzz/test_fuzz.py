"""The fuzzer for a few seconds, and every input that it has ever found.

    python tests/fuzz/run.py --minutes 60

runs it for longer; what it finds is mended, made small, and stays as a file in `found`, or, if a report
was broken, with its message in tests/broken.
"""

from collections import Counter
from itertools import cycle
from pathlib import Path

import fuzzing
import kinds
import pytest
from hypothesis import HealthCheck, given, settings
from needs import ways

from edureport import languages
from edureport.commands import TABLES
from edureport.errors import DONE, FOUND
from edureport.formats import FORMATS

EACH = 30  # inputs of each kind that every run of the tests tries, fewer of slow ones
FILES = sorted((Path(__file__).parent / "found").glob("*.yaml"))


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_whatever_comes_in_is_answered(kind, record_property):
    tried = Counter()
    most = max(EACH // kinds.SLOW.get(kind, 1), 5)

    @settings(max_examples=most, suppress_health_check=list(HealthCheck))
    @given(kinds.KINDS[kind])
    def attempt(one):
        tried[fuzzing.attempt(one)] += 1

    attempt()
    record_property("inputs", tried.total())
    print(f"{tried.total()} inputs of the kind {kind}; exit codes {dict(tried)}")
    assert tried.total() >= most
    if kind == "odd":  # else the formats would see little of what is made up
        assert tried[DONE] + tried[FOUND] > most // 4


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_found_is_answered(path, name):
    needed = ways(name, "-", key="pupils")[-1]
    for form, language in zip(FORMATS, cycle(languages.available()), strict=False):
        arguments = (*needed, "-f", form, "-l", language)
        fuzzing.attempt(fuzzing.Input(arguments, path.read_bytes()))


@pytest.mark.parametrize(
    ("form", "data"),
    [("json", b'{"a": NaN}'), ("jsonl", b"{}\n{"), ("csv", b"a,b\n1\n"), ("csv", b'a\n"x'),
     ("table", b"\x1b[31m"), ("html", b"<p><script>"), ("html", b"<p onclick=x></p>"), ("html", b"<p>")],
)  # fmt: skip
def test_the_fuzzer_would_notice(form, data):
    with pytest.raises((fuzzing.WrongError, ValueError, fuzzing.csv.Error)):
        fuzzing.check(("summary", "-", "-f", form), data)
