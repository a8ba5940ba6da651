"""Synonyms: words by which reports name the same thing, as stems; a line is a group.

Some of them are wider than others («балалар» than «оқушылар»), so that a synonym is worth less than
the word itself.
"""

from functools import cache

from edureport.prose.grammar.stems import stems

_GROUPS = {
    "kk": """
        оқушы шәкірт бала білімалушы студент
        бала балдырған бүлдіршін тәрбиеленуші
        мұғалім ұстаз педагог оқытушы тәлімгер
        мектеп білімұясы білімордасы
        ауыл ауылдық ауылдағы село
        қалалық қалада қаладағы
        жекеменшік жеке
        мемлекеттік мемлекет
        дәрігер медик
        аурухана стационар
        емхана амбулатория
        тұрғын адам халық
        жұмыссыз жұмыссыздық
        жүлдегер жеңімпаз медаль
        үй пәтер баспана
        жол автожол көше
        қызметкер жұмыскер маман
        кәсіпкер бизнес
        кәсіпорын зауыт фабрика
        шаруа қожалық фермер
        мал төл
        компьютер ноутбук техника
        кітапхана кітап
        көлік автобус машина
        көмек жәрдемақы төлем
        ашылды іске қосылды салынды
        жөнделді жөндеу
        жаңартылды жаңарту жаңғырту
        оқыту курс біліктілік
        қыз қыздар әйел
        ұл ұлдар ер жігіт
        түлек бітіруші
        мүгедек мүгедектік
        инвестиция салым
        ұйым мекеме
        балабақша бөбекжай
    """,
    "ru": """
        ученик учащийся школьник обучающийся ребёнок дети ребята
        ребёнок дети воспитанник малыш
        учитель педагог преподаватель наставник
        школа школьный
        сельский село сёла селе аул
        городской город городах
        частный частник
        государственный государство
        врач медик доктор
        больница стационар
        поликлиника амбулатория
        житель население человек люди горожанин
        безработный безработица
        призёр победитель лауреат медалист
        квартира жильё дом
        дорога автодорога улица
        работник сотрудник специалист кадры
        предприниматель бизнес
        предприятие завод фабрика
        фермер крестьянский
        учреждение организация
        детсад садик дошкольный
        автобус машина транспорт
        пособие выплата помощь
        открыт открыли введён сдан построен
        отремонтированный ремонт обновлён отремонтировали
        обновлён обновили модернизация
        повышение повысившие
        обучение обучен курсы
        девочка девочек девушка женщина
        койка коек коечный
        площадка площадок
        семья семей
        деньги средства расходы финансирование
        мальчик юноша мужчина
        выпускник аттестат
        инвалид инвалидность
        столовая питание
        книга библиотека
        спортзал спортивный
        доля процент
    """,
    "en": """
        pupil student schoolchild child children learner
        child children toddler
        teacher educator instructor
        rural village villages countryside
        urban city town towns
        private privately
        state public government
        doctor physician medic
        hospital inpatient
        clinic polyclinic outpatient
        resident people person population inhabitant
        jobless unemployed unemployment
        winner medallist prize laureate
        flat apartment housing home
        road highway street
        worker employee staff specialist
        entrepreneur business
        enterprise plant factory
        farmer farm
        institution organisation organization
        kindergarten nursery preschool
        bus vehicle transport
        benefit payment allowance
        opened open launched commissioned built
        repaired repair renovated renovation refurbished
        renewed renewal upgraded modernised
        trained training course courses development
        girl woman women female
        boy man men male
        graduate graduates
        disabled disability
        canteen meals
        book library
        bought purchased acquired
        recruited hired joined
    """,
}


@cache
def synonyms(language: str) -> dict[str, frozenset[str]]:
    """For a stem the stems of other words for the same thing."""
    found: dict[str, frozenset[str]] = {}
    for line in _GROUPS[language].split("\n"):
        group = frozenset(stems(line, language))
        for stem in group:
            found[stem] = found.get(stem, frozenset()) | group - {stem}
    return found
