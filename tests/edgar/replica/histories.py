"""What EDGAR tells in JSON: a company's filings with the pages of its older ones, and the table of tickers.

Sources: sec.gov, "EDGAR Application Programming Interfaces"; `submissions/CIK0000789019.json` and
`company_tickers.json` as served on 2026-08-20 (columns, their order, the nulls, a padded `cik` here and a number
there; page 001 holds the newest of the older filings, 2,000 a page). `recent` holds at least a thousand filings, the
newest first.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.edgar.replica.filings import Company, Filing

EASTERN = ZoneInfo("America/New_York")


def pages(cik: int, filings: Iterable[Filing], recent: int, older: int) -> dict[str, str]:
    """The files of a company's history by name: the newest `recent` filings, then `older` a page."""
    ordered = sorted(filings, key=lambda filing: (filing.accepted_at, filing.accession_number), reverse=True)
    company = next(filer.company for filer in ordered[0].filers if filer.company.cik == cik)
    found, files = {}, []
    for number, start in enumerate(range(recent, len(ordered), older), start=1):
        page = ordered[start : start + older]
        name = f"CIK{cik:010}-submissions-{number:03}.json"
        found[name] = _json(_columns(page))
        files.append(
            {
                "name": name,
                "filingCount": len(page),
                "filingFrom": f"{min(filing.filed_on for filing in page)}",
                "filingTo": f"{max(filing.filed_on for filing in page)}",
            }
        )
    history = {**_entity(company), "filings": {"recent": _columns(ordered[:recent]), "files": files}}
    return {f"CIK{cik:010}.json": _json(history), **found}


def tickers(companies: Iterable[Company]) -> str:
    """files/company_tickers.json."""
    known = [{"cik_str": company.cik, "ticker": company.ticker, "title": company.name} for company in companies]
    return _json({str(place): row for place, row in enumerate(known)})


def _entity(company: Company) -> dict[str, Any]:
    address = {
        "street1": company.street,
        "street2": None,
        "city": company.city,
        "stateOrCountry": company.address_state,
        "zipCode": company.zip,
        "stateOrCountryDescription": company.address_state,
    }
    return {
        "cik": f"{company.cik:010}",
        "entityType": "operating" if company.sic else "other",
        "sic": company.sic,
        "sicDescription": company.sic_title,
        "ownerOrg": "04 Manufacturing" if company.sic else None,
        "insiderTransactionForOwnerExists": 0 if company.sic else 1,
        "insiderTransactionForIssuerExists": 1 if company.sic else 0,
        "name": company.name,
        "tickers": [company.ticker] if company.ticker else [],
        "exchanges": ["Nasdaq"] if company.ticker else [],
        "ein": company.irs_number or None,
        "lei": None,
        "description": "",
        "website": "",
        "investorWebsite": "",
        "category": "",
        "fiscalYearEnd": company.fiscal_year_end or None,
        "stateOfIncorporation": company.state,
        "stateOfIncorporationDescription": company.state,
        "addresses": {"mailing": address, "business": address},
        "phone": company.phone,
        "flags": "",
        "formerNames": [],
    }


def _columns(filings: list[Filing]) -> dict[str, list[Any]]:
    return {
        "accessionNumber": [filing.accession_number for filing in filings],
        "filingDate": [f"{filing.filed_on}" for filing in filings],
        "reportDate": [f"{filing.reported_on}" for filing in filings],
        "acceptanceDateTime": [_universal(filing.accepted_at) for filing in filings],
        "act": ["34"] * len(filings),
        "form": [filing.form for filing in filings],
        "fileNumber": [filing.filers[0].company.file_number for filing in filings],
        "filmNumber": [f"{filing.filed_on:%y}{filing.accession_number[-6:]}0" for filing in filings],
        "items": [",".join(filing.items) for filing in filings],
        "core_type": [filing.form for filing in filings],
        "size": [sum(len(part.text) for part in filing.parts) for filing in filings],
        "isXBRL": [0] * len(filings),
        "isInlineXBRL": [0] * len(filings),
        "isXBRLNumeric": [None] * len(filings),
        "primaryDocument": [filing.parts[0].filename for filing in filings],
        "primaryDocDescription": [filing.parts[0].description for filing in filings],
    }


def _universal(accepted_at: datetime) -> str:
    return f"{accepted_at.replace(tzinfo=EASTERN).astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
