"""Sentences that were written without looking at the reader are read well enough."""

import pytest
from score_figures import SETS, score


@pytest.mark.parametrize("name", SETS)
def test_figures_are_found_with_their_value_and_bound(name):
    found = score(name)
    assert found.labelled > 250
    assert found.precision > 0.95
    assert found.recall > 0.95
    assert found.kind > 0.9 * found.labelled


@pytest.mark.parametrize("name", SETS)
def test_what_follows_is_not_accused(name):
    assert score(name).accused <= 1
