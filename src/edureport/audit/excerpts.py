"""Excerpts: the words of a text that stand for a figure in a table."""

from edureport.languages.visible import visible
from edureport.prose.figures.figure import Figure

EXCERPT = 40  # letters of the text before or after the figure


def excerpt(text: str, figure: Figure) -> str:
    """The figure with its modifier and what is counted, in one line."""
    start, end = max(figure.passage[0], figure.start - EXCERPT), figure.end
    following = text[end : end + EXCERPT]
    for number, letter in enumerate(following):
        within = letter in ".," and following[number + 1 : number + 2].isdigit()  # "of the 1,000 teachers"
        if (letter in ".,;:()|\t\n" and not within) or (letter == " " and number > EXCERPT // 2):
            following = following[:number]
            break
    return visible(" ".join((text[start:end] + following).split()))
