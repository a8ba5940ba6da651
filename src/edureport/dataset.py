"""Dataset: a table for machines, the codes in it and where it is from, as formats of exchange write it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from edureport.table import Kind, Table

Labels = Mapping[str, str]  # by language; where a name is missing in one, there is none


class Reference(NamedTuple):
    """A report that figures are taken from."""

    organisation: Labels
    title: Labels
    address: str | None
    published: date | None
    licence: str | None = None


class Dataset(NamedTuple):
    """A table whose columns are described.

    `codes` are the codes that occur in a column and their labels, by the key of the column; `known` all
    that can occur in one that takes its codes from a closed list. `key` are the columns whose cells
    together are in no two rows, empty if there are none such. `languages` are all that labels can be in.
    """

    table: Table
    codes: Mapping[str, Mapping[str, Labels]]
    known: Mapping[str, Mapping[str, Labels]]
    headings: Mapping[str, Labels]
    title: Labels
    sources: Sequence[Reference]
    key: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def published(self) -> date | None:
        """When the last of its reports was published."""
        return max((one.published for one in self.sources if one.published), default=None)


NUMBERS = frozenset(kind for kind in Kind if kind.is_number and kind is not Kind.COUNT)


def best(labels: Labels, language: str) -> str | None:
    """The label in a language, else in any; None if there is none."""
    return labels.get(language) or next(iter(labels.values()), None)
