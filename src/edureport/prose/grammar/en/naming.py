"""How English names what is counted: "schools opened", "pupils with a laptop"."""

from collections.abc import Sequence
from itertools import pairwise

from edureport.prose.grammar.naming import CountedNoun, Naming
from edureport.prose.text.phrases import word_map, word_set

_IRREGULAR = word_set("""built held won bought sold spent laid paid found met sent made put lent taught kept
    lost""")
_NOT_DONE = word_set("need feed speed seed exceed proceed succeed hundred red bed shed")
_DONE_OF = word_map("""build:built buy:bought cut equip:equipped hold:held lay:laid make:made pay:paid
    plan:planned sell:sold send:sent set spend:spent teach:taught win:won take:taken took:taken give:given
    gave:given see:seen saw:seen get:got write:written wrote:written grow:grown grew:grown choose:chosen
    chose:chosen draw:drawn drew:drawn""")

_SAID = word_set("""showed revealed announced added noted stated claimed indicated estimated based totaled
    averaged""")

_FINITE = word_set("""is are was were has have had will would can could might must shall should do does did am
    went saw sought came became""")
_RELATIVE = word_set("which who that whom whose where")
_NO_BEGINNING = (
    _FINITE
    | _RELATIVE
    | word_set("""and or but nor if when while as in of to from for at by with on into between among than it
        they we he she you this these those there here not so respectively be been being per via due plus
        during after before within without go goes s m nd mm cm""")
)
_NO_END = _RELATIVE | word_set("""an the in of to from for at by with on into and or but than as is are was
    were has have had be been worth costing got its their our his her vs versus carrying including containing
    involving title titles signature""")
_SIZES = word_set("""peak high low record level total maximum minimum year ending ended figure value number
    amount sum count rate average mark equivalent period unit units remaining forming cleared annual annually
    daily monthly quarterly yearly year-on-year yoy overall x nil natural major new additional other larger
    smaller higher lower more less purpose paragraph paragraphs section sections page pages fastest
    slowest""")
# Words that tell of a time or of a doubt beside a verb, and verbs that surely stand in a sentence.
_TELLING = word_set("""still also already really just now thus however yet therefore instead recently
    currently previously meanwhile barely almost nearly roughly initially only even too then today yesterday
    exist exists showed shows revealed reveals says indicates envisions envisages amounts inched rose fell
    grew stood climbed jumped""")
_MOVES = word_set("decrease increase rise fall drop decline reduction gain gains surge jump slump growth")
_PERSONS = word_set("""unemployed employed injured wounded insured uninsured disabled retired deceased
    infected displaced""")
_PARTICIPLES = word_set("hit cost cut put set seen gone risen fallen grown become come given taken begun")

_NUMBERED = word_set("headline figure table chart box note item step annex appendix question example")
_SIGNS = ',.:;()"“”«»'
_CAUSES = word_set("""an any some lack conflict war drought flood weather illness bad poor low high heavy snow
    rain climate arson absence violence displacement unemployment maintenance congestion inflation pollution
    migration corruption erosion construction renovation fire age human natural technical financial severe
    extreme increased reduced""")
_OWNERS = word_set("our their its the a his her my your used see")
_MOST = word_set("most least main leading top biggest")
_HAVING = frozenset({"have", "has", "had"})


class EnglishNaming(Naming):
    """The order of words says what endings say elsewhere, so that a verb form names as it stands."""

    can_name = True
    generic = word_set("time times head heads unit units")
    pointing = frozenset({"here", "there"})
    of = frozenset({"of"})
    relative = word_set("in to from with at across on through among")
    being = word_set("is are was were be been")
    having = word_set("""achieved achieve achieves had has have posted posts recorded records recording
        registered registers registering reported reports reporting saw sees secured showed shows scored
        attained obtained""")
    owning = word_set("achieved achieve achieves had has have posted posts scored attained obtained secured")
    causing = word_set("""took takes taking brought brings bringing lifted lifts lifting pushed pushes pushing
        raised raises raising leaves leaving put puts putting cut cuts cutting reduced reduces reducing""")
    at = frozenset({"at"})
    sizes = word_set("level figure total high low peak record value amount sum size count number")
    pronouns = word_set("it they we he she you")
    who = frozenset({"who", "which", "that"})
    powers = ("square", "cubic", "kilowatt", "megawatt", "gigawatt")
    asking = word_set("how what when where whether why")
    alongside = frozenset({"with"})
    placing = frozenset({"in", "at", "among"})
    restating = word_set("""or representing accounting which represents represent accounts account for
        equivalent equal to making up about roughly""")
    keeping = having | word_set("""include includes included including comprise comprises comprising contain
        contains containing offer offers employ employs employing employed operates operate run runs running
        own owns owning keep keeps keeping maintain maintains say says said revealed reveals its our their
        those these s""")
    some = word_set("""some most many few several one any none neither either half majority third quarter rest
        remainder""")
    taking = word_set("cost costs need needs use uses get gets hold holds")
    particles = word_set("out up off down away")
    adverb = ("ly",)
    prepositions = word_set("of in to for at by with on per from")
    growing = ("inflation", "growth", "index")

    def is_name(self, words: Sequence[str]) -> bool:
        """No verb but in a relative clause, no preposition at an end, and no mere size: "peak in the"."""
        words = [bare for word in words if (bare := word.strip(_SIGNS))]
        if not words or words[0] in _NO_BEGINNING or words[-1] in _NO_END:
            return False
        relative = next((place for place, word in enumerate(words) if word in _RELATIVE), len(words))
        verb = any(word in _FINITE and words[at - 1] != "to" for at, word in enumerate(words[:relative]))
        gerund = len(words) > 1 and words[-2] == "by" and words[-1].endswith("ing")  # "saved by closing"
        verb = verb or not _TELLING.isdisjoint(words[:relative])
        verb = verb or "'s" in words or (words[0] in _MOVES and words[1:2] != ["rate"])
        if len(words) == 1 and words[0].endswith("ed") and words[0] not in _PERSONS:
            return False  # "interviewed"
        if words[0] in _NUMBERED and all(map(str.isdecimal, words[1:])):
            return False  # "Headline 1"
        verb = verb or any(word in _SAID and after == "that" for word, after in pairwise(words))
        rate = words[-1].isdecimal() and "per" in words[-3:]  # "females per 1", of 1,000 males
        return not (verb or gerund or rate or all(word in _SIZES | _NO_END for word in words))

    def is_cause(self, word: str) -> bool:
        """An article, a plural, a known noun or its ending; "due to open", "due to commence" may be plans."""
        return word in _OWNERS | _CAUSES or self.is_counted(word) or word.endswith(("ity", "ism"))

    def may_say(self, words: Sequence[str]) -> bool:
        """Without another verb, a relative clause or a word that waits for more."""
        said = {word.lower() for word in words}
        return (
            bool(said)
            and said.isdisjoint(_FINITE | _RELATIVE | {"…", "and", "or"})
            and words[-1] not in _NO_END
        )

    def related(self, noun: str, preposition: str, clause: str, *, people: bool) -> str:
        """The noun with a clause about it."""
        first = clause.split(" ", 1)[0].lower()
        if first in _OWNERS:
            clause = first + clause[len(first) :]
        return f"{noun} {preposition} {'whom' if people else 'which'} {clause}"

    def share(self, part: str, whole: str) -> str | None:
        """The part with "share of" the whole."""
        return f"{part}, share {whole}" if whole.startswith("of ") else None

    def share_alone(self, part: str) -> str | None:
        """The part with "share"."""
        return f"{part}, share"

    def share_of(self, whole: str) -> str | None:
        """With "share" before "of"."""
        return f"share {whole}" if whole.startswith("of ") else None

    def done(self, verb: str) -> str | None:
        """The participle; of some verbs the past is another word."""
        return verb if (verb.endswith("ed") and verb not in _NOT_DONE) or verb in _IRREGULAR else None

    def done_of(self, verb: str) -> str | None:
        """The participle; asked for verbs only."""
        stem = f"{verb[:-1]}i" if verb.endswith(("ly", "ry", "fy")) else verb
        return _DONE_OF.get(verb) or (f"{stem}d" if stem.endswith("e") else f"{stem}ed")

    def name(self, counted: CountedNoun) -> str | None:
        """The noun with what follows it, without "were", else with the verb before it."""
        tail, noun, auxiliary = counted.tail, counted.noun, counted.auxiliary.lower()
        first, *more = tail.lower().split() or [""]
        if first == "to" and auxiliary in {"was", "were"}:
            return None  # "12 posts were to be cut"
        if tail and noun[-1].lower() in self.who | {"to"}:
            tail = f"{auxiliary} {tail}"  # "clubs that were inspected", "patients waiting to be seen"
        elif tail and auxiliary in _HAVING:
            if first in _PARTICIPLES:
                tail = f"that {auxiliary} {tail}"  # "storms have cost us $9"
            elif self.done(first) is None:
                tail = f"with {tail}"  # "teachers have a degree"
            elif more and more[0] not in _NO_BEGINNING:
                tail = f"that {auxiliary} {tail}"  # "villages have piped water"
        place = None if counted.head is None else counted.head + 1
        if counted.measure and place is not None and len(noun) > place and self.done(noun[place]) is None:
            noun = noun[place:]  # "tons of meat", not "acres burned"
            if noun[0].lower() in self.of and len(noun) > 1:
                noun = noun[1:]
            elif counted.verb and not tail:
                return f"{counted.verb} {' '.join(noun)}"  # "spent on repairs"
        return " ".join(filter(None, (*noun, tail or counted.verb or "")))

    def is_most(self, word: str) -> bool:
        """A superlative."""
        return word.endswith("est") or word in _MOST

    def is_counted(self, word: str) -> bool:
        """A plural in -s."""
        return word.endswith("s") and not word.endswith(("ss", "us", "is"))

    def is_past(self, word: str) -> bool:
        """In -ed, and such as say no mere thing: "screened 40 people", not "announced 40 people came"."""
        return self.done(word) is not None and word not in _SAID

    def hangs(self, word: str) -> bool:
        """A verb that waits for its object, or a pronoun: "earmarked", "affecting", "our"."""
        return word.endswith(("ed", "ing")) or word in _OWNERS


NAMING = EnglishNaming()
