"""The nominative plural of Russian nouns, of the forms in which they stand behind a number."""

import re

from edureport.prose.text.phrases import word_map, word_set

_HUSHED = "гкхжшщч"
_PLURALS = word_map("""человек:люди ребёнок:дети учитель:учителя лагерь:лагеря дом:дома город:города
    врач:врачи сад:сады детсад:детсады""")
# Nouns in -ов whose plural ends in -а.
_IN_A = word_set("""дом город профессор мастер остров паспорт поезд цех счет адрес сорт номер доктор директор
    корпус орден округ отпуск катер тенор""")
_NEUTERS = word_set("места дела села окна слова письма лица озера ведра кресла правила масла числа")
SHORT = 3  # letters of a word that is no noun
_ZERO = {
    **dict.fromkeys("голов коров вдов подков основ".split(), "ы"),
    **dict.fromkeys("слов лиц мест".split(), "а"),
}  # no -ов behind it
_IN_II = re.compile("(?:[цсзргфдл]|комп?ан|кампан)ий")
_IN_IYA = re.compile("(?:[нтв])ий")
ADJECTIVES = {"ых": "ые", "их": "ие"}


def of_lemma(lemma: str) -> str | None:
    """The nominative plural of a noun by its basic form."""
    if lemma in _PLURALS:
        return _PLURALS[lemma]
    if lemma.endswith("ийся"):
        return lemma[:-4] + "иеся"
    base, last = lemma[:-1], lemma[-1:]
    if last in "еиоуюэы":
        return {"е": base + "я", "о": base + "а"}.get(last) if last in "ео" and lemma != "евро" else lemma
    if last in "ьйя":
        return base + "и"
    if last == "а":
        return base + ("и" if base[-1:] in _HUSHED else "ы")
    return lemma + ("и" if last in _HUSHED else "ы")


def of_singular(noun: str) -> str | None:
    """The nominative plural of a noun by its genitive singular, which stands behind 2, 3 and 4."""
    if noun.endswith(("ы", "и", "ия", "ства", "ища")) or noun in _NEUTERS:
        return noun
    if noun.endswith("а") and len(noun) > SHORT and noun[:-1] not in _IN_A and noun[:-1] not in _PLURALS:
        return noun[:-1] + ("и" if noun[-2] in _HUSHED else "ы")
    return _PLURALS.get(noun[:-1]) if noun.endswith("а") else None


def of_genitive(noun: str) -> str | None:
    """The nominative plural of a noun by its genitive plural; None where the ending leaves a choice."""
    base = noun[:-2]
    if noun in _ZERO:
        return noun + _ZERO[noun]
    if noun.endswith("ов") and base:
        return base + ("а" if base in _IN_A else "и" if base[-1] in _HUSHED else "ы")
    if noun.endswith("ев") and base:
        return base + ("ы" if base[-1] == "ц" else "я" if base[-1] == "ь" else "и")
    if _IN_II.search(noun[-7:]) and noun.endswith("ий"):
        return base + "ии"
    if _IN_IYA.search(noun[-3:]) and noun.endswith("ий"):
        return base + "ия"
    if noun.endswith("ей") and base:
        return base + "и"
    if noun.endswith(tuple(ADJECTIVES)):  # «раненых»
        return base + ADJECTIVES[noun[-2:]]
    return None
