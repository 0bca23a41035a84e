"""EDGAR: `find` says which filings there are, `fetch` gets and stores them; a `Client` asks, a `Store` keeps."""

from pipeline.edgar.client import Client
from pipeline.edgar.companies import cik_of
from pipeline.edgar.current import latest
from pipeline.edgar.errors import EdgarError, NotFoundError, UnavailableError
from pipeline.edgar.fetch import fetch
from pipeline.edgar.find import NEW_YORK, find
from pipeline.edgar.listing import Listing, merged
from pipeline.edgar.report import Outcome, Report
from pipeline.edgar.store import Store

__all__ = [
    "NEW_YORK",
    "Client",
    "EdgarError",
    "Listing",
    "NotFoundError",
    "Outcome",
    "Report",
    "Store",
    "UnavailableError",
    "cik_of",
    "fetch",
    "find",
    "latest",
    "merged",
]
