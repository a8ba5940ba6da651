"""SDMX-CSV 2.0 (https://github.com/sdmx-twg/sdmx-csv) with its structure in SDMX-ML 2.1 and 3.0."""

from collections.abc import Sequence
from itertools import chain

from edureport.dataset import Dataset
from edureport.formats import Style
from edureport.formats.exports.code_files import csv_text, data_file
from edureport.formats.exports.sdmx_components import Component, components
from edureport.formats.exports.sdmx_structure import StructureMessage21, StructureMessage30, flow_id
from edureport.sdmx import AGENCY, HEAD, VERSION


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
