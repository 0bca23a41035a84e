"""What Dagster loads: assets, checks, job, schedule, sensor and resources, as the environment sets them."""

import dagster as dg

from pipeline.assets.automation import daily, first_print, new_filings
from pipeline.assets.console import short_console
from pipeline.assets.dbt import PROJECT, dbt_cli, dbt_models
from pipeline.assets.published import marts_as_parquet, pages, published_warehouse
from pipeline.assets.raw import raw_filings
from pipeline.assets.resources import Readers, Warehouse
from pipeline.settings import Settings

defs = dg.Definitions(
    assets=[raw_filings, dbt_models, published_warehouse, marts_as_parquet, pages],
    jobs=[first_print],
    schedules=[daily],
    sensors=[new_filings],
    resources={
        "readers": Readers.from_settings(Settings()),
        "warehouse": Warehouse.from_settings(Settings()),
        "dbt": dbt_cli(PROJECT),
    },
    loggers={"short": short_console},
    executor=dg.in_process_executor,
)
