"""A registrant's fiscal calendar, as its own words give it: which months make which quarter of which year.

Periods are month-aligned: a 52/53-week year that ends on February 1 is taken to end with January. The fiscal year bears
the name of the calendar year in which it ends, unless the document names it otherwise (retailers: fiscal 2019 ended
February 1, 2020).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

from pipeline.filing.dates import YEAR_ALONE, find_dates, month_number
from pipeline.filing.fiscal_words import (
    ENDED_ON,
    ENDS,
    FISCAL_QUARTER,
    FISCAL_YEAR,
    NAMED_BEFORE_YEAR,
    NAMED_YEAR_ENDS,
    NOT_REPORTED,
    OF_A_QUARTER,
    QUARTER_ENDED,
    QUARTER_OF,
    QUARTER_TOLD,
    QUARTERS,
    SPANS,
    STORES_PLANNED,
    WEEKS_ENDED,
    WHICH_QUARTER,
    YEAR_CALLED,
    YEAR_ENDED,
    YEAR_EXPECTED,
    YEAR_GUIDED,
    YEAR_HEADED,
    YEAR_TO_DATE,
)
from pipeline.filing.opened import OpenedFiling

SPILL = 14  # days by which a 52/53-week period may run into the next month
NEAR_END = timedelta(days=7)  # from a month's end to the day on which a year of 52 or 53 weeks ends
LONG_OVER = timedelta(days=95)  # a year is reported, and the next one named, before that
RETAIL_YEAR_ENDS = (1, 2)  # months of years that are often named after the one they begin in
HEADER_VOTES = 2  # the header's fiscal year end counts as much as two phrases of the text
AHEAD = timedelta(days=60)  # before the end of a year, stores are planned for the next one
LEAD = 1_500  # characters from a headline to the end of the weeks it is about; a quarter told behind is another one
BEFORE_END, AFTER_END = 100, 60  # characters of a phrase before "ended" and from it on

Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """Fiscal year Y ends with month `year_end_month` of the calendar year Y + `year_offset`.

    A period ends on the one of `ends` that lies within a week of its month's end; where none does, or several, with
    the month.
    """

    year_end_month: int = 12
    year_offset: int = 0
    ends: frozenset[date] = frozenset()

    def year(self, year: int) -> Period:
        """First and last day of a fiscal year."""
        return self._months(year, 0, 12)

    def half(self, year: int, half: int) -> Period:
        """First and last day of the first or second half of a fiscal year."""
        return self._months(year, 6 * (half - 1), 6)

    def quarter(self, year: int, quarter: int) -> Period:
        """First and last day of a fiscal quarter, 1 to 4."""
        return self._months(year, 3 * (quarter - 1), 3)

    def fiscal(self, end: date) -> tuple[int, int]:
        """Fiscal year and quarter in which a period's end falls."""
        end = month_end(end)
        months_left = (self.year_end_month - end.month) % 12
        ends_in = end.year + (end.month + months_left > 12)
        return ends_in - self.year_offset, 4 - months_left // 3

    def printed(self, end: date) -> date:
        """The printed end within a week of a day that was reckoned, or that day."""
        near = [day for day in self.ends if abs(day - end) <= NEAR_END]
        return near[0] if len(near) == 1 else end

    def _months(self, year: int, skip: int, count: int) -> Period:
        first = (year + self.year_offset - 1) * 12 + self.year_end_month + skip  # months since year 0, January = 0
        last = first + count - 1
        return date(first // 12, first % 12 + 1, 1), self.printed(last_day(last // 12, last % 12 + 1))


def month_end(day: date) -> date:
    """The last day of the month that a 52/53-week period's end stands for: January 31 for February 1."""
    if day.day <= SPILL:
        return day.replace(day=1) - timedelta(days=1)
    return last_day(day.year, day.month)


def calendar_of(filing: OpenedFiling) -> FiscalCalendar:
    """The calendar that a filing's documents and its header speak for."""
    facts = filing.filing
    year_end = next((filer.fiscal_year_end for filer in filing.filers if filer.fiscal_year_end), None)
    return infer_calendar(_text_of(filing), year_end, facts.reported_on or facts.filed_on)


def days_ended(filing: OpenedFiling) -> Iterator[date]:
    """The days on which, as a filing's documents say, periods ended: "the quarter ended June 28, 2003"."""
    for phrase in ENDED_ON.finditer(_around_ends(_text_of(filing))):
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
    phrases = _around_ends(text)
    quarters, named = list(_quarters_ended(phrases)), list(_named_years(phrases))
    months: Counter[int] = Counter(_year_end_months(phrases, quarters, named))
    if fiscal_year_end and (stated := _header_month(fiscal_year_end)):
        months[stated] += HEADER_VOTES
    if not months and reported_on is not None and WEEKS_ENDED.search(phrases):
        months.update(_month_of_headline(text, reported_on))
    month = max(months, key=lambda m: (months[m], m)) if months else 12
    calendar = FiscalCalendar(month)
    offsets = Counter(_year_offsets(quarters, named, calendar))
    of_retail = (_offset_of_latest, _offset_of_headline) if month in RETAIL_YEAR_ENDS else ()
    for offset_of in (_offset_of_reported, *of_retail):
        if not offsets and reported_on is not None:
            offsets.update(offset_of(text, calendar, reported_on))
    return FiscalCalendar(month, max(offsets, key=lambda o: (offsets[o], -o)) if offsets else 0)


@lru_cache(maxsize=2)  # the calendar and the days are sought in the same filing's
def _around_ends(text: str) -> str:
    """What stands around each "ended", "ending" or "ends": all that phrases can be found in."""
    windows: list[tuple[int, int]] = []
    for place in sorted(match.start() for end in ENDS for match in end.finditer(text)):
        start, stop = max(place - BEFORE_END, 0), place + AFTER_END
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, stop))
    return "\0".join(text[start:stop] for start, stop in windows)


def _year_end_months(text: str, quarters: Sequence[re.Match[str]], named: Sequence[re.Match[str]]) -> Iterator[int]:
    for match in quarters:
        yield _shift(_end_month(match), 3 * (4 - QUARTERS[match["quarter"].lower()]))
    for match in YEAR_TO_DATE.finditer(text):
        yield _shift(_end_month(match), -SPANS[match["span"].lower()])
    for match in chain(YEAR_ENDED.finditer(text), named):
        yield _end_month(match)


def _month_of_headline(text: str, reported_on: date) -> Iterator[int]:
    """The month that the quarter of the headline makes the year's last, by the day on which the weeks reported ended:
    "FIRST QUARTER EARNINGS" of "the thirteen weeks ended May 4, 2002"."""
    told = next(_quarters_told(text), None)
    ended = WEEKS_ENDED.search(text, told.end(), told.end() + LEAD) if told else None
    if told is None or ended is None:
        return
    for day in find_dates(ended["day"]):
        if timedelta(0) < reported_on - day.value < LONG_OVER:
            yield _shift(month_end(day.value).month, 3 * (4 - QUARTERS[told["quarter"].lower()]))


def _quarters_ended(text: str) -> Iterator[re.Match[str]]:
    """Quarters that are named with their end; that of the quarter behind it is not of one that is only expected, nor
    that of a line below of one that is only compared with."""
    for match in QUARTER_ENDED.finditer(text):
        is_apart = "quarter" in match["named"].lower() or "\n" in match["named"]
        if not is_apart or not _is_not_reported(text, match.start()):
            yield match


def _quarters_told(text: str) -> Iterator[re.Match[str]]:
    """Quarters whose results are told; not what is expected of one, or compared with it."""
    for told in QUARTER_TOLD.finditer(text):
        if not _is_not_reported(text, told.start()):
            yield told


def _is_not_reported(text: str, start: int) -> bool:
    return NOT_REPORTED.search(text, max(start - BEFORE_END, 0), start) is not None


def _named_years(text: str) -> Iterator[re.Match[str]]:
    """Fiscal years that are named with their end; not where a quarter of one is."""
    for match in chain(*(words.finditer(text) for words in (NAMED_YEAR_ENDS, NAMED_BEFORE_YEAR, YEAR_CALLED))):
        if not OF_A_QUARTER.search(text, max(match.start() - 20, 0), match.start()):
            yield match


def _year_offsets(
    quarters: Sequence[re.Match[str]], named: Sequence[re.Match[str]], calendar: FiscalCalendar
) -> Iterator[int]:
    """By how many years the name of the fiscal year falls short of the calendar year in which it ends."""
    of_quarters = ((YEAR_ALONE.findall(match["named"]), match[0]) for match in quarters)
    of_years = (([match["name"]], match[0]) for match in named if _end_month(match) == calendar.year_end_month)
    for names, phrase in chain(of_quarters, of_years):
        if len(names) == 1 and (ends := find_dates(phrase)):
            offset = calendar.fiscal(ends[-1].value)[0] - int(names[0])
            if offset in (0, 1):
                yield offset


def _offset_of_reported(text: str, calendar: FiscalCalendar, reported_on: date) -> Iterator[int]:
    """The same, by the latest year that names the quarter over at the report: earlier ones are compared with it."""
    year, quarter = _over_at(calendar, reported_on)
    names = [
        int(named["year"])
        for named in QUARTER_OF.finditer(text)
        if (which := WHICH_QUARTER.search(text, max(named.start() - BEFORE_END, 0), named.start()))
        and QUARTERS[which["quarter"].lower()] == quarter
        and not _is_not_reported(text, named.start())
    ]
    names.extend(int(n["year"]) for n in FISCAL_QUARTER.finditer(text) if QUARTERS[n["quarter"].lower()] == quarter)
    if names and year - max(names) in (0, 1):
        yield year - max(names)


def _offset_of_latest(text: str, calendar: FiscalCalendar, reported_on: date) -> Iterator[int]:
    """One, where the latest fiscal year that a report names were long over, or one that it expects were over, if the
    year it ends in named it. Other years behind the one over at the report tell nothing: loans mature in them."""
    guided = chain(YEAR_EXPECTED.finditer(text), YEAR_GUIDED.finditer(text), YEAR_HEADED.finditer(text))
    expected = [int(named["year"]) for named in guided]
    years = (int(named["year"] or named["before"] or named["behind"]) for named in FISCAL_YEAR.finditer(text))
    names = [year for year in years if year <= _over_at(calendar, reported_on)[0] or year in expected]
    is_long_over = bool(names) and reported_on - calendar.year(max(names))[1] > LONG_OVER
    ends = [calendar.year(year)[1] for year in expected]
    ends.extend(calendar.year(int(named["year"]))[1] - AHEAD for named in STORES_PLANNED.finditer(text))
    if is_long_over or any(end < reported_on for end in ends):
        yield 1


def _offset_of_headline(text: str, calendar: FiscalCalendar, reported_on: date) -> Iterator[int]:
    """The same, by the latest year that is told of the quarter over at the report: "2008 third quarter loss"."""
    year, quarter = _over_at(calendar, reported_on)
    names = [
        int(told["year"] or told["before"])
        for told in _quarters_told(text)
        if QUARTERS[told["quarter"].lower()] == quarter and (told["year"] or told["before"])
    ]
    if names and year - max(names) in (0, 1):
        yield year - max(names)


def _over_at(calendar: FiscalCalendar, reported_on: date) -> tuple[int, int]:
    """The fiscal year and quarter that was over at a report."""
    year, quarter = calendar.fiscal(reported_on.replace(day=28))
    return (year, quarter - 1) if quarter > 1 else (year - 1, 4)


def _end_month(match: re.Match[str]) -> int:
    day, month = sorted(re.findall(r"\d+|[a-z]+", match["on"], re.IGNORECASE))  # in either order
    return _shift(month_number(month), -1 if int(day) <= SPILL else 0)


def _header_month(fiscal_year_end: str) -> int | None:
    try:  # a leap year, for 0229
        return month_end(date(2000, int(fiscal_year_end[:2]), int(fiscal_year_end[2:]))).month
    except ValueError:  # the header holds 0000 or 1131 now and then
        return None


def _shift(month: int, by: int) -> int:
    return (month - 1 + by) % 12 + 1


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month_day_of(day: date) -> tuple[int, int]:
    """Month and day; 31 stands for the month's end."""
    return day.month, 31 if (day + timedelta(days=1)).day == 1 else day.day


def in_year(month_day: tuple[int, int], year: int) -> date:
    """Month and day in a year; the month's last day where it has no such day."""
    last = last_day(year, month_day[0])
    return last.replace(day=min(month_day[1], last.day))
