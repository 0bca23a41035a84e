"""What a replica holds: companies and their filings, as plain records."""

from dataclasses import dataclass
from datetime import date, datetime

from tests.samples.submission import Part

ROLES = {"Filer": "FILER", "Issuer": "ISSUER", "Reporting": "REPORTING-OWNER"}  # as lists say, as headers say


@dataclass(frozen=True, slots=True)
class Company:
    """A registrant that does not exist; a person who reports has no ticker and no SIC code."""

    cik: int
    name: str
    ticker: str
    sic: str
    sic_title: str
    irs_number: str
    state: str  # of incorporation
    fiscal_year_end: str  # MMDD
    file_number: str
    street: str
    city: str
    address_state: str
    zip: str
    phone: str


@dataclass(frozen=True, slots=True)
class Filer:
    """A company's part in a filing: Filer, Issuer or Reporting."""

    role: str
    company: Company


@dataclass(frozen=True, slots=True)
class Filing:
    """One accession number; `accepted_at` is US Eastern time without a zone, as headers print it."""

    accession_number: str
    form: str
    items: tuple[str, ...]
    filers: tuple[Filer, ...]
    reported_on: date
    filed_on: date
    accepted_at: datetime
    parts: tuple[Part, ...]

    @property
    def ciks(self) -> tuple[int, ...]:
        """Every CIK that the filing is listed under."""
        return tuple(filer.company.cik for filer in self.filers)

    @property
    def folder(self) -> str:
        """The accession number without dashes: its folder below a CIK's."""
        return self.accession_number.replace("-", "")

    def path(self, cik: int) -> str:
        """The name that indexes give the whole submission, relative to /Archives."""
        return f"edgar/data/{cik}/{self.accession_number}.txt"
