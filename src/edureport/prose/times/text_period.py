"""The period that a whole text is about, by its title or by most of its times."""

from collections import Counter
from collections.abc import Sequence

from edureport.model.period import Period
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.page import Page
from edureport.prose.times.assignment import is_heading
from edureport.prose.times.expression import SPANS, Grain
from edureport.prose.times.times import NamedTime, Role, Time

MOST_HEADINGS = 16  # sentences, among which one above the text says what it is
ENOUGH = 2  # times that a text must say what it is about, where it has no title
OPENING = 3  # sentences in which a report says what it is about


def period_of_title(page: Page, named_times: Sequence[NamedTime]) -> Period | None:
    """The period that a report names in its heading, or where its first sentence says what this is.

    Above a heading that says so may stand others: whose report it is, who has approved it.
    """
    of_sentence: dict[int, list[Time]] = {}
    for one in named_times:
        if one.time and page.sentence[one.first] < MOST_HEADINGS:
            of_sentence.setdefault(page.sentence[one.first], []).append(one.time)
    for sentence in range(min(MOST_HEADINGS, len(page.first) - 1)):
        heading, report = is_heading(page, sentence), _calls_itself_report(page, sentence)
        times = [time for time in of_sentence.get(sentence, ()) if _is_span(time, Grain.DAYS)]
        if times and (report if sentence else report or heading):
            return times[0].period if _is_span(times[0]) or len(times) == 1 else None
        if not heading:
            break
    return None


def period_of_most(
    page: Page, figures: Sequence[Figure], named_times: Sequence[NamedTime], times: Sequence[Time | None]
) -> Period | None:
    """The period that most of the times are which a page names in its opening, and those of its figures."""
    spans = [named for named in named_times if named.time and _is_span(named.time)]
    if not spans:
        return None
    timed = zip(figures, times, strict=True)
    votes = Counter(
        time.period
        for figure, time in timed
        if time and _is_span(time) and figure.kind is not FigureKind.TARGET
    )
    votes.update(named.time.period for named in spans if named.time and page.sentence[named.first] < OPENING)
    best, most = max(votes.items(), key=lambda vote: vote[1], default=(None, 0))
    return best if most >= ENOUGH and 2 * most > votes.total() else None


def _is_span(time: Time, *more: Grain) -> bool:
    """Whether it is a month or longer, or as `more` some days: «с 1 января по 2 августа 2025 года»."""
    return time.role is Role.DURING and (time.grain in SPANS or time.grain in more)


def _calls_itself_report(page: Page, sentence: int) -> bool:
    """Whether a sentence says that this is a report: «Отчёт о работе за 9 месяцев 2025 года»."""
    first, last = page.extents[sentence]
    begins, _ = page.language.time_phrases.mark([token.text for token in page.tokens[first:last]])
    return any(TimeMark.PAPER in tags for tags in begins)
