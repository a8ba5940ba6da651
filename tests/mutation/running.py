"""The tests with a module watched or changed, each in a process that has not imported the program yet."""

import ast
import importlib
import importlib.machinery
import importlib.util
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from types import CodeType, FrameType, ModuleType

import pytest

SECONDS = 120  # what a changed program that does not end is given
IMPORT = ""  # stands among the tests of a line that is run when the module is imported
OPTIONS = ("-x", "-q", "--tb=no", "-p", "no:cacheprovider")


def reached(module: Path, tests: Sequence[str]) -> dict[int, set[str]]:
    """For each line of a module the tests that run it; without a change, all of them must pass."""
    watch = _Watch(module)
    sys.settrace(watch.called)
    importlib.import_module(_name(module))
    code, shown = _run(tests, watch)
    sys.settrace(None)
    if code != pytest.ExitCode.OK:
        raise RuntimeError(shown)
    return dict(watch.tests)


def fails(module: Path, tree: ast.Module, tests: Sequence[str], wanted: set[str]) -> bool:
    """Whether one of the wanted tests fails, or does not end, with this tree in the place of the module."""
    sys.meta_path.insert(0, _Changed(module, tree))
    signal.signal(signal.SIGALRM, lambda *_: pytest.fail("does not end"))
    signal.alarm(SECONDS)
    return _run(tests, _Only(wanted))[0] != pytest.ExitCode.OK


def _run(tests: Sequence[str], plugin: object) -> tuple[int, str]:
    with StringIO() as shown, redirect_stdout(shown), redirect_stderr(shown):
        return pytest.main([*OPTIONS, *tests], plugins=[plugin]), shown.getvalue()


def _name(module: Path) -> str:
    return ".".join(module.with_suffix("").parts[1:])  # without src


class _Watch:
    """Notes for each line of a module the test that was running."""

    def __init__(self, module: Path) -> None:
        self.path, self.test = str(module.resolve()), IMPORT
        self.tests: defaultdict[int, set[str]] = defaultdict(set)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.test = item.nodeid
        return (yield)

    def called(self, frame: FrameType, event: str, argument: object) -> object:
        return self.line if frame.f_code.co_filename == self.path else None

    def line(self, frame: FrameType, event: str, argument: object) -> object:
        self.tests[frame.f_lineno].add(self.test)
        return self.line


class _Only:
    """Leaves out the tests that are not wanted."""

    def __init__(self, wanted: set[str]) -> None:
        self.wanted = wanted

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self.wanted]


class _Changed(importlib.machinery.SourceFileLoader):
    """Finds and loads the changed module."""

    def __init__(self, module: Path, tree: ast.Module) -> None:
        super().__init__(_name(module), str(module.resolve()))
        self.tree = tree

    def find_spec(
        self,
        name: str,
        path: object = None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(name, self) if name == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.tree, self.path, "exec")
