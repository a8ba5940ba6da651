"""A language is one folder: a small fourth one, and one of which nothing is known, read every text."""

from pathlib import Path
from unittest import mock

import pytest
from snapshots import corpora

import edureport
from edureport import prose
from edureport.audit.audit import audit
from edureport.drafting.build import build
from edureport.languages import available
from edureport.model.period import Period
from edureport.prose import grammar
from edureport.prose.grammar.language import Language, SheetWords
from edureport.prose.grammar.naming import Naming
from edureport.prose.grammar.stems import synonyms
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks

HERE = Path(__file__).parent
OWN = Period.parse("2025-9M")
TEXT = "Shaharda 300 dan ortiq maktab va besh ming bola bor. 40-maktabda 12 foiz."


@pytest.fixture(autouse=True)
def folders(monkeypatch):
    monkeypatch.setattr(grammar, "__path__", [*grammar.__path__, str(HERE / "languages")])


def test_a_folder_is_a_language():
    assert {"en", "kk", "ru", "uz", "xx"} <= set(grammar.codes())
    assert prose.language_of("300 ta maktab va 5 ta bog'cha, o'tgan yil bilan") == "uz"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Бул жылы айылда 12 көпүрө жана 3 жол курулду.", "ky"),
        ("Биыл жылы ауылда 12 көпір және 3 жол салынды.", "kk"),
        ("Үш көпір салынды.", "kk"),
        ("В ауле построено 12 мостов и 3 дороги.", "ru"),
    ],
)
def test_letters_of_two_languages_show_the_one_that_has_more_of_them_or_of_the_words(text, language):
    assert prose.language_of(text) == language


def test_what_it_knows_is_read():
    found = [
        (figure.words, str(figure.stated), figure.bound.value, figure.unit)
        for figure in prose.read(TEXT, "uz").figures
        if figure.states
    ]
    assert found == [
        ("300 dan", "300", "more_than", "maktab"),
        ("besh ming", "5000", "exact", "bola"),
        ("12 foiz", "12", "exact", "%"),
    ]


@pytest.mark.parametrize("code", ["uz", "xx"])
def test_what_it_does_not_know_falls_back(code):
    texts = [TEXT, *(text for texts in corpora().values() for _, text in texts)]
    for text in texts:
        reading = prose.read(text, code)
        assert reading.relations is not None
        assert len(reading.times(OWN).of_figures) == len(reading.figures)
        assert reading.period is None or reading.period.days
        assert reading.sentences
    assert synonyms(code) == {"": frozenset()} or not any(synonyms(code).values())
    assert prose.quantity_of("300", code) is not None
    language = grammar.load(code)
    assert (type(language.naming), language.sheets) == (Naming, SheetWords())


@pytest.mark.parametrize("code", ["uz", "xx"])
def test_an_audit_and_a_draft_fall_back_too(code):
    report = edureport.load("data/report_2025q3.yaml")
    for _, text in corpora()["examples"]:
        blocks = Blocks("text.txt", Limits())
        add_blocks(text, blocks)
        document = Document("text.txt", text, tuple(blocks.all), lined=True)
        reading = prose.read(document.prose, code)
        assert len(audit(reading, [report]).findings) == len(reading.figures)
        assert build(document, reading, OWN).figures


def test_a_language_says_only_what_it_knows():
    """Each folder overrides answers that there are, and none with the same."""
    for code in ("en", "kk", "ru"):
        language = grammar.load(code)
        for part, answers in ((language, Language), (language.naming, Naming)):
            own = {name: own for name, own in vars(type(part)).items() if not name.startswith("_")}
            assert own.keys() <= vars(answers).keys()
            assert not [name for name, answer in own.items() if answer == vars(answers)[name]]


@pytest.mark.parametrize("asked", [grammar.codes, available])
def test_what_the_system_refuses_makes_no_language_unknown(monkeypatch, asked):
    """Kazakh is not to be read as Russian because a call to the system fails, as it would by a glob."""
    known = asked()
    for name in ("stat", "scandir"):
        monkeypatch.setattr(f"os.{name}", mock.Mock(side_effect=PermissionError))
    assert asked() == known


def test_a_folder_that_lists_nothing_is_an_error_of_the_system(monkeypatch, tmp_path):
    monkeypatch.setattr(grammar, "__path__", [str(tmp_path)])
    with pytest.raises(FileNotFoundError):
        grammar.codes()
