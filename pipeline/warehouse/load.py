"""Filings of RAW_DIR into the raw tables, incremental by content: the rows depend on nothing but the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path

from pipeline.executors import Workers
from pipeline.parse import ParsedFile, Source, parse_many
from pipeline.records import File
from pipeline.version import PARSER_VERSION
from pipeline.warehouse.build_file import WarehouseError, connect
from pipeline.warehouse.digests import digests
from pipeline.warehouse.discover import Discovered, discover
from pipeline.warehouse.raw_tables import RawTables

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
        raise WarehouseError(
            f"RAW_DIR {raw_dir} is no folder. Create it and put filings into it, or set RAW_DIR; "
            "of a bucket such as s3://..., mount it or copy its files, reading takes a folder."
        )
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
