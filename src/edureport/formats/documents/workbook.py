"""A document as an Excel workbook (ECMA-376): its contents, then a sheet for each table, with its charts.

Bars of Excel know no open end: those of figures that are not exact are hatched, and say their bound.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from decimal import Decimal
from itertools import groupby
from typing import Any, BinaryIO

from xlsxwriter.utility import xl_range

from edureport.formats import Style, xlsx
from edureport.formats.drawings.canvas import BAR
from edureport.formats.xlsx import Sheet, SheetCell, sheet_for_people
from edureport.languages.values import Rest
from edureport.publication import Block, Chapter, Publication, TableBlock
from edureport.table import Kind, Table

MOST_BARS = 30
_LONGEST_NAME = 31  # letters of the name of a sheet
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_WIDE, _HIGH, _AROUND = 760, 30, 90  # dots: of a chart, of each bar, and of what stands around them
_ROW = 20  # dots of a row of a sheet

ListedTable = tuple[TableBlock, str, bool]  # and the chapter that it stands in, and whether that is an annex


def write(publication: Publication, out: BinaryIO, style: Style) -> None:
    """Write the workbook; UsageError if Excel cannot hold a table."""
    words = style.words
    listed = list(_tables(publication.blocks, "", annex=False))
    tables = ((one, sheet_for_people(one.table.without_bars(), words, one.headings)) for one, _, _ in listed)
    sheets = [sheet._replace(title=str(block.caption), notes=()) for block, sheet in tables]
    for sheet in sheets:
        xlsx.require_room(xlsx.ABOVE + 1 + len(sheet.rows), len(sheet.headings))
        xlsx.require_short(sheet)
    book = xlsx.new_book(out)
    made = datetime.combine(publication.day, time())
    organisation = str(publication.organisation)
    book.set_properties({"title": publication.full_title, "author": organisation, "created": made})
    writer = xlsx.SheetWriter(book)
    names = _names(listed, words.word("page.contents"))
    _contents(writer, publication, listed, names)
    for (block, _, annex), sheet, name in zip(listed, sheets, names[1:], strict=True):
        page = writer.table(sheet, name)
        shown = block.table.without_bars()
        _sums(writer, page, shown, sheet)
        if not annex:
            _charts(book, page, name, shown, sheet)
    book.close()


def _tables(blocks: Sequence[Block], chapter: str, *, annex: bool) -> Iterator[ListedTable]:
    for block in blocks:
        if isinstance(block, Chapter):
            yield from _tables(block.blocks, str(block.heading), annex=annex or block.annex)
        elif isinstance(block, TableBlock):
            yield block, chapter, annex


def _names(listed: Sequence[ListedTable], contents: str) -> list[str]:
    """The names of the sheets, the first that of the contents; no two alike, and each allowed in Excel."""
    names: list[str] = []
    captions = (block.caption.numbered.rstrip(" \u00a0–—-.:") for block, _, _ in listed)  # «1-кесте»
    for wanted in (contents, *captions):
        name = _FORBIDDEN.sub(" ", wanted).strip("' ")[:_LONGEST_NAME] or "1"
        number = 1
        while name.casefold() in {other.casefold() for other in names}:
            number += 1
            end = f" ({number})"
            name = name.removesuffix(f" ({number - 1})")[: _LONGEST_NAME - len(end)] + end
        names.append(name)
    return names


def _contents(
    writer: xlsx.SheetWriter, publication: Publication, listed: Sequence[ListedTable], names: Sequence[str]
) -> None:
    """The first sheet: whose the document is, its title, and its tables chapter by chapter, as links."""
    page = writer.book.add_worksheet(names[0])
    page.set_column(0, 0, xlsx.LINE)
    folded = {"text_wrap": True, "valign": "top"}
    titled = writer.look({**xlsx.TITLE, **folded})
    page.write_string(0, 0, str(publication.organisation), writer.look({"bold": True, **folded}))
    page.set_row(1, xlsx.height([str(publication.title)], [xlsx.LINE * 3 // 4]) * 1.3)
    page.write_string(1, 0, str(publication.title), titled)
    line = 3
    link = writer.look({"font_color": BAR, "underline": 1, "indent": 1, **folded})
    for chapter, tables in groupby(zip(listed, names[1:], strict=True), key=lambda one: one[0][1]):
        if chapter:
            page.set_row(line, xlsx.height([chapter], [xlsx.LINE]))
            page.write_string(line, 0, chapter, writer.look({"bold": True, **folded}))
            line += 1
        for (block, _, _), name in tables:
            quoted, caption = name.replace("'", "''"), str(block.caption)
            page.set_row(line, xlsx.height([caption], [xlsx.LINE]))
            page.write_url(line, 0, f"internal:'{quoted}'!A1", link, caption)
            line += 1
    writer.paper(page)


def _sums(writer: xlsx.SheetWriter, page: Any, shown: Table, sheet: Sheet) -> None:
    """A whole that is the exact sum of the parts below it becomes their sum; it shows what it showed."""
    label = _column(shown, Kind.LABEL)
    if label is None or not shown.nested:
        return
    added = len(sheet.headings) - len(shown.columns)
    for whole, parts in _families(shown, label):
        for number, column in enumerate(shown.columns):
            values = [shown.rows[row][number] for row in (whole, *parts)]
            if column.kind not in (Kind.QUANTITY, Kind.NUMBER) or not all(map(_is_exact, values)):
                continue
            cell = sheet.rows[whole][number + added]
            if sum(value.stated for value in values[1:]) == values[0].stated and _number(cell) is not None:
                place = (xlsx.ABOVE + 1 + whole, number + added)
                first, last = xlsx.ABOVE + 1 + parts[0], xlsx.ABOVE + 1 + parts[-1]
                formula = f"=SUM({xl_range(first, place[1], last, place[1])})"
                page.write_formula(*place, formula, writer.look(cell.look), _number(cell))


def _families(shown: Table, label: int) -> Iterator[tuple[int, list[int]]]:
    """Each row that has parts, with the rows of all its parts."""
    families: list[tuple[int, list[int]]] = []
    for number, row in enumerate(shown.rows):
        if row[label] is None or row[label].whole is None:
            families.append((number, []))
        elif families:
            families[-1][1].append(number)
    return ((whole, parts) for whole, parts in families if parts)


def _is_exact(value: Any) -> bool:
    return value is not None and value.bound == "exact" and not isinstance(value, Rest)


def _number(cell: SheetCell) -> float | None:
    """The number that a cell holds, where it holds one."""
    return float(cell.value) if isinstance(cell.value, (int, Decimal)) else None


def _column(shown: Table, kind: Kind) -> int | None:
    """The place of the first column of a kind."""
    return next((place for place, column in enumerate(shown.columns) if column.kind is kind), None)


def _charts(book: Any, page: Any, name: str, shown: Table, sheet: Sheet) -> None:
    """Below the table a chart for each stretch of figures in one unit; a lone bar shows nothing."""
    label, unit, value = (_column(shown, kind) for kind in (Kind.LABEL, Kind.UNIT, Kind.QUANTITY))
    if label is None or unit is None or value is None:
        return
    added = len(sheet.headings) - len(shown.columns)
    line = xlsx.ABOVE + 1 + len(sheet.rows) + 1
    for rows in _stretches(shown, sheet, unit, value + added):
        chart = _chart(book, name, shown, sheet, rows, (label + added, value + added))
        wide, high = _WIDE, _AROUND + _HIGH * len(rows)
        said = "; ".join(
            f"{sheet.rows[row][label + added].text}: {sheet.rows[row][value + added].text}"
            f" {sheet.rows[row][unit + added].text}"
            for row in rows
        )
        chart.set_size({"width": wide, "height": high})
        page.insert_chart(line, 0, chart, {"description": said, "object_position": 3})
        line += high // _ROW + 2


def _stretches(shown: Table, sheet: Sheet, unit: int, value: int) -> Iterator[list[int]]:
    """Rows below each other with numbers in one unit."""

    def key(row: int) -> str | None:
        of = shown.rows[row][unit]
        return of.key if of is not None and _number(sheet.rows[row][value]) is not None else None

    for same, rows in groupby(range(len(shown.rows)), key=key):
        stretch = list(rows)
        if same is not None and 1 < len(stretch) <= MOST_BARS:
            yield stretch


def _chart(
    book: Any, name: str, shown: Table, sheet: Sheet, rows: Sequence[int], columns: tuple[int, int]
) -> Any:
    """Bars of the numbers in these rows, from top to bottom, each with what its cell says."""
    label, value = columns
    first, last = xlsx.ABOVE + 1 + rows[0], xlsx.ABOVE + 1 + rows[-1]
    column = value - (len(sheet.headings) - len(shown.columns))
    hatched = {"pattern": "wide_upward_diagonal", "fg_color": BAR, "bg_color": "#FFFFFF"}
    points = [
        {"fill": {"color": BAR}}
        if _is_exact(shown.rows[row][column])
        else {"pattern": hatched, "border": {"color": BAR, "dash_type": "dash"}}
        for row in rows
    ]
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": [name, xlsx.ABOVE, value],
            "categories": [name, first, label, last, label],
            "values": [name, first, value, last, value],
            "points": points,
            "gap": 60,
            "data_labels": {"value": True},
        }
    )
    chart.set_title({"name": sheet.headings[value], "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    numbers = [_number(sheet.rows[row][value]) or 0 for row in rows]
    start = {"min": 0} if min(numbers) >= 0 else {}
    chart.set_x_axis({**start, "visible": False, "major_gridlines": {"visible": False}})
    return chart
