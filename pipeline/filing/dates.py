"""Dates in words and figures, as releases print them: "June 30, 2003", "30 June 2003", "6/30/03", "2003-06-30"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"  # "June30" is one, too
)
YEAR = r"(?:19|20)\d\d"
YEAR_ALONE = re.compile(rf"\b{YEAR}\b")

_DATE = re.compile(
    rf"""
    (?<!\w)(?-i:(?=[\dADFJMNOSadfjmnos])) (?:  # fails fast: most places of a text begin no date
    (?P<month>{MONTH}),?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[,.]?\s*(?P<year>{YEAR})\b
    | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<month2>{MONTH}),?[\s-]+(?P<year2>{YEAR}|(?<=-)\d\d)\b
    | (?P<month3>{MONTH})(?:-(?P<day3>\d{{1,2}})-|\s*(?P<day4>\d{{1,2}})/(?!2[89]|3[01]))(?P<year4>{YEAR}|\d\d)\b
    | (?P<iso>{YEAR}(?P<mark>[-./])\d\d(?P=mark)\d\d)\b
    | (?P<first>\d{{1,2}})(?P<sign>[/.-])(?P<second>\d{{1,2}})(?P=sign)(?P<year3>{YEAR}|\d\d)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A whole date (year, month and day) that `text[start:end]` prints."""

    value: date
    start: int
    end: int


def month_number(word: str) -> int:
    """1 to 12 of a month's name or its abbreviation; `KeyError` for another word."""
    return MONTHS[word.lower().rstrip(".")]


def find_dates(text: str) -> list[DateMention]:
    """Every whole date in the text, in printed order; what is no day of the calendar is left out."""
    return list(_mentions(text))


@lru_cache(maxsize=1024)  # several readers ask for those of a heading, which stands over many tables
def _mentions(text: str) -> tuple[DateMention, ...]:
    found: list[DateMention] = []
    for match in _DATE.finditer(text):
        try:
            value = _value(match)
        except ValueError:  # February 30
            continue
        found.append(DateMention(value, match.start(), match.end()))
    return tuple(found)


def _value(match: re.Match[str]) -> date:
    if match["month"]:
        return date(int(match["year"]), month_number(match["month"]), int(match["day"]))
    if match["month2"]:
        return _numeric(month_number(match["month2"]), int(match["day2"]), int(match["year2"]))
    if match["month3"]:  # "Mar-31-05", "Jun. 30/04"; not "February 29/28", of two years
        return _numeric(month_number(match["month3"]), int(match["day3"] or match["day4"]), int(match["year4"]))
    if match["iso"]:
        return date.fromisoformat(match["iso"].replace(match["mark"], "-"))
    first, second = int(match["first"]), int(match["second"])
    return _numeric(*((second, first) if match["sign"] == "." else (first, second)), int(match["year3"]))


def _numeric(month: int, day: int, year: int) -> date:
    """In American order unless that can be no month (with dots: European); two-digit years are of 1970 to 2069."""
    if year < 100:
        year += 1900 if year >= 70 else 2000
    return date(year, month, day) if month <= 12 else date(year, day, month)
