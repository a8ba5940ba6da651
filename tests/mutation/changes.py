"""The small changes that can be made to a module: where there are some, and the module with one made."""

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

OPPOSITE: dict[type, type] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}


class Change(NamedTuple):
    """What the fields of a node become."""

    node: ast.expr | ast.stmt
    fields: dict[str, object]


def changes(tree: ast.AST) -> list[Change]:
    """Every change that can be made in a tree."""
    return [change for node in ast.walk(tree) for change in (*_turned(node), *_shortened(node))]


def changed(tree: ast.Module, number: int) -> ast.Module:
    """A copy of the tree with the change of this number made."""
    result = copy.deepcopy(tree)
    change = changes(result)[number]
    vars(change.node).update(change.fields)
    return ast.fix_missing_locations(result)


def lines(tree: ast.Module, number: int) -> range:
    """The lines of the innermost statement in which the change of this number is made."""
    line = changes(tree)[number].node.lineno
    around = (node for node in ast.walk(tree) if isinstance(node, ast.stmt) and line in range(*_extent(node)))
    return range(*max(_extent(node) for node in around))


def _extent(node: ast.stmt) -> tuple[int, int]:
    return node.lineno, (node.end_lineno or node.lineno) + 1


def _turned(node: ast.AST) -> Iterator[Change]:
    """A comparison or condition that says the opposite, another number, nothing returned."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in OPPOSITE:
            yield _set(node, ops=[OPPOSITE[type(operator)]()])
        case ast.BoolOp(op=operator) | ast.BinOp(op=operator) if type(operator) in OPPOSITE:
            yield _set(node, op=OPPOSITE[type(operator)]())
        case ast.If() | ast.IfExp() | ast.While():
            yield _set(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _set(node, operand=ast.UnaryOp(ast.Not(), operand))
        case ast.Constant(value=bool() as value):
            yield _set(node, value=not value)
        case ast.Constant(value=int() as value):
            yield _set(node, value=value + 1)
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield _set(node, value=None)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _shortened(node: ast.AST) -> Iterator[Change]:
    """A list or table without one entry, a string of words or alternatives without one of them."""
    match node:
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items) if _are_data(items):
            for number in range(len(items)):
                yield _set(node, elts=_without(items, number))
        case ast.Dict(keys=keys, values=values) if len(keys) > 1:
            for number in range(len(keys)):
                yield _set(node, keys=_without(keys, number), values=_without(values, number))
        case ast.Constant(value=str() as text):
            sign = "|" if "|" in text else " "
            words = text.split(sign)
            if len(words) > 2 and all(word.isalpha() for word in words):
                for number in range(len(words)):
                    yield _set(node, value=sign.join(_without(words, number)))


def _are_data(items: list[ast.expr]) -> bool:
    return len(items) > 1 and all(
        isinstance(item, ast.Constant | ast.Tuple | ast.Attribute) for item in items
    )


def _without(items: list, number: int) -> list:
    return items[:number] + items[number + 1 :]


def _set(node: ast.expr | ast.stmt, **fields: object) -> Change:
    return Change(node, fields)
