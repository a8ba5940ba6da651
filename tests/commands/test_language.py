"""Which language the program speaks."""

import pytest

from edureport import languages
from edureport.commands.language import chosen_language, chosen_text_language
from edureport.errors import UsageError


@pytest.mark.parametrize(
    ("option", "environment", "chosen"),
    [
        (None, {}, "en"),
        ("en", {"EDUREPORT_LANG": "kk", "LC_ALL": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, "en"),
        ("KK", {}, "kk"),
        (None, {"EDUREPORT_LANG": "ru", "LC_ALL": "kk_KZ.UTF-8"}, "ru"),
        (None, {"EDUREPORT_LANG": "RU"}, "ru"),
        (None, {"EDUREPORT_LANG": "", "LC_ALL": "kk_KZ.UTF-8"}, "kk"),
        (None, {"LC_ALL": "kk_KZ.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8", "LANG": "en_US.UTF-8"}, "kk"),
        (None, {"LC_MESSAGES": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, "ru"),
        (None, {"LANG": "kk_KZ"}, "kk"),
        (None, {"LANG": "ru.UTF-8"}, "ru"),
        (None, {"LANG": "kk"}, "kk"),
        (None, {"LANG": "kk_KZ@cyrillic"}, "kk"),
        (None, {"LC_ALL": "C", "LANG": "kk_KZ.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LANG": "kk_KZ.UTF-8"}, "kk"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "POSIX"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_first_that_is_named(monkeypatch, option, environment, chosen):
    monkeypatch.setattr(languages, "available", lambda: ("en", "kk", "ru"))
    assert chosen_language(option, environment) == chosen


@pytest.mark.parametrize(
    ("option", "environment"), [("eo", {}), (None, {"EDUREPORT_LANG": "eo"}), ("kk_KZ", {})]
)
def test_a_language_without_words_is_told_when_it_was_asked_for(option, environment):
    with pytest.raises(UsageError, match=r"is not a language of the program; choose from .*en, "):
        chosen_language(option, environment)


def test_a_text_is_in_a_language_that_texts_are_read_in(monkeypatch):
    monkeypatch.setattr(languages, "available", lambda: ("en", "eo", "kk", "ru"))
    assert chosen_text_language(None) is None
    assert chosen_text_language("KK") == "kk"
    with pytest.raises(UsageError, match=r"choose from .*en, kk, ru"):
        chosen_text_language("eo")
