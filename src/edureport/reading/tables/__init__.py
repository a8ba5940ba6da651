"""Tables as sources: CSV files and sheets, described once in a few lines of YAML, and tidy tables."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import NamedTuple

TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet")


class Chosen(NamedTuple):
    """Patterns of keys, and every key that the tables have: those say what may have been meant."""

    patterns: tuple[str, ...]
    known: set[str]

    @property
    def exact(self) -> list[str] | None:
        """The keys themselves, if all patterns are keys."""
        return None if any(sign in "*?[" for one in self.patterns for sign in one) else list(self.patterns)

    def fitting(self, keys: Iterable[str]) -> list[str]:
        """Those of the keys of a table that a pattern fits."""
        keys = list(keys)
        self.known.update(keys)
        return [key for key in keys if any(fnmatchcase(key, pattern) for pattern in self.patterns)]

    def unfitting(self, keys: Iterable[str]) -> str | None:
        """The first pattern that fits none of these keys."""
        keys = list(keys)
        return next((one for one in self.patterns if not any(fnmatchcase(key, one) for key in keys)), None)
