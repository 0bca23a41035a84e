"""What Dagster loads: assets, checks, jobs, schedules, sensors and resources, as the environment sets them."""

import dagster as dg

from pipeline.assets.automation import daily, first_print, new_filings
from pipeline.assets.code_links import with_code_links
from pipeline.assets.console import short_console
from pipeline.assets.dbt import PROJECT, dbt_cli, dbt_models
from pipeline.assets.edgar import Edgar, edgar_submissions
from pipeline.assets.follow import edgar_daily, edgar_evening, watched_companies
from pipeline.assets.published import marts_as_parquet, pages, published_warehouse
from pipeline.assets.raw import raw_filings
from pipeline.assets.resources import Readers, Warehouse
from pipeline.assets.retention import old_runs
from pipeline.settings import EdgarSettings, Settings

SETTINGS = Settings()
ASSETS = [edgar_submissions, raw_filings, dbt_models, published_warehouse, marts_as_parquet, pages]

defs = dg.Definitions(
    assets=with_code_links(ASSETS, SETTINGS.code_url),
    jobs=[first_print, edgar_daily],
    schedules=[daily, edgar_evening],
    sensors=[new_filings, watched_companies, old_runs(SETTINGS.keep_runs)],
    resources={
        "readers": Readers.from_settings(SETTINGS),
        "warehouse": Warehouse.from_settings(SETTINGS),
        "edgar": Edgar.from_settings(EdgarSettings()),
        "dbt": dbt_cli(PROJECT),
    },
    loggers={"short": short_console},
    executor=dg.in_process_executor,
)
