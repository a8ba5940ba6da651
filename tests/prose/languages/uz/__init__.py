"""Uzbek in Latin letters, ten words of it: what a language has no rule for falls back."""

from edureport.model.quantity import Bound
from edureport.prose.grammar.forms import Cardinal, Ending, Form, Multiplier
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import Mark, Modifier, Slot


class Uzbek(Language):
    """Bounds follow their numbers, as in Kazakh."""

    code = "uz"
    head_final = True
    common_words = frozenset({"va", "ta", "yil", "bilan"})
    cardinals = {"besh": Cardinal(5, 1)}  # noqa: RUF012
    multipliers = {"ming": Multiplier(3)}  # noqa: RUF012
    suffixes = {"dan": Form(Ending.ABLATIVE)}  # noqa: RUF012
    nouns = {"maktab": "maktab"}  # noqa: RUF012
    marks = {Modifier(Slot.AFTER_ABLATIVE, Bound.MORE_THAN): "ortiq", Mark.PERCENT: "foiz"}  # noqa: RUF012


LANGUAGE = Uzbek()
