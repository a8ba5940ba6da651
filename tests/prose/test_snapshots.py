"""Every figure of the corpora is read as it was: `pytest tests/prose --update-golden` writes them anew.

A line that changes is to be looked at, and its reason belongs into the message of the commit.
"""

import pytest
from snapshots import FOLDER, corpora, written

CORPORA = corpora()
TEXTS = [(name, number) for name, texts in CORPORA.items() for number in range(len(texts))]


@pytest.fixture(scope="module")
def kept(request):
    """For each corpus what was read, text by text."""
    if request.config.getoption("--update-golden"):
        for name, texts in CORPORA.items():
            (FOLDER / f"{name}.txt").write_text(written(texts), "utf-8")
    return {path.stem: path.read_text("utf-8").split("\n\n")[:-1] for path in FOLDER.iterdir()}


@pytest.mark.parametrize(("name", "number"), TEXTS)
def test_what_is_read(name, number, kept):
    assert written([CORPORA[name][number]]) == kept[name][number] + "\n\n"


def test_no_snapshot_is_left_over(kept):
    counted = {name: len(texts) for name, texts in CORPORA.items()}
    assert {name: len(texts) for name, texts in kept.items()} == counted
