"""CSV on the Web (https://www.w3.org/TR/tabular-metadata/): csv-metadata.json beside the CSV files."""

import re
from collections.abc import Sequence
from typing import Any

from edureport.dataset import NUMBERS, Dataset, Labels
from edureport.formats import Style
from edureport.formats.exports.code_files import (
    CODE,
    NEEDED,
    PERIOD,
    code_file,
    data_file,
    files_with,
    listed,
)
from edureport.table import Column, Kind

METADATA = "csv-metadata.json"  # where its readers look for what describes the files of a folder
_TYPES: dict[Kind, str] = {Kind.COUNT: "integer", Kind.DATE: "date", **dict.fromkeys(NUMBERS, "decimal")}
_SIGNS = re.compile(r"[\\.\[\]{}()*+?|^$]")  # that mean something in a pattern
_IN_LANGUAGE = ("label", "organisation_label")  # the others are as the source has them


def files(dataset: Dataset, style: Style) -> dict[str, str]:
    """The rows, the code lists and their description."""
    return files_with(dataset, style, METADATA, _group(dataset, style.language))


def _group(dataset: Dataset, language: str) -> dict[str, Any]:
    group: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "dc:title": _values(dataset.title),
    }
    if dataset.published:
        group["dc:issued"] = {"@value": dataset.published.isoformat(), "@type": "xsd:date"}
    if sources := [value for one in dataset.sources for value in (*_values(one.title), one.address) if value]:
        group["dc:source"] = sources
    if licences := [one.licence for one in dataset.sources if one.licence]:
        group["dc:license"] = list(dict.fromkeys(licences))
    if creators := [value for one in dataset.sources for value in _values(one.organisation)]:
        group["dc:creator"] = [one for at, one in enumerate(creators) if one not in creators[:at]]
    group["dialect"] = {"delimiter": ",", "header": True, "encoding": "utf-8", "lineTerminators": ["\n"]}
    codes = (_code_table(column, dataset.languages) for column in listed(dataset))
    group["tables"] = [_data(dataset, language), *codes]
    return group


def _values(labels: Labels) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in labels.items()]


def _data(dataset: Dataset, language: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(dataset, column, language) for column in dataset.table.columns],
        "foreignKeys": [
            {"columnReference": key, "reference": {"resource": code_file(key), "columnReference": CODE}}
            for key in (column.key for column in listed(dataset))
            if key in NEEDED  # readers differ in what a reference from an empty cell means
        ],
    }
    if dataset.key:
        schema["primaryKey"] = list(dataset.key)
    return {"url": data_file(dataset), "tableSchema": schema}


def _code_table(column: Column, languages: Sequence[str]) -> dict[str, Any]:
    columns: list[dict[str, Any]] = []
    for name in (CODE, *languages):
        own = {"required": True} if name == CODE else {"lang": name}
        columns.append({"name": name, "titles": name, "datatype": "string", **own})
    return {"url": code_file(column.key), "tableSchema": {"columns": columns, "primaryKey": CODE}}


def _column(dataset: Dataset, column: Column, language: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.key,
        "titles": column.key,
        "rdfs:label": _values(dataset.headings[column.key]),
        "datatype": _datatype(dataset, column),
    }
    if column.key in _IN_LANGUAGE:
        described["lang"] = language
    if column.key in NEEDED:
        described["required"] = True
    return described


def _datatype(dataset: Dataset, column: Column) -> Any:
    codes = dataset.known.get(column.key, {})
    if column.key not in NEEDED:  # the others refer to a code list
        codes = codes or dataset.codes.get(column.key, {})
    known = "|".join(_SIGNS.sub(r"\\\g<0>", code) for code in codes)
    if column.kind is Kind.PERIOD:
        return {"base": "string", "format": PERIOD}
    if column.kind is Kind.CODES and known:
        return {"base": "string", "format": f"({known})( ({known}))*"}
    if known:
        return {"base": "string", "format": known}
    return _TYPES.get(column.kind, "string")
