"""Which language to speak, and which language a text is in; asked at every start, so it reads no words."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from edureport import languages
from edureport.errors import ReportError, UsageError
from edureport.message import message

if TYPE_CHECKING:
    from edureport.reading.document import Document


def chosen_language(option: str | None, environment: Mapping[str, str]) -> str:
    """The language of the option, else EDUREPORT_LANG (UsageError for others), the locale, English."""
    known = languages.available()
    for value in (option, environment.get("EDUREPORT_LANG")):
        if value:
            return _one_of(known, value)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):  # the first that is set decides, as in POSIX
        if value := environment.get(name):
            code = re.split(r"[_.@-]", value)[0].lower()
            return code if code in known else "en"
    return "en"


def chosen_text_language(option: str | None) -> str | None:
    """The language that an option says a text is in, None without one; UsageError if it is not read."""
    from edureport import prose  # only what reads texts asks

    return None if option is None else _one_of(prose.LANGUAGES, option)


def language_of(document: "Document", named: str | None) -> str:
    """The language of a text: the `named` one, else that of its words; ReportError for letters not read."""
    from edureport import prose

    language = named or prose.language_of(document.prose)
    if language is None:
        raise ReportError.at(document.path, "text.letters")
    return language


def _one_of(known: tuple[str, ...], code: str) -> str:
    if code.lower() in known:
        return code.lower()
    if code.lower() in ("kz", "kaz") and "kk" in known:  # the code of the country for that of the language
        raise UsageError(message("usage.language_near", word=code, near="kk"))
    raise UsageError(message("usage.language", word=code, known=known))
