"""The transcription of the release of July 2003: every printed number, in its period and with its sign."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from pipeline.parse import parse
from pipeline.records import Cell, Document, Expectation, Table

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "data" / "raw" / "0001003950-03-000013.txt"
READ = parse(SAMPLE.read_bytes(), SAMPLE.name)


def _primary_cells() -> list[Cell]:
    primary = {(t.document_no, t.table_no) for t in READ["tables"] if isinstance(t, Table) and t.is_primary}
    return [c for c in READ["cells"] if isinstance(c, Cell) and (c.document_no, c.table_no) in primary]


def test_every_number_is_read_and_no_other() -> None:
    with (HERE / "performance_technologies.csv").open() as file:
        expected = sorted(
            (r["label"], r["months"], r["end"], Decimal(r["value"]), r["unit"]) for r in csv.DictReader(file)
        )
    read = sorted((c.label, str(c.months or ""), str(c.period_end), c.value, c.unit) for c in _primary_cells())
    assert read == expected


def test_every_span_slices_back() -> None:
    texts = {d.document_no: d.text or "" for d in READ["documents"] if isinstance(d, Document)}
    for cell in _primary_cells():
        assert texts[cell.document_no][cell.char_start : cell.char_end] == cell.printed


def test_the_four_expectations_of_the_third_quarter() -> None:
    read = {(e.low, e.high, e.period_start, e.period_end) for e in READ["guidance"] if isinstance(e, Expectation)}
    quarter = (date(2003, 7, 1), date(2003, 9, 30))
    expected = [("12500000", "13500000"), ("47.5", "49.5"), ("0.05", "0.09"), ("31", "31")]
    assert read == {(Decimal(low), Decimal(high), *quarter) for low, high in expected}
