"""The periods that words name, by the registrant's fiscal calendar and the day of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.filing.rare import AnyOf
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.period_dates import RULES, Resolve
from pipeline.guidance.terms.period_words import (
    ANY,
    AT_DATE,
    BECAUSE,
    BECAUSE_OF,
    DONE,
    END_OF_MONTH,
    GUIDANCE,
    HORIZON,
    NOT_GUIDED,
    OF_A_BASE,
    PREMISE_FOR,
    PREVIOUS,
    REST,
    YEAR_2000,
    YEAR_ENDS,
)

_ORDINAL = re.compile(r"\s(?:(?:first|second|third|fourth)\s)?", re.IGNORECASE)
_AT_END = re.compile(r"\b(?:at|by|as of) (?:the )?end of (?:the |its |our )?(?:fiscal )?$", re.IGNORECASE)
_OF_A_REPORT = re.compile(  # "issued in its second quarter earnings release"
    r"\s(?:(?:financial|earnings|results)\s){0,2}(?:press\srelease|release|conference\scall|earnings\scall)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[$%]|\bpercent\b")  # signs of one
_BEFORE = 80  # characters that tell what a period is named for
_INSTANTS = (YEAR_ENDS, AT_DATE, END_OF_MONTH)
_LONGEST = 4000  # characters; more is a page whose lines and cells were lost
_ANY_RULE = AnyOf(pattern.pattern for pattern, _ in RULES)


@dataclass(frozen=True, slots=True)
class Guided:
    """A guided period, month-aligned, as printed at `at` to `to` of its text; no dates where a span names none.

    `is_instant`: the words name the end only ("at year end").
    """

    start: date | None
    end: date | None
    words: str
    at: int = 0
    to: int = 0
    is_instant: bool = False

    @property
    def preposition(self) -> str:
        """The word that the printed words begin with ("for the year"), with a blank; empty where there is none."""
        first = self.words.partition(" ")[0]
        return f"{first} " if first.lower() in ("for", "from", "in", "during", "through") else ""

    @property
    def is_year(self) -> bool:
        """Whether it is a year long."""
        return self.start is not None and self.end is not None and (self.end - self.start).days > 360

    @property
    def is_quarter(self) -> bool:
        """Whether it is three months long."""
        return self.start is not None and self.end is not None and 88 < (self.end - self.start).days < 93

    @property
    def is_of_years(self) -> bool:
        """Whether it spans years: "through 2021", "over the next five years"."""
        if self.start is None or self.end is None:
            return not self.is_instant
        return (self.end - self.start).days > 380

    def is_same(self, other: Guided) -> bool:
        """Whether another period ends with this one and begins with it, where both begins are told."""
        return self.end == other.end and (self.start == other.start or None in (self.start, other.start))

    def covers(self, other: Guided) -> bool:
        """Whether another period lies within this one."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start <= other.start and other.end <= self.end


def guided_periods(text: str, clock: Clock) -> list[Guided]:
    """The periods that the words name and that are not over at the report, in printed order."""
    found: list[Guided] = []
    for match, resolve in _mentions(text):
        is_instant = match.re in _INSTANTS or _AT_END.search(text, 0, match.start()) is not None
        period = resolve(match, clock)
        if period is None and match.re is not HORIZON:
            continue
        start, end = period or (None, None)
        if end is not None and clock.today is not None and clock.today - end > clock.grace:
            continue
        words = " ".join(match[0].split())
        found.append(Guided(start, end, words, match.start(), match.end(), is_instant))
    found.sort(key=lambda period: period.at)
    if any(_is_of_premise(text, period.at) for period in found):
        amount = _AMOUNT.search(text)
        own = [period for period in found if not _is_of_premise(text, period.at)]
        if any(amount is None or period.at < amount.start() for period in own):
            found = own
    return [p for p, behind in zip(found, [*found[1:], None], strict=False) if not (behind and _opens(text, p, behind))]


def _is_of_premise(text: str, at: int) -> bool:
    """Whether the period at a place is of what another is based on: "based on our outlook for the first quarter"."""
    return PREMISE_FOR.search(text, max(0, at - _BEFORE), at) is not None


def _opens(text: str, period: Guided, behind: Guided) -> bool:
    """Whether a year only opens the words for a quarter of it: "fiscal 2021 first quarter ending April 30, 2020"."""
    return _ORDINAL.fullmatch(text, period.to, behind.at) is not None and period.covers(behind)


@lru_cache(maxsize=1 << 12)  # a sentence is asked again by those after it, and headings stand in every release
def _mentions(text: str) -> tuple[tuple[re.Match[str], Resolve], ...]:
    """What names a guided period in a text, whatever the clock."""
    if len(text) > _LONGEST or not ANY.search(text):
        return ()
    found: list[tuple[re.Match[str], Resolve]] = []
    taken: list[tuple[int, int]] = []
    for pattern, resolve in (RULES[n] for n in _ANY_RULE.may_hold(text)):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            if _is_guided(text, match):
                found.append((match, resolve))
    return tuple(found)


def _is_guided(text: str, period: re.Match[str]) -> bool:
    """Whether a period is none compared with or spoken of as over; "its previous third quarter outlook" guides."""
    if YEAR_2000.search(text, max(0, period.start() - 20), period.end() + 24) or _OF_A_REPORT.match(text, period.end()):
        return False
    before = text[max(0, period.start() - _BEFORE) : period.start()]
    if BECAUSE_OF.search(before) or (BECAUSE.search(before) and DONE.match(text, period.end())):
        return False
    if _is_of_premise(text, period.start()) and _AMOUNT.search(text, 0, period.start()):
        return False  # "we expect $2 million, based on our outlook for"
    if OF_A_BASE.search(before):
        return False
    before = before[-40:]
    if period.re is REST or NOT_GUIDED.search(before) is None:
        return True  # "over the remainder of the year"
    return PREVIOUS.search(before) is not None and GUIDANCE.match(text, period.end()) is not None


def guided_period(text: str, clock: Clock) -> Guided | None:
    """The first guided period that a text names."""
    return next(iter(guided_periods(text, clock)), None)
