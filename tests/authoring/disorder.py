"""Report files as people leave them: its keys, indents, spaces and line ends in disorder."""

import re

from edureport.reading import report_keys

_SHAPES = [
    set(getattr(report_keys, f"{name}_KEYS"))
    for name in ("REPORT", "SOURCE", "INDICATOR", "BREAKDOWN", "MEMBER", "TARGET")
]
_MEMBER = re.compile(r"\{label: ([^{}]+|\{[^{}]*\}), value: ([^{},]+)\}")
_KEY = re.compile(r" *([\w.-]+):(?: |$)")


def disordered(text, chance):
    """The text in disorder that `edureport fmt` is to mend; `chance` is a random.Random."""
    lines = _shuffled(text.removesuffix("\n").split("\n"), 0, chance)
    if chance.random() < 0.7:
        lines = [_MEMBER.sub(r"{ value:  \2 ,label: \1  }", line) for line in lines]
    listed = any(
        line.lstrip().startswith("- ") for line in lines
    )  # what follows a dash stands right behind it
    times = 1 if listed else chance.choice([1, 2, 3])
    lines = [" " * (_indent(line) * times) + line.lstrip(" ") for line in lines]
    lines = [line + " " * chance.choice([0, 0, 2]) if line.endswith(":") else line for line in lines]
    lines = [extra for line in lines for extra in ([line] if line else [""] * chance.choice([1, 1, 3]))]
    end = chance.choice(["\n", "\r\n"])
    return chance.choice(["", "\ufeff"]) + end.join(lines) + end * chance.choice([0, 1, 4])


def _shuffled(lines, indent, chance):
    """The lines with the keys of each mapping of a known kind in another order."""
    chunks, lead = [], []
    for line in lines:
        starts = _indent(line) == indent and (key := _KEY.match(line))
        if starts:
            chunks.append((key[1], [*lead, line], []))
            lead = []
        elif chunks and line.strip() and _indent(line) > indent:
            chunks[-1][2].extend([*lead, line])
            lead = []
        else:
            lead.append(line)
    whole = [(key, [*head, *_shuffled(rest, indent + 2, chance)]) for key, head, rest in chunks]
    keys = {key for key, _ in whole}
    plain = all(line.strip() for _, chunk in whole for line in chunk)
    if plain and not lead and len(keys) > 1 and any(keys <= shape for shape in _SHAPES):
        chance.shuffle(whole)
    return [*(line for _, chunk in whole for line in chunk), *lead]


def commented(text, chance):
    """The text with comments at random places where no text goes over several lines."""
    found, folded = [], None
    for number, line in enumerate(text.split("\n")):
        if folded is not None and (not line.strip() or _indent(line) > folded):
            found.append(line)
            continue
        folded = _indent(line) if re.search(r": [>|][-+]?$", line) else None
        if line and chance.random() < 0.2:
            found.append(f"{' ' * chance.randrange(9)}# above {number}")
        ends = folded is None and line.strip() and not line.lstrip().startswith("#")
        found.append(f"{line}  # behind {number}" if ends and chance.random() < 0.2 else line)
    return "\n".join(found)


def _indent(line):
    return len(line) - len(line.lstrip(" "))
