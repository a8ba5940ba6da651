"""Words that do not tell what a figure counts: that something is there, how much of it, where and when."""

NEUTRAL = {
    "kk": """
        ал алады алуда арқылы атқарады ақ бар барлығы басталғалы басынан бен бері биыл бойынша
        болды болып біз бір бүгінде бұл да дейін деп дерек деректері есепті етеді еңбек жалпы
        жатыр жетті жоқ жүйесінде жұмыс және кезең кезеңде кезеңінде көрсеткіш көрсеткіші мен
        мәлімет мәліметтер мәліметі ол олар олардың оның осы отыр оқиды оқитын оқып пен ретінде
        сан саны сол сондай сонымен соның соңғы тағы таңда тіркелген тіркелді тұр тұрады уақытта
        істейді істеп ішінде қазір қазіргі қамтылған қатар қызмет құрады құрайды құрап үлесі үшін
        әр
    """,
    "ru": """
        без был была были было во время все всего где год года году данный данным действует
        действуют доли долю доля его ее есть еще живут занимаются зарегистрировано
        зарегистрированы имеет имеется имеют их количество которые который кроме лишь момент мы
        над настоящее насчитывает насчитывается наш о об обучается обучаются общая общее общем
        общий он она они отчетный период по под показатель показателя при про проживает проживают
        работает работают свой сегодня со согласно составил составила составило составляет состоит
        состоянию состоят стал стало так также текущий того том трудится трудятся у уже учатся
        функционирует функционируют числе численность число что эта эти это этот
    """,
    "en": """
        a all also amount amounted an and are as at attend be been being by currently during
        employ employs enrolled for from had has have hold holds in is it its live now number
        numbers of on operate operated operates or our over period reached registered serve serves
        share some stands stood study teach teaches that the their there these they this those to
        today total was we were which who whom with year years
    """,
}

# Words for the place that a whole report is about; some labels tell one place from another by them.
PLACES = {
    "kk": """
        ауданда елде облыс облыста облыстағы қала қалада қаладағы қаланың қаласы қаласында өңірде
    """,
    "ru": """
        город города городе области область район районе регион регионе страна стране
    """,
    "en": """
        city country district oblast region
    """,
}
