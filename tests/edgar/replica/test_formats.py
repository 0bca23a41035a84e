"""What the replica serves is what EDGAR's files look like: each is read back by simple means and holds the filings."""

import gzip
import io
import json
import re
import tarfile
from collections.abc import Iterator
from datetime import date, datetime
from xml.etree import ElementTree

import httpx
import pytest

from pipeline.filing import open_filing
from pipeline.parse import parse
from tests.edgar.replica import Filing, Replica, generate, replica
from tests.edgar.replica.envelope import dissemination, submission
from tests.edgar.replica.feed import archive
from tests.edgar.replica.generate import business_days
from tests.edgar.replica.indexes import KINDS, daily, full, rows

DECLARED = {"User-Agent": "Tests of First Print tests@example.com"}
EDGAR = "/Archives/edgar"
ATOM = {"": "http://www.w3.org/2005/Atom"}
FILINGS = generate(date(2003, 7, 1), date(2003, 7, 31), 60)


@pytest.fixture(scope="module")
def edgar() -> Iterator[Replica]:
    with replica(FILINGS, rate_limit=None, recent=2, older=1) as running:
        yield running


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(headers=DECLARED) as opened:
        yield opened


def listed(filings: list[Filing]) -> set[tuple[str, str, str, str]]:
    """Form, name, CIK and path of each filing under each of its filers."""
    return {(f.form, p.company.name, str(p.company.cik), f.path(p.company.cik)) for f in filings for p in f.filers}


def test_a_master_index_lists_a_day_by_cik(edgar: Replica, client: httpx.Client) -> None:
    text = client.get(f"{edgar.www_url}{EDGAR}/daily-index/2003/QTR3/master.20030701.idx").text
    *head, heading, rule = text.splitlines()[:7]
    assert head[0] == "Description:           Daily Index of EDGAR Dissemination Feed"
    assert head[1] == "Last Data Received:    Jul  1, 2003"
    assert (heading, set(rule)) == ("CIK|Company Name|Form Type|Date Filed|File Name", {"-"})
    found = [line.split("|") for line in text.splitlines()[7:]]
    day = [filing for filing in FILINGS if filing.filed_on == date(2003, 7, 1)]
    assert {(form, name, cik, path) for cik, name, form, _, path in found} == listed(day)
    assert {filed for _, _, _, filed, _ in found} == {"20030701"}
    assert [row[0] for row in found] == sorted(row[0] for row in found)


@pytest.mark.parametrize(("year", "wide", "broken"), [(2003, 12, False), (2022, 12, True), (2026, 17, True)])
def test_a_form_index_of_a_day_has_fixed_columns(year: int, wide: int, broken: bool) -> None:
    day = date(year, 7, 1)
    lines = daily("form", day, rows(FILINGS)).splitlines()
    assert lines[8].startswith("Form Type   Company Name")
    assert (lines[9] == "      Date Filed  File Name") == broken
    found = {
        (line[:wide].strip(), line[wide : wide + 62].strip(), line[wide + 62 :].split()[0], line.split()[-1])
        for line in lines[10 + broken :]
    }
    assert found == listed(FILINGS)


def test_a_quarter_is_listed_in_four_ways_and_packed(edgar: Replica, client: httpx.Client) -> None:
    names = {path.rsplit("/", 1)[-1].removesuffix(".txt") for *_, path in listed(FILINGS)}
    for kind in KINDS:
        text = client.get(f"{edgar.www_url}{EDGAR}/full-index/2003/QTR3/{kind}.idx").text
        assert set(re.findall(r"\d{10}-\d\d-\d{6}", text)) == names
        assert "2003-07-01" in text
        packed = client.get(f"{edgar.www_url}{EDGAR}/full-index/2003/QTR3/{kind}.gz")
        assert gzip.decompress(packed.content).decode("latin-1") == text
    assert "CIK|Company Name|Form Type|Date Filed|Filename" in full("master", 2003, 3, rows(FILINGS))


@pytest.mark.parametrize(("year", "name"), [(1994, "070594"), (1996, "960705"), (1998, "19980706")])
def test_the_name_of_a_days_index_is_that_of_its_years(year: int, name: str, client: httpx.Client) -> None:
    day = date(year, 7, 6 if year == 1998 else 5)
    with replica(generate(day, day, 4), rate_limit=None) as edgar:
        assert client.get(f"{edgar.www_url}{EDGAR}/daily-index/{year}/QTR3/master.{name}.idx").status_code == 200


def test_every_file_of_a_listing_is_there(edgar: Replica, client: httpx.Client) -> None:
    for root in ("daily-index", "full-index", "Feed"):
        years = client.get(f"{edgar.www_url}{EDGAR}/{root}/index.json").json()["directory"]
        assert [(item["name"], item["type"]) for item in years["item"]] == [("2003", "dir")]
        folder = f"{edgar.www_url}{EDGAR}/{root}/2003/QTR3"
        listing = client.get(f"{folder}/index.json").json()["directory"]
        assert listing["name"] == f"{root}/2003/QTR3/"
        for item in listing["item"]:
            assert datetime.strptime(item["last-modified"], "%m/%d/%Y %I:%M:%S %p").year == 2003
            size = len(client.get(f"{folder}/{item['href']}").content)
            assert item["size"] == f"{-(-size // 1024)} KB"


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        (f"{EDGAR}/daily-index/2003/QTR3/master.20030704.idx", 403, "AccessDenied"),
        (f"{EDGAR}/Feed/2003/QTR3/20030704.nc.tar.gz", 403, "AccessDenied"),
        (f"{EDGAR}/daily-index/1994/QTR1/index.json", 403, "AccessDenied"),
        (f"{EDGAR}/daily-index/2003/QTR3/master.20030705.idx", 404, "File Not Found"),
        (f"{EDGAR}/data/1/0000000001-03-000001.txt", 404, "File Not Found"),
        ("/elsewhere", 404, "File Not Found"),
    ],
)
def test_what_does_not_exist(edgar: Replica, client: httpx.Client, path: str, status: int, word: str) -> None:
    answer = client.get(edgar.www_url + path, headers={"Accept-Encoding": "identity"})
    assert (answer.status_code, word in answer.text) == (status, True)


def test_a_history_and_its_pages_hold_every_filing_of_a_company(edgar: Replica, client: httpx.Client) -> None:
    cik = max(edgar.site.by_cik, key=lambda cik: len(edgar.site.by_cik[cik]))
    expected = {filing.accession_number for filing in edgar.site.by_cik[cik]}
    history = client.get(f"{edgar.data_url}/submissions/CIK{cik:010}.json").json()
    columns = history["filings"]["recent"]
    assert {len(column) for column in columns.values()} == {2}
    assert columns["acceptanceDateTime"] == sorted(columns["acceptanceDateTime"], reverse=True)
    found = set(columns["accessionNumber"])
    assert history["filings"]["files"]
    for page in history["filings"]["files"]:
        older = client.get(f"{edgar.data_url}/submissions/{page['name']}").json()
        assert page["filingFrom"] <= min(older["filingDate"]) <= max(older["filingDate"]) <= page["filingTo"]
        assert len(older["accessionNumber"]) == page["filingCount"]
        found |= set(older["accessionNumber"])
    assert found == expected
    assert client.get(f"{edgar.data_url}/submissions/CIK0000000001.json").status_code == 404


def test_a_ticker_leads_to_its_company(edgar: Replica, client: httpx.Client) -> None:
    table = client.get(f"{edgar.www_url}/files/company_tickers.json").json()
    assert list(table) == [str(place) for place in range(len(table))]
    row = table["0"]
    history = client.get(f"{edgar.data_url}/submissions/CIK{row['cik_str']:010}.json").json()
    assert (history["name"], history["tickers"]) == (row["title"], [row["ticker"]])


def entries(client: httpx.Client, edgar: Replica, **asked: str | int) -> list[ElementTree.Element]:
    query = {"action": "getcurrent", "output": "atom", **asked}
    content = client.get(f"{edgar.www_url}/cgi-bin/browse-edgar", params=query).content
    return ElementTree.fromstring(content).findall("entry", ATOM)


def test_the_latest_filings_are_an_atom_feed_in_pages(edgar: Replica, client: httpx.Client) -> None:
    pages = [entries(client, edgar, type="8-K", start=start, count=40) for start in (0, 40, 80)]
    assert [len(page) for page in pages] == [40, 22, 0]
    found = [entry for page in pages for entry in page]
    stamps = [entry.findtext("updated", "", ATOM) for entry in found]
    assert stamps == sorted(stamps, reverse=True)
    assert stamps[0].endswith("-04:00")
    known = {filing.accession_number: filing for filing in FILINGS}
    for entry in found:
        filing = known[entry.findtext("id", "", ATOM).rsplit("=", 1)[-1]]
        title = re.fullmatch(r"(.+?) - (.+) \((\d{10})\) \((\w+)\)", entry.findtext("title", "", ATOM))
        assert title
        assert title[1] == filing.form
        assert int(title[3]) in filing.ciks
        assert re.findall(r"<br>Item ([\d.]+):", entry.findtext("summary", "", ATOM)) == list(filing.items)


def test_the_parties_of_an_ownership_report_are_told_apart(edgar: Replica, client: httpx.Client) -> None:
    found = {entry.findtext("title", "", ATOM).rsplit(" ", 1)[-1] for entry in entries(client, edgar, type="4")}
    assert found == {"(Issuer)", "(Reporting)"}


def between(text: bytes) -> bytes:
    """From the first document to the last."""
    return text[text.index(b"<DOCUMENT>") : text.rindex(b"</DOCUMENT>")]


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(1995, 7, 5), b"<SEC-DOCUMENT>"),
        (date(1995, 9, 5), b"<SUBMISSION>"),
        (date(2003, 7, 1), b"<SUBMISSION>"),
    ],
)
def test_a_feed_archive_holds_the_filings_of_a_day_in_either_dialect(day: date, begins: bytes) -> None:
    filings = generate(day, day, 8)
    with tarfile.open(fileobj=io.BytesIO(archive(day, filings)), mode="r:gz") as tar:
        members = {name: opened.read() for name in tar.getnames() if (opened := tar.extractfile(name))}
    found = {
        name.removeprefix("./").removesuffix(".nc"): text for name, text in members.items() if name.endswith(".nc")
    }
    assert found.keys() == {filing.accession_number for filing in filings}
    assert len(members) == len(found) + 1  # and a correction
    for filing in filings:
        text = found[filing.accession_number]
        assert begins in text[:600]
        assert between(text) == between(submission(filing).encode("latin-1"))


@pytest.mark.parametrize("year", [1996, 2003, 2009, 2024])
def test_the_pipeline_reads_what_is_generated_in_either_dialect(year: int) -> None:
    for filing in generate(date(year, 7, 1), date(year, 7, 3), 10):
        plain, tagged = (parse(text(filing).encode("latin-1"), "x.txt") for text in (submission, dissemination))
        opened = open_filing(submission(filing).encode("latin-1"), "x.txt").filing
        assert (opened.accession_number, opened.form, opened.filed_on) == (
            filing.accession_number, filing.form, filing.filed_on,
        )  # fmt: skip
        assert plain["cells"] == tagged["cells"]
        assert plain["issues"] == []
        if any(part.type == "EX-99.1" for part in filing.parts):
            assert len(plain["cells"]) == 42  # ten lines and eleven, two columns each


def test_the_same_seed_gives_the_same_filings_on_business_days_only() -> None:
    first, last = date(2003, 7, 1), date(2003, 7, 31)
    again = generate(first, last, 60)
    assert [submission(filing) for filing in again] == [submission(filing) for filing in FILINGS]
    assert [submission(f) for f in generate(first, last, 60, seed=1)] != [submission(f) for f in FILINGS]
    assert {filing.filed_on for filing in FILINGS} == set(business_days(first, last))
    assert date(2003, 7, 4) not in business_days(first, last)
    assert len({filing.accession_number for filing in FILINGS}) == len(FILINGS) == 75
    assert sum(filing.form.startswith("8-K") for filing in FILINGS) == 60
    assert any(len(filing.filers) == 2 for filing in FILINGS if filing.form == "8-K")
    assert json.dumps(sorted({filing.form for filing in FILINGS})) == '["10-Q", "4", "6-K", "8-K", "8-K/A"]'
