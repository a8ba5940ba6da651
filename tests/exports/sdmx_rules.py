"""What readers of SDMX do not check: every column is in the structure, every code in its list, and more."""

import csv
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree import ElementTree as ET

FILES = ("structure-2.1.xml", "structure-3.0.xml")
HEAD = ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
_LIST = re.compile(r"[=:](?:EDUREPORT:)?(CL_\w+)")
_PERIOD = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-S[12])?|\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d/P[1-9]\d*[MD]", re.ASCII
)
_IDENTIFIER = re.compile(r"[A-Za-z0-9_@$\-]+", re.ASCII)


def local(element):
    return element.tag.rpartition("}")[2]


def structure(path):
    """Each component as its role, its type and its codes, by its id in the order of the file."""
    root = ET.parse(path).getroot()
    lists = {
        one.get("id"): {code.get("id") for code in one if local(code) == "Code"}
        for one in root.iter()
        if local(one) == "Codelist"
    }
    found = {}
    for one in root.iter():
        if local(one) in ("Dimension", "TimeDimension", "Attribute", "PrimaryMeasure", "Measure") and one.get(
            "id"
        ):
            kind, codes = "String", None
            for part in one.iter():
                if local(part) == "TextFormat":
                    kind = part.get("textType")
                if local(part) == "Enumeration":
                    name = part[0].get("id") if len(part) else _LIST.search(part.text)[1]
                    codes = lists[name]
            found[one.get("id")] = local(one).replace("Primary", ""), kind, codes
    return found


def fits(text, kind):
    try:
        match kind:
            case "Decimal":
                return Decimal(text).is_finite()
            case "Integer":
                return int(text) >= 0
            case "GregorianDay":
                return bool(date.fromisoformat(text))
            case "ObservationalTimePeriod":
                days = re.findall(r"\d{4}-\d\d-\d\d", text)
                return bool(_PERIOD.fullmatch(text) and all(map(date.fromisoformat, days)))
    except (InvalidOperation, ValueError):
        return False
    return True


def problems(folder, name="data.csv"):
    """All that is wrong with an export, in words."""
    files = [folder / name, *(folder / file for file in FILES)]
    if missing := [path.name for path in files if not path.exists()]:
        return [f"no file {name}" for name in missing]
    old, new = (structure(Path(path)) for path in files[1:])
    if old.keys() != new.keys() or any(old[key] != new[key] for key in old):
        return ["the two structures differ"]
    with files[0].open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    if header[:3] != HEAD or sorted(header[3:]) != sorted(old):
        return [f"columns {sorted(set(header[3:]) ^ old.keys())} are in one of table and structure"]
    found, keys = [], set()
    dimensions = [key for key, (role, _, _) in old.items() if "Dimension" in role]
    for line, row in enumerate(rows, start=2):
        cells = dict(zip(header, row, strict=True))
        for key, (_, kind, codes) in old.items():
            text = cells[key]
            if text == "":
                found += [f"{line}: {key} is empty"] if key in dimensions else []
            elif codes is not None and (text not in codes or not _IDENTIFIER.fullmatch(text)):
                found.append(f"{line}: {text} is no code of {key}")
            elif not fits(text, kind):
                found.append(f"{line}: {text} is no {kind} for {key}")
        key = tuple(cells[one] for one in dimensions)
        found += [f"{line}: {key} twice"] if key in keys else []
        keys.add(key)
    return found
