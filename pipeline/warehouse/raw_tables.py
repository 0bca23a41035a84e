"""The raw tables of a build file, and which of several files that hold the same filing bears it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import duckdb
import pyarrow as pa

from pipeline.database import transaction
from pipeline.parse import TABLES, ParsedFile
from pipeline.records import File, to_arrow
from pipeline.warehouse.schema import create_raw_tables


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
        batch = sorted(batch, key=lambda parsed: parsed.file.path)
        stale = [parsed.file.path for parsed in batch if parsed.file.path in self.files]
        freed = {self.files[path].filing_id for path in stale if self.files[path].status == "parsed"}
        met = {parsed.file.filing_id for parsed in batch} - freed
        bearer = {id_: self._bearer[id_] for id_ in met & self._bearer.keys()}
        files = _one_bearer_each([parsed.file for parsed in batch], bearer)
        dethroned = [bearer[file.filing_id] for file in files if file.status == "parsed" and file.filing_id in bearer]
        demoted = [replace(self.files[path], status="duplicate") for path in dethroned]
        taken = [parsed for parsed, file in zip(batch, files, strict=True) if file.status != "duplicate"]
        self._replace([*stale, *dethroned], [*files, *demoted], taken)

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


def _one_bearer_each(files: list[File], bearer: Mapping[str, str]) -> list[File]:
    """Files, as duplicates those whose filing is borne by a path that sorts before theirs.

    `bearer`: by filing, the path that bears it so far.
    """
    first = dict(bearer)
    for file in files:
        if file.status == "parsed":
            first[file.filing_id] = min(file.path, first.get(file.filing_id, file.path))
    return [
        replace(file, status="duplicate") if file.status == "parsed" and first[file.filing_id] < file.path else file
        for file in files
    ]
