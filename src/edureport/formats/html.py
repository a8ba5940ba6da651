"""A complete HTML page (HTML Living Standard): readable without scripts, fonts or network."""

from html import escape
from typing import Any, TextIO

from edureport.formats import Style
from edureport.formats.cells import for_people, heading
from edureport.table import Column, Kind, Table

_HEAD = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{css}</style>
</head>
<body>
"""
_CSS = """\
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem;
  color: #1a1a1a; background: #fff }
h1 { font-size: 1.4rem }
table { border-collapse: collapse; width: 100% }
th, td { padding: .3rem .7rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid #ddd }
thead th { border-bottom: 2px solid #555; position: sticky; top: 0; background: #fff }
.number { text-align: right; font-variant-numeric: tabular-nums }
td.number { white-space: nowrap }
tbody th[scope=row] { min-width: 14rem }
.wide { overflow-x: auto }
.group th { padding-top: 1.2rem; font-size: 1.05rem }
.part { padding-left: 2rem; font-weight: normal }
tbody th { font-weight: normal }
.group th { font-weight: bold }
.none { color: #666 }
.bar { display: inline-block; position: relative; width: 8rem; height: .8rem; background: #e4e4e4 }
.bar i { display: block; height: 100%; background: #2f6fab }
.bar b { position: absolute; top: -.2rem; bottom: -.2rem; border-left: 2px solid #1a1a1a }
.achieved, .on_track, .confirmed { color: #11662a }
.behind, .possible, .ambiguous { color: #7a5200 }
.off_track, .missed, .regressing, .contradicted { color: #a31515 }
@media print { body { margin: 0; max-width: none } thead th { position: static } }
"""


def head(language: str, title: str, css: str) -> str:
    """A page up to where its body begins."""
    return _HEAD.format(language=escape(language), title=escape(title), css=css)


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the page: a heading, the table with its groups, and the notes."""
    words, shown = style.words, table.for_people()
    title = words.say(table.title)
    out.write(head(style.language, title, _CSS))
    out.write(f"<main>\n<h1>{escape(title)}</h1>\n")
    out.writelines(f"<p>{escape(words.say(line))}</p>\n" for line in table.intro)
    out.write('<div class="wide">\n<table>\n<thead>\n<tr>')
    for column in shown.columns:
        said = escape(heading(table.name, column, words))
        out.write(f'<th scope="col"{_class(column)}>{said}</th>')
    out.write("</tr>\n</thead>\n<tbody>\n")
    read = [for_people(column, words) for column in shown.columns]
    headings = dict(table.groups)
    for number, row in enumerate(shown.rows):
        if number in headings:
            said = escape(words.say(headings[number]))
            span = len(shown.columns)
            out.write(f'<tr class="group"><th scope="rowgroup" colspan="{span}">{said}</th></tr>\n')
        cells = [
            _cell(column, value, escape(text(value)), nested=table.nested)
            for column, value, text in zip(shown.columns, row, read, strict=True)
        ]
        out.write("<tr>" + "".join(cells) + "</tr>\n")
    out.write("</tbody>\n</table>\n</div>\n")
    if table.notes:
        notes = "".join(f"<li>{escape(words.say(note))}</li>\n" for note in table.notes)
        out.write(f"<ul>\n{notes}</ul>\n")
    out.write("</main>\n</body>\n</html>\n")


def _class(column: Column) -> str:
    return ' class="number"' if column.kind.is_number else ""


def _cell(column: Column, value: Any, words: str, *, nested: bool) -> str:
    if value is None:
        return f'<td class="number none">{words}</td>' if column.kind.is_number else f"<td>{words}</td>"
    if column.kind is Kind.LABEL:
        if nested and value.whole:
            return f'<th scope="row" class="part">{escape(value.part)}</th>'
        return f'<th scope="row">{words}</th>'
    if column.kind is Kind.STATUS:
        return f'<td class="{escape(value)}">{words}</td>'
    if column.kind is Kind.BAR and not words:
        return "<td></td>"
    if column.kind is Kind.BAR:
        done = 0 if value.done is None else min(max(float(value.done), 0), 1)
        mark = "" if value.mark is None else f'<b style="left:{float(value.mark):.1%}"></b>'
        return f'<td><span class="bar" aria-hidden="true"><i style="width:{done:.1%}"></i>{mark}</span></td>'
    return f"<td{_class(column)}>{words}</td>"
