"""Relations that arithmetic finds in made-up texts, and those that it must not find."""

import json
import sys

import pytest
import score_mined
from score_mined import half_of, mined, score

from edureport import prose

CHANGE = "Sales of Examplia rose 20.8 pct to 87.1 mln dlrs from 72.1 mln dlrs."
SHARE = "Из 3 412 семей Примерска газ проведён к 1 267, или 37,1 %."
SUM = "Үлгі ауданында 4 213 отбасы бар, оның ішінде 2 908 қалалық, 1 305 ауылдық."
FAR = "The town of Sampleton has 3,412 homes. Of these 1,267 (37.1%) are heated with gas."


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", CHANGE, ["change 20.8 pct 87.1 mln 72.1 mln"]),
        ("ru", SHARE, ["share 3 412 1 267 37,1 %"]),
        ("kk", SUM, ["sum 4 213 2 908 1 305"]),
        ("en", FAR, ["share 3,412 1,267 37.1%"]),
        ("en", "Output was 41.3 million tons, 2.36 times the 17.5 million tons of Sampleton.",
         ["multiple 41.3 million 2.36 17.5 million"]),
        ("en", "Output rose by 1,204 to 9,816 from 8,612.", ["difference 1,204 9,816 8,612"]),
        # Few digits: 10 may be any tenth of 100.
        ("en", "It has 100 cows, 90 sheep and 2% of the land.", []),
        # No arithmetic leads from one to another.
        ("en", "Sales of Examplia rose 24.8 pct to 87.1 mln dlrs from 72.1 mln dlrs.", []),
        # Years state nothing.
        ("en", "In 2020 it had 1,010 members, in 1010 none.", []),
    ],
)  # fmt: skip
def test_numbers_that_follow_from_others_are_found(language, text, found):
    reading = prose.read(text, language)
    words = [[one.kind, *(reading.figures[index].words for index in one.members)] for one in mined(reading)]
    assert [" ".join(one) for one in words] == found


def test_a_changed_number_counts_as_told_or_is_listed():
    lines = []
    counts = score([(f"made-up-{index}", CHANGE) for index in range(20)], lines.append)
    kinds = {key[:3] for key in counts}
    assert kinds == {("en", "dev", "change"), ("en", "held", "change")}
    told = sum(counts[*key, said] for key in kinds for said in ("certain", "likely"))
    assert told > 0
    assert told + len(lines) == 20


def test_a_file_is_scored_by_halves(tmp_path, capsys, monkeypatch):
    names = [f"made-up-{index}" for index in range(20)]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(json.dumps({"id": name, "text": CHANGE}) for name in names), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["score_mined.py", str(file), "--half", "held"])
    score_mined.main()
    held = sum(half_of(name) == "held" for name in names)
    assert 0 < held < 20
    assert capsys.readouterr().out.startswith(f"en held change: {held} relations, told ")
