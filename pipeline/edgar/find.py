"""Which filings there are of some days: of some companies, or of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from pipeline.edgar.client import Client
from pipeline.edgar.companies import by_company
from pipeline.edgar.indexes import by_days, by_quarter
from pipeline.edgar.listing import Listing, may_hold_a_release, merged

NEW_YORK = "America/New_York"  # EDGAR's days are those of the US East
FIRST_DAILY = date(1994, 7, 1)  # before it only quarters have indexes


def find(client: Client, first: date, last: date, ciks: Sequence[int] = ()) -> list[Listing]:
    """Filings from first to last day that may hold a release, of some companies, or of all where `ciks` is empty.

    A company's list prints items, so what holds none of those that releases come under is left out at once. The indexes
    of days and quarters print none: there a filing is looked at before it is stored (`fetch`). A day's index may list
    a filing of another date, which then belongs to the day.
    """
    found: Iterable[Listing]
    if ciks:
        found = chain.from_iterable(by_company(client, cik, first, last) for cik in ciks)
    else:
        found = _of_all(client, first, last)
    return merged(listing for listing in found if may_hold_a_release(listing.items, listing.filed_on))


def _of_all(client: Client, first: date, last: date) -> Iterator[Listing]:
    """A quarter's index where the span covers the quarter and that is over, or days have none; else those of days."""
    day, today = first, datetime.now(ZoneInfo(NEW_YORK)).date()
    while day <= last:
        following = _next_quarter(day)
        until = min(last, following - timedelta(days=1))
        if day < FIRST_DAILY:
            yield from (listing for listing in by_quarter(client, day) if day <= listing.filed_on <= until)
        elif day == _quarter_start(day) and following <= min(last + timedelta(days=1), today):
            yield from by_quarter(client, day)
        else:
            yield from by_days(client, day, until)
        day = following


def _quarter_start(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _next_quarter(day: date) -> date:
    return _quarter_start(_quarter_start(day) + timedelta(days=100))
