"""How guidance moves, where only the next sentence says what it was: "This compares to prior guidance of $1.10."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.filing.dates import YEAR_ALONE
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.formers import AGO, GIVEN, NO_PERIOD, Former, action_between, is_year_of, with_sign
from pipeline.guidance.sentence.statement import Item
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.periods import guided_periods
from pipeline.guidance.terms.units import unit_of
from pipeline.guidance.terms.wording import with_wordings

FOLLOWS = re.compile(  # what opens a sentence that is of the figures before: "This guidance is unchanged from"
    r"(?:this|these|that|those|it|(?:the|our|its) (?:new|current|revised|updated))\s(?:\w+\s){0,2}?"
    r"(?:is|are|remains?|compares?|represents?|reflects?|marks?)\b",
    ANY_CASE,
)
_FORMER = re.compile(
    rf"\b(?:{AGO}|last\s(?:month|quarter)),?\s{NO_PERIOD}(?:[\w’'-]+\s){{0,4}}?"
    rf"(?:{GIVEN}|plans?|targets?|budgets?|(?:expect|project|estimat|forecast|anticipat|guid|target)ed)\b",
    ANY_CASE,
)
_OF_OTHERS = re.compile(r"\b(?:analysts?|consensus|wall street|first call)\b", ANY_CASE)
_KINDS = {"USD": "money", "USD/share": "share", "percent": "percent", "percent_change": "percent"}  # of amounts


def moved_by_next(items: list[Item], behind: str, clock: Clock) -> list[Item]:
    """The items of a sentence, those that no word moves with the action by the sentence behind."""
    former = _FORMER.search(behind)
    if former is None or _OF_OTHERS.search(behind):
        return items
    named = metrics(behind)
    found = [amount for amount in with_wordings(behind, named) if amount.start >= former.end()]
    if found and _leads_elsewhere(behind[former.start() : found[0].start], items):
        return items
    periods = guided_periods(behind, clock)
    told = [item for item in items if not periods or any(item.period.is_same(period) for period in periods)]
    return [
        replace(item, action=_action(item, told, behind, named, found) or item.action)
        if item.action == "initiates" and item in told
        else item
        for item in items
    ]


def _leads_elsewhere(words: str, items: Sequence[Item]) -> bool:
    """Whether the words up to the first former amount name a year of no item."""
    return any(not any(is_year_of(year, item.period) for item in items) for year in YEAR_ALONE.findall(words))


def _action(
    item: Item, told: Sequence[Item], behind: str, named: Sequence[Metric], found: Sequence[Amount]
) -> str | None:
    """The action that the former amount of an item makes of it."""
    formers = [amount for amount in found if _is_of(item, told, amount, behind, named)]
    if not formers:
        return None
    alike = [other for other in told if _named(other) == _named(item)]  # on other bases, for other periods
    if len(alike) > 1 and len(alike) != len(formers):
        return None
    former = formers[alike.index(item)]
    start = max((amount.end for amount in found if amount.end <= former.start), default=0)
    now = replace(former, low=item.low, high=item.high, form=item.form)
    return action_between(now, with_sign(Former(former, behind[start : former.start]), item.unit, now))


def _is_of(item: Item, told: Sequence[Item], amount: Amount, behind: str, named: Sequence[Metric]) -> bool:
    """Whether a former amount is one of the metric of an item, or of the only one, if it names none."""
    kind = "share" if amount.kind == "money" and not amount.scaled else amount.kind
    metric = next((metric for metric in reversed(named) if metric.start < amount.end), None)
    if metric is not None:
        return metric.name == item.metric and unit_of(metric, amount, behind) == item.unit
    alike = {_named(other) for other in told if _KINDS.get(other.unit or "") == kind}
    return not named and alike == {_named(item)}


def _named(item: Item) -> tuple[str, str | None]:
    return item.metric, item.unit
