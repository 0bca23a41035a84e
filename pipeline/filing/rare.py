r"""Patterns of which most texts hold nothing, told at a glance by RE2.

`re` tries the alternatives of a pattern one by one wherever it may begin; RE2 (https://github.com/google/re2/wiki/Syntax)
reads each character once, however many they are. It knows no looking around (`(?=`, `(?!`, `(?<=`, `(?<!`) and is
fastest with ASCII, so it is asked for a wider pattern in a text where characters beyond ASCII are replaced by one of
their kind: it may find too much, and then `re` decides. Long runs are not counted: it would remember each way to count
them.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

import re2

_TOKEN = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|.", re.DOTALL)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_CODE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_LONG_RUN = re.compile(r"\{\d+,(?:[6-9]\d|\d{3})\}")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_BLANK = r"\s\x0b\x1c-\x1f"  # what `\s` is to `re`
_MEMORY = 64 << 20  # bytes at most that RE2 remembers of many patterns at once


@lru_cache(maxsize=1 << 10)
def _of_its_kind(character: str) -> str:
    """The ASCII character that stands for one beyond: a digit, a letter, a blank or another."""
    if character.isdecimal():
        return "0"
    if character.isalnum():
        return "_"
    return " " if character.isspace() else "\x7f"


def _replaced(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_of_its_kind, error.object[error.start : error.end])), error.end


codecs.register_error("of_its_kind", _replaced)


class Rare:
    """A pattern that is rarely met, used as one of `re`."""

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self._exact = re.compile(pattern, flags)
        self._wider = re2.compile(wider(pattern, flags), _options())

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`: `re` is asked at the places alone that RE2 finds."""
        seen = _ascii(text)
        near = self._wider.search(seen)
        while near is not None:
            place = near.start()
            found = self._exact.match(text, place)
            if found:
                yield found
                place = max(place, found.end() - 1)
            near = self._wider.search(seen, place + 1)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.match`: tried at one place, which takes no glance before."""
        return self._exact.match(text, start)

    def among(self, lines: Sequence[str]) -> set[int]:
        """The lines, by their numbers from 0, that may hold the pattern."""
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        text = _ascii("\n".join(lines))
        found: set[int] = set()
        first = self._wider.search(text)
        while first is not None:
            number = bisect_right(starts, first.start()) - 1
            found.add(number)
            first = self._wider.search(text, starts[number + 1])
        return found


class AnyOf:
    """Many patterns, each rarely met: which of them may be in a text (or at its start), all told in one reading."""

    def __init__(self, patterns: Iterable[str], *, at_start: bool = False, flags: int = re.IGNORECASE) -> None:
        options = _options()
        options.max_mem = _MEMORY
        self._wider = re2.Set.MatchSet(options) if at_start else re2.Set.SearchSet(options)
        for pattern in patterns:
            self._wider.Add(wider(pattern, flags))
        self._wider.Compile()

    def may_hold(self, text: str) -> list[int]:
        """The patterns that a text may hold, by their numbers from 0."""
        return sorted(self._wider.Match(_ascii(text)) or ())


def in_bytes(pattern: bytes) -> re2._Regexp:
    """A pattern that begins with fixed letters, of either case, looked for in bytes: RE2 passes over many at a time."""
    options = _options()
    options.case_sensitive = False
    return re2.compile(pattern, options)


@lru_cache(maxsize=4)  # a sentence is asked for one pattern after the other
def _ascii(text: str) -> bytes:
    return text.encode("ascii", "of_its_kind")


def _options() -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return options


def wider(pattern: str, flags: int = 0) -> bytes:
    """The pattern for RE2: without what it looks at around itself, its characters beyond ASCII of their kind, long runs
    not counted."""
    kept: list[str] = []
    inside = 0  # brackets open since a look began
    pattern = _LONG_RUN.sub("*", _CODE.sub(lambda code: chr(int(code[1], 16)), pattern))
    for token in _TOKEN.findall(pattern):
        if inside:
            inside += token.startswith("(") - (token == ")")
        elif token in _LOOKS:
            inside = 1
        elif token == r"\s":
            kept.append(f"[{_BLANK}]")
        elif token == "$":
            kept.append(r"\n?$")  # to `re` a last line's end, too
        elif token.startswith("[^"):
            kept.append(_FOREIGN.sub("", token))
        elif token.startswith("["):
            kept.append(_FOREIGN.sub(lambda found: _of_its_kind(found[0]), token.replace(r"\s", _BLANK)))
        else:
            kept.append(_FOREIGN.sub(lambda found: _of_its_kind(found[0]), token))
    letters = "".join(letter for letter, flag in zip("ims", (re.I, re.M, re.S), strict=True) if flags & flag)
    return (f"(?{letters})" if letters else "").encode() + "".join(kept).encode()
