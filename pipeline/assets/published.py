"""What readers open: the published file, replaced in one step after every blocking check has passed; its marts as
Parquet, and its pages."""

from datetime import timedelta
from pathlib import Path

import dagster as dg

from pipeline.assets.dbt import MARTS
from pipeline.assets.plots import plots
from pipeline.assets.progress import progress
from pipeline.assets.raw import RAW_KEYS
from pipeline.assets.resources import OWNERS, POOL, Readers, Warehouse
from pipeline.assets.shown_rows import markdown_table
from pipeline.pages import write_pages
from pipeline.warehouse import export_marts, publish


def _rows_by_table(rows: dict[str, int]) -> dg.MarkdownMetadataValue:
    return markdown_table(("table", "rows"), ((table, f"{count:,}") for table, count in rows.items()))


# The job runs each morning (automation.py).
FRESH = dg.FreshnessPolicy.time_window(warn_window=timedelta(hours=36), fail_window=timedelta(days=3))


@dg.asset(
    deps=[*MARTS, *RAW_KEYS.values()],
    freshness_policy=FRESH,
    group_name="published",
    kinds={"duckdb", "file"},
    owners=OWNERS,
    pool=POOL,
)
def published_warehouse(context: dg.AssetExecutionContext, warehouse: Warehouse) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The DuckDB file at WAREHOUSE_PATH, for readers: the tables of the schemas raw, intermediate and marts."""
    published = publish(Path(warehouse.build_path), Path(warehouse.warehouse_path))
    context.log.info(f"Published {published.size / 1e6:,.1f} MB")
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(published.path),
            "size_bytes": published.size,
            "rows_by_table": _rows_by_table(published.rows),
            **plots(published.path),
        }
    )


@dg.asset(deps=[published_warehouse], group_name="published", kinds={"parquet", "file"}, owners=OWNERS, pool=POOL)
def marts_as_parquet(warehouse: Warehouse) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The marts of the published file as Parquet, a folder a mart and a file a quarter, in a folder beside it."""
    rows = export_marts(Path(warehouse.warehouse_path), Path(warehouse.marts_dir))
    return dg.MaterializeResult(
        metadata={"path": dg.MetadataValue.path(warehouse.marts_dir), "rows_by_table": _rows_by_table(rows)}
    )


@dg.asset(deps=[published_warehouse], group_name="published", kinds={"html", "file"}, owners=OWNERS, pool=POOL)
def pages(context: dg.AssetExecutionContext, warehouse: Warehouse, readers: Readers) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The page behind the number: each filing as filed with all that was read marked in it, each company, an index."""
    warehouse_path, raw_dir = Path(warehouse.warehouse_path), Path(warehouse.raw_dir)
    with progress(context, warehouse, "Writing", "pages") as on_progress:
        result = write_pages(warehouse_path, raw_dir, Path(warehouse.pages_dir), readers.here, on_progress)
    context.log.info(f"{result.written:,} pages written, {result.unchanged:,} unchanged, {result.removed:,} removed")
    for name, error in result.failed.items():
        context.log.warning(f"The page of {name} could not be written ({error}); please report it.")
    return dg.MaterializeResult(
        metadata={
            "index": dg.MetadataValue.url(result.index.as_uri()),
            "pages_written": result.written,
            "pages_unchanged": result.unchanged,
            "pages_removed": result.removed,
            "pages_failed": len(result.failed),
        }
    )
