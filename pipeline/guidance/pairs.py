"""Which metric each amount of a sentence is one of: "revenue of $10 million", "$10 million in revenue"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.guidance.amounts import Amount
from pipeline.guidance.basis import action_of
from pipeline.guidance.metric_words import METRICS
from pipeline.guidance.metrics import Metric, unit_of
from pipeline.guidance.pair_words import (
    ALSO,
    ANEW,
    EARNS,
    IN_FRONT,
    JOINT,
    LINKED,
    PART_METRICS,
    PARTS,
    POINT,
    REVISED,
    THEN,
    THEN_TOLD,
    TO_MONEY,
)
from pipeline.guidance.periods import Guided
from pipeline.guidance.words import ASIDE, BY, COMPARED, CONSENSUS, DONE, EXPECTS, FORMER, GAAP, LOSS, NON_GAAP, REVISES

NEAR = 170  # characters between a metric and its amount
_PER_SHARE = next(units for name, _, units in METRICS if name == "eps")


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount with its metric and unit; `clause` begins where the amount before it ends; `is_loss` turns the sign."""

    metric: Metric
    amount: Amount
    unit: str
    clause: int
    is_loss: bool
    is_restated: bool = False  # "net income of $5 million, or $0.10 per share": basis and period are those before it


def pairs(
    text: str,
    found: Sequence[Amount],
    named: Sequence[Metric],
    periods: Sequence[Guided],
    listed: Mapping[int, Metric],
    *,
    led: bool,
) -> Iterator[Pair]:
    """Pairs in printed order; amounts told, quoted for comparison or named in passing are left out. `led`: a lead-in
    holds the verb; `listed`: metrics of amounts whose sentence lists them ("respectively")."""
    verbs = [match.start() for match in EXPECTS.finditer(text)]
    last: Pair | None = None
    clause = 0
    for n, amount in enumerate(found):
        end = found[n + 1].start if n + 1 < len(found) else len(text)
        start, clause = clause, amount.end
        before, after = text[start : amount.start], text[amount.end : end]
        if not led and not _is_expected(text, amount, verbs):
            continue
        revised = _revised(text, amount, found[:n], found[n + 1 :])
        if revised is None or _is_told(text, amount, periods):
            continue
        if _is_aside(text, amount, before, named):
            continue
        choice = [listed[amount.start]] if amount.start in listed else named
        pair = _pair(text, revised, choice, periods, start, before, after, last)
        if pair is not None and not _is_named_in_passing(pair, before):
            yield pair
            last = pair


def _is_expected(text: str, amount: Amount, verbs: Sequence[int]) -> bool:
    """Whether a verb of expectation stands before the amount in its point of a list, before the list, or behind."""
    points = [match.start() for match in POINT.finditer(text)]
    own = max((point for point in points if point <= amount.start), default=0)
    first = points[0] if points else 0
    for start in verbs:
        if own <= start < amount.start or start < first <= amount.start:
            return True
        if amount.end <= start and THEN.fullmatch(text[amount.end : start]):
            return True
    return False


def _is_aside(text: str, amount: Amount, before: str, named: Sequence[Metric]) -> bool:
    """Whether an amount is told as past, quoted for comparison, or a part of something else."""
    above = text[: amount.start]
    if COMPARED.search(above) or CONSENSUS.search(above):
        return True
    if FORMER.search(above) and action_of(text) != "reaffirms":
        return True
    done = DONE.search(before)
    if done and not EXPECTS.search(before[done.start() :]):
        return True
    if BY.search(before) and amount.kind == "money":
        return True
    if amount.kind == "percent" and TO_MONEY.match(text, amount.end):
        return True  # "increased 50% to $75 million"
    return _is_part(text, amount.start - len(before), amount.start, named)


def _is_named_in_passing(pair: Pair, before: str) -> bool:
    """Whether an amount only says what another holds: ", including amortization of $3 million"."""
    return pair.metric.name in PART_METRICS and PARTS.match(before) is not None


def _is_told(text: str, amount: Amount, periods: Sequence[Guided]) -> bool:
    """Whether the period right behind an amount is over: "$6.19 in fiscal 2023"."""
    told = THEN_TOLD.match(text, amount.end)
    return told is not None and not any(amount.end <= period.at < told.end() for period in periods)


def _is_part(text: str, start: int, end: int, named: Sequence[Metric]) -> bool:
    """Whether the words in front of an amount make it a part of another; "restructuring charges of" may be a metric."""
    aside = ASIDE.search(text, start, end)
    if aside is None:
        return False
    metric = next((m for m in named if m.start <= aside.start() < m.end), None)
    return metric is None or ASIDE.search(text, start, metric.start) is not None


def _revised(text: str, amount: Amount, earlier: Sequence[Amount], later: Sequence[Amount]) -> Amount | None:
    """Guidance raised "from 100% to 150%" is 150%; null for what it was ("to 8% from a range of 5% to 6%").""" ""
    above = text[: amount.start]
    if not REVISED.search(above):
        return amount
    verb = list(REVISES.finditer(above))
    if not verb or ANEW.search(above[verb[-1].end() :]):
        return amount
    if any(verb[-1].end() <= a.start for a in earlier):
        return None
    if later and re.fullmatch(
        r"\s*(?:growth\s)?to\s+(?:an?\s|range\sof\s|between\s)*", text[amount.end : later[0].start]
    ):
        return None
    joint = list(JOINT.finditer(text, amount.start, amount.end))
    if amount.form != "range" or not joint or amount.low is None or amount.high is None:
        return amount
    lowered = bool(re.match(r"lower|reduc|cut|decreas|down", verb[-1][0], re.IGNORECASE))
    value = amount.low if lowered else amount.high
    return replace(amount, low=value, high=value, form="point", start=joint[-1].end())


def _pair(
    text: str, amount: Amount, named: Sequence[Metric], periods: Sequence[Guided], start: int, before: str, after: str,
    last: Pair | None,
) -> Pair | None:  # fmt: skip
    clause = before + text[amount.start : amount.end] + after[:30]
    if last is not None and amount.kind in ("share", "money") and not amount.scaled and ALSO.search(before):
        return _also(amount, last, start)
    above = [
        m
        for m in named
        if m.end <= amount.start <= m.end + NEAR and unit_of(m, amount, _clause(m, text, start, clause), after)
    ]
    nearest = above[-1] if above else None
    is_taken = nearest is not None and (nearest.start < start or (last is not None and last.metric == nearest))
    front = _in_front(text, amount, named, clause, after)
    if nearest is not None and not is_taken and (front is None or _is_linked(text, nearest, amount, periods)):
        metric = nearest
    elif front is not None:
        metric = front
    elif nearest is not None and _is_anew(before + after[:60], periods, start, amount):
        metric = nearest
    elif amount.kind == "share" and (EARNS.search(before) or (last is not None and last.metric.name == "net_income")):
        metric = Metric("eps", text[amount.end : amount.end + 20].strip(), _PER_SHARE, amount.start, amount.end)
    else:
        return None
    unit = unit_of(metric, amount, _clause(metric, text, start, clause), after)
    return Pair(metric, amount, unit, start, _is_loss(text, metric, amount, start)) if unit else None


def _clause(metric: Metric, text: str, start: int, clause: str) -> str:
    """The words that say how a metric moves: those from the metric on, and those around the amount."""
    return text[metric.start : start] + clause if metric.start < start else clause


def _also(amount: Amount, last: Pair, start: int) -> Pair | None:
    """ "or $0.56 to $0.65 per diluted share": the same income by the share."""
    if last.metric.name not in ("net_income", "operating_income", "eps", "ffo"):
        return None
    metric = replace(last.metric, name="ffo" if last.metric.name == "ffo" else "eps", units=_PER_SHARE)
    return Pair(
        metric, replace(amount, kind="share"), f"{amount.currency}/share", start, last.is_loss, is_restated=True
    )


def _in_front(text: str, amount: Amount, named: Sequence[Metric], clause: str, after: str) -> Metric | None:
    """The metric that follows its amount: "$20 million of capital expenditures"."""
    later = next((m for m in named if m.start >= amount.end), None)
    if later is None or later.start - amount.end > 70 or not unit_of(later, amount, clause, after):
        return None
    return later if IN_FRONT.fullmatch(text[amount.end : later.start]) else None


def _is_linked(text: str, metric: Metric, amount: Amount, periods: Sequence[Guided]) -> bool:
    """Whether nothing but a verb, a period and small words stands between a metric and its amount."""
    gap = text[metric.end : amount.start]
    for period in periods:
        if metric.end <= period.at and period.to <= amount.start:
            gap = gap.replace(text[period.at : period.to], "")
    return bool(LINKED.fullmatch(re.sub(r"\b\d{4}\b", "", gap)))


def _is_anew(near: str, periods: Sequence[Guided], start: int, amount: Amount) -> bool:
    """Whether a second amount of a metric is for another period or on another basis."""
    if any(start <= period.at < amount.end + 60 for period in periods):
        return True
    return bool(NON_GAAP.search(near) or GAAP.search(near)) or "respectively" in near


def _is_loss(text: str, metric: Metric, amount: Amount, clause: int) -> bool:
    if amount.signed or amount.kind not in ("money", "share"):
        return False
    if metric.start == amount.start:  # "a loss of $.10 per share"
        return LOSS.search(text, max(clause, amount.start - 40), amount.start) is not None
    loss = LOSS.search(text, metric.start, amount.start) if metric.end <= amount.start else LOSS.search(metric.words)
    if loss is None:
        return False
    return not re.search(r"income|earnings|profit|eps", metric.words, re.IGNORECASE) or loss.start() >= metric.end
