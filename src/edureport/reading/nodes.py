"""Nodes of a YAML file: an ordinary str, dict or list, with its line and column.

The places of most values are of use only where something is wrong, and take memory in a large
file. So it is read without them at first, and once more with them if one is asked for: see `read_bare`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from edureport.problem import Place
from edureport.record import made


class Scalar(str):
    """A text of the file; `plain` where it stands without quotes, `block` after `|` or `>`."""

    __slots__ = ("block", "column", "line", "plain")
    line: int
    column: int
    plain: bool
    block: bool


class Map(dict[str, "Node"]):
    """Keys and values; each key has its place, if it was not read without."""

    __slots__ = ("column", "line")
    line: int
    column: int

    def entries(self) -> "Iterator[tuple[str, Node]]":
        """Each key with its value, of which the mapping lets go."""
        for key in list(self):
            yield key, self.pop(key)


class PlainMap(Map):
    """Known keys with texts that are not empty, all without places."""

    __slots__ = ()


class Arriving(Map):
    """A mapping whose entries are made of the file when they are asked for, so that none has to be kept.

    Then only the rest of the file is read: an error of its syntax comes from there, too.
    """

    __slots__ = ("source",)
    source: "Iterator[tuple[str, Node]]"

    def entries(self) -> "Iterator[tuple[str, Node]]":
        return self.source


class Seq(list["Node"]):
    """A list."""

    __slots__ = ("column", "line")
    line: int
    column: int


Node = str | Map | Seq  # a str that is no Scalar was read without its place
Bare = Mapping[str, str]
PLACED: Bare = {}
_BARE: set[type] = {str}
T = TypeVar("T")


class UnplacedError(Exception):
    """The place of something is needed that was read without it."""


def place_of(node: Node, path: str) -> Place:
    """The place of a node in the file `path`; UnplacedError if it was read without."""
    try:
        return made(Place, (path, node.line, node.column, None))  # type: ignore[union-attr]
    except AttributeError:
        raise UnplacedError from None


def is_bare(node: Node) -> bool:
    """Whether a node is a text without its place, or nothing but known keys with such texts."""
    kind = type(node)
    if kind is str or kind is PlainMap:
        return True
    return isinstance(node, Map) and set(map(type, node)) | set(map(type, node.values())) == _BARE


def read_bare(read: Callable[[Bare], T], words: Bare) -> T:
    """What `read` makes of a file, told which words are keys that need no places: at first all `words`.

    If it raises UnplacedError, none: it is to read the file anew then, with every place.
    """
    try:
        return read(words)
    except UnplacedError:
        return read(PLACED)


def finish(root: Node) -> None:
    """Read what is left of the file: ReportError if that cannot be read."""
    for node in list(root.values()) if isinstance(root, Map) else ():
        if isinstance(node, Arriving):
            for _ in node.entries():
                pass


def keep(root: Map) -> None:
    """Read what is left of the file, as `finish` does, and keep it all."""
    for key, node in list(root.items()):
        if isinstance(node, Arriving):
            kept = Map(node.entries())
            kept.line, kept.column = node.line, node.column
            root[key] = kept
