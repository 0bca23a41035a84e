"""Guidance that is withdrawn or suspended: an item for each metric named, without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.filing.patterns import words
from pipeline.guidance.basis import basis_of, scope_of
from pipeline.guidance.metrics import metrics
from pipeline.guidance.periods import Clock, Guided, guided_period
from pipeline.guidance.statement import Above, Item
from pipeline.guidance.words import NOT_WITHDRAWN, WITHDRAWS

_GUIDANCE = re.compile(words("guidance", "outlook", "forecast", "targets"), re.IGNORECASE)
_NO_PERIOD = Guided(None, None, "")


def may_withdraw(text: str) -> bool:
    """Whether a text withdraws or suspends something that may be guidance."""
    return _GUIDANCE.search(text) is not None and WITHDRAWS.search(text) is not None  # the costly one second


@lru_cache(maxsize=1 << 12)  # asked of every sentence, and many are printed again the next quarter
def withdraws(text: str) -> bool:
    """Whether a sentence withdraws or suspends guidance."""
    match = WITHDRAWS.search(text) if _GUIDANCE.search(text) else None
    return match is not None and not NOT_WITHDRAWN.search(match[0])


def withdrawn(text: str, above: Above, clock: Clock) -> Iterator[Item]:
    """The items of a sentence that withdraws guidance; where it names no metric, one item of metric `other`."""
    match = WITHDRAWS.search(text)
    if match is None:
        return
    clause = text[match.start() :]
    period = guided_period(clause, clock) or guided_period(text, clock) or above.period or _NO_PERIOD
    named = {metric.name: metric for metric in metrics(clause) if metric.name != "other"}
    for name, metric in named.items():
        before = clause[max(0, metric.start - 40) : metric.end]
        yield Item(
            name, metric.words, scope_of(metric, clause), basis_of(metric, before, "", "", *above.texts),
            next(iter(metric.units.values())), None, None, "qualitative", period, "withdraws",
        )  # fmt: skip
    if not named:
        yield Item(
            "other", match[0], "financial guidance", "unstated", None, None, None, "qualitative", period, "withdraws"
        )
