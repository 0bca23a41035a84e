"""Nothing raises out of `parse`; many files go through in a window."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline.parse
from pipeline.parse import Source, parse, parse_file, parse_many, to_tables
from pipeline.records import RECORDS, Cell, schema
from tests.in_process import InProcess

PAGE = b"Net sales for the quarter ended March 31, 2003 were $1,000,000.\n"


def fail(*_: object) -> Any:
    raise ValueError("a trap nobody thought of")


def issues(records: dict[str, list[Any]]) -> list[tuple[str, str]]:
    return [(issue.stage, issue.code) for issue in records["issues"]]


@pytest.mark.parametrize(
    ("reader", "stage"),
    [("find_grids", "tables"), ("read_statements", "statements"), ("read_guidance", "guidance")],
)
def test_failing_reader_becomes_an_issue_and_the_other_rows_stay(
    monkeypatch: pytest.MonkeyPatch, reader: str, stage: str
) -> None:
    monkeypatch.setattr(pipeline.parse, reader, fail)
    records = parse(PAGE, "page.txt")
    assert (stage, "reader_failed") in issues(records)
    (issue,) = (issue for issue in records["issues"] if issue.code == "reader_failed")
    assert "a trap nobody thought of" in issue.message
    assert (issue.filing_id, issue.path) == ("page", "page.txt")
    assert len(records["filings"]) == len(records["documents"]) == 1


def test_file_that_cannot_be_opened_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline.parse, "open_filing", fail)
    file = tmp_path / "0000000000-03-000001.txt"
    file.write_bytes(PAGE)
    parsed = parse_file(Source("x/0000000000-03-000001.txt", file))
    assert (parsed.file.status, parsed.file.filing_id) == ("refused", "0000000000-03-000001")
    assert parsed.tables["issues"]["code"].to_pylist() == ["reader_failed"]
    assert parsed.tables["filings"].num_rows == 0


def test_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    parsed = parse_file(Source("gone.txt", tmp_path / "gone.txt"))
    assert (parsed.file.status, parsed.file.sha256) == ("refused", None)
    assert parsed.tables["issues"]["code"].to_pylist() == ["unreadable"]


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_give_every_table(data: bytes) -> None:
    tables = to_tables(parse(data, "any.txt"), "any.txt")
    assert {name: table.schema for name, table in tables.items()} == {
        record.TABLE: schema(record) for record in RECORDS if record.TABLE != "files"
    }


def test_row_that_no_column_can_hold_becomes_an_issue() -> None:
    def cell(value: str, label: str) -> Cell:
        return Cell("page", 1, 1, 1, 1, None, label, 0, Decimal(value), "USD", 1, None, None, None, "", 3, 9)

    records = parse(PAGE, "page.txt")
    records["cells"] = [cell("1", "kept"), cell("1e40", "too large"), cell("1", "half a pair \ud800")]
    tables = to_tables(records, "page.txt")
    assert tables["cells"]["label"].to_pylist() == ["kept"]
    rows = [row for row in tables["issues"].to_pylist() if row["code"] == "row_not_storable"]
    assert [(row["filing_id"], row["document_no"], row["char_start"]) for row in rows] == [("page", 1, 3)] * 2


def test_amount_of_more_decimals_than_a_column_holds_is_rounded() -> None:
    records = parse(PAGE, "page.txt")
    records["cells"] = [
        Cell(
            "page",
            1,
            1,
            1,
            1,
            None,
            "dividends",
            0,
            Decimal("0.06125"),
            "USD/share",
            1,
            None,
            None,
            None,
            ".06125",
            3,
            9,
        )
    ]
    tables = to_tables(records, "page.txt")
    assert [(row["value"], row["printed"]) for row in tables["cells"].to_pylist()] == [(Decimal("0.0613"), ".06125")]
    assert not [row for row in tables["issues"].to_pylist() if row["code"] == "row_not_storable"]


def sources(folder: Path, names: list[str]) -> list[Source]:
    for name in names:
        (folder / name).write_bytes(PAGE)
    return [Source(name, folder / name) for name in names]


def test_no_more_than_so_many_files_are_under_way(tmp_path: Path) -> None:
    taken = 0

    def counted() -> Any:
        nonlocal taken
        for source in sources(tmp_path, [f"{number}.txt" for number in range(20)]):
            taken += 1
            yield source

    results = parse_many(counted(), InProcess(), in_flight=4)
    next(results)
    assert taken == 4


def test_filing_is_refused_where_memory_is_short_whatever_else_was_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def too_much(*_: object) -> Any:
        raise MemoryError

    monkeypatch.setattr(pipeline.parse, "read_guidance", too_much)
    (parsed,) = parse_many(sources(tmp_path, ["1.txt"]), InProcess(), in_flight=1)
    assert parsed.file.status == "refused"
    assert parsed.tables["cells"].num_rows == 0
