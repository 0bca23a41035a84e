"""The current-filings feed: what EDGAR took in last, some minutes old at most; Atom, the newest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree import ElementTree  # expat since 2.4.1 holds against entities that grow; none are fetched

from pipeline.edgar.client import Client
from pipeline.edgar.errors import UnusableError
from pipeline.edgar.listing import Listing, may_hold_a_release, printable

PAGE = 100  # entries, the most that EDGAR gives at once
MAX_PAGES = 10

_ATOM = {"atom": "http://www.w3.org/2005/Atom"}
_ID = re.compile(r"accession-number=(\d{10}-\d{2}-\d{6})$", re.ASCII)
_TITLE = re.compile(r"^(?P<form>\S+) - (?P<company>.*) \((?P<cik>\d{10})\) \(\w[\w ]*\)\s*$", re.ASCII)
_FILED = re.compile(r"Filed:\s*(?:</b>)?\s*(\d{4}-\d{2}-\d{2})", re.ASCII)
_ITEM = re.compile(r"Item (\d{1,2}(?:\.\d{2})?):", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """A filing and when EDGAR took it in."""

    listing: Listing
    updated: datetime


def latest(client: Client, since: datetime | None = None) -> list[Entry]:
    """Filings that may hold a release, taken in at or after a moment; without one, the newest page of each form.

    A filing of several companies is an entry for each.
    """
    entries = (entry for form in client.settings.forms for entry in _of_form(client, form, since))
    return [entry for entry in entries if may_hold_a_release(entry.listing.items, entry.listing.filed_on)]


def _of_form(client: Client, form: str, since: datetime | None) -> list[Entry]:
    entries: list[Entry] = []
    for page in range(MAX_PAGES):
        found = client.get(client.addresses.current(form, page * PAGE, PAGE), read_feed)
        entries.extend(entry for entry in found if entry.listing.form == form)  # 8-K gives 8-K/A and 8-K12B too
        if since is None or len(found) < PAGE or found[-1].updated < since:
            break
    return [entry for entry in entries if since is None or entry.updated >= since]


def read_feed(body: bytes) -> list[Entry]:
    """The entries of a feed that name a filing; raises `UnusableError` where it is no feed."""
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise UnusableError(f"The current-filings feed cannot be read ({error}).") from error
    if root.tag != "{http://www.w3.org/2005/Atom}feed":
        raise UnusableError("Something else came in place of the current-filings feed.")
    return [entry for element in root.iterfind("atom:entry", _ATOM) if (entry := _entry(element)) is not None]


def _entry(element: ElementTree.Element) -> Entry | None:
    def text(name: str) -> str:
        return element.findtext(f"atom:{name}", "", _ATOM).strip()

    number, title, filed = _ID.search(text("id")), _TITLE.match(text("title")), _FILED.search(text("summary"))
    try:
        updated = datetime.fromisoformat(text("updated"))
        filed_on = date.fromisoformat(filed[1]) if filed else updated.date()
    except ValueError:
        return None
    if number is None or title is None or updated.tzinfo is None:
        return None
    items = tuple(_ITEM.findall(text("summary"))) or None
    company = printable(title["company"])
    return Entry(Listing(number[1], title["form"], company, (int(title["cik"]),), filed_on, items), updated)
