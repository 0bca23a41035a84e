"""Which metric each amount of a sentence is one of: "revenue of $10 million", "$10 million in revenue"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.guidance.amounts import Amount
from pipeline.guidance.expected import expected
from pipeline.guidance.gaps import Gap, is_change, is_loss
from pipeline.guidance.metric_words import METRICS
from pipeline.guidance.metrics import Metric
from pipeline.guidance.pair_words import (
    ALSO,
    ALSO_COUNTED,
    ALSO_LISTED,
    AND_ANOTHER,
    AND_ANOTHER_MOVES,
    AND_FOR,
    AND_FOR_A_PART,
    AND_TO,
    ASSUMES,
    BY_WHICH,
    EARNS,
    ELSE_OR,
    FROM_FORMER,
    GAINS_ON,
    GROWTH,
    GROWTH_BESIDE,
    GUIDES,
    IN_ANOTHER,
    IN_FRONT,
    IN_ONE_PLACE,
    INSERTED,
    INSTEAD,
    LEAVES_OUT,
    LESS_OR_MORE,
    LINKED,
    OF_ITS_OWN,
    ON_A_BASIS,
    PART_METRICS,
    PARTS,
    PASSIVE,
    PER_ON_A_BASIS,
    RANGES_ON,
    SAME,
    TO_A_RATE,
    TO_BE,
    TO_DO,
    WITH,
)
from pipeline.guidance.periods import Guided
from pipeline.guidance.units import OF_SALES
from pipeline.guidance.words import CONSENSUS, GAAP, NON_GAAP

NEAR = 170  # characters between a metric and its amount
_CLOSE = 70
_INCOMES = ("net_income", "operating_income")  # "earnings from operations of $.38 a share"
_SPENT_ON = ("capital_expenditures", "research_and_development")  # "to spend $20 million on"
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
    last: Pair | None = None
    clause = 0
    in_passing = False
    for n, amount in enumerate(expected(text, found, named, periods, led=led)):
        end = found[n + 1].start if n + 1 < len(found) else len(text)
        start = clause
        is_move = found[n].kind == "points" and TO_A_RATE.match(text, found[n].end) is not None
        if amount is not None or not (is_move or INSTEAD.fullmatch(text[found[n].end : end])):
            clause = found[n].end
        if amount is None:
            continue
        gap = Gap(text, start, text[start : found[n].start], text[found[n].end : end])
        if found[n].start in listed:
            pair = _paired(gap, amount, listed[found[n].start], last)
        else:
            pair = _pair(gap, amount, named, periods, last)
        in_passing = pair is not None and (
            _is_named_in_passing(pair, gap)
            or (in_passing and any(words.fullmatch(gap.before) for words in (ALSO_LISTED, ALSO)))
        )
        if pair is not None and not in_passing:
            yield pair
            last = pair


def _is_named_in_passing(pair: Pair, gap: Gap) -> bool:
    """Whether an amount only says what another holds: ", including amortization of $3 million"."""
    if pair.metric.name not in PART_METRICS:
        return False
    inserted = (match.span() for match in INSERTED.finditer(gap.text))
    return PARTS.match(gap.before) is not None or any(start < pair.metric.start < end for start, end in inserted)


def _pair(
    gap: Gap, amount: Amount, named: Sequence[Metric], periods: Sequence[Guided], last: Pair | None
) -> Pair | None:
    if last is not None and amount.kind in ("share", "money") and not amount.scaled and ALSO.search(gap.before):
        return _also(amount, last, gap.start)
    if last is not None and _restates(gap, amount, last):
        return None
    if last is not None and amount.kind == "percent" and BY_WHICH.search(gap.before) and OF_SALES.match(gap.after):
        return _paired(gap, amount, last.metric, last) if "margin" in last.metric.units else None
    if (
        last is not None
        and last.amount.kind != amount.kind
        and (RANGES_ON.fullmatch(gap.before) or AND_TO.search(gap.before))
    ):
        return _paired(gap, amount, last.metric, last)  # "to rise 22% from last year and to exceed"
    metric = _metric(gap, amount, named, periods, last) or _of_same_volume(gap, amount, last)
    return _paired(gap, amount, metric, last) if metric else None


def _of_same_volume(gap: Gap, amount: Amount, last: Pair | None) -> Metric | None:
    """The volume named before, of another kind: "production of 17 million silver ounces and 200,000 gold ounces"."""
    if last is None or last.metric.name != "production_volume" or {amount.kind, last.amount.kind} != {"count"}:
        return None
    return last.metric if ALSO_COUNTED.fullmatch(gap.before) else None


def _paired(gap: Gap, amount: Amount, metric: Metric, last: Pair | None) -> Pair | None:
    unit = gap.unit(amount, metric)
    is_of_last = last is not None and last.metric is metric and last.unit == "percent_change"
    if unit == "percent" and is_of_last and not OF_SALES.match(gap.after):
        unit = "percent_change"  # "growth of 3% on a GAAP basis and 4% on a cash basis"
    if amount.kind in ("money", "share") and is_change(gap.text, metric, amount):
        return None
    return Pair(metric, amount, unit, gap.start, is_loss(gap, metric, amount)) if unit else None


def _metric(
    gap: Gap, amount: Amount, named: Sequence[Metric], periods: Sequence[Guided], last: Pair | None
) -> Metric | None:
    """The metric linked to an amount in front of it, else the one behind it, else the nearest in front."""
    inserted = [match.span() for match in INSERTED.finditer(gap.text, 0, amount.start)]
    above = [
        m
        for m in named
        if m.end <= amount.start <= m.end + NEAR + sum(end - start for start, end in inserted if m.end <= start)
        and gap.unit(amount, m)
        and not any(start < m.start < end for start, end in inserted)
        and not _is_qualifying(gap.text, m, named)
    ]
    nearest = above[-1] if above else None
    begun = 0 if any(start < gap.start < end for start, end in inserted) else gap.start
    income = next((m for m in reversed(named) if m.name in _INCOMES and m.end <= amount.start), None)
    if (
        amount.kind == "share"
        and income is not None
        and max(gap.start, nearest.end if nearest else 0) <= income.start
        and _is_linked(gap.text, income, amount, periods)
    ):
        return replace(income, name="eps", units=_PER_SHARE)
    is_taken = nearest is not None and (nearest.start < begun or (last is not None and last.metric == nearest))
    behind = _behind(gap, amount, named)
    if nearest is not None and not is_taken and (behind is None or _is_linked(gap.text, nearest, amount, periods)):
        return nearest
    if behind is not None:
        return behind
    if nearest is not None and _is_anew(gap, periods, amount):
        return nearest
    if last is not None and _is_for_another_period(gap, amount, named, periods, last):
        return last.metric
    by_share = amount.kind == "share" or (amount.kind == "money" and not amount.scaled and CONSENSUS.search(gap.before))
    if by_share and not named and GUIDES.search(gap.before):
        return Metric("eps", "per share", _PER_SHARE, amount.start, amount.end)
    if OF_ITS_OWN.search(gap.before):
        return None  # "income tax expense of $0.06 per share"
    if amount.kind == "share" and (EARNS.search(gap.before) or _is_of_income(gap, amount, named, last)):
        return Metric("eps", "per share", _PER_SHARE, amount.start, amount.end)
    return None


def _is_qualifying(text: str, metric: Metric, named: Sequence[Metric]) -> bool:
    """Whether a metric only says what another leaves out: "EBITDA before the contribution from land sales"."""
    if text.endswith((" before ", " included in "), 0, metric.start) or GAINS_ON.search(text, 0, metric.start):
        return True
    left_out = LEAVES_OUT.search(text, 0, metric.start)
    return left_out is not None and any(other.end == left_out.start() for other in named)


def _is_for_another_period(
    gap: Gap, amount: Amount, named: Sequence[Metric], periods: Sequence[Guided], last: Pair
) -> bool:
    """Whether an amount by the share is of the earnings before it, for another period: "of $0.93 per diluted share and
    for the full year to be $3.88"."""
    if amount.kind != "share" or last.amount.kind != "share" or not AND_FOR.match(gap.before):
        return False
    is_named = any(gap.start <= metric.start < amount.start for metric in named)
    return not is_named and any(gap.start <= period.at < amount.start for period in periods)


def _is_of_income(gap: Gap, amount: Amount, named: Sequence[Metric], last: Pair | None) -> bool:
    """Whether an amount a share is of the income named before it: "net income, at a 30% tax rate, will be $0.88"."""
    if last is not None and last.metric.name != "effective_tax_rate":
        return last.metric.name == "net_income"
    is_named = any(m.name == "net_income" and m.end <= amount.start for m in named)
    return is_named and TO_BE.search(gap.before) is not None


def _also(amount: Amount, last: Pair, start: int) -> Pair | None:
    """ "or $0.56 to $0.65 per diluted share": the same income by the share."""
    if last.metric.name not in ("net_income", "operating_income", "eps", "ffo"):
        return None
    metric = replace(last.metric, name="ffo" if last.metric.name == "ffo" else "eps", units=_PER_SHARE)
    return Pair(
        metric, replace(amount, kind="share"), f"{amount.currency}/share", start,
        last.is_loss and not amount.signed, is_restated=True,
    )  # fmt: skip


def _restates(gap: Gap, amount: Amount, last: Pair) -> bool:
    """Whether a rate only says by how much the amount before grows: ", representing growth of 5% to 7%"."""
    kinds = {"percent": ("money", "share", "rate", "count"), "points": ("percent",), "words": ("money", "share")}
    if last.amount.kind not in kinds.get(amount.kind, ()):
        return False
    if gap.before.endswith("(") and GROWTH_BESIDE.match(gap.after):
        return True
    return bool(GROWTH.search(gap.before) or (BY_WHICH.search(gap.before) and LESS_OR_MORE.match(gap.after)))


def _behind(gap: Gap, amount: Amount, named: Sequence[Metric]) -> Metric | None:
    """The metric that follows its amount: "$20 million of capital expenditures"."""
    metric = next((m for m in named if m.start >= amount.end), None)
    if metric is None or metric.start - amount.end > _CLOSE or not gap.unit(amount, metric):
        return None
    if metric.words == "shares" and not ASSUMES.search(gap.text, 0, amount.start):
        return None
    between = gap.text[amount.end : metric.start]
    if between == " on " and metric.name in _SPENT_ON:
        return metric
    return metric if IN_FRONT.fullmatch(between) or FROM_FORMER.fullmatch(between) else None


def _is_linked(text: str, metric: Metric, amount: Amount, periods: Sequence[Guided]) -> bool:
    """Whether nothing but a verb, a period and small words stands between a metric and its amount."""
    gap = text[metric.end : amount.start]
    for period in periods:
        if metric.end <= period.at and period.to <= amount.start:
            gap = gap.replace(text[period.at : period.to], "")
    return gap.strip(" ,") != "and" and bool(LINKED.fullmatch(re.sub(r"\b\d{4}\b", "", gap)))


def _is_anew(gap: Gap, periods: Sequence[Guided], amount: Amount) -> bool:
    """Whether a second amount of a metric is for another period or on another basis, and of nothing else."""
    to_do = TO_DO.search(gap.before)
    if to_do is not None and amount.kind != "count" and f"to {to_do['do']} " not in gap.text[: gap.start]:
        return False
    if OF_ITS_OWN.search(gap.before) or (WITH.search(gap.before) and gap.after.startswith(" of ")):
        return False
    if ELSE_OR.search(gap.before) and ON_A_BASIS.match(gap.after):
        return True
    if amount.kind == "percent" and IN_ONE_PLACE.fullmatch(gap.before) and IN_ANOTHER.match(gap.after):
        return True
    if AND_FOR_A_PART.fullmatch(gap.before) or (PER_ON_A_BASIS.match(gap.after) and AND_ANOTHER.fullmatch(gap.before)):
        return True
    subject = PASSIVE.search(gap.before)
    if subject is not None and not SAME.search(subject["what"]):
        return False
    another = AND_ANOTHER_MOVES.search(gap.before)
    if another is not None and not SAME.search(another["what"]):
        return False
    near = gap.before + re.split(r"[;,]\s", gap.after[:_CLOSE])[0]
    if any(gap.start <= period.at < amount.end + _CLOSE for period in periods):
        return True
    return bool(NON_GAAP.search(near) or GAAP.search(near)) or "respectively" in near
