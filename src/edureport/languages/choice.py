"""Which language to speak; asked at every start, so it reads no words."""

import re
from collections.abc import Mapping
from pathlib import Path

from edureport.errors import UsageError
from edureport.message import message

FOLDER = Path(__file__).parent


def available() -> tuple[str, ...]:
    """The codes of the languages that there are words for."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def choose(option: str | None, environment: Mapping[str, str]) -> str:
    """The language to speak: the option, else EDUREPORT_LANG, else the locale, else English.

    Raises UsageError if the option or EDUREPORT_LANG names a language without words.
    """
    known = available()
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
