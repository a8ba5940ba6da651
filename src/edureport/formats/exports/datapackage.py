"""Data Package 2.0 (https://datapackage.org): datapackage.json beside the CSV files that it describes."""

from collections.abc import Iterator
from typing import Any

from edureport.dataset import NUMBERS, Dataset, best
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

_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES: dict[Kind, str] = {Kind.COUNT: "integer", Kind.DATE: "date", **dict.fromkeys(NUMBERS, "number")}


def files(dataset: Dataset, style: Style) -> dict[str, str]:
    """The rows, the code lists and their description."""
    return files_with(dataset, style, "datapackage.json", _package(dataset, style.language))


def _package(dataset: Dataset, language: str) -> dict[str, Any]:
    package: dict[str, Any] = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": f"edureport-{dataset.table.name}",
        "title": dataset.title[language],
    }
    if dataset.published:
        package["created"] = f"{dataset.published.isoformat()}T00:00:00Z"
    if sources := list(_sources(dataset, language)):
        package["sources"] = sources
    if licences := dict.fromkeys(one.licence for one in dataset.sources if one.licence):
        package["licenses"] = [{"path" if "://" in one else "name": one} for one in licences]
    names = dict.fromkeys(best(one.organisation, language) for one in dataset.sources)
    package["contributors"] = [{"title": name, "roles": ["creator"]} for name in names]
    fields: list[dict[str, Any]] = [{"name": name, "type": "string"} for name in (CODE, *dataset.languages)]
    fields[0]["constraints"] = {"required": True, "unique": True}
    codes = [_resource(code_file(column.key), fields, primaryKey=[CODE]) for column in listed(dataset)]
    package["resources"] = [_data(dataset, language), *codes]
    return package


def _sources(dataset: Dataset, language: str) -> Iterator[dict[str, str]]:
    for one in dataset.sources:
        title = best(one.title, language) or one.address
        if title:
            yield {"title": title} | ({"path": one.address} if one.address else {})


def _data(dataset: Dataset, language: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"missingValues": [""]}
    if dataset.key:
        schema["primaryKey"] = list(dataset.key)
    schema["foreignKeys"] = [
        {"fields": [column.key], "reference": {"resource": _name(code_file(column.key)), "fields": [CODE]}}
        for column in listed(dataset)
    ]
    fields = [_field(dataset, column, language) for column in dataset.table.columns]
    return _resource(data_file(dataset), fields, **schema)


def _resource(path: str, fields: list[dict[str, Any]], **schema: Any) -> dict[str, Any]:
    return {
        "name": _name(path),
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": {"$schema": f"{_PROFILES}/tableschema.json", "fields": fields, **schema},
    }


def _name(path: str) -> str:
    return path.removesuffix(".csv")


def _field(dataset: Dataset, column: Column, language: str) -> dict[str, Any]:
    titles = dataset.headings[column.key]
    field: dict[str, Any] = {
        "name": column.key,
        "type": _TYPES.get(column.kind, "string"),
        "title": titles[language],
        "titles": dict(titles),
    }
    constraints: dict[str, Any] = {"required": True} if column.key in NEEDED else {}
    known = dataset.known.get(column.key)
    if column.kind is Kind.PERIOD:
        constraints["pattern"] = PERIOD
    elif column.kind is Kind.CODES and known:
        one = "|".join(known)
        constraints["pattern"] = f"({one})( ({one}))*"
    elif known:
        constraints["enum"] = list(known)
        field["categories"] = [
            {"value": code, "label": best(labels, language) or code, "labels": dict(labels)}
            for code, labels in known.items()
        ]
    return field | ({"constraints": constraints} if constraints else {})
