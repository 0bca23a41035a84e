"""Bad input raises nothing: it is said, with what to do next."""

import gzip
import time

import pytest

from pipeline.filing import open_filing, packed
from pipeline.filing.documents import MAX_BYTES
from pipeline.filing.submission import MAX_DOCUMENTS

HEADER = b"<SEC-HEADER>\nACCESSION NUMBER: 0009999902-03-000001\n</SEC-HEADER>\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b" \r\n\t", "empty_file"),
        (bytes(range(256)) * 40, "binary_file"),
        (b"%PDF-1.4 and so on", "binary_file"),
        (b"PK\x03\x04 and so on", "binary_file"),
        (gzip.compress(HEADER, mtime=0)[:-9], "damaged_gzip"),
        (b"\x1f\x8b and so on", "damaged_gzip"),
        (gzip.compress(gzip.compress(HEADER, mtime=0), mtime=0), "binary_file"),
        (HEADER, "no_documents"),
    ],
)
def test_nothing_to_read(data: bytes, code: str) -> None:
    opened = open_filing(data, "a/b.txt")
    assert opened.documents == ()
    (issue,) = opened.issues
    assert (issue.code, issue.severity, issue.stage) == (code, "error", "open")
    assert issue.message.endswith(".")
    assert not opened.filing.is_earnings_release


@pytest.mark.parametrize(
    ("data", "text", "lost"),
    [
        (b"caf\xe9 \x96 5%", "café – 5%", False),
        ("café – 5%".encode(), "café – 5%", False),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", False),
        (gzip.compress(b"caf\xc3\xa9", mtime=0), "café", False),
        ("café".encode("utf-16"), "café", False),
        (b"Sales \x81 rose", "Sales \ufffd rose", True),
        ("– € é".encode() + b"\xe2\x80", "– € é\ufffd", True),
        (b"a stray \x00 among many words " + b"word " * 100, "a stray   among many words " + "word " * 100, False),
    ],
)
def test_bytes_to_text(data: bytes, text: str, lost: bool) -> None:
    opened = open_filing(data, "x.txt")
    assert opened.documents[0].text == text
    assert [issue.code for issue in opened.issues] == (["undecodable_bytes"] if lost else [])


def test_a_file_that_unpacks_to_more_than_memory_should_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MAX_UNPACKED", 1000)
    (issue,) = open_filing(gzip.compress(b"Net sales 1,234\n" * 100), "x.txt.gz").issues
    assert issue.code == "too_large"


def test_a_huge_document_is_refused_and_the_others_are_read() -> None:
    huge = (
        b"<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n" + b"Net sales    1,234\n" * (MAX_BYTES // 18) + b"</TEXT>\n</DOCUMENT>\n"
    )
    small = b"<DOCUMENT>\n<TYPE>EX-99.2\n<TEXT>\nHello\n</TEXT>\n</DOCUMENT>\n"
    opened = open_filing(HEADER + huge * 3 + small, "x.txt")
    assert [d.text for d in opened.documents] == ["Hello\n"]
    assert [issue.code for issue in opened.issues] == ["document_too_large"] * 3


@pytest.mark.parametrize(
    "data",
    [
        HEADER + b"<DOCUMENT>\n<TYPE>EX-99\n" * 200_000,
        b"<html>" + b"<div>" * 5_000,
        b"<html>" + b"<table><tr><td>" * 5_000 + b"x",
        b"<html>" + b"<font>" * 100_000 + b"x",
        b"x" * 2_000_000,
        b"reports net quarter " * 100_000,
        b"item 5\n" * 200_000,
        b"Net sales  " * 200_000,
        b" " * 2_000_000 + b"x",
    ],
    ids=["documents", "open-divs", "open-tables", "open-fonts", "a-line", "words", "items", "columns", "blanks"],
)
def test_odd_input_takes_bounded_time(data: bytes) -> None:
    start = time.process_time()
    opened = open_filing(data, "x.txt")
    assert len(opened.documents) + len(opened.skipped) <= MAX_DOCUMENTS
    assert time.process_time() - start < 5


def test_blanks_that_do_not_break_are_blanks() -> None:
    document = open_filing("Net\u00a0sales\u00a0\u00a0\t100".encode(), "x.txt").documents[0]
    assert document.text.split() == ["Net", "sales", "100"]
    assert "\u00a0" not in document.text
