"""The lengths of periods that a caption names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.filing.patterns import ANY_CASE

_LENGTHS = re.compile(
    r"\b(three|six|nine|twelve|13|26|39|52|thirteen|twenty-six|thirty-nine|fifty-two)\b(?=[^.;]{0,40}?\b(?:months|weeks)\b)",
    ANY_CASE,
)
_LENGTH = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "13": 3, "26": 6, "39": 9, "52": 12,
           "thirteen": 3, "twenty-six": 6, "thirty-nine": 9, "fifty-two": 12}  # fmt: skip


def lengths_named(title: Iterable[str]) -> list[int]:
    """All lengths that a caption names, in printed order: three and six months."""
    found: list[int] = []
    for line in title:
        for word in _LENGTHS.findall(line):
            if _LENGTH[word.lower()] not in found:
                found.append(_LENGTH[word.lower()])
    return found
