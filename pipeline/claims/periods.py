"""The periods that a sentence about results names: quarters, spans and days, by the fiscal calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.filing.dates import MONTH, YEAR
from pipeline.filing.fiscal import FiscalCalendar, in_year
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import AnyOf
from pipeline.statements.periods.read import read_words

_DAY = rf"(?:{MONTH})\s*\d{{1,2}}(?:,?\s*{YEAR})?"
_ORDINAL = "|".join(QUARTERS)
_OF_YEAR = rf"(?:\s*,?\s*(?:of\s+|in\s+)?(?:the\s+)?(?:fiscal\s+)?(?:year\s+)?(?P<year>{YEAR}))"
_LAST_YEAR = r"(?P<before>\s*,?\s*(?:of\s+|in\s+)?(?:the\s+)?(?:last|prior|previous|preceding)(?:\s+fiscal)?\s+year)"
_ENDED = re.compile(
    rf"(?:(?:three|six|nine|twelve|thirteen|fourteen|twenty-six|thirty-nine|fifty-two|fifty-three|\d\d?)[\s-]+(?:months?|weeks?)|quarter|(?:fiscal\s+)?year)"
    rf"(?:\s+periods?)?,?\s+(?:that\s+)?end(?:ed|ing)\s+(?:on\s+)?{_DAY}",
    ANY_CASE,
)
_QUARTER = re.compile(
    rf"\b(?:(?P<ordinal>{_ORDINAL})[\s-]+(?:fiscal\s+)?quarter|Q(?P<digit>[1-4]))(?:{_OF_YEAR}|{_LAST_YEAR})?",
    ANY_CASE,
)
_SAME = re.compile(
    rf"\b(?:same|comparable|corresponding|year-ago|prior[\s-]year|like)\s+(?:\w+\s+|\w+[\s-](?:month|week)\s+)?"
    rf"(?:quarter|period|months|weeks)(?:{_OF_YEAR}|{_LAST_YEAR})?"
    rf"|\b(?:prior|previous|last)[\s-]year(?:['’]?s)?(?:\s+(?:(?:{_ORDINAL})\s+)?(?:quarter|period))?"
    r"|\b(?:prior|previous|preceding)\s+(?:twelve|12)[\s-]months?\b(?:\s+period)?"
    r"|\ba\s+year\s+(?:ago|earlier|before)\b|\byear[\s-]ago(?:\s+(?:quarter|period))?|\byear[\s-]over[\s-]year\b",
    ANY_CASE,
)
_SPAN = re.compile(
    rf"\bfirst\s+(?P<count>six|nine)\s+months(?:{_OF_YEAR}|{_LAST_YEAR})?|\bfirst\s+half(?:\s+of)?(?:\s+(?:fiscal\s+)?(?P<half>{YEAR}))?",
    ANY_CASE,
)
_FISCAL_YEAR = re.compile(
    rf"\b(?:fiscal|full|calendar)\s+(?:year\s+)?(?:of\s+)?(?P<year>{YEAR})|\b(?P<bare>(?:for|in)\s+{YEAR})\b"
    r"|\b(?P<whole>full\s+(?:fiscal\s+)?year|(?<!next\s)(?:twelve|12)[\s-]months?(?:\s+period)?"
    r"|(?:for|in)\s+the\s+(?:fiscal\s+)?year"
    r"(?![\s-]*(?:ago|earlier|before|prior|preceding|previous|over|end|to|of|['’]s|\d)))\b",
    ANY_CASE,
)
_INSTANT = re.compile(
    rf"\b(?:at|as\s+of|on)\s+(?P<day>{_DAY})|\b(?:at\s+)?(?:the\s+)?end\s+of\s+(?:the\s+)?(?P<what>(?:fiscal\s+)?{YEAR}|quarter|period|year)"
    rf"|\bat\s+(?P<short>quarter|year)[\s-]end(?:\s+(?P<short_year>{YEAR}))?",
    ANY_CASE,
)
_THIS = re.compile(r"\b(?:(?:the|this)\s+(?:current\s+|just[\s-]ended\s+)?quarter|quarterly)\b", ANY_CASE)
_SPANS = {"six": 6, "nine": 9}


@dataclass(frozen=True, slots=True)
class Reported:
    """The latest period of the release's statement, and the calendar that counts from it."""

    calendar: FiscalCalendar
    end: date
    months: frozenset[int]  # lengths of the columns that end with it


@dataclass(frozen=True, slots=True)
class Told:
    """A period as told at `start` to `end` of a sentence.

    `months` is None for a day. `last` is None where it is told by another: `years_back` years before that, or the same
    months of `year`.
    """

    months: int | None
    last: date | None
    start: int
    end: int
    years_back: int | None = None
    year: int | None = None


@lru_cache(maxsize=4)  # asked of a sentence, and for the one behind it
def told_periods(text: str, reported: Reported) -> tuple[Told, ...]:
    """The periods that a sentence names, in printed order; of two that overlap the longer-worded stands."""
    found: list[Told] = []
    for pattern, resolve in (_RULES[n] for n in _ANY_RULE.may_hold(text)):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            told = resolve(match, reported)
            if told is not None:
                found.append(told)
    found.sort(key=lambda told: told.start)
    return tuple(_of_a_whole_year(found, reported))


def _of_a_whole_year(found: list[Told], reported: Reported) -> list[Told]:
    """ "Revenue for 2006 was": the year itself where its last quarter is reported and no other length is told."""
    year, quarter = reported.calendar.fiscal(reported.end)
    is_whole = quarter == 4 and 12 in reported.months and found and found[0].year == year
    if not is_whole or any(told.last is not None and told.months != 12 for told in found):
        return found
    return [Told(12, reported.end, found[0].start, found[0].end), *found[1:]]


def _ended(match: re.Match[str], reported: Reported) -> Told | None:
    words = read_words(match[0], reported.calendar)
    end = words.ends()
    if end is None and words.month_day is not None:
        end = _latest(words.month_day, reported.end)
    return None if end is None or words.months is None else Told(words.months, end, *match.span())


def _latest(month_day: tuple[int, int], until: date) -> date:
    """The last such day not long after what is reported."""
    return in_year(month_day, until.year if month_day <= (until.month, 31) else until.year - 1)


def _quarter(match: re.Match[str], reported: Reported) -> Told | None:
    number = int(match["digit"] or QUARTERS[match["ordinal"].lower()])
    if match["before"]:
        end = reported.calendar.quarter(reported.calendar.fiscal(reported.end)[0] - 1, number)[1]
    elif match["year"]:
        end = reported.calendar.quarter(int(match["year"]), number)[1]
    else:
        year, latest = reported.calendar.fiscal(reported.end)
        end = reported.calendar.quarter(year if number <= latest else year - 1, number)[1]
    return Told(3, end, *match.span())


def _same(match: re.Match[str], reported: Reported) -> Told | None:
    year = match["year"]
    return Told(None, None, *match.span(), years_back=None if year else 1, year=int(year) if year else None)


def _span(match: re.Match[str], reported: Reported) -> Told | None:
    months = _SPANS[match["count"].lower()] if match["count"] else 6
    year = int(match["year"] or match["half"] or reported.calendar.fiscal(reported.end)[0])
    end = reported.calendar.quarter(year - (1 if match["before"] else 0), months // 3)[1]
    return Told(months, end, *match.span())


def _fiscal_year(match: re.Match[str], reported: Reported) -> Told | None:
    if match["bare"]:
        return Told(None, None, *match.span(), year=int(match["bare"][-4:]))
    if match["whole"]:  # the one that the quarter reported ends
        is_over = reported.calendar.fiscal(reported.end)[1] == 4
        return Told(12, reported.end, *match.span()) if is_over else None
    return Told(12, reported.calendar.year(int(match["year"]))[1], *match.span())


def _instant(match: re.Match[str], reported: Reported) -> Told | None:
    if match["day"]:
        words = read_words(match["day"], reported.calendar)
        end = words.ends() or (_latest(words.month_day, reported.end) if words.month_day else None)
    else:
        what = (match["what"] or match["short"]).lower()
        year = match["short_year"] or (what[-4:] if what[-4:].isdigit() else None)
        reported_end = reported.end if what in ("quarter", "period") else None
        end = reported.calendar.year(int(year))[1] if year else reported_end
    return None if end is None else Told(None, end, *match.span())


def _this(match: re.Match[str], reported: Reported) -> Told | None:
    return Told(3, reported.end, *match.span())


_RULES = (
    (_ENDED, _ended),
    (_INSTANT, _instant),
    (_SAME, _same),
    (_QUARTER, _quarter),
    (_SPAN, _span),
    (_FISCAL_YEAR, _fiscal_year),
    (_THIS, _this),
)
_ANY_RULE = AnyOf(pattern.pattern for pattern, _ in _RULES)
