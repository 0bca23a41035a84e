"""The sign of an amount by the words around it: a loss, a decline."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.terms.action_words import ACTIONS
from pipeline.guidance.terms.amounts import turned
from pipeline.guidance.terms.moving_words import BY, GROWS, SHRINKS

_PARTS = re.compile(r"[,;]\s")
_FALL_FROM = re.compile(  # what a decline is counted from, which is no rise: "decline sequentially by"
    r"(?P<falls>\b(?:declin(?:es?|ing)|decreas(?:es?|ing)|down|lower|fall|drop|reduc(?:e|ing|tion)|shrink))"
    r"\s(?:[a-z]+ly\s)?(?:sequentially|year[- ]over[- ]year|over|compared|on an? (?:[\w-]+\s)+basis)\b",
    ANY_CASE,
)
_FALLS_BY = re.compile(r"\s(?:declines?|decreases?|drop|reduction)\b", ANY_CASE)  # right behind a rate
_FALLS_IN = re.compile(  # in front of a metric: "a decline in organic" revenue "of 2%"
    r"\b(?:decline|decrease|reduction|drop|fall)\sin\s(?:(?!and\b|or\b)[\w-]+\s){0,3}$", ANY_CASE
)
_EASES = re.compile(r"\bimprov|(?<!de-)\bleverag(?:e|ing)\b", ANY_CASE)  # a cost


def signed(text: str, pair: Pair, after: str) -> tuple[Decimal | None, Decimal | None]:
    """Low and high with the sign that the words give: a loss, a decline."""
    low, high = pair.amount.low, pair.amount.high
    if pair.is_loss or (
        pair.unit in ("percent_change", "basis points") and not pair.amount.signed and _shrinks(text, pair, after)
    ):
        return turned(low, high)
    return low, high


def _shrinks(text: str, pair: Pair, after: str) -> bool:
    """Whether a growth rate is one of decline: by the nearest word of movement in front of it, else behind it; costs
    that improve are a smaller share of sales."""
    before = text[min(pair.clause, pair.metric.start) : pair.amount.start]
    is_of_costs = pair.unit == "basis points" and "of_sales" in pair.metric.units
    if _FALLS_IN.search(text, 0, pair.metric.start) and goes_down(text[pair.metric.end : pair.amount.start]) is None:
        return True
    if _FALLS_BY.match(after) or (is_of_costs and _eases(before, pair.metric.words)):
        return True
    if not BY.search(before):
        for _, words in ACTIONS:  # "lowers its growth guidance to 5%" is growth
            before = words.sub(" ", before)
    if (falls := goes_down(before)) is not None:
        return falls
    near = re.split(r"[,;.]", after[:40])[0]
    shrinking, growing = SHRINKS.search(near), GROWS.search(near)
    return shrinking is not None and (growing is None or shrinking.start() < growing.start())


def _eases(before: str, cost: str) -> bool:
    """Whether the words in front of an amount ease the cost that they name."""
    own = _PARTS.split(before[: before.rfind(cost)])[-1] + before[before.rfind(cost) :]
    return _EASES.search(own) is not None


def goes_down(words: str) -> bool | None:
    """Whether the last word of movement is one of decline; null where there is none."""
    words = _FALL_FROM.sub(r"\g<falls>", words)
    down = [m.start() for m in SHRINKS.finditer(words)]
    up = [m.start() for m in GROWS.finditer(words)]
    return max(down, default=-1) > max(up, default=-1) if down or up else None
