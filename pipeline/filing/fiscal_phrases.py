"""Where a document names its fiscal quarters and years, each as the phrase that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from pipeline.filing.dates import month_number
from pipeline.filing.fiscal import SPILL
from pipeline.filing.fiscal_words import (
    ENDS,
    NAMED_BEFORE_YEAR,
    NAMED_YEAR_ENDS,
    NOT_REPORTED,
    OF_A_QUARTER,
    QUARTER_ENDED,
    QUARTER_TOLD,
    YEAR_CALLED,
)

BEFORE_END, AFTER_END = 100, 60  # characters of a phrase before "ended" and from it on


@lru_cache(maxsize=2)  # the calendar and the days are sought in the same filing's
def around_ends(text: str) -> str:
    """What stands around each "ended", "ending" or "ends": all that phrases can be found in."""
    windows: list[tuple[int, int]] = []
    for place in sorted(match.start() for end in ENDS for match in end.finditer(text)):
        start, stop = max(place - BEFORE_END, 0), place + AFTER_END
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, stop))
    return "\0".join(text[start:stop] for start, stop in windows)


def quarters_ended(text: str) -> Iterator[re.Match[str]]:
    """Quarters that are named with their end; that of the quarter behind it is not of one that is only expected, nor
    that of a line below of one that is only compared with."""
    for match in QUARTER_ENDED.finditer(text):
        is_apart = "quarter" in match["named"].lower() or "\n" in match["named"]
        if not is_apart or not is_not_reported(text, match.start()):
            yield match


def quarters_told(text: str) -> Iterator[re.Match[str]]:
    """Quarters whose results are told; not what is expected of one, or compared with it."""
    for told in QUARTER_TOLD.finditer(text):
        if not is_not_reported(text, told.start()):
            yield told


def is_not_reported(text: str, start: int) -> bool:
    """Whether the words in front of a quarter make it one that is expected, or compared with."""
    return NOT_REPORTED.search(text, max(start - BEFORE_END, 0), start) is not None


def named_years(text: str) -> Iterator[re.Match[str]]:
    """Fiscal years that are named with their end; not where a quarter of one is."""
    for match in chain(*(words.finditer(text) for words in (NAMED_YEAR_ENDS, NAMED_BEFORE_YEAR, YEAR_CALLED))):
        if not OF_A_QUARTER.search(text, max(match.start() - 20, 0), match.start()):
            yield match


def end_month(match: re.Match[str]) -> int:
    """The month that a phrase's end stands for."""
    day, month = sorted(re.findall(r"\d+|[a-z]+", match["on"], re.IGNORECASE))  # in either order
    return shift(month_number(month), -1 if int(day) <= SPILL else 0)


def shift(month: int, by: int) -> int:
    """The month so many behind another."""
    return (month - 1 + by) % 12 + 1
