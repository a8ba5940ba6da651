"""How English names what is counted: "schools opened", "pupils with a laptop"."""

from edureport.prose.grammar.naming import CountedNoun

_IRREGULAR = frozenset("built held won bought sold spent laid paid found met sent made put".split())

_SAID = frozenset(
    "showed revealed announced added noted stated claimed indicated estimated based totaled averaged".split()
)

_OWNERS = frozenset("our their its the a his her my your used see".split())
_HAVING = frozenset({"have", "has", "had"})
GENERIC = frozenset("time times head heads unit units".split())

POINTING = frozenset({"here", "there"})
STATES: frozenset[str] = frozenset()
SPREAD: frozenset[str] = frozenset()
OF = frozenset({"of"})
RELATIVE = frozenset("in to from with at across on through among".split())
BEING = frozenset("is are was were be been".split())
HAVING = frozenset(
    "achieved achieve achieves had has have posted posts recorded records recording registered registers "
    "registering reported reports reporting saw sees secured showed shows scored attained obtained".split()
)
OWNING = frozenset(
    "achieved achieve achieves had has have posted posts scored attained obtained secured".split()
)
CAUSING = frozenset(
    "took takes taking brought brings bringing lifted lifts lifting pushed pushes pushing raised raises "
    "raising leaves leaving put puts putting cut cuts cutting reduced reduces reducing".split()
)
AT = frozenset({"at"})
SIZES = frozenset("level figure total high low peak record value amount sum size count number".split())
PRONOUNS = frozenset("it they we he she you".split())
WHO = frozenset({"who", "which", "that"})
ALONGSIDE = frozenset({"with"})


def related(noun: str, preposition: str, clause: str, *, people: bool) -> str:
    """The noun with a clause about it."""
    first = clause.split(" ", 1)[0].lower()
    if first in _OWNERS:
        clause = first + clause[len(first) :]
    return f"{noun} {preposition} {'whom' if people else 'which'} {clause}"


def measured(_word: str) -> None:
    """None does."""


def falls(_clause: str, _whole: str) -> None:
    """No verb is said so."""


def is_oblique(_word: str) -> bool:
    """It has no cases."""
    return False


def is_event(_word: str) -> bool:
    """None without "of"."""
    return False


def share(part: str, whole: str) -> str | None:
    """The part with "share of" the whole."""
    return f"{part}, share {whole}" if whole.startswith("of ") else None


def share_of(whole: str) -> str | None:
    """With "share" before "of"."""
    return f"share {whole}" if whole.startswith("of ") else None


def done(verb: str) -> str | None:
    """The participle; of some verbs the past is another word."""
    return verb if verb.endswith("ed") or verb in _IRREGULAR else None


def name(counted: CountedNoun) -> str | None:
    """The noun with what follows it, without "were", else with the verb before it."""
    tail = counted.tail
    first = tail.split(" ", 1)[0].lower()
    if tail and counted.auxiliary.lower() in _HAVING and done(first) is None:
        tail = f"with {tail}"  # "teachers have a degree"
    noun = counted.noun
    place = None if counted.head is None else counted.head + 1
    if counted.measure and place is not None and len(noun) > place and done(noun[place]) is None:
        noun = noun[place:]  # "tons of meat", not "acres burned"
        if noun[0].lower() in OF and len(noun) > 1:
            noun = noun[1:]
        elif counted.verb and not tail:
            return f"{counted.verb} {' '.join(noun)}"  # "spent on repairs"
    return " ".join(filter(None, (*noun, tail or counted.verb or "")))


def of_place(word: str) -> str:
    """As it is."""
    return word


def is_counted(word: str) -> bool:
    """A plural in -s."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_finite(_: str) -> bool:
    """No ending shows it: "treated" may describe."""
    return False


def reports(_: str) -> bool:
    """No word does."""
    return False


def is_impersonal(_: str) -> bool:
    """Each verb has a subject."""
    return False


def follows(_: str) -> bool:
    """None is known surely."""
    return False


def reported(_: str) -> None:
    """No word does."""


def is_past(word: str) -> bool:
    """In -ed, and such as say no mere thing: "screened 40 people", not "announced 40 people came"."""
    return done(word) is not None and word not in _SAID


def hangs(word: str) -> bool:
    """A verb that waits for its object, or a pronoun: "earmarked", "affecting", "our"."""
    return word.endswith(("ed", "ing")) or word in _OWNERS
