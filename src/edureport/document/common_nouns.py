"""Labels inside a sentence: with a small letter, unless they may begin with a name."""

import re
from collections.abc import Iterator

from edureport.model.report import Report, Text

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST, ENDING = 4, 3  # letters of a word that two forms of it share, and that an ending may have
# What the name of a place or a school stands before in English, so that what is before it is a name.
_NAMED = frozenset(
    """
    area city college county district gymnasium lyceum oblast province raion region school street town
    village
    """.split()
)
# Endings of plurals. One alone may be that of a name: "Arys", "Philippines", «Нидерланды». Those are no
# plurals in Kazakh: a label that is one there, in English and here («Балабақшалар») is no name.
_PLURAL = {"en": re.compile(r"s\Z"), "kk": re.compile(r"[лдт][ае]р\Z"), "ru": re.compile(r"[ыи]\Z")}
_PEOPLES = re.compile(r"(?:[A-Z]\w+(?:ish|ese|ian)|Kazakh|Uzbek|Uyghur|Tajik|German|French)(?:-.*)?")


class CommonNouns:
    """What is known of a report's labels: which words are no names.

    A label begins with a common noun if its first word stands with a small letter elsewhere in the
    report, in whatever form, or if its English is no name: it goes on in small letters. Of others it is
    not known, and they keep their capital.
    """

    def __init__(self, report: Report, language: str) -> None:
        self._language = language
        self._small = {
            word[: max(SHORTEST, len(word) - ENDING)]
            for text in _texts(report, language)
            for word in _WORD.findall(text)
            if word.islower()
        }

    def inside(self, label: Text) -> str:
        """The label as it stands inside a sentence."""
        text = label.in_language(self._language)
        if not label.speaks(self._language) or not self._is_common(text, label):
            return text
        return text[0].lower() + text[1:]

    def may_be_name(self, label: Text) -> bool:
        """Whether the label begins with a word that may be a name, for all that is known."""
        if not label.speaks(self._language):
            return True
        text = label.in_language(self._language)
        first = _WORD.match(text)
        return first is not None and first[0][1:].islower() and not self._is_common(text, label)

    def _is_common(self, text: str, label: Text) -> bool:
        first = _WORD.match(text)
        if first is None or not first[0][1:].islower():
            return False  # no word, one letter, or an abbreviation
        word = first[0].lower()
        if self._language == "en" and _PEOPLES.fullmatch(first[0]):
            return False
        if any(word[:length] in self._small for length in range(SHORTEST, len(word) + 1)):
            return True
        english = _WORD.findall(label.texts.get("en", ""))[:2]
        if len(english) == 1:
            return self._language in _PLURAL and all(
                ending.search(text if language == self._language else label.texts.get(language, ""))
                for language, ending in _PLURAL.items()
                if language in ("en", "kk", self._language)
            )
        return len(english) == 2 and english[1].islower() and english[1] not in _NAMED


def _texts(report: Report, language: str) -> Iterator[str]:
    """What the report says in a language, each label without its first word."""
    for name in report.names():
        if isinstance(name, Text):
            if name.speaks(language):
                yield name.texts[language].partition(" ")[2]
        elif name.speaks(language):
            yield from name.in_language(language).values()
    for indicator in report.indicators.values():
        if indicator.note is not None and indicator.note.speaks(language):
            yield indicator.note.texts[language]
    if report.language == language:
        for _, figure in report.observations:
            yield figure.as_written or ""
