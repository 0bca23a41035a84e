"""Each fault as a client meets it."""

import gzip
import io
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date

import httpx
import pytest

from tests.edgar.replica import KINDS, Fault, Faults, Replica, generate, hostile, replica

DECLARED = {"User-Agent": "Tests of First Print tests@example.com"}
FILINGS = generate(date(2003, 7, 1), date(2003, 7, 2), 20)
FILING = FILINGS[0]
PATH = f"/Archives/{FILING.path(FILING.ciks[0])}"
INDEX = "/Archives/edgar/daily-index/2003/QTR3/{kind}.20030701.idx"
ARCHIVE = "/Archives/edgar/Feed/2003/QTR3/20030701.nc.tar.gz"


@pytest.fixture(scope="module")
def edgar() -> Iterator[Replica]:
    with replica(FILINGS, rate_limit=None) as running:
        yield running


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(headers=DECLARED) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("block", 403, "Request Rate Threshold Exceeded"),
        ("block_429", 429, "Request Rate Threshold Exceeded"),
        ("refused", 403, "Access Denied"),
        ("too_many", 429, "Request Rate Threshold Exceeded"),
        ("server_error", 500, "unavailable"),
        ("unavailable", 503, "unavailable"),
        ("html", 200, "<html"),
        ("missing", 404, "File Not Found"),
    ],
)
def test_a_page_in_the_bodys_place(edgar: Replica, client: httpx.Client, kind: str, status: int, words: str) -> None:
    edgar.faults = Faults(Fault(kind, first=1, seconds=3))
    answer = client.get(edgar.www_url + PATH)
    assert (answer.status_code, words in answer.text) == (status, True)
    assert answer.headers.get("Retry-After") == ("3" if kind == "too_many" else None)
    assert (
        client.get(edgar.www_url + PATH).text.rstrip().endswith("MESSAGE-----")
    )  # the second asking is answered truly
    assert [request.fault for request in edgar.requests[-2:]] == [kind, ""]


@pytest.mark.parametrize(("kind", "error"), [("reset", httpx.ReadError), ("truncated", httpx.RemoteProtocolError)])
def test_a_connection_that_ends_in_mid_body(
    edgar: Replica, client: httpx.Client, kind: str, error: type[httpx.HTTPError]
) -> None:
    edgar.faults = Faults(Fault(kind))
    with client.stream("GET", edgar.www_url + PATH) as answer:
        assert answer.status_code == 200
        with pytest.raises(error):
            answer.read()


def test_a_body_of_half_its_length_that_no_length_betrays(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults()
    whole = client.get(edgar.www_url + PATH).text
    edgar.faults = Faults(Fault("short"))
    for headers in ({}, {"Accept-Encoding": "identity"}):
        assert client.get(edgar.www_url + PATH, headers=headers).text == whole[: len(whole) // 2]


def test_a_gzip_stream_that_ends_too_early(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("truncated_gzip"))
    with client.stream("GET", edgar.www_url + PATH) as answer:
        packed = b"".join(answer.iter_raw())
    assert len(packed) == int(answer.headers["Content-Length"])
    with pytest.raises(EOFError):
        gzip.decompress(packed)
    with pytest.raises(EOFError):
        gzip.decompress(client.get(edgar.www_url + ARCHIVE).content)


def test_a_slow_body_comes_whole(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("slow", seconds=0.3))
    begun = time.monotonic()
    assert FILING.accession_number in client.get(edgar.www_url + PATH).text
    assert time.monotonic() - begun > 0.25


def test_the_body_of_another_filing(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("other_filing"))
    text = client.get(edgar.www_url + PATH).text
    assert "<SEC-HEADER>" in text
    assert FILING.accession_number not in text


def test_a_redirect_leads_to_another_host_that_would_answer(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("redirect"))
    answer = client.get(edgar.www_url + PATH)
    assert (answer.status_code, answer.headers["Location"]) == (302, edgar.elsewhere_url + PATH)
    assert not any(request.host == "elsewhere" for request in edgar.requests)
    assert client.get(answer.headers["Location"]).status_code == 200
    assert edgar.requests[-1].host == "elsewhere"


@pytest.mark.parametrize("kind", ["master", "form", "company", "crawler"])
def test_rows_of_an_index_that_lead_elsewhere(edgar: Replica, client: httpx.Client, kind: str) -> None:
    edgar.faults = Faults()
    true = client.get(edgar.www_url + INDEX.format(kind=kind)).text
    edgar.faults = Faults(Fault("hostile_index"))
    lines = client.get(edgar.www_url + INDEX.format(kind=kind)).text.removeprefix(true).splitlines()
    assert len(lines) == len(hostile.PATHS)
    assert all(line.endswith(path) for line, path in zip(lines, hostile.PATHS, strict=True))
    assert len({line.removesuffix(path) for line, path in zip(lines, hostile.PATHS, strict=True)}) == 1


def test_members_of_an_archive_that_lead_elsewhere(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("hostile_members"))
    with tarfile.open(fileobj=io.BytesIO(client.get(edgar.www_url + ARCHIVE).content)) as tar:
        members = {member.name: member for member in tar}
    assert set(hostile.MEMBERS) < members.keys()
    assert {"/etc/passwd", "../../etc/passwd"} <= {member.linkname for member in members.values()}
    assert any(member.isdev() for member in members.values())
    assert f"./{FILING.accession_number}.nc" in members


def test_pages_of_a_history_that_lead_elsewhere(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("hostile_history"))
    history = client.get(f"{edgar.data_url}/submissions/CIK{FILING.ciks[0]:010}.json").json()
    assert tuple(page["name"] for page in history["filings"]["files"]) == hostile.PAGES


def test_an_entry_of_the_latest_filings_that_leads_elsewhere(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("hostile_current"))
    feed = client.get(f"{edgar.www_url}/cgi-bin/browse-edgar?action=getcurrent&output=atom&count=1").text
    assert feed.count("<entry>") == 2
    assert f"<id>urn:tag:sec.gov,2008:accession-number={hostile.NUMBER}</id>" in feed


def test_a_filename_that_leads_elsewhere(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("hostile_filename"))
    text = client.get(edgar.www_url + PATH).text
    assert text.count("<FILENAME>") == text.count(f"<FILENAME>{hostile.FILENAME}\n") > 0


def test_a_bomb_is_small_until_it_is_opened(edgar: Replica, client: httpx.Client) -> None:
    edgar.faults = Faults(Fault("bomb"))
    with client.stream("GET", edgar.www_url + PATH) as answer:
        packed = b"".join(answer.iter_raw())
    assert (len(packed) < hostile.BOMB / 500, answer.headers["Content-Encoding"]) == (True, "gzip")
    with gzip.open(io.BytesIO(packed)) as stream:
        assert sum(map(len, iter(lambda: stream.read(1 << 22), b""))) == hostile.BOMB
    archive = client.get(edgar.www_url + ARCHIVE).content
    assert len(archive) < hostile.BOMB / 500
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        assert next(iter(tar)).size == hostile.BOMB


def test_a_draw_depends_on_seed_path_and_asking_alone() -> None:
    rule = Fault("reset", 0.3)
    paths = [f"/Archives/edgar/data/1/{number:010}-03-000001.txt" for number in range(400)]
    one, other, seeded = Faults(rule), Faults(rule), Faults(rule, seed=1)
    first = {path: one.choose(path) for path in paths}
    assert first == {path: other.choose(path) for path in reversed(paths)}
    assert first != {path: seeded.choose(path) for path in paths}
    assert 80 < sum(fault is not None for fault in first.values()) < 160
    assert first != {path: one.choose(path) for path in paths}  # the second asking is another draw
    sticky = Faults(Fault("missing", 0.3, sticky=True))
    assert [sticky.choose(path) for path in paths] == [sticky.choose(path) for path in paths]


def test_rules_from_a_command_line() -> None:
    faults = Faults.parse(["reset:0.25:*/data/*", "missing:0.05", "slow"])
    assert faults.rules == (
        Fault("reset", 0.25, "*/data/*"), Fault("missing", 0.05, sticky=True), Fault("slow"),
    )  # fmt: skip
    assert faults.choose("/files/company_tickers.json") == Fault("slow")
    with pytest.raises(ValueError, match="no such fault: quake"):
        Faults.parse(["quake"])


def test_every_kind_happens_to_a_path_of_its_own() -> None:
    paths = (
        PATH,
        INDEX.format(kind="form"),
        ARCHIVE,
        "/submissions/CIK0009900000.json",
        "/cgi-bin/browse-edgar?start=0",
    )
    happens = Counter(kind for kind in KINDS for path in paths if Faults(Fault(kind)).choose(path))
    assert set(happens) == set(KINDS)
    assert happens["hostile_members"] == happens["other_filing"] == 1
