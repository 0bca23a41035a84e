"""Bytes of one filing -> records; many files over a `concurrent.futures.Executor`.

Nothing but `MemoryError` raises out of `parse`: what a reading room cannot do becomes an Issue, and what the other
rooms read stays.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from pipeline.claims import read_claims
from pipeline.filing import open_filing
from pipeline.filing.names import filing_id_of
from pipeline.filing.opened import OpenedFiling
from pipeline.guidance import Prose, read_guidance
from pipeline.isolated import CallEndedError
from pipeline.records import RECORDS, Document, File, Issue, Record, rounded, to_arrow
from pipeline.statements import read_statements
from pipeline.tables import find_grids
from pipeline.tables.grid import Grid
from pipeline.version import PARSER_VERSION

_NOT_STORABLE = (pa.ArrowException, ValueError, ArithmeticError)
TABLES: dict[str, type[Record]] = {cls.TABLE: cls for cls in RECORDS if cls is not File}


@dataclass(frozen=True, slots=True)
class Source:
    """A file of RAW_DIR: `path` names it in the warehouse (relative, forward slashes), `file` opens it."""

    path: str
    file: Path


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What was read from one file: its row of `raw.files` and the rows of every other raw table."""

    file: File
    tables: dict[str, pa.Table]


@contextmanager
def _failing_into(
    issues: list[Issue], filing_id: str, path: str, stage: str, reader: str, document_no: int | None = None
) -> Iterator[None]:
    """What a reader raises becomes an issue; but for want of memory, of which the whole filing is to blame."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        message = (
            f"{reader} failed with {type(error).__name__}: {error}. What other readers found is kept; "
            "please report this with the filing, it is a defect of the reader."
        )
        issues.append(Issue(filing_id, path, stage, "error", "reader_failed", message, document_no))


def _find_grids(opened: OpenedFiling, issues: list[Issue]) -> dict[int, list[Grid]]:
    grids: dict[int, list[Grid]] = {}
    for document in opened.documents:
        number = document.record.document_no
        with _failing_into(issues, opened.filing.filing_id, opened.filing.path, "tables", "find_grids", number):
            grids[number] = find_grids(document)
    return grids


@contextmanager
def _uncollected() -> Iterator[None]:
    """No searches for garbage meanwhile: readers make many small objects and no cycles, so there is none to find."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_uncollected()
def parse(data: bytes, path: str) -> dict[str, list[Record]]:
    """All records of one filing by raw table name (every table but `files`); raises nothing but `MemoryError`."""
    records: dict[str, list[Record]] = {table: [] for table in TABLES}
    issues: list[Issue] = []
    opened: OpenedFiling | None = None
    with _failing_into(issues, filing_id_of(path), path, "open", "open_filing"):
        opened = open_filing(data, path)
    if opened is not None:
        issues += opened.issues
        _read(opened, records, issues)
    records["issues"].extend(issues)
    return records


def _read(opened: OpenedFiling, records: dict[str, list[Record]], issues: list[Issue]) -> None:
    """What each room reads of an opened filing, into the records; what one cannot read, into the issues."""
    filing_id, path = opened.filing.filing_id, opened.filing.path
    records["filings"].append(opened.filing)
    records["filers"].extend(opened.filers)
    documents: list[Document] = [document.record for document in opened.documents] + list(opened.skipped)
    documents.sort(key=lambda document: document.document_no)
    records["documents"].extend(documents)

    grids = _find_grids(opened, issues)
    prose = {d.record.document_no: Prose(d, grids.get(d.record.document_no, ())) for d in opened.documents}
    with _failing_into(issues, filing_id, path, "statements", "read_statements"):
        statements = read_statements(opened, grids)
        records["tables"].extend(statements.tables)
        records["columns"].extend(statements.columns)
        records["cells"].extend(statements.cells)
        records["ties"].extend(statements.ties)
        issues.extend(statements.issues)
        records["claims"].extend(read_claims(opened, prose, statements))
    with _failing_into(issues, filing_id, path, "guidance", "read_guidance"):
        guidance = read_guidance(opened, prose)
        records["guidance"].extend(guidance.expectations)
        issues.extend(guidance.issues)


def _storable(table: str, records: list[Record]) -> tuple[pa.Table, list[tuple[Record, Exception]]]:
    """The records as Arrow, and those that no column can hold (beyond decimal(28, 4), a lone surrogate)."""
    cls = TABLES[table]
    try:
        return to_arrow(cls, records), []
    except _NOT_STORABLE:
        kept: list[Record] = []
        refused: list[tuple[Record, Exception]] = []
        for record in records:
            try:
                kept.append(_fitting(cls, record))
            except _NOT_STORABLE as error:
                refused.append((record, error))
        return to_arrow(cls, kept), refused


def _fitting(cls: type[Record], record: Record) -> Record:
    """The record, rounded where it has more decimals than a column holds; raises where none can hold it."""
    try:
        to_arrow(cls, [record])
    except pa.ArrowInvalid:
        record = rounded(record)
        to_arrow(cls, [record])
    return record


def to_tables(records: dict[str, list[Record]], path: str) -> dict[str, pa.Table]:
    """What `parse` gave, as Arrow tables by raw table name; a row that no column can hold becomes an Issue."""
    tables: dict[str, pa.Table] = {}
    issues = list(records["issues"])
    for table in TABLES:
        if table == "issues":
            continue
        tables[table], refused = _storable(table, records[table])
        for record, error in refused:
            message = f"A row of raw.{table} cannot be stored and is left out ({error}); compare the page at its place."
            issues.append(
                Issue(
                    getattr(record, "filing_id", filing_id_of(path)),
                    path,
                    "load",
                    "error",
                    "row_not_storable",
                    message.encode("utf-8", "replace").decode(),
                    getattr(record, "document_no", None),
                    getattr(record, "char_start", None),
                    getattr(record, "char_end", None),
                )
            )
    tables["issues"], _ = _storable("issues", issues)
    return tables


def refused_file(path: str, code: str, message: str, size: int = 0) -> ParsedFile:
    """A file of which nothing was read: its row in `raw.files` and the issue that says why."""
    filing_id = filing_id_of(path)
    records: dict[str, list[Record]] = {table: [] for table in TABLES}
    records["issues"] = [Issue(filing_id, path, "open", "error", code, message)]
    return ParsedFile(File(path, filing_id, None, size, PARSER_VERSION, "refused"), to_tables(records, path))


def parse_file(source: Source) -> ParsedFile:
    """Read one file from disk and parse it; a file in which no document is found is `refused`, its issues kept."""
    path = source.path
    try:
        data = source.file.read_bytes()
    except OSError as error:
        message = f"The file cannot be read ({error.strerror}); check its permissions and its disk, then run again."
        return refused_file(path, "unreadable", message)
    records = parse(data, path)
    if not records["documents"]:
        records["filings"], records["filers"] = [], []
        if not records["issues"]:
            message = "No document was found in this file; check that it is a filing, or remove it."
            records["issues"].append(Issue(filing_id_of(path), path, "open", "error", "no_document", message))
    filing = next(iter(records["filings"]), None)
    filing_id = getattr(filing, "filing_id", filing_id_of(path))
    status = "parsed" if filing else "refused"
    file = File(path, filing_id, hashlib.sha256(data).hexdigest(), len(data), PARSER_VERSION, status)
    return ParsedFile(file, to_tables(records, path))


def _result(source: Source, future: Future[ParsedFile]) -> ParsedFile:
    """What came of one file; a file that ended its process, or made its worker fail otherwise, is refused."""
    try:
        return future.result()
    except CancelledError:
        raise  # the workers are gone, whatever the file
    except CallEndedError as error:
        return refused_file(source.path, error.code, error.message)
    except Exception as error:
        message = f"No worker could read this file ({type(error).__name__}: {error}); run again, or report the filing."
        return refused_file(source.path, "worker_failed", message)


def parse_many(sources: Iterable[Source], executor: Executor, in_flight: int) -> Iterator[ParsedFile]:
    """Parse files over the workers of an executor, as they are done; at most `in_flight` are under way or waiting to be
    taken, so that readers go no faster than whoever takes the results.

    Raises `CancelledError` where the workers are gone.
    """
    under_way: dict[Future[ParsedFile], Source] = {}

    def done() -> Iterator[ParsedFile]:
        for future in wait(under_way, return_when=FIRST_COMPLETED).done:
            yield _result(under_way.pop(future), future)

    try:
        for source in sources:
            under_way[executor.submit(parse_file, source)] = source
            if len(under_way) >= in_flight:
                yield from done()
        while under_way:
            yield from done()
    finally:
        for future in under_way:
            future.cancel()
