"""Filings of RAW_DIR into the raw tables, incremental by content: the rows depend on nothing but the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.database import transaction
from pipeline.executors import Workers
from pipeline.parse import TABLES, ParsedFile, Source, parse_many
from pipeline.records import File, to_arrow
from pipeline.version import PARSER_VERSION
from pipeline.warehouse.build_file import WarehouseError, connect
from pipeline.warehouse.digests import digests
from pipeline.warehouse.discover import Discovered, discover
from pipeline.warehouse.schema import create_raw_tables

BATCH = 256  # filings a transaction: their cells fill a row group of DuckDB's
BATCH_BYTES = 256 * 2**20  # or fewer, where their files are larger
READ_AHEAD = 32  # filings a worker that may wait to be loaded, so that it goes on reading meanwhile

MakeWorkers = Callable[[int], Workers]
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """What a load met and did, in files, and what the raw tables hold after it."""

    seen: int
    new: int
    changed: int
    unchanged: int
    removed: int
    refused: int
    duplicate: int
    rows: dict[str, int]  # by raw table
    issues: list[tuple[str, str, int]]  # severity, code, count; the most frequent first


class RawTables:
    """The raw tables of an open build file, and in memory which file bears which filing."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        create_raw_tables(connection)
        self._connection = connection
        rows = connection.execute("from raw.files").fetchall()
        self.files: dict[str, File] = {row[0]: File(*row) for row in rows}
        self._bearer: dict[str, str] = {
            file.filing_id: file.path for file in self.files.values() if file.status == "parsed"
        }

    def remove(self, paths: Iterable[str]) -> None:
        """Remove the rows of files that are gone, in one transaction."""
        paths = list(paths)
        if paths:
            self._replace(paths, [], [])

    def put(self, batch: list[ParsedFile]) -> None:
        """Replace the rows of a batch's files, in one transaction.

        Where two files hold the same filing, the one whose path sorts first bears it, whichever came first.
        """
        stale = [parsed.file.path for parsed in batch if parsed.file.path in self.files]
        freed = {self.files[path].filing_id for path in stale if self.files[path].status == "parsed"}
        met = {parsed.file.filing_id for parsed in batch} - freed
        bearer = {id_: self._bearer[id_] for id_ in met & self._bearer.keys()}
        demoted: list[File] = []
        taken: dict[str, ParsedFile] = {}
        files: list[File] = []
        for parsed in sorted(batch, key=lambda parsed: parsed.file.path):
            file = parsed.file
            held_by = bearer.get(file.filing_id)
            if file.status == "parsed" and held_by is not None and held_by < file.path:
                file = replace(file, status="duplicate")
            elif file.status == "parsed" and held_by is not None:
                demoted.append(replace(self.files[held_by], status="duplicate"))
            if file.status != "duplicate":
                taken[file.path] = parsed
            if file.status == "parsed":
                bearer[file.filing_id] = file.path
            files.append(file)
        self._replace([*stale, *(file.path for file in demoted)], [*files, *demoted], list(taken.values()))

    def _replace(self, stale: list[str], files: list[File], parsed: list[ParsedFile]) -> None:
        """Delete all rows of the files `stale`, insert `files` and the rows of `parsed`."""
        cleared = [self.files[path].filing_id for path in stale if self.files[path].status == "parsed"]
        with transaction(self._connection):
            if cleared:
                for table in TABLES.keys() - {"issues"}:
                    self._delete(table, "filing_id", cleared)
            if stale:
                self._delete("issues", "path", stale)
                self._delete("files", "path", stale)
            self._insert("files", to_arrow(File, files))
            for table in TABLES:
                self._insert(table, pa.concat_tables([one.tables[table] for one in parsed]) if parsed else None)
        for path in stale:
            self.files.pop(path)
        for id_ in cleared:
            self._bearer.pop(id_)
        for file in files:
            self.files[file.path] = file
            if file.status == "parsed":
                self._bearer[file.filing_id] = file.path

    def _delete(self, table: str, column: str, values: list[str]) -> None:
        self._connection.execute(f"delete from raw.{table} where {column} in (select unnest(?))", [values])

    def _insert(self, table: str, rows: pa.Table | None) -> None:
        if rows is not None and rows.num_rows:
            self._connection.register("incoming", rows)
            self._connection.execute(f"insert into raw.{table} from incoming")
            self._connection.unregister("incoming")

    def without_bearer(self) -> list[str]:
        """Of each filing whose bearer is gone or became another, the first path that still holds it."""
        first: dict[str, str] = {}
        for path, file in sorted(self.files.items()):
            if file.status == "duplicate" and file.filing_id not in self._bearer:
                first.setdefault(file.filing_id, path)
        return sorted(first.values())

    def name_duplicates(self) -> None:
        """An issue for each file whose filing another file bears."""
        with transaction(self._connection):
            self._connection.execute("delete from raw.issues where code = 'duplicate_filing'")
            self._connection.execute(
                """
                insert into raw.issues by name
                select
                    other.filing_id,
                    other.path,
                    'load' as stage,
                    'warning' as severity,
                    'duplicate_filing' as code,
                    format('The same filing is read from {}; remove one of the two files.', bearer.path) as message
                from raw.files as other
                inner join raw.files as bearer on other.filing_id = bearer.filing_id and bearer.status = 'parsed'
                where other.status = 'duplicate'
                order by other.path
                """
            )

    def rows(self) -> dict[str, int]:
        """Rows by raw table."""
        return {
            table: self._connection.execute(f"select count(*) from raw.{table}").fetchall()[0][0]
            for table in ["files", *TABLES]
        }

    def issues(self) -> list[tuple[str, str, int]]:
        """Severity, code and count of the issues, the most frequent first."""
        return self._connection.execute(
            "select severity, code, count(*) from raw.issues group by all order by 3 desc, 1, 2"
        ).fetchall()


def _is_loaded(source: Source, digest: str | None, known: dict[str, File]) -> bool:
    file = known.get(source.path)
    return file is not None and digest is not None and (file.sha256, file.parser_version) == (digest, PARSER_VERSION)


def _batches(parsed: Iterable[ParsedFile]) -> Iterator[list[ParsedFile]]:
    """So many files, or so many bytes of them, whichever comes first: memory is bounded either way."""
    batch: list[ParsedFile] = []
    size = 0
    for one in parsed:
        batch.append(one)
        size += one.file.size
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _check_not_emptied(raw_dir: Path, found: Discovered, known: dict[str, File]) -> None:
    """A disk that is not mounted must not empty the warehouse."""
    if known and not found.sources and not found.refused:
        raise WarehouseError(
            f"RAW_DIR {raw_dir} holds no filing, but the warehouse holds {len(known)}. Is the folder the right one "
            "and its disk mounted? To empty the warehouse, delete its files."
        )


def _read(raw: RawTables, sources: list[Source], make_workers: MakeWorkers, on_progress: OnProgress) -> None:
    """Parse files and put their rows into the raw tables, batch by batch, while workers read ahead."""
    if not sources:
        return
    done = 0
    with make_workers(len(sources)) as workers:
        try:
            for batch in _batches(parse_many(sources, workers, READ_AHEAD * workers.slots)):
                raw.put(batch)
                done += len(batch)
                on_progress(done, len(sources))
        except CancelledError as error:
            message = "The workers are gone; start the Dask cluster again and run: what was loaded stays."
            raise WarehouseError(message) from error


def load(
    build_path: Path, raw_dir: Path, make_workers: MakeWorkers, on_progress: OnProgress = lambda done, total: None
) -> LoadSummary:
    """Bring the raw tables of the build file in line with the files of `raw_dir`.

    `make_workers(n)` makes what reads `n` files; `on_progress(done, total)` is called as batches are committed. Raises
    `WarehouseError` where `raw_dir` is missing, or empty while the warehouse is not, or where the workers are gone.
    """
    if not raw_dir.is_dir():
        raise WarehouseError(f"RAW_DIR {raw_dir} is no folder. Create it and put filings into it, or set RAW_DIR.")
    found = discover(raw_dir)
    with connect(build_path) as connection:
        connection.execute("set threads = 1")  # the other cores read; inserts are too small to be worth sharing
        raw = RawTables(connection)
        known = dict(raw.files)
        _check_not_emptied(raw_dir, found, known)
        to_read = [
            source
            for source, digest in zip(found.sources, digests(connection, found.sources), strict=True)
            if not _is_loaded(source, digest, known)
        ]
        present = {source.path: source for source in found.sources}
        gone = known.keys() - present.keys() - {parsed.file.path for parsed in found.refused}
        raw.remove(sorted(gone))
        raw.put(found.refused)

        _read(raw, to_read, make_workers, on_progress)
        while heirs := raw.without_bearer():
            _read(raw, [present[path] for path in heirs], make_workers, on_progress)
        raw.name_duplicates()

        new = sum(source.path not in known for source in to_read)
        status = Counter(file.status for file in raw.files.values())
        return LoadSummary(
            seen=len(found.sources) + len(found.refused),
            new=new,
            changed=len(to_read) - new,
            unchanged=len(found.sources) - len(to_read),
            removed=len(gone),
            refused=status["refused"],
            duplicate=status["duplicate"],
            rows=raw.rows(),
            issues=raw.issues(),
        )
