"""The letters of a Word file, paragraph by paragraph, each with the run and the text that it stands in.

They are those that are printed: no deletions, nothing hidden, no second form of a text box.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from docx.oxml.ns import qn

Element = Any  # of lxml, in the classes of python-docx, which has no types for them

_SKIPPED = frozenset(
    [*map(qn, ("w:del", "w:moveFrom", "w:rt", "w:pPr", "w:rPr")),
     "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)  # fmt: skip
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_RUN, _TEXT, _PARAGRAPH = qn("w:r"), qn("w:t"), qn("w:p")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NO = frozenset(["0", "false", "off"])
MOST_KEPT = 0.8  # of the letters of a paragraph that a reader has kept at least
_FURTHER = 40  # letters in a row that a reader may have left out


class Letter(NamedTuple):
    """A letter: `text.text[place]`, in a run."""

    sign: str
    run: Element
    text: Element
    place: int


class Letters(tuple[Letter, ...]):
    """Letters of one paragraph."""

    __slots__ = ()

    def spelling(self, words: str) -> "Letters | None":
        """One letter for each of the words, which may leave some out, as marks of notes; None if none fit."""
        if len(words) < MOST_KEPT * len(self) - _FURTHER:
            return None
        result, at = [], 0
        for sign in words:
            end = min(len(self), at + _FURTHER)
            at = next((place for place in range(at, end) if _same(self[place].sign, sign)), len(self))
            if at == len(self):
                return None
            result.append(self[at])
            at += 1
        return Letters(result)


def letters_of(body: Element) -> Iterator[Letters]:
    """The letters of each paragraph that has some, in the order in which paragraphs begin."""
    for paragraph in body.iter(_PARAGRAPH):
        if any(one.tag in _SKIPPED for one in paragraph.iterancestors()):
            continue
        if letters := Letters(_inside(paragraph, None)):
            yield letters


def _inside(element: Element, run: Element | None) -> Iterator[Letter]:
    for child in element:
        if child.tag in _SKIPPED or child.tag == _PARAGRAPH:
            continue
        if child.tag == _RUN:
            if not _hidden(child):
                yield from _inside(child, child)
        elif run is not None and child.tag == _TEXT:
            yield from (Letter(sign, run, child, place) for place, sign in enumerate(child.text or ""))
        elif run is not None and child.tag in _SIGNS:
            yield Letter(_SIGNS[child.tag], run, child, 0)
        else:
            yield from _inside(child, run)


def _hidden(run: Element) -> bool:
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val")) not in _NO


def _same(one: str, other: str) -> bool:
    return one == other or (one.isspace() and other.isspace())


def separate(first: Letter, last: Letter) -> tuple[Element, Element]:
    """The runs that begin with one letter and end with another of the same paragraph, cut if need be.

    Letters before the first stay in the elements where they were.
    """
    end = last.run
    if last.text.tag == _TEXT:
        _cut(last.run, last.text, last.place + 1)
    start = first.run
    if first.text.tag == _TEXT and (first.place or first.text.getprevious() is not None):
        cut = _cut(first.run, first.text, first.place)
        start = first.run if cut is None else cut
    return start, start if end is first.run else end


def _cut(run: Element, text: Element, place: int) -> Element | None:
    """The new run behind a place in a text of a run; None if nothing stands there."""
    number = list(run).index(text)
    if place >= len(text.text or "") and number == len(run) - 1:
        return None
    new = deepcopy(run)
    for child in list(run)[number + 1 :]:
        run.remove(child)
    for child in list(new)[:number]:
        if child.tag != qn("w:rPr"):
            new.remove(child)
    rest = next(child for child in new if child.tag != qn("w:rPr"))
    text.text, rest.text = text.text[:place], text.text[place:]
    for one in (text, rest):
        one.set(_SPACE, "preserve")
    run.addnext(new)
    return new
