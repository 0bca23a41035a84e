"""EDGAR as a Dagster resource, and what was filed there, day by day, fetched into RAW_DIR."""

import math
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

import dagster as dg
import pandas as pd
from pandas.tseries.holiday import USFederalHolidayCalendar
from pandas.tseries.offsets import CustomBusinessDay
from pydantic import Field

from pipeline.assets.resources import OWNERS
from pipeline.edgar import NEW_YORK, Client, EdgarError, Listing, Outcome, Report, Store, cik_of, fetch, find
from pipeline.settings import EdgarSettings

GROUP = "edgar"

# What comes after 17:30 bears the date of the next business day, which may be four days away (a long weekend).
DAYS = dg.DailyPartitionsDefinition("1994-01-01", timezone=NEW_YORK, end_offset=4)
# The schedule fetches each weekday's filings in the evening (follow.py).
FRESH = dg.FreshnessPolicy.cron("0 6 * * 2-6", lower_bound_delta=timedelta(hours=8), timezone=NEW_YORK)
NOTHING_LOST, NO_SILENT_DAY = "nothing_lost", "no_silent_day"
LOG_EVERY = 30.0  # seconds


warnings.filterwarnings("ignore", "Parameter `backfill_policy`", dg.BetaWarning)  # in beta since 2023


class Edgar(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Where EDGAR is, how it is asked, and where its filings go: `EdgarSettings`, as the UI shows and edits them."""

    settings: dict[str, Any]

    @classmethod
    def from_settings(cls, settings: EdgarSettings) -> Self:
        return cls(settings=settings.model_dump(mode="json"))

    @property
    def asked(self) -> EdgarSettings:
        """The settings as such."""
        return EdgarSettings(**self.settings)

    def client(self, patience: float = math.inf) -> Client:
        """A client, to be closed; raises `EdgarError` where SEC_USER_AGENT names nobody."""
        return Client(self.asked, patience)

    def store(self) -> Store:
        """Where filings are kept."""
        return Store(self.asked.raw_dir)


class Filing(dg.Config):
    """A filing as the current feed lists it."""

    accession_number: str = Field(pattern=r"^[0-9]{10}-[0-9]{2}-[0-9]{6}$")
    form: str
    company: str
    ciks: list[int]
    filed_on: str

    @classmethod
    def of(cls, listing: Listing) -> Self:
        return cls(
            accession_number=listing.accession_number,
            form=listing.form,
            company=listing.company,
            ciks=list(listing.ciks),
            filed_on=listing.filed_on.isoformat(),
        )

    @property
    def listing(self) -> Listing:
        filed_on = date.fromisoformat(self.filed_on)
        return Listing(self.accession_number, self.form, self.company, tuple(self.ciks), filed_on)


class Wanted(dg.Config):
    """What to fetch of the days of a run."""

    filings: list[Filing] = Field(
        default=[], description="These alone: what the current feed has shown, minutes before any list of a company."
    )
    companies: list[str] = Field(default=[], description="CIKs or tickers; none: every company.")
    archives: bool = Field(
        default=False,
        description="Take each day of all companies from its archive: one large download, not a request a filing.",
    )


@dg.asset(
    partitions_def=DAYS,
    backfill_policy=dg.BackfillPolicy.single_run(),
    retry_policy=dg.RetryPolicy(max_retries=2, delay=300),
    freshness_policy=FRESH,
    check_specs=[
        dg.AssetCheckSpec(NOTHING_LOST, asset="edgar_submissions", description="All that EDGAR lists is here."),
        dg.AssetCheckSpec(
            NO_SILENT_DAY,
            asset="edgar_submissions",
            description="Each business day has filings: else its index came late, or EDGAR was closed by order.",
        ),
    ],
    group_name=GROUP,
    kinds={"python", "file"},
    owners=OWNERS,
    pool=GROUP,
)
def edgar_submissions(context: dg.AssetExecutionContext, config: Wanted, edgar: Edgar) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Filings of some days that may hold an earnings release, whole, below RAW_DIR/edgar; none is fetched twice."""
    first, last = (date.fromisoformat(key) for key in context.partition_key_range)
    is_partial = bool(config.companies or config.filings)
    try:
        with edgar.client() as client:
            ciks = [cik_of(client, name) for name in config.companies]
            listings = [filing.listing for filing in config.filings] or find(client, first, last, ciks)
            context.log.info(f"{len(listings):,} filings found from {first} to {last}")
            archives = config.archives and not is_partial
            report = fetch(client, edgar.store(), listings, _in_log(context), archives=archives)
    except EdgarError as error:
        raise dg.Failure(str(error), allow_retries=error.may_pass) from error
    silent = [] if is_partial else _silent_days(first, last, {listing.filed_on for listing in listings})
    checks = [_check(NOTHING_LOST, report.lost), _check(NO_SILENT_DAY, silent)]
    return dg.MaterializeResult(metadata=_metadata(report), check_results=checks)


def _check(name: str, found: dict[str, str] | list[str]) -> dg.AssetCheckResult:
    metadata = {"found": dg.MetadataValue.json(found)}
    return dg.AssetCheckResult(
        passed=not found, check_name=name, severity=dg.AssetCheckSeverity.WARN, metadata=metadata
    )


def _silent_days(first: date, last: date, filed: set[date]) -> list[str]:
    """Business days without a filing, up to today in New York."""
    today = datetime.now(ZoneInfo(NEW_YORK)).date()
    business_days = pd.bdate_range(first, min(last, today), freq=CustomBusinessDay(calendar=USFederalHolidayCalendar()))
    return [day.date().isoformat() for day in business_days if day.date() not in filed]


def _in_log(context: dg.AssetExecutionContext) -> Callable[[Report], None]:
    """A line of progress every half minute."""
    told = time.monotonic()

    def tell(report: Report) -> None:
        nonlocal told
        if time.monotonic() - told > LOG_EVERY:
            told = time.monotonic()
            context.log.info(f"{report.done:,} of {report.found:,} filings, {report.requests_a_second:.1f} requests/s")

    return tell


def _metadata(report: Report) -> dict[str, Any]:
    by_outcome = {outcome.replace(" ", "_"): report.outcomes[outcome] for outcome in Outcome}
    return {
        "found": report.found,
        **by_outcome,
        "bytes_stored": report.stored_bytes,
        "bytes_received": report.received_bytes,
        "requests": report.requests,
        "requests_a_second": round(report.requests_a_second, 2),
    }
