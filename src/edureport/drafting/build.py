"""Building a draft: every figure that the text states becomes an entry, or is left out with a reason."""

from bisect import bisect_right

from edureport.drafting.draft import Draft, DraftEarlier, DraftIndicator, LeftOut, Remark
from edureport.drafting.entries import Indicators, Sections, Targets, breakdowns_of, link_totals
from edureport.drafting.heading import title_of
from edureport.drafting.names import LONGEST_TEXT, cleaned, identifier_of, named
from edureport.drafting.stated_figure import StatedFigure
from edureport.drafting.stated_figures import StatedFigures, stated_figures
from edureport.drafting.values import notation, refused
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import FigureKind, Mode
from edureport.prose.organisation import organisation_of
from edureport.prose.page import Page
from edureport.prose.reading import Reading
from edureport.reading.document import Document

LONGEST_WORDS = 100  # characters of a figure that is left out


def build(
    document: Document,
    reading: Reading,
    period: Period,
    *,
    identifier: str | None = None,
    organisation: str | None = None,
) -> Draft:
    """The draft of a report on this period from a document and the reading of its text."""
    language = reading.language
    source = stated_figures(document, reading, period)
    builder = _DraftBuilder(source, document, reading.page, period)
    for index in source.figures:
        builder.add(index)
    link_totals(builder.indicators.by_key.values(), builder.claims)
    return Draft(
        path=document.path,
        identifier=cleaned(identifier or "")[:LONGEST_TEXT] or identifier_of(document.path),
        organisation=named(organisation or organisation_of(reading.page) or "", language),
        title=title_of(document, language),
        period=period,
        language=language,
        units=builder.indicators.units.by_key,
        sections=builder.sections.names,
        items=builder.items,
        targets=tuple(builder.targets.by_key.values()),
        figures=len(source.figures),
    )


class _DraftBuilder:
    """The entries of a draft as far as they are made; figures are named by their index in the text."""

    def __init__(self, source: StatedFigures, document: Document, page: Page, period: Period) -> None:
        self.source, self.period = source, period
        self.divided = source.divisions, source.figures
        self.parts = frozenset(part for group in source.divisions.values() for part in group.parts)
        self.indices = list(source.figures)
        self.indicators, self.targets = Indicators(page), Targets(period)
        self.sections = Sections(document, page.language.code)
        self.items: list[DraftIndicator | LeftOut] = []
        self.claims: dict[str, DraftIndicator] = {}  # "all schools", without a number

    def add(self, index: int) -> None:
        """Make an entry of a figure, or leave it out; parts are added with their whole."""
        stated = self.source.figures[index]
        if index in self.parts:
            return
        if why := refused(stated.figure, stated.value):
            self.leave_out(stated, why)
        elif stated.in_row:
            self.leave_out(stated, message("draft.left_row"))
        elif stated.figure.kind is FigureKind.TARGET:
            self.targets.add(self.measured(stated) or self.new(stated), stated)
        elif stated.figure.mode is Mode.FROM:
            self.add_from(index, stated)
        elif stated.period is None:
            self.leave_out(stated, message("draft.left_later"))
        elif stated.wording.against and stated.time is None:
            self.leave_out(stated, message("draft.left_from"))
        elif stated.period == self.period:
            self.add_current(index, stated)
        else:
            self.add_earlier(stated, stated.period)

    def leave_out(self, stated: StatedFigure, why: Message) -> None:
        """Leave a figure out, with the reason."""
        self.items.append(LeftOut(stated.wording.quote[:LONGEST_WORDS], why, stated.passage))

    def add_current(self, index: int, stated: StatedFigure) -> None:
        """Add a figure for the period of the report: a new indicator, or one that has an entry already."""
        known = self.indicators.known(stated)
        value = stated.value
        if known is not None and value is not None and known.value == value and not known.parts:
            known.remark(Remark.AGAIN, sentence=stated.passage.where["sentence"])
            known.parts += breakdowns_of(index, *self.divided)
            return
        entry = known if known is not None and not known.states else self.new(stated)
        entry.passage, entry.as_written, entry.value = stated.passage, stated.wording.quote, value
        entry.at, entry.totals = stated.figure.start, stated.wording.totals
        entry.parts += breakdowns_of(index, *self.divided)
        if stated.figure.all:
            self.claims[entry.key] = entry
            entry.kind = IndicatorKind.STOCK

    def new(self, stated: StatedFigure) -> DraftIndicator:
        """A new indicator, in the section of the figure."""
        entry = self.indicators.new(stated, self.sections.key(stated.heading))
        self.items.append(entry)
        return entry

    def add_from(self, index: int, stated: StatedFigure) -> None:
        """Add the first figure of «с 45 до 60», if the text says of which earlier period it is."""
        number = bisect_right(self.indices, index)
        following = self.source.figures[self.indices[number]] if number < len(self.indices) else None
        paired = following is not None and following.figure.mode is Mode.TO
        earlier = stated.period not in (None, self.period) and stated.time is not None
        if paired and earlier and stated.period is not None:
            self.add_earlier(stated, stated.period)
        else:
            self.leave_out(stated, message("draft.left_from"))

    def add_earlier(self, stated: StatedFigure, period: Period) -> None:
        """Add a figure for an earlier period, to an indicator that has an entry or gets one now."""
        value = stated.value
        if value is None:  # "all schools" of another year
            self.leave_out(stated, message("draft.left_unread"))
            return
        entry = self.indicators.known(stated) or self.continued(stated) or self.new(stated)
        if period in entry.earlier and entry.earlier[period].value != value:
            self.leave_out(stated, message("draft.left_twice", period=notation(period)))
            return
        entry.earlier[period] = DraftEarlier(value, stated.figure.start)
        words, sentence = stated.wording.quote, stated.passage.where["sentence"]
        entry.remark(Remark.EARLIER, period=notation(period), words=words, sentence=sentence)

    def continued(self, stated: StatedFigure) -> DraftIndicator | None:
        """The last indicator, if its label has all words of this figure: «Годом ранее школ было 215»."""
        words, unit = self.indicators.meaning(stated.wording.label, stated)
        last = self.items[-1] if self.items else None
        if not isinstance(last, DraftIndicator) or last.unit != unit or last.kind is IndicatorKind.RATIO:
            return None
        near = stated.passage.where["sentence"] - last.passage.where["sentence"] < 2
        same = near and not (last.unnamed or stated.wording.open)
        return last if same and words <= self.indicators.stems(last.label) else None

    def measured(self, stated: StatedFigure) -> DraftIndicator | None:
        """The indicator that tells how far a plan has come, if one surely does."""
        if stated.on_top:
            return None  # it comes besides the figure of an indicator
        known = self.indicators.known(stated)
        if known is not None and self.targets.is_planned_beside(known, stated):
            return None  # "to open 2 schools and to build 3 schools"
        level = known is not None and known.states and known.kind in (IndicatorKind.STOCK, None)
        if level and not stated.level:
            return None  # how many are to be opened is no target of how many there are
        return known or self.indicators.measuring(stated)
