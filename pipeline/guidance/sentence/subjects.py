"""What the points of a list are of, where only its lead-in says so: "earnings per share will range from:"."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.pair_words import LINKED
from pipeline.guidance.terms.amounts import amounts
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.periods import guided_periods

_ENDS = re.compile(r"(?:,?\s(?:as follows|the following(?: (?:ranges?|amounts?|levels?))?))?\s*:$", ANY_CASE)
_THEN = re.compile(
    r"\s*(?:(?:per|a)\s(?:\w+\s){0,2}share\b\s*)?(?:$|[,;.(]|(?:for|in|during|on|compared|versus|and|which|from)\b)",
    ANY_CASE,
)


def subject_of(lead: str, point: str, clock: Clock) -> str | None:
    """The metric that a lead-in ends with, if a point of its list begins with an amount or a period and names none."""
    if not lead.endswith(":") or metrics(point):
        return None
    named, found = metrics(lead), amounts(point)
    if len(named) != 1 or not found or not _THEN.match(point, found[0].end):
        return None
    between = _ENDS.sub("", lead[named[0].end :])
    is_bare = LINKED.fullmatch(_without_periods(between, clock)) and LINKED.fullmatch(
        _without_periods(point[: found[0].start], clock)
    )
    return named[0].words if is_bare else None


def _without_periods(text: str, clock: Clock) -> str:
    for period in reversed(guided_periods(text, clock)):
        text = text[: period.at] + text[period.to :]
    return text
