"""When EDGAR is asked: each evening for the day, and through the day for the companies of the watch list."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

import dagster as dg

from pipeline.assets.edgar import Edgar, Filing
from pipeline.edgar import NEW_YORK, Client, EdgarError, NotFoundError, cik_of, latest, merged

OPENS, CLOSES = time(6), time(22)  # of EDGAR, on weekdays
LATE = timedelta(minutes=30)  # by which the feed may show a filing behind those that were taken in after it
PATIENCE = 15.0  # seconds that a look at the feed waits for EDGAR: Dagster gives up a sensor after sixty

edgar_daily = dg.define_asset_job(
    "edgar_daily",
    selection=dg.AssetSelection.all(),
    description="From EDGAR to the published warehouse: the filings of a day are fetched, then what is new is read.",
)


@dg.schedule(
    job=edgar_daily,
    cron_schedule="30 23 * * 1-5",
    execution_timezone=NEW_YORK,
    description="Each weekday after EDGAR has closed (22:00 New York) and made the day's index. A holiday has none.",
)
def edgar_evening(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    day = context.scheduled_execution_time.astimezone(ZoneInfo(NEW_YORK)).date().isoformat()
    return dg.RunRequest(run_key=day, partition_key=day)


@dg.sensor(
    job=edgar_daily,
    minimum_interval_seconds=120,
    description="Starts edgar_daily when a company of EDGAR_WATCH has filed, while EDGAR is open.",
)
def watched_companies(context: dg.SensorEvaluationContext, edgar: dg.ResourceParam[Edgar]) -> dg.SensorResult:
    watch = edgar.asked.watch
    if not watch:
        return dg.SensorResult(skip_reason="EDGAR_WATCH names no company.")
    if not is_open(datetime.now(ZoneInfo(NEW_YORK))):
        return dg.SensorResult(skip_reason="EDGAR is closed.")
    since = datetime.fromisoformat(context.cursor) if context.cursor else None
    try:
        with edgar.client(PATIENCE) as client:
            ciks = set(_ciks(context, client, watch))
            entries = latest(client, since - LATE if since else None)
        store = edgar.store()
        watched = merged(entry.listing for entry in entries if not ciks.isdisjoint(entry.listing.ciks))
        new = [listing for listing in watched if not store.has(listing)]
    except EdgarError as error:
        return dg.SensorResult(skip_reason=str(error))
    runs = []
    for day, of_day in groupby(new, key=lambda listing: listing.filed_on.isoformat()):
        filings = [Filing.of(listing).model_dump() for listing in of_day]
        runs.append(
            dg.RunRequest(
                run_key=" ".join(filing["accession_number"] for filing in filings),
                partition_key=day,
                run_config={"ops": {"edgar_submissions": {"config": {"filings": filings}}}},
            )
        )
    newest = max(filter(None, (since, *(entry.updated for entry in entries))), default=None)
    cursor = newest.isoformat() if newest else None
    return dg.SensorResult(runs, cursor=cursor) if runs else dg.SensorResult(skip_reason="Nothing new.", cursor=cursor)


def _ciks(context: dg.SensorEvaluationContext, client: Client, watch: tuple[str, ...]) -> Iterator[int]:
    """Of the companies that EDGAR knows: a ticker that is no more keeps nobody from following the others."""
    for name in watch:
        try:
            yield cik_of(client, name)
        except NotFoundError as error:
            context.log.warning(f"EDGAR_WATCH: {error}")


def is_open(moment: datetime) -> bool:
    """Whether EDGAR takes filings at a moment of its time zone; on holidays it is found to be quiet."""
    return moment.weekday() < 5 and OPENS <= moment.time() <= CLOSES
