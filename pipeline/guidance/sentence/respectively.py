"""Lists that go together: "revenue and EPS of $10 million and $0.20"; so do bases and periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.linked import is_linked
from pipeline.guidance.sentence.pair_words import LINKED
from pipeline.guidance.terms.amount_words import NEARLY, TOLERANCE
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.basis_words import NON_GAAP
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.periods import Guided
from pipeline.guidance.terms.units import unit_of
from pipeline.guidance.terms.words import RESPECTIVELY

_Value = TypeVar("_Value")

_BETWEEN = re.compile(
    rf"[\s,]*+(?:per\s(?:\w+\s){{0,2}}share)?[\s,]*+(?:and|to)?\s*+(?:{NEARLY}|between)?\s*+", ANY_CASE
)
_AND = re.compile(r"\band\b", ANY_CASE)
_ROW = re.compile(  # between two of a row
    r"(?:\sgrowth)?(?:,|,?\sand)\s(?:(?:for|in|during|the|its|our|net|total|diluted|adjusted|core|(?:non-)?gaap)\s)*",
    ANY_CASE,
)
_FOR = re.compile(  # from a group up to its periods
    r"(?:\sper\s(?:\w+\s){0,2}share)?,?\s(?:respectively,?\s)?(?:(?:for|in|during)\s)?(?:(?:the|its|our)\s)?", ANY_CASE
)
_ON_BASIS = r"\s(?:on\san?\s)?(?:non-?)?gaap(?:\sbasis)?"
_ON_BASIS_AND = re.compile(rf"{_ON_BASIS},?\sand\s(?:{NEARLY}\s)?", ANY_CASE)
_ON_BASIS_WITHIN = re.compile(rf"{_ON_BASIS},?\s?(?:each\s)?{TOLERANCE.pattern}", ANY_CASE)
_OPENS = '(“"'  # a short name of what stands before: "funds from operations (“FFO”)"
_BASIS = re.compile(r"\b(?:non-?gaap|adjusted|gaap)\b", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Shares:
    """What each amount of such a list is one of, by the place where the amount begins."""

    metrics: dict[int, Metric] = field(default_factory=dict)
    bases: dict[int, str] = field(default_factory=dict)
    periods: dict[int, Guided] = field(default_factory=dict)


def shares(text: str, found: Sequence[Amount], named: Sequence[Metric], periods: Sequence[Guided]) -> Shares:
    """The lists of a sentence that says "respectively", once or more often, or names them one right behind another."""
    lists = Shares()
    begin = 0
    for word in RESPECTIVELY.finditer(text):
        _share(lists, text, (begin, word.start()), found, named, periods)
        begin = word.end()
    begin = 0
    for group in _groups(text, found):
        if len(group) > 1 and group[0].start not in lists.metrics.keys() | lists.periods.keys():
            _share_in_a_row(lists, text, begin, group, named, periods)
        begin = group[-1].end
    return lists


def toleranced(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The amounts, those of a list as wide as what is said behind it: "60% and 62%, respectively, plus or minus 1%"."""
    kept = _each(text, found)
    for word in RESPECTIVELY.finditer(text):
        by = next((amount for amount in kept if amount.start >= word.end()), None)
        if by is None or not TOLERANCE.fullmatch(text[word.end() : by.start]):
            continue
        group = _group(text, [amount for amount in kept if amount.end <= word.start()])
        kept = [_within(amount, by) if amount in group else amount for amount in kept if amount is not by]
    return kept


def _each(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The amounts, those on bases as wide as is said behind them: "48% GAAP and 49% non-GAAP, plus or minus 1%"."""
    kept = list(found)
    for n in range(len(found) - 1, 1, -1):
        first, second, by = found[n - 2 : n + 1]
        if _ON_BASIS_AND.fullmatch(text, first.end, second.start) and _ON_BASIS_WITHIN.fullmatch(
            text, second.end, by.start
        ):
            kept[n - 2 : n + 1] = _within(first, by), _within(second, by)
    return kept


def _within(amount: Amount, by: Amount) -> Amount:
    """An amount with its tolerance; as it is, where either is no point or their kinds do not fit."""
    if amount.low is None or by.low is None or amount.low != amount.high or by.low != by.high:
        return amount
    if by.kind == "points" and amount.kind == "percent":
        width = by.low / 100
    elif by.kind == amount.kind:
        width = by.low
    else:
        return amount
    return replace(amount, low=amount.low - width, high=amount.low + width, form="range")


def _share(
    lists: Shares,
    text: str,
    span: tuple[int, int],
    found: Sequence[Amount],
    named: Sequence[Metric],
    periods: Sequence[Guided],
) -> None:
    """Give each of the last amounts of a `span` its metric, basis or period: whichever the words before them name as
    many of, or those behind: "$0.20 and $1.00 for the quarter and the year, respectively"."""
    begin, end = span
    within = [amount for amount in found if begin <= amount.start and amount.end <= end]
    group = _group(text, within)
    if len(group) < 2:
        return
    first, count = group[0].start, len(group)
    last = max((amount.end for amount in within if amount.end <= first), default=begin)
    clause = text[begin:first]
    before_group = [m for m in named if begin <= m.start and m.end <= first and text[max(m.start - 1, 0)] not in _OPENS]
    before_group = [m for m in before_group if m.start >= last] or before_group  # others have their own amounts
    metrics = list({_told_apart(m): m for m in before_group}.values())[-count:]
    told_bases = (_BASIS.findall(text, *place) for place in ((begin, first), (group[-1].end, end)))
    bases = next((list(map(_basis, words)) for words in told_bases if len(words) == count), [])
    behind = [period for period in periods if group[-1].end <= period.at and period.to <= end]
    told = behind if len(behind) == count else [p for p in periods if begin <= p.at and p.to <= first]
    if len(metrics) == count and all(unit_of(m, a, clause) for m, a in zip(metrics, group, strict=True)):
        lists.metrics.update(_by_place(group, metrics))
        return
    if bases:
        lists.bases.update(_by_place(group, bases))
    elif len(told) == count:
        lists.periods.update(_by_place(group, told))
    else:
        return
    fitting = [metric for metric in metrics if all(unit_of(metric, amount, clause) for amount in group)]
    if len(fitting) == 1:
        lists.metrics.update(_by_place(group, fitting * count))


def _share_in_a_row(
    lists: Shares, text: str, begin: int, group: list[Amount], named: Sequence[Metric], periods: Sequence[Guided]
) -> None:
    """Give each amount of a group its basis, metric or period, where as many stand in a row right in front of it, or
    periods right behind."""
    first, end, count = group[0].start, group[-1].end, len(group)
    if not _AND.search(text, group[-2].end, group[-1].start):
        return
    before = [m for m in named if begin <= m.start and m.end <= first]
    bases = list(_BASIS.finditer(text, begin, first))[-count:]
    if before and _is_row(text, [basis.span() for basis in bases], count):
        if LINKED.fullmatch(text, max(bases[-1].end(), before[-1].end), first):
            lists.bases.update(_by_place(group, [_basis(basis[0]) for basis in bases]))
            lists.metrics.update(_by_place(group, before[-1:] * count))
        return
    metrics, clause = before[-count:], text[begin:first]
    if _is_row(text, [(m.start, m.end) for m in metrics], count) and is_linked(text, metrics[-1], group[0], periods):
        if all(unit_of(metric, amount, clause) for metric, amount in zip(metrics, group, strict=True)):
            lists.metrics.update(_by_place(group, metrics))
        return
    behind = [period for period in periods if period.at >= end][:count]
    told = behind if behind and _FOR.fullmatch(text, end, behind[0].at) else []
    told = told or [period for period in periods if begin <= period.at and period.to <= first][-count:]
    if _is_row(text, [(period.at, period.to) for period in told], count):
        lists.periods.update(_by_place(group, told))
        if before and all(unit_of(before[-1], amount, clause) for amount in group):
            lists.metrics.update(_by_place(group, before[-1:] * count))


def _basis(words: str) -> str:
    return "non_gaap" if NON_GAAP.search(words) else "gaap"


def _is_row(text: str, spans: Sequence[tuple[int, int]], count: int) -> bool:
    """Whether as many places follow one right behind another, parted by "and" and commas."""
    return len(spans) == count and all(_ROW.fullmatch(text, end, start) for (_, end), (start, _) in pairwise(spans))


def _told_apart(metric: Metric) -> str:
    """What tells a metric from others: of some names there are several ("Core FFO and AFFO")."""
    return metric.words.lower() if metric.name in ("ffo", "other") else metric.name


def _group(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The last amounts of a text that only "and" and commas part."""
    return next(reversed(_groups(text, found)), [])


def _groups(text: str, found: Sequence[Amount]) -> list[list[Amount]]:
    """The amounts of a text, those together that only "and" and commas part."""
    groups: list[list[Amount]] = []
    for amount in found:
        if groups and _BETWEEN.fullmatch(text, groups[-1][-1].end, amount.start):
            groups[-1].append(amount)
        else:
            groups.append([amount])
    return groups


def _by_place(group: Sequence[Amount], values: Sequence[_Value]) -> dict[int, _Value]:
    return {amount.start: value for amount, value in zip(group, values, strict=True)}
