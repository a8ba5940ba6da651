"""Plain entries are read without libyaml, and say what they say to libyaml; the rest is left to it."""

import random

import pytest

from edureport.errors import ReportError
from edureport.reading import parsing
from edureport.reading.nodes import Map, Scalar, Seq, UnplacedError
from edureport.reading.parsing import DEEPEST, PlainEntries, cut_at, parse
from edureport.reading.report_keys import LATE, WORDS

HEAD = "edureport: 1\nindicators:\n"
PLAIN = [
    "  a:\n    label: Schools\n    value: more than 300\n",
    "  a: {label: Schools, value: 3}\n",
    "  a:\n    label: {en: Schools, ru: Школы, kk: Мектептер}\n    note: «Алма» at 12:30, it's [so]\n",
    "  a:  # of the city\n\n    # the head\n    label: Schools # all\n  \n",
    "  a:\n    breakdown:\n      place:\n        members:\n          b: {label: B, value: 2}\n    value: 3\n",
    "  value:\n        label: Schools\n",
    "  a:\n    label: >-\n      Schools: all\n      # of 'them'  \n    value: 3\n\n",
    "  a:\n    note: |\n        - One\n        - two\n",
]
LEFT = [  # to libyaml
    "  a:\n    label: 'Schools'\n",
    '  a:\n    label: "Schools"\n',
    "  a:\n    label: |\n      Schools\n\n      and more\n",
    "  a:\n    label: >-\n      Schools\n       and more\n",
    "  a:\n    label: >-\n      Schools\n\n      # and more\n",
    "  a:\n    label: >2-\n      Schools\n",
    "  a:\n    label: >-\n      Schools\n    # a comment\n",
    "  a:\n    label: >-\n" + "      Schools\n" * 200,
    "  a:\n    label: Schools\n      and more\n",
    "  a:\n    label: Schools, \n      and more\n",
    "  a:\n    value:\n",
    "  a:\n    value: \n    label: Schools\n",
    "  a:\n    breakdown:\n    label: Schools\n",
    "  a:\n    value: ~\n",
    "  a:\n    value: -3\n",
    "  a:\n    flags: [estimated]\n",
    "  a:\n    flags:\n    - estimated\n",
    "  a:\n    label: Schools: all\n",
    "  a:\n    label: Schools:\n",
    "  a:\n    label: Schools \n",
    "  a:\n    value: 3\n    value: 4\n",
    "  a:\n    label: {en: A, en: B}\n",
    "  a:\n    label: {en: A, fr: B}\n",
    "  a:\n    label: {en: A b?, ru: B}\n",
    "  a:\n    label: {en: {one: A}}\n",
    "  a:\n    label: A\n   value: 3\n",
    "  a:\n    label: A\n     value: 3\n",
    "  a:\n      label: A\n    value: 3\n",
    "  a:\n    ? label\n    : A\n",
    "  a:\n    label\n    value: 3\n",
    "  a: &b\n    label: A\n",
    "  a: !!map\n    label: A\n",
    "  a: A",
    "  a:\n" + "".join(f"{' ' * depth}value:\n" for depth in range(4, DEEPEST + 6)) + " " * 30 + "value: 1\n",
]
FRAGMENTS = (
    *("label", "value", "x", "2024", "a.b", ": ", ":", "\n", "\n  ", "\n    ", "\n      ", " ", "#", " # c"),
    *(
        ",",
        "{",
        "}",
        "{en: A, ru: Б}",
        "[",
        "]",
        '"',
        "'",
        "- ",
        "|",
        ">",
        "300",
        "12:30",
        "«",
        "\u00a0",
        "~",
    ),
    *("&a", "!t", "%", "<<", "\n...", "\n---", "\ntargets:", "\nindicators:", "\n\n", "\\", "\r\n", "😀"),
)


@pytest.fixture(autouse=True)
def _worth_it(monkeypatch):
    monkeypatch.setattr(parsing, "ENOUGH", 0)


def tree(node):
    """What a node is, with the places in it; its entries are taken out."""
    if isinstance(node, Map):
        return [(tree(key), tree(value)) for key, value in node.entries()], (node.line, node.column)
    if isinstance(node, Seq):
        return [tree(one) for one in node], (node.line, node.column)
    return str(node), (node.line, node.column, node.plain) if isinstance(node, Scalar) else None


def pairs(entry):
    return [*map(tree, entry)]


def like(bare, placed):
    """Whether both are the same, but for places that the first does without."""
    if isinstance(bare, (list, tuple)) and isinstance(placed, (list, tuple)):
        return len(bare) == len(placed) and all(map(like, bare, placed))
    return bare is None or bare == placed


def read(text, late=None, bare=()):
    """What is under each key of a file, or its mistakes; None where places are needed."""
    try:
        root, problems = parse(text.encode(), "a.yaml", late=late, bare=bare)
        keys = list(root)
        found = [tree(root[key]) for key in keys]
        found += [tree(value) for key, value in root.items() if key not in keys]  # from below the late one
    except ReportError as error:
        problems = error.problems
    except UnplacedError:
        return None
    return [(one.message.key, one.place) for one in problems] or [[*root], found]


@pytest.mark.parametrize("entry", PLAIN)
def test_a_plain_entry_says_what_it_says_to_libyaml(entry):
    found = PlainEntries(WORDS, 1_000).read(entry, HEAD.count("\n"))
    root, _ = parse((HEAD + entry).encode(), "a.yaml")
    assert found
    assert like([*map(pairs, found.entries())], [*map(pairs, root[LATE].entries())])


@pytest.mark.parametrize("entry", LEFT)
def test_what_may_be_something_else_is_left_to_libyaml(entry):
    assert PlainEntries(WORDS, 1_000).read(entry, 2) is None


def test_broken_entries_are_those_of_the_whole_file():
    chosen, compared = random.Random(16), 0
    for _ in range(1500):
        entries = [chosen.choice(PLAIN).replace("a:", f"{name}:", 1) for name in "abc"]
        broken = chosen.randrange(3)
        at = chosen.randrange(len(entries[broken]))
        rest = entries[broken][at + chosen.choice((0, 0, 1, 5)) :]
        entries[broken] = entries[broken][:at] + chosen.choice(FRAGMENTS) + rest
        text = HEAD + "".join(entries) + chosen.choice(("", "targets:\n  t: {label: T}\n"))
        bare = read(text, LATE, WORDS)
        if bare is not None:
            compared += 1
            assert like(bare, read(text)), text
    assert compared > 300


def test_a_text_is_cut_where_entries_begin():
    text = HEAD + "  # the first\n" + PLAIN[3] + LEFT[0] + "targets: {}\n"
    cut = cut_at(text, text.index(LATE))
    assert cut.entry(cut.start) == PLAIN[3]
    assert cut.entry(cut.start + len(PLAIN[3])) == LEFT[0]
    assert (cut.head, cut.tail) == ((HEAD + "  # the first\n", 0), ("targets: {}\n", 10))
