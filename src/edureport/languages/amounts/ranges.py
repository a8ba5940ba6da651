"""Ranges of two written numbers: a dash between them, but never beside a sign."""

_SIGNS = ("+", "-", "\u2212")
_PERCENT = " \u00a0\u202f%"


def joined(low: str, high: str, *, signed: str) -> str:
    """Both ends of a range as one text: "300–350", "15–20 %".

    A dash between numbers with signs would be taken for a minus, so `signed` is put there instead:
    "−5…+3". The percent sign is written once, after the second number.
    """
    if high.endswith("%"):
        low = low.rstrip(_PERCENT)
    return f"{low}{signed if low.startswith(_SIGNS) or high.startswith(_SIGNS) else '–'}{high}"
