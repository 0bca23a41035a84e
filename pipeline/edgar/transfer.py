"""Filings from EDGAR into the store: one by one in several threads, or a day's archive at a time."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from zlib import crc32

from filelock import FileLock

from pipeline.edgar.archive import from_archive
from pipeline.edgar.client import Client
from pipeline.edgar.errors import BlockedError, EdgarError, NotDeclaredError, NotFoundError, in_state_dir
from pipeline.edgar.listing import Listing, may_hold_a_release
from pipeline.edgar.report import Fate, Outcome
from pipeline.edgar.store import Store
from pipeline.edgar.submission import LIMIT, Submission, read_submission

THREADS = 8  # enough to keep the rate where an answer takes a second
_AHEAD = 4 * THREADS  # filings under way or done before their fate is asked for
_LOCKS = 256

log = logging.getLogger(__name__)


def one_by_one(client: Client, store: Store, listings: Iterable[Listing]) -> Iterator[tuple[Listing, Fate]]:
    """Fetch each filing's complete submission text file; the fates of filings, in their order."""
    under_way: deque[tuple[Listing, Future[Fate]]] = deque()
    with ThreadPoolExecutor(THREADS) as threads:
        try:
            for listing in listings:
                under_way.append((listing, threads.submit(_fetch, client, store, listing)))
                if len(under_way) >= _AHEAD:
                    first, future = under_way.popleft()
                    yield first, future.result()
            while under_way:
                first, future = under_way.popleft()
                yield first, future.result()
        except BaseException:
            client.stop()  # threads that wait for their turn give up
            threads.shutdown(cancel_futures=True)
            raise


def by_archive(client: Client, store: Store, listings: Iterable[Listing]) -> Iterator[tuple[Listing, Fate]]:
    """Take the filings of each day from its archive, and one by one what it lacks; listings are in order of days."""
    for day, of_day in groupby(listings, key=lambda listing: listing.filed_on):
        wanted = {listing.accession_number: listing for listing in of_day}
        source = client.addresses.archive(day)
        try:
            for number, submission in from_archive(client, day, wanted.keys()):
                listing = wanted.pop(number)
                with _claim(client, listing):
                    fate = Fate(Outcome.KNOWN) if store.has(listing) else _keep(store, listing, submission, source)
                yield listing, fate
        except (NotDeclaredError, BlockedError):
            raise
        except EdgarError as error:
            log.warning(f"{error} What is left of {day} is fetched one by one.")
        yield from one_by_one(client, store, wanted.values())


def _fetch(client: Client, store: Store, listing: Listing) -> Fate:
    number = listing.accession_number
    source = client.addresses.submission(min(listing.ciks), number)
    with _claim(client, listing):
        if store.has(listing):  # another process was faster
            return Fate(Outcome.KNOWN)
        try:
            submission = client.get(source, partial(read_submission, accession_number=number), LIMIT)
        except (NotDeclaredError, BlockedError):
            raise  # no other filing would be given either
        except NotFoundError as error:
            return Fate(Outcome.MISSING, reason=str(error))
        except EdgarError as error:
            return Fate(Outcome.REFUSED, reason=str(error))
        return _keep(store, listing, submission, source)


def _keep(store: Store, listing: Listing, submission: Submission, source: str) -> Fate:
    """Store a filing, unless its items, which only its header tells, are none that releases come under."""
    if may_hold_a_release([item.number for item in submission.facts.items], listing.filed_on):
        return Fate(Outcome.FETCHED, store.keep(listing, submission, source).size)
    store.pass_over(listing, submission, source)
    return Fate(Outcome.OTHER_ITEMS)


@contextmanager
def _claim(client: Client, listing: Listing) -> Iterator[None]:
    """One process of the machine at a time works on a filing."""
    folder = client.settings.state_dir / "claims"
    lock = FileLock(folder / f"{crc32(listing.accession_number.encode()) % _LOCKS}.lock")
    with in_state_dir(client.settings.state_dir):
        folder.mkdir(exist_ok=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
