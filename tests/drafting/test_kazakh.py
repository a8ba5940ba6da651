"""Kazakh sentences of every kind, and of each figure what its entry says, or that it has none.

Each line of `SENTENCES` is followed by those that look like it and are of another kind.
"""

import pytest

# What stands in comments claims nothing.
SENTENCES = [
    # how many of them it is so of
    ("30 дүкеннің көбі жабылды.", []),
    ("30 дүкен жабылды.", ["30 Жабылған дүкен"]),
    ("17 кенттің ішінде 5-орында.", []),
    # what belongs to what is counted
    ("15 кентке берілген 3 жобаның құны 8 млн теңге.", ["8 000 000 Кентке берілген жобаның құны"]),
    ("15 оқушының паркі жөнделді.", ["15 Паркі жөнделген оқушы"]),
    ("Клубтағы 240 шақырым жолдың 56 шақырымы жөнделді.", ["240 Жол"]),
    # what only looks like a verb
    ("Ауданда 45 мектеп бар, оның 12-сі шағын жинақты.", ["45 Аудандағы мектеп"]),
    ("Ауданда 45 мектеп бар, оның 12-сі кеше жабылды.", ["45 Аудандағы мектеп", "12 Кеше жабылған"]),
    # what is so beside something else
    ("Өткен жылы 30 өтініш түссе, биыл 45 өтініш түсті.", ["45 Түскен өтініш", "30 Түскен өтініш, 2024"]),
    ("Кентте 30 касса, 45 экран орнатылды.",
     ["30 Кентте орнатылған касса", "45 Кентте орнатылған экран"]),
    ("Былтыр 450 бала туған болса, биыл 480 бала туды.", ["480 Туған бала", "450 Туған бала, 2024"]),
    # a verb with an object is that of the last number alone
    ("Полиция 45 ұрлық, 12 тонау және 3 кісі өлтіру фактісін тіркеді.", []),
    ("Клубта 86 дәрігер және 21 орта буын медицина қызметкері еңбек етеді.", []),
    ("Клубта 86 дәрігер және 21 мейіргер еңбек етеді.",
     ["86 Клубта еңбек ететін дәрігер", "21 Клубта еңбек ететін мейіргер"]),
    ("Кеңес 28 мәселе қарап, 25 шешім қабылдады.", ["28 Қараған мәселе", "25 Қабылдаған шешім"]),
    # nothing but plan or fact, an ending, or a verb that goes on
    ("Мақсатты көрсеткіш 95 пайыз, нақты 91 пайыз болды.", []),
    ("Жоспар 103 пайызға орындалды.", []),
    ("Оларға 320 бала қатысады.", []),
    ("Сынаққа 320 бала қатысады.", ["320 Сынаққа қатысатын бала"]),
    ("Кентте 320 мүгедек адам өмір сүріп жатыр.", []),
    ("Көші айырымы минус 340 адамды құрады.", ["-340 Көші айырымы"]),
    ("60 тонна картоп.", ["60 Картоп"]),
]  # fmt: skip


def said(draft):
    """What the entries say that do not stand in comments; a plan begins with "!"."""
    for item in draft.entries:
        if item.unnamed:
            continue
        if item.value:
            yield f"{item.value} {item.label}"
        for parts in item.parts:
            yield from (f"{part.value} {part.label}" for part in parts.members if not part.unnamed)
        yield from (
            f"{earlier.value} {item.label}, {period.first.year}" for period, earlier in item.earlier.items()
        )
    named = {item.key for item in draft.entries if not item.unnamed}
    yield from (f"!{one.value} {one.label}" for one in draft.targets if one.indicator in named)


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_what_is_no_comment_is_right(drafted, text, expected):
    assert list(said(drafted(text, "kk", "2025").draft)) == expected
