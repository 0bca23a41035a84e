"""The replica as a server: what it asks of its clients, what it counts, and its life as a process."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import httpx
import pytest

from tests.edgar.replica import generate, replica, running

DECLARED = {"User-Agent": "Tests of First Print tests@example.com"}
FILINGS = generate(date(2003, 7, 1), date(2003, 7, 2), 20)
PATHS = [f"/Archives/{filing.path(filing.ciks[0])}" for filing in FILINGS]
CURRENT = "/cgi-bin/browse-edgar?action=getcurrent&type=8-K&output=atom"


def test_a_client_without_a_contact_is_refused() -> None:
    with replica(FILINGS) as edgar:
        for agent in ("", "python-httpx/0.28", "Tests of First Print"):
            answer = httpx.get(edgar.www_url + PATHS[0], headers={"User-Agent": agent})
            assert answer.status_code == 403
            assert "<title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title>" in answer.text
        assert httpx.get(edgar.www_url + PATHS[0], headers=DECLARED).status_code == 200


def test_who_is_too_fast_waits_until_the_block_has_passed() -> None:
    with replica(FILINGS, rate_limit=4, block_seconds=0.5) as edgar, httpx.Client(headers=DECLARED) as client:
        answers = [client.get(edgar.www_url + path) for path in PATHS[:6]]
        assert [answer.status_code for answer in answers] == [200] * 4 + [403] * 2
        assert "<title>SEC.gov | Request Rate Threshold Exceeded</title>" in answers[-1].text
        time.sleep(1.1)
        assert client.get(edgar.www_url + PATHS[0]).status_code == 200
        assert edgar.limit.blocks == 1
        assert edgar.requests.busiest() == 6


def test_what_is_known_is_not_sent_again() -> None:
    with replica(FILINGS) as edgar, httpx.Client(base_url=edgar.www_url, headers=DECLARED) as client:
        answer = client.get(PATHS[0])
        assert answer.headers["Content-Encoding"] == "gzip"
        for condition in (
            {"If-None-Match": answer.headers["ETag"]},
            {"If-Modified-Since": answer.headers["Last-Modified"]},
        ):
            again = client.get(PATHS[0], headers=condition)
            assert (again.status_code, again.content) == (304, b"")
        plain = client.get(PATHS[0], headers={"If-None-Match": '"other"', "Accept-Encoding": "identity"})
        assert "Content-Encoding" not in plain.headers
        assert plain.content == answer.content
        head = client.head(PATHS[0], headers={"Accept-Encoding": "identity"})
        assert (head.headers["Content-Length"], head.content) == (str(len(plain.content)), b"")
        assert "ETag" not in client.get(CURRENT).headers


def test_the_ledger_knows_every_request() -> None:
    with replica(FILINGS, rate_limit=None) as edgar, httpx.Client(base_url=edgar.www_url, headers=DECLARED) as client:
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(client.get, [*PATHS, *PATHS[:3]]))
        assert {answer.status_code for answer in answers} == {200}
        assert sorted(edgar.requests.by_path) == sorted(PATHS)
        assert edgar.requests.bodies[FILINGS[0].accession_number] == 2
        assert edgar.requests.bodies.total() == len(PATHS) + 3
        assert edgar.requests.connections <= 4
        assert edgar.requests.busiest(3600) == len(PATHS) + 3
        assert edgar.requests.busiest(0) == 0


def test_a_filing_that_arrives_is_shown_everywhere() -> None:
    with replica(FILINGS, rate_limit=None) as edgar, httpx.Client(headers=DECLARED) as client:
        (filing,) = edgar.arrive(accepted_at=datetime(2003, 7, 3, 17, 45))
        assert filing.filed_on == date(2003, 7, 7)  # after half past five, before the fourth of July and a weekend
        number, cik = filing.accession_number, filing.ciks[0]
        assert client.get(edgar.www_url + CURRENT).text.index(number) < 1500
        assert number in client.get(f"{edgar.www_url}/Archives/edgar/daily-index/2003/QTR3/master.20030707.idx").text
        assert number in client.get(f"{edgar.data_url}/submissions/CIK{cik:010}.json").text
        assert client.get(f"{edgar.www_url}/Archives/edgar/data/{cik}/{filing.folder}/{number}.txt").status_code == 200


def test_a_stopped_replica_answers_no_more() -> None:
    with httpx.Client(headers=DECLARED) as client:
        with replica(FILINGS) as edgar:
            assert client.get(edgar.www_url + PATHS[0]).status_code == 200
        with pytest.raises(httpx.TransportError):
            client.get(edgar.www_url + PATHS[0])


def test_a_process_of_its_own_tells_what_it_was_asked() -> None:
    with running(date(2003, 7, 1), date(2003, 7, 2), 20, ("missing:1:*/data/*",), "--every=0.2") as edgar:
        assert {row["accession_number"] for row in edgar.filings} >= {filing.accession_number for filing in FILINGS}
        assert httpx.get(edgar.www_url + PATHS[0], headers=DECLARED).status_code == 404
        (added,) = edgar.arrive()
        assert added["accession_number"] in httpx.get(edgar.www_url + CURRENT, headers=DECLARED).text
        time.sleep(0.5)
        assert len(edgar.filings) > len(FILINGS) + 1
        assert [(request.status, request.fault) for request in edgar.requests] == [(404, "missing"), (200, "")]
