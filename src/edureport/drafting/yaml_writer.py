"""YamlWriter: what all writers of report files write: texts, keys, comments on what is to be completed."""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import yaml

from edureport.drafting.draft import Names
from edureport.drafting.names import cleaned
from edureport.message import Message

WIDTH = 100
SLACK = 16  # characters that PyYAML writes beyond the width, to the end of a word
MOST_KEPT = 1000  # keys; those of units and sections come again and again
# Several words, parts of a key behind a letter, a name of a file or a word that is none of YAML's, which it
# takes for nothing else: most labels, quotes and keys, and PyYAML needs not be asked about them.
_CYRILLIC = r"\u0400-\u04ff"
_LETTER = f"a-zA-Z{_CYRILLIC}"
_MORE = f"[{_LETTER}0-9,.%()«»…–-]"
_KEY = f"[{_LETTER}][{_LETTER}0-9]*(?:_[{_LETTER}0-9]+)+"
_FILE = f"[{_LETTER}0-9]+(?:[-.][{_LETTER}]{{2,}})+"
_WORD = f"(?!(?i:y|n|yes|no|on|off|true|false|null)$)[{_LETTER}]+"
PLAIN = re.compile(f"[{_LETTER}0-9]{_MORE}*(?: {_MORE}+)+|{_KEY}|{_FILE}|{_WORD}")
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml, where it is installed
Say = Callable[[Message], str]
Blank = Callable[[str], str]  # of a language, whose catalogue is read for that alone


def quoted(text: str) -> str:
    """A text as a scalar of YAML on one line."""
    seen = text.isprintable()  # else escaped: no text of a sheet can steer a terminal
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=seen, width=10**6)).strip()


def plain(text: str) -> str:
    """The same, quoted only where it would be taken for something else."""
    seen = text.isprintable()
    return str(yaml.safe_dump(text, allow_unicode=seen, width=10**6)).split("\n", 1)[0]


def commented(text: str, indent: int) -> Iterator[str]:
    """A text as the lines of a comment."""
    start, text = f"{' ' * indent}# ", cleaned(text)
    if text and len(start) + len(text) <= WIDTH:
        return iter((start + text,))
    return (start + line for line in textwrap.wrap(text, WIDTH - len(start), break_on_hyphens=False))


def put_in_comments(lines: Iterable[str], indent: int) -> Iterator[str]:
    """Lines of YAML as comments that are those lines again when the marks, all at `indent`, are removed."""
    mark = f"{' ' * indent}# "
    return (mark + line[indent:] if line else "" for line in lines)


class YamlWriter:
    """Writes YAML, line by line; `say` puts comments into words, `open` counts what is to be completed."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.open = 0

    def names(self, key: str, names: Names, indent: int) -> Iterator[str]:
        """A text in the languages in which it is known."""
        yield f"{' ' * indent}{scalar(key)}:"
        for language, name in names.items():
            yield from self.field(language, name, indent + 2)

    def field(self, key: str, text: str | dict[str, str], indent: int) -> Iterator[str]:
        """A key with a text, folded where it is long; PyYAML knows what has to be quoted."""
        width = WIDTH - SLACK - indent
        last = text.rfind(" ") if isinstance(text, str) else width  # only behind a space a line goes on
        if isinstance(text, str) and len(key) + 2 + last <= width and PLAIN.fullmatch(text):
            yield f"{' ' * indent}{scalar(str(key))}: {text}"
            return
        plain = str(text) if isinstance(text, str) else {str(form): str(word) for form, word in text.items()}
        dumped = yaml.dump(
            {str(key): plain}, Dumper=_DUMPER, allow_unicode=True, width=width, sort_keys=False
        )
        yield from (f"{' ' * indent}{line}".rstrip(" ") for line in dumped.splitlines())

    def todo(self, what: Message, indent: int) -> Iterator[str]:
        self.open += 1
        yield from self.comment(what, indent)

    def comment(self, what: Message, indent: int) -> Iterator[str]:
        yield from commented(self.say(what), indent)


@lru_cache(MOST_KEPT)
def scalar(text: str) -> str:
    """A key in one line, quoted if it would be taken for something else."""
    if PLAIN.fullmatch(text):
        return text
    return str(yaml.dump(text, Dumper=_DUMPER, allow_unicode=True, width=10 * WIDTH)).split("\n", 1)[0]
