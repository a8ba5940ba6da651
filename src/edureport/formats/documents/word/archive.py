"""The zip of a Word file without the clock: the same document always makes the same bytes."""

import io
import zipfile

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_FIRST = "[Content_Types].xml"  # where some programs look for it


def same_bytes(data: bytes) -> bytes:
    """The same files in a zip, in the order of their names and on one day."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return written.getvalue()
