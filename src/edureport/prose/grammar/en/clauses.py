"""English words around what a figure counts, by which a figure is put into words."""

from edureport.prose.grammar.marks import marked_in_clauses

MARKS = marked_in_clauses("""
LEAD: in addition, also, moreover, furthermore, of which, of whom, of them, of these, including, among them,
    in total, in all, however, the, a, an, there are, there is, there were, there was, as well as, and, but,
    or, while, with, currently, today, at present, another, followed by, our, its, their, of, these, those,
    though, although, only, some, even, still
AGAIN: the figure, figure, this figure, it, they, we, he, she, you, that, such, this, these, them
COPULA: is, are, was, were, be, been, being, stood, stands, amounted, amounts, reached, rose, fell, grew,
    increased, decreased, dropped, climbed, at, to, by, of, has, have, had, totalled, totaled, totalling,
    totaling, comprised, there, now, then, a further, further, another, up, down, estimated at,
    estimated to be, put at, recorded at, registered at, projected at, projected to be, expected to be,
    likely to be, to average, forecast at, at a record, a record, set at, valued at, remained at, stable at,
    crossed, exceeded, topped, averaged, account for, accounts for, accounted for, make up, makes up, made up,
    represent, represents, represented, total, totals, came to, numbered, remained, dipped, slipped, went,
    gone, equal to, equivalent to, also, slightly, marginally, sharply, significantly, steadily
ADDITIONAL: another, a further, further, an additional, additional
BREAK: while, but, whereas, although, though, as against, against, compared, as compared, in comparison,
    versus, up from, down from, an increase, a decrease, a rise, a fall, a drop, a reduction, a growth,
    which is, which was, which are, which were, representing, accounting for, according to, wherein, said,
    said that, says, says that, informed that, added that, continued that, stated that, announced that,
    which represent, which represents, which account for, which accounts for, equivalent to, equal to,
    making up, followed by, reveal, reveals, revealed, show that, shows that, showed that, indicate that,
    indicated that, i . e, thereby, higher than, lower than, more than, less than, fewer than
BEFORE: as of, as at, by the end of, at the end of, since the start of, at the start of, at the beginning of,
    over the, during the, in the, for the, by the, since the, over, during, in, for, by, on, at, since, until,
    from, through, of, the, first, last, between, to, in the year ending, in the year ended, in the year to,
    for the year ending, for the year ended, in the 12 months to, year ending, year ended, in fiscal year,
    in fiscal, fiscal year, fiscal, FY, financial year
NAME: department, ministry, office, committee, agency, administration, directorate, board
NAME_JOINT: of, the, for, and
FLOW: opened, opening, open new, to open, built, build, constructed, renovated, repaired, repair, renewed,
    upgraded, trained, train, completed, complete, held, organised, organized, took part, participated, won,
    received, bought, purchased, buy, delivered, installed, launched, graduated, created, established, spent,
    allocated, hired, recruited, passed, issued, published, conducted, awarded, planted, connected, equipped,
    defended, presented, finished, joined, introduced, closed, visited, sold, came, found work, hosted,
    treated, performed, carried out, digitised, digitized, collected, harvested, paid, vaccinated, examined,
    restored, laid, signed, attended, moved in
FLOW_WEAK: new, additional, newly
FLOW_SPAN: during the year, over the year, in the course of the year, during the period
FLOW_NOUN: births, deaths, admissions, arrivals, departures, marriages, divorces, spending, expenditure,
    expenses, revenue, turnover, output, sales, imports, exports, visits, enquiries, complaints
STOCK: there are, there is, work, works, working, employ, employs, employed, operate, operates, study,
    studies, attend, attends, serve, serves, enrolled, registered, function, functions, teach, teaches,
    remain, remains, are, is, has, have
AUXILIARY: is, are, was, were, be, been, being, has, have, had, will, would
MEASURED: share, proportion, percentage, rate, level, total, average, volume, volumes, amount, quantity,
    output, production, consumption, capacity, enrolment, enrollment, turnout, ridership, membership,
    population, attendance
GROWS: growth, increase, increases, decrease, decreases, rise, fall, drop, decline, reduction, decrement
COMPARES: year on year, year - on - year, month on month, month - on - month, quarter on quarter, yoy
CHANGE_HEAD: change, changes, difference, growth, increase, % change, deviation, increases, gain, gains,
    % increase, per cent increase, percent increase, percentage increase, per cent change, percent change,
    percentage change, growth rate, annual growth, annual growth rate, yoy, yoy change, yoy growth, cagr,
    variance, var, budget variance
FALL_HEAD: decrease, reduction, reductions, decline, drop
INDEX_HEAD: index, as % of, in % of, % of last, % of previous, % of plan
NEEDS_HEAD: budget provision*, budget allocation*, appropriation, appropriations, long bill
PLAN_HEAD: plan, planned, requested, request, planned value, target, target value, targets, projected,
    projection, projections, forecast, budgeted, budget, original budget, annual budget, adopted budget,
    approved budget, proposed budget, preliminary budget, final budget, authorized budget,
    authorised budget, revised budget
PLAN_END: budget, target
PERCENT_HEAD: percentage, per cent, percent
UNIT_HEAD: unit, units, unit of measure, unit of measurement, measure
FACT_HEAD: actual, actuals, fact, value, reported
DUE_HEAD: due, due date, due by, deadline, target date
SHARE_HEAD: share, share of total, proportion, % of total, share of the total
REMAINING_HEAD: remaining, left, still to do, remainder
QUOTE_HEAD: as written, wording, where it stands, source, sources, data source, page, page no, page number
NOTE_HEAD: note, notes, note no, footnote, ref, code, codes
NO_PLAN: need for, needs of, in need, in need of, needs that, special needs, on a plan, protection plan,
    protection plans, care plan, care plans, need plan, need plans, pension plan, pension plans,
    financial plan
CAUSE: due to
IF: if, unless, whether, would have, must, on average
WAITS: wait, waits, waited, waiting
TABLE: table, tables, extract, the following, below
DISPLAYS: shows, show, contains, contain, gives, give, sets out, set out, provides, provide, lists, list,
    summarises, summarise, summarizes, summarize
PREPOSITION: in, at, for, from, among, within, across, on, under, by, with, of, per, over, to, between, into
SOME: majority, bulk of, half, part
WILL: envisions, envision, envisages, envisage, proposes, propose
MORE: more, fewer, less
MORE_THAN: larger than, bigger than, higher than, greater than, lower than, smaller than
PACE: rate, pace, average
APPROVES: is hereby approved, are hereby approved, hereby approves, hereby adopts
""")
