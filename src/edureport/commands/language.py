"""Which language to speak; asked at every start, so it reads no words."""

import re
from collections.abc import Mapping

from edureport import languages
from edureport.errors import UsageError
from edureport.message import message


def chosen_language(option: str | None, environment: Mapping[str, str]) -> str:
    """The language to speak: the option, else EDUREPORT_LANG, else the locale, else English.

    Raises UsageError if the option or EDUREPORT_LANG names a language without words.
    """
    known = languages.available()
    for value in (option, environment.get("EDUREPORT_LANG")):
        if value:
            if value.lower() in known:
                return value.lower()
            raise UsageError(message("usage.language", word=value, known=known))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):  # the first that is set decides, as in POSIX
        if value := environment.get(name):
            code = re.split(r"[_.@-]", value)[0].lower()
            return code if code in known else "en"
    return "en"
