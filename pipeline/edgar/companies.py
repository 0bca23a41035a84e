"""A company's filings by its CIK, and the CIK of a ticker; JSON as described under "EDGAR APIs" of sec.gov."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pydantic import BaseModel, Field, RootModel, model_validator

from pipeline.edgar.client import Client
from pipeline.edgar.errors import NotFoundError
from pipeline.edgar.listing import ACCESSION_NUMBER, Listing, printable
from pipeline.edgar.reading import read_json

_CIK = re.compile(r"\d{1,10}", re.ASCII)
_OLDER = re.compile(r"CIK(\d{10})-submissions-(\d{3})\.json", re.ASCII)


class _Filings(BaseModel):
    """Columns of equal length, a row a filing."""

    accession_numbers: list[str] = Field(alias="accessionNumber")
    forms: list[str] = Field(alias="form")
    filed_on: list[date] = Field(alias="filingDate")
    items: list[str]

    @model_validator(mode="after")
    def _have_equal_length(self) -> _Filings:
        if len({len(self.accession_numbers), len(self.forms), len(self.filed_on), len(self.items)}) > 1:
            raise ValueError("columns of different length")
        return self


class _OlderPage(BaseModel):
    name: str
    first: date = Field(alias="filingFrom")
    last: date = Field(alias="filingTo")


class _AllFilings(BaseModel):
    recent: _Filings
    files: list[_OlderPage] = []


class _Company(BaseModel):
    name: str
    filings: _AllFilings


class _Ticker(BaseModel):
    cik: int = Field(alias="cik_str")
    ticker: str


_Tickers = RootModel[dict[str, _Ticker]]


def cik_of(client: Client, name: str) -> int:
    """The CIK of a ticker; a CIK stands for itself. Raises `NotFoundError` for what is neither on EDGAR."""
    if _CIK.fullmatch(name):
        return int(name)
    cik = _tickers(client).get(name.upper())
    if cik is None:
        raise NotFoundError(
            f"EDGAR lists no ticker {name!r}; it lists today's only. Look the company's CIK up and ask with it."
        )
    return cik


@lru_cache(maxsize=1)
def _tickers(client: Client) -> dict[str, int]:
    """The CIK of each ticker, asked for once, however many are looked up."""
    tickers = client.get_if_changed(client.addresses.tickers(), lambda body: read_json(_Tickers, body))
    return {entry.ticker.upper(): entry.cik for entry in tickers.root.values()}


def by_company(client: Client, cik: int, first: date, last: date) -> list[Listing]:
    """What a company filed from first to last day, of the forms that are fetched; older pages are read as needed."""
    try:
        company = client.get_if_changed(client.addresses.company(cik), lambda body: read_json(_Company, body))
    except NotFoundError as error:
        raise NotFoundError(f"EDGAR knows no company of CIK {cik}.") from error
    pages = [company.filings.recent]
    for older in company.filings.files:
        named = _OLDER.fullmatch(older.name)
        if named and int(named[1]) == cik and older.first <= last and older.last >= first:
            address = client.addresses.older_page(cik, int(named[2]))
            pages.append(client.get_if_changed(address, lambda body: read_json(_Filings, body)))
    return [
        Listing(number, form, printable(company.name), (cik,), filed_on, _items(items))
        for page in pages
        for number, form, filed_on, items in zip(
            page.accession_numbers, page.forms, page.filed_on, page.items, strict=True
        )
        if form in client.settings.forms and first <= filed_on <= last and ACCESSION_NUMBER.fullmatch(number)
    ]


def _items(printed: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, printed.split(","))))
