"""The JSON Schema of report files (2020-12), for editors that complete and check while one types.

Its `properties` stand in the order in which a report file is written. A plain scalar is taken for what
YAML 1.2 takes it for, as editors do: 2025 is a number there, and a text here.
"""

from typing import Any

from edureport.model.report import AREA, LANGUAGES, Better, Flag, IndicatorKind
from edureport.reading import report_keys as keys

FILE = "edureport.schema.json"  # beside the reports that name it
FIRST_LINE = f"# yaml-language-server: $schema={FILE}"

_SCALAR = {"type": ["string", "number", "boolean"], "minLength": 1}
_KEY = "^[A-Za-z0-9][A-Za-z0-9_.-]*$"
_DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2025-12-31"]}
_NAME = {"type": ["string", "number"], "minLength": 1}  # a key; editors take one of digits for a number
_PERIOD = r"^\d{4}([-/].+)?$"
_HELP = "Write 300, more than 300, at least 300, less than 300, about 300, 300..350, or all of INDICATOR."


def schema() -> dict[str, Any]:
    """The schema, as a value of its own each time."""
    texts = dict.fromkeys(LANGUAGES, _ref("scalar"))
    forms = _object(keys.PLURALS, dict.fromkeys(keys.PLURALS, _ref("scalar")), least=1)
    form = {"anyOf": [_ref("scalar"), forms]}
    unit = {**dict.fromkeys(LANGUAGES, form), "whole": _ref("truth")}
    figure = _refs(value="quantity", as_written="scalar", flags="flags", precision="precision")
    flag = {"enum": [str(flag) for flag in Flag]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "edureport",
        **_object(
            (*keys.FILE_KEYS, "tables"),
            {
                "edureport": {"enum": [int(keys.VERSION), keys.VERSION]},
                "report": _ref("report"),
                "units": _entries(_ref("unit")),
                "sections": _entries(_ref("text")),
                "indicators": _entries(_ref("indicator")),
                "targets": _entries(_ref("target")),
                "tables": {},
            },
            ("edureport", "report"),
        ),
        "$defs": {
            "scalar": _SCALAR,
            "text": {
                "description": "A text in the language of the report, or one for each language.",
                "anyOf": [_ref("scalar"), _object(LANGUAGES, texts, least=1)],
            },
            "quantity": {
                "description": _HELP,
                "type": ["number", "string"],
                "pattern": r"^(all of .+|[^:]*\d[^:]*)$",
                "patternErrorMessage": _HELP,
                "examples": ["more than 300", "at least 300"],
            },
            "date": _DATE,
            "truth": {"type": ["boolean", "string"], "enum": [True, False, "yes", "no", "true", "false"]},
            "flags": {"anyOf": [flag, {"type": "array", "items": flag}]},
            "precision": {"type": ["number", "string"], "pattern": r"^[\d ._]+$"},
            "where": _object(keys.WHERE_KEYS, dict.fromkeys(keys.WHERE_KEYS, _ref("scalar"))),
            "skip": _object(keys.SKIP_KEYS, _refs(check="scalar", because="text"), keys.SKIP_KEYS),
            "skips": {"anyOf": [_ref("skip"), {"type": "array", "items": _ref("skip")}]},
            "organisation": {
                "anyOf": [_ref("scalar"), _object(keys.ORGANISATION_KEYS, {"id": _NAME, **texts}, least=1)]
            },
            "source": _object(
                keys.SOURCE_KEYS, _refs(title="text", published="date", url="scalar", licence="scalar")
            ),
            "report": _object(
                keys.REPORT_KEYS,
                {
                    "id": _ref("scalar"),
                    "organisation": _ref("organisation"),
                    "area": {"type": "string", "pattern": f"^{AREA.pattern}$"},
                    "period": {
                        "type": ["string", "integer"],
                        "pattern": _PERIOD,
                        "examples": ["2025", "2025-9M", "2025-Q3", "2025-09", "2025/26"],
                    },
                    "language": {"enum": list(LANGUAGES)},
                    "source": _ref("source"),
                },
                ("id", "language"),
            ),
            "unit": {"anyOf": [_ref("scalar"), _object(keys.UNIT_KEYS, unit, least=1)]},
            "member": _object(
                keys.MEMBER_KEYS,
                {**figure, "label": _ref("text"), "breakdown": _entries(_ref("breakdown"))},
                ("label",),
            ),
            "breakdown": _object(
                keys.BREAKDOWN_KEYS,
                {"label": _ref("text"), "complete": _ref("truth"), "members": _entries(_ref("member"))},
                ("members",),
            ),
            "earlier": {"anyOf": [_ref("quantity"), _object(keys.EARLIER_KEYS, figure, ("value",))]},
            "of": _object(keys.OF_KEYS, dict.fromkeys(keys.OF_KEYS, _NAME), least=1)
            | {"oneOf": [{"required": ["whole"]}, {"required": ["target"]}]},
            "indicator": _object(
                keys.INDICATOR_KEYS,
                {
                    **figure,
                    "section": _NAME,
                    "unit": _NAME,
                    "kind": {
                        "description": "stock: on the last day; flow: over the period; ratio: a percentage",
                        "enum": [str(kind) for kind in IndicatorKind],
                    },
                    "better": {"enum": [str(way) for way in Better]},
                    "breakdown": _entries(_ref("breakdown")),
                    "earlier": {"type": "object", "additionalProperties": _ref("earlier")}
                    | {"propertyNames": {"pattern": _PERIOD}},
                    **_refs(of="of", where="where", skip="skips", label="text", note="text"),
                },
                ("label", "unit", "kind"),
            ),
            "baseline": _object(keys.BASELINE_KEYS, _refs(value="quantity", date="date"), keys.BASELINE_KEYS),
            "target": _object(
                keys.TARGET_KEYS,
                {
                    "indicator": _NAME,
                    "member": {"type": "object", "minProperties": 1, "maxProperties": 1}
                    | {"additionalProperties": _NAME},
                    "from": _ref("date"),
                    "milestones": {"type": "object", "additionalProperties": _ref("quantity")}
                    | {"propertyNames": {"pattern": _DATE["pattern"]}},
                    **_refs(label="text", value="quantity", due="date", baseline="baseline"),
                    **_refs(as_written="scalar", where="where", skip="skips", note="text"),
                },
                ("label", "indicator", "value"),
            ),
        },
        # A file that describes tables may leave the rest to them.
        "if": {"required": ["tables"]},
        "else": {
            "required": ["indicators"],
            "properties": {"report": {"required": ["organisation", "period"]}},
        },
    }


def written() -> str:
    """The schema as JSON."""
    import json  # a draft needs only the name of the file

    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _refs(**names: str) -> dict[str, Any]:
    """The shapes of several keys, each by its name."""
    return {key: _ref(name) for key, name in names.items()}


def _object(
    names: tuple[str, ...], values: dict[str, Any], required: tuple[str, ...] = (), least: int = 0
) -> dict[str, Any]:
    """A mapping with keys of these names and no others; at least so many as `least`."""
    found: dict[str, Any] = {"type": "object", "properties": {name: values[name] for name in names}}
    if required:
        found["required"] = list(required)
    if least:
        found["minProperties"] = least
    return {**found, "additionalProperties": False}


def _entries(value: dict[str, Any]) -> dict[str, Any]:
    """Entries under keys of one's own choice."""
    return {"type": "object", "propertyNames": {"pattern": _KEY}, "additionalProperties": value}
