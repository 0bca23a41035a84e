"""What one sentence expects: its amounts, each with metric, unit, sign, basis, scope, period and action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.guidance.amounts import Amount
from pipeline.guidance.basis import action_of, basis_of, scope_of
from pipeline.guidance.metrics import Metric, metrics
from pipeline.guidance.others import others
from pipeline.guidance.pairs import Pair, pairs
from pipeline.guidance.periods import Clock, Guided, guided_periods
from pipeline.guidance.respectively import shares
from pipeline.guidance.statement_words import OWN
from pipeline.guidance.wording import with_wordings
from pipeline.guidance.words import ACTIONS, BY, GROWS, SHRINKS

_INSTANTS = ("cash_balance", "backlog", "store_count", "headcount", "recurring_revenue")


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a sentence: the texts of lead-in and heading, nearest first, and the period in force."""

    texts: tuple[str, ...] = ()
    period: Guided | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An expectation without its place; values in whole units, no period's dates where the words give none."""

    metric: str
    words: str
    scope: str | None
    basis: str
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    form: str
    period: Guided
    action: str


def stated(text: str, above: Above, clock: Clock, *, led: bool) -> Iterator[Item]:
    """The items of a sentence, in printed order; `led`: a lead-in or heading makes an expectation of it."""
    named = metrics(text)
    found = with_wordings(text, named)
    if not found:
        return
    periods = guided_periods(text, clock)
    listed = shares(text, found, named, periods)
    read = list(pairs(text, found, named, periods, listed.metrics, led=led))
    if not read:
        yield from _unnamed(text, found, periods, above)
        return
    opening = text[: min((m.start for m in named), default=0)]
    item: Item | None = None
    for pair in read:
        period = (
            listed.periods.get(pair.amount.start)
            or _period_of(pair.amount, periods, found, text, pair.metric.end)
            or above.period
        )
        if pair.is_restated and item is not None:
            period = item.period
        if period is None:
            continue
        after = text[pair.amount.end : _next(pair.amount.end, found, named, len(text))]
        clause = _listed_clause(text, pair, listed.metrics) if listed.metrics else _own_clause(text, pair)
        basis = basis_of(pair.metric, clause, after, opening, *above.texts)
        if pair.is_restated and item is not None and basis == "unstated":
            basis = item.basis
        basis = listed.bases.get(pair.amount.start, basis)
        low, high = _signed(text, pair, after)
        item = Item(
            pair.metric.name, pair.metric.words, scope_of(pair.metric, text), basis, pair.unit, low, high,
            pair.amount.form, fitted(period, pair.metric.name), action_of(text, *above.texts),
        )  # fmt: skip
        yield item


def _unnamed(text: str, found: Sequence[Amount], periods: Sequence[Guided], above: Above) -> Iterator[Item]:
    """Expected amounts of what no metric names."""
    for amount, what in others(text, found):
        period = _period_of(amount, periods, found, text, 0) or above.period
        if period is not None:
            yield Item(
                "other", what, what, "unstated", amount.currency, amount.low, amount.high, amount.form, period,
                action_of(text),
            )  # fmt: skip


def _own_clause(text: str, pair: Pair) -> str:
    """The words that qualify an amount: from the amount before it to its end, or to its metric behind it."""
    return text[pair.clause : max(pair.amount.end, pair.metric.end)]


def _listed_clause(text: str, pair: Pair, listed: Mapping[int, Metric]) -> str:
    """The words that qualify a metric of a list: from the metric before it."""
    before = [metric.end for metric in listed.values() if metric.end <= pair.metric.start]
    return text[max(before, default=0) : pair.metric.end]


def _next(place: int, found: Sequence[Amount], named: Sequence[Metric], end: int) -> int:
    return min([a.start for a in found if a.start >= place] + [m.start for m in named if m.start >= place] + [end])


def _period_of(
    amount: Amount, periods: Sequence[Guided], found: Sequence[Amount], text: str, metric_end: int
) -> Guided | None:
    """The period right behind an amount (and its metric), else the last one before it, else the first one behind it."""
    end = max(amount.end, metric_end)
    behind = [p for p in periods if p.at >= end]
    if behind and not any(end <= a.start < behind[0].at for a in found) and OWN.fullmatch(text[end : behind[0].at]):
        return behind[0]
    before = [p for p in periods if p.to <= amount.start or p.at < amount.end]
    return before[-1] if before else behind[0] if behind else None


def fitted(period: Guided, metric: str) -> Guided:
    """A stock is expected at a period's end; what flows is expected over the period that a date ends."""
    if metric in _INSTANTS and period.end is not None and (period.is_instant or metric == "cash_balance"):
        return replace(period, start=None)
    return period


def _signed(text: str, pair: Pair, after: str) -> tuple[Decimal | None, Decimal | None]:
    """Low and high with the sign that the words give: a loss, a decline."""
    low, high = pair.amount.low, pair.amount.high
    if pair.is_loss or (
        pair.unit in ("percent_change", "basis points") and not pair.amount.signed and _shrinks(text, pair, after)
    ):
        return (None if high is None else -high), (None if low is None else -low)
    return low, high


def _shrinks(text: str, pair: Pair, after: str) -> bool:
    """Whether a growth rate is one of decline: by the nearest word of movement in front of it, else behind it."""
    before = text[
        min(pair.clause, pair.metric.start)
        if pair.metric.start < pair.amount.start
        else pair.clause : pair.amount.start
    ]
    if not BY.search(before):
        for _, words in ACTIONS:  # "lowers its growth guidance to 5%" is growth
            before = words.sub(" ", before)
    down = [m.start() for m in SHRINKS.finditer(before)]
    up = [m.start() for m in GROWS.finditer(before)]
    if down or up:
        return max(down, default=-1) > max(up, default=-1)
    near = re.split(r"[,;.]", after[:40])[0]
    shrinking, growing = SHRINKS.search(near), GROWS.search(near)
    return shrinking is not None and (growing is None or shrinking.start() < growing.start())
