"""English words: numbers, qualifiers that stand before the number, cues of plan and change."""

from edureport.prose.grammar.lexicon import Cardinal, Lexicon, Multiplier
from edureport.prose.text.phrases import Phrases

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

_CARDINALS = {word: Cardinal(value, 1) for value, word in enumerate(_ONES.split())}
_CARDINALS |= {word: Cardinal(value * 10, 2) for value, word in enumerate(_TENS.split(), 2)}
_CARDINALS |= {"hundred": Cardinal(100, 3, factor=True), "dozen": Cardinal(12, 3, factor=True)}

_MULTIPLIERS = {
    "thousand": Multiplier(3), "million": Multiplier(6), "billion": Multiplier(9), "trillion": Multiplier(12),
    "bn": Multiplier(9), "mn": Multiplier(6), "mln": Multiplier(6), "bln": Multiplier(9),
}  # fmt: skip

_FOLDS = {f"{word}fold": value for value, word in enumerate(_ONES.split()) if 1 < value <= 10}
_FOLDS |= dict.fromkeys(("doubled", "doubles", "doubling", "halved", "halves", "halving", "twice"), 2)
_FOLDS |= {"tripled": 3, "triples": 3, "tripling": 3, "trebled": 3, "quadrupled": 4}

_MONTHS = "january, february, march, april, june, july, august, september, october, november, december, "

TABLE = {
    "article": "a, an",
    "abbreviation": "bn, mn, mln, bln",
    "half": "and a half",
    "half.of": "half a",
    "fraction.1/2": "half of, half the, one half",
    "fraction.1/3": "a third of, one third, one - third, a third",
    "fraction.2/3": "two thirds, two - thirds",
    "fraction.1/4": "a quarter of, quarter of, one quarter, one - quarter",
    "fraction.3/4": "three quarters, three - quarters",
    "fraction.1/5": "a fifth of, one fifth, one - fifth",
    "fraction.1/10": "a tenth of, one tenth",
    "every": "every",
    "in.ratio": "in, in every",
    "of.ratio": "out of",
    "currency": "$, €, £, ₸, ₽, kzt, usd, eur, gbp, rub",
    "fold.compared": "twice",
    "fold.link": "as, the, more, that, what",
    "none": "none, not a single, not one",
    "indefinite": ("hundreds, thousands, dozens, millions, scores, tens of thousands, hundreds of thousands"),
    "percent": "percent, per cent, pct",
    "points": "percentage point*, percentage - point*, pp",
    "times": "times, fold, - fold",
    "before.more_than": (
        "more than, over, above, exceed*, exceeded, in excess of, upwards of, greater than, larger than, "
        "higher than, longer than, bigger than, >"
    ),
    "before.at_least": (
        "at least, no fewer than, no less than, not less than, a minimum of, minimum of, not fewer than, ≥"
    ),
    "before.less_than": "smaller than, lower than, shorter than, fewer than, less than, under, below, <",
    "before.at_most": "up to, at most, no more than, a maximum of, not more than, maximum of, not over, ≤",
    "before.about": (
        "about, around, some, roughly, approximately, approx ., circa, an average of, an estimated, ≈, ~"
    ),
    "before.nearly": "nearly, almost, close to, just under, just below, just short of",
    "before.exact": "exactly, a total of, only, precisely, just, in all, all",
    "any.at_least": "or more, and more, or over, +",
    "any.about": "- odd, or so",
    "any.at_most": "or less, or fewer",
    "month": _MONTHS + "may, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec",
    "year": "year, academic year*, school year*, financial year*, fiscal year*",
    "period": (
        "month, months, day, days, week, weeks, years, quarter, quarters, decade*, semester*, term, terms"
    ),
    "dateword": "by the end of the year, since the start of the year, by year - end",
    "hour": "hour, hours, minute, minutes",
    "age.before": "aged, ages, age, aged between, aged from, under the age of, over the age of",
    "age.after": "year - old*, years old, years of age, - year - old*",
    "street": "street, avenue",
    "sign": "№, no ., no, nos ., number, box, hotline, #",
    "room": "room, flat, suite, office, apartment",
    "institution": (
        "school, gymnasium, lyceum, college, kindergarten, hospital, clinic, building, room, route, road, "
        "highway, block, wing, ward, polyclinic"
    ),
    "grade": "grade, grades, class, form, year",
    "rank": "phase, stage, category, level, chapter, part, round, tier, priority, step, section",
    "out.of": "of the, of, out of, out of the",
    "clock": "a . m, p . m, am, pm, o ' clock, o ’ clock",
    "law": "article, law, order, decree, resolution, paragraph, clause, section, act, regulation",
    "phone": "tel, telephone, phone, fax, call, mobile, whatsapp, hotline",
    "attribute.unit": "mbps, gbps, kbps, mb, gb, kw, mw, kv, volt*, inch*",
    "glued": "km, kg, ha, m, t, l, k, cm, mm, g, am, pm",
    "plan": (
        "plan, plans, planned, target, targets, will, expected, must, should, due, scheduled, forecast, "
        "intends, aims, aim, projected, is to, are to, would, next year, goal, envisaged, set "
        "to, anticipated, proposed"
    ),
    "moved": (
        "rose, fell, grew, dropped, climbed, declined, increased, decreased, jumped, slipped, cut, reduced, "
        "shrank, soared"
    ),
    "need": "need, needs",
    "fulfilled": (
        "of the plan, of the target, of plan, of target, the plan was met, the plan was fulfilled, in fact, "
        "actual*"
    ),
    "modal": "may, might, could",
    "done": (
        "opened, built, created, completed, received, trained, got, took, repaired, launched, installed, "
        "attended, enrolled, delivered, provided, rose, fell, passed, treated, planted, bought, work, "
        "study, serve, graduated, finished, spent, issued, paid, collected, awarded, restored, renovated"
    ),
    "rise": (
        "doubl*, twofold, threefold, tripl*, trebl*, quadrupl*, rose, rise, rises, risen, grew, grow, "
        "grown, growth, increase, increased, increases, up, more, added, climbed, gained, higher, expanded, "
        "expand, rising, increasing, growing"
    ),
    "fall": (
        "halv*, eased, ease, fell, fall, fallen, declined, decline, decrease, decreased, decreases, "
        "dropped, drop, cut, reduced, reduce, down, shrank, lost, fewer, lower, shortened, falling, "
        "decreasing, reducing"
    ),
    "reach": "reached, reach, reaching, hit, brought, bring, bringing",
    "growth.noun": "growth, increase, gain, increase of, rise of, growth of, gain of",
    "fall.noun": "decrease of, drop of, decline of, cut of, reduction of, fall of",
    "added": "added, gained",
    "removed": "lost",
    "by": "by",
    "by.capacity": "for",
    "capacity": "pupils, children, students, patients, people, beds, places, seats",
    "from": "from",
    "to": "to",
    "to.word": "to",
    "updown": "up, down",
    "verb.up": (
        "make up, makes up, made up, making up, set up, takes up, take up, took up, up to, signed up, sign "
        "up, picked up, came up, lined up, opened up"
    ),
    "equal": "or, which is, that is, i . e, i . e ., representing, equal to, equivalent to, accounting for",
    "precisely": "to be exact, to be precise, more precisely, or more precisely, more exactly, or rather",
    "document": (
        "headline, heading, title, summary, annex, appendix, table, report, press release, chart, text"
    ),
    "contrast": "while, whereas, but, although, though",
    "against": "compared with, compared to, against, versus, instead of, from, than, up from, down from",
    "exists": "there, is, are, has, have, had, was, were, stands at, stood at, be, been",
    "aux": "is, are, was, were, has, have, had",
    "than.up": "more than, higher than, greater than, above, ahead of",
    "than.down": "fewer than, less than, lower than, below, short of, under",
    "between": "between",
    "prep.year": (
        "in, since, by, of, until, from, for, during, before, after, till, through, between, to, with, "
        "end - , than, early, late, mid"
    ),
    "opener.strong": (
        "consists of, consist of, consisted of, divided into, split into, of which, of whom, including, of "
        "them, of these, of those, among them, among these, comprising, namely, made up of, consisting of"
    ),
    "partial": "including, among them, among these",
    "others": "other, others, the rest",
    "rest": "the rest, the remaining, remaining, the other, the others",
    "total": "in all, in total, a total of, total, altogether, overall, all told",
    "number.of": "number, numbers",
    "each": "each, apiece, per",
    "all": "all, every",
    "split.owner.state": "state, public",
    "split.owner.private": "private",
    "split.sex.male": "boys, men, male",
    "split.sex.female": "girls, women, female",
    "split.place.urban": "urban, in towns, in cities, in the towns, in the city",
    "split.place.rural": "rural, in villages, in the villages, in the countryside",
    "split.medal.gold": "gold",
    "split.medal.silver": "silver",
    "split.medal.bronze": "bronze",
    "join": "and, or, to, –",
    "conj": (
        "and, or, but, of, in, for, with, from, to, by, on, at, the, a, an, were, was, are, is, have, has, "
        "had, that, which, who, while, will, as, than, since, during, after, before, under, over, there, "
        "through, into, per, among, out, across, between, against, each, must, should, can, may, would, be, "
        "been, it, they, this, these, also, now, more, up, still"
    ),
    "skip": "new, more, additional, further, of the, other",
    "not.noun": (
        "and, or, of, in, for, with, were, was, are, is, have, has, had, got, took, will, there, here, "
        "compared, against, versus, than, as"
    ),
    "one.not": "of",
}

_NOUNS = {
    "school": "school", "pupil": "pupil", "student": "student", "child": "child", "teacher": "teacher",
    "place": "place", "$": "dollar", "€": "euro", "£": "pound", "₸": "tenge", "₽": "rouble",
    "kzt": "tenge", "usd": "dollar", "eur": "euro", "gbp": "pound", "rub": "rouble",
    "seat": "place", "people": "person", "person": "person", "men": "man", "women": "woman",
    "hospital": "hospital",
    "road": "road", "bridge": "bridge", "hectare": "hectare", "ha": "hectare", "km": "kilometre",
    "kilometre": "kilometre",
    "kilometer": "kilometre", "tonne": "tonne", "ton": "tonne", "tenge": "tenge",
}  # fmt: skip

LEXICON = Lexicon(
    "en", _CARDINALS, _MULTIPLIERS,
    {word: value for value, word in enumerate(_ORDINALS.split(), 1)},
    {**dict.fromkeys(("st", "nd", "rd", "th"), "ordinal")},
    _FOLDS, Phrases(TABLE), _NOUNS, ("ies", "es", "s"), decimal_comma=False,
)  # fmt: skip
