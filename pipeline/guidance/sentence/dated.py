"""Which period an amount of a sentence is expected for, and how a metric bears it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.pair_words import ALSO
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.basis_words import TRAILING
from pipeline.guidance.terms.comparing_words import COMPARED
from pipeline.guidance.terms.period_words import FULL_YEAR, REST
from pipeline.guidance.terms.periods import Guided
from pipeline.tables.numbers import RATED

_AT_END = re.compile(
    r"\bat (?:fiscal )?(?:year|quarter|period)[- ]end\b"
    r"|\b(?:end|finish) (?:the (?:fiscal )?year|(?:fiscal )?20\d\d) with\b",
    ANY_CASE,
)
_OF_A_PART = re.compile(r"\b(?:which|that) (?:in|ex)cludes?\b(?:[^.;,]|\.(?=\d))*$", ANY_CASE)
_STOCK = re.compile(
    r"run-rate|occupancy|cet1|tier 1|subscribers|customers|members\b|book value|\bc?rpo\b|remaining performance"
    r"|days sales|\bdsos?\b|leverage|(?<!bad )debt\b|indebtedness",
    ANY_CASE,
)
_WE = re.compile(r",\s(?:we|it|the\scompany|management)\s", ANY_CASE)  # whose clause is no part of the comparison
_POINT_OPENS = re.compile(r";\s(?:and\s)?(?:(?:for|in|during)\s)?(?:the\s|its\s|our\s)?$", ANY_CASE)
_INSTANTS = ("cash_balance", "backlog", "store_count", "headcount", "recurring_revenue")
_ASIDE_BEHIND = re.compile(  # why it is expected: a period there is that of the cause
    r",\s(?:with|consistent|reflecting|driven|due|including|primarily|largely|mainly|which|as)\b|\bbecause\b"
    r"|\bdue to\b",
    ANY_CASE,
)
_THE_QUARTER = re.compile(r"(?:for|in|during) the quarter", ANY_CASE)
_OWN = re.compile(
    r"\s*+(?:\([^)]{0,40}\)\s*+)?,?\s*+(?:annually\s+(?=through))?(?:(?:per|a|of|on|in)\s+(?:\w+\s+){0,4}?(?:shares?"
    rf"|basis|revenues?|sales|growth|expenditures|cash flow|{RATED})\s*,?\s*)?"
    r"(?:(?:growth(?:\s+rate)?|increase|decline|decrease|higher|lower|range|more|or (?:more|better|less))\s+){0,2}"
    r"(?:(?:is|are|to\s+be)\s+(?:now\s+|currently\s+)?(?:planned|expected|scheduled|anticipated|targeted|forecast|projected"
    r"|slated)\s+)?(?:(?:for|from|(?:(?:beginning|starting|effective)\s+)?in|during|over|by|through|at)\s+)(?:the\s+"
    r"|its\s+|our\s+|(?:first|second|third|fourth|current|next|following|upcoming)\s+|all\s+of\s+"
    r"|each\s+(?:quarter\s+)?of\s+|both\s+the\s+)*$",
    ANY_CASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with its amounts and the periods that it names, in printed order, and the period in force above it;
    `since`: where it comes to what is expected now, behind what was expected before."""

    text: str
    since: int
    amounts: Sequence[Amount]
    periods: Sequence[Guided]
    above: Guided | None


def nearest_period(sentence: Dated, amount: Amount, end: int) -> Guided | None:
    """The period right behind `end` of an amount and its metric, else the last one before, else the first behind."""
    if own := own_period(sentence, end):
        return own
    behind = next((p for p in sentence.periods if p.at >= end), None)
    before = [p for p in sentence.periods if p.at < end]
    before = _in_point(sentence, before, amount)
    kept = [p for p in before if not (_is_span_of_another(sentence, p) or _is_of_then(sentence, p))]
    if before and not kept and sentence.above is not None:
        return sentence.above
    before = kept or before
    if before and sentence.above is not None and all(_is_of_a_part(sentence.text, p, amount) for p in before):
        return sentence.above
    if not before and behind is not None and _is_of_behind(sentence, behind, end):
        return sentence.above or behind
    return before[-1] if before else behind


def _is_of_behind(sentence: Dated, behind: Guided, end: int) -> bool:
    """Whether a period behind an amount is that of its cause, or what is left of a year and of another amount alone."""
    is_rest = REST.match(behind.words) is not None and any(end <= a.start < behind.at for a in sentence.amounts)
    return is_rest or _ASIDE_BEHIND.search(sentence.text, end, behind.at) is not None


def _is_of_a_part(text: str, period: Guided, amount: Amount) -> bool:
    """Whether a period in front of an amount is that of something it holds or leaves out: ", which includes a charge
    in the fourth quarter, and"."""
    return _OF_A_PART.search(text, 0, period.at) is not None and "," in text[period.to : amount.start]


def _is_span_of_another(sentence: Dated, period: Guided) -> bool:
    """Whether a span of years, or what is left of one, stands behind an amount: "$600 million annually through 2017; a
    tax rate of", "a tax rate of 25% for the balance of 2017, capital expenditures of"."""
    amount = _right_before(sentence, period) if REST.match(period.words) else None
    return amount is not None or (period.is_of_years and any(a.end <= period.at for a in sentence.amounts))


def _in_point(sentence: Dated, before: list[Guided], amount: Amount) -> list[Guided]:
    """The periods in front of an amount without those within other points of its list, where one leads to all: "for
    2009: a decline of 6%, with the fourth quarter up; a tax rate of 33%"; not "; for 2010, sales of $5 million; a"."""
    colon = sentence.text.find(":")
    point = sentence.text.rfind(";", 0, amount.start)
    if not 0 <= colon < point or not any(p.to <= colon for p in before):
        return before
    return [p for p in before if p.to <= colon or p.at > point or _POINT_OPENS.search(sentence.text, colon, p.at)]


def _is_of_then(sentence: Dated, period: Guided) -> bool:
    """Whether a period is that of an amount that another is compared with: "$30 million versus $33 million in 2018",
    and not itself expected ("over $33 million in 2018")."""
    text, amount = sentence.text, _right_before(sentence, period)
    if amount is None or amount.form in ("at_least", "at_most"):
        return False
    compared = COMPARED.search(text[: amount.start])
    return compared is not None and _WE.search(compared[0]) is None


def _right_before(sentence: Dated, period: Guided) -> Amount | None:
    """The amount that a period stands right behind, or null."""
    amount = next((a for a in reversed(sentence.amounts) if a.end <= period.at), None)
    is_own = amount is not None and _OWN.fullmatch(sentence.text[amount.end : period.at] + period.preposition)
    return amount if is_own else None


def own_period(sentence: Dated, end: int) -> Guided | None:
    """The period right behind `end` of an amount and its metric."""
    behind = next((p for p in sentence.periods if p.at >= end), None)
    is_apart = behind is None or any(end <= a.start < behind.at for a in sentence.amounts)
    if behind is None or is_apart:
        return None
    between = sentence.text[end : behind.at]
    is_bare = behind.is_instant or behind.words.lower().startswith(("this ", "next "))
    is_own = _OWN.fullmatch(between + behind.preposition) or (is_bare and not between.strip())
    return behind if is_own else None


def qualified_from(sentence: Dated, end: int) -> int:
    """Where what qualifies an amount begins: at its `end`, or behind its period ("$0.20 in 2019, excluding items")."""
    if TRAILING.match(sentence.text, end):
        return end
    here = next((a for a in reversed(sentence.amounts) if a.end <= end), None)
    beside = next((a for a in sentence.amounts if a.start >= end), None)
    is_income = here is not None and here.kind == "money" and here.scaled
    by_share = beside is not None and beside.kind in ("money", "share") and not beside.scaled
    if is_income and beside is not None and by_share and ALSO.fullmatch(sentence.text, end, beside.start):
        return qualified_from(sentence, beside.end)  # "$3 million, or $0.10 per share, excluding charges"
    period = own_period(sentence, end)
    place = period.to if period is not None else end
    return place if TRAILING.match(sentence.text, place) else end


def of_the_period_told(period: Guided, sentence: Dated) -> Guided:
    """ "The quarter" is the one that the sentence named before; "the full year" is the year so named, not one that is
    over; behind what was said of the quarter that just ended it that year, not the one begun since."""
    above = sentence.above
    if _THE_QUARTER.fullmatch(period.words):
        return next((p for p in reversed(sentence.periods) if p.at < period.at and p.is_quarter), period)
    named = [p for p in sentence.periods if p.at < period.at and p.is_year and any(map(str.isdigit, p.words))]
    named = [p for p in named if p.end is not None and (period.end is None or p.end >= period.end)]
    if named and FULL_YEAR.fullmatch(period.words):
        return named[-1]
    if above is None or above.end is None or not FULL_YEAR.fullmatch(period.words):
        return period
    if len(sentence.periods) == 1 and above.is_year and period.end is not None and above.end > period.end:
        return replace(period, start=above.start, end=above.end)  # below "2019 outlook", told in 2018
    return year_ended(period, above)


def year_ended(period: Guided, above: Guided) -> Guided:
    """The year that ends with the period told before "the full year", where that begins right behind it."""
    if above.end is None or period.start is None or not FULL_YEAR.fullmatch(period.words):
        return period
    if (period.start - above.end).days != 1:
        return period
    return replace(period, start=period.start.replace(year=period.start.year - 1), end=above.end)


def is_stock(words: str) -> bool:
    """Whether words name what is expected at a date, not over a period."""
    return _STOCK.search(words) is not None


def fitted(period: Guided, metric: str, words: str = "") -> Guided:
    """A stock is expected at a period's end; what flows is expected over the period that a date ends."""
    if _AT_END.search(words) or words.lower().startswith(("year-end", "period-end", "ending ")):
        return replace(period, start=None)
    if period.is_instant and is_stock(words):
        return replace(period, start=None)
    if metric in _INSTANTS and period.end is not None and (period.is_instant or metric == "cash_balance"):
        return replace(period, start=None)
    return period
