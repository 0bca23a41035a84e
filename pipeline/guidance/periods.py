"""The guided period that words name, by the registrant's fiscal calendar and the day of the report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.filing.dates import YEAR, find_dates
from pipeline.filing.fiscal import QUARTERS, FiscalCalendar, Period, month_end

_QUARTER = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(QUARTERS)})(?:\s+|-)(?:fiscal\s+)?quarter|q(?P<number>[1-4])\b)"
    rf"(?:[\s,]*(?:of\s+)?(?:the\s+)?(?:fiscal\s+)?(?:year\s+)?(?P<year>{YEAR}))?",
    re.IGNORECASE,
)
_HALF = re.compile(rf"\b(?P<half>first|second)\s+half(?:\s+of)?(?:\s+(?:fiscal\s+)?(?P<year>{YEAR}))?", re.IGNORECASE)
_YEAR = re.compile(
    rf"\b(?:fiscal\s+(?:year\s+)?|full[\s-]year\s+|calendar\s+(?:year\s+)?|for\s+(?:the\s+year\s+)?|in\s+|during\s+|year\s+)"
    rf"(?P<year>{YEAR})\b",
    re.IGNORECASE,
)
_FULL_YEAR = re.compile(r"\bfull[\s-]year\b|\bfor the year\b", re.IGNORECASE)
_ENDING = re.compile(
    r"\b(?P<length>quarter|three months|fiscal year|year|twelve months)\s+end(?:ing|ed)\b", re.IGNORECASE
)
_NEXT_QUARTER = re.compile(r"\b(?:next|coming|current)\s+(?:fiscal\s+)?quarter\b", re.IGNORECASE)
_ANY = re.compile(r"[Qq]uarter|QUARTER|[Hh]alf|[Yy]ear|YEAR|[Mm]onths|19\d\d|20\d\d|[Ff]iscal|[Qq][1-4]")

JUST_OVER = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Guided:
    """A guided period, month-aligned, with its words."""

    start: date
    end: date
    words: str


def guided_period(text: str, calendar: FiscalCalendar, reported_on: date | None) -> Guided | None:
    """The first period that the words name and that is not over at the report; without a report's day, as named."""
    if not _ANY.search(text):
        return None
    if (ending := _ending(text, reported_on)) is not None:
        return ending
    if match := _QUARTER.search(text):
        number = int(match["number"]) if match["number"] else QUARTERS[match["ordinal"].lower()]
        if match["year"]:
            return _not_over(calendar.quarter(int(match["year"]), number), match[0], reported_on)
        since = reported_on - JUST_OVER if reported_on else None  # a preliminary figure comes soon after its quarter
        return _coming(lambda year: calendar.quarter(year, number), match[0], calendar, since)
    if match := _HALF.search(text):
        half = 1 if match["half"].lower() == "first" else 2
        if match["year"]:
            return _not_over(calendar.half(int(match["year"]), half), match[0], reported_on)
        return _coming(lambda year: calendar.half(year, half), match[0], calendar, reported_on)
    if match := _YEAR.search(text):
        return _not_over(calendar.year(int(match["year"])), match[0], reported_on)
    if reported_on and (match := _NEXT_QUARTER.search(text)):
        return Guided(*calendar.quarter(*calendar.fiscal(reported_on)), match[0])
    if match := _FULL_YEAR.search(text):
        return _coming(calendar.year, match[0], calendar, reported_on)
    return None


def _ending(text: str, reported_on: date | None) -> Guided | None:
    """ "the quarter ending March 31, 2021": the length that stands before the day."""
    match = _ENDING.search(text)
    days = [mention for mention in find_dates(text) if match and 0 <= mention.start - match.end() <= 4]
    if match is None or not days:
        return None
    last = month_end(days[0].value)
    months = 12 if match["length"].lower() in ("fiscal year", "year", "twelve months") else 3
    first = last.year * 12 + last.month - months  # months since year 0, January = 0
    return _not_over((date(first // 12, first % 12 + 1, 1), last), text[match.start() : days[0].end], reported_on)


def _not_over(period: Period, words: str, reported_on: date | None) -> Guided | None:
    """The period, unless it was long over at the report."""
    if reported_on is not None and reported_on - period[1] > JUST_OVER:
        return None
    return Guided(*period, " ".join(words.split()))


def _coming(
    periods: Callable[[int], Period], words: str, calendar: FiscalCalendar, reported_on: date | None
) -> Guided | None:
    """The first such period that ends on or after the report."""
    if reported_on is None:
        return None
    year = calendar.fiscal(reported_on)[0]
    period = next(p for p in (periods(year - 1), periods(year), periods(year + 1)) if p[1] >= reported_on)
    return Guided(*period, " ".join(words.split()))
