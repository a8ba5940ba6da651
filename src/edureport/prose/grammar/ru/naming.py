"""How Russian names what is counted: «школы», «открыто школ», «доля школ с интернетом».

Behind a number a noun stands in the genitive. The nominative plural is made of the basic form where that
is known, else of the genitive plural where its ending leaves no choice.
"""

import re
from collections.abc import Sequence

from edureport.prose.grammar.naming import CountedNoun, Naming
from edureport.prose.grammar.ru import LANGUAGE
from edureport.prose.grammar.ru.plurals import ADJECTIVES, of_genitive, of_lemma, of_singular

_PERSONS = {"человек": "человек", "ребёнок": "детей"}
_PERSONS_OF = {"человек": "людей", "человека": "людей"}
_WHOLES = frozenset("плана задания прогноза площади площадей населения бюджета объема объёма".split())
_PARTICIPLE = re.compile(".+(?:[уюая]щ|вш|нн|ем|им)(?:их|ие|ая|ий|ей|его|ую|ым|ым|ых|ые|ый|ой|ого)(?:ся)?")
_JOINTS = frozenset({"и", "или"})
_GENITIVE_PLURAL = re.compile(r"(?!.*(?:ам|ям)$).*(?:ов|ев|ёв|ей|ий|ых|их|[бвгджзклмнпрстфхцчшщ])")
_PAST = ((re.compile("лись|лась|лся"), "лось"), (re.compile("ли|ла"), "ло"))
_COPULAS = frozenset("стали стало стал стала были было".split())
_IRREGULAR = {"погиб": "погибло", "умер": "умерло", "убиты": "убито", "взяты": "взято", "сданы": "сдано"}
_PLURAL = re.compile(".+(?:ут|ют|ат|ят)(?:ся)?")
_SINGULAR = re.compile("(.+[аяеу])ет(ся)?")
_OF_PERSONS = re.compile(
    ".+(?:(?:вш|щ|[бгк]ш)их(?:ся)?|[еа]нн?ых|летних)"
)  # «раненых», «умерших»; but not «частных»
_PRESENT = re.compile(".+(?:[аяуе]ет|[аяуе]ют)")
_ADJECTIVE_ALONE = re.compile(".+(?:(?:ск|н|в)(?:ого|ому|ом|ой|ую))")
_COUNTS = frozenset({"число", "доля", "количество"})
_NO_NAME = frozenset({"можно", "нельзя"})
_NO_BEGINNING = frozenset("как если годом года й го м х".split())
_ACTION = re.compile(".+(?:ени|ани|яни|ути|яти)(?:е|я|ю|ем|и|й|ях|ями|ям)")
_ODD_PLURALS = {
    "живет": "живут",
    "учится": "учатся",
    "состоит": "состоят",
    "пойдет": "пойдут",
    "примет": "примут",
}
_FINITE = re.compile(
    ".+(?:[аиыяуе]ли|[аияыуе]лся|лась|лись|[аия]лось|[аеио]шло|шлось|[бгкмр]л[ои]|зли|[аияыу]ло)"
)
_NOT_FINITE = frozenset(
    "недели модели цели ели мели если земли или были детали медали петли автомобили рубли корабли сабли"
    " угли иглы около эмали скрижали магистрали вертикали кабели отели стабильно стекло кегли кукли"
    " начало покрывало одеяло мыло шило".split()
)
_PERSONS_IN_TELI = re.compile(".+тели")  # «жители», but not «хотели»
_VERBS_IN_TELI = re.compile(".*(?:хо|ле|вер|сви|терп|пых)тели")

_OWNERS = frozenset("наш наша наши их его свои".split())


_BEFORE_WHICH = {"со": "с", "во": "в"}  # «со 100 школами», «школы, с которыми»
_EVENT = re.compile(
    "(?:строительств|обучени|приобретени|благоустройств)[оеяу]|(?:кап)?ремонта?|ввода?"
    "|(?:реконструкци|модернизаци)[яию]|(?:закупк|постройк|проверк)[аиу]"
)
_PLACES, _MEANS = ("ах", "ях"), ("ами", "ями")
# Words that measure something, in the cases that stand before a number, and their basic form.
_MEASURED = {
    "площади": "площадь", "площадью": "площадь", "урожайности": "урожайность", "сумму": "сумма",
    "сумме": "сумма", "объеме": "объём", "объемом": "объём", "уровне": "уровень", "уровня": "уровень",
    "количестве": "количество", "стоимостью": "стоимость", "стоимости": "стоимость",
    "протяженностью": "протяжённость", "мощностью": "мощность", "вместимостью": "вместимость",
    "численностью": "численность", "размере": "размер", "длиной": "длина", "весом": "вес",
}  # fmt: skip


class RussianNaming(Naming):
    """The case of a noun tells what it is; what was done stands before it, without a subject."""

    can_name = True
    generic = frozenset(
        "голов голова головы штук штука штуки единиц единица единицы"
        " экземпляр экземпляра экземпляров"
        " раз раза балл балла баллов руб тыс млн млрд случай случая случаев случаях"
        " экз га кг км мм м м2 м3 л т ц чел ед шт килограмм килограмма килограммов грамм граммов"
        " тонн тонны центнер центнера центнеров".split()
    )
    pointing = frozenset({"здесь", "там", "туда"})
    spread = frozenset({"на", "с", "со"})
    placing = frozenset("в во на по у среди".split())
    measuring = frozenset({"от", "к", "ко"})
    restating = frozenset("или что это составляет составило составил соответствует".split())
    no_plans = ("должник",)
    observing = ("отмеч", "зафикс", "наблюд", "произош")
    relative = frozenset("в во на из у для с со от".split())
    subject = ("ство", "тие", "ие")

    def measured(self, word: str) -> str | None:
        """The basic form of a word that measures something: «площади» is «площадь»."""
        return _MEASURED.get(word)

    def related(self, noun: str, preposition: str, clause: str, *, people: bool) -> str | None:
        """«Сёла, в которых построили мосты»; None where the plural or the case of the noun is not known.

        Behind 1, 21 or 101 the noun is in the singular, which does not tell «в районе» from «в район».
        """
        *describing, head = noun.lower().split()
        lemma = LANGUAGE.known(head)
        if describing or not lemma:
            return None
        place, means = head.endswith(_PLACES), head.endswith(_MEANS)
        if (preposition in {"с", "со"}) != means:
            return None
        where = preposition in {"в", "во", "на"}
        many = _GENITIVE_PLURAL.fullmatch(head) and (head != lemma or head in _PERSONS)
        if where and not place and not many:
            return None
        inner = "которыми" if means else "которых" if place or not where else "которые"
        preposition = _BEFORE_WHICH.get(preposition, preposition)
        first = clause.split(" ", 1)[0].lower()
        if LANGUAGE.describes(first) or LANGUAGE.known(first):
            clause = first + clause[len(first) :]
        return f"{of_lemma(lemma)}, {preposition} {inner} {clause}"

    def is_action(self, word: str) -> bool:
        return bool(_ACTION.fullmatch(word))

    def goes_on_to_noun(self, word: str) -> bool:
        return word.endswith(("ской", "ском", "цкой", "цком", "ных", "ном"))

    def is_name(self, words: Sequence[str]) -> bool:
        """No adjective alone, «Мангистауской», no verb of the present, «имеют диплом», no «число садах»."""
        end = next((place for place, word in enumerate(words) if word.startswith("котор")), len(words))
        named = words[:end]
        if not named or named[0] in _NO_BEGINNING or not _NO_NAME.isdisjoint(named):
            return False
        if any(map(_PRESENT.fullmatch, named)):
            return False
        if named[0] in _COUNTS and len(named) > 1 and named[1].endswith(_PLACES):
            return False
        return len(named) > 1 or not _ADJECTIVE_ALONE.fullmatch(named[0])

    def is_of_many(self, word: str) -> bool:
        return bool(_OF_PERSONS.fullmatch(word))

    def plural_of(self, verb: str) -> str | None:
        """«Проживает» is «проживают»."""
        if verb in _ODD_PLURALS or _PLURAL.fullmatch(verb):
            return _ODD_PLURALS.get(verb, verb)
        match = _SINGULAR.fullmatch(verb)
        return f"{match[1]}ют{match[2] or ''}" if match else None

    def who_do(self, noun: str, clause: str) -> str:
        """«Число детей, которые живут в сёлах»."""
        return f"число {_PERSONS_OF.get(noun, noun)}, которые {clause}"

    def falls(self, clause: str, whole: str) -> str | None:
        """«Доля расходов, которая приходится на школы»."""
        match = re.fullmatch(r"(на (?:\S+ ){1,7})(приход\w+)", clause, re.IGNORECASE)
        share = f"доля {whole}".strip()
        return f"{share}, которая {match[2]} {match[1].strip().lower()}" if match else None

    def is_oblique(self, word: str) -> bool:
        """The instrumental, the locative and the feminine accusative of adjectives."""
        cases = ("ами", "ями", "ыми", "ими", "ах", "ях", "ую", "юю", "нном", "нным", "нному", "нного", "нной")
        return len(word) > 4 and word.endswith(cases)

    def is_event(self, word: str) -> bool:
        """A noun of an action, by its stem: its ending is that of «население» and «руководство», too."""
        return bool(_EVENT.fullmatch(word))

    def share(self, part: str, whole: str) -> str | None:
        """«Озимые: доля от всей площади»."""
        named = whole.startswith(("от ", "в ")) or whole.partition(" ")[0] in _WHOLES
        return f"{part}: доля {whole}" if named else None

    def done(self, verb: str) -> str | None:
        """The verb with no subject: «открыто», «отдохнуло»; of the present none."""
        if verb in _COPULAS:
            return None
        if verb in _IRREGULAR:
            return _IRREGULAR[verb]
        if _passive(verb):
            return verb[:-1] + "о"
        for ending, neuter in _PAST:
            if found := re.search(f"({ending.pattern})$", verb):
                return verb[: found.start()] + neuter
        return verb if verb.endswith(("ло", "лось")) else None

    def name(self, counted: CountedNoun) -> str | None:
        """«Открыто школ», «доля школ», «школы», with a clause of what they did."""
        words = " ".join(counted.noun)
        first, _, more = counted.tail.partition(" ")
        clause = f", которые {counted.tail}" if counted.tail else ""
        if counted.share:
            return f"доля {words}{clause}" if _in_genitive(counted) else None
        if counted.every:
            plural = counted.lemma and of_lemma(counted.lemma)
            return f"{plural}: {counted.tail}" if plural and counted.tail else None
        if first and _passive(first):
            verb, clause = self.done(first), f" {more}" if more else ""
        else:
            verb = counted.verb
        if verb and counted.lemma in _PERSONS:
            return f"{verb} {_PERSONS[counted.lemma]}{clause}"
        if verb and (all(map(self.is_of_many, counted.noun)) or (counted.many and _in_genitive(counted))):
            return f"{verb} {words}{clause}"
        if counted.lemma == "человек" and first and (impersonal := self.done(first)):
            return " ".join(filter(None, (impersonal, words, more)))
        plural = words if counted.one and not counted.lemma and not clause else _nominative(counted)
        if plural is None:
            many = all(map(self.is_of_many, counted.noun))  # «33 заболевших»
            genitive = many or (counted.many and _in_genitive(counted))
            return f"число {words}{clause}" if genitive and not counted.told else None
        return f"{plural}: {verb}{clause}" if verb else f"{plural}{clause}"

    def is_counted(self, word: str) -> bool:
        """A genitive plural that no other case looks like, or «объединения»."""
        return word.endswith(("ов", "ев", "ей", "ний", "тий", "ций", "ния", "тия"))

    def is_finite(self, word: str) -> bool:
        """The past in the plural or neuter."""
        person = _PERSONS_IN_TELI.fullmatch(word) and not _VERBS_IN_TELI.fullmatch(word)
        return bool(_FINITE.fullmatch(word)) and word not in _NOT_FINITE and not person

    def is_impersonal(self, word: str) -> bool:
        """The neuter of the past: «выделено», «обратилось»."""
        return word.endswith(("но", "то", "ло", "лось")) and len(word) > 4

    def follows(self, word: str) -> bool:
        """A participle: «граждан, обратившихся к врачу»."""
        return bool(_PARTICIPLE.fullmatch(word))

    def hangs(self, word: str) -> bool:
        """A word for whose it is: «наши»."""
        return word in _OWNERS


def _passive(verb: str) -> bool:
    """Whether a verb is a short participle: «построены»."""
    return verb.endswith(("но", "ны", "на", "то", "ты", "та")) and len(verb) > 5


def _in_genitive(counted: CountedNoun) -> bool:
    """Whether the noun may be in the genitive plural, and what describes it, too."""
    head = _head(counted)
    describing = all(word.lower().endswith(("ых", "их")) for word in counted.noun[:head])
    return describing and _GENITIVE_PLURAL.fullmatch(counted.noun[head].lower().rstrip(",")) is not None


def _head(counted: CountedNoun) -> int:
    """The place of the noun: the first word that does not describe it."""
    if counted.head is not None:
        return counted.head
    describing = [word.lower().endswith(("ых", "их")) for word in counted.noun]
    return describing.index(False) if False in describing else len(describing) - 1


def _nominative(counted: CountedNoun) -> str | None:
    """The words in the nominative plural."""
    head = _head(counted)
    noun = counted.noun[head].lower()
    if not _JOINTS.isdisjoint(counted.noun[head + 1 :]):  # «учителей, педагогов и врачей»
        return None
    plural = counted.lemma and of_lemma(counted.lemma)
    if not plural:  # «две книги», «два здания» look like the plural
        many = counted.many or noun.endswith(("ов", "ев", "ей", "ий"))
        plural = of_genitive(noun) if many else of_singular(noun)
    if plural is None:
        return None
    describing = []
    for word in counted.noun[:head]:
        ending = ADJECTIVES.get(word[-2:].lower())
        if ending is None and not word.lower().endswith(("ые", "ие")):
            return None
        describing.append(word[:-2] + ending if ending else word)
    return " ".join((*describing, plural, *counted.noun[head + 1 :]))


NAMING = RussianNaming()
