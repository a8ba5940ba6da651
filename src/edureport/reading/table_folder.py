"""Tables that are folders of Parquet files, as other programs write them."""

from collections.abc import Iterator
from pathlib import Path

from edureport.errors import ReportError
from edureport.reading.unreadable import reason

PART = ".parquet"
DEEPEST = 20  # folders in one another; each divides the table by one more column


def parts_of(folder: Path, depth: int = 0) -> Iterator[Path]:
    """The Parquet files of a table that is a folder, in it or in folders of it such as year=2024.

    Raises ReportError where some of them would be missing: for a folder that may not be read, that is a link
    (those can lead back to where they are) or that lies too deep.
    """
    try:
        inside = sorted(path for path in folder.iterdir() if path.name[0] not in "._")
        folders = {path for path in inside if "=" in path.name and path.is_dir()}
    except OSError as error:
        raise ReportError.at(str(folder), reason(error)) from None
    for path in inside:
        if path in folders:
            if path.is_symlink() or depth == DEEPEST:
                key = "path.linked_part" if path.is_symlink() else "path.deep_part"
                raise ReportError.at(str(path), key, most=DEEPEST)
            yield from parts_of(path, depth + 1)
        elif path.suffix.lower() == PART:
            yield path
