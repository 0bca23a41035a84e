"""An amount expected of two alike: for two periods ("3% in both 2019 and 2020"), of two metrics ("revenue and EPS to
grow 5%")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.named import Named
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.sentence.pair_words import JOINED
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.periods import Guided

_AND = re.compile(r"\s*,?\s*and\s+(?:(?:for|in|during)\s+)?(?:(?:the|its|our|all of)\s+)*", ANY_CASE)
_BOTH = re.compile(r"\b(?:both|each of)\s+(?:(?:the|its|our)\s+)*$", ANY_CASE)
_AHEAD = re.compile(r"\bfor (?:(?:the|our|its) )?$", ANY_CASE)  # a rate: "For the quarter and full year, a tax rate of"
_AND_METRIC = re.compile(
    r"(?:(?:\sgrowth)?\s(?:guidance|outlook))?\sand\s(?:(?:net|total|diluted|adjusted|core|(?:non-)?gaap|our|its)\s){0,2}",
    ANY_CASE,
)
_OF_BOTH = re.compile(r"\s(?:(?:are|will|should)\b|to\s(?:be|grow|increase|decline|decrease|rise|fall)\b)", ANY_CASE)
_STOPS = re.compile(r"\s*(?:[,.;)]|$)")
_FIGURE = re.compile(r"\d")


def joint(text: str, amount: Amount, period: Guided, periods: Sequence[Guided]) -> Guided | None:
    """The second period of an amount, joined to its own by "and": behind the amount, told by "both", or both ahead of
    the one rate of a sentence."""
    place = next((n for n, other in enumerate(periods) if other is period), None)
    if place is None:
        return None
    for first, second in ((place, place + 1), (place - 1, place)):
        if first < 0 or second >= len(periods):
            continue
        one, other = periods[first], periods[second]
        if (one.end == other.end and one.start == other.start) or not _AND.fullmatch(text[one.to : other.at]):
            continue
        is_behind = amount.end <= one.at and first == place and _STOPS.match(text, other.to)
        is_ahead = amount.kind == "percent" and _AHEAD.search(text[: one.at]) and _is_alone(text, amount, other)
        if is_behind or is_ahead or _BOTH.search(text[: one.at]):
            return other if first == place else one
    return None


def _is_alone(text: str, amount: Amount, period: Guided) -> bool:
    """Whether no other figure stands behind a period and its amount."""
    return period.to <= amount.start and not _FIGURE.search(text[period.to : amount.start] + text[amount.end :])


def beside(sentence: Named, pair: Pair) -> Metric | None:
    """The metric that a rate of change, or an expectation in words, is of as well: "revenue and EBITDA growth of 5%",
    "sales and earnings are expected to be flat"; none where the sentence lists the metrics of its amounts."""
    text, end = sentence.text, pair.metric.end
    is_rate = text.startswith(" growth", end) or pair.metric.words.endswith("growth") or _OF_BOTH.match(text, end)
    if not is_rate or not (pair.unit == "percent_change" or pair.amount.kind == "state"):
        return None
    second = next((m for m in sentence.metrics if _AND_METRIC.fullmatch(text, m.end, pair.metric.start)), None)
    if second is None or "change" not in second.units or pair.amount.start in sentence.lists.metrics:
        return None
    return None if goes_on(text, pair, sentence.amounts) else second


def goes_on(text: str, pair: Pair, found: Sequence[Amount]) -> bool:
    """Whether a second amount is joined to an amount: "of 5% and 7%"."""
    after = next((amount for amount in found if amount.start >= pair.amount.end), None)
    return after is not None and JOINED.fullmatch(text, pair.amount.end, after.start) is not None
