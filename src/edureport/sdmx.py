"""What SDMX calls the columns of `data`, its identifiers of keys, and its codes of flags.

Names are those of the cross-domain concepts of SDMX where there is one, else ours in capitals.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

CONCEPTS: Mapping[str, str] = {
    "area": "REF_AREA",
    "dimension": "BREAKDOWN",
    "period": "TIME_PERIOD",
    "value": "OBS_VALUE",
    "value_bound": "OBS_BOUND",
    "value_low": "LOWER_BOUND",
    "value_high": "UPPER_BOUND",
    "flags": "OBS_FLAGS",
    "label": "TITLE",
    "unit": "UNIT_MEASURE",
    "report": "REPORT_FILE",
}
COLUMNS = {concept: column for column, concept in CONCEPTS.items()}
STATUS, REPORT = "OBS_STATUS", "REPORT"  # made of the columns flags and report
HEAD = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
TOTAL = "_T"  # in place of a part where a row is about the whole
NONE = "_Z"  # not applicable
AGENCY, VERSION = "EDUREPORT", "1.0.0"
IDENTIFIED = ("organisation", "section", "indicator", "dimension", "member", "unit")

# One status of several flags: the first of these, by the hierarchy of "Possible Ways of Implementing the
# Observation Status Concept" (SDMX, version 2.0 of 2019, section 2).
STATUSES: Mapping[str, str] = {
    "break": "B",
    "missing": "O",
    "not_applicable": "M",
    "suppressed": "Q",
    "definition_differs": "D",
    "included_elsewhere": "K",
    "imputed": "I",
    "forecast": "F",
    "estimated": "E",
    "provisional": "P",
    "low_reliability": "U",
}
NORMAL = "A"
_WITHOUT_VALUE = {"missing", "not_applicable", "suppressed", "included_elsewhere"}

_PLAIN = re.compile("[A-Za-z0-9_-]")
_RESERVED = re.compile("_[A-Z]")
_ESCAPED = re.compile(r"\$([0-9A-F]+)\$")


def concept_of(column: str) -> str:
    """What SDMX calls a column."""
    return CONCEPTS.get(column, column.upper())


def column_of(concept: str) -> str:
    """The column that SDMX calls so."""
    return COLUMNS.get(concept, concept.lower())


@lru_cache(maxsize=2**16)  # tables repeat themselves
def identifier(key: str) -> str:
    """A key as an identifier: `/` is `@`, any other sign its number between `$`. `key_of` gives it back."""
    if _RESERVED.fullmatch(key):
        return f"$5F${key[1:]}"
    return "".join(sign if _PLAIN.match(sign) else _escaped(sign) for sign in key)


def key_of(found: str) -> str:
    """The key that an identifier stands for."""
    return _ESCAPED.sub(_sign, found.replace("@", "/"))


def status_of(flags: Iterable[str], *, has_value: bool) -> str:
    """The one status of a figure with these flags."""
    held = set(flags)
    if not has_value and not held & _WITHOUT_VALUE:
        held.add("missing")
    return next((code for flag, code in STATUSES.items() if flag in held), NORMAL)


def _escaped(sign: str) -> str:
    return "@" if sign == "/" else f"${ord(sign):X}$"


def _sign(match: re.Match[str]) -> str:
    number = int(match[1], 16) if len(match[1]) <= 6 else 0x110000
    return chr(number) if number < 0x110000 else match[0]
