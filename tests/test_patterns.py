"""Every regular expression of the program takes time that grows no faster than its text.

Those of modules are found in their names, those in functions in the source: a new one is tried without being
named here. What each is tried on is made of its own parts, each repeated as often as may be, before and
after a sign that it does not expect.
"""

import ast
import pkgutil
import re
import time
from collections import defaultdict
from functools import partial
from importlib import import_module
from itertools import product
from pathlib import Path
from re import _constants as sre
from re import _parser as parser

import pytest
from sources import nodes

import edureport

METHODS = ("match", "fullmatch", "search", "sub", "subn", "findall", "finditer", "split")
FEW, SOME, MANY = 200, 600, 4_000  # characters; the first two for what is worse than quadratic
SLOW = 0.006  # seconds of processor time; what is linear takes a tenth of it
ENDS = ("", "\0!", "\n~")
# Made in a function of what is known only there; of each an example.
MADE = {
    "re.escape(before)": "report-1",
    "f'^  {key}:'": "^  key:",
    "model.period: pattern": r"(\d{4})-Q([1-4])",
    "f'({ending.pattern})$'": "(ал|ла)$",
    "other_names": r"\$\(",
    "formats.markup: pattern": "^#",  # each is tried where `replacing` gets it
    "prose.grammar.forms: pattern": "a",  # as above, of `whole` and `containing`
    "f'[+{MINUS}]?({digits})'": r"[+\u2212]?(\d(?:\u00a0?\d)*(?:,\d+)?)",
    r"f'\\n{key}:[ \\n]'": r"\nkey:[ \n]",
    "''.join(lines)": (
        r"  ([a-z][a-z.]{0,99}+):\n    label: \{en: ([^\n:#,]*+(?<! ))\}\n"
        r"    value: ([^\n:#]*(?::[^\n:# ][^\n:#]*)*(?<! ))\n"
    ),
    r"f'\\n{self.indent}(?=[^ \\n#])'": r"\n  (?=[^ \n#])",
    r"f'\\b(?:[1-9]|[12]\\d|3[01])(?:{endings})?[ -](?:{months})'": (
        r"\b(?:[1-9]|[12]\d|3[01])(?:st|th)?[ -](?:may|june)"
    ),
}
BOUNDED = {"formats.marked_terminal._WORD"}  # slow on blanks at the end of a text, which it does not get


def modules():
    names = (module.name for module in pkgutil.walk_packages(edureport.__path__, "edureport."))
    return [import_module(name) for name in names if not name.endswith("__main__")]


def patterns():
    """Each pattern and its flags with the names that it has and the methods that are used."""
    found = defaultdict(lambda: (set(), set()))
    parsed = {module: nodes()[Path(module.__file__)] for module in modules()}
    used = {module: _used(inside) for module, inside in parsed.items()}
    anywhere = _used(node for inside in parsed.values() for node in inside)
    for module, inside in parsed.items():
        for name, value in vars(module).items():
            for pattern in _inside(value):
                methods = (used[module] if name.startswith("_") else anywhere).get(name)
                _note(found, pattern, f"{module.__name__}.{name}", methods or ["search"])
        # What is compiled elsewhere than in a function has a name.
        functions = [range(one.lineno, one.end_lineno + 1) for one in inside if _is_function(one)]
        for call in inside:
            match call:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=method), args=[first, *_]):
                    name = f"{module.__name__}: {ast.unparse(first)}"
                    if method in METHODS:
                        _note(found, _in_function(call, first, module), name, [method])
                    elif method == "compile" and any(
                        call.lineno in lines for lines in functions
                    ):  # others have names
                        _note(found, _in_function(call, first, module), name, ["search", "finditer"])
                case ast.Call(func=ast.Name(id="replacing"), args=[first, *_]):  # of what is written
                    _note(found, _in_function(call, first, module), module.__name__, ["sub"])
                case ast.Call(func=ast.Name(id="whole" | "containing" as asked), args=[first]):
                    method = "fullmatch" if asked == "whole" else "search"
                    _note(found, _in_function(call, first, module), module.__name__, [method])
    return [(pattern, *rest) for pattern, rest in found.items()]


def _used(inside):
    """The methods of patterns that are used, by the name that stands before each."""
    found = defaultdict(set)
    for node in inside:
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            match node.value:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    found[name].add(node.attr)
    return found


def _is_function(node):
    return isinstance(node, ast.FunctionDef | ast.Lambda)


def _note(found, pattern, name, methods):
    names, used = found[pattern]
    names.add(name.removeprefix("edureport."))
    used.update(methods)


def _inside(value):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _inside((*value, *value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _inside(one)


def _in_function(call, first, module):
    known = vars(module)
    words = ast.unparse(first)
    flags = re.findall(r"re\.([A-Z]+)\b", ast.unparse(call))
    made = MADE.get(words) or MADE.get(f"{module.__name__.removeprefix('edureport.')}: {words}")
    pattern = made or eval(words, known)  # of our own source
    return re.compile(pattern, sum(getattr(re, name) for name in set(flags)))


# What a pattern is tried on


def sample(tree, pumped=None, times=1):
    """A text that fits a tree, with the repetition `pumped` repeated so often."""
    found = []
    for kind, value in tree:
        match kind:
            case sre.LITERAL:
                found.append(chr(value))
            case sre.NOT_LITERAL:
                found.append("a" if value != ord("a") else "b")
            case sre.ANY:
                found.append("a")
            case sre.IN:
                found.append(_one_of(value))
            case sre.BRANCH:
                found.append(sample(value[1][0], pumped, times))
            case sre.SUBPATTERN:
                found.append(sample(value[-1], pumped, times))
            case sre.ATOMIC_GROUP:
                found.append(sample(value, pumped, times))
            case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
                low, _, inner = value
                found.append(sample(inner, pumped, times) * (times if value is pumped else max(low, 1)))
    return "".join(found)


def _one_of(items):
    """A character of a class."""
    (kind, value), *others = items
    match kind:
        case sre.NEGATE:
            inside = re.compile("[" + "".join(map(_written, others)) + "]")
            return next(letter for letter in "a1 .-я\t(~\0€" if not inside.match(letter))
        case sre.LITERAL:
            return chr(value)
        case sre.RANGE:
            return chr(value[0])
        case sre.CATEGORY:
            return next(letter for letter in "a1 .-" if re.match(_CATEGORIES[value], letter))
    raise ValueError(items)


_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_NOT_DIGIT: r"\D", sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S", sre.CATEGORY_WORD: r"\w", sre.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _written(item):
    kind, value = item
    match kind:
        case sre.LITERAL:
            return re.escape(chr(value))
        case sre.RANGE:
            return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CATEGORIES[value]


def repetitions(tree):
    """Every part of a tree that may be repeated without an end, wherever it stands."""
    for kind, value in tree:
        match kind:
            case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
                if value[1] > FEW:
                    yield value
                yield from repetitions(value[2])
            case sre.SUBPATTERN:
                yield from repetitions(value[-1])
            case sre.ATOMIC_GROUP:
                yield from repetitions(value)
            case sre.BRANCH:
                for one in value[1]:
                    yield from repetitions(one)
            case sre.ASSERT | sre.ASSERT_NOT:
                yield from repetitions(value[1])


def pieces(tree, repeated):
    """What a pattern is tried on, over and over: each of its repeated parts, and samples of all of it."""
    wholes = {sample(tree), *(sample(tree, value, 3) for value in repeated)}
    inner = {sample(value[2]) for value in repeated} - {""}
    pairs = {one + other for one in inner for other in inner if one != other}
    return sorted({*wholes, *(whole[:-1] for whole in wholes), *inner, *pairs, " "} - {""})


# How long it takes


def test_the_time_of_no_pattern_grows_faster_than_its_text():
    tried = patterns()
    assert len(tried) > 200
    slow = {
        tuple(names): slow_on(pattern, methods) for pattern, names, methods in tried if not names <= BOUNDED
    }
    assert {name: found for name, found in slow.items() if found} == {}


@pytest.mark.parametrize("text", [r"\w+\s*\d+:", r"(.*),\s*", r"\s*$"])
def test_a_pattern_that_is_slow_is_found(text):
    assert slow_on(re.compile(text), {"search"})


def slow_on(pattern, methods):
    """A piece of which a text is not linear, with how it was used and of what length; or None."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(text, pattern.flags & re.VERBOSE)
    repeated = list(repetitions(tree))
    if not repeated:
        return None
    # What stops after so many characters is linear in longer texts.
    many = max(MANY, *(5 * value[1] for value in repeated if value[1] is not sre.MAXREPEAT), 0)
    for piece, end, method, length in product(
        pieces(tree, repeated), ENDS, sorted(methods), (FEW, SOME, many)
    ):
        run = partial(_seconds, pattern, method, piece, end)
        if run(length) > SLOW:
            # Again if it seems to grow: a machine that does other things as well may be slow for a while.
            tried = (_half_and_whole(run, length) for _ in range(3))
            if all(twice > 3 * once for once, twice in tried):  # twice if linear, four times if not
                return method, piece, end, length
    return None


def _half_and_whole(run, length):
    return [min(run(size) for _ in range(3)) for size in (length // 2, length)]


def _seconds(pattern, method, piece, end, length):
    text = piece * (length // len(piece) + 1) + end
    if isinstance(pattern.pattern, bytes):
        text = text.encode()
    arguments = (text[:0], text) if method in ("sub", "subn") else (text,)
    began = time.process_time()
    found = getattr(pattern, method)(*arguments)
    if method == "finditer":
        list(found)
    return time.process_time() - began
