"""Numbers of streets, telephones and places in files."""

import pytest
from said import figures

_PLACE_EN = ["42: identifier 42", "05: identifier 5", "30: identifier 30"]
_PLACE_RU = ["42: identifier 42", "31: identifier 31", "71,5: identifier 71.5"]
_PLACE_KK = ["42: identifier 42", "31: identifier 31", "71: identifier 71"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "8 Steppe Street", ["8: identifier 8"]),
        ("en", "8 Steppe Boulevard", ["8: identifier 8"]),
        ("en", "a share of 16.600000000000001", ["16.600000000000001: figure 16.600000000000001"]),
        ("en", "call 1800 020 613", ["1800: identifier 1800", "020: identifier 20", "613: identifier 613"]),
        ("en", "at 8 New Mill Road, Oakford", ["8: identifier 8"]),
        ("en", "built 8 New Mill Road bridges", ["8: figure 8 bridge"]),
        ("en", "$8 Steppe Street wall", ["8: figure 8 dollar"]),
        ("en", "at 8 New Mill Road, Oakford 90000.", ["8: identifier 8", "90000: identifier 90000"]),
        ("en", "Near Mill Road, Oakford 90000 pupils live", ["90000: figure 90000 pupil"]),
        ("en", "at 42° 31' N", ["42: identifier 42", "31: identifier 31"]),
        ("en", "at 42°05′30″W, 2 km off", [*_PLACE_EN, "2: figure 2 kilometre"]),
        ("en", "It was 22° in May", ["22: figure 22"]),
        ("ru", "(42° 31' с. ш. и 71,5° восточной долготы)", _PLACE_RU),
        ("kk", "(42° 31' с. е., 71° ш. б.)", _PLACE_KK),
        ("en", "999 trunk line calls", ["999: identifier 999"]),
        ("en", "They answered 999 calls", ["999: identifier 999"]),
        ("en", "There were 999 calls", ["999: figure 999 call"]),
        ("en", "They answered over 999 calls", ["999: figure more than 999 call"]),
        ("en", "They answered 998 calls", ["998: figure 998 call"]),
        ("en", "NHS 111 took them", ["111: identifier 111"]),
        ("en", "Call 87010000000", ["87010000000: identifier 87010000000"]),
        ("ru", "ул. Абая, 15", ["15: identifier 15"]),
        ("en", "020 7000 0000", ["020: identifier 20", "7000: identifier 7000", "0000: identifier 0"]),
        ("en", "(02) 9000 0000", ["02: identifier 2", "9000: identifier 9000", "0000: identifier 0"]),
        ("en", "contact us on 5000 1000", ["5000: identifier 5000", "1000: identifier 1000"]),
        ("en", "pupils on 5000 1000 m tracks", ["5000: figure 5000", "1000: figure 1000 track"]),
        ("ru", "8 (700) 00-00-00", ["8: identifier 8", "700: identifier 700", "00-00-00: identifier"]),
        ("ru", "010000, г. Примеров, ул. Абая", ["010000: identifier 10000"]),
        ("en", "see report.yaml:36:3", ["36:3: identifier"]),
        ("en", "Avenue 4 and Yishun Street 61 has", ["4: identifier 4", "61: identifier 61"]),
        ("en", "8 on Steppe Street", ["8: figure 8"]),
    ],
)
def test_addresses(language, text, expected):
    assert figures(language, text) == expected
