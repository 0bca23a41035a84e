"""A day's archive and its index give the same filings; what an archive claims of itself is not believed."""

import gzip
import io
import tarfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.edgar import Outcome, Store, archive, fetch, find
from pipeline.edgar.archive import members
from pipeline.edgar.errors import TooLargeError
from tests.edgar.conftest import ClientOf
from tests.edgar.kept import as_disseminated, as_filed, entries, files, texts
from tests.edgar.replica import Fault, Faults, generate, replica

DAY = date(2003, 7, 17)
FILINGS = generate(DAY, DAY, 55)
REPORTS = {filing.accession_number: filing for filing in FILINGS if filing.form.startswith("8-K")}


def from_documents(text: bytes) -> bytes:
    """What follows the header, to the last line of the last document."""
    return text[text.index(b"<DOCUMENT>") : text.rindex(b"</DOCUMENT>")]


@pytest.mark.parametrize("tagged_from", [date(1995, 9, 1), date(2010, 1, 1)], ids=["tagged", "plain"])
def test_archive_and_index_give_the_same(tagged_from: date, client_of: ClientOf, tmp_path: Path) -> None:
    with replica(FILINGS, rate_limit=None, tagged_from=tagged_from) as edgar:
        client = client_of(edgar)
        by_archive, by_index = tmp_path / "archive", tmp_path / "index"
        report = fetch(client, Store(str(by_archive)), find(client, DAY, DAY), archives=True)
        assert report.outcomes[Outcome.FETCHED] == len(REPORTS)
        assert len(edgar.requests) == 3  # the list of indexes, the index, the archive
        fetch(client, Store(str(by_index)), find(client, DAY, DAY))
    assert files(by_archive) == files(by_index)
    assert {number: from_documents(text) for number, text in texts(by_archive).items()} == {
        number: from_documents(text) for number, text in texts(by_index).items()
    }
    as_sent = as_disseminated if tagged_from < DAY else as_filed
    assert texts(by_archive) == {number: as_sent(filing) for number, filing in REPORTS.items()}
    told = [entries(folder) for folder in (by_archive, by_index)]
    for entry in (entry for of_store in told for entry in of_store.values()):
        del entry["sha256"], entry["size"]  # of the text, header and all
    assert told[0] == told[1]


def test_nothing_is_downloaded_for_a_day_that_is_here(client_of: ClientOf, store: Store) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        fetch(client, store, find(client, DAY, DAY))
        asked = len(edgar.requests)
        fetch(client, store, find(client, DAY, DAY), archives=True)
        assert [request.path[-4:] for request in edgar.requests[asked:]] == ["json", ".idx"]


@pytest.mark.parametrize("kind", ["truncated", "short", "truncated_gzip", "html", "reset", "missing", "bomb"])
def test_what_an_archive_lacks_is_fetched_one_by_one(
    kind: str, client_of: ClientOf, store: Store, raw_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "UNPACKED_LIMIT", 2**24)
    path = "*.tar.gz" if kind != "missing" else "*/data/*"
    with replica(FILINGS, Faults(Fault(kind, path=path, first=1)), rate_limit=None) as edgar:
        client = client_of(edgar)
        report = fetch(client, store, find(client, DAY, DAY), archives=True)
    assert report.outcomes[Outcome.FETCHED] == len(REPORTS), report.lost
    assert {number: from_documents(text) for number, text in texts(raw_dir).items()} == {
        number: from_documents(as_filed(filing)) for number, filing in REPORTS.items()
    }


def test_an_archive_beyond_its_limit_is_dropped(
    client_of: ClientOf, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(archive, "LIMIT", 1000)
    with replica(FILINGS, rate_limit=None) as edgar:
        client = client_of(edgar)
        assert fetch(client, store, find(client, DAY, DAY), archives=True).outcomes[Outcome.FETCHED] == len(REPORTS)
        assert edgar.requests.by_path[f"/Archives/edgar/Feed/2003/QTR3/{DAY:%Y%m%d}.nc.tar.gz"] == 1
    assert "the most that is taken" in caplog.text


def test_names_of_members_lead_nowhere(client_of: ClientOf, store: Store, raw_dir: Path, tmp_path: Path) -> None:
    with replica(FILINGS, Faults(Fault("hostile_members")), rate_limit=None) as edgar:
        client = client_of(edgar)
        fetch(client, store, find(client, DAY, DAY), archives=True)
        assert edgar.requests.by_fault["hostile_members"] == 1
    assert set(texts(raw_dir)) == set(REPORTS)
    written = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
    assert written == {"raw", "state"}
    assert {file.split("/")[0] for file in files(raw_dir)} == {"edgar"}


def tar_of(*members: tarfile.TarInfo, content: bytes = b"") -> bytes:
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        for member in members:
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return gzip.compress(raw.getvalue())


def test_links_devices_and_other_names_are_passed_over() -> None:
    entries = []
    for kind in (tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
        member = tarfile.TarInfo("0000000007-03-000001.nc")
        member.type, member.linkname = kind, "/etc/passwd"
        entries.append(member)
    entries += [tarfile.TarInfo(name) for name in ("x.nc", "0000000007-03-000001.corr01", "٠000000007-03-000001.nc")]
    archive = io.BytesIO(tar_of(*entries))
    assert [number for number, _ in members(archive)] == ["0000000007-03-000001"]


def test_a_name_that_fills_the_memory_is_not_read() -> None:
    name = tarfile.TarInfo("././@LongLink")
    name.type = tarfile.GNUTYPE_LONGNAME
    archive = io.BytesIO(tar_of(name, content=bytes(2**20)))
    with pytest.raises(TooLargeError, match="claims 1,048,576 bytes"):
        list(members(archive))
