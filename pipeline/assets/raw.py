"""Filings to raw tables: one asset a table, all filled by one step, so that dbt's sources continue them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg

from pipeline.assets.edgar import edgar_submissions
from pipeline.assets.progress import progress
from pipeline.assets.resources import OWNERS, POOL, Readers, Warehouse
from pipeline.assets.shown_rows import markdown_table
from pipeline.records import RECORDS, Record, description
from pipeline.version import PARSER_VERSION
from pipeline.warehouse import load

RAW_KEYS = {record.TABLE: dg.AssetKey(["raw", record.TABLE]) for record in RECORDS}


def _spec(record: type[Record]) -> dg.AssetSpec:
    return dg.AssetSpec(
        RAW_KEYS[record.TABLE],
        description=description(record),
        group_name="raw",
        kinds={"python", "duckdb"},
        owners=OWNERS,
        deps=[edgar_submissions],  # RAW_DIR may hold filings from elsewhere too
        code_version=PARSER_VERSION,
    )


@dg.multi_asset(specs=[_spec(record) for record in RECORDS], pool=POOL)
def raw_filings(
    context: dg.AssetExecutionContext, warehouse: Warehouse, readers: Readers
) -> Iterator[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Read what is new or changed in RAW_DIR and replace its rows in every raw table."""
    context.log.info(f"Reading filings from {warehouse.raw_dir}")
    with progress(context, warehouse, "Reading", "filings") as on_progress:
        summary = load(Path(warehouse.build_path), Path(warehouse.raw_dir), readers.anywhere, on_progress)
    context.log.info(
        f"{summary.seen:,} files: {summary.new:,} new, {summary.changed:,} changed, {summary.removed:,} removed, "
        f"{summary.refused:,} refused"
    )
    if not summary.seen:
        context.log.warning("There is no filing in it: their names end in .txt, .htm or .html, or in these and .gz")
    files = {
        "files_seen": summary.seen,
        "files_new": summary.new,
        "files_changed": summary.changed,
        "files_unchanged": summary.unchanged,
        "files_removed": summary.removed,
        "files_refused": summary.refused,
        "files_duplicate": summary.duplicate,
    }
    more: dict[str, dict[str, Any]] = {
        "files": files,
        "issues": {"issues_by_code": markdown_table(("severity", "code", "issues"), summary.issues)},
    }
    for table, key in RAW_KEYS.items():
        metadata: dict[str, Any] = {"dagster/row_count": summary.rows[table], **more.get(table, {})}
        yield dg.MaterializeResult(key, metadata=metadata)
