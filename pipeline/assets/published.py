"""The published file: what readers open, replaced in one step after every blocking check has passed."""

from datetime import timedelta
from pathlib import Path

import dagster as dg

from pipeline.assets.dbt import MARTS
from pipeline.assets.raw import RAW_KEYS
from pipeline.assets.resources import OWNERS, POOL, Warehouse
from pipeline.warehouse import publish

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
    rows = "\n".join(f"| {table} | {count:,} |" for table, count in published.rows.items())
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(published.path),
            "size_bytes": published.size,
            "rows_by_table": dg.MetadataValue.md("| table | rows |\n| --- | ---: |\n" + rows),
        }
    )
