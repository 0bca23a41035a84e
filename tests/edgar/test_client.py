"""Every way in which an answer can fail leads to the whole filing in the end, or to a reason."""

import time
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from pipeline.edgar import Client, Outcome, Store, cik_of, fetch, find
from pipeline.edgar import client as client_module
from pipeline.edgar.client import _seconds
from pipeline.edgar.errors import EdgarError, NotDeclaredError, NotFoundError
from tests.edgar.conftest import ClientOf, settings_of
from tests.edgar.kept import as_filed, files, texts
from tests.edgar.replica import Fault, Faults, Replica, generate, replica

DAY = date(2003, 7, 17)
FILINGS = generate(DAY, DAY, 3)
REPORTS = {filing.accession_number: as_filed(filing) for filing in FILINGS if filing.form.startswith("8-K")}
ONCE = [
    "block", "block_429", "too_many", "server_error", "unavailable", "reset", "truncated", "short", "truncated_gzip",
    "html", "other_filing", "redirect", "missing", "refused",
]  # fmt: skip


@pytest.mark.parametrize("kind", ONCE)
def test_what_fails_once_is_asked_for_again(kind: str, client_of: ClientOf, store: Store, raw_dir: Path) -> None:
    with replica(FILINGS, Faults(Fault(kind, path="*.txt", first=1, seconds=1)), rate_limit=None) as edgar:
        client = client_of(edgar)
        report = fetch(client, store, find(client, DAY, DAY))
        assert report.outcomes[Outcome.FETCHED] == len(REPORTS), report.lost
        assert set(edgar.requests.bodies.values()) == {1}
        assert edgar.requests.by_fault[kind] == len(REPORTS)
        assert all(request.host != "elsewhere" for request in edgar.requests)
    assert texts(raw_dir) == REPORTS
    assert not [name for name in files(raw_dir) if name.endswith(".part")]


@pytest.mark.parametrize("kind", ["truncated", "short", "truncated_gzip", "html", "unavailable"])
@pytest.mark.parametrize("path", ["*.idx", "*submissions*", "*tickers*"])
def test_indexes_that_fail_once_are_asked_for_again(kind: str, path: str, client_of: ClientOf) -> None:
    with replica(FILINGS, Faults(Fault(kind, path=path, first=1)), rate_limit=None) as edgar:
        client, company = client_of(edgar), FILINGS[0].filers[0].company
        found = find(client, DAY, DAY) if path == "*.idx" else find(client, DAY, DAY, [cik_of(client, company.ticker)])
        assert edgar.requests.by_fault[kind] >= 1
    expected = set(REPORTS) if path == "*.idx" else {FILINGS[0].accession_number}
    assert {listing.accession_number for listing in found} >= expected


def test_a_slow_body_is_waited_for(client_of: ClientOf, store: Store) -> None:
    with replica(FILINGS, Faults(Fault("slow", path="*.txt", seconds=0.5)), rate_limit=None) as edgar:
        client = client_of(edgar)
        assert fetch(client, store, find(client, DAY, DAY)).outcomes[Outcome.FETCHED] == len(REPORTS)


def test_a_body_that_drips_is_given_up(client_of: ClientOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "ATTEMPTS", 1)
    with replica(FILINGS, Faults(Fault("slow", seconds=5)), rate_limit=None) as edgar:
        client = client_of(edgar, timeout=0.5)
        with pytest.raises(EdgarError, match="less than"):
            client.get(client.addresses.tickers(), len)


@pytest.mark.parametrize("kind", ["block", "block_429", "too_many"])
def test_a_pause_holds_for_every_process(kind: str, client_of: ClientOf) -> None:
    with replica(FILINGS, Faults(Fault(kind, path="*tickers*", first=1, seconds=1)), rate_limit=None) as edgar:
        client, other = client_of(edgar, block_seconds=1), client_of(edgar)
        client.get(client.addresses.tickers(), len)
        asked, again = (request.at for request in edgar.requests)
        assert again - asked >= 1
        edgar.faults = Faults(Fault(kind, path="*tickers*", first=1, seconds=1))
        started = time.monotonic()
        client._rate.pause(1)
        other.get(client.addresses.company(FILINGS[0].ciks[0]), len)
        assert time.monotonic() - started >= 0.9


@pytest.mark.parametrize("kind", ["block", "block_429"])
def test_a_block_that_waiting_does_not_end_ends_the_run(kind: str, client_of: ClientOf, store: Store) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar, block_seconds=0.1)
        listings = find(client, DAY, DAY)
        edgar.faults = Faults(Fault(kind))
        with pytest.raises(EdgarError, match=r"blocks this machine.*does not take 'First Print tests@example.com'"):
            fetch(client, store, listings)
        assert edgar.requests.by_fault[kind] <= client_module.MAX_BLOCKS * len(REPORTS)


def test_who_is_refused_is_not_told_that_there_is_nothing(client_of: ClientOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "ATTEMPTS", 2)
    with replica(FILINGS, Faults(Fault("refused")), rate_limit=None) as edgar:
        client = client_of(edgar)
        with pytest.raises(EdgarError, match="is refused"):
            find(client, DAY, DAY)
        with pytest.raises(EdgarError, match="is refused"):
            find(client, DAY, DAY, [FILINGS[0].ciks[0]])


def test_the_tickers_are_asked_for_once(client_of: ClientOf) -> None:
    companies = [filing.filers[0].company for filing in FILINGS]
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        assert [cik_of(client, company.ticker) for company in companies] == [company.cik for company in companies]
        assert len(edgar.requests) == 1


def test_answers_that_hold_are_not_sent_again(client_of: ClientOf) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        company = FILINGS[0].filers[0].company
        for _ in range(2):
            client = client_of(edgar)
            assert find(client, DAY, DAY, [cik_of(client, company.ticker.lower())])
        assert edgar.requests.by_status == {200: 2, 304: 2}
        arrived = edgar.arrive(1, datetime(2003, 7, 17, 12))[0]
        client = client_of(edgar)
        found = find(client, DAY, DAY + timedelta(days=1), [arrived.ciks[0]])
        assert arrived.accession_number in {listing.accession_number for listing in found}


def test_nothing_is_sent_without_a_declaration(tmp_path: Path) -> None:
    with replica(FILINGS) as edgar:
        for agent in ("", "First Print"):
            with pytest.raises(NotDeclaredError, match="SEC_USER_AGENT"):
                Client(settings_of(edgar, tmp_path, user_agent=agent))
        assert edgar.requests == []


def test_a_declaration_that_edgar_does_not_take_ends_the_run(client_of: ClientOf, store: Store) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        listings = find(client, DAY, DAY)
        with pytest.raises(NotDeclaredError, match="does not take 'nobody@'"):
            fetch(client_of(edgar, user_agent="nobody@"), store, listings)


def test_where_edgar_gives_nothing_the_run_ends_soon(
    client_of: ClientOf, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "ATTEMPTS", 2)
    with replica(generate(DAY, DAY, 60), rate_limit=None) as edgar:
        client = client_of(edgar)
        listings = find(client, DAY, DAY)
        edgar.faults = Faults(Fault("unavailable"))
        with pytest.raises(EdgarError, match="16 filings in a row"):
            fetch(client, store, listings)
        assert edgar.requests.by_fault["unavailable"] < 2 * 60


def test_a_listed_filing_that_is_missing_is_named_and_tried_again_by_the_next_run(
    client_of: ClientOf, store: Store
) -> None:
    lost = next(iter(REPORTS))
    with replica(FILINGS, Faults(Fault("missing", path=f"*{lost}*")), rate_limit=None) as edgar:
        client = client_of(edgar)
        report = fetch(client, store, find(client, DAY, DAY))
        assert report.outcomes == {Outcome.KNOWN: 0, Outcome.FETCHED: len(REPORTS) - 1, Outcome.MISSING: 1}
        assert "nothing at" in report.lost[lost]
        edgar.faults = Faults()
        report = fetch(client, store, find(client, DAY, DAY))
        assert report.outcomes == {Outcome.KNOWN: len(REPORTS) - 1, Outcome.FETCHED: 1}


def test_unknown_ticker_and_company_are_said(client_of: ClientOf) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        with pytest.raises(NotFoundError, match="no ticker 'NONE'"):
            cik_of(client, "NONE")
        with pytest.raises(NotFoundError, match="no company of CIK 7"):
            find(client, DAY, DAY, [7])


def test_retry_after_is_a_number_or_a_date() -> None:
    assert _seconds("7") == 7
    assert 58 < _seconds(format_datetime(datetime.now(UTC) + timedelta(minutes=1), usegmt=True)) <= 60
    assert [_seconds(text) for text in ("", "soon", "-5", "Wed, 21 Oct 2015 07:28:00 GMT")] == [0, 0, 0, 0]


def test_a_replica_is_asked_politely(client_of: ClientOf) -> None:
    with Replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        find(client, DAY, DAY)
        assert {request.user_agent for request in edgar.requests} == {client.settings.user_agent}
