"""On which basis an amount of a sentence is expected: by the words of its clause, else by those around it."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.dated import qualified_from
from pipeline.guidance.sentence.joint import goes_on
from pipeline.guidance.sentence.named import Named
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.sentence.pair_words import IN_FRONT
from pipeline.guidance.terms.basis import basis_of, first_basis, named_basis, without_others
from pipeline.guidance.terms.basis_words import BY_NATURE, TRAILING
from pipeline.guidance.terms.metrics import Metric

_RIGHT_BEFORE = 25  # characters in front of a metric: "adjusted diluted EPS"
_NOT_ADJUSTED = ("cash_balance", "store_count", "headcount", "backlog", "production_volume", "dividends_per_share")
_JOINS = re.compile(r",\s|\b(?:and|with)\s", ANY_CASE)  # "pro forma profitability and a cash balance of"
_REPORTED = re.compile(
    r"\s(?:growth\s)?(?:(?:on an?\s)?(?:as[\s-])?reported|including|in (?:actual|U\.?S\.?))\b", ANY_CASE
)
_OF_ALL = re.compile(  # what all amounts of a metric leave out, at the end of a sentence
    r",\s(?:(?:in (?:each|both) cases?|both|all),?\s)?(?=exclud\w+|exclusive of|before\s)[^$%\d;,]{8,120}$", ANY_CASE
)
_BEHIND = 80  # characters behind an amount that may say its basis
_BOTH_BASES = re.compile(
    r"\b(?:(?:adjusted|pro forma|non-?gaap)(?P<first>(?: [a-z-]+){0,7}?) and gaap"
    r"|gaap(?P<second>(?: [a-z-]+){0,7}?) and (?:adjusted|pro forma|non-?gaap))"
    r"\s(?:fully |diluted |net )*$",
    ANY_CASE,
)
_BOTH_ON = re.compile(  # "a tax rate of 28%, both on a non-GAAP basis"
    r"\b(?:both|all) on an? (?:non-?gaap|gaap|adjusted|pro forma) basis", ANY_CASE
)
_ON_BOTH = re.compile(  # "20% to 21% on both a GAAP and non-GAAP basis"
    r"(?: per (?:\w+ ){0,2}share)?,? (?:on|for) (?:both )?(?:an? )?(?:gaap and (?:an? )?(?:non-?gaap|pro forma)"
    r"|(?:non-?gaap|pro forma) and (?:an? )?gaap) (?:bas[ei]s|purposes)",
    ANY_CASE,
)


def basis_in(sentence: Named, pair: Pair, end: int, before: str | None) -> str:
    """The basis that a sentence gives to an amount that ends, with its metric, at `end`; `before`: that of the amount
    before, which it may restate."""
    if pair.amount.start in sentence.lists.bases:
        return sentence.lists.bases[pair.amount.start]
    behind = _behind(sentence, end)
    basis = basis_of(pair.metric, _clause(sentence, pair), behind, *_leading(sentence, pair.metric))
    if basis != "unstated":
        return basis
    if pair.is_restated and before is not None:
        return before
    if (both := _BOTH_ON.search(sentence.text, pair.amount.end)) is not None and _is_of(both, pair, sentence):
        return named_basis(both[0]) or basis
    if (left_out := _left_out_of_all(sentence, pair)) is not None:
        return basis_of(pair.metric, "", left_out, "")
    is_reported = _REPORTED.match(sentence.text, end) or _REPORTED.search(sentence.text, pair.clause, pair.amount.start)
    if pair.metric.end <= pair.clause and not is_reported:  # a second amount is on its basis
        own = _own_words(sentence, pair.metric, _words_end(sentence, pair.metric))
        return named_basis(own) or basis
    return basis


def _left_out_of_all(sentence: Named, pair: Pair) -> str | None:
    """What the amounts of a metric leave out, from the end of a sentence that names no other behind this one: "$0.20 in
    the quarter and $1.00 in the year, excluding charges"; null where it tells none."""
    end = pair.amount.end
    left_out = _OF_ALL.search(sentence.text, end)
    if left_out is None or pair.metric.name in _NOT_ADJUSTED:
        return None
    if any(end <= metric.start < left_out.start() for metric in sentence.metrics):
        return None
    return left_out[0]


def basis_of_second(sentence: Named, metric: Metric, end: int) -> str:
    """The basis on which the amount that ends at `end` is one of a second metric, too."""
    own = _own_words(sentence, metric, metric.end)
    return basis_of(metric, own, _behind(sentence, end), *_leading(sentence, metric))


def is_on_both(sentence: Named, pair: Pair) -> bool:
    """Whether an amount is one of both bases: "adjusted and GAAP EPS of $2.00", and no second one is joined to it."""
    if pair.amount.start in sentence.lists.bases:
        return False
    if _ON_BOTH.match(sentence.text, pair.amount.end):
        return True
    start = sentence.text.rfind(";", 0, pair.metric.start) + 1
    both = _BOTH_BASES.search(sentence.text, start, pair.metric.start)
    if both is None:
        return False
    named = [metric for metric in sentence.metrics if both.start() <= metric.start < pair.metric.start]
    if any(metric.name != pair.metric.name for metric in named) or bool(both["first"] or both["second"]) != bool(named):
        return False  # "GAAP revenue and adjusted EPS"
    return not goes_on(sentence.text, pair, sentence.amounts)


def _behind(sentence: Named, end: int) -> str:
    """The words behind a place that qualify what ends there; they may name a metric: "before restructuring charges"."""
    place = qualified_from(sentence, end)
    return sentence.text[place : place + _BEHIND]


def _own_words(sentence: Named, metric: Metric, end: int) -> str:
    """The words right in front of a metric, behind the metric before, and on to `end`."""
    return sentence.text[max(_last_end(sentence, metric), metric.start - _RIGHT_BEFORE) : end]


def _words_end(sentence: Named, metric: Metric) -> int:
    """Where the words of a metric in front of its first amount end, which may say its basis ("sales on a comparable
    basis will be"): at the latest where another one is joined to it ("revenue and non-GAAP EPS will be")."""
    first = next((a.start for a in sentence.amounts if a.start >= metric.end), metric.end)
    other = next((m.start for m in sentence.metrics if metric.end <= m.start < first), metric.end)
    joined = sentence.text.find(" and ", metric.end, other)
    return first if joined < 0 else joined


def _last_end(sentence: Named, metric: Metric) -> int:
    """Where the metric before ends."""
    return max((other.end for other in sentence.metrics if other.end <= metric.start), default=0)


def basis_above(sentence: Named, metric: Metric) -> str:
    """The basis that what stands above a sentence gives to a metric: its own words, without other metrics."""
    return first_basis(without_others(text, metric) for text in sentence.lead.texts)


def _leading(sentence: Named, metric: Metric) -> list[str]:
    """What opens a sentence in front of its metrics, and what leads to it, without other metrics."""
    opening = sentence.text[: min((m.start for m in sentence.metrics), default=0)]
    return [opening, *(without_others(text, metric) for text in sentence.lead.texts if text.endswith(":"))]


def _is_of(both: re.Match[str], pair: Pair, sentence: Named) -> bool:
    """Whether "both on a GAAP basis" speaks of an amount: the last two, or of "all" all."""
    later = [a for a in sentence.amounts if pair.amount.end <= a.start < both.start()]
    return both[0].lower().startswith("all") or len(later) < 2


def _clause(sentence: Named, pair: Pair) -> str:
    """The words that qualify an amount: from the amount before it to its end, or to its metric behind it; of a list,
    from the metric before."""
    if pair.amount.start in sentence.lists.metrics:
        return sentence.text[_last_end(sentence, pair.metric) : pair.metric.end]
    others = [
        m.end
        for m in sentence.metrics
        if (m.name in BY_NATURE and m.name != pair.metric.name) or _is_of_amount_before(sentence, pair, m)
    ]
    start = max([pair.clause, *(end for end in others if end <= pair.metric.start)])
    trailing = TRAILING.match(sentence.text, qualified_from(sentence, start))  # qualifies the amount before
    start = trailing.end() if trailing is not None and start else start
    if pair.metric.name in _NOT_ADJUSTED:
        start = max((join.end() for join in _JOINS.finditer(sentence.text, start, pair.metric.start)), default=start)
    return sentence.text[start : max(pair.amount.end, pair.metric.end)]


def _is_of_amount_before(sentence: Named, pair: Pair, metric: Metric) -> bool:
    """Whether a metric stands right behind the amount before: "20% non-GAAP EPS growth, and revenue of"."""
    is_between = 0 < pair.clause <= metric.start and metric.end <= pair.metric.start
    return is_between and IN_FRONT.fullmatch(sentence.text, pair.clause, metric.start) is not None
