"""Every figure of the corpora is read as it was: `pytest tests/prose --update-golden` writes them anew.

A line that changes is to be looked at, and its reason belongs into the message of the commit.
"""

import pytest
from snapshots import FOLDER, corpora, written

CORPORA = corpora()


@pytest.mark.parametrize("name", CORPORA)
def test_what_is_read(name, request):
    path, found = FOLDER / f"{name}.txt", written(CORPORA[name])
    if request.config.getoption("--update-golden"):
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


def test_no_snapshot_is_left_over():
    assert {path.stem for path in FOLDER.iterdir()} == set(CORPORA)
