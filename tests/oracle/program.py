"""The program as the oracle sees it: report files in, rows for machines out, all in this process."""

import io
import json
import shutil
import sys
import tempfile
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from unittest import mock

from edureport import cli

MEMORY = Path("/dev/shm")  # files here never reach a disk; elsewhere the usual folder serves


class Refused(Exception):  # noqa: N818  # what the program said
    """The program did not make rows; its text is what it said."""


@contextmanager
def folder():
    """A folder for report files that goes away afterwards."""
    path = Path(tempfile.mkdtemp(prefix="oracle-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        yield path
    finally:
        shutil.rmtree(path)


def rows(path, files, command, *options):
    """What `edureport COMMAND FILES -f jsonl OPTIONS` prints; `files` are texts by name, in order."""
    for old in path.iterdir():
        old.unlink()
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8")
    out, errors = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True), io.StringIO()
    arguments = [command, *(str(path / name) for name in files), "-f", "jsonl", *options]
    with mock.patch.object(sys, "stdout", out), mock.patch.object(sys, "stderr", errors):
        code = cli.run(arguments)
    if code != 0:
        raise Refused(errors.getvalue().replace(str(path), ""))
    lines = out.detach().getvalue().decode().splitlines()
    return [json.loads(line, parse_float=_exact, parse_int=_exact) for line in lines]


def _exact(text):
    return Fraction(Decimal(text))
