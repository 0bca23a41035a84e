"""The periods that words name, by the registrant's fiscal calendar and the day of the report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pipeline.filing.dates import month_number
from pipeline.filing.fiscal import QUARTERS, FiscalCalendar, Period, month_end
from pipeline.filing.rare import AnyOf
from pipeline.guidance.period_words import (
    ANY,
    AT_DATE,
    BARE_YEAR,
    DURING_YEARS,
    ENDING,
    FISCAL_YEAR,
    GUIDANCE,
    HALF,
    HORIZON,
    MONTH_QUARTER,
    NOT_GUIDED,
    ONE_MONTH,
    PREVIOUS,
    QUARTER,
    REST,
    SHORT_QUARTER,
    THIS,
    YEAR_ENDS,
    YEARS,
)

JUST_OVER = timedelta(days=45)  # a preliminary figure comes soon after its quarter
_LENGTHS = {"quarter": 3, "three": 3, "thirteen": 3, "13": 3, "12-week": 3, "six": 6, "twenty-six": 6, "26": 6,
            "nine": 9, "thirty-nine": 9, "39": 9, "twelve": 12, "year": 12, "fifty-two": 12, "52": 12,
            "fifty-three": 12, "53": 12, "three-month": 3}  # fmt: skip


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
        return f"{first} " if first.lower() in ("for", "from", "in", "during") else ""

    def covers(self, other: Guided) -> bool:
        """Whether another period lies within this one."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Clock:
    """What resolves words to dates: the fiscal calendar, the day of the report, and whether it reports a quarter."""

    calendar: FiscalCalendar
    today: date | None
    is_release: bool = True

    @property
    def grace(self) -> timedelta:
        """How long after its end a period may still be expected: results of a release are no expectations."""
        return timedelta(0) if self.is_release else JUST_OVER


_Resolve = Callable[[re.Match[str], Clock], Period | None]


def guided_periods(text: str, clock: Clock) -> list[Guided]:
    """The periods that the words name and that are not over at the report, in printed order."""
    found: list[Guided] = []
    for match, resolve in _mentions(text):
        period, is_instant = resolve(match, clock), match.re in (YEAR_ENDS, AT_DATE)
        if period is None and match.re is not HORIZON:
            continue
        start, end = period or (None, None)
        if end is not None and clock.today is not None and clock.today - end > clock.grace:
            continue
        words = " ".join(match[0].split())
        found.append(Guided(start, end, words, match.start(), match.end(), is_instant))
    return sorted(found, key=lambda period: period.at)


@lru_cache(maxsize=1 << 12)  # a sentence is asked again by those after it, and headings stand in every release
def _mentions(text: str) -> tuple[tuple[re.Match[str], _Resolve], ...]:
    """What names a guided period in a text, whatever the clock."""
    if not ANY.search(text):
        return ()
    found: list[tuple[re.Match[str], _Resolve]] = []
    taken: list[tuple[int, int]] = []
    for pattern, resolve in (_RULES[n] for n in _ANY_RULE.may_hold(text)):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            if _is_guided(text, match):
                found.append((match, resolve))
    return tuple(found)


def _is_guided(text: str, period: re.Match[str]) -> bool:
    """Whether a period is none that is compared with; of "its previous third quarter outlook" it is to come."""
    before = text[max(0, period.start() - 40) : period.start()]
    if NOT_GUIDED.search(before) is None:
        return True
    return PREVIOUS.search(before) is not None and GUIDANCE.match(text, period.end()) is not None


def guided_period(text: str, clock: Clock) -> Guided | None:
    """The first guided period that a text names."""
    return next(iter(guided_periods(text, clock)), None)


def _year_of(match: re.Match[str], *groups: str) -> int | None:
    printed = next((match[g] for g in groups if match[g]), None)
    if printed is None:
        return None
    digits = printed.strip("'’ ")
    return int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _ending(match: re.Match[str], clock: Clock) -> Period | None:
    """ "the quarter ending March 31, 2021": the length that stands before the day."""
    first = re.split(r"[\s-]", match["length"].lower())[0]
    month = month_number(match["month"]) if match["month"] else int(match["number"])
    day, year = int(match["day"] or match["of"] or 28), _year_of(match, "year", "last")
    if not 1 <= day <= 31 or not 1 <= month <= 12 or (year is None and clock.today is None):
        return None

    def span(year: int) -> Period:
        last = month_end(date(year, month, min(day, 28)))
        return _back(last, _LENGTHS[first])

    if year is not None:
        return span(year)
    assert clock.today is not None
    return _coming(span, clock.today.year, clock)


def _back(last: date, months: int) -> Period:
    first = last.year * 12 + last.month - months  # months since year 0, January = 0
    return date(first // 12, first % 12 + 1, 1), last


def _quarter(match: re.Match[str], clock: Clock) -> Period | None:
    groups = match.groupdict()
    number = int(groups.get("number") or groups.get("digit") or QUARTERS[(groups.get("ordinal") or "first").lower()])
    return _of_year(match, clock, lambda year: clock.calendar.quarter(year, number))


def _half(match: re.Match[str], clock: Clock) -> Period | None:
    word = match["number"] or match["digit"] or match["half"].lower()
    half = 1 if word in ("1", "first", "1st") else 2
    return _of_year(match, clock, lambda year: clock.calendar.half(year, half))


def _of_year(match: re.Match[str], clock: Clock, periods: Callable[[int], Period]) -> Period | None:
    groups = match.groupdict()
    year = _year_of(match, *(g for g in ("year", "before", "short") if g in groups))
    if year is not None:
        return periods(year)
    if clock.today is None:
        return None
    return _coming(periods, clock.calendar.fiscal(clock.today)[0], clock)


def _coming(periods: Callable[[int], Period], year: int, clock: Clock) -> Period | None:
    """The first such period not over at the report; none where a release just reported it."""
    assert clock.today is not None
    spans = [periods(y) for y in (year - 1, year, year + 1)]
    coming = next(p for p in spans if p[1] >= clock.today - clock.grace)
    just_over = next((p for p in spans if timedelta(0) < clock.today - p[1] <= 2 * JUST_OVER), None)
    is_short = (coming[1] - coming[0]).days < 200
    return None if clock.is_release and is_short and just_over is not None else coming


def _month_quarter(match: re.Match[str], clock: Clock) -> Period | None:
    """ "the December quarter": the three months that end with it."""
    month, year = month_number(match["month"]), _year_of(match, "year", "before")
    if year is None and clock.today is None:
        return None

    def span(of: int) -> Period:
        return _back(month_end(date(of, month, 28)), 3)

    if year is not None:
        return span(year)
    assert clock.today is not None
    return _coming(span, clock.today.year, clock)


def _one_month(match: re.Match[str], clock: Clock) -> Period | None:
    """ "the month of June"."""
    month, year = month_number(match["month"] or match["of"]), _year_of(match, "year")
    if year is None and clock.today is None:
        return None

    def span(of: int) -> Period:
        return _back(month_end(date(of, month, 28)), 1)

    if year is not None:
        return span(year)
    assert clock.today is not None
    return next(p for y in (-1, 0, 1) if (p := span(clock.today.year + y))[1] >= clock.today)


def _years(match: re.Match[str], clock: Clock) -> Period | None:
    """ "2023 through 2027"."""
    first, last = int(match["first"]), int(match["last"])
    return (clock.calendar.year(first)[0], clock.calendar.year(last)[1]) if first < last else None


def _rest(match: re.Match[str], clock: Clock) -> Period | None:
    """The quarters of a year that are not over."""
    if clock.today is None:
        return None
    named = _year_of(match, "year")
    year, quarter = clock.calendar.fiscal(clock.today)
    if named is not None and named != year:
        return clock.calendar.year(named)
    return clock.calendar.quarter(year, quarter)[0], clock.calendar.year(year)[1]


def _fiscal_year(match: re.Match[str], clock: Clock) -> Period | None:
    year = _year_of(match, *(g for g in ("year", "before") if g in match.groupdict()))
    return None if year is None else clock.calendar.year(year)


def _year_ends(match: re.Match[str], clock: Clock) -> Period | None:
    year = _year_of(match, "year", "of", "before", "after")
    if year is None:
        if clock.today is None:
            return None
        year = clock.calendar.fiscal(clock.today)[0]
    return clock.calendar.year(year)


def _at_date(match: re.Match[str], clock: Clock) -> Period | None:
    """ "at December 31, 2019": the year that ends then."""
    day = int(match["day"])
    if not 1 <= day <= 31:
        return None
    return _back(month_end(date(int(match["year"]), month_number(match["month"]), min(day, 28))), 12)


def _this(match: re.Match[str], clock: Clock) -> Period | None:
    if clock.today is None:
        return None
    calendar = clock.calendar
    year, quarter = calendar.fiscal(clock.today)
    if (match["length"] or "").lower() == "quarter" or match["quarter"]:
        return calendar.quarter(year, quarter)
    begun = clock.today - calendar.year(year)[0]
    if (
        match["which"]
        and match["which"].lower() in ("next", "following", "upcoming", "coming")
        and begun > 2 * JUST_OVER
    ):
        return calendar.year(year + 1)
    return calendar.year(year)


def _no_dates(match: re.Match[str], clock: Clock) -> Period | None:
    return None


_RULES: list[tuple[re.Pattern[str], _Resolve]] = [
    (ENDING, _ending),
    (HORIZON, _no_dates),
    (SHORT_QUARTER, _quarter),
    (QUARTER, _quarter),
    (MONTH_QUARTER, _month_quarter),
    (ONE_MONTH, _one_month),
    (HALF, _half),
    (REST, _rest),
    (YEAR_ENDS, _year_ends),
    (AT_DATE, _at_date),
    (YEARS, _years),
    (DURING_YEARS, _years),
    (FISCAL_YEAR, _fiscal_year),
    (BARE_YEAR, _fiscal_year),
    (THIS, _this),
]
_ANY_RULE = AnyOf(pattern.pattern for pattern, _ in _RULES)
