"""The tables beside this module as records: registrants, filings, lines, figures, guidance and remarks."""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Registrant:
    """A company that does not exist."""

    key: str
    folder: str
    name: str
    conformed_name: str
    cik: int
    sic: str
    sic_title: str
    irs_number: str
    file_number: str
    state: str
    state_name: str
    fiscal_year_end: str
    street: str
    city: str
    zip: str
    phone: str
    former_name: str
    former_name_until: str


@dataclass(frozen=True, slots=True)
class SampleFiling:
    """One file of data/raw that the script writes; `kind` is release, amendment, other or broken."""

    accession_number: str
    registrant: Registrant
    kind: str
    quarter: str
    form: str
    items: tuple[str, ...]
    reported_on: date
    filed_on: date
    accepted_at: datetime
    layout: str

    @property
    def path(self) -> str:
        return f"{self.registrant.folder}/{self.accession_number}.txt"


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; `key` names its figures, '' for a heading."""

    key: str
    label: str
    indent: int
    unit: str
    dollar: bool
    rule: str  # above: a single rule over the numbers; both: a double one below as well
    gap: bool  # a blank line above


@dataclass(frozen=True, slots=True)
class GuidanceItem:
    """One expectation: where it is printed, and what a careful reader takes from it."""

    place: str  # sentence, bullet, table
    lead: str  # the words above a bullet, the heading of a table's column
    label: str  # of a table's row
    words: str
    metric: str
    scope: str | None
    basis: str
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    form: str
    period_start: date
    period_end: date
    action: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a release says beside its figures."""

    headline: str
    story: str
    quote: str


@dataclass(frozen=True, slots=True)
class Misprint:
    """A figure that one filing prints wrongly."""

    statement: str
    line: str
    ends_on: date
    months: int
    printed: Decimal


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this module."""
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def registrants() -> dict[str, Registrant]:
    """The invented companies, by key."""
    return {
        row["registrant"]: Registrant(row.pop("registrant"), cik=int(row.pop("cik")), **row)
        for row in rows("registrants.csv")
    }


def filings() -> list[SampleFiling]:
    """Every filing that the script writes, in the order of the table."""
    companies = registrants()
    return [
        SampleFiling(
            row["accession_number"],
            companies[row["registrant"]],
            row["kind"],
            row["quarter"],
            row["form"],
            tuple(row["items"].split()),
            date.fromisoformat(row["reported_on"]),
            date.fromisoformat(row["filed_on"]),
            datetime.fromisoformat(row["accepted_at"]),
            row["layout"],
        )
        for row in rows("filings.csv")
    ]


def lines(registrant: str, statement: str) -> list[Line]:
    """The lines of a statement, in printed order."""
    return [
        Line(
            row["line"],
            row["label"],
            int(row["indent"]),
            row["unit"],
            bool(row["dollar"]),
            row["rule"],
            bool(row["gap"]),
        )
        for row in rows("lines.csv")
        if (row["registrant"], row["statement"]) == (registrant, statement)
    ]


def quarter_ends(registrant: str) -> dict[str, date]:
    """The last day of each fiscal quarter ('2002Q3')."""
    return {
        row["quarter"]: date.fromisoformat(row["ends_on"])
        for row in rows("quarters.csv")
        if row["registrant"] == registrant
    }


def guidance(filing: SampleFiling) -> list[GuidanceItem]:
    """What a filing expects, in printed order; nothing where it is no release."""
    if filing.kind == "other":
        return []
    return [
        GuidanceItem(
            row["place"], row["lead"], row["label"], row["words"], row["metric"], row["scope"] or None, row["basis"],
            row["unit"] or None, _number(row["low"]), _number(row["high"]), row["form"],
            date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"]), row["action"],
        )
        for row in rows("guidance.csv")
        if (row["registrant"], row["quarter"]) == (filing.registrant.key, filing.quarter)
    ]  # fmt: skip


def remarks(filing: SampleFiling) -> Remarks:
    """The words of a release."""
    row = next(
        row
        for row in rows("remarks.csv")
        if (row["registrant"], row["quarter"]) == (filing.registrant.key, filing.quarter)
    )
    return Remarks(row["headline"], row["story"], row["quote"])


def misprints(filing: SampleFiling) -> list[Misprint]:
    """What a filing prints wrongly, as later corrected."""
    return [
        Misprint(
            row["statement"],
            row["line"],
            date.fromisoformat(row["ends_on"]),
            int(row["months"]),
            Decimal(row["printed"]),
        )
        for row in rows("misprints.csv")
        if row["accession_number"] == filing.accession_number
    ]


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
