"""English words: numbers, modifiers that stand before the number, cues of plan and change."""

from decimal import Decimal

from edureport.prose.grammar.forms import Cardinal, Ending, Form, Multiplier
from edureport.prose.grammar.marks import marked
from edureport.prose.text.phrases import word_map, word_set

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

CARDINALS = {word: Cardinal(value, 1) for value, word in enumerate(_ONES.split())}
CARDINALS |= {word: Cardinal(value * 10, 2) for value, word in enumerate(_TENS.split(), 2)}
CARDINALS |= {"hundred": Cardinal(100, 3, factor=True), "dozen": Cardinal(12, 3, factor=True)}

MULTIPLIERS = {
    "thousand": Multiplier(3), "million": Multiplier(6), "billion": Multiplier(9), "trillion": Multiplier(12),
    "crore": Multiplier(7), "crores": Multiplier(7), "lakh": Multiplier(5), "lakhs": Multiplier(5),
    "mil": Multiplier(6), "bn": Multiplier(9), "mn": Multiplier(6),
    "mln": Multiplier(6), "bln": Multiplier(9), "trn": Multiplier(12), "tri": Multiplier(12),
}  # fmt: skip

FOLDS = {f"{word}fold": value for value, word in enumerate(_ONES.split()) if 1 < value <= 10}
FOLDS |= dict.fromkeys("doubled doubles doubling halved halves halving twice double".split(), 2)
FOLDS |= {"tripled": 3, "triples": 3, "tripling": 3, "trebled": 3, "quadrupled": 4}

_REVISED = "from a revised, from an upwardly revised, from a downwardly revised, from a restated"
_CONSISTS = "consists of, consist of, consisted of, made up of, comprise, comprises, comprised, composed of"
_MONTHS = "january, february, march, april, june, july, august, september, october, november, december, "

_DENYING = ("not", "never", "cannot", "' t", "’ t")
_FALLING = ("fall*", "fell", "drop*", "go", "went")
_NO_LESS = ", ".join(f"{no} {verb} below" for no in _DENYING for verb in _FALLING)
_NO_MORE = ", ".join(f"{no} exceed*" for no in _DENYING)

MARKS = marked(f"""
MINUS: minus
NEGATIVE: balance, deficit, temperature, net
CHANGE_AS: for a, for an
ASKS: ?
DENIES: not, no, never, without, except, neither, none, nobody, failed to, fail to, fails to, failing to,
    unable to, refused to, instead of, rather than, all but
CLAUSE_JOINT: and, while
ARTICLE: a, an
ABBREVIATION: bn, mn, mln, bln
HALF: and a half, - and - a - half
HALF_OF: half a
HALF_SHARE: half
1/2: half of, half the, one half
1/3: a third of, one third, one - third, a third
2/3: two thirds, two - thirds
1/4: a quarter of, one quarter, one - quarter
3/4: three quarters, three - quarters
1/5: a fifth of, one fifth, one - fifth
1/10: a tenth of, one tenth
ORDERED: successive, consecutive, straight, year, month, week, day, time, term, party, person, country, phase,
    stage, round, reading, session, option, class, child, wave, attempt, runway, school, housing
OF_ONE: of a
EVERY: every
IN_RATIO: in, in every
OF_RATIO: out of
OF_ANY_RATIO: in every, out of every
CURRENCY: $, €, £, ₸, ₽, ₹, ₱, ₦, ₵, ¢, ¥, kzt, usd, eur, gbp, rub, inr, rs, rs ., ksh, kshs, ksh ., kshs .,
    kes, sh, sh ., us $, au $, ca $, nz $, hk $, tt $, tk, tk ., shs, ngn, rm, php,
    aud, cad, nzd, pkr, bdt, lkr, ghs, zar, zmw, ugx, tzs, jmd, sar, aed, myr, sgd
FOLD_COMPARED: twice, double
FOLD_LINK: as, the, more, that, what
NONE: none, not a single, not one
INDEFINITE: tens of millions, tens of billions, hundreds, thousands, dozens, millions, scores of,
    tens of thousands, hundreds of thousands, several hundred, several thousand, several million,
    several dozen, a few hundred, a few thousand, a few million, a few dozen, a couple of hundred,
    a couple of thousand, a couple of dozen
PERCENT: percent, per cent, per - cent, pct, pc
POINTS: percentage point*, percentage - point*, pp, pts
INDEX_POINTS: point, points
TIMES: times, fold, - fold
BEFORE MORE_THAN: more than, over, above, topped, tops, topping, surpassed, surpassing, surpass, surpasses,
    exceed*, exceeded, to cross, has crossed, have crossed, had crossed, crossed, crossing, crosses,
    cross the, crossed the, crossing the, crosses the, topped the, tops the, surpassed the, in excess of,
    upwards of, greater than, larger than, higher than, longer than, bigger than, >
BEFORE AT_LEAST: at least, no fewer than, no less than, not less than, a minimum of, minimum of, a minimum,
    not fewer than, ≥,
    {_NO_LESS}
BEFORE LESS_THAN: smaller than, lower than, shorter than, fewer than, less than, under, below, <
BEFORE AT_MOST: up to, as many as, as much as, at most, no more than, a maximum of, not more than, maximum of,
    a maximum, not over, not to exceed, ≤, {_NO_MORE}
BEFORE ABOUT: about, around, some, roughly, approximately, approx ., circa, ca ., an estimated, estimated at,
    in the region of, in the order of, on the order of, barely, ≈, ~
BEFORE NEARLY: nearly, almost, close to, approaching, nearing, just under, just below, just short of
BEFORE EXACT: exactly, spread over, a total of, only, precisely, just, in all, all, an average of, average of,
    average, averaged, averaging, averages, an average, on average
AFTER AT_LEAST: or more, and more, or over, or higher, or above, and above, and over, - plus, +
AFTER ABOUT: - odd, or so
AFTER EXACT: on average, on the average
AFTER AT_MOST: or less, or fewer
MONTH: {_MONTHS}may, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec
YEAR: year, academic year*, school year*, financial year*, fiscal year*
PERIODIC: daily, weekly, monthly, quarterly, yearly, annually
ONCE: time, off
PERIOD: month, months, day, days, week, weeks, years, quarter, quarters, decade*, semester*, term, terms
BEFORE_DAY: on
TIME_OF: end, start, beginning, middle, first half, second half, last half, first quarter, second quarter,
    third quarter, fourth quarter, last quarter, final quarter, months, first days, last days
DATEWORD: by the end of the year, since the start of the year, by year - end
MEAN: average of, averages, averaged, averaging, median of, mean of
ON_AVERAGE: on average, on the average
HOUR: hour, hours, minute, minutes, seconds
AGED: aged, ages, age, aged between, aged from, under the age of, over the age of, ages of, age brackets of,
    age groups of, age bracket, age group, age groups, age range, age band, aged under, aged over, aged up to,
    under -, over -
AGED_LIMIT: over, under, older than, younger than, between
AGED_OVER: or over, and over, or under, and under
AGED_PEOPLE: those, adults, kids, seniors, pensioners, population, youths, teenagers, anyone
AGED_TOPIC: mortality, conception*, pregnancy, pregnancies, fertility, birth rate*, death rate*, unemployment,
    obesity, employment rate*, population
AGED_MOST: youngest, oldest, youngest is, oldest is, youngest was, oldest was
AGE_AFTER: year - old*, year olds, year old, years old, years of age, - year - old*, or older, and older,
    or younger, and younger, age group, age bracket, age range, age cohort
ROAD: road, rd, drive, court, close, way, place, square, st, ave
STREET: street, avenue, boulevard, blvd, lane, terrace, crescent, parkway
SIGN: №, no ., no, nos ., number, box, hotline, issn, isbn, #, §
KIND_AFTER: confidence interval*, confidence level, confidence limits, cfr, u . s . code, u . s . c, usc, a
    side, parent family, parent families, parent household, parent households
REGISTER: company number, company no ., company no, charity number, charity no ., charity no,
    registered number, registration number, registration no ., reg . no ., vat number, vat no ., ein
NAMED: top, bottom, to the nearest, figure, figures, fig ., table, tables, chart, option, annex, appendix,
    headline, key finding, vol, precept, item, in quarter, for quarter, in quarters, for quarters, scenario,
    variant, exhibit, page, page :, pages :, line, sentence, row, column, clause, article, standing order,
    standing orders, vol ., para, paras, paragraph, paragraphs, tranche, octane, covid,
    s & p, sdg, see note, in note, in notes, sections, claim, asc, asu, ifrs, ias, sfas, frs, image, photo
RANKED: largest, biggest, smallest, highest, lowest, most, best, worst, busiest, oldest, poorest, richest
NAMED_SEVERAL: rows, columns, pages, tables, sections, parts, questions, recommendations, years, weeks,
    regions, districts, zones, wards, annexes, appendices, articles, clauses, chapters, schedules, phases,
    stages, tranches, levels, goals, priorities, lots, outcomes, objectives, key stages
ROOM: room, flat, suite, office, apartment
INSTITUTION: school, gymnasium, lyceum, college, kindergarten, hospital, clinic, building, room, route, road,
    highway, block, wing, ward, polyclinic, zone, district, region, precinct, battalion, terminal, sector,
    medic, engine, truck, key stage, goal, bill, form, resolution, flight, iso
NUMBERED_PLACE: region, zone, district, ward, precinct, sector, block, terminal, battalion, division, cluster
GRADE_BEFORE: grade, grades, class, form, year
GRADES_BEFORE: classes, standard, standards, forms, primary
RANK_BEFORE: ranked, week, question, phase, stage, category, level, chapter, part, round, tier, priority,
    step, section, q, division, proposition, title, amendment, schedule, band
OUT_OF: of the, of, out of, out of the
CLOCK: a . m, p . m, am, pm, gmt, noon, midnight, o ' clock, o ’ clock
DAYTIME: morning, afternoon, evening, tonight, adjourn*, noon
LAW: article, law, order, decree, resolution, paragraph, clause, section, act, regulation, directive
PHASED: phases, stages, rounds, instalments, installments
PHONE: tel, telephone, phone, ext, fax, call, mobile, whatsapp, hotline
ATTRIBUTE_UNIT: mbps, gbps, kbps, mb, gb, kw, mw, kv, volt*, inch
STUCK: p, x
GLUED: km, kg, ha, m, t, l, k, cm, mm, g, am, pm, mt, mmt, lb, lbs, oz, ft, mw, gw, mwh, gwh, teu, pw, pcm
LENGTH: metre*, meter*, km, kilometre*, kilometer*, mm, cm, m long, m wide, m high, m deep, m tall, m of,
    length*, width, height, depth, distance*, radius, diameter, altitude, sea level, pool*, pipe*, road,
    roads, fence*, fencing, bridge*, cable*, wall*, track, tracks, race*, sprint, away, apart, trench*,
    canal*, channel*, tunnel*, tower*, river*, kerb*, footpath*, hedge*, water, lake*, dam, dams, reservoir*,
    tide*, wave*, snow, flood*
PLAN: plan, plans, planned, target, targets, will, expected, must, should, due, scheduled, forecast, intends,
    aims, aim, projected, is to, are to, would, next year, goal, envisaged, set to, anticipated, proposed
CROSSED: crossed, crossing, crosses
MOVED: goes, go, went, gone, shot, pushed, rose, fell, grew, dropped, climbed, declined, increased,
    decreased, jumped, slipped, cut, reduced, shrank, soared, surged, plunged, slumped, tumbled, plummeted,
    dipped
MOVES: rise, rises, fall, falls, grow, grows, drop, drops, climb, climbs, decline, declines, increase,
    increases, decrease, decreases, jump, jumps, slip, slips, shrink, shrinks, soar, plunge, slump
SHIFTED: improved, improves, improving, worsened, went, moved, changed, slowed, accelerated, widened,
    narrowed, strengthened, boosted, boost, revised, edged, slid, slides, recovered, swung
NEED: need, needs
FULFILLED: of the plan, of the target, of plan, of target, the plan was met, the plan was fulfilled, in fact,
    actual*
MODAL: may, might, could
DONE: opened, built, created, completed, received, trained, got, took, repaired, launched, installed,
    attended, enrolled, delivered, provided, rose, fell, passed, treated, planted, bought, work, study, serve,
    graduated, finished, spent, issued, paid, collected, awarded, restored, renovated
RISE: doubl*, twofold, threefold, tripl*, trebl*, quadrupl*, rose, rise, rises, risen, grew, grow, grown,
    growth, increase, increased, increases, up, more, added, climbed, gained, higher, expanded, expand,
    rising, increasing, growing, lifting, lifted, raising, raised, jumped, jumps, soared, surged, climbs
STANDING: place, places, position*, rank*, ranking*, league*
FALL: halv*, eased, ease, fell, fall, fallen, declined, decline, decrease, decreased, decreases, dropped,
    drop, cut, reduced, reduce, down, shrank, lost, fewer, lower, shortened, falling, decreasing, reducing,
    drops, declines, plunged, slumped, tumbled, plummeted, slipped, dipped, decrement
REACH: reached, reach, reaching, hit, brought, bring, bringing
GROWTH_NOUN: growth, increase, gain, increase of, rise of, growth of, gain of
FALL_NOUN: decrease of, drop of, decline of, cut of, reduction of, fall of
ADDED: added, gained
REMOVED: lost
BY: by
BY_CAPACITY: for
CAPACITY: pupils, children, students, patients, people, beds, places, seats
FROM: from, {_REVISED}
TO: to
TO_WORD: to
UPDOWN: up, down
VERB_UP: make up, makes up, made up, making up, set up, takes up, take up, took up, up to, signed up, sign up,
    picked up, came up, lined up, opened up
AVERAGE: average, mean
PEOPLE: population, residents, inhabitants, people
MAKING: reaching, marking, registering, registering achievement of, recording, achieving, representing,
    represent, represents, represented, which represents, forming, forms, form, constituting, constitutes,
    constitute, accounting for, accounts for, accounted for, account for, making up, makes up, made up,
    make up, comprising, comprises, amounting to, which was, which were, it is, this is, this was, only, just,
    meagre
EQUAL: or, which is, that is, i . e, i . e ., representing, equal to, equivalent to, accounting for
INDEX_TO: of the previous year, of the level, of last year, of the year before, of the same period,
    of the average, of the baseline, of its level, of the base
PRECISELY: to be exact, to be precise, more precisely, or more precisely, more exactly, or rather
DOCUMENT: headline, heading, title, summary, annex, appendix, table, report, press release, chart, text
CONTRAST: while, whereas, but, although, though
COMPARED: compared with, compared to, as opposed to, than in, on the previous, on last
OVER: over, on, above, below, under, ahead of
BASIS: basis, terms, like - for - like, excluding, exclusive of, adjusted for, adjusting for, constant prices
AGAINST: compared with, compared to, as opposed to, against, versus, instead of, from, than, up from,
    down from, {_REVISED}
COMPARISON: as against, on the previous, in the previous, a year ago, a year earlier, when
EARLIER: a year before, a year earlier, a year ago, the year before, year before, last year, last month,
    last quarter, previous year, previous month, previous quarter, previous period, prior year, earlier,
    same period, same month, same quarter, previously, formerly, up from, down from
CHANGE_SIZE: sharp, steep, slight, modest, small, large, big, marked, significant, substantial, considerable,
    steady, record, total, overall, net, further, annual, slightly, marginally, sharply, also, still
NOW: now, this year, this month, this quarter, currently, today, at present, at the end of, this time
FOR_EACH: each, for every, for each, per, average, mean, averaging, apiece, on average
WAS: on the last, at the last, had been, had stood at, had numbered, had totalled, there had been,
    opening balance, opening figure, at the start of, at the beginning of, at the outset, initially,
    originally, used to be, the previous, the preceding, preceding, a month before, a month earlier,
    twelve months earlier, twelve months before, a decade earlier, prior, in the past
BY_NOUN: rise of, increase of, growth of, gain of, gain was, jump of, surge of, climb of, improvement of,
    reduction of, decrease of, drop of, fall of, decline of, cut of, loss of, saving of, change of,
    difference of, difference, change, increase, decrease, growth, rise, fall, reduction, decline, growth was,
    growth rate, rate of growth, variation
CHANGE_NOUN: gain, gains, reduction, loss, difference, change, jump, surge, dip, improvement, growth rate,
    premium, discount, off
EXISTS: there, is, are, has, have, had, was, were, stands at, stood at, be, been
AUX: is, are, was, were, has, have, had
COMPARING: higher than, lower than, larger than, smaller than, greater than, bigger than
THAN_UP: more than, higher than, greater than, above, ahead of
THAN_DOWN: fewer than, less than, lower than, below, short of, under
BETWEEN: between
RANGING: ranging, ranges, ranged, range, varies, vary, varied, varying
DURING: in, since, during, until, by, year to, fall, autumn, spring, summer, winter
RANGE_JOINT: through
PREP_YEAR: in, since, by, of, until, from, for, during, before, after, behind, till, through, between, to,
    with, end - , than, the whole, early, late, mid, midyear, yearend, fy, covering, on, fall, autumn, spring,
    summer, winter, calendar year, the year, half year, half - year, the period, comparable period
OPENER_STRONG: {_CONSISTS}, divided into, split into, of which, of whom, including, of them, of these,
    of those, among them, among these, comprising, namely, consisting of, of that group, of this group,
    of that number, of this number, of that total, of this total, of this amount, of that amount, of this sum,
    of that sum, this included, this includes, these included, these include, incl ., incl
INCLUSIVE: including, incl, incl .
NAMELY: namely
OF_THEM: of which, of whom, of them, of these, of those
AMOUNTING: marking, representing, which represents, which is, which was, meaning, which meant, showing,
    which shows, registering, recording, reflecting, posting, indicating, resulting in, constituting, seeing,
    signifying, this represented, this represents, which represented
CONSISTS: {_CONSISTS}
WHO: who, whose
RELATIVE: which, who, where, whose
BESIDES: also, in addition, as well as, besides
THAT: which, that
THIS: this, that
IT: it, they, their number
POINTING: this, that, the, each, every, same, per
CALLS: call, calls, caller, callers, operators, services, trunk line, trunk lines, dispatcher, dispatchers
DIALLED: nhs, contact, dial, dialled, dialling, call, called, ring, rang
POWER: capacity, generation, output, demand
TAKES: take, takes, took, lasts, lasted, life of, lives of, duration of, delay of, wait of, stay of
OF_SPENT: of schooling, of education, of experience, of service, of training, of study, of leave
TIME_TAKEN: time, times, wait, waits, delay, delays, target, targets, duration
NETTED: profit*, loss, losses, income, earnings, ebitda, net, cash, deficit
OFFSET: offset by, offset, net of, reduced by
NET: net lending, net budget lending, net credits, balance of operations
REPAID: repayment, repayments, repaid, sale, sales
TRADE: trade turnover, turnover of trade, total trade, foreign trade, trade with
REVENUE: revenue*, receipts
SPENDING: expenditure*, spending, outlays, expenses
DEFICIT: deficit, shortfall
SURPLUS: surplus
EXPORTS: exports, export
IMPORTS: imports, import
CAME: arrivals, arrived, immigrants, immigration
LEFT: departures, departed, emigrants, emigration
NET_MIGRATION: net migration, net immigration, net gain
BORN: births, live births, born, newborns
DIED: deaths, died, lost their lives
NATURAL_GROWTH: natural increase, natural growth, natural population growth, natural change, natural decrease,
    natural decline, natural population decline, natural population decrease, natural loss
ANOTHER: another, a further, further
SOWN: sow, sows, sowed, sown, seeded, plant, planted, planting, sowing
ON_TOP: additionally, in addition, on top of that, on top of this
SHARE: share, shares, proportion, make up, makes up, made up, account for, accounts for
OR: or
ESTIMATE: budget, budgeted, estimate, estimates, estimated, norm, norms, capacity
PROPORTION: rate, coverage, percentage, ratio, completion, attendance, occupancy, fulfilment, uptake, turnout,
    take - up, utilisation, utilization, compliance, punctuality, execution
SHORTFALL: shortfall, short of, underspend, underspent, unspent, behind plan
INTEREST: interest, exchange, discount, inflation, per annum, yield, coupon
AMONG: among, amongst, from among
LEAVING: leaving, leaves, left, which leaves
SUMMING: together, in all, in total, altogether, that makes, this makes, which makes, making, bring, brings,
    brought, bringing, so that, came to, comes to, coming to, in sum, sum, add up to, adds up to,
    adding up to, added up to, totalling, totaling, totalled, totaled, a total of, for a total of, combined,
    all told, this gives, that gives, giving
RESPECTIVELY: respectively
OTHERS: other, others, the rest
REST: the rest, the remaining, remaining, the other, the others, the balance
TOTAL: in all, in total, a total of, total, altogether, overall, all told
NUMBER_OF: number, numbers
EACH: each, apiece, per
ALL: all, every
OWNER state: state, public
OWNER private: private
SEX male: boys, men, male
SEX female: girls, women, female
PLACE urban: urban, in towns, in cities, in the towns, in the city
PLACE rural: rural, in villages, in the villages, in the countryside
MEDAL gold: gold
MEDAL silver: silver
MEDAL bronze: bronze
REACH domestic: domestic
REACH international: international, exports
TIME full: full-time, full time
TIME part: part-time, part time
PERSON individual: individuals
PERSON company: legal entities, companies
CURRENCY own: national currency, local currency, domestic currency
CURRENCY foreign: foreign currency, foreign currencies
JOIN: and, or, to, –
CONJ: and, or, but, of, in, for, with, from, to, by, on, at, the, a, an, were, was, are, is, have, has, had,
    that, which, who, while, will, as, than, since, during, after, before, under, over, there, through, into,
    per, among, out, across, between, against, each, must, should, can, may, would, be, been, it, they, when,
    this, these, also, now, more, up, still
SKIP: new, more, additional, further, of the, other
NOT_NOUN: and, or, of, in, for, with, were, was, are, is, have, has, had, got, took, will, there, here,
    compared, against, versus, than, as, we, they, it, he, she, aged, onwards, onward, towards
ONE_NOT: of
FACTOR_AS: as
MORE_OF: more
FEWER_OF: fewer
THAN: than
THEY_ARE: were, are, have
OF_YEAR: earnings, profits, revenues, expenses, exports, imports, sales, level, levels, figure, figures,
    baseline, average, season, total, data, estimate, estimates, results, prices, rates, budget, census,
    so far, show, shows, showed, election, elections, polls, general election, general elections,
    assembly polls, assembly elections
FISCAL: fy, fiscal, fiscal year, financial year
PER: per, for every
INSIDE: in
NUMBERS_VERB: number, numbered, totalled, totaled
TOTAL_AFTER: in all, in total
EACH_OF: each
EACH_AFTER: each, apiece, per
DETERMINER: the, our, its, their, his, her, these
SENTENCE_OPENER: the, an, in, as, this, these, it, we, there, for, from, at, by, if, when, while, with, since,
    after, during, however, although, our, their, his, her, mr, mrs, ms, includes, excludes, including,
    excluding, source, sources, see, based, note, notes, according, refers, represents, ibid
TO_BE: to be
INFINITIVE: to
""")

NOUNS = word_map("""bus school pupil student child children:child schoolchild:pupil schoolchildren:pupil
    teacher place seat:place people:person person men:man women:woman hospital road bridge hectare kilometre
    kilometer:kilometre tonne ton:tonne tenge""")
EXACT_NOUNS = word_map("""$:dollar €:euro £:pound ₸:tenge ₽:rouble kzt:tenge usd:dollar eur:euro gbp:pound
    rub:rouble ₹:rupee rs:rupee inr:rupee ₱:peso ₦:naira rm:ringgit ngn:naira ksh:shilling ha:hectare
    km:kilometre""")

ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
SUFFIXES = dict.fromkeys(("st", "nd", "rd", "th"), Form(Ending.ORDINAL))

AMOUNTS = frozenset(["mln", "bln"])
ABBREVIATIONS = AMOUNTS | word_set("""rs dr mr mrs ms no nos vol fig jan feb mar apr jun jul aug sept oct nov
    dec approx incl ext ca""")

PERSONS = word_set("""pupil student teacher man woman staff employee worker patient doctor nurse resident
    participant graduate specialist farmer family boy girl member visitor citizen""")
HECTARES = frozenset({"hectare", "ha"})

_IN_TONNES = word_map("tonne:1 ton:1 t:1 quintal:0.1 kg:0.001 kilogram:0.001")
TONNES = {word: Decimal(tonnes) for word, tonnes in _IN_TONNES.items()}

MEASURES = word_set("""dollar euro pound tenge rouble rupee peso naira ringgit shilling kilometre metre
    hectare tonne litre kilogram % hour acre bushel gallon mile foot barrel cent mt kg km kwh mwh gwh lb""")

FRACTIONS = {f"{word}s": value for word, value in ORDINALS.items() if value > 2}
