"""Filings fetched and stored: each once, nothing that is stored already, and what fails tried again at the end."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from pipeline.edgar.client import Client
from pipeline.edgar.errors import EdgarError
from pipeline.edgar.listing import Listing
from pipeline.edgar.report import Outcome, Report
from pipeline.edgar.store import Store
from pipeline.edgar.transfer import THREADS, by_archive, one_by_one

GIVE_UP = 2 * THREADS  # filings in a row that were refused, after all attempts at each

OnProgress = Callable[[Report], None]

log = logging.getLogger(__name__)


def fetch(
    client: Client,
    store: Store,
    listings: list[Listing],
    on_progress: OnProgress = lambda report: None,
    *,
    archives: bool = False,
) -> Report:
    """Fetch and store the filings of `find`, and say what became of each.

    With `archives` a day's filings are taken from its archive, one large download, and only what it lacks one by one.
    Raises `EdgarError` where nothing more can be fetched; what is stored then stays, and the next call goes on from it.
    """
    report = Report(len(listings))

    def tell() -> None:
        report.requests, report.received_bytes = client.requests, client.received
        report.seconds = time.monotonic() - client.started
        on_progress(report)

    known = store.known(listing.filed_on for listing in listings)
    wanted = [listing for listing in listings if listing.accession_number not in known]
    report.outcomes[Outcome.KNOWN] = len(listings) - len(wanted)
    tell()
    in_a_row = 0
    for is_last in (False, True):
        again = []
        for listing, fate in (by_archive if archives and not is_last else one_by_one)(client, store, wanted):
            in_a_row = in_a_row + 1 if fate.outcome is Outcome.REFUSED else 0
            if in_a_row >= GIVE_UP:
                raise EdgarError(f"{in_a_row} filings in a row were refused, the last for this: {fate.reason}")
            if fate.reason and not is_last:
                again.append(listing)
                continue
            if fate.reason:
                log.warning(fate.reason)
            report.settle(listing.accession_number, fate)
            tell()
        wanted = again
    return report
