"""The messages of an audit: how a figure was read, what it is about, what the data and the text say."""

from collections import Counter
from collections.abc import Iterator, Sequence

from edureport.audit.findings import Audit, AuditFinding, Verdict, stated_quantity
from edureport.languages.values import Percent, Sum, decimals_of
from edureport.languages.visible import visible
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.model.report import Text
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.relations.derivation import quantity
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind

EXCERPT = 40  # letters of the text before or after the figure


def reading_of(figure: Figure) -> Message:
    """How a figure was read: "more than 300", "up by 5", "all"."""
    if figure.all:
        return message("audit.reading.all")
    amount = stated_quantity(figure, counted=False)
    if amount is None:
        return message("audit.reading.indefinite" if figure.indefinite else "audit.reading.unread")
    value = message("points", number=amount) if figure.points else _as_printed(amount, figure)
    if figure.kind is not FigureKind.CHANGE:
        plan = figure.kind is FigureKind.TARGET
        return message("audit.reading.plan" if plan else "audit.reading.value", value=value)
    if figure.mode is Mode.TIMES and amount.is_exact:
        return message("audit.reading.times", count=amount.stated)
    if figure.mode is Mode.TIMES:
        return message("audit.reading.times_bound", value=value)  # «более чем в 3 раза» has other words
    if figure.mode is Mode.BY_OR_TO:
        return message("audit.reading.by_or_to", value=value)
    return message(f"audit.reading.{figure.direction or 'changed'}", value=value)


def data_of(finding: AuditFinding) -> Message | None:
    """What a figure is about, and what the data say about that; a part names its whole."""
    candidate, data = finding.candidate, finding.data
    if candidate is None:
        return None
    label: Message | Text = candidate.label
    if candidate.category is not None:
        label = message("part", whole=candidate.indicator.label, part=label)
    if data is None:
        return message("audit.about", label=label)
    return message("audit.data", label=label, value=_as_printed(data, finding.figure))


def arithmetic_of(finding: AuditFinding, figures: Sequence[Figure]) -> Message | None:
    """What follows from other figures of the text, and what the text says instead; None where it fits."""
    group = finding.inconsistency
    if group is None:
        return None
    said = _arithmetic(group, figures)
    return said if finding.certainty is Certainty.CERTAIN else message("audit.likely", said=said)


def holding_of(finding: AuditFinding, figures: Sequence[Figure]) -> Message | None:
    """What follows from other figures of the text, where the text says just that."""
    return finding.holding and message("audit.holds", said=_arithmetic(finding.holding, figures))


def _arithmetic(group: Relation, figures: Sequence[Figure]) -> Message:
    parts = [_stated(figures[part], count) for part, count in zip(group.parts, group.counts, strict=True)]
    whole = None if group.whole is None else _stated(figures[group.whole])
    of_whole = group.kind in (RelationKind.PARTS, RelationKind.PRODUCT)
    last = group.whole if of_whole and group.whole is not None else group.parts[-1]
    computed = group.computed and _as_printed(group.computed, figures[last])
    key = f"audit.relation.{group.kind}"
    if group.contrary:
        key = "audit.relation.fall" if figures[group.parts[-1]].direction is Way.UP else "audit.relation.rise"
    if _exceeds(group, figures):
        key = "audit.relation.part"
    match group.kind:
        case RelationKind.PARTS | RelationKind.HUNDRED:
            return message(key, parts=Sum(parts), computed=computed, whole=whole)
        case RelationKind.RESTATED:
            return message(key, one=whole, other=parts[0])
    of = Sum(parts[:-1]) if whole is None else whole  # or a share of what the parts add up to
    return message(key, whole=of, first=parts[0], second=parts[-1], computed=computed)


def remarks_on(finding: AuditFinding, figures: Sequence[Figure]) -> list[Message]:
    """All that there is to say about a figure; nothing about one that the data and the text confirm."""
    remarks: list[Message | None] = []
    if finding.judged and finding.judged.note:
        if finding.stated and not finding.rivals:
            remarks.append(data_of(finding))
        remarks.append(finding.judged.note)
    remarks.append(arithmetic_of(finding, figures))
    return [one for one in remarks if one]


def _exceeds(group: Relation, figures: Sequence[Figure]) -> bool:
    """Whether a single part is more than its whole: "of the 40 halls 55 are new"."""
    alone = group.kind is RelationKind.PARTS and len(group.parts) == 1 and not group.holds
    if not alone or group.whole is None or group.computed is None:
        return False
    return group.computed.stated > quantity(figures[group.whole]).stated


def _stated(figure: Figure, count: int = 1) -> Quantity | Percent:
    return _as_printed(quantity(figure, count), figure)


def _as_printed(amount: Quantity, figure: Figure) -> Quantity | Percent:
    """A quantity with all its digits, in percent if the figure is."""
    return Percent(amount, digits=decimals_of(amount)) if figure.percent else amount


def excerpt(text: str, figure: Figure) -> str:
    """The figure with its modifier and what is counted, in one line."""
    start, end = max(figure.passage[0], figure.start - EXCERPT), figure.end
    following = text[end : end + EXCERPT]
    for number, letter in enumerate(following):
        within = letter in ".," and following[number + 1 : number + 2].isdigit()  # "of the 1,000 teachers"
        if (letter in ".,;:()|\t\n" and not within) or (letter == " " and number > EXCERPT // 2):
            following = following[:number]
            break
    return visible(" ".join((text[start:end] + following).split()))


def summary_of(audit: Audit, tables: int) -> Iterator[Message]:
    """How many figures have which verdict, how many numbers state nothing, and what was checked."""
    stating = [one for one in audit.findings if one.figure.states]
    counts = Counter(one.judged.verdict for one in stating if one.judged)
    number = message("count.figures", count=len(stating))
    if counts:
        each = tuple(
            message("audit.verdict_count", verdict=message(f"verdict.{one.value}"), number=counts[one])
            for one in Verdict
            if counts[one]
        )
        yield message("audit.counts", figures=number, each=each)
    else:
        yield message("audit.found", figures=number)
    if others := len(audit.findings) - len(stating):
        yield message("audit.others", count=others)
    yield from inconsistencies_of(audit)
    yield message(
        "audit.checked",
        figures=number,
        relations=message("count.relations", count=len(audit.relations)),
        holding=sum(relation.verdict is Consistency.FOLLOWS for relation in audit.relations),
        tables=message("count.tables", count=tables),
    )


def inconsistencies_of(audit: Audit) -> Iterator[Message]:
    """How many figures are inconsistent with others of the text, and how many may be."""
    if inconsistent := sum(one.inconsistent for one in audit.findings):
        yield message("audit.not_following", count=inconsistent)
    if to_check := sum(not one.contradicted and one.certainty is not None for one in audit.findings):
        yield message("audit.to_check", count=to_check)
