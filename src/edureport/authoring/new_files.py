"""The files that `edureport new` writes: that of a first report, and that of the next one out of the last.

Definitions and comments stay, figures are left empty; what the last report said stands beside each empty
place as a comment.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from edureport.authoring.canonical import formatted
from edureport.authoring.schema import FIRST_LINE
from edureport.authoring.source_text import SourceNode, SourceText
from edureport.model.period import Period
from edureport.model.report import Report

FOLDER = Path(__file__).parent
_OF_ONE_REPORT = ("as_written", "where", "flags", "earlier", "skip")  # say something of its figures alone


def template(language: str, given: Mapping[str, str | None]) -> str:
    """The template; what is `given` for keys of its head is filled in."""
    text = (FOLDER / f"template.{language}.yaml").read_text(encoding="utf-8")
    for key, words in given.items():
        if words:
            line = f"  {key}: {words if key == 'period' else one_line(words)}"
            text = re.sub(f"^  {key}:", lambda _, line=line: line, text, count=1, flags=re.MULTILINE)  # type: ignore[misc]
    return f"{FIRST_LINE}\n{text}"


def one_line(text: str) -> str:
    """A text as YAML in one line, in quotes where it needs them; what is not seen is written as numbers."""
    words = " ".join(text.split())
    dumped = yaml.safe_dump(words, allow_unicode=words.isprintable(), width=10 * len(text) + 1000)
    return dumped.split("\n")[0]


class NextReport(NamedTuple):
    """The text of the file, how many figures are to be filled in, and the targets that are left out."""

    text: str
    empty: int
    past: tuple[str, ...]


def next_report(text: str, last: Report, period: str, identifier: str | None = None) -> NextReport:
    """The file for a period out of the text of the `last` report, without targets due before it begins."""
    writer = _Emptied(formatted(text), last, period)
    return NextReport(writer.file(identifier), writer.empty, tuple(writer.past))


class _Emptied:
    """Collects what is to be cut from a text, and the comments that come behind its lines."""

    def __init__(self, text: str, last: Report, period: str) -> None:
        self.source, self.last, self.period = SourceText(text), last, period
        self.cuts: list[tuple[int, int, str]] = []
        self.notes: dict[int, list[str]] = {}  # by the place of the end of their line
        self.empty = 0
        self.past: list[str] = []

    def file(self, identifier: str | None) -> str:
        root = self.source.root
        head = root.get("report") or root
        old = self.words(head.get("period"))
        self.put(head.get("period"), self.period)
        named = identifier and one_line(identifier)
        self.put(head.get("id"), named or renamed(self.words(head.get("id")), old, self.period))
        self.clear(head.get("source"))
        for _, indicator in _entries(root.get("indicators")):
            self.figure(indicator, old)
        self.targets(root, old)
        text = formatted(self.applied())
        return text if "yaml-language-server" in text else f"{FIRST_LINE}\n{text}"

    def words(self, piece: SourceNode | None) -> str:
        return "" if piece is None else " ".join(self.source.words(piece).split())

    def put(self, piece: SourceNode | None, words: str) -> None:
        if piece is not None:
            self.cuts.append((piece.start, piece.end, words))

    def note(self, piece: SourceNode, words: str) -> None:
        self.notes.setdefault(self.source.text.find("\n", piece.end), []).append(words)

    def clear(self, piece: SourceNode | None) -> None:
        """Empty every value of a piece; what it was is a comment."""
        if piece is None:
            return
        if not piece.children:
            self.note(piece, self.words(piece))
            self.cuts.append((piece.start, piece.end, ""))
        for child in [value for _, value in piece.entries] or piece.items:
            self.clear(child)

    def figure(self, piece: SourceNode, old: str) -> None:
        """Empty the value of an indicator, a part or a target, and of its parts."""
        value = piece.get("value")
        if value is not None:
            self.empty += 1
            self.note(value, self.said(piece, value, old))
            self.cuts.append((value.start, value.end, ""))
        for key, found in piece.entries:
            if key.value in _OF_ONE_REPORT:
                self.remove(piece, key, found)
        for _, breakdown in _entries(piece.get("breakdown")):
            for _, member in _entries(breakdown.get("members")):
                self.figure(member, old)

    def said(self, piece: SourceNode, value: SourceNode, old: str) -> str:
        """What the last report said: the figure, its words, its flags, and the figures before it."""
        said = f"{old}: {self.words(value)}"
        beside = [self.words(piece.get(key)) for key in ("as_written", "flags")]
        if any(beside):
            said += f" ({', '.join(filter(None, beside))})"
        earlier = [f"{self.words(key)}: {self.words(found)}" for key, found in _entries(piece.get("earlier"))]
        skipped = piece.get("skip")
        return "; ".join([said, *earlier, *([f"skip: {self.words(skipped)}"] if skipped else [])])

    def remove(self, piece: SourceNode, key: SourceNode, value: SourceNode) -> None:
        """Take an entry out; comments in it stay."""
        text, number = self.source.text, [name for name, _ in piece.entries].index(key)
        if piece.flow:
            if number:
                self.cuts.append((piece.entries[number - 1][1].end, value.end, ""))
            else:  # and the comma behind it
                others = piece.entries[1:]
                self.cuts.append((key.start, others[0][0].start if others else value.end, ""))
            return
        start, end = text.rfind("\n", 0, key.start) + 1, text.find("\n", value.end) + 1
        kept = [line.strip() for line in self.comments(key, value) if line.strip()]
        self.cuts.append((start, end, "".join(f"{' ' * key.column}{line}\n" for line in kept)))

    def comments(self, key: SourceNode, value: SourceNode) -> Iterator[str]:
        place = key.end
        for leaf in value.leaves:
            yield from self.source.gap(place, leaf.start)
            place = leaf.end
        end = self.source.text.find("\n", place)
        yield from self.source.gap(place, end if end >= 0 else len(self.source.text))

    def targets(self, root: SourceNode, old: str) -> None:
        """Empty the targets that are still ahead, and leave out those that are past."""
        first = Period.parse(self.period).first
        entries = root.get("targets")
        for key, target in _entries(entries):
            due = self.last.targets[str(key.value)].due
            if due is not None and due < first:
                self.past.append(str(key.value))
                if entries is not None and len(self.past) < len(entries.entries):
                    self.remove(entries, key, target)
            else:
                self.figure(target, old)
        if entries is not None and self.past and len(self.past) == len(entries.entries):
            self.cuts = [cut for cut in self.cuts if cut[0] < entries.start]
            self.remove(root, next(name for name, _ in root.entries if name.value == "targets"), entries)

    def applied(self) -> str:
        """The text with everything cut and the comments behind their lines."""
        notes = [(end, end, f"  # {'; '.join(words)}") for end, words in self.notes.items()]
        text, result, place = self.source.text, [], 0
        for start, end, words in sorted([*self.cuts, *notes], key=lambda cut: (cut[0], cut[1])):
            if start < place:
                continue  # in something that has gone as a whole
            result += [text[place:start].rstrip(" ") if words.startswith("  #") else text[place:start], words]
            place = end
        return "".join([*result, text[place:]])


def _entries(piece: SourceNode | None) -> list[tuple[SourceNode, SourceNode]]:
    return [] if piece is None else piece.entries


def renamed(name: str, old: str, new: str) -> str:
    """The id of the next report: that of the last one with the new period in place of the old one."""
    before, after = (period.lower().replace("/", "-") for period in (old, new))
    renamed = re.sub(re.escape(before), lambda _: after, name, flags=re.IGNORECASE)
    return renamed if renamed != name or old == new else f"{name}-{after}"
