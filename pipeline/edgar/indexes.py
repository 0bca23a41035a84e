"""The indexes of a day and of a quarter: lines of `CIK|Company Name|Form Type|Date Filed|File Name`."""

from __future__ import annotations

import logging
import re
from datetime import date, datetime

from pipeline.edgar.client import Client
from pipeline.edgar.errors import NotFoundError, UnusableError
from pipeline.edgar.listing import Listing, printable

_HEADING = re.compile(r"^CIK\|Company Name\|Form Type\|Date Filed\|File ?Name\s*$", re.MULTILINE | re.IGNORECASE)
_FILE_NAME = re.compile(r"edgar/data/(\d{1,10})/(\d{10}-\d{2}-\d{6})\.txt", re.ASCII)

log = logging.getLogger(__name__)


def by_day(client: Client, day: date) -> list[Listing]:
    """What was disseminated on a day, of the forms that are fetched; nothing on weekends and holidays."""
    if day.weekday() >= 5:
        return []
    try:
        return client.get(client.addresses.day(day), lambda body: read_index(body, client.settings.forms))
    except NotFoundError:
        log.info(f"EDGAR has no index of {day}: it was a holiday, or is not over.")
        return []


def by_quarter(client: Client, day: date) -> list[Listing]:
    """All filings of a day's quarter, of the forms that are fetched."""
    return client.get(client.addresses.quarter(day), lambda body: read_index(body, client.settings.forms))


def read_index(body: bytes, forms: tuple[str, ...]) -> list[Listing]:
    """The lines of an index that list filings of some forms; raises `UnusableError` where it is no index."""
    text = body.decode("utf-8", "replace").rstrip()
    heading = _HEADING.search(text)
    if heading is None:
        raise UnusableError("An index came without the heading of one.")
    if not text.endswith(".txt"):  # of the last file name: there is no index without one
        raise UnusableError("An index broke off before its end.")
    listings, unread = [], 0
    for line in text[heading.end() :].splitlines():
        fields = line.split("|")
        if len(fields) != 5 or fields[2].strip() not in forms:
            continue
        if (listing := _listing(*map(str.strip, fields))) is None:
            unread += 1
        else:
            listings.append(listing)
    if unread:
        log.warning(f"{unread:,} lines of an index name no filing by CIK, date and accession number: left out.")
    return listings


def _listing(cik: str, company: str, form: str, filed_on: str, file_name: str) -> Listing | None:
    found = _FILE_NAME.fullmatch(file_name)
    try:
        day = datetime.strptime(filed_on.replace("-", ""), "%Y%m%d").date()
    except ValueError:
        return None
    if found is None or not cik.isdecimal() or int(cik) != int(found[1]):
        return None
    return Listing(found[2], form, printable(company), (int(cik),), day)
