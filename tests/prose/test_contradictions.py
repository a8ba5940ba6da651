"""What reports write and rules forget: which of our own sentences contradict themselves, and which do not."""

from pathlib import Path

import pytest

from edureport import prose
from edureport.prose.cells import TextCell
from edureport.prose.relations.relation import Consistency
from edureport.reading.text_file import load_text

SENTENCES = Path(__file__).with_name("contradictions.tsv")
ROWS = [line.split("\t") for line in SENTENCES.read_text("utf-8").splitlines() if not line.startswith("#")]
BROKEN = {Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL}


@pytest.mark.parametrize(("language", "verdict", "text"), ROWS, ids=[row[2] for row in ROWS])
def test_contradiction(language, verdict, text, tmp_path):
    path = tmp_path / "text.md"
    path.write_text(text.replace("\\n", "\n") + "\n", "utf-8")
    document = load_text(str(path))
    reading = prose.read(document.prose, language, [TextCell(*one) for one in document.cells])
    told = any(relation.verdict in BROKEN for relation in reading.relations)
    assert told == {"told": True, "silent": False}[verdict]
