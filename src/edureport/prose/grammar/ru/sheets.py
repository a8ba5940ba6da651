"""Russian words in sheets of figures."""

from edureport.prose.grammar.language import SheetWords

WORDS = SheetWords(
    indicator=("показател",),
    unit=("ед. изм", "ед.изм", "единиц"),
    body=("регион", "район", "област", "город"),
    totals=("итого", "всего", "все", "республика казахстан"),
    months=tuple("январ феврал март апрел май мая июн июл август сентябр октябр ноябр декабр".split()),
    suppressed=("конфиденц",),
    not_applicable=("не применим",),
    nothing=("явление отсутств",),
    missing=("нет данных", "отсутств"),
)
