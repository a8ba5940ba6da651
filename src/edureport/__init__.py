"""edureport: reports of public bodies, read, compared and checked without false certainty.

>>> import edureport
>>> report = edureport.load("data/report_2025q3.yaml")
>>> print(report["schools"].value)
more than 300
"""

TYPE_CHECKING = False  # typing is slow to import, and until `main` runs Ctrl-C is Python's business
if TYPE_CHECKING:
    from typing import Any

    from edureport.analysis.change import Change, compare
    from edureport.analysis.progress import Assessment, assess
    from edureport.errors import EdureportError
    from edureport.model.interval import Answer, Interval
    from edureport.model.library import Library
    from edureport.model.period import Period
    from edureport.model.quantity import Bound, Quantity
    from edureport.model.report import Indicator, Observation, Report, Target
    from edureport.reading.load import load, load_library

__version__ = "0.1.0"

_HOMES = {
    **dict.fromkeys(("Change", "compare"), "analysis.change"),
    **dict.fromkeys(("Assessment", "assess"), "analysis.progress"),
    "EdureportError": "errors",
    **dict.fromkeys(("Answer", "Interval"), "model.interval"),
    "Library": "model.library",
    "Period": "model.period",
    **dict.fromkeys(("Bound", "Quantity"), "model.quantity"),
    **dict.fromkeys(("Indicator", "Observation", "Report", "Target"), "model.report"),
    **dict.fromkeys(("load", "load_library"), "reading.load"),
}

__all__ = [
    "Answer", "Assessment", "Bound", "Change", "EdureportError", "Indicator", "Interval", "Library",
    "Observation", "Period", "Quantity", "Report", "Target", "__version__", "assess", "compare", "load",
    "load_library",
]  # fmt: skip


def __getattr__(name: str) -> "Any":
    """Import a public name when it is first used: `edureport --version` needs none of them."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'edureport' has no attribute {name!r}")
    return getattr(import_module(f"edureport.{_HOMES[name]}"), name)
