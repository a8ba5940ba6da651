"""Kazakh words of time."""

from collections.abc import Mapping

from edureport.prose.grammar.time_marks import Month, TimeAnnotation, TimeMark

MARKS: Mapping[TimeAnnotation, str] = {
    TimeMark.YEAR: (
        "жыл, жылы, жылғы, жылғыдан, жылдың, жылда*, жылға, жылмен, жылды, жылын*, жж ., жж, ж ., ж"
    ),
    TimeMark.SCHOOLYEAR: "оқу жыл*",
    TimeMark.DAY_SUFFIX: "- ші, - шы, - інші, - ыншы, - нші, - ншы, -",
    Month(1): "қаңтар*",
    Month(2): "ақпан*",
    Month(3): "наурыз*",
    Month(4): "сәуір*",
    Month(5): "мамыр*",
    Month(6): "маусым, маусымы*, маусымда*, маусымн*, маусымғ*, маусымд*",
    Month(7): "шілде*",
    Month(8): "тамыз*",
    Month(9): "қыркүйек*, қыркүйег*",
    Month(10): "қазан, қазанда*, қазанн*, қазанғ*, қазаны*",
    Month(11): "қараша*",
    Month(12): "желтоқсан*",
    TimeMark.MONTH_NOUN: "ай, айы, айын*, айда*, айлар*, айға, айдан, айдың",
    TimeMark.QUARTER: "тоқсан*",
    TimeMark.HALF: "жартыжылд*, жарты жыл*, жартысы*, жарты жылд*",
    TimeMark.MONTHS: "ай, айда*, айы, айын*, айға, айдың, айдан",
    TimeMark.FIRST: "алғашқы, бастапқы",
    TimeMark.LASTING: "соңғы, өткен",
    TimeMark.YEARS: "жыл, жылда*, жылдың",
    TimeMark.START: "басы*",
    TimeMark.END: "соңы*, аяғы*",
    TimeMark.RELATIVE_THIS: (
        "биыл*, осы жыл*, ағымдағы жыл*, үстіміздегі жыл*, осы оқу жыл*, ағымдағы оқу жыл*, "
        "биылғы оқу жыл*, биылғы жыл*, бұл жыл*"
    ),
    TimeMark.RELATIVE_LAST: (
        "былтыр*, өткен жыл*, алдыңғы жыл*, былтырғы жыл*, өткен оқу жыл*, алдыңғы оқу жыл*, "
        "былтырғы оқу жыл*"
    ),
    TimeMark.RELATIVE_NEXT: (
        "келер жыл*, келесі жыл*, алдағы жыл*, келер оқу жыл*, келесі оқу жыл*, алдағы оқу жыл*"
    ),
    TimeMark.SAME: ("сәйкес кезең*, тиісті кезең*, осындай кезең*, ұқсас кезең*, осы кезең*, сол кезең*"),
    TimeMark.OWN: "есепті кезең*, есеп беру кезең*, есепті жыл*, есептік кезең*",
    TimeMark.TO: "–, -",
    TimeMark.AND: "және, мен, пен, бен",
    TimeMark.AFTER_AS_OF: "жағдай бойынша, жағдайы бойынша, жағдай*",
    TimeMark.AFTER_DUE: "дейін, дейінгі, шейін, қарай",
    TimeMark.AFTER_SINCE: "бері, бастап, бергі",
    TimeMark.AFTER_COMPARED: "салыстыр*, қарағанда",
    TimeMark.AFTER_THAN: "көп, аз, артық, кем, төмен, жоғары, көбірек, азырақ",
    TimeMark.LAW: (
        "заң*, бұйрық*, бұйрығ*, қаулы*, жарлық*, жарлығ*, кодекс*, шешім*, конституция*, бағдарлама*, "
        "стратегия*, тұжырымдама*, арналған, жолдау*"
    ),
    TimeMark.PAPER: "есеп, есебі*, қорытынды*, баяндама*, ақпарат",
    TimeMark.NOW: "қазір, қазіргі*, бүгінде, бүгінгі*",
    TimeMark.UNTIL: "дейін, дейінгі",
    TimeMark.HALF_YEAR: "жартыжыл*",
    TimeMark.THROUGHOUT: "жылы, жылдың, жылда, биыл, былтыр",
    TimeMark.MONTHS_WITHIN: "айы, айын*, айда",
    TimeMark.SCHOOL: "оқу",
}
