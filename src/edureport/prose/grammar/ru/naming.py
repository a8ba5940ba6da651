"""How Russian names what is counted: «школы», «открыто школ», «доля школ с интернетом».

Behind a number a noun stands in the genitive. The nominative plural is made of the basic form where that
is known, else of the genitive plural where its ending leaves no choice.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from edureport.prose.grammar.forms import Predicate, ending_in, whole
from edureport.prose.grammar.naming import CountedNoun, Naming
from edureport.prose.grammar.ru import LANGUAGE
from edureport.prose.grammar.ru.plurals import ADJECTIVES, of_genitive, of_lemma, of_singular
from edureport.prose.text.phrases import word_map, word_set

WORDS = 5000  # whose forms are kept
_PERSONS = {"человек": "человек", "ребёнок": "детей"}
_PERSON_FORMS = word_set("человек человека людей детей ребёнка ребенка ребёнок ребенок дети")
_PERSONS_OF = {"человек": "людей", "человека": "людей", "ребёнка": "детей", "ребенка": "детей"}
_WHOLES = word_set("плана задания прогноза площади площадей населения бюджета объема объёма")
_JOINTS = frozenset({"и", "или"})
_GENITIVE_PLURAL = re.compile(r"(?!.*(?:ам|ям)$).*(?:ов|ев|ёв|ей|ий|ых|их|[бвгджзклмнпрстфхцчшщ])")
_PAST = {"лись": "лось", "лась": "лось", "лся": "лось", "ли": "ло", "ла": "ло"}  # and their neuter
_PREPOSITIONS = word_set("в во на из у при по среди за к ко от с со о об под между через до для без")
_MONEY = word_set("тенге рубль доллар евро фунт")
_SHORT = word_set("сом сома сомов руб тыс млн млрд экз га кг км мм м м2 м3 л т ц кв куб ед шт раз раза")
_COPULAS = word_set("стали стало стал стала были было")
_IRREGULAR = {"погиб": "погибло", "умер": "умерло", "убиты": "убито", "взяты": "взято", "сданы": "сдано"}
_PLURAL = re.compile(".+(?:ут|ют|ат|ят)(?:ся)?")
_SINGULAR = re.compile("(.+[аяеу])ет(ся)?")
# Whether a word is a verb of the present: «имеют».
_is_present = lru_cache(maxsize=WORDS)(whole(".+(?:[аяуе]ет|[аяуе]ют|тся)"))
_ADJECTIVE_ALONE = re.compile(".+(?:(?:ск|н|в)(?:ого|ому|ом|ой|ую|ым))|.+[ая]ми|.{4,}[ая]х")
_OBJECT = re.compile(".+(?:[уюе]ю|[^е]у|[аеиёь]ем|ством|ами|ями)")  # «прививку», «питанием», «жильём»
_ONE = re.compile(
    r"[^\Wаеёиоуыэюя]*[аеёиоуыэюя]\w*[бвгджзйклмнпрстфцчшщ]"
)  # in the singular, or in the genitive
_SUBJECTS = word_set("приём прием объём объем подъём подъем заём заем меню")
_COUNTS = frozenset({"число", "доля", "количество"})
_NO_NAME = word_set("""можно нельзя может могут должен должна должно должны нужно нужны необходимо будет будут
    вакантны свободны исправны неисправны плюс минус этой этого этих эти такой таких такая такое такие такую
    такими пока уже ещё еще лишь только чуть почти вдвое втрое""")
_IS_NO_HEAD = re.compile("(?:целев|планов)(?:ой|ое|ый|ые|ая)|.{3,}[ая]ми:?|.{3,}(?:[уюи]ю|юю)")
_IS_OBLIQUE = re.compile("[^ ]{3,}[ыи]м [^ ]{3,}[аеоыи]м")  # «главным партнёром»
_SAYS_NOTHING = word_set("""план факт фактически норматив норма всего итого прогноз аппг показатель значение
    количество число доля объем объём сумма размер уровень""")
_TIMES = word_set("""за на с в к начало начала начале конец конца конце аналогичный аналогичном
    аналогичного период периода периоде прошлый прошлой прошлом прошлого прошлую предыдущий
    предыдущей предыдущем предыдущего предыдущую отчётный отчетный отчётном отчетном отчётного
    отчетного неделю неделе недели месяц месяца месяце год года году назад ранее сутки показатель
    показателя""")
_NO_BEGINNING = word_set("""как если годом года й го м х же больше меньше составило достигло превысило
    насчитывалось равнялось чей чья притом затем не ему ей им нам мне вам он она оно они мы вы кто что это эта
    сам сама само сами тот та те здесь там тут тогда сегодня вчера""")
_MOVES = word_set("сокращение снижение рост увеличение уменьшение падение повышение спад")
# Words beside the verb of a sentence, and forms of verbs that no impersonal label has: «утвердила».
_TELLING = word_set("также тоже затем потом сейчас теперь именно идет идёт идут показал показали")
_WITH_SUBJECT = re.compile(".{3,}(?:ила|ила?сь|ала?сь|нула|[аияе]ли|[ие]лись)")
_NO_VERBS = word_set("могила правила перила чернила белила")
# Whether a word behind a noun makes a clause of it: «люди вышли», «нагрузка сравнима», «сумма невелика».
_is_predicate = lru_cache(maxsize=WORDS)(
    whole(
        "(?:в[ыо]|при|у|по|про|пере|со|за|на|до)?ш(?:ли|ла)|.{2,}(?:[её]зли|росли)"
        "|.{2,}(?:[аеи]льн|чн|[тс]ивн|[ае]нтн|актерн|улярн|образн)[аы]"
        "|(?:не)?(?:сравним|сопоставим|велик|высок|низк|мал|равн|важн|нужн|опасн|согласн|близк|редк|известн)[аы]"
    )
)
_IN_SINGULAR_CASE = re.compile(".{3,}(?:его|ого|ему|ому|вшей|ющей|ящей)(?:ся)?|.{3,}ихся")  # «принявшего»
_MANY = re.compile(".{3,}(?:[ое]в|ей|[еая]ний|[ыя]тий|[зсц]ий)")  # surely nouns in the genitive of many
_NOT_MANY = word_set("""улов отлов остров покров посев обогрев подогрев нагрев музей лицей юбилей хоккей
    трофей гений""")
_SURNAMES = word_set("черных седых белых долгих крутых малых коротких сухих")
_HALF = re.compile(".{2,}(?:ск|[^о]н|[ое]в)о")  # «детско», «учебно», «торгово»
_COUNTS_ALL = word_set("всего итого много немного намного")
_SAYING = word_set("сообщили отметили заявили указали ответили рассказали признались считают полагают")
_CUT = re.compile(".+(?:нн|льн|чн|ск)ом")  # «в личном»
_ODD_PLURALS = {"живет": "живут", "состоит": "состоят", "пойдет": "пойдут", "примет": "примут"}

_FINITE = re.compile(
    ".+(?:[аиыяуе]ли|[аияыуе]лся|лась|лись|[аия]лось|[аеио]шло|шлось|[бгкмр]л[ои]|зли|[аияыу]ло)"
)
_NOT_FINITE = word_set("""недели модели цели ели мели если земли или были детали медали петли автомобили рубли
    корабли сабли угли иглы около эмали скрижали магистрали вертикали кабели отели стабильно стекло кегли
    кукли начало покрывало одеяло мыло шило""")
_PERSONS_IN_TELI = re.compile(".+тели")  # «жители», but not «хотели»
_VERBS_IN_TELI = re.compile(".*(?:хо|ле|вер|сви|терп|пых)тели")

_BEFORE_WHICH = {"со": "с", "во": "в"}  # «со 100 школами», «школы, с которыми»
_PLACES, _MEANS = ("ах", "ях"), ("ами", "ями")
# Words that measure something, in the cases that stand before a number, and their basic form.
_MEASURED = word_map("""площади:площадь площадью:площадь урожайности:урожайность сумму:сумма сумме:сумма
    объеме:объём объемом:объём уровне:уровень уровня:уровень количестве:количество стоимостью:стоимость
    стоимости:стоимость протяженностью:протяжённость мощностью:мощность вместимостью:вместимость
    численностью:численность размере:размер длиной:длина весом:вес""")


class RussianNaming(Naming):
    """The case of a noun tells what it is; what was done stands before it, without a subject."""

    can_name = True
    longest = 15
    measures_next = True
    powers = ("кв", "куб")
    generic = word_set("""голов голова головы штук штука штуки единиц единица единицы экземпляр экземпляра
        экземпляров раз раза балл балла баллов руб тыс млн млрд случай случая случаев случаях сом сома сомов
        кв куб экз га кг км мм м м2 м3 л т ц чел ед шт килограмм килограмма килограммов грамм граммов тонн
        тонны центнер центнера центнеров""")
    pointing = frozenset({"здесь", "там", "туда"})
    growing = ("инфляц", "индекс", "темп", "прирост")
    referring = word_set("них нем нём ней")
    spread = frozenset({"на", "с", "со"})
    placing = word_set("в во на по у среди")
    measuring = frozenset({"от", "к", "ко"})
    restating = word_set("или что это составляет составило составил соответствует")
    observing = ("отмеч", "зафикс", "наблюд", "произош")
    who = word_set("который которая которое которые которого которую которых которым которой котором")
    sizing = frozenset({"общей", "средней"})
    relative = word_set("в во на из у для с со от")
    subject = ("ство", "тие", "ие")
    is_action: Predicate = whole(".+(?:ени|ани|яни|ути|яти)(?:е|я|ю|ем|и|й|ях|ями|ям)")
    goes_on_to_noun: Predicate = ending_in("ской", "ском", "цкой", "цком", "ных", "ном")
    # «раненых», «умерших»; but not «частных»
    is_of_many: Predicate = whole(".+(?:(?:вш|щ|[бгк]ш)их(?:ся)?|[еа]нн?ых|летних)")
    # By its stem: its ending is that of «население» and «руководство», too.
    is_event: Predicate = whole(
        "(?:строительств|обучени|приобретени|благоустройств)[оеяу]|(?:кап)?ремонта?|ввода?"
        "|(?:реконструкци|модернизаци)[яию]|(?:закупк|постройк|проверк)[аиу]"
    )
    # A genitive plural that no other case looks like, or «объединения».
    is_counted: Predicate = ending_in("ов", "ев", "ей", "ний", "тий", "ций", "ния", "тия")
    is_told: Predicate = whole(".+(?:л[аио]?|л[аио]сь|лся|[её]н[аоы]?|рос|стиг)")
    # By its ending, which «область» has not, but «печать» has.
    is_infinitive: Predicate = whole(".+(?:[аеиуыоя]ть|[дз]ти|чь)(?:ся)?|идти")
    is_active: Predicate = whole(".+(?:[аеиоуыя]л[аи]?|[бгкрз]ли)")
    is_impersonal: Predicate = ending_in("но", "то", "ло", "лось", least=5)
    follows: Predicate = whole(
        ".+(?:[уюая]щ|вш|нн|ем|им)(?:их|ие|ая|ий|ей|его|ую|ым|ым|ых|ые|ый|ой|ого)(?:ся)?"
    )
    hangs: Predicate = word_set("наш наша наши их его свои").__contains__
    is_oblique: Predicate = ending_in(
        "ами", "ями", "ыми", "ими", "ах", "ях", "ую", "юю", "нном", "нным", "нному", "нного", "нной", least=5
    )

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

    def is_name(self, words: Sequence[str]) -> bool:
        """No adjective alone, «Мангистауской», no verb of the present, «имеют диплом», no «число садах».

        Nor a time: «неделю назад».
        """
        end = next((place for place, word in enumerate(words) if word.startswith("котор")), len(words))
        named = words[:end]
        if (
            _TIMES.issuperset(words)
            or words[0] in _MOVES
            or (len(words) == 1 and words[0].isascii() and words[0].isalpha())
        ):
            return False  # «сокращение … до 5», "July"
        if not named or named[0] in _NO_BEGINNING or not _NO_NAME.isdisjoint(named):
            return False
        if any(map(_is_present, named)) or not _TELLING.isdisjoint(named) or _is_cut(words[-1]):
            return False
        if ":" not in " ".join(named) and any(map(_has_subject, named[1:])):
            return False
        if any(map(_is_predicate, named[1:])):
            return False
        if _IN_SINGULAR_CASE.fullmatch(named[0]) and named[0] not in _COUNTS_ALL:
            return False
        oblique = _IS_NO_HEAD.fullmatch(named[0]) or _IS_OBLIQUE.fullmatch(" ".join(named[:2]))
        if oblique or named[:2] == ["план", "на"]:
            return False
        unit = named[1].rstrip(".") if named[0].endswith("о") and len(named) == 2 else ""
        if unit and (unit in self.generic or LANGUAGE.known(unit) in LANGUAGE.measures):
            return False  # «собрано т»
        if named[0] in _COUNTS and len(named) > 1 and named[1].endswith(_PLACES):
            return False
        alone = _ADJECTIVE_ALONE.fullmatch(named[0]) or named[0] in _SAYS_NOTHING
        alone = alone or LANGUAGE.is_verbal(named[0])  # «взыскано»
        return len(named) > 1 or not alone

    def is_halved(self, one: str, other: str) -> bool:
        return bool(_HALF.fullmatch(one)) and LANGUAGE.describes(other)

    def in_nominative(self, name: str) -> str | None:
        """«Лицеев» is «лицеи», «пострадавших от огня» are «пострадавшие от огня»."""
        words = name.lower().split()
        end = next((place for place, word in enumerate(words) if not word.endswith(("ых", "их"))), len(words))
        head = words[end] if end < len(words) else ""
        lemma, proper = LANGUAGE.known(head), name.istitle()  # «Саратов», «Черных», «Сергей Ким»
        if not end and (not _MANY.fullmatch(head) or head in _NOT_MANY or (lemma or proper * head) == head):
            return name
        if proper and words[0] in _SURNAMES:
            return name
        if any(map(LANGUAGE.is_verbal, words)):
            return name  # «новых школ открыто»
        plural = _nominative(CountedNoun(tuple(words[: end + 1]), end, lemma)) if head else None
        if plural and end and plural.endswith(f" {head}"):
            plural = None  # it stood in the nominative before
        if plural is None and end == 1 and (not head or head in _PREPOSITIONS or self.is_of_many(words[0])):
            end, plural = 0, words[0][:-2] + ADJECTIVES[words[0][-2:]]
        if plural is None:
            return None
        return " ".join((plural, *name.split()[end + 1 :]))

    def plural_of(self, verb: str) -> str | None:
        """«Проживает» is «проживают»."""
        if verb in _ODD_PLURALS or _PLURAL.fullmatch(verb):
            return _ODD_PLURALS.get(verb, verb)
        if verb.endswith("ится"):  # «хранится», «учится»
            return f"{verb[:-4]}{'атся' if verb[-5] in 'жчшщ' else 'ятся'}"
        match = _SINGULAR.fullmatch(verb)
        return f"{match[1]}ют{match[2] or ''}" if match else None

    def who_do(self, noun: str, clause: str) -> str:
        """«Число детей, которые живут в сёлах»."""
        first, _, more = noun.partition(" ")
        return f"число {_PERSONS_OF.get(first, first)}{more and ' '}{more}, которые {clause}"

    def falls(self, clause: str, whole: str) -> str | None:
        """«Доля расходов, которая приходится на школы»."""
        match = re.fullmatch(r"(на (?:\S+ ){1,7})(приход\w+)", clause, re.IGNORECASE)
        share = f"доля {whole}".strip()
        return f"{share}, которая {match[2]} {match[1].strip().lower()}" if match else None

    def is_object(self, words: Sequence[str], verb: str, *, named: bool) -> bool:
        """An accusative or instrumental, or «музей посетили»; before «надоено» all but a noun in -о or -е."""
        if verb.endswith(("но", "то")):
            return not any(word.endswith(("о", "е", "ё")) for word in words)
        if not named and verb.endswith("ли") and _ONE.fullmatch(words[0]) and words[0] != "ряд":
            return True
        name = named and words[0].endswith("у")  # «Москву посетили»
        return bool(_OBJECT.fullmatch(words[0])) and words[0] not in _SUBJECTS and not name

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
        for ending, neuter in _PAST.items():
            if verb.endswith(ending):
                return verb.removesuffix(ending) + neuter
        return verb if verb.endswith(("ло", "лось")) else None

    def name(self, counted: CountedNoun) -> str | None:
        """«Открыто школ», «доля школ», «школы», with a clause of what they did."""
        words = " ".join(counted.noun)
        first, _, more = counted.tail.partition(" ")
        clause = f", которые {counted.tail}" if counted.tail else ""
        if counted.share:
            if counted.verb and not clause:  # «рассмотрено 98 % жалоб»
                return _share_of_done(counted)
            told = bool(clause) or not _PREPOSITIONS.isdisjoint(map(str.lower, counted.noun))
            return f"доля {words}{clause}" if told and _in_genitive(counted) else None
        if counted.every:
            plural = counted.lemma and of_lemma(counted.lemma)
            return f"{plural}: {counted.tail}" if plural and counted.tail else None
        if first and _passive(first):
            verb, clause = self.done(first), f" {more}" if more else ""
        else:
            verb = counted.verb
        if verb and counted.lemma in _PERSONS and counted.noun[_head(counted)].lower() in _PERSON_FORMS:
            noun = list(counted.noun)
            noun[_head(counted)] = _PERSONS[counted.lemma]
            return f"{verb} {' '.join(noun)}{clause}"
        if verb and (all(map(self.is_of_many, counted.noun)) or (counted.many and _in_genitive(counted))):
            return f"{verb} {words}{clause}"
        if counted.lemma == "человек" and first and (impersonal := self.done(first)):
            return " ".join(filter(None, (impersonal, words, more)))
        if not verb and _is_bare_measure(counted, self.generic):
            return None
        plural = words if counted.one and not counted.lemma and not clause else _nominative(counted)
        if plural is None:
            many = all(map(self.is_of_many, counted.noun))  # «33 заболевших»
            genitive = many or (counted.many and _in_genitive(counted))
            return f"число {words}{clause}" if genitive and not counted.told else None
        return f"{plural}: {verb}{clause}" if verb else f"{plural}{clause}"

    def is_finite(self, word: str) -> bool:
        """The past in the plural or neuter, and the reflexive present."""
        person = _PERSONS_IN_TELI.fullmatch(word) and not _VERBS_IN_TELI.fullmatch(word)
        past = bool(_FINITE.fullmatch(word)) and word not in _NOT_FINITE and not person
        return past or word.endswith("тся")


def _is_cut(last: str) -> bool:
    """Whether a label ends in a word that waits for more: «студенты, в котором», «…, которые сообщили»."""
    cut = last.startswith("котор") or last in _SAYING | _PREPOSITIONS
    return cut or (len(last) == 1 and last.isalpha()) or bool(_CUT.fullmatch(last))


@lru_cache(maxsize=WORDS)
def _has_subject(word: str) -> bool:
    """Whether a verb of the past agrees with a subject: «область утвердила план»."""
    person = _PERSONS_IN_TELI.fullmatch(word) and not _VERBS_IN_TELI.fullmatch(word)
    return bool(_WITH_SUBJECT.fullmatch(word)) and not person and word not in _NO_VERBS | _NOT_FINITE


def _passive(verb: str) -> bool:
    """Whether a verb is a short participle: «построены»."""
    return verb.endswith(("но", "ны", "на", "то", "ты", "та")) and len(verb) > 5


def _in_genitive(counted: CountedNoun) -> bool:
    """Whether the noun may be in the genitive plural, and what describes it, too."""
    head = _head(counted)
    describing = all(word.lower().endswith(("ых", "их")) for word in counted.noun[:head])
    return describing and _GENITIVE_PLURAL.fullmatch(counted.noun[head].lower().rstrip(",.")) is not None


def _share_of_done(counted: CountedNoun) -> str | None:
    """«Доля жалоб, которые рассмотрены в срок»; None of a verb that may have a subject of its own."""
    verb = counted.verb or ""
    plural = f"{verb[:-1]}ы" if _passive(verb) else f"{verb[:-4]}лись" if verb.endswith("лось") else ""
    places = [place for place, word in enumerate(counted.noun) if word in _PREPOSITIONS]
    end = places[0] if places else len(counted.noun)
    noun, rest = counted.noun[:end], counted.noun[end:]
    if not (noun and plural and _in_genitive(counted._replace(noun=noun))):
        return None
    return " ".join(("доля", *noun)) + ", " + " ".join(("которые", plural, *rest))


def _is_bare_measure(counted: CountedNoun, generic: frozenset[str]) -> bool:
    """Whether the noun is a unit that says nothing of what is measured: «рублей», «т», «тонн с гектара»."""
    head = _head(counted)
    unit, rest = counted.noun[head].lower().rstrip("."), counted.noun[head + 1 :]
    if not (counted.measure or unit in generic):
        return False
    return counted.lemma in _MONEY or unit in _SHORT or not rest or rest[0].lower() in _PREPOSITIONS


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
