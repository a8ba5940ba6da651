"""Words that a draft goes by: what opens a clause, what governs a date, what was done and what there is."""

from functools import cache

from edureport.prose.text.phrases import Phrases

# lead: says nothing of what is counted, at the beginning of a clause; copula: nor does this at its end
# again: stands for what was named before
# break: another clause begins; before, after: govern a time; name: an organisation
# flow, stock: what tells that figures add up over a period, or are those of a day
_TABLES = {
    "kk": {
        "lead": (
            "сонымен қатар, сонымен бірге, сондай - ақ, сондай ақ, бұдан бөлек, бұдан басқа, "
            "осылайша, ал, бірақ, және, әрі, мен, пен, бен, тағы, атап айтқанда, соның ішінде, оның "
            "ішінде, олардың ішінде, қазіргі таңда, қазіргі уақытта, бүгінде, бүгінгі күні, жалпы, "
            "олардың, оның, соның, бұлардың, солардың, соған қарамастан, яғни, мысалы"
        ),
        "again": "бұл көрсеткіш, көрсеткіш, мұндай, осындай, ондай, бұлар, олар, бұл",
        "copula": "болды, болып, болатын, құрады, құрап, құрайды, жетті, жетіп, тең, тұр, екен, деп",
        "break": "ал, бірақ, алайда",
        "after": (
            "ішінде, аралығында, аралығындағы, бері, бойы, кезінде, мерзімінде, қорытындысы бойынша, "
            "қорытындысымен, бойынша, жағдай бойынша, жағдайы бойынша, басталғалы, дейін"
        ),
        "before": "алғашқы, соңғы, өткен",
        "name": (
            "басқармасы, басқармасының, министрлігі, министрлігінің, департаменті, департаментінің, "
            "әкімдігі, әкімдігінің, бөлімі, бөлімінің, комитеті, комитетінің"
        ),
        "name.joint": (
            "қаласы, қаласының, облысы, облысының, ауданы, ауданының, мен, және, республикасы, "
            "республикасының"
        ),
        "flow": (
            "ашыл*, ашты, аштық, ашқан*, ашу, ашуды, ашамыз, салын*, салды, салған*, салу*, жаңарт*, "
            "жөндел*, жөндеу*, жөндед*, өткіз*, өтті, өткен*, өтіп, оқытыл*, даярла*, қатысты, "
            "қатысып, қатысқан*, қорға*, бөлінді, бөлініп, бөлінген*, жұмсал*, сатып ал*, алынды, "
            "алынған*, берілд*, берілген*, беріліп, жеткізіл*, іске қос*, іске асыр*, енгіз*, ие "
            "бол*, жеңіп*, бітір*, қабылдан*, қол жеткіз*, игер*, құрылды, құрылған*, өндір*, тарт*, "
            "отырғыз*, орнатыл*, тапсыр*, марапаттал*, шығарыл*, көтерд*, жабыл*, жасал*, өтсе, алды, "
            "алған*, төленд*, төлен*, ұйымдастыр*, жинал*, тексер*, анықтал*, жұмысқа орналас*, "
            "егілд*, тасымалда*, атқарыл*, келді, келіп, келген*, көрсетілд*, қаралд*, емдел*"
        ),
        "flow.weak": "жаңа, жаңадан, қосымша",
        "stock": (
            "бар, жұмыс істейді, жұмыс істеп*, білім алуда, білім алады, білім алып*, оқиды, оқып*, "
            "қызмет етеді, қызмет ет*, тіркелген*, тұрады, орналасқан*, жұмыс атқар*, еңбек етеді, "
            "еңбек ет*, қамтылған*, есепте*, қызмет көрсетеді, жетіспейді, жүреді, тұр, қамтиды, "
            "жайылған"
        ),
    },
    "ru": {
        "lead": (
            "кроме того, помимо этого, также, а также, при этом, в том числе, из них, из которых, "
            "среди них, в частности, а, и, но, или, включая, на сегодня, на сегодняшний день, в "
            "настоящее время, всего, итого, более того, по - прежнему, остальные, уже, еще, хотя, "
            "лишь, только, однако, зато, например, причем, тогда как"
        ),
        "again": "таких, такой, их, этот показатель, показатель, это, они, он, она, этот",
        "copula": (
            "составил*, составля*, равно, равен, равна, насчитыва*, был, была, было, были, стало, "
            "достиг*, вырос*, возрос*, увеличи*, сократи*, снизи*, уменьши*, повыси*, это, еще"
        ),
        "break": "а, но, тогда, однако",
        "before": (
            "по состоянию на, по итогам, на начало, на конец, в течение, начиная с, в период с, за "
            "период с, за период, в период, за первые, за последние, за, в, на, к, с, по, до, от, со, "
            "ко, первые, последние, за прошедшие"
        ),
        "name": (
            "управление, управления, министерство, министерства, департамент, департамента, акимат, "
            "акимата, отдел, отдела, комитет, комитета, администрация, администрации"
        ),
        "flow": (
            "открыт*, открыл*, открыв*, построен*, построил*, построить, сдан*, введен*, "
            "отремонтирован*, ремонт*, обновлен*, обновил*, проведен*, провел*, проведут, прошл*, "
            "прошел, прошедш*, обучен*, обучил*, повысил*, подготовлен*, закуп*, приобре*, получил*, "
            "выдан*, выделен*, направлен*, участвовал*, завоевал*, заняли, стали, выпущен*, окончил*, "
            "установлен*, создан*, организован*, трудоустро*, награжд*, оздоровлен*, отдохнул*, "
            "израсходован*, потрач*, освоен*, поступил*, оснащен*, оснастил*, защитил*, реализован*, "
            "модернизирован*, высажен*, произвед*, зачислен*, принят*, принял*, внедрен*, "
            "оборудован*, подключен*, присвоен*, закрыт*, пришли, набрали, набран*, оборудова*, "
            "отправил*, вручен*, заключен*, выявлен*, обслужен*, рассмотрен*, состоялось, состоялись, "
            "собран*, собрали, выполнен*, перевез*, обследован*, привит*, выплачен*, направил*, "
            "продан*, посетил*, побывал*"
        ),
        "flow.weak": "новый, новая, новое, новые, новых, дополнительн*",
        "stock": (
            "действу*, функционир*, работают, работает, трудятся, насчитыва*, имеется, имеются, есть, "
            "обучается, обучаются, учатся, учится, проживает, проживают, охвачен*, состоит, состоят, "
            "зарегистрирован*, находится, находятся, расположен*, посещают, занимаются, численность, "
            "учат, ведут, преподают, получают, пользуются, содержит, содержат, служит, служат, "
            "осталось, остается, числится, числятся, живет, живут"
        ),
    },
    "en": {
        "lead": (
            "in addition, also, moreover, furthermore, of which, of whom, of them, of these, "
            "including, among them, in total, in all, however, the, a, an, there are, there is, there "
            "were, there was, as well as, and, but, or, while, with, currently, today, at present, "
            "another, our, its, their, of, these, those, though, although, only, some, even, still"
        ),
        "again": "the figure, figure, this figure, it, they, that, such, this, these, them",
        "copula": (
            "is, are, was, were, be, been, being, stood, stands, amounted, amounts, reached, rose, "
            "fell, grew, increased, decreased, dropped, climbed, at, to, by, of, has, have, had, "
            "totalled, comprised, there, now, then, a further, further, another, up, down"
        ),
        "break": "while, but, whereas, although",
        "before": (
            "as of, as at, by the end of, at the end of, since the start of, at the start of, at the "
            "beginning of, over the, during the, in the, for the, by the, since the, over, during, "
            "in, for, by, on, at, since, until, from, through, of, the, first, last, between, to"
        ),
        "name": "department, ministry, office, committee, agency, administration, directorate, board",
        "name.joint": "of, the, for, and",
        "flow": (
            "opened, opening, open new, built, build, constructed, renovated, repaired, repair, "
            "renewed, upgraded, trained, train, completed, complete, held, organised, organized, took "
            "part, participated, won, received, bought, purchased, buy, delivered, installed, "
            "launched, graduated, created, established, spent, allocated, hired, recruited, passed, "
            "issued, published, conducted, awarded, planted, connected, equipped, defended, "
            "presented, finished, joined, introduced, closed, visited, sold, came, found work, "
            "hosted, treated, performed, carried out, digitised, digitized, collected, harvested, "
            "paid, vaccinated, examined, restored, laid, signed, attended, moved in"
        ),
        "flow.weak": "new, additional, newly",
        "stock": (
            "there are, there is, work, works, working, employ, employs, employed, operate, operates, "
            "study, studies, attend, attends, serve, serves, enrolled, registered, function, "
            "functions, teach, teaches, remain, remains, are, is, has, have"
        ),
    },
}


@cache
def words(language: str) -> Phrases:
    """The phrases of a language by these tags."""
    return Phrases(_TABLES[language])
