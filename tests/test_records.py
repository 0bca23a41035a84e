from dataclasses import fields
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from pipeline.records import RECORDS, Cell, Issue, Record, Table, schema, to_arrow


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_of_a_record_is_a_column(record: type[Record]) -> None:
    assert len(schema(record)) == len(fields(record))
    assert to_arrow(record, []).schema == schema(record)


def test_class_is_a_column_though_no_name_of_python() -> None:
    assert schema(Table).field("class").type == pa.string()


def test_amounts_keep_four_decimals() -> None:
    cell = Cell(
        "a",
        1,
        1,
        1,
        1,
        None,
        "Sales",
        0,
        Decimal("-12.5"),
        "USD",
        1,
        date(2003, 4, 1),
        date(2003, 6, 30),
        3,
        "(12.5)",
        5,
        11,
    )
    (row,) = to_arrow(Cell, [cell]).to_pylist()
    assert row["value"] == Decimal("-12.5000")
    assert row["period_end"] == date(2003, 6, 30)


def test_an_amount_beyond_the_column_is_refused() -> None:
    cell = Cell("a", 1, 1, 1, 1, None, "", 0, Decimal(10) ** 30, "USD", 1, None, None, None, "1", 0, 1)
    with pytest.raises(pa.ArrowInvalid):
        to_arrow(Cell, [cell])


def test_an_issue_needs_no_place() -> None:
    (row,) = to_arrow(Issue, [Issue("a", "a.txt", "open", "error", "empty_file", "The file is empty.")]).to_pylist()
    assert row["char_start"] is None
