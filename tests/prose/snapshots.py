"""What is read in every sentence of the corpora, one line a figure and one a relation."""

import csv
from pathlib import Path

from edureport.model.period import Period
from edureport.prose import read

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "docs" / "examples"
FOLDER = HERE / "snapshots"
OWN = Period.parse("2025-9M")


def corpora():
    """For each corpus by its name the texts in it, each with its language."""
    found = {path.stem: list(_labelled(path)) for path in sorted((HERE / "corpus").glob("*.tsv"))}
    found["sentences"] = list(_sentences(HERE / "sentences.tsv"))
    found["examples"] = [
        (path.name.split(".")[1] if path.name.count(".") > 1 else "en", path.read_text("utf-8"))
        for path in sorted(EXAMPLES.glob("*.txt"))
        if path.stem != "disordered"  # a report file, for the page on fmt
    ]
    return found


def _labelled(path):
    with path.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        yield from dict.fromkeys((row["lang"], row["text"]) for row in rows)


def _sentences(path):
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, text, _ = line.split("\t")
            yield language, text


def written(texts):
    """The snapshot of some texts."""
    return "".join(line + "\n" for language, text in texts for line in _text(language, text))


def _text(language, text):
    reading = read(text, language)
    figures = reading.figures
    times = reading.times(OWN).of_figures
    yield f"{language}  {' '.join(text[:400].split())}"
    for figure, time in zip(figures, times, strict=True):
        yield "\t" + " | ".join(_figure(figure, time))
    for group in reading.relations:
        yield f"\t= {_relation(group, figures)}"
    yield ""


def _figure(figure, time):
    """Words, kind, value; then what is said of it, as far as something is."""
    value = "-" if figure.stated is None else f"{figure.stated}"
    yield " ".join(figure.words.split())
    yield str(figure.kind)
    yield value if figure.upper is None else f"{value}..{figure.upper}"
    yield "indefinite" if figure.indefinite else str(figure.bound)
    yield figure.unit or "-"
    flags = [name for name in ("percent", "points", "all", "each") if getattr(figure, name)]
    said = [figure.mode, figure.direction, figure.role, *flags]
    if any(said):
        yield " ".join(str(word) for word in said if word)
    if figure.modifier:
        yield f"[{figure.modifier}]"
    if time:
        yield f"{time.period.first}..{time.period.last} {time.role} {time.grain}"


def _relation(group, figures):
    whole = "-" if group.whole is None else figures[group.whole].words
    parts = [
        figures[part].words + (f" x{count}" if count > 1 else "")
        for part, count in zip(group.parts, group.counts, strict=True)
    ]
    complete = " complete" if group.complete else ""
    said = f"{group.kind} {group.verdict} by {group.rule} {group.certainty}{complete}"
    return f"{said}: {whole} <- {' + '.join(parts)} = {group.computed}"


if __name__ == "__main__":
    for name, texts in corpora().items():
        (FOLDER / f"{name}.txt").write_text(written(texts), "utf-8")
