"""EDGAR's index files and the listings of their folders, as EDGAR prints them.

Sources: sec.gov, "Accessing EDGAR Data" (four kinds of index, index.json in every folder); files as served: `master`,
`form` and `company` of 2020-03-18 and 2022-10-03 in data/ of dgunning/edgartools, of 2022-02-04 in src/tests/data of
Lifeof31415926535/SEC-EDGAR-Form-13F-HR-Scraper, `master.20260930.idx` and the listing
`daily-index/2026/QTR4/index.json` in tests/fixtures of edwin-hou/gov-contract-ipo-monitor. Names of the daily files
before 1998: secedgar/core/daily.py of sec-edgar/sec-edgar. What is seen there and kept here:

- rows of `master` are in the order of the CIK as text; a filing has a row for each of its filers;
- a daily index prints days as 20260930 and calls the last column "File Name", a quarter's prints 2026-09-30 and, in
  `master` only, calls it "Filename" and says "Cloud HTTP" before;
- the heading of fixed-width daily files breaks after "CIK" since 2022; the column of forms is 17 wide in quarters
  since 2019 and in days since some time between 2022-10 and 2026-04 (here: 2023), under a heading for 12;
- names are cut at 60 characters, forms at one less than their column.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tests.edgar.replica.filings import Filing

KINDS = ("company", "crawler", "form", "master")
ORDERS = {"company": " by Company Name", "crawler": " by Company Name", "form": " by Form Type", "master": ""}
WWW = "http://www.sec.gov/Archives"
NAME, NUMBER, FILE = 62, 12, 52  # widths of the columns
CLOSED = (22, 2)  # the hour and minute about which the day's files are written


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an index: a filing under one of its filers."""

    form: str
    company: str
    cik: str
    filed_on: date
    path: str


def rows(filings: Iterable[Filing]) -> list[Row]:
    """The lines of an index of filings."""
    return [
        Row(filing.form, filer.company.name, str(filer.company.cik), filing.filed_on, filing.path(filer.company.cik))
        for filing in filings
        for filer in filing.filers
    ]


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def daily_name(kind: str, day: date) -> str:
    """The name of a day's file: MMDDYY in 1994, YYMMDD until March 30, 1998, YYYYMMDD since."""
    form = "%m%d%y" if day.year < 1995 else "%y%m%d" if day < date(1998, 3, 31) else "%Y%m%d"
    return f"{kind}.{day.strftime(form)}.idx"


def daily(kind: str, day: date, lines: Iterable[Row]) -> str:
    """The index of one day."""
    title = "Daily Crawler Index" if kind == "crawler" else "Daily Index"
    head = _head(f"{title} of EDGAR Dissemination Feed{ORDERS[kind]}", f"{day:%b} {day.day:2}, {day.year}")
    wide = 17 if day.year >= 2023 else 12
    blanks = [" "] if kind == "master" else [" "] * 4
    heading = _heading(kind, "File Name", broken=day.year >= 2022)
    return _text([*head, *blanks, *heading], (_line(kind, row, "%Y%m%d", wide) for row in _sorted(kind, lines)))


def full(kind: str, year: int, quarter: int, lines: list[Row]) -> str:
    """The index of one quarter, up to its last filing."""
    last = max((row.filed_on for row in lines), default=date(year, 3 * quarter - 2, 1))
    title = f"Master Index of EDGAR Dissemination Feed{ORDERS[kind]}"
    head = _head(title, f"{last:%B} {last.day}, {last.year}")
    cloud = ["Cloud HTTP:            https://www.sec.gov/Archives/"] if kind == "master" else []
    heading = _heading(kind, "Filename" if kind == "master" else "File Name", broken=False)
    wide = 17 if year >= 2019 else 12
    return _text(
        [*head, *cloud, *[" "] * 4, *heading], (_line(kind, row, "%Y-%m-%d", wide) for row in _sorted(kind, lines))
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or where `size` is null a folder, in the listing of a folder."""

    name: str
    modified: datetime
    size: int | None


def listing(folder: str, entries: Iterable[Entry]) -> str:
    """index.json of a folder below /Archives/edgar ("daily-index/2026/QTR4/")."""
    items = [
        {
            "last-modified": f"{entry.modified:%m/%d/%Y %I:%M:%S %p}",
            "name": entry.name,
            "type": "dir" if entry.size is None else "file",
            "href": f"{entry.name}/" if entry.size is None else entry.name,
            "size": f"{4 if entry.size is None else -(-entry.size // 1024)} KB",
        }
        for entry in sorted(entries, key=lambda entry: entry.name)
    ]
    text = json.dumps({"directory": {"item": items, "name": folder, "parent-dir": "../"}}, separators=(",", ":"))
    return text.replace("/", "\\/")


def _head(title: str, last: str) -> list[str]:
    return [
        f"Description:           {title}",
        f"Last Data Received:    {last}",
        "Comments:              webmaster@sec.gov",
        "Anonymous FTP:         ftp://ftp.sec.gov/edgar/",
    ]


def _heading(kind: str, file_name: str, *, broken: bool) -> list[str]:
    if kind == "master":
        return [f"CIK|Company Name|Form Type|Date Filed|{file_name}", "-" * 80]
    first = (
        "Form Type".ljust(12) + "Company Name".ljust(NAME)
        if kind == "form"
        else "Company Name".ljust(NAME) + "Form Type   "
    )
    last = "Date Filed  " + ("URL " if kind == "crawler" else file_name)
    heading = f"{first}CIK\n      {last}" if broken else f"{first}{'CIK'.ljust(NUMBER)}{last}"
    return [heading, "-" * (141 if kind == "form" else 145)]


def _line(kind: str, row: Row, days: str, wide: int) -> str:
    filed = row.filed_on.strftime(days)
    if kind == "master":
        return "|".join([row.cik, row.company, row.form, filed, row.path])
    form, name = row.form[: wide - 2].ljust(wide), row.company[: NAME - 2].ljust(NAME)
    file = f"{WWW}/{row.path.removesuffix('.txt')}-index.htm" if kind == "crawler" else row.path
    both = form + name if kind == "form" else name + form
    return f"{both}{row.cik.ljust(NUMBER)}{filed.ljust(NUMBER)}{file.ljust(FILE)}"


def _sorted(kind: str, lines: Iterable[Row]) -> list[Row]:
    keys = {
        "master": lambda row: (row.cik, row.form, row.path),
        "form": lambda row: (row.form, row.company, row.path),
        "company": lambda row: (row.company, row.form, row.path),
        "crawler": lambda row: (row.company, row.form, row.path),
    }
    return sorted(lines, key=keys[kind])


def _text(head: list[str], lines: Iterable[str]) -> str:
    return "\n".join([*head, *lines]) + "\n"
