"""Where filings lie, on disk and in an object store; what is refused never lies there."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import fsspec
import pytest
from moto.server import ThreadedMotoServer

from pipeline.edgar import EdgarError, Outcome, Store, fetch, find, transfer
from pipeline.edgar.errors import UnusableError
from pipeline.edgar.listing import Listing
from pipeline.edgar.submission import read_submission
from pipeline.filing import open_filing
from pipeline.warehouse import discover
from tests.edgar.conftest import ClientOf
from tests.edgar.kept import as_disseminated, as_filed, entries, files, texts
from tests.edgar.replica import Fault, Faults, Filing, generate, replica

DAY = date(2006, 3, 8)
FILINGS = generate(DAY, DAY, 10)
REPORTS = [filing for filing in FILINGS if filing.form.startswith("8-K")]


def listing_of(filing: Filing) -> Listing:
    return Listing(filing.accession_number, filing.form, filing.filers[0].company.name, filing.ciks, filing.filed_on)


def keep(store: Store, filing: Filing) -> None:
    store.keep(listing_of(filing), read_submission(as_filed(filing), filing.accession_number), "here")


def test_filings_lie_by_year_quarter_and_cik_with_their_facts_beside(
    client_of: ClientOf, store: Store, raw_dir: Path
) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        fetch(client, store, find(client, DAY, DAY))
    wanted = [filing for filing in REPORTS if not {"2.02", "7.01"}.isdisjoint(filing.items)]
    others = [filing for filing in REPORTS if filing not in wanted]
    assert wanted
    assert others
    assert files(raw_dir) == sorted(
        [f"edgar/2006/QTR1/{filing.ciks[0]}/{filing.accession_number}.txt.gz" for filing in wanted]
        + [f"edgar/manifest/2006/QTR1/{filing.accession_number}.json" for filing in REPORTS]
    )
    told = entries(raw_dir)
    for filing in REPORTS:
        entry = told[filing.accession_number]
        assert entry["form"] == filing.form
        assert entry["ciks"] == sorted(filing.ciks)
        assert entry["filed_on"] == f"{DAY}"
        assert entry["items"] == list(filing.items)
        assert entry["size"] == len(as_filed(filing))
        assert (entry["path"] is None) == (filing in others)


def test_the_reader_takes_what_is_stored(client_of: ClientOf, store: Store, raw_dir: Path) -> None:
    keep(store, REPORTS[0])
    found = discover(raw_dir)
    assert found.refused == []
    (source,) = found.sources
    opened = open_filing(source.file.read_bytes(), source.path)
    assert opened.filing.filing_id == REPORTS[0].accession_number
    assert opened.filing.filed_on == DAY
    assert opened.documents


def test_a_filing_with_other_items_is_looked_at_once(client_of: ClientOf, store: Store) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        first = fetch(client, store, find(client, DAY, DAY))
        assert first.outcomes[Outcome.OTHER_ITEMS] == sum(filing.items == ("5.02",) for filing in REPORTS) > 0
        again = fetch(client, store, find(client, DAY, DAY))
        assert again.outcomes == {Outcome.KNOWN: len(REPORTS)}
        assert set(edgar.requests.bodies.values()) == {1}


def test_a_filing_of_two_companies_is_stored_once(client_of: ClientOf, store: Store, raw_dir: Path) -> None:
    (filing,) = (filing for filing in REPORTS if len(filing.ciks) > 1)
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        for cik in filing.ciks:
            fetch(client, store, find(client, DAY, DAY, [cik]))
        assert edgar.requests.bodies[filing.accession_number] == 1
    (path,) = (file for file in files(raw_dir) if filing.accession_number in file and file.endswith(".gz"))
    assert path.split("/")[3] == f"{filing.ciks[0]}"


@pytest.mark.parametrize("name", ["hostile_filename"])
def test_names_of_documents_lead_nowhere(
    name: str, client_of: ClientOf, store: Store, raw_dir: Path, tmp_path: Path
) -> None:
    with replica(FILINGS, Faults(Fault(name)), rate_limit=None) as edgar:
        client = client_of(edgar)
        fetch(client, store, find(client, DAY, DAY))
        assert edgar.requests.by_fault[name] == len(REPORTS)
    assert any(b"<FILENAME>../" in text for text in texts(raw_dir).values())
    assert {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")} == {"raw", "state"}
    assert {file.split("/")[0] for file in files(raw_dir)} == {"edgar"}


@pytest.mark.parametrize("number", ["../../0000000007-03-000001", "0000000007-03-000001/..", "", "0000000007-03-00001"])
def test_only_an_accession_number_becomes_a_path(number: str, store: Store, raw_dir: Path) -> None:
    filing = REPORTS[0]
    listing = Listing(number, "8-K", "X", (7,), DAY)
    with pytest.raises(ValueError, match="is no accession number"):
        store.keep(listing, read_submission(as_filed(filing), filing.accession_number), "here")
    assert not raw_dir.exists() or files(raw_dir) == []


def test_a_store_that_takes_nothing_is_said(store: Store, raw_dir: Path) -> None:
    raw_dir.write_text("a file where a folder should be")
    with pytest.raises(EdgarError, match="check RAW_DIR"):
        keep(store, REPORTS[0])


WHOLE = as_filed(REPORTS[0])
NUMBER = REPORTS[0].accession_number


@pytest.mark.parametrize("cik", ["9" * 5000, "../../7", "²", "0"])
def test_a_registrant_whose_number_is_none_gives_no_folder(cik: str, store: Store, raw_dir: Path) -> None:
    key = "CENTRAL INDEX KEY:\t\t\t"
    text = WHOLE.replace(f"{key}{REPORTS[0].ciks[0]:010}".encode(), f"{key}{cik}".encode())
    assert text != WHOLE
    store.keep(listing_of(REPORTS[0]), read_submission(text, NUMBER), "here")
    assert f"edgar/2006/QTR1/{min(REPORTS[0].ciks)}/{NUMBER}.txt.gz" in files(raw_dir)


@pytest.mark.parametrize("text", [WHOLE, as_disseminated(REPORTS[0]), WHOLE + b"\n\n"])
def test_a_whole_submission_is_taken(text: bytes) -> None:
    assert read_submission(text, NUMBER).cik == REPORTS[0].ciks[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"", "No filing came"),
        (b"<!DOCTYPE html>\n<html></html>", "A web page came"),
        (b"\n <HTML></HTML>", "A web page came"),
        (as_filed(REPORTS[1]), f"{REPORTS[1].accession_number} came in place of {NUMBER}"),
        (WHOLE[: len(WHOLE) // 2], "broke off"),
        (WHOLE.replace(NUMBER.encode(), b"x", 3), "No filing came|x came"),
    ],
)
def test_what_is_no_whole_submission_is_refused(text: bytes, reason: str) -> None:
    with pytest.raises(UnusableError, match=reason):
        read_submission(text, NUMBER)


def test_a_body_beyond_its_limit_is_dropped(
    client_of: ClientOf, store: Store, raw_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "LIMIT", 2**20)
    path = f"*{NUMBER}.txt"
    with replica(REPORTS[:1], Faults(Fault("bomb", path=path)), rate_limit=None) as edgar:
        client = client_of(edgar)
        report = fetch(client, store, find(client, DAY, DAY))
        assert edgar.requests.by_fault["bomb"] == 2
    assert report.outcomes[Outcome.REFUSED] == 1
    assert "larger than 1 MB" in report.lost[NUMBER]
    assert report.received_bytes < 2**20
    assert not raw_dir.exists() or files(raw_dir) == []


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of a bucket on a real server, found as botocore finds it: by the environment."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}",
            "AWS_ACCESS_KEY_ID": "invented",
            "AWS_SECRET_ACCESS_KEY": "invented",
            "AWS_DEFAULT_REGION": "us-east-1",
        }.items():
            monkeypatch.setenv(name, value)
        fsspec.filesystem("s3", skip_instance_cache=True).mkdir("raw")
        yield "s3://raw/filings"
    finally:
        server.stop()


def test_an_object_store_works_the_same(bucket: str, client_of: ClientOf, store: Store, raw_dir: Path) -> None:
    with replica(REPORTS[:3], Faults(Fault("short", path="*.txt", first=1)), rate_limit=None) as edgar:
        client = client_of(edgar)
        report = fetch(client, Store(bucket), find(client, DAY, DAY))
        fetch(client, store, find(client, DAY, DAY))
        again = fetch(client, Store(bucket), find(client, DAY, DAY))
    assert report.lost == {}
    assert again.outcomes == {Outcome.KNOWN: 3}
    objects: dict[str, Any] = fsspec.filesystem("s3", skip_instance_cache=True).find("raw", detail=True)
    assert sorted(name.removeprefix("raw/filings/") for name in objects) == files(raw_dir)
    for name in files(raw_dir):
        stored = fsspec.filesystem("s3", skip_instance_cache=True).cat_file(f"raw/filings/{name}")
        if name.endswith(".gz"):
            assert stored == (raw_dir / name).read_bytes()
        else:
            assert json.loads(stored)["sha256"] == json.loads((raw_dir / name).read_text())["sha256"]
