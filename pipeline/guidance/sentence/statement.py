"""What one sentence expects: its amounts, each with metric, unit, sign, basis, scope, period and action."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.dated import (
    Dated,
    fitted,
    is_stock,
    nearest_period,
    of_the_period_told,
    own_period,
    qualified_from,
)
from pipeline.guidance.sentence.formers import moved
from pipeline.guidance.sentence.joint import beside, goes_on, joint
from pipeline.guidance.sentence.others import counted, metric_of, others
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.sentence.pair_words import INSERTED
from pipeline.guidance.sentence.pairs import pairs
from pipeline.guidance.sentence.respectively import Shares, shares, toleranced
from pipeline.guidance.sentence.signs import goes_down, signed
from pipeline.guidance.sentence.subjects import subject_of
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.amounts import turned
from pipeline.guidance.terms.basis import (
    action_of,
    basis_of,
    named_basis,
    opening_of,
    own_clause,
    scope_of,
    without_others,
)
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.periods import Guided, guided_periods
from pipeline.guidance.terms.qualifying_words import (
    BOTH_BASES,
    BOTH_ON,
    BY_NATURE,
    LONG_TERM,
    LONG_TERM_OPENS,
    MARGINS,
    ON_BOTH,
    SAME_STORE,
    SAVED,
    THEREAFTER,
    TRAILING,
)
from pipeline.guidance.terms.wording import with_wordings

_RIGHT_BEFORE = 25  # characters in front of a metric: "adjusted diluted EPS"
_BEHIND = 80  # characters behind an amount that may say its basis
_OF_A_YEAR = re.compile(r"\b(?:its|our|the|fiscal) (?:19|20)\d\d (?:[\w-]+ ){0,2}$")  # if over, none is meant to come
_LOSS_OF = re.compile(r":\s(?:a\s)?(?:net\s)?loss of\b", ANY_CASE)


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


@dataclass(frozen=True, slots=True)
class _Sentence(Dated):
    """A sentence with all that it names, in printed order, and what stands above it."""

    metrics: list[Metric]
    lists: Shares
    lead: Above
    clock: Clock


def stated(text: str, above: Above, clock: Clock, *, led: bool) -> Iterator[Item]:
    """The items of a sentence, in printed order; `led`: a lead-in or heading makes an expectation of it."""
    if led and above.texts and (subject := subject_of(above.texts[0], text, clock)):
        text = f"{subject} of {text}"
    named = metrics(text)
    found = toleranced(text, with_wordings(text, named))
    if not found:
        return
    periods = guided_periods(text, clock)
    found = [a for a in found if a.kind != "count" or not any(p.at <= a.start < p.to for p in periods)]  # "53 weeks"
    lists = shares(text, found, named, periods)
    sentence = _Sentence(text, found, periods, above.period, named, lists, above, clock)
    item: Item | None = None
    read: dict[int, Item] = {}  # by where their amounts begin
    paired: set[int] = set()
    on_both: set[int] = set()  # amounts that are of GAAP and of non-GAAP
    also: dict[int, Item] = {}  # the same of a second metric
    for pair in pairs(text, found, named, periods, sentence.lists.metrics, led=led):
        paired.add(pair.amount.start)
        period = _period(sentence, pair, item)
        if period is not None:
            item = _item(sentence, pair, period, item, min(read, default=pair.amount.start))
            read[pair.amount.start] = item
            if _is_on_both(sentence, pair):
                on_both.add(pair.amount.start)
                read[pair.amount.start] = replace(item, basis="gaap" if item.basis == "unstated" else item.basis)
            if (second := beside(text, pair, named, found, lists.metrics)) is not None:
                also[pair.amount.start] = _of_second(sentence, pair, second, item)
    read.update(_unnamed(sentence, paired, led=led))
    read.update(_counted(sentence, paired))
    for start in sorted(read):
        yield read[start]
        if start in also:
            yield also[start]
        if start in on_both:
            yield replace(read[start], basis="gaap" if read[start].basis == "non_gaap" else "non_gaap")
        yield from _for_another_period(sentence, start, read[start])


def _item(sentence: _Sentence, pair: Pair, period: Guided, before: Item | None, first: int) -> Item:
    """The item of an amount behind the one `before`; `first`: where the first expected amount begins."""
    text, metric, amount = sentence.text, pair.metric, pair.amount
    end = metric.end if text[amount.end : metric.start].isspace() else amount.end  # "$0.10 loss per share on a ..."
    after = text[end : _next(sentence, end)]
    place = qualified_from(sentence, end)
    behind = text[place : place + _BEHIND]  # what leads on may name a metric: "before restructuring charges"
    low, high = signed(text, pair, after)
    is_comparable = metric.name == "revenue" and pair.unit == "percent_change" and SAME_STORE.match(after)
    name = "comparable_sales" if is_comparable else MARGINS.get((metric.name, pair.unit), metric.name)
    if name == "operating_expenses" and amount.kind == "rate":
        name = "unit_cost"
    if name == "net_income" and pair.unit.endswith("/share"):
        name = "eps"
    return Item(
        name, metric.words, scope_of(metric, text), _basis(sentence, pair, behind, before), pair.unit, low, high,
        amount.form, fitted(period, metric.name, metric.words),
        _action(sentence, replace(pair, amount=replace(amount, low=low, high=high)), period, first),
    )  # fmt: skip


def _action(sentence: _Sentence, pair: Pair, period: Guided, first: int) -> str:
    """The action that the words of an amount say, else a former figure beside it, else what opens the sentence or
    stands above."""
    text, end = sentence.text, pair.amount.end
    own = own_clause(text, first, end, [other.start for other in sentence.amounts])
    if (told := action_of(text[pair.clause : end], own)) != "initiates":
        return told
    action = moved(sentence, pair, period, sentence.metrics)
    return action or sentence.lead.action(period, sentence.clock, opening_of(text, first))


def _of_second(sentence: _Sentence, pair: Pair, metric: Metric, item: Item) -> Item:
    """The same of a second metric, on the basis that its own words name, or those of both."""
    text = sentence.text
    own = text[max(_last_end(sentence, metric), metric.start - _RIGHT_BEFORE) : metric.end]
    place = qualified_from(sentence, pair.amount.end)
    basis = basis_of(metric, own, text[place : place + _BEHIND], *_around(sentence, metric))
    unit = item.unit if item.unit == "percent_change" else next(iter(metric.units.values()))
    return replace(item, metric=metric.name, words=metric.words, scope=scope_of(metric, text), basis=basis, unit=unit)


def _for_another_period(sentence: _Sentence, start: int, item: Item) -> Iterator[Item]:
    """The same for a second period, where the amount that begins at `start` is expected for two."""
    if start in sentence.lists.periods or len(sentence.periods) < 2:
        return
    amount = next((amount for amount in sentence.amounts if amount.start == start), None)
    second = joint(sentence.text, amount, item.period, sentence.periods) if amount else None
    if second is not None:
        yield replace(item, period=fitted(second, item.metric, item.words))


def _unnamed(sentence: _Sentence, paired: Collection[int], *, led: bool) -> Iterator[tuple[int, Item]]:
    """Expected amounts of what no metric names, each with its place."""
    for amount, what, unit, end in others(sentence.text, sentence.amounts, paired, sentence.periods, led=led):
        period = nearest_period(sentence, amount, end) or sentence.above
        if period is not None:
            low, high = amount.low, amount.high
            before = sentence.text[
                max((a.end for a in sentence.amounts if a.end <= amount.start), default=0) : amount.start
            ]
            falls = goes_down(before) if unit == "percent_change" else _LOSS_OF.search(before) is not None
            if not amount.signed and (falls or sentence.text.startswith(" lower", amount.end)):
                low, high = turned(low, high)
            metric = metric_of(sentence.text, amount, what)
            if metric == "operating_cash_flow":
                low, high = turned(low, high)
            period = fitted(period, metric, what)
            item = Item(metric, what, what, "unstated", unit, low, high, amount.form, period, action_of(sentence.text))
            yield amount.start, item


def _counted(sentence: _Sentence, paired: Collection[int]) -> Iterator[tuple[int, Item]]:
    """Expected counts of what no metric names, each with its place."""
    for amount, metric, unit, end in counted(sentence.text, sentence.amounts, paired):
        period = nearest_period(sentence, amount, end) or sentence.above
        if period is not None:
            item = Item(
                metric, unit, unit, "unstated", unit, amount.low, amount.high, amount.form, fitted(period, metric),
                action_of(sentence.text),
            )  # fmt: skip
            yield amount.start, item


def _period(sentence: _Sentence, pair: Pair, before: Item | None) -> Guided | None:
    """The period of an amount; what restates the amount before ("or $0.10 per share") is of the same."""
    if pair.is_restated and before is not None:
        return before.period
    listed = sentence.lists.periods.get(pair.amount.start)
    end = max(pair.amount.end, pair.metric.end)
    if sentence.text.startswith(f" {pair.unit}", end):
        end += len(pair.unit) + 1  # "3.5 Bcfe/d in 2021", "1.3 million tons in the third quarter"
    first = min(pair.metric.start, pair.amount.start)
    is_long_term = LONG_TERM.search(sentence.text, max(0, first - _RIGHT_BEFORE), first)
    is_rate = pair.metric.name == "effective_tax_rate"  # "a long-term tax rate of 21%" is one of the year
    if (is_long_term and not is_rate) or LONG_TERM_OPENS.match(sentence.text):
        return listed or own_period(sentence, end)
    own = listed or nearest_period(sentence, pair.amount, end)
    if SAVED.search(pair.metric.words):
        behind = next((a.start for a in sentence.amounts if a.start >= pair.amount.end), len(sentence.text))
        is_lasting = THEREAFTER.match(sentence.text, pair.amount.end)
        return own if own is not None and own.at < behind and not is_lasting else None
    if own is None:
        return None if _OF_A_YEAR.search(sentence.text, 0, pair.metric.start) else sentence.above
    if own.end is None and is_stock(pair.metric.words):
        return None  # a stock is expected at a date
    return of_the_period_told(own, sentence)


def _basis(sentence: _Sentence, pair: Pair, after: str, before: Item | None) -> str:
    if pair.amount.start in sentence.lists.bases:
        return sentence.lists.bases[pair.amount.start]
    basis = basis_of(pair.metric, _clause(sentence, pair), after, *_around(sentence, pair.metric))
    if basis != "unstated":
        return basis
    if pair.is_restated and before is not None:
        return before.basis
    if (both := BOTH_ON.search(sentence.text, pair.amount.end)) is not None and _is_of(both, pair, sentence):
        return named_basis(both[0]) or basis
    if pair.metric.end <= pair.clause:  # a second amount of a metric is on its basis
        inserted = INSERTED.match(sentence.text, pair.metric.end)
        end = inserted.end() if inserted else pair.metric.end
        start = max(_last_end(sentence, pair.metric), pair.metric.start - _RIGHT_BEFORE)
        return named_basis(sentence.text[start:end]) or basis
    return basis


def _last_end(sentence: _Sentence, metric: Metric) -> int:
    """Where the metric before ends."""
    return max((other.end for other in sentence.metrics if other.end <= metric.start), default=0)


def _around(sentence: _Sentence, metric: Metric) -> list[str]:
    """What opens a sentence in front of its metrics, and what stands above it, without other metrics."""
    opening = sentence.text[: min((m.start for m in sentence.metrics), default=0)]
    return [opening, *(without_others(text, metric) for text in sentence.lead.texts)]


def _is_of(both: re.Match[str], pair: Pair, sentence: _Sentence) -> bool:
    """Whether "both on a GAAP basis" speaks of an amount: the last two, or of "all" all."""
    later = [a for a in sentence.amounts if pair.amount.end <= a.start < both.start()]
    return both[0].lower().startswith("all") or len(later) < 2


def _is_on_both(sentence: _Sentence, pair: Pair) -> bool:
    """Whether an amount is one of both bases: "adjusted and GAAP EPS of $2.00", and no second one is joined to it."""
    if ON_BOTH.match(sentence.text, pair.amount.end):
        return True
    start = sentence.text.rfind(";", 0, pair.metric.start) + 1
    both = BOTH_BASES.search(sentence.text, start, pair.metric.start)
    if both is None or pair.amount.start in sentence.lists.bases:
        return False
    named = [metric for metric in sentence.metrics if both.start() <= metric.start < pair.metric.start]
    if any(metric.name != pair.metric.name for metric in named) or bool(both["first"] or both["second"]) != bool(named):
        return False  # "GAAP revenue and adjusted EPS"
    return not goes_on(sentence.text, pair, sentence.amounts)


def _clause(sentence: _Sentence, pair: Pair) -> str:
    """The words that qualify an amount: from the amount before it to its end, or to its metric behind it; of a list,
    from the metric before."""
    if pair.amount.start in sentence.lists.metrics:
        return sentence.text[_last_end(sentence, pair.metric) : pair.metric.end]
    others = [m.end for m in sentence.metrics if m.name in BY_NATURE and m.name != pair.metric.name]
    start = max([pair.clause, *(end for end in others if end <= pair.metric.start)])
    trailing = TRAILING.match(sentence.text, qualified_from(sentence, start))  # qualifies the amount before
    start = trailing.end() if trailing is not None and start else start
    return sentence.text[start : max(pair.amount.end, pair.metric.end)]


def _next(sentence: _Sentence, place: int) -> int:
    """Where the next amount or metric begins."""
    starts = [a.start for a in sentence.amounts] + [m.start for m in sentence.metrics]
    return min((start for start in starts if start >= place), default=len(sentence.text))
