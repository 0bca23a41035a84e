"""The indexes of days and quarters: lines of `CIK|Company Name|Form Type|Date Filed|File Name` under a rule."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date, datetime

from pydantic import BaseModel

from pipeline.edgar.client import Client
from pipeline.edgar.errors import NotFoundError, UnusableError
from pipeline.edgar.listing import Listing, printable
from pipeline.edgar.reading import read_json
from pipeline.filing.packed import PackedError, unpacked

_RULE = re.compile(r"^-{10,}[ \t\r]*$", re.MULTILINE)
_FILE_NAME = re.compile(r"(?:edgar/)?data/(\d{1,10})/(\d{10}-\d{2}-\d{6})\.txt", re.ASCII)  # without edgar/: 1990s
_DAILY = re.compile(r"master\.(\d{6}|\d{8})\.idx(?:\.gz)?", re.ASCII)

log = logging.getLogger(__name__)


class _Item(BaseModel):
    name: str


class _Directory(BaseModel):
    item: list[_Item]


class _Folder(BaseModel):
    """What a folder of EDGAR's holds, its index.json."""

    directory: _Directory


def by_days(client: Client, first: date, last: date) -> list[Listing]:
    """What was disseminated from first to last day, which are of one quarter, of the forms that are fetched.

    A day that has no index is a weekend or a holiday, or its index is not made yet. Days have indexes since July 1994.
    """
    return [
        listing
        for name in _daily_names(client, first, last)
        for listing in client.get(
            client.addresses.in_quarter(first, name), lambda body: read_index(body, client.settings.forms)
        )
    ]


def by_quarter(client: Client, day: date) -> list[Listing]:
    """All filings of a day's quarter, of the forms that are fetched; none before EDGAR's first."""
    try:
        return client.get(client.addresses.quarter(day), lambda body: read_index(body, client.settings.forms))
    except NotFoundError:
        return []


def read_index(body: bytes, forms: tuple[str, ...]) -> list[Listing]:
    """The lines of an index that list filings of some forms; raises `UnusableError` where it is no whole index."""
    try:
        text = unpacked(body).decode("latin-1")
    except PackedError as error:
        raise UnusableError(f"An index cannot be unpacked: {error}") from error
    rule = _RULE.search(text)
    if rule is None:
        raise UnusableError("Something else came in place of an index.")
    rows = text[rule.end() :].strip()
    if not (rows.endswith(".txt") if rows else text.endswith("\n")):  # of the last file name; a day may have none
        raise UnusableError("An index broke off before its end.")
    listings, unread = [], 0
    for line in rows.split("\n"):
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


def _daily_names(client: Client, first: date, last: date) -> Iterator[str]:
    """The names of the indexes of days; they are looked up, since their dates are written in three ways."""
    try:
        folder = client.get_if_changed(
            client.addresses.in_quarter(first, "index.json"), lambda b: read_json(_Folder, b)
        )
    except NotFoundError:
        return  # a quarter to come
    names: dict[date, str] = {}
    for item in folder.directory.item:
        named = _DAILY.fullmatch(item.name)
        if named and (day := _day(named[1], first.year)) and first <= day <= last:
            names[day] = item.name
    for day in sorted(names):
        yield names[day]


def _day(digits: str, year: int) -> date | None:
    """MMDDYY in 1994, YYMMDD until spring 1998, YYYYMMDD since."""
    form = "%Y%m%d" if len(digits) == 8 else "%m%d%y" if year == 1994 else "%y%m%d"
    try:
        return datetime.strptime(digits, form).date()
    except ValueError:
        return None


def _listing(cik: str, company: str, form: str, filed_on: str, file_name: str) -> Listing | None:
    found = _FILE_NAME.fullmatch(file_name)
    try:
        day = datetime.strptime(filed_on.replace("-", ""), "%Y%m%d").date()
    except ValueError:
        return None
    if found is None or not cik.isdecimal() or int(cik) != int(found[1]):
        return None
    return Listing(found[2], form, printable(company), (int(cik),), day)
