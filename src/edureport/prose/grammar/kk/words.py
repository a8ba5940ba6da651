"""Kazakh words: numbers with their cases, modifiers that follow the number, cues of plan and change."""

from collections.abc import Mapping

from edureport.languages.amounts.kk import _HUNDRED, _ONES, _TENS, _ZERO
from edureport.model.quantity import Bound
from edureport.prose.grammar.kk.morphology import FORMS, ORDINAL, SUFFIXES
from edureport.prose.grammar.language import BARE, Cardinal, Ending, Form, Multiplier
from edureport.prose.grammar.marks import Annotation, Family, Fraction, Mark, Modifier, Slot, Split

_OTHER_WORDS = frozenset(
    """
        оны онда ондай онды онын оған үшін ондағы онымен үште жүзі жүзінде жүзін жүзіне жүзінен мыңда алтын
        жүздік ондық
    """.split()
)
_QUARTER = _TENS[8]  # ninety, but in these cases hardly ever: «тоқсанында» is "in its quarter"
_QUARTERLY = {
    form
    for form in FORMS
    if form.possessed
    or form.ending in {Ending.LOCATIVE, Ending.GENITIVE, Ending.ACCUSATIVE, Ending.ATTRIBUTE}
}


def _forms(word: str) -> dict[str, Form]:
    """The word in every case, with the vowels and consonants that careless spelling may give it."""
    forms = {word: BARE}
    for form, suffixes in FORMS.items():
        forms |= {word + suffix: form for suffix in suffixes if word + suffix not in _OTHER_WORDS}
    return forms


def _inside() -> dict[str, Cardinal]:
    """«тоқсанында» is a quarter, «жүз тоқсанында» is 190."""
    return {word: Cardinal(90, 2, form) for word, form in _forms(_QUARTER).items() if form in _QUARTERLY}


def _cardinals() -> dict[str, Cardinal]:
    cardinals: dict[str, Cardinal] = {}
    bases = [(word, number, 1) for number, word in enumerate(_ONES, 1)]
    bases += [(word, number * 10, 2) for number, word in enumerate(_TENS, 1)]
    for word, value, rank in bases:
        # The forms of бір are mostly other words: together, at once, some.
        forms = {word: BARE} if value == 1 else _forms(word)
        cardinals |= {form: Cardinal(value, rank, case) for form, case in forms.items()}
    for word in _inside():
        del cardinals[word]
    for word, case in _forms(_HUNDRED).items():
        cardinals[word] = Cardinal(100, 3, case, factor=True)
    for value, stem in enumerate("біреу екеу үшеу төртеу бесеу алтау жетеу".split(), 1):
        if value > 1:
            cardinals[stem] = Cardinal(value, 1)
        for suffix in "і інен іне інде ін інің ы ынан ына ында ын ының".split():
            cardinals[stem + suffix] = Cardinal(value, 1, SUFFIXES[suffix])
    cardinals[_ZERO] = Cardinal(0, 1)
    return cardinals


def _multipliers() -> dict[str, Multiplier]:
    multipliers = {"млн": Multiplier(6), "млрд": Multiplier(9), "трлн": Multiplier(12), "мың": Multiplier(3)}
    for word, power in (("мың", 3), ("миллион", 6), ("миллиард", 9), ("триллион", 12)):
        multipliers |= {form: Multiplier(power, case, alone=True) for form, case in _forms(word).items()}
    return multipliers


def _ordinals() -> dict[str, int]:
    words = dict(zip((*_ONES, *_TENS, _HUNDRED), (*range(1, 10), *range(10, 100, 10), 100), strict=True))
    return {word + suffix: value for word, value in words.items() for suffix in ORDINAL.split()} | {
        "жиырмасыншы": 20,
        "екінші": 2,
    }


MARKS: Mapping[Annotation, str] = {
    Mark.MINUS: "минус",
    Mark.NEGATIVE: "сальдо*, баланс*, тапшылы*, температура*, профицит*",
    Mark.DENIES: "емес, жоқ, ешқандай",
    Mark.CLAUSE_JOINT: "мен, пен, бен, және, ал",
    Mark.ABBREVIATION: "млн, млрд, трлн",
    Mark.HALF: "жарым",
    Fraction(1, 2): "жартысы*, тең жартысы*, тең жарты*",
    Fraction(1, 3): "үштен бір*",
    Fraction(2, 3): "үштен екі*",
    Fraction(1, 4): "төрттен бір*, ширегі*",
    Fraction(3, 4): "төрттен үш*",
    Fraction(1, 5): "бестен бір*",
    Fraction(1, 10): "оннан бір*",
    Mark.CURRENCY: "$, €, £, ₸, ₽, kzt, usd, eur, gbp, rub",
    Mark.EVERY: "әр, әрбір",
    Mark.NONE: "бірде - бір, бірде бір",
    Mark.INDEFINITE: "жүздеген, мыңдаған, ондаған, миллиондаған, жүздеп, мыңдап, он - он бес",
    Mark.PERCENT: "пайыз*, процент*",
    Mark.POINTS: "пайыздық тармақ*, пайыздық пункт*, пайыздық тармағы*",
    Mark.TIMES: "есе, есеге, еседен, есеге дейін, еселен*, еселеп*",
    # modifiers: before the number; after it with the case they need; after it with any
    Modifier(Slot.BEFORE, Bound.AT_LEAST): "кемінде, кем дегенде, ең кемі, ең азы, ең аз дегенде",
    Modifier(Slot.BEFORE, Bound.AT_MOST): "ең көбі, ең көп дегенде, әрі кетсе",
    Modifier(Slot.BEFORE, Bound.ABOUT): "шамамен, орта есеппен, орташа есеппен, орташа алғанда, ≈, ~",
    Modifier(
        Slot.BEFORE, Bound.EXACT
    ): "тура, дәл, небәрі, бар болғаны, бар - жоғы, тек, жалпы саны, барлығы, жалпы, жиыны",
    Modifier(Slot.BEFORE, Bound.MORE_THAN): ">",
    Modifier(Slot.BEFORE, Bound.LESS_THAN): "<",
    Modifier(Slot.AFTER_ABLATIVE, Bound.MORE_THAN): (
        "астам*, аса, артық, көп, көбірек, артығырақ, астым, асты, асады, асқан, асып, асыпты, асқаны, "
        "жоғары, артығы, көбі, аса*"
    ),
    Modifier(Slot.AFTER_ABLATIVE, Bound.AT_LEAST): "кем емес, төмен емес, кем болмай*, кем болмас*, аз емес",
    Modifier(
        Slot.AFTER_ABLATIVE, Bound.AT_MOST
    ): "аспай*, аспас*, аспау*, артпай*, артпау*, артық емес, көп емес, асқан жоқ, аспақ емес",
    Modifier(Slot.AFTER_ABLATIVE, Bound.LESS_THAN): "кем, төмен, аз, кемірек, азырақ",
    Modifier(
        Slot.AFTER_DATIVE, Bound.NEARLY
    ): "жуық*, жуығ*, тарта, тартып, таяу, таяп, таяды, таяған, жақын, жақындады, жақындаған",
    Modifier(Slot.AFTER_DATIVE, Bound.LESS_THAN): "жетпей*, жетпеген, жетер - жетпес",
    Modifier(Slot.AFTER_DATIVE, Bound.AT_MOST): "дейін, дейінгі",
    Modifier(Slot.AFTER, Bound.NEARLY): "дерлік",
    Modifier(Slot.AFTER, Bound.ABOUT): "шақты, шамасында, төңірегінде, маңында, шамалы, шамасы, төңірегі",
    Modifier(Slot.AFTER, Bound.MORE_THAN): "астам*",
    Modifier(Slot.AFTER_BARE, Bound.NEARLY): "жуық*, тарта",
    Modifier(Slot.AFTER, Bound.EXACT): "ғана",
    Modifier(Slot.AFTER, Bound.AT_LEAST): "және одан көп, және одан да көп, және одан жоғары, +",
    Modifier(Slot.AFTER, Bound.AT_MOST): "және одан аз",
    # time
    Mark.MONTH: (
        "қаңтар*, ақпан*, наурыз*, сәуір*, мамыр*, маусым, маусымда*, маусымн*, маусымғ*, маусымын*, "
        "шілде*, тамыз*, қыркүйек*, қыркүйег*, қазан, қазанда*, қазанн*, қазанғ*, қазаны*, қараша*, "
        "желтоқсан*"
    ),
    Mark.YEAR: (
        "жыл, жылы, жылғы, жылдың, жылда*, жылға, жылмен, жылдан, жылды, жылдар*, жылын*, жылына, жж, "
        "жылдық, оқу жыл*, ж"
    ),
    Mark.PERIOD: (
        "ай, айда*, айы, айын*, айға, айдың, айлар*, айдан, айлық, апта*, күн, күнде*, күні, күнін*, "
        "күнге, күннің, күннен, жарты жыл*, тоқсан*, маусымы, ғасыр*"
    ),
    Mark.QUARTER: "тоқсан*",
    Mark.QUARTER_AFTER: "сайын, ішінде, бойы, қорытынды*",
    Mark.QUARTER_BEFORE: "өткен, есепті, келесі, алдыңғы, ағымдағы",
    Mark.DATEWORD: (
        "жыл соңына дейін, жылдың соңына дейін, жыл аяғына дейін, жылдың аяғына дейін, жыл басынан бері, "
        "жыл басынан"
    ),
    Mark.TIME_NOUN: "соңын*, басын*, аяғын*, қорытынды*, ортасын*",
    Mark.HOUR: "сағат*, минут*",
    Mark.AGE: "жас, жасқа, жаста*, жастан, жасар*, жасы*, жастағы",
    # names and places in an order
    Mark.STREET: "көшесі*, даңғыл*, шағын ауданы*, мкр",
    Mark.SIGN: "№, nº, n °, #",
    Mark.SIGN_AFTER: "нөмір*, нөмер*, маркалы",
    Mark.NAMED: "нұсқа, вариант, кесте, сурет",
    Mark.INSTITUTION: (
        "мектеп*, мектеб*, гимназия*, лицей*, балабақша*, бала бақша*, балалар үй*, колледж*, интернат*, "
        "аурухана*, емхана*, ауылда*, кабинет*, көше*, үй*, бөлім*, училище*, орталық*, корпус*"
    ),
    Mark.GRADE: (
        "сынып, сыныпқа, сыныпта*, сыныптан, сыныпты, сыныптың, сыныптар*, сыныбы*, класс, класқа, "
        "класта*, класты*"
    ),
    Mark.GRADE_PEOPLE: "оқушы*, бітіруші*, түлек*, түлег*, бала*, жас, жеткіншек*, шәкірт*",
    Mark.RANK: (
        "орын*, орны*, кезең*, кезегі*, дәреже*, санат*, разряд*, курс, курсы*, курста*, топ, топта*, "
        "ғасыр*, тоқсан*, спартакиада*, съез*, форум*, сессия*, том*, бет*, тур*, шақырылым*, ауысым, "
        "маусым"
    ),
    Mark.RANK_HELD: "орында",
    Mark.RATE_OF: "халыққа, тұрғынға, адамға, балаға, туылғанға",
    Mark.RANK_TAKEN: (
        "орын алды, орын алған*, орын алып, орын иелен*, орынға ие, орынды иелен*, орынды алды, орында "
        "тұр, орынға көтеріл*, орыннан көрін*"
    ),
    Mark.LAW: "бап*, баб*, тармақ*, тармағ*, бұйрық*, бұйрығ*, қаулы*, жарлық*, жарлығ*, тармақша*, қосымша*",
    Mark.PHONE: "тел, телефон*, ұялы, whatsapp, байланыс телефон*, факс, call",
    Mark.MEASURE: (
        "орын*, күн*, сағат*, ай*, жыл*, апта*, метр*, шақырым*, гектар*, төсек*, қабат*, адам*, пәтер*, "
        "ауысым*, тонна*, литр*, мың*, бала*, кісі*, минут*, процент*, келі*, киловатт*, мегаватт*, кг*, "
        "км*, бөлме*, қатар*, жол*, белдеу*, пұт*, тіл*, балл*, ұпай*"
    ),
    Mark.CAPACITY: "орын*, төсек*, адам*, бала*, кісі*, пәтер*",
    Mark.SIZED: "ауысымды*, қабатты, бөлмелі, қатарлы, жолақты, тілді, деңгейлі, сатылы, орынды",
    Mark.MEANT_FOR: "арналған, лайықталған, есептелген, шақталған",
    Mark.EXCEEDS: "асып, асты, асқан*, асады",
    Mark.THAN_UP: "көп, артық, жоғары, көбірек, артығырақ",
    Mark.THAN_DOWN: "аз, кем, төмен, кемірек, азырақ",
    Mark.ATTRIBUTE_UNIT: "мбит, гбит, кбит, мб, гб, квт, мвт, кв, вольт, вт, дюйм*, градус*",
    Mark.GLUED: "км, кг, га, м, т, л, тг, шт, г, см, мм, м2, м²",
    # senses of a statement
    Mark.PLAN: (
        "жоспарлан*, жоспарлап*, жоспарлау*, көзделу*, көзделг*, көздел*, көздеп*, қолға алын*, күтілуде, "
        "күтіліп*, күтілед*, болжан*, тапсырыл*, тиіс, тиісті еді, аяқталады, басталады, керек*, қажет*, "
        "міндеттел*, мақсат етіп, мақсат қой*, бекітілген"
    ),
    Mark.PLAN_NOUN: "жоспар, жоспары, жоспардың, болжам, нысана",
    Mark.EQUAL: "яғни, немесе, бұл, демек, құрап, үлесі",
    Mark.PRECISELY: "дәлірек айтқанда, дәлірек айтсақ, дәл айтқанда, нақтырақ айтқанда, нақты айтқанда",
    Mark.DOCUMENT: "тақырып*, есепте*, кесте*, қосымшада*, баяндама*, хабарлама*, мәтін*, диаграмма*, тізім*",
    Mark.CONTRAST: "ал, бірақ, алайда, дегенмен",
    Mark.AGAINST: "орнына",
    Mark.EXISTS: "бар, құрайды, құрады, құрап, отыр, тұр, саналады, екен",
    Mark.RATE: "шаққанда*",
    Mark.PLAN_BEFORE: (
        "межелі, нысаналы, мақсатты, жоспардағы, жоспарланған бойынша, жоспар бойынша, жоспарға сәйкес, "
        "болжам бойынша, жоспарда, бағдарлама бойынша жоспар*"
    ),
    Mark.PRESENT: "қажет ет*, делін*, аталад*, саналад*, есептелед*, көрсетілед*, бағаланад*, айтылад*",
    Mark.DONE: (
        "ашылды, берілді, салынды, орындалды, аяқталды, өтті, құрады, құрап, тұр, болды, бар, қалды, "
        "алды, жұмсалды, бөлінді, тұрды, жетті, қатысты, оқиды, жұмыс істейді, қамтылды, қабылданды, "
        "қосылды, енгізілді, жөнделді, жаңартылды, өткізілді, ашылған, берілген, салынған, аяқтайды, "
        "бітірді"
    ),
    Mark.RISE: (
        "арт, артып, артты, артқан*, артады, артса, арттырыл*, арта түс*, өсті, өсіп, өскен*, өсед*, "
        "өссе, көбей*, ұлғай*, қосылды, қосылған, қосылып, қосымша қосыл*, көтерілд*, көтеріліп, "
        "көтерілген*"
    ),
    Mark.LAUNCHED: "іске қосыл*",
    Mark.RISE_BARE: "қосылд*, қосылып, артты, артып, өсті, көбейді, артқан",
    Mark.FALL: "азай*, кеміп, кемід*, кеміген*, қысқар*, төменде*, түсті, түсіп, құлды*",
    Mark.REACH: (
        "жетті, жетіп, жеткен*, жетед*, жеткіз*, жетпек, жетсе, көтерілд*, көтеріліп, көтерілген*, "
        "орындалды, жетеді, жеткізіл*"
    ),
    Mark.GROWTH_NOUN: "өсім, өсімі, артуы, ұлғаюы",
    Mark.FALL_NOUN: "төмендеу, қысқару, азаю, кему",
    Mark.BETWEEN: "аралығында*, арасында*",
    # parts and wholes
    Mark.OPENER_STRONG: (
        "соның ішінде, оның ішінде, олардың ішінде, бұлардың ішінде, осылардың ішінде, соның, олардың, "
        "солардың, бұлардың, оның, мұның ішінде, атап айтқанда"
    ),
    Mark.OF_THEM: "соның ішінде, оның ішінде, олардың ішінде, олардың, солардың, бұлардың, оның, соның",
    Mark.CONSISTS: "тұрады",
    Mark.BESIDES: "сондай - ақ, сонымен қатар, бұдан басқа",
    Mark.SHARE: "үлесі, үлес, олардың, оның, соның, құрайды, тиесілі",
    Mark.REST: "қалған*, өзге*",
    Mark.OTHERS: "қалған*, өзге*, басқа*",
    Mark.TOTAL: "барлығы, жалпы, жиыны, жалпы саны, барлық*, жалпы сыйымдылығы, жиынтығы, бәрі",
    Mark.NUMBER_OF: "саны, санының, санын, санында, сан",
    Mark.EACH: "әрқайсысы*, әрқайсы*, әрбір*, әр, бір мектепке",
    Mark.ALL: "барлық, барша, күллі, бүкіл, түгел",
    Split(Family.OWNER, "state"): "мемлекеттік*, мемлекет меншіг*",
    Split(Family.OWNER, "private"): "жекеменшік*, жеке, жеке меншік*",
    Split(Family.SEX, "male"): "ұл, ұлы, ұлдар*, ер, ерлер*, жігіт*, ер адам*",
    Split(Family.SEX, "female"): "қыз, қызы, қыздар*, әйел*",
    Split(Family.PLACE, "urban"): "қалада*, қалалық*, қала",
    Split(Family.PLACE, "rural"): "ауылда*, ауылдық*, ауыл",
    Split(Family.MEDAL, "gold"): "алтын*",
    Split(Family.MEDAL, "silver"): "күміс*",
    Split(Family.MEDAL, "bronze"): "қола*",
    Mark.JOIN: "мен, пен, бен, және, әрі, немесе, –, да, де",
    Mark.CONJ: "мен, пен, бен, және, әрі, немесе, ал, бірақ, сондай, тағы",
    Mark.SKIP: (
        "жаңа, тағы, қосымша, арнайы, ірі, шағын, орта, бірыңғай, заманауи, үздік, таза, жалпы, көп, ең, "
        "өзге, басқа, түрлі, ғана, осындай, ескі, үлкен, кіші, негізгі, отандық, шетелдік, білікті, "
        "дарынды, білім беретін, кәсіби, бос, тұрғын, толық, тың, сапалы, ауыр, жеңіл, ақылы, тегін"
    ),
    Mark.NOT_NOUN: (
        "бар, жоқ, екен, болып, деп, үшін, бойынша, туралы, арқылы, кейін, бұрын, бері, астам, аса, жуық, "
        "дейін, ішінде, ғана, емес, және, мен, пен, бен, ал"
    ),
    Mark.GRADE_COUNT: "сынып, класс",
    Mark.CONNECTS: "қосыл*",
    Mark.DATE_END: "дейін, бері, ішінде",
    Mark.HABITUAL: "сайын",
    Mark.ALL_OF_THEM: "барлық, барша, күллі",
}

NOUNS = {
    "мектеп": "мектеп", "мектеб": "мектеп", "оқушы": "оқушы", "бала": "бала", "мұғалім": "мұғалім",
    "ұстаз": "ұстаз", "педагог": "педагог", "тәрбиеленуші": "тәрбиеленуші", "қатысушы": "қатысушы",
    "жүлдегер": "жүлдегер", "жүлде": "жүлде", "шаршы": "метр", "өтініш": "өтініш", "теңге": "теңге",
    "адам": "адам", "орын": "орын", "орн": "орын", "орталық": "орталық", "орталығ": "орталық",
    "сынып": "сынып", "сыныб": "сынып", "кабинет": "кабинет", "бөлме": "бөлме", "алаң": "алаң",
    "семинар": "семинар", "жоба": "жоба", "балабақша": "балабақша", "колледж": "колледж",
    "студент": "студент", "түлек": "түлек", "түлег": "түлек", "қыз": "қыз", "отбасы": "отбасы",
    "дәрігер": "дәрігер", "ауыл": "ауыл", "аудан": "аудан", "нысан": "нысан", "ғимарат": "ғимарат",
    "кітап": "кітап", "кітаб": "кітап", "шәкірт": "шәкірт", "маман": "маман", "лагер": "лагерь",
    "үйірме": "үйірме", "гектар": "гектар", "тонна": "тонна", "шақырым": "шақырым", "доллар": "доллар",
    "ұйым": "ұйым", "топ": "топ", "көпір": "көпір", "көлік": "көлік", "кәсіпорын": "кәсіпорын", "үй": "үй",
    "тұрғын": "тұрғын", "пәтер": "пәтер", "төсек": "төсек", "төсег": "төсек", "мал": "мал",
    "жылқы": "жылқы", "қой": "қой", "қызметкер": "қызметкер", "облыс": "облыс", "қала": "қала", "ел": "ел",
    "медаль": "медаль", "аурухана": "аурухана", "емхана": "емхана", "шаруашылық": "шаруашылық",
    "шаруашылығ": "шаруашылық", "компьютер": "компьютер", "сиыр": "сиыр", "жас": "жас",
}  # fmt: skip
EXACT_NOUNS = {
    "$": "доллар", "€": "еуро", "£": "фунт", "₸": "теңге", "₽": "рубль", "kzt": "теңге", "usd": "доллар",
    "eur": "еуро", "gbp": "фунт", "rub": "рубль",
}  # fmt: skip


CARDINALS = _cardinals()
INNER_CARDINALS = _inside()
MULTIPLIERS = _multipliers()
ORDINALS = _ordinals()

AMOUNTS = frozenset(["млн", "млрд", "трлн", "тг"])
ABBREVIATIONS = AMOUNTS | frozenset(
    "ж жж тел қ см т п р қаң ақп бұд сағ мин д кв стр рис тыс г гг руб коп др пр ул обл".split()
)

NOMINATIVES = {
    "басқармасының": "басқармасы", "министрлігінің": "министрлігі", "департаментінің": "департаменті",
    "әкімдігінің": "әкімдігі", "бөлімінің": "бөлімі", "комитетінің": "комитеті",
}  # fmt: skip

PERSONS = frozenset(
    "оқушы мұғалім ұстаз педагог тәрбиеленуші қатысушы жүлдегер студент түлек қыз отбасы дәрігер шәкірт "
    "маман тұрғын қызметкер жас азамат әйел".split()
)
MEASURES = frozenset(
    "теңге рубль доллар еуро фунт шақырым километр метр гектар тонна литр центнер % сағат".split()
)
