"""Captions of tables and pictures, numbered through a document as they are made."""

from edureport.document.phrasing import Phrasing, phrase
from edureport.publication import Caption, CaptionKind

_NUMBER = "\x00"  # stands where the number will


class Captions:
    """Gives each caption the next number of its kind."""

    def __init__(self, phrasing: Phrasing) -> None:
        self._wording = phrasing
        self._last = dict.fromkeys(CaptionKind, 0)

    def table(self, text: str) -> Caption:
        """The caption of the next table."""
        return self._next(CaptionKind.TABLE, text)

    def picture(self, text: str) -> Caption:
        """The caption of the next picture."""
        return self._next(CaptionKind.PICTURE, text)

    def _next(self, kind: CaptionKind, text: str) -> Caption:
        self._last[kind] += 1
        before, _, after = self._wording.say(f"caption.{kind.value}", number=_NUMBER).partition(_NUMBER)
        return Caption(kind, self._last[kind], before, after, phrase(text))
