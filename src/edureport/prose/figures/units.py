"""Units: the head noun that a number counts, in a form that can be compared."""

from edureport.prose.page import Number, Page

REACH = 5
ADJECTIVES = {
    "kk": (
        "лық",
        "лік",
        "дық",
        "дік",
        "тық",
        "тік",
        "лы",
        "лі",
        "ған",
        "ген",
        "қан",
        "кен",
        "атын",
        "етін",
        "йтін",
        "йтын",
    ),
    "ru": ("ых", "их", "ый", "ий", "ой", "ая", "ое", "ого", "ую", "ые", "ие"),
    "en": (),
}
NO_NOUN = frozenset({"not.noun", "year.before", "conj", "rise", "fall", "reach", "plan", "done"})
VERBAL: dict[str, tuple[str, ...]] = {
    "kk": ("ып", "іп"),
    "ru": ("ено", "ены", "ена", "ано", "аны", "яны", "ято", "яты", "ыто", "ыты"),
    "en": ("\0",),
}
NO_VERBS = frozenset(
    {"страны", "смены", "смена", "стены", "цены", "планы", "экраны", "раны", "охраны", "вагоны"}
)
PAST = ("ды", "ді", "ты", "ті")
POSSESSIVE = ("ы", "і", "сы", "сі", "ын", "ін", "сын", "сін", "ында", "інде", "ына", "іне")


def unit_of(page: Page, number: Number, after: int) -> str | None:
    """The lemma of the noun behind a number and its qualifier; None if no noun stands there."""
    if number.percent:
        return "%"
    for sign in (number.first - 1, number.last):  # $5m, KZT 5 million, 500 ₸
        if page.at(sign, "currency"):
            return page.lexicon.nouns.get(page.word(sign))
    if number.special in {"none", "indefinite"} and page.word(after) == "of":  # "none of the schools"
        after += 1 + (page.word(after + 1) == "the")
    last: str | None = None
    for place in range(after, min(after + REACH, len(page.tokens))):
        word = page.word(place)
        if _ends_phrase(page, place):
            break
        counted = page.at(place, "capacity") and page.lexicon.qualifiers_follow
        if not counted and (page.at(place, "skip") or _describes(page, word)):
            continue
        last = word
        if counted or not _goes_on(page, place):
            break
    return lemma(page, last) if last else None


def _ends_phrase(page: Page, place: int) -> bool:
    """Whether the noun phrase of a number ends before a token."""
    token = page.tokens[place]
    if not token.is_word or token.gap == "¶" or is_verbal(page, place):
        return True
    return not page.begins[place].keys().isdisjoint(NO_NOUN)


def _goes_on(page: Page, place: int) -> bool:
    """Whether a noun only describes the next one: "road bridges", «спорт алаңы»."""
    if not page.lexicon.qualifiers_follow:
        return page.lexicon.language == "en" and _compound(page, place)
    following = page.word(place + 1)
    verb = page.at(place + 1, "done") or following.endswith(PAST)
    return following.endswith(POSSESSIVE) and not verb and _bare(page, page.word(place))


def is_verbal(page: Page, place: int) -> bool:
    """Whether a word is a Russian short participle or a Kazakh converb by its ending: «закрыты», «ашылып»."""
    word = page.word(place)
    if len(word) < 4 or _known(page, word):
        return False
    return word.endswith(VERBAL[page.lexicon.language]) and word not in NO_VERBS


def named_before(page: Page, first: int) -> str | None:
    """The unit of a number that follows its name: «школ – 7 429», «мектеп саны – 223»."""
    place = first - 1
    dash = page.word(place) in {"–", "-", ":"}
    place -= dash
    low, _ = page.bounds(first)
    if page.till(first - 1, "inverted"):
        return lemma(page, page.word(first - 1))
    for other in range(place, max(low, place - 6) - 1, -1):
        if page.at(other, "number.of"):
            noun = other - 1 if page.lexicon.qualifiers_follow else other + 1 + (page.word(other + 1) == "of")
            while (
                not page.lexicon.qualifiers_follow
                and _describes(page, page.word(noun))
                and _noun(page, noun + 1)
            ):
                noun += 1
            return lemma(page, page.word(noun)) if page.word(noun)[:1].isalpha() else None
        if page.word(other) in {",", ";", ".", ":", ")"}:
            break
    if dash and place >= low and page.lexicon.language == "ru" and page.tokens[place].is_word:
        while place > low and page.at(place - 1, "conj"):  # «мест в детсадах – 4 520»
            if place - 2 < low or not _noun(page, place - 2):
                return None  # «хотя в заголовке – 250»
            place -= 2
        return lemma(page, page.word(place))
    return None


def _noun(page: Page, place: int) -> bool:
    """Whether a word may be a noun, for all that its surroundings tell."""
    verb = any(
        page.at(place, tag)
        for tag in ("contrast", "rise", "fall", "reach", "plan", "done", "conj", "not.noun")
    )
    return page.word(place)[:1].isalpha() and not verb and not is_verbal(page, place)


def lemma(page: Page, word: str) -> str:
    """The lemma of a common noun; of others what is left without the ending."""
    if known := _known(page, word):
        return known
    if page.lexicon.language == "en":
        return _singular(word)
    for ending in page.lexicon.endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _singular(word: str) -> str:
    """English: "libraries" is library, "boxes" box and "sites" site."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zes")):
        return word[:-2]
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


def _known(page: Page, word: str) -> str | None:
    for size in range(min(len(word), 14), 1, -1):
        if found := page.lexicon.nouns.get(word[:size]):
            return found if len(word) - size < 7 else None
    return None


def _describes(page: Page, word: str) -> bool:
    """Whether a word is an adjective by its ending; «орталық» ends like one and is a noun."""
    endings = ADJECTIVES[page.lexicon.language]
    return word.endswith(endings) and not (_known(page, word) or "").endswith(endings or ("-",))


def _bare(page: Page, word: str) -> bool:
    """Whether a Kazakh noun has no ending, as the first of two that belong together."""
    return not any(word.endswith(ending) and len(word) - len(ending) >= 3 for ending in page.lexicon.endings)


def _compound(page: Page, place: int) -> bool:
    """English: whether a plural follows, so that this word only describes it."""
    word, following = page.word(place), page.word(place + 1)
    return (
        following[:1].isalpha()
        and not word.endswith("s")
        and _known(page, word) is None
        and not page.at(place + 1, "conj")
        and not page.at(place + 1, "done")
    )
