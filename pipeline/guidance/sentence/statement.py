"""What one sentence expects: its amounts, each with metric, unit, sign, basis, scope, period and action."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.bases import basis_above, basis_in, basis_of_second, is_on_both
from pipeline.guidance.sentence.clauses import action_in, opening_of
from pipeline.guidance.sentence.dated import (
    fitted,
    is_stock,
    nearest_period,
    of_the_period_told,
    own_period,
)
from pipeline.guidance.sentence.expected import expected
from pipeline.guidance.sentence.formers import moved
from pipeline.guidance.sentence.joint import beside, joint
from pipeline.guidance.sentence.named import Named
from pipeline.guidance.sentence.others import counted, others
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.sentence.pairs import pairs
from pipeline.guidance.sentence.respectively import shares, toleranced
from pipeline.guidance.sentence.signs import goes_down, signed
from pipeline.guidance.sentence.subjects import subject_of
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.amounts import Amount, turned
from pipeline.guidance.terms.basis import scope_in, scope_of
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.periods import Guided, guided_periods
from pipeline.guidance.terms.units import metric_in
from pipeline.guidance.terms.wording import with_wordings

_NEAR = 30  # characters in front of a metric that may say how long it is expected: "long-term revenue growth"
_OF_A_YEAR = re.compile(r"\b(?:its|our|the|fiscal) (?:19|20)\d\d (?:[\w-]+ ){0,2}$")  # if over, none is meant to come
_BY_YEAR = ("capital_expenditures", "store_count")  # are planned
_LOSS_OF = re.compile(r":\s(?:a\s)?(?:net\s)?loss of\b", ANY_CASE)
_LONG_TERM = re.compile(
    r"\b(?:long(?:er)?[- ](?:term|standing|range)|(?:medium|mid|intermediate)[- ]term)\b", ANY_CASE
)  # of no period but one named for it
_LONG_TERM_OPENS = re.compile(  # "Beyond 2016, ...", "The company said that its long-term model calls for"
    r"\W*(?:(?:over the )?long(?:er)?[- ]term|beyond (?:fiscal )?(?:19|20)\d\d|looking (?:further )?beyond),"
    r"|[^$%]*?\b(?:long|medium|mid)(?:er)?-term (?:\w+ ){0,3}(?:model|algorithm|targets?|goals?)\b"
    r"(?!,|[^$%]*\b(?:expects?|anticipates?|projects?|forecasts?)\b)",
    ANY_CASE,
)
_SAME_STORE = re.compile(r"\W*on an? (?:same|comparable)[- ](?:store|club|restaurant)s?[- ]basis", ANY_CASE)
_SAVED = re.compile(r"\b(?:savings|synergies)$", ANY_CASE)  # without a period of their own they are none
_THEREAFTER = re.compile(
    r"\s(?:thereafter|(?:annually|per year|a year)(?! (?:in|for|during|by)\b)"
    r"|when (?:fully )?(?:completed?|implemented))\b",
    ANY_CASE,
)


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
    basis_above: str = "unstated"  # what stands above it says, where its own words say none


def stated(text: str, above: Above, clock: Clock, *, led: bool, since: int = 0) -> Iterator[Item]:
    """The items of a sentence, in printed order; `led`: a lead-in or heading makes an expectation of it."""
    sentence = _read(text, above, clock, led=led, since=since)
    if sentence is None:
        return
    read: dict[int, list[Item]] = {}  # by where their amounts begin
    paired: set[int] = set()
    item: Item | None = None
    for pair in pairs(sentence):
        start = pair.amount.start
        paired.add(start)
        if (period := _period(sentence, pair, item)) is not None:
            item = _item(sentence, pair, period, item, min(read, default=start))
            read[start] = [*_told_with(sentence, pair, item)]
    for start, other in (*_unnamed(sentence, paired), *_counted(sentence, paired)):
        read[start] = [other, *_for_another_period(sentence, start, other)]
    for start in sorted(read):
        yield from read[start]


def _read(text: str, above: Above, clock: Clock, *, led: bool, since: int) -> Named | None:
    """The sentence with its amounts, metrics and periods; null where it holds no amount."""
    if led and above.texts and (subject := subject_of(above.texts[0], text, clock)):
        text = f"{subject} of {text}"
    named = metrics(text)
    found = toleranced(text, with_wordings(text, named))
    if not found:
        return None
    periods = guided_periods(text, clock)
    found = [a for a in found if a.kind != "count" or not any(p.at <= a.start < p.to for p in periods)]  # "53 weeks"
    lists = shares(text, found, named, periods)
    meant = expected(text, found, named, periods, led=led, since=since)
    return Named(text, since, found, periods, above.period, named, meant, lists, above, clock, led)


def _told_with(sentence: Named, pair: Pair, item: Item) -> Iterator[Item]:
    """An item, and what the same amount is told of beside it: a second metric, another basis, another period."""
    on_both = is_on_both(sentence, pair)
    first = replace(item, basis="gaap") if on_both and item.basis == "unstated" else item
    yield first
    if (second := beside(sentence, pair)) is not None:
        yield _of_second(sentence, pair, second, item)
    if on_both:
        yield replace(first, basis="gaap" if first.basis == "non_gaap" else "non_gaap")
    yield from _for_another_period(sentence, pair.amount.start, first)


def _item(sentence: Named, pair: Pair, period: Guided, before: Item | None, first: int) -> Item:
    """The item of an amount behind the one `before`; `first`: where the first expected amount begins."""
    text, metric, amount = sentence.text, pair.metric, pair.amount
    end = metric.end if text[amount.end : metric.start].isspace() else amount.end  # "$0.10 loss per share on a ..."
    after = text[end : _next(sentence, end)]
    low, high = signed(text, pair, after)
    is_comparable = metric.name == "revenue" and pair.unit == "percent_change" and _SAME_STORE.match(after)
    name = "comparable_sales" if is_comparable else metric_in(pair.unit, metric.name)
    basis = basis_in(sentence, pair, end, before.basis if before else None)
    above = before.basis_above if pair.is_restated and before else basis_above(sentence, metric)
    scope = pair.part or scope_in(name, metric, scope_of(metric, text))
    return Item(
        name, metric.words, scope, basis, pair.unit, low, high, amount.form,
        fitted(period, metric.name, metric.words),
        _action(sentence, replace(pair, amount=replace(amount, low=low, high=high)), period, first), above,
    )  # fmt: skip


def _action(sentence: Named, pair: Pair, period: Guided, first: int) -> str:
    """The action that the words of an amount say, else a former figure beside it, else what opens the sentence or
    stands above."""
    if (told := action_in(sentence.text, pair.amount, pair.clause, sentence.amounts)) != "initiates":
        return told
    action = moved(sentence, pair, period, sentence.metrics)
    return action or sentence.lead.action(pair.metric.name, period, sentence.clock, opening_of(sentence.text, first))


def _of_second(sentence: Named, pair: Pair, metric: Metric, item: Item) -> Item:
    """The same of a second metric, on the basis that its own words name, or those of both."""
    unit = item.unit if item.unit == "percent_change" else next(iter(metric.units.values()))
    basis = basis_of_second(sentence, metric, pair.amount.end)
    scope = scope_of(metric, sentence.text)
    return replace(
        item, metric=metric.name, words=metric.words, scope=scope, basis=basis, unit=unit,
        basis_above=basis_above(sentence, metric),
    )  # fmt: skip


def _for_another_period(sentence: Named, start: int, item: Item) -> Iterator[Item]:
    """The same for a second period, where the amount that begins at `start` is expected for two."""
    if start in sentence.lists.periods or len(sentence.periods) < 2:
        return
    amount = next((amount for amount in sentence.amounts if amount.start == start), None)
    second = joint(sentence.text, amount, item.period, sentence.periods) if amount else None
    if second is not None:
        yield replace(item, period=fitted(second, item.metric, item.words))


def _unnamed(sentence: Named, paired: Collection[int]) -> Iterator[tuple[int, Item]]:
    """Expected amounts of what no metric names, each with its place."""
    for amount, metric, what, unit, end in others(sentence, paired):
        period = nearest_period(sentence, amount, end) or sentence.above
        if period is not None:
            low, high = amount.low, amount.high
            before = sentence.text[_end_before(sentence, amount) : amount.start]
            is_change = unit in ("percent_change", "basis points")
            falls = goes_down(before) if is_change else _LOSS_OF.search(before) is not None
            if not amount.signed and (falls or sentence.text.startswith(" lower", amount.end)):
                low, high = turned(low, high)
            if metric == "operating_cash_flow":  # that is used
                low, high = turned(low, high)
            period = fitted(period, metric, what)
            action = _action_above(sentence, amount, metric, period)
            item = Item(metric, what, what, "unstated", unit, low, high, amount.form, period, action)
            yield amount.start, item


def _counted(sentence: Named, paired: Collection[int]) -> Iterator[tuple[int, Item]]:
    """Expected counts of what no metric names, each with its place."""
    for amount, metric, unit, end in counted(sentence, paired):
        period = nearest_period(sentence, amount, end) or sentence.above
        if period is not None:
            words = sentence.text[_end_before(sentence, amount) : amount.start]
            item = Item(
                metric, unit, unit, "unstated", unit, amount.low, amount.high, amount.form,
                fitted(period, metric, words),
                _action_above(sentence, amount, metric, period),
            )  # fmt: skip
            yield amount.start, item


def _end_before(sentence: Named, amount: Amount) -> int:
    """Where the amount before one ends."""
    return max((other.end for other in sentence.amounts if other.end <= amount.start), default=0)


def _action_above(sentence: Named, amount: Amount, metric: str, period: Guided) -> str:
    """The action that the clause of an amount says, else what opens the sentence or stands above."""
    told = action_in(sentence.text, amount, _end_before(sentence, amount), sentence.amounts)
    if told != "initiates":
        return told
    return sentence.lead.action(metric, period, sentence.clock, opening_of(sentence.text, sentence.amounts[0].start))


def _period(sentence: Named, pair: Pair, before: Item | None) -> Guided | None:
    """The period of an amount; what restates the amount before ("or $0.10 per share") is of the same."""
    if pair.is_restated and before is not None:
        return before.period
    listed = sentence.lists.periods.get(pair.amount.start)
    end = max(pair.amount.end, pair.metric.end)
    if sentence.text.startswith(f" {pair.unit}", end):
        end += len(pair.unit) + 1  # "3.5 Bcfe/d in 2021", "1.3 million tons in the third quarter"
    first = min(pair.metric.start, pair.amount.start)
    is_long_term = _LONG_TERM.search(sentence.text, max(0, first - _NEAR), first)
    is_rate = pair.metric.name == "effective_tax_rate"  # "a long-term tax rate of 21%" is one of the year
    opening = _LONG_TERM_OPENS.match(sentence.text)
    if (is_long_term and not is_rate) or opening:
        return listed or own_period(sentence, end) or _span_of_all(sentence, opening.end() if opening else 0)
    own = listed or nearest_period(sentence, pair.amount, end)
    if _SAVED.search(pair.metric.words):
        behind = next((a.start for a in sentence.amounts if a.start >= pair.amount.end), len(sentence.text))
        is_lasting = _THEREAFTER.match(sentence.text, pair.amount.end)
        return own if own is not None and own.at < behind and not is_lasting else None
    if own is None:
        return None if _OF_A_YEAR.search(sentence.text, 0, pair.metric.start) else _above(sentence, pair.metric)
    if own.end is None and is_stock(pair.metric.words):
        return None  # a stock is expected at a date
    return of_the_period_told(own, sentence)


def _above(sentence: Named, metric: Metric) -> Guided | None:
    """The period in force above a sentence; of what is planned by the year, and not told with it, the year told before
    a quarter of it."""
    above, year = sentence.above, sentence.lead.year
    if above is None or year is None or metric.name not in _BY_YEAR or not (above.is_quarter and year.covers(above)):
        return above
    return above if any(told.name == metric.name for told in metrics(sentence.lead.of_year)) else year


def _span_of_all(sentence: Named, opened: int) -> Guided | None:
    """The only period that a sentence names, where that is the span of years behind its list ("sales and EPS growth
    through 2015"), or stands right behind the long-term goals that it opens with ("Our mid-term targets for 2015")."""
    (span,) = sentence.periods if len(sentence.periods) == 1 else (None,)
    if span is None:
        return None
    is_of_goals = opened > 0 and sentence.text[opened : span.at].strip() in ("", "for", "in", "by")
    return span if is_of_goals or (span.is_of_years and span.at > sentence.amounts[-1].end) else None


def _next(sentence: Named, place: int) -> int:
    """Where the next amount or metric begins."""
    starts = [a.start for a in sentence.amounts] + [m.start for m in sentence.metrics]
    return min((start for start in starts if start >= place), default=len(sentence.text))
