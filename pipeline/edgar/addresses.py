"""Where things lie on EDGAR. Every address is made here, of numbers, dates and names of a known form.

None is taken from what EDGAR sends. Source: "Accessing EDGAR Data" of sec.gov.
"""

from __future__ import annotations

from datetime import date

from pipeline.settings import EdgarSettings


class Addresses:
    """Addresses below the two configured ones."""

    def __init__(self, settings: EdgarSettings) -> None:
        self._www = settings.url.rstrip("/")
        self._data = settings.data_url.rstrip("/")

    def tickers(self) -> str:
        """CIK, ticker and name of all companies that have a ticker."""
        return f"{self._www}/files/company_tickers.json"

    def company(self, cik: int) -> str:
        """What a company filed: the latest thousand filings, and the names of older pages."""
        return f"{self._data}/submissions/CIK{cik:010}.json"

    def older_page(self, cik: int, number: int) -> str:
        """A page of a company's older filings."""
        return f"{self._data}/submissions/CIK{cik:010}-submissions-{number:03}.json"

    def in_quarter(self, day: date, name: str) -> str:
        """A file of the folder in which the indexes of the days of a day's quarter are."""
        return f"{self._www}/Archives/edgar/daily-index/{quarter_of(day)}/{name}"

    def quarter(self, day: date) -> str:
        """The index of all filings of a day's quarter."""
        return f"{self._www}/Archives/edgar/full-index/{quarter_of(day)}/master.idx"

    def current(self, form: str, start: int, count: int) -> str:
        """The current-filings feed (Atom), from its `start`-th entry."""
        query = f"action=getcurrent&type={form}&owner=include&start={start}&count={count}&output=atom"
        return f"{self._www}/cgi-bin/browse-edgar?{query}"

    def archive(self, day: date) -> str:
        """All submissions disseminated on a day, in one archive."""
        return f"{self._www}/Archives/edgar/Feed/{quarter_of(day)}/{day:%Y%m%d}.nc.tar.gz"

    def submission(self, cik: int, accession_number: str) -> str:
        """The complete submission text file of a filing; any of its CIKs will do."""
        return f"{self._www}/Archives/edgar/data/{cik}/{accession_number}.txt"


def quarter_of(day: date) -> str:
    """A day's year and quarter as EDGAR names its folders: 2003/QTR3."""
    return f"{day.year}/QTR{(day.month + 2) // 3}"
