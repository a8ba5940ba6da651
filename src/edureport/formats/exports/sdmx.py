"""SDMX-CSV 2.0 (https://github.com/sdmx-twg/sdmx-csv) with its structure in SDMX-ML 2.1 and 3.0.

The components of the structure are the columns of the Dataset. The versions differ in how they refer to each
other, in the order of their parts, and in a few names.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from itertools import chain
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from edureport import sdmx
from edureport.dataset import NUMBERS, Dataset, Labels
from edureport.errors import UsageError
from edureport.formats import Style
from edureport.formats.cells import for_machines
from edureport.formats.exports.code_files import csv_text, data_file
from edureport.languages.catalogue import load, shape
from edureport.languages.values import Span
from edureport.message import message
from edureport.sdmx import AGENCY, HEAD, VERSION
from edureport.table import Column, Kind

NEEDED = ("organisation", "indicator", "dimension", "member", "period", "value", "report")
_DIMENSIONS = ("organisation", "indicator", "dimension", "member")
_PARTS = ("dimension", "member")
_IN_PERIOD = ("period_start", "period_end")
_TYPES: dict[Kind, str] = {
    Kind.COUNT: "Integer",
    Kind.DATE: "GregorianDay",
    Kind.PERIOD: "ObservationalTimePeriod",
    **dict.fromkeys(NUMBERS, "Decimal"),
}


class ComponentRole(Enum):
    """What a component is for."""

    DIMENSION = auto()
    TIME = auto()
    MEASURE = auto()
    ATTRIBUTE = auto()


class Component(NamedTuple):
    """A column of SDMX-CSV: its concept, its role, its code list if it has one, and its cell in a row."""

    id: str
    role: ComponentRole
    names: Labels
    type: str
    codes: Mapping[str, Labels] | None
    cell: Callable[[Sequence[Any]], str]


def components(dataset: Dataset, language: str) -> list[Component]:
    """Dimensions, time, value, status, the other attributes; UsageError for a column that the table lacks."""
    columns = {column.key: number for number, column in enumerate(dataset.table.columns)}
    if lacking := [key for key in NEEDED if key not in columns]:
        raise UsageError(message("usage.sdmx_columns", known=tuple(lacking)))
    found = [_component(dataset, key, number, language) for key, number in columns.items()]
    found = [one for one, key in zip(found, columns, strict=True) if key not in _IN_PERIOD]
    extra = [_report(dataset, columns["report"])]
    if "flags" in columns:
        extra.append(_status(dataset, columns["flags"], columns["value"]))
    order = [*map(sdmx.concept_of, _DIMENSIONS), sdmx.REPORT, "TIME_PERIOD", "OBS_VALUE", sdmx.STATUS]
    return sorted([*found, *extra], key=lambda one: order.index(one.id) if one.id in order else len(order))


def _component(dataset: Dataset, key: str, number: int, language: str) -> Component:
    column = dataset.table.columns[number]
    codes = dataset.known.get(key) if column.kind is not Kind.CODES else None
    if key in sdmx.IDENTIFIED:
        codes = {sdmx.identifier(code): labels for code, labels in dataset.codes[key].items()}
    if key in _PARTS:
        words = ((one, load(one)) for one in dataset.headings[key])
        codes = {sdmx.TOTAL: {one: own.word("sdmx.total") for one, own in words}, **(codes or {})}
    role = ComponentRole.DIMENSION if key in _DIMENSIONS else _ROLES.get(key, ComponentRole.ATTRIBUTE)
    return Component(
        sdmx.concept_of(key),
        role,
        dataset.headings[key],
        "String" if codes else _TYPES.get(column.kind, "String"),
        codes,
        _cell(column, number, language),
    )


_ROLES = {"period": ComponentRole.TIME, "value": ComponentRole.MEASURE}


def _cell(column: Column, number: int, language: str) -> Callable[[Sequence[Any]], str]:
    plain = for_machines(column, Style("csv", language))
    if column.kind is Kind.PERIOD:
        return lambda row: time_period(row[number]) if row[number] else ""
    if column.kind.is_number:
        return lambda row: (
            ""
            if (value := plain(row[number])) is None
            else format(value, "f" if column.kind in NUMBERS else "")
        )
    empty = sdmx.TOTAL if column.key in _PARTS else ""
    if column.key in sdmx.IDENTIFIED:
        return lambda row: sdmx.identifier(str(value)) if (value := plain(row[number])) else empty
    return lambda row: str(plain(row[number]) or "")


def _report(dataset: Dataset, number: int) -> Component:
    """The report as a dimension: two of them may state one figure. Its code is the name of the file."""
    labels = dataset.codes["report"]
    stems = {path: PurePath(path).stem for path in labels}
    alike = Counter(stems.values())
    codes = {path: sdmx.identifier(stem if alike[stem] == 1 else path) for path, stem in stems.items()}
    named = {codes[path]: names for path, names in labels.items()}
    if any(not row[number] for row in dataset.table.rows):
        named[sdmx.NONE] = {one: load(one).word("nothing") for one in dataset.headings["report"]}
    return Component(
        sdmx.REPORT,
        ComponentRole.DIMENSION,
        dataset.headings["report"],
        "String",
        named,
        lambda row: codes.get(row[number], sdmx.NONE),
    )


def _status(dataset: Dataset, flags: int, value: int) -> Component:
    labels = dataset.known["flags"]
    normal = {language: load(language).word("sdmx.normal") for language in dataset.headings["flags"]}
    codes = {sdmx.NORMAL: normal, **{code: labels[flag] for flag, code in sdmx.STATUSES.items()}}
    plain = for_machines(dataset.table.columns[value], Style("csv", "en"))

    def cell(row: Sequence[Any]) -> str:
        return sdmx.status_of(map(str, row[flags] or ()), has_value=plain(row[value]) is not None)

    return Component(sdmx.STATUS, ComponentRole.ATTRIBUTE, dataset.headings["flags"], "String", codes, cell)


def time_period(span: Span) -> str:
    """A period as SDMX writes it: a year, half, quarter or month, else its first day and how long it is."""
    first, last = span.first, span.last
    form, year, before = shape(first, last), f"{first.year:04}", first.month - 1
    if form == "day":
        return first.isoformat()
    if form == "days":
        return f"{first.isoformat()}/P{(last - first).days + 1}D"
    if form in ("year", "month"):
        return year if form == "year" else f"{year}-{first.month:02}"
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    for length, letter in ((6, "S"), (3, "Q")):
        if months == length and before % length == 0:
            return f"{year}-{letter}{before // length + 1}"
    return f"{first.isoformat()}/P{months}M"


_SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONCEPTS = "CS_EDUREPORT"
_UNDATED = "1970-01-01"  # nothing in a file comes from the clock


def flow_id(dataset: Dataset) -> str:
    """The identifier of the dataflow."""
    return f"DF_{dataset.table.name.upper()}"


class StructureMessage:
    """A message with the parts that both versions have; elements are named as in `str:Code`."""

    version = ""
    concepts_in = ""
    parts: tuple[str, ...] = ()
    measure = "str:Measure"
    measured: Mapping[str, str] = MappingProxyType({})
    optional: Mapping[str, str] = MappingProxyType({})

    def __init__(self, dataset: Dataset, components: Sequence[Component]) -> None:
        self.dataset, self.components = dataset, components
        self.spaces = {
            prefix: f"{_SCHEMAS}/v{self.version}/{name}"
            for prefix, name in (("mes", "message"), ("str", "structure"), ("com", "common"))
        }

    def text(self) -> str:
        """The XML of the message."""
        for prefix, space in self.spaces.items():
            ET.register_namespace(prefix, space)
        root = ET.Element(self.name("mes:Structure"))
        self.header(root)
        structures = self.add(root, "mes:Structures")
        for part in self.parts:
            getattr(self, part)(structures)
        ET.indent(root)
        return ET.tostring(root, encoding="unicode", xml_declaration=False).join(
            ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
        )

    def name(self, qualified: str) -> str:
        prefix, _, local = qualified.rpartition(":")
        return f"{{{self.spaces[prefix]}}}{local}" if prefix else local

    def add(self, above: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
        element = ET.SubElement(above, self.name(name), attributes)
        element.text = None if text is None else _NO_XML.sub("\ufffd", text)
        return element

    def names(self, above: ET.Element, labels: Labels, otherwise: str) -> None:
        """Its names; one that has none is called by its code."""
        for language, label in (labels or {"en": otherwise}).items():
            self.add(above, "com:Name", label).set(_LANG, language)

    def header(self, root: ET.Element) -> None:
        header = self.add(root, "mes:Header")
        self.add(header, "mes:ID", flow_id(self.dataset))
        self.add(header, "mes:Test", "false")
        day = self.dataset.published.isoformat() if self.dataset.published else _UNDATED
        self.add(header, "mes:Prepared", f"{day}T00:00:00")
        self.add(header, "mes:Sender", id=AGENCY)

    def maintained(self, above: ET.Element, name: str, id_: str) -> ET.Element:
        return self.add(above, name, id=id_, agencyID=AGENCY, version=VERSION)

    def codelists(self, structures: ET.Element) -> None:
        lists = self.add(structures, "str:Codelists")
        for one in self.components:
            if one.codes is not None:
                codelist = self.maintained(lists, "str:Codelist", f"CL_{one.id}")
                self.names(codelist, one.names, one.id)
                self.codes(codelist, one.codes)

    def codes(self, codelist: ET.Element, codes: Mapping[str, Labels]) -> None:
        for code, labels in codes.items():
            self.names(self.add(codelist, "str:Code", id=code), labels, code)

    def concepts(self, structures: ET.Element) -> None:
        scheme = self.maintained(self.add(structures, self.concepts_in), "str:ConceptScheme", _CONCEPTS)
        self.names(scheme, self.dataset.title, _CONCEPTS)
        for one in self.components:
            self.names(self.add(scheme, "str:Concept", id=one.id), one.names, one.id)

    def dataflows(self, structures: ET.Element) -> None:
        flow = self.maintained(self.add(structures, "str:Dataflows"), "str:Dataflow", flow_id(self.dataset))
        self.sources(flow)
        self.names(flow, self.dataset.title, flow_id(self.dataset))
        self.refer(self.add(flow, "str:Structure"), "datastructure", "DataStructure", self.structure_id)

    def sources(self, flow: ET.Element) -> None:
        """What the figures are taken from, as annotations."""
        known = [one for one in self.dataset.sources if one.title or one.address]
        licences = list(dict.fromkeys(one.licence for one in self.dataset.sources if one.licence))
        if not known and not licences:
            return
        annotations = self.add(flow, "com:Annotations")
        for one in known:
            annotation = self.add(annotations, "com:Annotation")
            self.add(annotation, "com:AnnotationType", "SOURCE")
            if one.address:
                self.add(annotation, "com:AnnotationURL", one.address)
            for language, title in one.title.items():
                self.add(annotation, "com:AnnotationText", title).set(_LANG, language)
        for licence in licences:
            annotation = self.add(annotations, "com:Annotation")
            self.add(annotation, "com:AnnotationType", "LICENCE")
            self.add(annotation, "com:AnnotationText", licence).set(_LANG, "en")

    @property
    def structure_id(self) -> str:
        return flow_id(self.dataset).replace("DF_", "DSD_")

    def structures(self, structures: ET.Element) -> None:
        above = self.add(structures, "str:DataStructures")
        made = self.maintained(above, "str:DataStructure", self.structure_id)
        self.names(made, self.dataset.title, self.structure_id)
        lists = self.add(made, "str:DataStructureComponents")
        dimensions = self.add(lists, "str:DimensionList", id="DimensionDescriptor")
        for position, one in enumerate(self.having(ComponentRole.DIMENSION), start=1):
            self.component(self.add(dimensions, "str:Dimension", id=one.id, position=str(position)), one)
        for one in self.having(ComponentRole.TIME):
            self.component(self.add(dimensions, "str:TimeDimension", id=one.id), one)
        self.lists(lists)

    def lists(self, lists: ET.Element) -> None:
        attributes = self.add(lists, "str:AttributeList", id="AttributeDescriptor")
        for one in self.having(ComponentRole.ATTRIBUTE):
            element = self.component(self.add(attributes, "str:Attribute", id=one.id, **self.optional), one)
            self.relate(self.add(element, "str:AttributeRelationship"))
        measures = self.add(lists, "str:MeasureList", id="MeasureDescriptor")
        for one in self.having(ComponentRole.MEASURE):
            self.component(self.add(measures, self.measure, id=one.id, **self.measured), one)

    def relate(self, relation: ET.Element) -> None:
        """Say that an attribute is one of each observation."""
        raise NotImplementedError

    def having(self, role: ComponentRole) -> list[Component]:
        return [one for one in self.components if one.role is role]

    def component(self, element: ET.Element, one: Component) -> ET.Element:
        self.refer(self.add(element, "str:ConceptIdentity"), "conceptscheme", "Concept", _CONCEPTS, one.id)
        local = self.add(element, "str:LocalRepresentation")
        if one.codes is None:
            self.add(local, "str:TextFormat", textType=one.type)
        else:
            self.refer(self.add(local, "str:Enumeration"), "codelist", "Codelist", f"CL_{one.id}")
        return element

    def refer(self, element: ET.Element, package: str, what: str, id_: str, item: str = "") -> None:
        raise NotImplementedError


class StructureMessage21(StructureMessage):
    """The structure in SDMX-ML 2.1."""

    version = "2_1"
    concepts_in = "str:Concepts"
    parts = ("dataflows", "codelists", "concepts", "structures")
    measure = "str:PrimaryMeasure"
    optional = MappingProxyType({"assignmentStatus": "Conditional"})

    def refer(self, element: ET.Element, package: str, what: str, id_: str, item: str = "") -> None:
        values = {"agencyID": AGENCY, "package": package, "class": what}
        if item:
            values |= {"id": item, "maintainableParentID": id_, "maintainableParentVersion": VERSION}
        else:
            values |= {"id": id_, "version": VERSION}
        ET.SubElement(element, "Ref", values)

    def relate(self, relation: ET.Element) -> None:
        ET.SubElement(self.add(relation, "str:PrimaryMeasure"), "Ref", {"id": "OBS_VALUE"})


class StructureMessage30(StructureMessage):
    """The structure in SDMX-ML 3.0."""

    version = "3_0"
    concepts_in = "str:ConceptSchemes"
    parts = ("codelists", "concepts", "dataflows", "structures")
    optional = measured = MappingProxyType({"usage": "optional"})

    def refer(self, element: ET.Element, package: str, what: str, id_: str, item: str = "") -> None:
        urn = f"urn:sdmx:org.sdmx.infomodel.{package}.{what}={AGENCY}:{id_}({VERSION})"
        element.text = f"{urn}.{item}" if item else urn

    def relate(self, relation: ET.Element) -> None:
        self.add(relation, "str:Observation")


def files(dataset: Dataset, style: Style) -> dict[str, str]:
    """The rows, and their structure in the two versions that readers know."""
    found = components(dataset, style.language)
    return {
        data_file(dataset): _rows(dataset, found),
        "structure-2.1.xml": StructureMessage21(dataset, found).text(),
        "structure-3.0.xml": StructureMessage30(dataset, found).text(),
    }


def _rows(dataset: Dataset, found: Sequence[Component]) -> str:
    head = ("dataflow", f"{AGENCY}:{flow_id(dataset)}({VERSION})", "I")
    rows = ([*head, *(one.cell(row) for one in found)] for row in dataset.table.rows)
    return csv_text(chain([[*HEAD, *(one.id for one in found)]], rows))
