"""The fiscal calendar that a document's own words speak for, else the header of its filing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

from pipeline.filing.dates import find_dates
from pipeline.filing.fiscal import FiscalCalendar, month_end
from pipeline.filing.fiscal_names import (
    LONG_OVER,
    offset_of_headline,
    offset_of_latest,
    offset_of_reported,
    year_offsets,
)
from pipeline.filing.fiscal_phrases import around_ends, end_month, named_years, quarters_ended, quarters_told, shift
from pipeline.filing.fiscal_words import ENDED_ON, QUARTERS, SPANS, WEEKS_ENDED, YEAR_ENDED, YEAR_TO_DATE
from pipeline.filing.opened import OpenedFiling

RETAIL_YEAR_ENDS = (1, 2)  # months of years that are often named after the one they begin in
HEADER_VOTES = 2  # the header's fiscal year end counts as much as two phrases of the text
LEAD = 1_500  # characters from a headline to the end of the weeks it is about; a quarter told behind is another one


def calendar_of(filing: OpenedFiling) -> FiscalCalendar:
    """The calendar that a filing's documents and its header speak for."""
    facts = filing.filing
    year_end = next((filer.fiscal_year_end for filer in filing.filers if filer.fiscal_year_end), None)
    return infer_calendar(_text_of(filing), year_end, facts.reported_on or facts.filed_on)


def days_ended(filing: OpenedFiling) -> Iterator[date]:
    """The days on which, as a filing's documents say, periods ended: "the quarter ended June 28, 2003"."""
    for phrase in ENDED_ON.finditer(around_ends(_text_of(filing))):
        for mention in find_dates(phrase["days"]):
            yield mention.value


def _text_of(filing: OpenedFiling) -> str:
    return "\0".join(document.text for document in filing.documents)


@lru_cache(maxsize=2)  # statements and guidance ask for the same filing's
def infer_calendar(text: str, fiscal_year_end: str | None, reported_on: date | None = None) -> FiscalCalendar:
    """The calendar that a text's own phrases and the header's fiscal year end (MMDD) speak for.

    Phrases are those that name a quarter or a year to date with its end: "third quarter ended September 30, 2003",
    "nine months ended September 30"; without an end, the quarter that was over when it was reported: "the third quarter
    of fiscal 2003". Without any, the calendar year.
    """
    phrases = around_ends(text)
    quarters, named = list(quarters_ended(phrases)), list(named_years(phrases))
    months: Counter[int] = Counter(_year_end_months(phrases, quarters, named))
    if fiscal_year_end and (stated := _header_month(fiscal_year_end)):
        months[stated] += HEADER_VOTES
    if not months and reported_on is not None and WEEKS_ENDED.search(phrases):
        months.update(_month_of_headline(text, reported_on))
    month = max(months, key=lambda m: (months[m], m)) if months else 12
    calendar = FiscalCalendar(month)
    offsets = Counter(year_offsets(quarters, named, calendar))
    of_retail = (offset_of_latest, offset_of_headline) if month in RETAIL_YEAR_ENDS else ()
    for offset_of in (offset_of_reported, *of_retail):
        if not offsets and reported_on is not None:
            offsets.update(offset_of(text, calendar, reported_on))
    return FiscalCalendar(month, max(offsets, key=lambda o: (offsets[o], -o)) if offsets else 0)


def _year_end_months(text: str, quarters: Sequence[re.Match[str]], named: Sequence[re.Match[str]]) -> Iterator[int]:
    for match in quarters:
        yield shift(end_month(match), 3 * (4 - QUARTERS[match["quarter"].lower()]))
    for match in YEAR_TO_DATE.finditer(text):
        yield shift(end_month(match), -SPANS[match["span"].lower()])
    for match in chain(YEAR_ENDED.finditer(text), named):
        yield end_month(match)


def _month_of_headline(text: str, reported_on: date) -> Iterator[int]:
    """The month that the quarter of the headline makes the year's last, by the day on which the weeks reported ended:
    "FIRST QUARTER EARNINGS" of "the thirteen weeks ended May 4, 2002"."""
    told = next(quarters_told(text), None)
    ended = WEEKS_ENDED.search(text, told.end(), told.end() + LEAD) if told else None
    if told is None or ended is None:
        return
    for day in find_dates(ended["day"]):
        if timedelta(0) < reported_on - day.value < LONG_OVER:
            yield shift(month_end(day.value).month, 3 * (4 - QUARTERS[told["quarter"].lower()]))


def _header_month(fiscal_year_end: str) -> int | None:
    try:
        stated = date(2000, int(fiscal_year_end[:2]), int(fiscal_year_end[2:]))  # a leap year, for 0229
    except ValueError:  # the header holds 0000 or 1131 now and then
        return None
    return month_end(stated).month
