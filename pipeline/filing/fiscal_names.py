"""How a registrant calls its fiscal years: by how many a name falls short of the calendar year in which one ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from pipeline.filing.dates import YEAR_ALONE, find_dates
from pipeline.filing.fiscal import FiscalCalendar
from pipeline.filing.fiscal_phrases import BEFORE_END, end_month, is_not_reported, quarters_told
from pipeline.filing.fiscal_words import (
    FISCAL_QUARTER,
    FISCAL_YEAR,
    QUARTER_OF,
    QUARTERS,
    STORES_PLANNED,
    WHICH_QUARTER,
    YEAR_EXPECTED,
    YEAR_GUIDED,
    YEAR_HEADED,
)

LONG_OVER = timedelta(days=95)  # a year is reported, and the next one named, before that
AHEAD = timedelta(days=45)  # before a year's end, its third quarter is told and stores are planned for the next one


def year_offsets(
    quarters: Sequence[re.Match[str]], named: Sequence[re.Match[str]], calendar: FiscalCalendar
) -> Iterator[int]:
    """By how many years the name of the fiscal year falls short of the calendar year in which it ends."""
    of_quarters = ((YEAR_ALONE.findall(match["named"]), match[0]) for match in quarters)
    of_years = (([match["name"]], match[0]) for match in named if end_month(match) == calendar.year_end_month)
    for names, phrase in chain(of_quarters, of_years):
        if len(names) == 1 and (ends := find_dates(phrase)):
            offset = calendar.fiscal(ends[-1].value)[0] - int(names[0])
            if offset in (0, 1):
                yield offset


def offset_of_reported(text: str, calendar: FiscalCalendar, reported_on: date) -> Iterator[int]:
    """The same, by the latest year that names the quarter over at the report, also where it is told: earlier ones are
    compared with it."""
    year, quarter = _over_at(calendar, reported_on)
    names = [
        int(named["year"])
        for named in QUARTER_OF.finditer(text)
        if (which := WHICH_QUARTER.search(text, max(named.start() - BEFORE_END, 0), named.start()))
        and QUARTERS[which["quarter"].lower()] == quarter
        and not is_not_reported(text, named.start())
    ]
    named_first = [named for named in FISCAL_QUARTER.finditer(text) if QUARTERS[named["quarter"].lower()] == quarter]
    names.extend(int(named["year"]) for named in named_first)
    if names and year - max(names) == 1:
        names.extend(_years_told(text, quarter))
    yield from _offset(year, names)


def offset_of_latest(text: str, calendar: FiscalCalendar, reported_on: date) -> Iterator[int]:
    """One, where the latest fiscal year that a report names were long over, or one that it expects were over, if the
    year it ends in named it; or the latest for which stores are planned were about to end. Other years behind the one
    over at the report tell nothing: loans mature in them."""
    guided = chain(YEAR_EXPECTED.finditer(text), YEAR_GUIDED.finditer(text))
    expected = [int(named["year"]) for named in guided]
    expected.extend(int(headed["year"] or headed["behind"]) for headed in YEAR_HEADED.finditer(text))
    years = (int(named["year"] or named["before"] or named["behind"]) for named in FISCAL_YEAR.finditer(text))
    names = [year for year in years if year <= _over_at(calendar, reported_on)[0] or year in expected]
    is_long_over = bool(names) and reported_on - calendar.year(max(names))[1] > LONG_OVER
    planned = [int(named["year"]) for named in STORES_PLANNED.finditer(text)]
    is_near_end = bool(planned) and calendar.year(max([*planned, *expected]))[1] - AHEAD < reported_on
    if is_long_over or is_near_end or any(calendar.year(year)[1] < reported_on for year in expected):
        yield 1


def offset_of_headline(text: str, calendar: FiscalCalendar, reported_on: date) -> Iterator[int]:
    """The same, by the latest year that is told of the quarter over at the report: "2008 third quarter loss"."""
    year, quarter = _over_at(calendar, reported_on)
    yield from _offset(year, list(_years_told(text, quarter)))


def _offset(year: int, names: Sequence[int]) -> Iterator[int]:
    """By how much the latest of the names that a year goes by falls short of it."""
    if names and year - max(names) in (0, 1):
        yield year - max(names)


def _years_told(text: str, quarter: int) -> Iterator[int]:
    """The years of which a quarter is told."""
    for told in quarters_told(text):
        if QUARTERS[told["quarter"].lower()] == quarter and (name := told["year"] or told["before"]):
            yield int(name)


def _over_at(calendar: FiscalCalendar, reported_on: date) -> tuple[int, int]:
    """The fiscal year and quarter that was over at a report."""
    year, quarter = calendar.fiscal(reported_on.replace(day=28))
    return (year, quarter - 1) if quarter > 1 else (year - 1, 4)
