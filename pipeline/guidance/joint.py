"""An amount expected for two periods alike: "3% in both 2019 and 2020", "21% in the third quarter and the year"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.amounts import Amount
from pipeline.guidance.periods import Guided

_AND = re.compile(r"\s*,?\s*and\s+(?:(?:for|in|during)\s+)?(?:(?:the|its|our|all of)\s+)*", ANY_CASE)
_BOTH = re.compile(r"\b(?:both|each of)\s+(?:(?:the|its|our)\s+)*$", ANY_CASE)
_SPAN = re.compile(r"quarters\b", ANY_CASE)
_STOPS = re.compile(r"\s*(?:[,.;)]|$)")


def joint(text: str, amount: Amount, period: Guided, periods: Sequence[Guided]) -> Guided | None:
    """The second period of an amount, joined to its own by "and": behind the amount, or told by "both"."""
    place = next((n for n, other in enumerate(periods) if other is period), None)
    if place is None:
        return None
    for first, second in ((place, place + 1), (place - 1, place)):
        if first < 0 or second >= len(periods):
            continue
        one, other = periods[first], periods[second]
        if (one.end == other.end and one.start == other.start) or not _AND.fullmatch(text[one.to : other.at]):
            continue
        is_span = _SPAN.search(other.words) is not None  # "the third and fourth quarters": what both make together
        is_behind = amount.end <= one.at and first == place and _STOPS.match(text, other.to) and not is_span
        if is_behind or _BOTH.search(text[: one.at]):
            return other if first == place else one
    return None
