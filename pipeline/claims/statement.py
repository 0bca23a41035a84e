"""The claims of one sentence: a figure's name, its amount and its period, and what it is compared with.

Only what is told plainly counts: between a name and its amount stand periods, verbs and small words, nothing else. A
name that something stands in front of ("product revenue") is a part of the company, and no claim of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.claims.figures import Figure, Place, read_figure
from pipeline.claims.periods import Reported, Told, told_periods
from pipeline.claims.words import (
    A_SHARE,
    BESIDE,
    COMPARES,
    FILLER,
    LOSS,
    NO_WHOLE,
    PART,
    WHOLE,
)
from pipeline.filing.fiscal import last_day
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amounts import Amount, amounts
from pipeline.guidance.terms.metrics import Metric, metrics

CLAIMED = frozenset(
    {
        "revenue", "gross_profit", "gross_margin", "operating_income", "operating_margin", "net_income", "eps",
        "cash_balance", "research_and_development", "selling_general_administrative", "effective_tax_rate",
        "operating_cash_flow",
    }
)  # fmt: skip
NEAR = 100  # characters from a word of comparison to the period that it brings in
INSTANTS = frozenset({"cash_balance"})
_NOT_OWN = re.compile(r"product|service|liquidity|.*losses$|(?:loss|profit)$", ANY_CASE)  # a part, or of investments
_COMPARES_WITH = re.compile(rf"{COMPARES.pattern}\W*(?:(?:an?|the|reported)\s)*$", ANY_CASE)
_ABOVE = 80  # characters in front of a metric's name, more than any words there that tell whose it is
_A_YEAR_BACK = Told(None, None, 0, 0, years_back=1)  # of what is compared with, unless it is told


@dataclass(frozen=True, slots=True)
class Said:
    """A figure and the period that it is told of; `is_stated`: its own sentence names the period, no other does."""

    figure: Figure
    period: Told
    is_stated: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    periods: Sequence[Told]
    reported: Reported
    carried: Callable[[], Told | None]


def read_sentence(text: str, reported: Reported, carried: Callable[[], Told | None]) -> list[Said]:
    """The claims of a sentence; `carried` gives the period that it may speak of without naming it."""
    named = [metric for metric in metrics(text) if metric.name in CLAIMED]
    periods = told_periods(text, reported) if named else ()
    ends = [*(metric.start for metric in named[1:]), len(text)]
    whole = [(metric, end) for metric, end in zip(named, ends, strict=False) if _is_whole(text, metric, periods)]
    found = amounts(text) if whole else []
    sentence = _Sentence(text, periods, reported, carried)
    said: list[Said] = []
    for metric, limit in whole:
        places = list(_places(text, metric, limit, found, periods))
        said.extend(_claims(sentence, metric, places, limit))
    return said


def period_of(text: str, reported: Reported) -> Told | None:
    """The period that a sentence speaks of, for the next one that names none."""
    own = (told for told in told_periods(text, reported) if told.last is not None and told.months is not None)
    return next((told for told in own if not _is_compared(text, told)), None)


def _is_compared(text: str, told: Told) -> bool:
    """Whether a period is one that another is compared with: "compared to $6.6 million in the same quarter of 2002"."""
    return BESIDE.search(text, max(0, told.start - NEAR), told.start) is not None


def _is_whole(text: str, metric: Metric, periods: Sequence[Told]) -> bool:
    above = _above(text, metric)
    if _NOT_OWN.match(metric.words) or NO_WHOLE.search(above):
        return False
    if any(told.end <= metric.start and not text[told.end : metric.start].strip(" ,'’s") for told in periods):
        return True
    if not WHOLE.search(above) and not COMPARES.search(above[-16:].rstrip() + " "):
        return False
    part = PART.match(text, metric.end)
    return part is None or any(told.start <= part.end() <= told.end + 1 for told in periods)


def _above(text: str, metric: Metric) -> str:
    """The words right in front of a metric's name."""
    return text[max(0, metric.start - _ABOVE) : metric.start]


def _places(text: str, metric: Metric, limit: int, found: Sequence[Amount], periods: Sequence[Told]) -> Iterator[Place]:
    place = metric.end
    compared = _COMPARES_WITH.search(_above(text, metric)) is not None
    for amount in found:
        if amount.start < place:
            continue
        if amount.start >= limit:
            return
        if _is_of_next(text, amount, limit):
            return
        gap = _without_periods(text, place, amount.start, periods)
        if FILLER.sub("", gap).strip():
            return
        compared = compared or bool(COMPARES.search(gap))
        share = A_SHARE.match(text, amount.end)
        end = share.end() if share else amount.end
        which = (share["which"] or share["behind"] or "").lower() if share else ""
        yield Place(amount, end, gap, compared, "basic" if which == "basic" else "diluted" if which else None)
        if not compared or not re.search(r"\bto\W*$", text[end : end + 4]):
            place = end
        if re.match(r"\s*(?:to|,?\s*to)\s", text[end : end + 5]):  # "from $5 million to $6 million"
            compared = False


def _is_of_next(text: str, amount: Amount, limit: int) -> bool:
    """Whether an amount stands before what it is of: "$3.8 million operating income", "$11.6 million of new orders"."""
    behind = text[amount.end : limit + 1]
    if limit < len(text) and not behind[:-1].replace(" in ", " ").replace(" of ", " ").strip():
        return True
    return amount.kind == "money" and re.match(r"\s+(?:of|in)\s+(?!(?:the|fiscal|\d)\b)", behind) is not None


def _without_periods(text: str, start: int, end: int, periods: Sequence[Told]) -> str:
    gap, place = [], start
    for told in periods:
        if start <= told.start < end:
            gap.append(text[place : told.start])
            place = min(told.end, end)
    return " ".join([*gap, text[place:end]])


def _claims(sentence: _Sentence, metric: Metric, places: Sequence[Place], limit: int) -> Iterator[Said]:
    """What the amounts behind a metric say of it, each with its period."""
    current, is_stated = _current(sentence, metric, places, limit)
    if current is None:
        return
    units: set[str] = set()
    for n, place in enumerate(places):
        until = places[n + 1].amount.start if n + 1 < len(places) else limit
        figure = read_figure(sentence.text, metric, place, until)
        if figure is None:
            continue
        if figure.kind.startswith("change"):
            yield Said(figure, current, is_stated)
            continue
        own = _own_period(sentence, place, until)
        if not place.compared:
            if own is None and figure.kind == "amount" and figure.unit in units:
                return  # a second amount without a period of its own: of what is not said
            units.add(figure.unit)
            period = own if own is not None and own.last is not None and n else current
        elif (resolved := _resolved(own or _A_YEAR_BACK, current, sentence.reported)) is not None:
            period = resolved
        else:
            continue
        if LOSS.search(metric.words) or LOSS.search(place.gap):
            figure = replace(figure, value=-abs(figure.value))
        yield Said(figure, period, is_stated and (own is not None or not place.compared))


def _own_period(sentence: _Sentence, place: Place, until: int) -> Told | None:
    """The period right behind an amount; none that it is only compared with."""
    own = next((told for told in sentence.periods if place.end <= told.start < until), None)
    if own is not None and not place.compared and _is_compared(sentence.text, own):
        return None
    return own


def _current(sentence: _Sentence, metric: Metric, places: Sequence[Place], limit: int) -> tuple[Told | None, bool]:
    """The period that the figure itself is told of, and whether the sentence names it."""
    text = sentence.text
    compared = next((place for place in places if place.compared), None)
    stop = compared.amount.start if compared else limit
    if compared and (marker := COMPARES.search(text, metric.end, compared.amount.start)):
        stop = marker.start()
    is_instant = metric.name in INSTANTS
    fitting = [told for told in sentence.periods if told.last is not None and (told.months is None) == is_instant]
    beside = [told for told in fitting if told.end <= metric.start and not text[told.end : metric.start].strip(" ,'’s")]
    if beside:  # "first quarter 2010 sales"
        return beside[-1], True
    behind = [told for told in fitting if metric.end <= told.start < stop and not _is_compared(text, told)]
    before = [told for told in fitting if told.end <= metric.start and not _is_compared(text, told)]
    if behind or before:
        return (behind or before[-1:])[0], True
    return (None if is_instant else sentence.carried()), False


def _resolved(told: Told, current: Told, reported: Reported) -> Told | None:
    """What a period told by another is: the same months of another year."""
    if told.last is not None:
        return told
    assert current.last is not None
    years = told.years_back
    if years is None and told.year is not None:
        years = reported.calendar.fiscal(current.last)[0] - told.year
    if years is None or not 0 < years < 10:
        return None
    end = last_day(current.last.year - years, current.last.month)
    return Told(current.months, end, told.start, told.end)
