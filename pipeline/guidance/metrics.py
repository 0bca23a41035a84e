"""The words of each metric, longest sense first, and the unit its amounts come in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.guidance.amounts import Amount
from pipeline.guidance.words import METRICS

_COMPILED = [(name, re.compile(words, re.IGNORECASE), kind, unit) for name, words, kind, unit in METRICS]


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric as printed at `start` to `end` of a sentence."""

    name: str
    words: str
    unit: str
    kind: str
    start: int
    end: int


def metrics(text: str) -> list[Metric]:
    """The metrics that a sentence names, in printed order; of two that overlap the more special stands."""
    found: list[Metric] = []
    for name, pattern, kind, unit in _COMPILED:
        for match in pattern.finditer(text):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(Metric(name, match[0], unit, kind, match.start(), match.end()))
    return sorted(found, key=lambda metric: metric.start)


def takes(metric: Metric, amount: Amount) -> bool:
    """Whether an amount can be one of this metric: no dollars for a margin, no millions for a share."""
    if metric.kind == "share":
        return amount.kind == "money" and not amount.whole
    return metric.kind == amount.kind and (amount.kind == "percent" or amount.whole)
