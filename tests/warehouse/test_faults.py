"""Bad input of every kind: each leaves a clear line in `raw.issues`, and the good filing beside it is read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.warehouse.folder import Warehouse, release

SUBMISSION = """<SEC-DOCUMENT>0000000000-03-000009.txt : 20030723
<SEC-HEADER>0000000000-03-000009.hdr.sgml : 20030723
ACCESSION NUMBER:		0000000000-03-000009
CONFORMED SUBMISSION TYPE:	8-K
CONFORMED PERIOD OF REPORT:	20030723
ITEM INFORMATION:		Regulation FD Disclosure
FILED AS OF DATE:		20030723

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			INVENTED INSTRUMENTS INC
		CENTRAL INDEX KEY:			9999999998
		STANDARD INDUSTRIAL CLASSIFICATION:	COMPUTER COMMUNICATIONS EQUIPMENT [3576]
		FISCAL YEAR END:			1231
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>1
<FILENAME>release.txt
<TEXT>
"""


def dangling_link(file: Path) -> None:
    file.symlink_to("nowhere.txt")


def folder(file: Path) -> None:
    file.mkdir()


def large(file: Path) -> None:
    line = b"Net sales grew again in the quarter, as the page says, line by line and over and over.\n"
    file.write_bytes(line * (60_000_000 // len(line)))


def content(data: bytes) -> Callable[[Path], None]:
    return lambda file: file.write_bytes(data) and None


NESTED = "<html><body>" + "<table><tr><td>" * 200 + "1,000" + "</td></tr></table>" * 200 + "</body></html>"

BAD: dict[str, Callable[[Path], None]] = {
    "empty.txt": content(b""),
    "blank.htm": content(b" \n\n"),
    "binary.txt": content(bytes(range(256)) * 200),
    "picture.htm": content(b"\x89PNG\r\n\x1a\n" + bytes(5000)),
    "truncated.txt": content((SUBMISSION + release())[:1000].encode()),
    "no_end_of_document.txt": content((SUBMISSION + release()).encode()),
    "undecodable.txt": content(release().encode().replace(b"INVENTED", b"INV\x81\x8d\xff\xfe\x9dTED")),
    "large.txt": large,
    "nested.htm": content(NESTED.encode()),
    "dangling.txt": dangling_link,
    "folder.htm": folder,
}


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str]]]:
    """All the bad files in one folder with a good one: the issues of each path, code and message."""
    warehouse = Warehouse(tmp_path_factory.mktemp("faults"))
    for name, make in BAD.items():
        make(warehouse.raw_dir / name)
    warehouse.write("good.txt", release())
    summary = warehouse.load()

    assert summary.seen == len(BAD) + 1
    assert summary.rows["files"] == len(BAD) + 1
    assert warehouse.query("select status from raw.files where path = 'good.txt'") == [("parsed",)]
    by_path: dict[str, list[tuple[str, str]]] = {}
    for path, code, message in warehouse.query("select path, code, message from raw.issues"):
        by_path.setdefault(str(path), []).append((str(code), str(message)))
    return by_path


@pytest.mark.parametrize("name", BAD)
def test_bad_file_has_an_issue_that_says_what_to_do(issues: dict[str, list[tuple[str, str]]], name: str) -> None:
    assert name in issues
    assert all(code != "reader_failed" for code, _ in issues[name]), issues[name]
    assert all(len(message) > 20 for _, message in issues[name]), issues[name]
