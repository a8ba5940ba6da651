"""The words of the interface, numbers and dates, as readers of Kazakh, Russian or English write them."""

from pathlib import Path

FOLDER = Path(__file__).parent


def available() -> tuple[str, ...]:
    """The languages that the program speaks, those that have a file of words; OSError if none can tell."""
    return tuple(sorted(path.stem for path in FOLDER.iterdir() if path.suffix == ".yaml"))
