"""SheetWords: by which words a language tells what a sheet of figures holds; each folder has its own."""

from typing import NamedTuple


class SheetWords(NamedTuple):
    """Words in small letters, most the beginnings; from `suppressed` on what a legend says of a symbol."""

    indicator: tuple[str, ...] = ()  # the head of a column that says what is counted
    unit: tuple[str, ...] = ()  # the head of one that says in which unit
    body: tuple[str, ...] = ()  # the head of one that says whose a value is
    totals: tuple[str, ...] = ()  # rows that count all, in full
    months: tuple[str, ...] = ()
    day_endings: tuple[str, ...] = ()  # of the number of a day: "1st"
    suppressed: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
