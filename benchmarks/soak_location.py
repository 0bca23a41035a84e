"""What Dagster loads for a soak: the pipeline, with EDGAR open day and night and its evening every five minutes."""

from datetime import datetime
from zoneinfo import ZoneInfo

import dagster as dg
import pandas as pd

from pipeline import definitions
from pipeline.assets import follow
from pipeline.assets.edgar import NEW_YORK

follow.is_open = lambda moment: True


@dg.schedule(job_name="edgar_daily", cron_schedule="*/5 * * * *", execution_timezone=NEW_YORK)
def every_five_minutes() -> dg.RunRequest:
    """As `edgar_evening`, of the business day that filings bear now."""
    day = pd.offsets.BusinessDay().rollforward(datetime.now(ZoneInfo(NEW_YORK)).date())
    return dg.RunRequest(partition_key=f"{day:%Y-%m-%d}")


defs = dg.Definitions.merge(definitions.defs, dg.Definitions(schedules=[every_five_minutes]))
