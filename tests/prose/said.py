"""What is read in a short text, a line for each figure and each relation."""

from edureport.prose import read
from edureport.prose.cells import TextCell


def figures(language, text):
    """`17: change 17 by up` for each figure: its words, its kind, and what is said of it."""
    return [_line(figure) for figure in read(text, language).figures]


def relations(language, text):
    """`parts_opener certain follows: 48 <- 30 + 18` for each relation."""
    reading = read(text, language)
    words = [figure.words for figure in reading.figures]
    return [
        f"{one.rule} {one.certainty} {one.verdict}: "
        f"{'-' if one.whole is None else words[one.whole]} <- {' + '.join(words[part] for part in one.parts)}"
        for one in reading.relations
    ]


def table(*rows):
    """The reading of an English text that is one table; each row is a line with bars between its cells."""
    text, cells = "", []
    for row, line in enumerate(rows, 1):
        for column, words in enumerate(line.split("|"), 1):
            if words.strip():
                cells.append(TextCell(len(text), len(text) + len(words.strip()), 1, row, column))
                text += words.strip() + "\u2029"
    return read(text, "en", cells)


def _line(figure):
    flags = [name for name in ("points", "all", "each", "indefinite") if getattr(figure, name)]
    told = [figure.kind, figure.quantity, figure.unit, figure.mode, figure.direction, figure.role, *flags]
    return f"{figure.words}: {' '.join(str(one) for one in told if one is not None)}"
