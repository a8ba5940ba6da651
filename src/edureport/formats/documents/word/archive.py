"""The zip of a Word file without the clock: the same document always makes the same bytes."""

import io
import zipfile

from edureport.output_folder import zipped

_FIRST = "[Content_Types].xml"  # where some programs look for it


def same_bytes(data: bytes) -> bytes:
    """The same files in a zip, in the order of their names and on one day."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        names = sorted(old.namelist(), key=lambda name: (name != _FIRST, name))
        return zipped({name: old.read(name) for name in names}, 0o600)
