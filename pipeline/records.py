"""One dataclass a raw table, and its Arrow schema.

The fields of a dataclass are the columns of `raw.<table>`, in order; `schema(cls)` derives the Arrow schema, so a
table is described once. Offsets (`char_start`, `char_end`) count characters of the document's stored text
(`raw.documents.text`), so that slicing the text by them gives the printed characters back.
"""

from __future__ import annotations

import types
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from inspect import getdoc
from operator import attrgetter
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

AMOUNT = pa.decimal128(28, 4)
_LAST_DECIMAL = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class File:
    """raw.files: one row a file met in RAW_DIR, read or refused; key `path`."""

    TABLE: ClassVar[str] = "files"
    path: str  # relative to RAW_DIR, with forward slashes
    filing_id: str
    sha256: str | None  # of the bytes; null where they could not be read
    size: int
    parser_version: str
    status: str  # parsed, duplicate (another file holds the same filing), refused


@dataclass(frozen=True, slots=True)
class Filing:
    """raw.filings: one row a filing; key `filing_id`."""

    TABLE: ClassVar[str] = "filings"
    filing_id: str  # accession number, else the file's path without its extension
    path: str
    accession_number: str | None
    form: str | None  # 8-K, 8-K/A
    items: tuple[str, ...]  # '12', '2.02'
    item_titles: tuple[str, ...]  # as the header or the cover page words them, beside `items`
    reported_on: date | None  # period of report: date of the earliest event
    signed_on: date | None  # beside the signature of the report
    filed_on: date | None
    accepted_at: datetime | None
    cik: int | None  # of the first filer
    company: str | None  # of the first filer
    facts_from: str  # header, cover, none: where the facts above were read
    is_earnings_release: bool
    release_reasons: tuple[str, ...]  # the evidence for and against, in words


@dataclass(frozen=True, slots=True)
class Filer:
    """raw.filers: one row a registrant of a filing; key `filing_id, filer_no`."""

    TABLE: ClassVar[str] = "filers"
    filing_id: str
    filer_no: int
    cik: int | None
    company: str
    sic: str | None
    irs_number: str | None
    file_number: str | None  # commission file number
    state: str | None  # of incorporation
    fiscal_year_end: str | None  # MMDD
    former_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """raw.documents: one row a document of a filing; key `filing_id, document_no`."""

    TABLE: ClassVar[str] = "documents"
    filing_id: str
    document_no: int  # 1, 2, ... in printed order
    type: str | None  # 8-K, EX-99.1
    sequence: int | None
    filename: str | None
    description: str | None
    format: str  # text, html, skipped (graphics, spreadsheets, XBRL)
    text: str | None  # as spans count it; null where skipped


@dataclass(frozen=True, slots=True)
class Table:
    """raw.tables: one row a table that holds numbers; key `filing_id, document_no, table_no`."""

    TABLE: ClassVar[str] = "tables"
    filing_id: str
    document_no: int
    table_no: int  # 1, 2, ... in the document
    class_: str = field(metadata={"name": "class"})  # income, balance, cash_flow, equity, segment, reconciliation,
    # guidance, highlights, other
    is_primary: bool  # the company's own statement as printed (or its stand-in), which the marts take
    is_stand_in: bool  # highlights that serve because no statement is printed
    score: float  # of the class, 0 to 1
    reasons: tuple[str, ...]
    caption: str | None  # the lines above: title, scale, dates
    currency: str
    scale: int  # 1, 1000, 1000000, ... of amounts without words of their own
    scale_from: str  # column, caption, table, document, none
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Column:
    """raw.columns: one row a column of numbers; key `filing_id, document_no, table_no, column_no`."""

    TABLE: ClassVar[str] = "columns"
    filing_id: str
    document_no: int
    table_no: int
    column_no: int  # 1, 2, ... left to right
    header: str | None  # all that stands above it, joined top down
    kind: str  # amount, change, percent, pro_forma, translation, segment, note
    period_start: date | None  # null where an instant
    period_end: date | None
    months: int | None  # null where an instant
    period_from: str  # header, caption, section, earlier, document, none


@dataclass(slots=True)  # not frozen as the others: that takes seven times as long, and a filing has hundreds
class Cell:
    """raw.cells: one row a printed number of a table; key `filing_id, document_no, table_no, line_no, column_no`."""

    TABLE: ClassVar[str] = "cells"
    filing_id: str
    document_no: int
    table_no: int
    line_no: int  # 1, 2, ... in printed order
    column_no: int
    section: str | None  # the heading above, null where none
    label: str  # wrapped lines joined, footnote marks off; '' for a total without a label
    indent: int  # depth of the label, 0 at the margin
    value: Decimal  # scale applied, sign as printed
    unit: str  # USD or another code, USD/share, shares, percent, number
    scale: int  # what the printed number was multiplied by
    period_start: date | None
    period_end: date | None
    months: int | None
    printed: str  # text[char_start:char_end]
    char_start: int
    char_end: int


@dataclass(slots=True)  # not frozen: it is numbered once all of its table are found
class Tie:
    """raw.ties: one row a sum that must hold in a primary statement; key `filing_id, document_no, table_no, tie_no`."""

    TABLE: ClassVar[str] = "ties"
    filing_id: str
    document_no: int
    table_no: int
    tie_no: int  # 1, 2, ...
    kind: str  # sum, balance, per_share, to_date
    column_no: int
    line_no: int  # of the figure that the others must make
    lines: tuple[int, ...]  # line numbers of the others
    printed: Decimal  # the figure at line_no, in whole units
    computed: Decimal  # what the others make
    holds: bool  # within rounding


@dataclass(frozen=True, slots=True)
class Expectation:
    """raw.guidance: one row a number (or bound in words) that the company expects; key `filing_id, item_no`."""

    TABLE: ClassVar[str] = "guidance"
    filing_id: str
    item_no: int  # 1, 2, ... in printed order
    document_no: int
    metric: str
    metric_words: str  # as printed
    scope: str | None
    basis: str  # gaap, non_gaap, unstated
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    form: str  # range, point, approximate, at_least, at_most, qualitative
    period_start: date | None
    period_end: date | None
    period_words: str | None  # as printed
    action: str  # initiates, raises, lowers, narrows, widens, reaffirms, withdraws
    sentence: str
    char_start: int  # of the sentence
    char_end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """raw.claims: one row a number that the prose tells of a reported period; key `filing_id, claim_no`."""

    TABLE: ClassVar[str] = "claims"
    filing_id: str
    claim_no: int  # 1, 2, ... in printed order
    document_no: int
    metric: str
    metric_words: str  # as printed; "diluted" or "basic" in front where that is said of an amount a share
    kind: str  # amount, percent, change_year, change_quarter
    unit: str  # USD, USD/share, percent
    value: Decimal
    rounding: Decimal  # half a unit of the last printed digit
    period_start: date | None  # null for a day
    period_end: date
    months: int | None
    is_stated: bool  # the sentence names the period; else it is carried over, or taken to be a year before
    printed: str
    sentence: str
    char_start: int  # of the number
    char_end: int


@dataclass(frozen=True, slots=True)
class Issue:
    """raw.issues: one row a thing that could not be read, or a doubt."""

    TABLE: ClassVar[str] = "issues"
    filing_id: str
    path: str
    stage: str  # open, header, tables, statements, guidance, load
    severity: str  # error, warning, info
    code: str  # snake_case, one a kind
    message: str  # what was met and what to do next
    document_no: int | None = None
    char_start: int | None = None
    char_end: int | None = None


Record = File | Filing | Filer | Document | Table | Column | Cell | Tie | Expectation | Claim | Issue
RECORDS: tuple[type[Record], ...] = (
    File, Filing, Filer, Document, Table, Column, Cell, Tie, Expectation,
    Claim, Issue,
)  # fmt: skip

_ARROW: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us"),
    Decimal: AMOUNT,
}


def _arrow_type(hint: Any) -> pa.DataType:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arm for arm in get_args(hint) if arm is not type(None))
    if get_origin(hint) is tuple:
        return pa.list_(_arrow_type(get_args(hint)[0]))
    return _ARROW[hint]


def _derived(cls: type[Record]) -> pa.Schema:
    hints = get_type_hints(cls)
    return pa.schema([(f.metadata.get("name", f.name), _arrow_type(hints[f.name])) for f in fields(cls)])


_SCHEMAS = {cls.TABLE: _derived(cls) for cls in RECORDS}  # once: it evaluates every hint


def schema(cls: type[Record]) -> pa.Schema:
    """The Arrow schema of a raw table, its columns in the order of the dataclass."""
    return _SCHEMAS[cls.TABLE]


def description(cls: type[Record]) -> str:
    """What a raw table holds, in the words of its dataclass."""
    return " ".join((getdoc(cls) or "").partition(":")[2].split())


def rounded(record: Record) -> Record:
    """The record, its amounts to the decimals that a column holds: a dividend of $.06125. What was printed keeps them
    all; raises `decimal.InvalidOperation` for amounts of too many digits."""
    said = ((f.name, getattr(record, f.name)) for f in fields(record))
    less: dict[str, Any] = {n: v.quantize(_LAST_DECIMAL, ROUND_HALF_UP) for n, v in said if isinstance(v, Decimal)}
    return replace(record, **less)


def to_arrow(cls: type[Record], records: Iterable[Record]) -> pa.Table:
    """Records of one kind as an Arrow table; numbers beyond decimal(28, 4) raise `pa.ArrowInvalid`."""
    rows = list(records)
    arrow = schema(cls)
    columns = [list(map(attrgetter(f.name), rows)) for f in fields(cls)]
    return pa.table([pa.array(c, type=t) for c, t in zip(columns, arrow.types, strict=True)], schema=arrow)
