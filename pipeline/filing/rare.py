r"""Patterns of which most texts hold nothing, told at a glance by RE2.

`re` tries the alternatives of a pattern one by one wherever it may begin; RE2 (https://github.com/google/re2/wiki/Syntax)
reads each character once, however many they are. It knows no looking around (`(?=`, `(?!`, `(?<=`, `(?<!`) and no
letters beyond ASCII in `\w`, so it is asked for a wider pattern: it may find too much, and then `re` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import re2

_TOKEN = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|.", re.DOTALL)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_BEYOND = r"\v\x{80}-\x{10FFFF}"  # what `re` may take for a letter or a blank, and RE2 does not
_MEMORY = 64 << 20  # bytes at most for what RE2 remembers of a pattern


class Rare:
    """A pattern that is rarely met, used as one of `re`."""

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self._exact = re.compile(pattern, flags)
        self._wider = re2.compile(wider(pattern, flags))

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        first = self._wider.search(text)
        return self._exact.search(text, first.start()) if first else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        first = self._wider.search(text)
        return self._exact.finditer(text, first.start()) if first else iter(())

    def place(self, text: bytes, start: int) -> int | None:
        """The first place, not before `start`, where UTF-8 text may hold the pattern."""
        first = self._wider.search(text, start)
        return first.start() if first else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.match`: tried at one place, which takes no glance before."""
        return self._exact.match(text, start)


class AnyOf:
    """Many patterns, each rarely met: which of them may be in a text (or at its start), all told in one reading."""

    def __init__(self, patterns: Iterable[str], *, at_start: bool = False, flags: int = re.IGNORECASE) -> None:
        options = re2.Options()
        options.max_mem = _MEMORY
        self._wider = re2.Set.MatchSet(options) if at_start else re2.Set.SearchSet(options)
        for pattern in patterns:
            self._wider.Add(wider(pattern, flags))
        self._wider.Compile()

    def may_hold(self, text: str) -> list[int]:
        """The patterns that a text may hold, by their numbers from 0."""
        return sorted(self._wider.Match(text) or ())


def wider(pattern: str, flags: int = 0) -> str:
    """The pattern for RE2: without what it looks at around itself, all beyond ASCII taken for letters and blanks."""
    kept: list[str] = []
    inside = 0  # brackets open since a look began
    for token in _TOKEN.findall(pattern):
        if inside:
            inside += token.startswith("(") - (token == ")")
        elif token in _LOOKS:
            inside = 1
        elif token in (r"\w", r"\s"):
            kept.append(f"[{token}{_BEYOND}]")
        elif token.startswith("[") and not token.startswith("[^"):
            kept.append(token.replace(r"\w", rf"\w{_BEYOND}").replace(r"\s", rf"\s{_BEYOND}"))
        else:
            kept.append(token)
    letters = "".join(letter for letter, flag in zip("ims", (re.I, re.M, re.S), strict=True) if flags & flag)
    return f"(?{letters}){''.join(kept)}" if letters else "".join(kept)
