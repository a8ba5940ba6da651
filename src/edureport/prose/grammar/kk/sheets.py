"""Kazakh words in sheets of figures."""

from edureport.prose.grammar.language import SheetWords

WORDS = SheetWords(
    indicator=("көрсеткіш",),
    unit=("өлшем бірлі",),
    body=("аудан", "облыс", "қала"),
    totals=("барлығы", "жиыны", "қазақстан республикасы"),
    months=tuple(
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
    ),
    suppressed=("құпия",),
    not_applicable=("қолданылмайды",),
    nothing=("құбылыс жоқ",),
    missing=("мәлімет жоқ", "дерек жоқ"),
)
