"""The header of a submission, plain ("ACCESSION NUMBER: ...") or tagged ("<ACCESSION-NUMBER>..."), as facts.

Sources: EDGAR's headers since 1993; the tagged dialect is that of the feed archives (`.nc`), Public Dissemination
Service Technical Specification, with its lists of header tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from pipeline.filing.facts import Facts, ItemFact, Registrant
from pipeline.filing.items import NEW_ITEMS, OLD_ITEMS, is_old, number_of_title

# Names of a field in either dialect, dashes read as blanks.
FIELDS = {
    "ACCESSION NUMBER": "accession_number",
    "CONFORMED SUBMISSION TYPE": "form", "TYPE": "form",
    "CONFORMED PERIOD OF REPORT": "period", "PERIOD": "period",
    "FILED AS OF DATE": "filed", "FILING DATE": "filed",
    "ACCEPTANCE DATETIME": "accepted",
    "ITEM INFORMATION": "item", "ITEMS": "item", "ITEM": "item",
    "COMPANY CONFORMED NAME": "name", "CONFORMED NAME": "name",
    "CENTRAL INDEX KEY": "cik", "CIK": "cik",
    "STANDARD INDUSTRIAL CLASSIFICATION": "sic", "ASSIGNED SIC": "sic",
    "IRS NUMBER": "irs_number", "EIN": "irs_number",
    "STATE OF INCORPORATION": "state",
    "FISCAL YEAR END": "fiscal_year_end",
    "SEC FILE NUMBER": "file_number", "FILE NUMBER": "file_number",
    "FORMER CONFORMED NAME": "former_name",
}  # fmt: skip
FILERS = ("FILER", "SUBJECT COMPANY", "FILED BY", "FILED FOR", "ISSUER", "REPORTING OWNER")  # begin a registrant
LATER_FILERS = ("FILED BY", "FILED FOR", "REPORTING OWNER")  # they follow the company that the filing is about

_TAG = re.compile(r"^\s*<(?P<name>[A-Z][A-Z0-9-]*)>(?P<value>.*)$", re.IGNORECASE)
_PLAIN = re.compile(r"^[\]\s]*(?P<name>[A-Z][A-Za-z0-9.&/-]*(?: +[A-Za-z0-9.&/-]+)*)\s*:(?P<value>.*)$")
_CIK = re.compile(r"[0-9]{1,10}")
_SIC = re.compile(r"\[?\b(\d{4})\b")
_CENTURIES = ("19", "20")
_NUMBERS = re.compile(r"\d{1,2}(?:\.\d{2})?(?:\s*[,;]\s*\d{1,2}(?:\.\d{2})?)*")


@dataclass(slots=True)
class _Company:
    """A registrant as printed, below the word that begins it."""

    role: str
    values: dict[str, str] = field(default_factory=dict)
    former_names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Raw:
    values: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    companies: list[_Company] = field(default_factory=list)


def read_header(text: str) -> Facts:
    """Facts of a header's text; what is missing or malformed is null."""
    raw = _raw(text)
    filed_on = _date(raw.values.get("filed", ""))
    accepted_at = _datetime(raw.values.get("accepted", ""))
    reported_on = _date(raw.values.get("period", ""))
    old = is_old(filed_on or (accepted_at.date() if accepted_at else None) or reported_on)
    return Facts(
        accession_number=raw.values.get("accession_number"),
        form=raw.values.get("form"),
        items=tuple(fact for item in raw.items for fact in _items(item, old)),
        reported_on=reported_on,
        filed_on=filed_on,
        accepted_at=accepted_at,
        registrants=tuple(map(_registrant, raw.companies)),
    )


def _raw(text: str) -> _Raw:
    raw = _Raw()
    for name, value in _lines(text):
        if name in FILERS:
            raw.companies.append(_Company(name))
        elif (fact := FIELDS.get(name)) is None or not value:
            continue
        elif fact == "item":
            raw.items.append(value)
        elif not raw.companies:
            raw.values.setdefault(fact, value)
        elif fact == "former_name":
            raw.companies[-1].former_names.append(value)
        else:
            raw.companies[-1].values.setdefault(fact, value)
    named = (company for company in raw.companies if not company.values.keys().isdisjoint(("name", "cik")))
    raw.companies = sorted(named, key=lambda company: company.role in LATER_FILERS)  # else in printed order
    return raw


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        if match := _TAG.match(line) or _PLAIN.match(line):
            yield " ".join(match["name"].upper().replace("-", " ").split()), match["value"].strip()


def _items(value: str, old: bool) -> Iterator[ItemFact]:
    """A title, or in the tagged dialect one number or several."""
    if _NUMBERS.fullmatch(value):
        for number in re.split(r"\s*[,;]\s*", value):
            titles = (NEW_ITEMS if "." in number else OLD_ITEMS).get(number, ("",))
            yield ItemFact(number, titles[0])
    else:
        yield ItemFact(number_of_title(value, old=old), value)


def _registrant(company: _Company) -> Registrant:
    fields = company.values
    cik = fields.get("cik", "")
    sic = _SIC.search(fields.get("sic", ""))
    year_end = fields.get("fiscal_year_end", "")
    return Registrant(
        fields.get("name", ""),
        int(cik) if _CIK.fullmatch(cik) and int(cik) else None,
        sic[1] if sic and sic[1] != "0000" else None,
        _known(fields.get("irs_number")),
        fields.get("file_number"),
        fields.get("state"),
        year_end if re.fullmatch(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", year_end) else None,
        tuple(dict.fromkeys(company.former_names)),
    )


def _known(number: str | None) -> str | None:
    return number if number and number.strip("0- ") else None


def _date(digits: str) -> date | None:
    moment = _moment(digits[:8], "%Y%m%d")
    return moment.date() if moment else None


def _datetime(digits: str) -> datetime | None:
    return _moment(digits[:14], "%Y%m%d%H%M%S")


def _moment(digits: str, form: str) -> datetime | None:
    """What the digits say; null where they are malformed, or of another age: periods are counted from these years."""
    try:
        return datetime.strptime(digits, form) if digits.startswith(_CENTURIES) else None
    except ValueError:
        return None
