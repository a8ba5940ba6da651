"""The language of a text, by its letters and its commonest words."""

from edureport.prose.grammar import codes, load
from edureport.prose.text.folding import fold

SAMPLE = 20_000  # characters; the language of a report shows in its first pages
SHORT = 20  # letters, a name of which may be in others
OWN = 25  # one letter in so many: names bring a few of another language into a text


def language_of(text: str) -> str | None:
    """The code of the language of the beginning of a text; None for letters that none is read in."""
    folded = fold(text[:SAMPLE]).text
    known = [load(code) for code in codes()]
    letters = {own for one in known for own in one.own_letters}
    latin = sum("a" <= letter <= "z" for letter in folded)
    cyrillic = sum("а" <= letter <= "я" or letter in letters for letter in folded)
    if sum(map(str.isalpha, folded)) > max(SHORT, 2 * (latin + cyrillic)):
        return None
    words = [word.strip(".,:;()«»") for word in folded.split()]
    score = {one.code: sum(word in one.common_words for word in words) for one in known}
    script = [one for one in known if one.latin is (latin > cyrillic)] or known
    best = max(script, key=lambda one: (score[one.code], not one.own_letters))
    for one in known:
        if one not in script and sum(word in one.other_script for word in words) > score[best.code]:
            return None
    own = {one.code: sum(letter in one.own_letters for letter in folded) for one in script}
    # Even in a short text of a single such letter, no word of another language stands beside it.
    enough = 0 if not score[best.code] else max(latin, cyrillic) / OWN
    shown = [one for one in script if own[one.code] > enough]
    return max(shown, key=lambda one: (own[one.code], score[one.code]), default=best).code
