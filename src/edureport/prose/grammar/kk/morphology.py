"""The endings of Kazakh words: of nouns one behind the other, plural, possessive, case; and of verbs.

Vowels and consonants follow the word that an ending hangs on, so that each has two to six spellings;
careless writers mix them.
"""

import re

from edureport.prose.grammar.forms import Ending, Form
from edureport.prose.text.phrases import word_set

CASES = {
    Ending.ABLATIVE: "дан ден тан тен нан нен",
    Ending.DATIVE: "ға ге қа ке",
    Ending.LOCATIVE: "да де та те",
    Ending.GENITIVE: "ның нің дың дің тың тің",
    Ending.ACCUSATIVE: "ны ні ды ді ты ті",
    Ending.INSTRUMENTAL: "мен пен бен",
}
PLURAL = "лар лер дар дер тар тер"
POSSESSIVE = "ы і сы сі"
OF_PLACE = "дағы дегі тағы тегі"  # makes an adjective of a place
ATTRIBUTE = "дық дік лық лік тық тік"
LIKE = "дай дей тай тей"
ORDINAL = "ыншы інші ншы нші шы ші"

ENDINGS = {case: tuple(forms.split()) for case, forms in CASES.items()}
ENDINGS[Ending.DATIVE] += ("ына", "іне")  # of what belongs to something: «мектебіне»
ON_NOUNS = {Ending.ABLATIVE: ENDINGS[Ending.ABLATIVE], Ending.DATIVE: (*ENDINGS[Ending.DATIVE], "на", "не")}

# What hangs on a number in digits: «300-ден», «26 666-сы», «7-еуінен».
_OF_NUMBERS = {
    **{Form(case): forms for case, forms in CASES.items()},
    Form(Ending.LOCATIVE): f"{CASES[Ending.LOCATIVE]} {OF_PLACE}",
    Form(Ending.LIKE): f"{LIKE} дайы дейі тайы тейі",
    Form(Ending.ATTRIBUTE): ATTRIBUTE,
    Form(possessed=True): f"{POSSESSIVE} уі уы еуі ауы",
    Form(Ending.ABLATIVE, True): "ынан інен сынан сінен уінен еуінен ауынан",
    Form(Ending.DATIVE, True): "ына іне сына сіне уіне еуіне ауына",
    Form(Ending.LOCATIVE, True): "ында інде сында сінде уінде еуінде ауында ындағы індегі сындағы сіндегі",
    Form(Ending.ACCUSATIVE, True): "ын ін сын сін уін еуін ауын",
    Form(Ending.GENITIVE, True): "ының інің сының сінің уінің еуінің ауының",
    Form(Ending.INSTRUMENTAL, True): "ымен імен сымен сімен",
}
FORMS = {form: tuple(suffixes.split()) for form, suffixes in _OF_NUMBERS.items()}
SUFFIXES = {suffix: form for form, suffixes in FORMS.items() for suffix in suffixes}
SUFFIXES |= dict.fromkeys(("на", "не"), Form(Ending.DATIVE, True))  # «23,2%-на», said «пайызына»
SUFFIXES |= dict.fromkeys(("нда", "нде"), Form(Ending.LOCATIVE, True))  # «8-нде», said «сегізінде»
SUFFIXES |= dict.fromkeys(PLURAL.split(), Form(Ending.PLURAL))
SUFFIXES |= dict.fromkeys(ORDINAL.split(), Form(Ending.ORDINAL))

# Of nouns: one ending of each kind at most, in this order; the plural with all that may follow it as one.
_CASE = " ".join(CASES.values())
_ANY_OF = "|".join
NOUN_ENDING = re.compile(
    f"(?:{_ANY_OF(PLURAL.split())})?(?:{_ANY_OF(POSSESSIVE.split())}|ым|ім|ың|ің|ымыз|іміз)?"
    f"(?:{_ANY_OF(_CASE.split())}|на|не|нда|нде|н)?(?:{_ANY_OF(OF_PLACE.split())}|ғы|гі|{_ANY_OF(ATTRIBUTE.split())})?"
    f"(?:{_ANY_OF(_CASE.split())})?"
)
LEMMA_ENDINGS = tuple(
    sorted(
        {
            *PLURAL.split(),
            *(plural + possessive for plural in PLURAL.split() for possessive in ["ы", "і"]),
            *"ларының лерінің дарының ларына леріне ларында лерінде лардан лерден".split(),
            *_CASE.split(),
            *(
                suffix
                for form, suffixes in FORMS.items()
                if form.possessed and form.ending is not Ending.INSTRUMENTAL
                for suffix in suffixes
                if suffix[0] in "ыіс" and not suffix.endswith(("ғы", "гі"))
            ),
        },
        key=lambda ending: (-len(ending), ending),
    )
)
POSSESSED = ("ы", "і", "ын", "ін", "ында", "інде", "ына", "іне")
DESCRIBING = ("лық", "лік", "дық", "дік", "тық", "тік", "лы", "лі", "ған", "ген", "қан", "кен",
              "атын", "етін", "йтін", "йтын")  # fmt: skip
SIZED = (*ATTRIBUTE.split(), "лы", "лі")

# Of verbs
CONVERB = ("ып", "іп")
NO_SIZE = frozenset(["келі"])  # a kilogram
NO_CONVERB = word_set("""тәртіп кәсіп өнеркәсіп қауіп әріп сынып зайып айып принцип тип мектеп кітап талап
    жауап этап""")
PAST = ("ды", "ді", "ты", "ті")
PARTICIPLE = ("ған", "ген", "қан", "кен")
WHAT_WAS_DONE = ("ғаны", "гені", "қаны", "кені")  # «игерілгені»: what was spent
INTENTION = ("мақ", "мек", "бақ", "бек", "пақ", "пек")
FUTURE = ("ылады", "іледі", "ынады", "інеді")  # of the passive: will be done
NEGATED = ("мады", "меді", "бады", "беді", "пады", "педі", "маған", "меген", "баған", "беген", "паған")
NO_INTENTION = word_set("еңбек көмек тамақ жұмақ өрнек бармақ тармақ қазақ ормақ")

# The case of a noun that belongs to something leaves its possessive ending: «жұмыс орнында», «жұмыс орны».
_OF_POSSESSED = {
    vowel + ending: vowel
    for vowel in "ыі"
    for ending in ("нан", "нен", "нда", "нде", "на", "не", "мен", "ның", "нің", "н")
}
_PLAIN = frozenset(("дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "да", "де", "та", "те",
          "дың", "дің", "тың", "тің", "ның", "нің", "ды", "ді", "ты", "ті", "ны", "ні"))  # fmt: skip
_EITHER = frozenset("бвгд")  # of words from other languages: «клубқа», «клубы»
_VOICELESS, _NASAL = frozenset("пткқсшщцчфх"), frozenset("мнң")
_FRONT, _BACK = frozenset("әөүіеэ"), frozenset("аоұы")
_LEAST_BASIC = 3  # letters of a noun


def basic(word: str) -> str | None:
    """A noun without the ending of its case, if the ending is one that its sounds ask for."""
    for size in range(2, min(4, len(word) - _LEAST_BASIC) + 1):  # of the endings, of which one alone can fit
        vowel = _OF_POSSESSED.get(word[-size:])
        if vowel and _goes_with(word[:-size], vowel):
            return word[:-size] + vowel
    for size in range(2, min(3, len(word) - _LEAST_BASIC) + 1):
        if word[-size:] in _PLAIN and _follows(word[:-size], word[-size:]):
            return word[:-size]
    return None


def _follows(base: str, ending: str) -> bool:
    """Whether an ending begins and sounds as it does behind these letters: «пунктте», but not «карта»."""
    last, first = base[-1], ending[0]
    if last in _VOICELESS:
        fits = first in "тқк"
    elif last in _EITHER:
        fits = first in "тқкдғг"
    elif last in "аәеиоөуұүыіюяэё":
        fits = first in ("н" if ending in {"ны", "ні", "ның", "нің"} else "дғг")
        fits = fits and ending not in {"ды", "ді", "дың", "дің"}
    elif last in _NASAL:
        fits = ending in {"нан", "нен", "ның", "нің"} or (first in "дғг" and ending not in {"дан", "ден"})
    else:
        fits = first in "дғг"
    return fits and _goes_with(base, ending)


def _goes_with(base: str, ending: str) -> bool:
    """Whether the vowels of an ending are of the kind of the last vowel before it."""
    last = next((sign for sign in reversed(base) if sign in _FRONT or sign in _BACK), "")
    own = next((sign for sign in ending if sign in _FRONT or sign in _BACK), "")
    return not last or not own or (last in _FRONT) == (own in _FRONT)


_STEM_ENDINGS = tuple(
    sorted(
        f"{PLURAL} {POSSESSIVE} ым ім {_CASE} на не ын ін сын сін нда нде {OF_PLACE} ндағы ндегі "
        f"{' '.join((*PARTICIPLE, *CONVERB, *DESCRIBING[-4:], *INTENTION[:2]))} "
        "ады еді йды йді ылады іледі уда уде".split(),
        key=len,
        reverse=True,
    )
)
_ROUNDS = 4
_LEAST = 4  # letters that an ending leaves; a long ending may leave one less
_VOICED = str.maketrans("ғгб", "қкп")  # орталығы, мектебі: a last consonant softens before a vowel


def stem(word: str) -> str:
    """The word without its endings; there is no stemmer of Kazakh to take."""
    for _ in range(_ROUNDS):
        for ending in _STEM_ENDINGS:
            rest = len(word) - len(ending)
            if word.endswith(ending) and rest >= _LEAST - (len(ending) > 2):
                word = word[:rest]
                break
        else:
            break
    if len(word) > _LEAST and word[-1] in "ае":  # қорға-ған, but қорғ-ады
        word = word[:-1]
    return word[:-1] + word[-1:].translate(_VOICED)
