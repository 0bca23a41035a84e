"""Each index finds the same filings, and none of what it says leads elsewhere."""

import gzip
import sys
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from pipeline.edgar import find, latest
from pipeline.edgar.current import read_feed
from pipeline.edgar.errors import UnusableError
from pipeline.edgar.find import NEW_YORK
from pipeline.edgar.indexes import read_index
from pipeline.edgar.listing import Listing, may_hold_a_release, merged
from tests.edgar.conftest import ClientOf
from tests.edgar.replica import Fault, Faults, Filing, generate, replica

FIRST, LAST = date(2004, 7, 1), date(2004, 9, 30)  # items change on August 23
FILINGS = generate(FIRST, LAST, 120)
FORMS = ("8-K", "8-K/A")
HEADING = b"CIK|Company Name|Form Type|Date Filed|File Name\n----------\n"


def accession_numbers(listings: list[Listing]) -> list[str]:
    return [listing.accession_number for listing in listings]


def reports(filings: list[Filing]) -> list[Filing]:
    return sorted(
        (filing for filing in filings if filing.form in FORMS),
        key=lambda filing: (filing.filed_on, filing.accession_number),
    )


def test_days_and_quarter_and_companies_find_the_same(client_of: ClientOf) -> None:
    with replica(FILINGS, rate_limit=None, recent=2, older=3) as edgar:
        client = client_of(edgar)
        by_quarter = find(client, FIRST, LAST)
        assert len(edgar.requests) == 1
        by_days = find(client, FIRST, LAST - timedelta(days=1))
        ciks = sorted({cik for filing in reports(FILINGS) for cik in filing.ciks})
        by_company = find(client, FIRST, LAST, ciks)
    assert accession_numbers(by_quarter) == accession_numbers(merged(by_quarter))
    assert [(one.accession_number, one.ciks) for one in by_quarter] == [
        (filing.accession_number, tuple(sorted(filing.ciks))) for filing in reports(FILINGS)
    ]
    assert by_days == [listing for listing in by_quarter if listing.filed_on < LAST]
    known = {filing.accession_number: filing for filing in FILINGS}
    assert accession_numbers(by_company) == [
        number
        for number in accession_numbers(by_quarter)
        if may_hold_a_release(known[number].items, known[number].filed_on)
    ]
    assert all(listing.items == known[listing.accession_number].items for listing in by_company)


def test_older_pages_are_read_only_where_the_days_ask_for_them(client_of: ClientOf) -> None:
    cik = max((cik for filing in FILINGS for cik in filing.ciks), key=lambda c: sum(c in f.ciks for f in FILINGS))
    of_company = sorted((f for f in FILINGS if cik in f.ciks), key=lambda filing: filing.filed_on)
    with replica(FILINGS, rate_limit=None, recent=1, older=1) as edgar:
        client = client_of(edgar)
        find(client, of_company[-1].filed_on, LAST, [cik])
        pages = len(edgar.requests)
        find(client, FIRST, LAST, [cik])
        assert pages <= 2
        assert len(edgar.requests) - pages == len(of_company)


def test_a_holiday_and_a_weekend_are_empty(client_of: ClientOf) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        assert find(client, date(2004, 9, 4), date(2004, 9, 6)) == []  # Saturday to Labor Day
        assert find(client, date(2004, 12, 1), date(2004, 12, 1)) == []  # a quarter to come
        assert find(client, date(2004, 10, 1), date(2004, 12, 31)) == []  # one that has no index of its own
        assert [request.path[-16:] for request in edgar.requests] == [
            "/QTR3/index.json", "/QTR4/index.json", "/QTR4/master.idx",
        ]  # fmt: skip


def test_current_feed_gives_what_came_in_since(client_of: ClientOf) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        entries = latest(client)
        assert {entry.listing.form for entry in entries} == set(FORMS)
        assert all(may_hold_a_release(entry.listing.items, entry.listing.filed_on) for entry in entries)
        moments = {entry.listing.form: [] for entry in entries}  # type: dict[str, list[datetime]]
        for entry in entries:
            moments[entry.listing.form].append(entry.updated)
        assert all(later >= earlier for times in moments.values() for later, earlier in pairwise(times))
        newest = max(entry.updated for entry in entries)
        arrived = edgar.arrive(130, datetime(2004, 10, 1, 9, 30))
        since = {entry.listing.accession_number for entry in latest(client, newest + timedelta(seconds=1))}
    assert since == {
        filing.accession_number for filing in reports(arrived) if may_hold_a_release(filing.items, filing.filed_on)
    }
    known = {filing.accession_number: filing for filing in FILINGS}
    for entry in entries:
        filing = known[entry.listing.accession_number]
        assert (entry.listing.items or ()) == filing.items
        assert entry.listing.filed_on == filing.filed_on
        assert set(entry.listing.ciks) <= set(filing.ciks)


def test_rows_that_lead_elsewhere_are_left_out(client_of: ClientOf) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        expected = find(client, FIRST, LAST)
        edgar.faults = Faults(Fault("hostile_index"))
        assert find(client, FIRST, LAST) == expected
        assert edgar.requests.by_fault["hostile_index"] == 1


@pytest.mark.parametrize(
    "row",
    [
        "7|X|8-K|20040701|edgar/data/7/../../0000000007-04-000001.txt",
        "7|X|8-K|20040701|edgar/data/8/0000000007-04-000001.txt",
        "7|X|8-K|20040701|http://localhost/edgar/data/7/0000000007-04-000001.txt",
        "7|X|8-K|20041301|edgar/data/7/0000000007-04-000001.txt",
        "7|X|8-K|2004|edgar/data/7/0000000007-04-000001.txt",
        "x|X|8-K|20040701|edgar/data/7/0000000007-04-000001.txt",
        "7|X|8-K|20040701|edgar/data/7/0000000007-04-0000011.txt",
        "7|X|8-K|20040701|edgar/data/7/٠٠٠٠٠٠٠٠٠٧-04-000001.txt",
        "7|X|10-K|20040701|edgar/data/7/0000000007-04-000001.txt",
        "7|X|Y|8-K|20040701|edgar/data/7/0000000007-04-000001.txt",
    ],
)
def test_a_row_names_a_filing_or_nothing(row: str) -> None:
    assert read_index(HEADING + row.encode(), FORMS) == []


def test_names_cannot_speak_to_a_terminal() -> None:
    row = "7|\x1b[2J\x07BAD\x9b CO|8-K|2004-07-01|edgar/data/7/0000000007-04-000001.txt"
    assert [listing.company for listing in read_index(HEADING + row.encode("latin-1"), FORMS)] == ["[2J BAD  CO"]


def test_an_index_without_a_filing_is_one() -> None:
    assert read_index(HEADING, FORMS) == []


def test_days_before_there_were_indexes_of_days_are_those_of_a_quarter(client_of: ClientOf) -> None:
    filings = generate(date(1994, 2, 1), date(1994, 3, 31), 20)
    with replica(filings, rate_limit=None) as edgar:
        found = find(client_of(edgar), date(1994, 2, 10), date(1994, 3, 10))
        assert [request.path[-24:] for request in edgar.requests] == ["dex/1994/QTR1/master.idx"]
    assert accession_numbers(found) == [
        filing.accession_number
        for filing in reports(filings)
        if date(1994, 2, 10) <= filing.filed_on <= date(1994, 3, 10)
    ]


def test_a_quarter_ends_in_new_york(client_of: ClientOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the day of New York is not over yet, its filings stand in no index of the quarter."""

    class Evening(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Evening":
            return cls(2004, 9, 30, 18, 0, tzinfo=ZoneInfo(NEW_YORK)).astimezone(tz)

    monkeypatch.setattr(sys.modules[find.__module__], "datetime", Evening)
    with replica(FILINGS, rate_limit=None) as edgar:
        find(client_of(edgar), FIRST, LAST)
        assert all("/daily-index/" in request.path for request in edgar.requests)


def test_names_are_in_latin_1() -> None:
    row = "7|SOCIÉTÉ\x85 X|8-K|20040701|edgar/data/7/0000000007-04-000001.txt\r\n".encode("latin-1")
    assert [listing.company for listing in read_index(HEADING + row, FORMS)] == ["SOCIÉTÉ  X"]


@pytest.mark.parametrize("body", [b"", b"<html></html>", HEADING[:-1], HEADING + b"7|X|8-K|20040701|edgar/data/7/0000"])
def test_what_is_no_whole_index_is_refused(body: bytes) -> None:
    with pytest.raises(UnusableError):
        read_index(body, FORMS)


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html></html>",
        "<feed>",
        f'<!DOCTYPE feed [<!ENTITY e0 "x">{ENTITIES}]><feed xmlns="http://www.w3.org/2005/Atom">&e11;</feed>',
        '<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed xmlns="http://www.w3.org/2005/Atom">&x;</feed>',
    ],
)
def test_what_is_no_feed_is_refused(body: str) -> None:
    with pytest.raises(UnusableError):
        read_feed(body.encode())


@pytest.mark.parametrize("day", [date(1994, 7, 6), date(1996, 1, 2), date(1998, 3, 30), date(1998, 3, 31)])
def test_daily_indexes_are_found_under_the_names_of_their_time(day: date, client_of: ClientOf) -> None:
    with replica(generate(day, day, 3), rate_limit=None) as edgar:
        assert len(find(client_of(edgar), day, day)) == 3


def test_an_index_may_be_packed_and_its_file_names_short() -> None:
    row = b"7|X|8-K|19940701|data/7/0000000007-94-000001.txt\n"
    expected = [Listing("0000000007-94-000001", "8-K", "X", (7,), date(1994, 7, 1))]
    assert read_index(gzip.compress(HEADING + row), FORMS) == expected
    with pytest.raises(UnusableError, match="cannot be unpacked"):
        read_index(gzip.compress(HEADING + row)[:-9], FORMS)


@pytest.mark.parametrize(
    ("items", "day", "is_wanted"),
    [
        (("2.02", "9.01"), date(2004, 8, 23), True),
        (("7.01",), date(2020, 1, 2), True),
        (("5.02", "9.01"), date(2020, 1, 2), False),
        (("8.01",), date(2020, 1, 2), False),
        (("12", "7"), date(2004, 8, 20), True),
        (("5",), date(1997, 1, 2), True),
        (("4",), date(1997, 1, 2), False),
        ((), date(2020, 1, 2), True),
        (None, date(2020, 1, 2), True),
        (("5.02", None), date(2020, 1, 2), True),
    ],
)
def test_items_are_those_of_the_day(items: tuple[str | None, ...] | None, day: date, is_wanted: bool) -> None:
    assert may_hold_a_release(items, day) is is_wanted
