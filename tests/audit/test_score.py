"""What the audit gives for texts that retell a report freely: often silence, hardly ever a wrong verdict."""

import pytest
from score_verdicts import UNSEEN, names, scored


@pytest.fixture(scope="module", params=["seen", "unseen"])
def counts(request):
    return scored(UNSEEN if request.param == "unseen" else names() - UNSEEN)


def number(counts, *, wanted=None, given=None):
    return sum(
        count
        for (one, other), count in counts.items()
        if (wanted is None or one == wanted) and (given is None or other == given)
    )


def test_the_corpus_is_large(counts):
    assert counts.total() > 400


def test_what_is_wrong_is_never_confirmed(counts):
    assert number(counts, given="confirmed") == counts["confirmed", "confirmed"]


def test_what_is_right_is_hardly_ever_contradicted(counts):
    wrongly = number(counts, given="contradicted") - counts["contradicted", "contradicted"]
    assert wrongly <= counts.total() / 100


def test_most_figures_get_the_verdict_of_a_careful_reader(counts):
    right = sum(count for (wanted, given), count in counts.items() if wanted == given)
    assert right > counts.total() * 0.6
