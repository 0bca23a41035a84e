"""The metric that a sentence links to an amount: in front of it, behind it, or that of the amount before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.gaps import Gap
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.sentence.pair_words import (
    AND_ANOTHER_MOVES,
    ASSUMES,
    EARNS,
    FOR_ANOTHER,
    GAINS_ON,
    GUIDES,
    IN_ALL,
    IN_FRONT,
    INSERTED,
    JOINT,
    LEAVES_OUT,
    LINKED,
    OF_A_MOVE,
    OF_ITS_OWN,
    PART,
    PASSIVE,
    SAME,
    THEN_ON,
    TO_BE,
    TO_DO,
    TO_OPEN,
)
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.basis_words import GAAP, NON_GAAP
from pipeline.guidance.terms.metric_units import PER_SHARE
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.periods import Guided
from pipeline.guidance.terms.words import CONSENSUS, RESPECTIVELY
from pipeline.tables.numbers import RATED

_NEAR = 170  # characters between a metric and its amount
_CLOSE = 70
_USE = 35  # characters up to a period behind an amount: " per diluted share for the full year"
_BY_UNIT = re.compile(rf" per (?:\w+ )?(?:{RATED})(?= )", ANY_CASE)  # "$780-$860 per ounce cash operating cost"
_NOW = re.compile(
    r"\b(?:now|current (?:guidance|outlook|estimate|expectation|range))\b", ANY_CASE
)  # what was expected before
_INCOMES = ("net_income", "operating_income")  # "earnings from operations of $.38 a share"
_EARNED = ("ebitda", "operating_income", "ffo")
_RESULT = re.compile(r"(?:loss|profit|income)(?:es)?", ANY_CASE)
_VERB = re.compile(
    r"\b(?:to (?:be|remain|increase|grow|rise|improve|decline|decrease|fall)|will|should|is|are)\s", ANY_CASE
)
_SPENDS = re.compile(r"\b(?:spend|invest)(?:ing)?\b", ANY_CASE)
_ON = re.compile(r" on (?:(?!and )\w+ ){0,2}")  # "to spend $4 million on base capital expenditures"
_MAKES = re.compile(r"\b(?:ship|sell|deliver|produce|build|manufacture|make)(?:ing)?\b[^.;]*$", ANY_CASE)
_SPENT_ON = ("capital_expenditures", "research_and_development")  # "to spend $20 million on"


def linked_metric(
    gap: Gap, amount: Amount, named: Sequence[Metric], periods: Sequence[Guided], last: Pair | None
) -> Metric | None:
    """The metric linked to an amount in front of it, else the one behind it, else the nearest in front."""
    inserted = [match.span() for match in INSERTED.finditer(gap.text, 0, amount.start)]
    nearest = _nearest(gap, amount, named, inserted)
    if nearest is not None and _RESULT.fullmatch(nearest.words):  # "EBITDA in the range of a loss of"
        earned = (m for m in reversed(named) if m.name in _EARNED and m.end <= nearest.start and gap.unit(amount, m))
        nearest = next((m for m in earned if is_linked(gap.text, m, amount, periods)), nearest)
    if nearest is not None and _is_another_moved(gap.text[nearest.end : amount.start]):
        nearest = None
    if by_share := _income_a_share(gap, amount, named, nearest, periods):
        return by_share
    begun = 0 if any(start < gap.start < end for start, end in inserted) else gap.start
    is_taken = nearest is not None and (nearest.start < begun or (last is not None and last.metric == nearest))
    behind = _behind(gap, amount, named)
    if nearest is not None and not is_taken and (behind is None or is_linked(gap.text, nearest, amount, periods)):
        return nearest
    if behind is not None:
        return behind
    if not _is_of_its_own(gap, amount):
        is_named = any(gap.start <= metric.start < amount.start for metric in named)
        if last is not None and (last.metric == nearest or not is_named) and _goes_on(gap, amount, periods, last):
            return last.metric
        if nearest is not None and _is_anew(gap, periods, amount):
            return nearest
    is_by_share = _is_by_share_alone(gap, amount, named, last)
    return Metric("eps", "per share", PER_SHARE, amount.start, amount.end) if is_by_share else None


def _is_another_moved(between: str) -> bool:
    """Whether something without a metric is what an amount behind a metric and its verb is of: "revenue to increase and
    expenses to be less than"."""
    another = AND_ANOTHER_MOVES.search(between)
    return another is not None and not SAME.search(another["what"]) and bool(_VERB.search(between, 0, another.start()))


def _nearest(gap: Gap, amount: Amount, named: Sequence[Metric], inserted: Sequence[tuple[int, int]]) -> Metric | None:
    """The last metric in front of an amount that it can be one of, near it but for words that are inserted."""
    for metric in reversed(named):
        reach = _NEAR + sum(end - start for start, end in inserted if metric.end <= start)
        if not metric.end <= amount.start <= metric.end + reach:
            continue
        unit = gap.unit(amount, metric)
        is_beside = gap.text[metric.end : amount.start] == " " and gap.text.endswith((" and ", ", "), 0, metric.start)
        if unit is None and amount.kind == "percent" and is_beside:
            return None  # "operating expenses will be 8% and cost of sales 70%"
        is_inserted = any(start < metric.start < end for start, end in inserted)
        if unit and not is_inserted and not _is_qualifying(gap.text, metric, named):
            return metric
    return None


def _income_a_share(
    gap: Gap, amount: Amount, named: Sequence[Metric], nearest: Metric | None, periods: Sequence[Guided]
) -> Metric | None:
    """Earnings per share, where an amount a share is linked to the income named before it."""
    income = next((m for m in reversed(named) if m.name in _INCOMES and m.end <= amount.start), None)
    if amount.kind != "share" or income is None or income.start < max(gap.start, nearest.end if nearest else 0):
        return None
    is_of_it = is_linked(gap.text, income, amount, periods)
    return replace(income, name="eps", units=PER_SHARE) if is_of_it else None


def _is_by_share_alone(gap: Gap, amount: Amount, named: Sequence[Metric], last: Pair | None) -> bool:
    """Whether an amount with no metric before it is earnings per share: "guidance of $1.05 to $1.10 per share"."""
    by_share = amount.kind == "share" or (amount.kind == "money" and not amount.scaled and CONSENSUS.search(gap.before))
    if by_share and not named and GUIDES.search(gap.before):
        return True
    if amount.kind != "share" or OF_ITS_OWN.search(gap.before):  # "income tax expense of $0.06 per share"
        return False
    return EARNS.search(gap.before) is not None or _is_of_income(gap, amount, named, last)


def _is_qualifying(text: str, metric: Metric, named: Sequence[Metric]) -> bool:
    """Whether a metric only says what another leaves out: "EBITDA before the contribution from land sales"."""
    if text.endswith((" before ", " included in "), 0, metric.start) or GAINS_ON.search(text, 0, metric.start):
        return True
    left_out = LEAVES_OUT.search(text, 0, metric.start)
    return left_out is not None and any(other.end == left_out.start() for other in named)


def _is_of_income(gap: Gap, amount: Amount, named: Sequence[Metric], last: Pair | None) -> bool:
    """Whether an amount a share is of the income named before it: "net income, at a 30% tax rate, will be $0.88"."""
    if last is not None and last.metric.name != "effective_tax_rate":
        return last.metric.name == "net_income"
    is_named = any(m.name == "net_income" and m.end <= amount.start for m in named)
    return is_named and TO_BE.search(gap.before) is not None


def _behind(gap: Gap, amount: Amount, named: Sequence[Metric]) -> Metric | None:
    """The metric that follows its amount: "$20 million of capital expenditures"."""
    metric = next((m for m in named if m.start >= amount.end), None)
    if metric is None or metric.start - amount.end > _CLOSE or not gap.unit(amount, metric):
        return None
    if metric.words == "shares" and not ASSUMES.search(gap.text, 0, amount.start):
        return None
    if metric.words == "units" and _MAKES.search(gap.before):
        return None
    by_unit = _BY_UNIT.match(gap.text, amount.end) if amount.kind == "rate" else None
    between = gap.text[by_unit.end() if by_unit else amount.end : metric.start]
    if metric.name in _SPENT_ON and (between == " on " or (_SPENDS.search(gap.before) and _ON.fullmatch(between))):
        return metric
    return metric if IN_FRONT.fullmatch(between) else None


def is_linked(text: str, metric: Metric, amount: Amount, periods: Sequence[Guided]) -> bool:
    """Whether nothing but a verb, a period, what is inserted and small words stands between a metric and its amount."""
    inserted = [match.span() for match in INSERTED.finditer(text, metric.end, amount.start)]
    gap = _without(text, metric.end, amount.start, [*inserted, *((period.at, period.to) for period in periods)])
    return gap.strip(" ,") != "and" and bool(LINKED.fullmatch(re.sub(r"\b\d{4}\b", "", gap)))


def _without(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> str:
    """A part of a text, blank where the spans that lie in it stand."""
    part = text[start:end]
    for first, last in spans:
        if start <= first and last <= end:
            part = part[: first - start] + " " * (last - first) + part[last - start :]
    return part


def _is_of_its_own(gap: Gap, amount: Amount) -> bool:
    """Whether the words around a second amount make it one of something that no metric names."""
    to_do = TO_DO.search(gap.before)
    if to_do is not None and amount.kind != "count" and f"to {to_do['do']} " not in gap.text[: gap.start]:
        return True
    if OF_ITS_OWN.search(gap.before) or (amount.kind != "percent" and gap.after.startswith(" of ")):
        return True
    if amount.kind != "percent" and (OF_A_MOVE.search(gap.before) or FOR_ANOTHER.match(gap.after)):
        return True
    subjects = (PASSIVE.search(gap.before), AND_ANOTHER_MOVES.search(gap.before))
    return any(subject is not None and not SAME.search(subject["what"]) for subject in subjects)


def _goes_on(gap: Gap, amount: Amount, periods: Sequence[Guided], last: Pair) -> bool:
    """Whether an amount goes on with the one right before, of its unit: for another part, place or period, on another
    basis, and with no word of anything else: "$60 million in the U.S. and $40 million overseas"."""
    if gap.start != last.amount.end or gap.unit(amount, last.metric) != last.unit:
        return False
    before = _without(gap.text, gap.start, amount.start, [(period.at, period.to) for period in periods])
    joint, then = JOINT.search(before), THEN_ON.match(gap.after)
    if joint is None or then is None or "state" in (amount.kind, last.amount.kind):
        return False
    if IN_ALL.search(before, joint.end()) or (amount.kind == "percent" and gap.after.startswith(" from ")):
        return False
    if then["use"] and not _may_have_uses(gap, then["use"], amount, periods, last):
        return False  # "and $3 million in charges"
    words, parts = (TO_OPEN if amount.kind == "count" else PART).subn(" ", before[joint.end() :])
    begin = gap.start + joint.end()
    is_apart = parts > 0 or then["apart"] or then["use"] or any(begin <= p.at and p.to <= amount.start for p in periods)
    return bool(is_apart) and LINKED.fullmatch(words.rstrip("+$")) is not None


def _may_have_uses(gap: Gap, use: str, amount: Amount, periods: Sequence[Guided], last: Pair) -> bool:
    """Whether what an amount is used for or made of may stand behind it: of capital, of places, of parts of revenue, as
    behind the one before ("2% for the grill and 3% for quick casual"); or whether that is a period."""
    if last.metric.name in _SPENT_ON or amount.kind == "count":
        return True
    if last.metric.name == "revenue" and "includ" in gap.text[last.metric.end : amount.start]:
        return True
    if gap.before.startswith(use) and not any(0 <= period.at - gap.start <= _USE for period in periods):
        return True
    return any(0 <= period.at - amount.end <= _USE for period in periods)


def _is_anew(gap: Gap, periods: Sequence[Guided], amount: Amount) -> bool:
    """Whether an amount is for another period or on another basis than what was told of its metric before."""
    if any(gap.start <= period.at < amount.end + _CLOSE for period in periods):
        return True
    near = gap.before + re.split(r"[;,]\s", gap.after[:_CLOSE])[0]
    return any(words.search(near) for words in (NON_GAAP, GAAP, RESPECTIVELY, _NOW))
