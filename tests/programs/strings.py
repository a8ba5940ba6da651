"""Puts texts that break programs into every place that takes one, and looks at what comes out.

    python tests/programs/strings.py blns.json

The file is a list of strings in JSON, such as the Big List of Naughty Strings. Each stands for a name, label,
unit, section, note and quotation of a report, a key, an option, an argument, a cell, the name of a file, and
the text to be audited and drafted; then many of them are shown by every command in every format. A run is
judged as the fuzzer judges it: it ends with 0, 1 or 2, says why, and what it writes can be read back. Exits
with 1 if one was not as it may be.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/fuzz")]

from fuzzing import HERE, Input, WrongError, attempt  # noqa: E402
from needs import ways  # noqa: E402
from reported import read_report  # noqa: E402

from edureport.commands import TABLES  # noqa: E402
from edureport.errors import EdureportError  # noqa: E402
from edureport.formats import FORMATS  # noqa: E402

AT_ONCE = 20  # strings of one report
LONGEST_NAME = 60  # characters of the name of a file
DESCRIPTION = {
    "edureport": 1,
    "report": {"id": "made-up", "organisation": "City of Examples", "language": "en"},
    "units": {"unit": "units"},
    "indicators": {"key": {"label": "Label", "unit": "unit", "kind": "stock"}},
    "tables": [
        {
            "file": "table.csv",
            "organisation": "City",
            "indicator": {"constant": "key"},
            "period": "Year",
            "value": "Value",
        }
    ],
}


def main() -> int:
    """Try all; 1 if something was not as it may be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("strings", type=Path)
    strings = json.loads(parser.parse_args().strings.read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    wrong, began = 0, time.monotonic()
    fit = [text for text in strings if _is_text_of_a_report(text)]
    inputs = [(place, one) for text in strings for place, one in of_one(text)]
    inputs += [
        ("shown", one) for at in range(0, len(fit), AT_ONCE) for one in of_many(fit[at : at + AT_ONCE])
    ]
    for place, one in inputs:
        try:
            counts[f"{place}: ends with {attempt(one)}"] += 1
        except (WrongError, Exception) as error:  # noqa: BLE001  # whatever the program lets through
            wrong += 1
            counts[f"{place}: not as it may be"] += 1
            print(f"{place} {one}: {type(error).__name__}: {str(error)[:300]!a}", flush=True)
    print(f"{len(strings):,} strings, {len(fit):,} of them texts of a report; {len(inputs):,} runs", end=" ")
    print(f"in {time.monotonic() - began:.0f} s")
    for name, count in sorted(counts.items()):
        print(f"{count:>8,}  {name}")
    return 1 if wrong else 0


def of_one(text: str) -> Iterator[tuple[str, Input]]:
    """The inputs with one string, each with the place that it stands in."""
    plain, made = _bytes(report(["x"])), _bytes(report([text]))
    yield "report", Input(("summary", "-", "-f", "csv"), made)
    yield "options", Input(("summary", "-", "--section", text, "--columns", text, "--sort", text), plain)
    yield "argument", Input(("show", text, "-"), plain)
    options = (f"--organisation={text}", f"--id={text}")
    yield "options of draft", Input(("draft", "-", "--period", "2025", *options), b"There were 5 schools.")
    yield "option of new", Input(("new", "--period", "2026", f"--organisation={text}"))
    prose = f"There were 5 schools. {text}\n".encode("utf-8", "surrogatepass")
    yield "text", Input(("audit", "-", "--data", "none", "-f", "json"), prose)
    yield "marked text", Input(("audit", "-", "--data", "none", "--annotate", "-f", "html"), prose)
    yield "drafted text", Input(("draft", "-", "--period", "2025"), prose)
    keyed = report(["x"])
    keyed["indicators"][text] = keyed["indicators"].pop("key0")
    yield "key", Input(("fmt", "-"), _bytes(keyed))
    quoted = text.replace('"', '""')
    table = "table.csv", f'Year,Value,City\n2024,7,"{quoted}"\n'.encode("utf-8", "surrogatepass")
    described = ("described.yaml", _bytes(DESCRIPTION))
    yield "cell", Input(("summary", f"{HERE}/described.yaml", "-f", "html"), files=(table, described))
    yield (
        "drafted cell",
        Input(("draft", f"{HERE}/table.csv", "--report", "--period", "2024"), files=(table,)),
    )
    name = text.replace("/", "_").replace("\0", "")[:LONGEST_NAME].encode("utf-8", "ignore").decode()
    if name.strip("."):
        yield "file", Input(("check", f"{HERE}/{name}.yaml"), files=((f"{name}.yaml", plain),))


def of_many(texts: list[str]) -> Iterator[Input]:
    """Every command in every format on a report with these strings."""
    data = _bytes(report(texts))
    for command in TABLES:
        for name in FORMATS:
            yield Input((*ways(command, "-", key="key0")[0], "-f", name), data)
    for name in ("svg", "plain"):
        yield Input(("chart", "--data", "-", "-f", name), data)
    for name in ("markdown", "html", "xlsx", "docx"):
        yield Input(("document", "-", "-f", name, "--findings"), data)


def report(texts: list[str]) -> dict[str, Any]:
    """A report with the strings wherever it takes a text."""
    texts = [text.strip() or "x" for text in texts]
    indicators = {
        f"key{number}": {
            "label": text, "section": f"part{number}", "unit": f"unit{number}", "kind": "stock",
            "value": "more than 5", "as_written": text, "note": text,
            "breakdown": {
                "parts": {
                    "label": text,
                    "members": {"a": {"label": text, "value": 3}, "b": {"label": f"{text} b", "value": 4}},
                }
            },
        }
        for number, text in enumerate(texts)
    }  # fmt: skip
    return {
        "edureport": 1,
        "report": {"id": "made-up", "organisation": texts[0], "period": 2025, "language": "en"},
        "units": {f"unit{number}": {"en": {"one": text, "other": text}} for number, text in enumerate(texts)},
        "sections": {f"part{number}": text for number, text in enumerate(texts)},
        "indicators": indicators,
    }


def _bytes(tree: dict[str, Any]) -> bytes:
    return yaml.dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")


def _is_text_of_a_report(text: str) -> bool:
    try:
        read_report(_bytes(report([text])), "made-up.yaml")
    except EdureportError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
