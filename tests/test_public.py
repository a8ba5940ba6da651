"""What other programs may import."""

import doctest
import typing
from decimal import Decimal
from pathlib import Path

import pytest

import edureport


def test_the_example_of_the_package_runs():
    failed, tried = doctest.testmod(edureport)
    assert (failed, tried) == (0, 3)


@pytest.mark.parametrize("name", edureport.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name):
    found = getattr(edureport, name)
    if name != "__version__":
        assert found.__name__ == name
        assert found.__doc__


def test_the_public_names_are_sorted_and_complete():
    assert edureport.__all__ == sorted(edureport.__all__)
    assert set(edureport.__all__) == {*edureport._HOMES, "__version__"}


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'edureport' has no attribute 'laod'"):
        edureport.laod  # noqa: B018
    assert not hasattr(edureport, "laod")


def test_a_report_is_read_by_key():
    report = edureport.load("data/report_2025q3.yaml")
    assert str(report["schools"].value) == "more than 300"
    assert report["schools"].value.bound is edureport.Bound.MORE_THAN
    assert "schools" in report
    assert "no_such_indicator" not in report
    assert len(report) == len(list(report)) == 17
    with pytest.raises(KeyError):
        report["no_such_indicator"]


def test_a_path_may_be_a_path():
    report = edureport.load(Path("data") / "report_2025q3.yaml")
    assert report.path == "data/report_2025q3.yaml"


def test_a_file_that_cannot_be_read_raises_one_error_with_everything_in_it(tmp_path):
    path = tmp_path / "report.yaml"
    path.write_text("edureport: 1\nreport: {}\n")
    with pytest.raises(edureport.EdureportError) as caught:
        edureport.load(path)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.problems) >= 4
    assert all(line.startswith(str(path)) for line in lines)


def test_a_library_gives_series_and_changes():
    library = edureport.load_library("examples/astana")
    series = library.series("schools")
    assert [str(figure.quantity) for figure in series] == ["187", "196", "206"]
    change = edureport.compare(series[0], series[-1], library.latest["schools"].kind)
    assert change.difference == edureport.Interval.point(Decimal(19))


def test_a_target_is_assessed():
    library = edureport.load_library("examples/shymkent-grade-1")
    (target,) = library.targets()
    assessed = edureport.assess(target, library.series(target.indicator.key), library.latest.period.last)
    assert isinstance(assessed, edureport.Assessment)
    assert assessed.target is target


def test_what_is_public_is_typed():
    for name in ("load", "load_library", "compare", "assess"):
        hints = typing.get_type_hints(getattr(edureport, name))
        assert "return" in hints
    assert (Path(edureport.__file__).parent / "py.typed").exists()
