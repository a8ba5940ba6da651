"""How Kazakh names what is counted: «ашылған мектеп», «ауылдағы мектеп»."""

import re
from collections.abc import Sequence

from edureport.prose.grammar.forms import Ending, Predicate, containing, ending_in, whole
from edureport.prose.grammar.kk.morphology import (
    ATTRIBUTE,
    CASES,
    CONVERB,
    INTENTION,
    NO_CONVERB,
    NO_INTENTION,
    OF_PLACE,
    PARTICIPLE,
    PAST,
    SUFFIXES,
)
from edureport.prose.grammar.naming import CountedNoun, Naming
from edureport.prose.text.phrases import word_set

_FRONT, _VOICELESS = frozenset("әөүіеэи"), frozenset("пткқсшщцчфх")
_PRESENT = {"йды": "йтын", "йді": "йтін", "ады": "атын", "еді": "етін", "иды": "итын", "иді": "итін"}
_GOING_ON = {"жатыр": "жатқан", "отыр": "отырған", "тұр": "тұрған", "жүр": "жүрген"}
_FROM = tuple(CASES[Ending.ABLATIVE].split())
_OWNERS = tuple(CASES[Ending.GENITIVE].split())
_NO_END = word_set("""деп тиіс және немесе бойынша үшін орында құрады белгілі керісінше мүмкін қажет керек
    басым құраған шоғырланған қалыптасқан өзге басқа түрлі әртүрлі бірқатар кейбір тиімсіз негізсіз заңсыз""")
_TO_BE = re.compile("(?:ыл|іл|ын|ін)[ае]т[ыі]н")  # «салынатын»
_IS_SO = ("көрсетілетін", "оқытылатын")
_NO_BEGIN = frozenset(_GOING_ON.values()) | word_set("""болатын тұратын құрайтын болған орнына ішінде қатысты
    деп себебі ғана оны айта бойынша көлемінде сомасында мөлшерінде деңгейінде сәйкес құрады деген""")
_OF_P = {"тауып": "тапқан", "жауып": "жапқан", "сеуіп": "сепкен", "теуіп": "тепкен"}
_ACTIONS = ("уды", "уді", "улы", "улі")
_PAST_OF_VOWEL = re.compile("(?:[бвгғджзкқлмнңпрсфхцчшщй][лд][ае]|[кқпсшч]т[ае]|[йр]н[ае])д[ыі]$")
# «бөлінбеді», «оқымады», but «жабады», «көмеді», which are done now.
_PAST_DENIED = re.compile("(?:[бвгғджзкқлмнңпрсфхцчшщйу][мбп]|..[аәеиоөұүыі]м)[ае]д[ыі]$")
_STEMS_IN_A_VOWEL = word_set("жасады сұрады қарады тарады санады жинады бағалады атады сөйледі туды")
LONG = 6  # letters at least of such a verb: «жүруде»
SHORT = 3  # letters of a word that is no converb
_PLURAL_OBJECT = ("ларды", "лерді", "дарды", "дерді", "тарды", "терді")
_CONDITION = ("са", "се")
_NO_CONDITIONS = tuple("касса масса трасса пресса терраса кеңсе нәрсе пьеса".split())
_OF_PAST = {"ды": "ған", "ді": "ген", "ты": "қан", "ті": "кен"}
_GOING = ("уда", "уде")
_OF_PLACE = tuple(OF_PLACE.split())
_ENDINGS = (*" ".join(CASES.values()).split(), *_OF_PLACE, "лы", "лі", "сы", "сі", "ын", "ін")
_REPORTED = tuple(
    form + ending
    for form in (*PARTICIPLE, "тын", "тін")
    for ending in ("ын", "ін", "ы", "і", "дығын", "дігін")
)
_PLACE = {"да": "ғы", "та": "ғы", "де": "гі", "те": "гі"}

_NEVER = frozenset({"х", "детін", "дейтін"})  # in a name
_BOUNDS = frozenset({"астам", "жуық", "астамы", "жуығы"})
_IN = tuple(CASES[Ending.LOCATIVE].split())
_HANGS = (*_FROM, *CASES[Ending.INSTRUMENTAL].split(), *_OF_PLACE)
# What is so because of something, and nouns that only look as if they stood in a case.
_NO_HANGING = ("ғаннан", "геннен", "қаннан", "кеннен", "стан", "орден", "майдан", "экзамен", "судан")
_NO_PLACES = word_set("""сауда пайда елорда орда апта газета почта пошта анкета карта команда валюта квота
    бригада вахта плита олимпиада смета аренда диета ракета планета монета мата ата мода""")
_PRESENT_END = re.compile("..(?:ады|еді|йды|йді)$")
_NOTHING = word_set("""жоспар жоспары жоспарлы болжам нысана нақты факт факті іс жүзінде көрсеткіш көрсеткіші
    мақсат мақсаты мақсатты міндет бойынша құны үлесі салмағы аумағы сапасы сомасы жалпы адамға тұрғынға
    шаққанда көлемі мөлшері деңгейі деңгейінде межесі межесіне шамасы жасы жағдай бір екі жылда айда тоқсанда
    ақш долл доллар теңге млн млрд млд мың пайыз процент плюс минус артық кем көп аз жоғары төмен""")
# «тиімді», «жинақты», «білікті», «жауапты», «озаты»
_NO_VERB = re.compile("(?:.(?:анат|уат)т|..(?:[аие]м|ім|.ақ|лік|уап)[тд]|[аәеиоөұүыіуюя]т)[ыі]$")


class KazakhNaming(Naming):
    """What describes a noun stands before it: what is done becomes a participle."""

    can_name = True
    longest = 8
    generic = word_set("""бас дана дананы данаға бірлік бірлікке балл балды баллды баллға рет есе га ц тг кг
        аек""") | {"килограмм", "гр", "грамм"}
    pointing = word_set("""мұнда онда одан сонда оған бұған соған осыған оларға бұларға оларда бұларда олардан
        бұлардан""")
    referring = word_set(
        "бұл осы ол аталған аталмыш мұндай осындай ондай мұндағы ондағы сондағы олардың бұлардың"
    )
    sizes = word_set("""көлемінде көлеміндегі көлемде көлемдегі сомасында сомасындағы сомасына сомаға сомада
        мөлшерінде мөлшеріндегі мөлшерде мөлшердегі""")
    costing = frozenset({"тұратын", "құрайтын"})
    how = ("сыз", "сіз")
    states = frozenset({"бар", "жоқ", "қажет", "керек", "тиіс"})
    place_nouns = tuple(
        "облысында ауданында қаласында ауылында өңірінде округінде аймағында кентінде".split()
    )
    places = tuple("облысы ауданы қаласы ауылы өңірі округі аймағы кенті".split())
    no_plans = ("қажеттілі", "тапсырыл")
    observing = ("байқал", "тіркел")
    placing_most = ("байқал", "тіркел", "белгілен")
    most = "ең"
    restating = frozenset({"яғни"})
    periods = ("кезең", "мерзім", "жылмен")
    growing = ("инфляция", "индекс", "өсу", "өсім", "қарқын")
    light = ("етілд", "етілг", "етед", "етті", "еткен")
    becoming = ("бол",)
    placed = _OF_PLACE
    powers = ("шаршы", "текше", "кв", "куб")
    possessed = ("ы", "і")
    possessed_bound = ("амы", "ығы", "амында", "ығында", "амынан", "ығынан")  # «астамы», «жуығы»
    describing = (*ATTRIBUTE.split(), *"сыз сіз лы лі ды ді ты ті ғы гі".split())
    quality = ("лық", "лік")
    objects = ("сын", "сін", *_PLURAL_OBJECT)
    action = ("у",)
    action_done = ("уды", "уді", "уын", "уін")
    converb = ("п",)
    going_on = _GOING
    is_action: Predicate = whole(".+[рн](?:іс|ыс)(?:і|ы|ін|ын|інің|ының|іне|ына|інде|ында|ке|қа|те|та)?")
    # But «жөндеу жұмыстарына» names.
    is_action_in_case: Predicate = containing("[уы]?у(?:[ғг][ае]|[дн][ыі]ң?|ына|іне|[ыі]|д[ае])?$")
    is_passive: Predicate = containing("(?:[ыі][лн]|..[ае]л|парлан)(?:д[ыі]|[ғг][ае]н|[ыі]п|[ае]д[ыі])$")
    # «Адамды» ends like a verb, and only at the end of a clause it is one.
    is_finite: Predicate = _GOING_ON.__contains__
    reports: Predicate = ending_in(*_REPORTED)

    def done(self, verb: str) -> str | None:
        """The participle that describes a noun: ашылды, ашылып and ашылса give ашылған."""
        if irregular := _GOING_ON.get(verb) or _OF_P.get(verb):
            return irregular
        if verb.endswith((*PARTICIPLE, "тын", "тін")):
            return verb
        past = _PAST_OF_VOWEL.search(verb) or _PAST_DENIED.search(verb)
        if past or verb in _STEMS_IN_A_VOWEL:  # «аяқтады», but «ашылады»
            return verb[:-2] + _OF_PAST[verb[-2:]]
        if verb.endswith(_ACTIONS):
            return None  # «өлтіруді»
        if present := _PRESENT.get(verb[-3:]):
            return verb[:-3] + present
        if still := _still_to_be(verb):
            return still
        if verb.endswith(("ыпты", "іпті")):
            return _participle(verb[:-4])
        if verb.endswith(_PLURAL_OBJECT) or _NO_VERB.search(verb):
            return None  # «болғандарды», «жинақты»
        if verb.endswith(PAST):
            return verb[:-2] + _OF_PAST[verb[-2:]]
        return _of_converb(verb) if len(verb) > SHORT else None

    def name(self, counted: CountedNoun) -> str | None:
        """The words before the noun say all."""
        return " ".join(counted.noun)

    def of_place(self, word: str) -> str:
        """«ауылда» as it stands before a noun."""
        return word + _PLACE.get(word[-2:], "")

    def is_name(self, words: Sequence[str]) -> bool:
        """No words of a bound that was not read, «кг-дан астам есірткі», no ending, and no verb that goes on.

        More than whether it is planned, and not only Latin letters.
        """
        if not _BOUNDS.isdisjoint(words) or _NOTHING.issuperset(words):
            return False
        cut = (
            words[0] in _NO_BEGIN
            or words[-1] in _NO_END
            or words[-1].endswith(CONVERB)
            or _is_condition(words[-1])
        )
        if (cut and words[-1] not in NO_CONVERB) or words[0] in SUFFIXES or not _NEVER.isdisjoint(words):
            return False
        text, letter = " ".join(words), len(words[0]) == 1 and words[0].isalpha()
        halved = text.count("«") != text.count("»") or " -" in text or letter or text.endswith(_OWNERS)
        alone = len(words) == 1 and words[0].endswith(_IN) and words[0] not in _NO_PLACES  # «Астанада»
        hangs = alone or (words[-1].endswith(_HANGS) and not words[-1].endswith(_NO_HANGING))
        verb = (self.closes(words[-1]) and words[-1] not in NO_CONVERB) or _PRESENT_END.search(words[-1])
        return not (halved or hangs or verb or all(map(str.isascii, words)))

    def is_to_be(self, word: str) -> bool:
        """A passive participle of what will be, if it is not one of what always is so."""
        return bool(_TO_BE.search(word)) and not word.startswith(_IS_SO)

    def closes(self, word: str) -> bool:
        past = word.endswith(CONVERB + PAST) and not (word.endswith(("тты", "тті")) or _NO_VERB.search(word))
        vowel = word.endswith(("ап", "еп")) and len(word) > SHORT and word not in NO_CONVERB  # «қарап»
        return past or vowel or _is_condition(word)

    def is_counted(self, word: str) -> bool:
        """A noun without an ending."""
        return not word.endswith((*_ENDINGS, *PAST, *CONVERB, *PARTICIPLE)) and self.done(word) is None

    def hangs(self, word: str) -> bool:
        """A noun in a case that a verb asks for."""
        cases = ("ға", "ге", "қа", "ке", "ына", "іне", "да", "де", "та", "те")
        return len(word) > 4 and word.endswith(cases) and not word.endswith("бике")


def _is_condition(word: str) -> bool:
    """Whether a verb says what is so beside something else: «30 өтініш түссе, …»."""
    return len(word) > SHORT and word.endswith(_CONDITION) and not word.endswith(_NO_CONDITIONS)


def _still_to_be(verb: str) -> str | None:
    """The participle of what is being done, «салынуда», or is meant to be, «салынбақ»."""
    if len(verb) < LONG:
        return None
    if verb.endswith(_GOING):
        return _converb(verb[:-3]) + " жатқан"
    if verb.endswith(INTENTION) and verb not in NO_INTENTION:
        return verb[:-3] + ("атын" if verb[-2:] == "ақ" else "етін")
    return None


def _of_converb(verb: str) -> str | None:
    """The participle of «ашылып», «қарап» and «ашылса»."""
    if verb.endswith(CONVERB):
        return _participle(verb[:-2].replace("б", "п") if verb[-3:-2] == "б" else verb[:-2])
    if verb.endswith(("ап", "еп")):
        return _participle(verb[:-1])
    if verb.endswith(_CONDITION):
        return _participle(verb[:-2])
    return None


def _converb(stem: str) -> str:
    """«салын» makes «салынып»."""
    front = next((sign in _FRONT for sign in reversed(stem) if sign in _FRONT or sign in "аоұыуяю"), False)
    return stem + ("п" if stem[-1] in "аеиіыоөұүә" else "іп" if front else "ып")


def _participle(stem: str) -> str:
    """The stem with the ending that its last sound and its vowels ask for."""
    front = next((sign in _FRONT for sign in reversed(stem) if sign in _FRONT or sign in "аоұыуяю"), False)
    if stem[-1] in _VOICELESS:
        return stem + ("кен" if front else "қан")
    return stem + ("ген" if front else "ған")


NAMING = KazakhNaming()
