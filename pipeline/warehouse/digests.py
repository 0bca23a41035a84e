"""SHA-256 of the files of RAW_DIR, taken anew only where size or times differ: a run does not read all that it has."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import duckdb
import pyarrow as pa

from pipeline.database import transaction
from pipeline.parse import Source

THREADS = 8
SETTLED = 2 * 10**9  # nanoseconds: what changed later may change again without its times telling

_SCHEMA = pa.schema([("path", pa.string()), ("size", pa.int64()), ("modified", pa.int64()), ("changed", pa.int64()),
                     ("sha256", pa.string())])  # fmt: skip


class _Digested(NamedTuple):
    """A file as its digest was taken: bytes, nanoseconds of its last writing and of its inode's last change."""

    path: str
    size: int
    modified: int
    changed: int
    sha256: str

    def is_settled(self) -> bool:
        return max(self.modified, self.changed) < time.time_ns() - SETTLED


def digests(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> list[str | None]:
    """The digest of each file, null where it cannot be read; what was taken is kept in the build file.

    As `git status` does, a file counts as unchanged where its size, the time of its last writing and that of its
    inode's last change are the same: the last cannot be set back, so that a file copied with its times is read.
    """
    connection.execute("create schema if not exists loading")
    connection.register("empty", _SCHEMA.empty_table())
    connection.execute("create table if not exists loading.digests as from empty")
    connection.unregister("empty")
    known = {row[0]: _Digested(*row) for row in connection.execute("from loading.digests").fetchall()}
    found = {source.path: known[source.path] for source in sources if _is_unchanged(source, known.get(source.path))}
    others = [source for source in sources if source.path not in found]
    with ThreadPoolExecutor(THREADS) as threads:
        found |= {taken.path: taken for taken in threads.map(_digested, others) if taken is not None}
    _keep(connection, known, [each for each in found.values() if each.is_settled()])
    return [found[source.path].sha256 if source.path in found else None for source in sources]


def _is_unchanged(source: Source, known: _Digested | None) -> bool:
    try:
        return known is not None and known[1:4] == _size_and_times(source)
    except OSError:
        return False


def _size_and_times(source: Source) -> tuple[int, int, int]:
    status = source.file.stat()
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _digested(source: Source) -> _Digested | None:
    try:
        size_and_times = _size_and_times(source)
        with source.file.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None  # `parse_file` meets the same error and makes an issue of it
    return _Digested(source.path, *size_and_times, sha256)


def _keep(connection: duckdb.DuckDBPyConnection, known: dict[str, _Digested], settled: list[_Digested]) -> None:
    """Replace the rows that are no longer true."""
    new = [each for each in settled if known.get(each.path) != each]
    stale = [*(known.keys() - {each.path for each in settled}), *(each.path for each in new if each.path in known)]
    with transaction(connection):
        if stale:
            connection.execute("delete from loading.digests where path in (select unnest($1))", [stale])
        if new:
            rows = pa.table(list(map(list, zip(*new, strict=True))), schema=_SCHEMA)
            connection.register("incoming", rows)
            connection.execute("insert into loading.digests from incoming")
            connection.unregister("incoming")
