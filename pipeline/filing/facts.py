"""What a header or a cover page says of a filing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Registrant:
    """A company of a filing; `cik` as a number, `sic` and `irs_number` as digits, `fiscal_year_end` as MMDD."""

    name: str
    cik: int | None = None
    sic: str | None = None
    irs_number: str | None = None
    file_number: str | None = None
    state: str | None = None
    fiscal_year_end: str | None = None
    former_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemFact:
    """An item of Form 8-K: its number in its era's scheme ('12', '2.02'), null where its title tells none."""

    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of a filing, each null or empty where nothing says it."""

    accession_number: str | None = None
    form: str | None = None
    items: tuple[ItemFact, ...] = ()
    reported_on: date | None = None
    signed_on: date | None = None
    filed_on: date | None = None
    accepted_at: datetime | None = None
    registrants: tuple[Registrant, ...] = ()
