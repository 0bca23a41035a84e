"""The numbers that a text prints, by figures and in words, each with its sign, unit and power."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.filing.dates import MONTH
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import IN_WORDS, POWERS, SPELLED, kind_of

_CURRENCIES = {"$": "USD", "us$": "USD", "c$": "CAD", "cdn$": "CAD", "a$": "AUD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_CODES = ("USD", "EUR", "GBP", "CAD", "AUD", "CHF", "JPY")  # in front of an amount
_CURRENCIES |= {code: code for code in _CODES}
_NAMED = re.compile(  # a word that a blank parts from a dash, and none that leads to an amount
    r"(?<=[^\W\d_]|[.)])(?<!\bto)(?<!\bof)(?<!\bat)(?<!\bby)(?<!\bbe)(?<!\bor)(?<!\band)(?<!\bfrom)(?<!\bbetween)(?<!\bloss)(?<!\babout)(?<!\bapproximately)\s",
    ANY_CASE,
)
_NUMBER = re.compile(
    r"""
    (?=[\s\d.(\-–−$€£¥UCA~≈])  # fails fast: most places begin none
    (?<![\w.,/:$'’#])
    (?:(?<![\d%])(?<![\d%]\s)[~≈]\s?)?(?P<open>\()?(?P<minus>(?<![\w.)%][-–−])(?<![\d%.)])[-–−])?
    (?P<sign>(?:U\.?S\.?[ ]?|Cdn|C|A)?\$|[€£¥])?\s?(?P<inner>\()?(?P<minus2>(?<![\w.)%])[-–−])?
    (?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:\+(?=\s(?:million|billion)))?
    (?P<close>\))?
    (?:[\s-]?(?P<power>(?:thousand|million|billion)\b|[mb]il\b\.?)|(?P<letter>[ ]?MM|[MBKmk]|bn)\b)?
    \s?(?:-?(?P<unit>%|percentage[ ]points?|per[ ]?cent\b|pct\b\.?|basis[ ]points?|bps?\b|cents?\b|¢|points\b
    |x\b|times\b))?
    (?P<last>\))?
    (?![\w]|[:/]\d|,\d{3}|\.\d)
    """,
    re.VERBOSE | ANY_CASE,
)
_HIGH_OF_SIGN = re.compile(
    r"[$€£]\s?[\d.,]*\d\s?(?:MM|[MBK]|bn)?\s?(?:[-–—]|to\b)\s?$", ANY_CASE
)  # in front of it: "$5 - 6 MM"
_IS_DATE = re.compile(
    rf"\b{MONTH}\s$|\b(?:act of|note|exhibit|item|page|phase|section|form|rule|no\.|asc|topic|s?fas|ifrs|sab)\s$",
    ANY_CASE,
)
_YEAR = re.compile(r"(?:19[89]\d|20[0-5]\d)$")
_COMPOUND = re.compile(r"[-–](?!to[-–]\d)[A-Za-z]")  # "53-week", "10-K"


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as printed at `start` to `end`: its value is neither multiplied by its power nor turned by its sign."""

    value: Decimal
    power: int | None
    kind: str | None  # None where neither sign nor unit is printed
    currency: str | None
    negative: bool
    joined: bool  # its minus may be the dash of a range: "10 -12"
    plus: bool  # "+5%" of growth
    start: int
    end: int

    @property
    def in_full(self) -> Decimal:
        """Its value in whole units."""
        return self.value * (self.power or 1)


def numbers(text: str, *, bare: bool) -> list[PrintedNumber]:
    """The numbers in printed order; not years, days of dates and marks of notes. `bare`: the text holds nothing else,
    as a cell, so that a letter is a power ("12.5 M")."""
    printed = (number for match in _NUMBER.finditer(text) if (number := _number(text, match, bare)) is not None)
    return sorted((*printed, *_in_words(text)), key=lambda number: number.start)


def _number(text: str, match: re.Match[str], bare: bool) -> PrintedNumber | None:
    is_plain = not (match["sign"] or match["unit"])
    if is_plain and (_COMPOUND.match(text, match.end()) or _is_no_amount(text, match)):
        return None
    sign, start = _sign(text, match)
    if match["letter"] and not (sign or bare or _HIGH_OF_SIGN.search(text, 0, match.start("digits"))):
        return None
    unit = (match["unit"] or "").lower().rstrip(".")
    power = POWERS.get((match["power"] or match["letter"] or "").lower().strip(" ."))
    opened, closed = match["open"] or match["inner"], match["close"] or match["last"]
    is_in_brackets = bool(opened and closed)
    if match["open"] and not closed:
        start = match.start("sign") if sign else match.start("digits")
    is_apart = bool(match["minus"]) and is_plain and _is_apart(text, match)
    is_dashed = is_apart or bool(match["minus"] and match["inner"] and closed)
    if is_dashed:  # "5% - (2)%"
        start = match.end("minus") + text.startswith(" ", match.end("minus"))
    return PrintedNumber(
        value=Decimal(match["digits"].replace(",", "")) * (100 if unit.startswith(("percentage", "points")) else 1),
        power=power,
        kind="money" if sign else kind_of(unit),
        currency=_CURRENCIES.get(sign),
        negative=bool((match["minus"] and not is_apart) or match["minus2"] or is_in_brackets),
        joined=not is_dashed and bool(match["minus"] or (match["minus2"] and not sign)),
        plus=text[max(0, match.start() - 2) : match.start()].lstrip() == "+",
        start=start,
        end=_end(match, is_opened=bool(opened)),
    )


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Whether a dash stands apart behind what a plain number is of: "Canada – 40", not "- 40 to - 30"."""
    at = match.start("minus")
    return text.startswith(" ", match.end("minus")) and _NAMED.search(text, max(0, at - 1), at) is not None


def _sign(text: str, match: re.Match[str]) -> tuple[str, int]:
    """A number's sign of currency, or the code in front of it, and where it begins with it."""
    sign = (match["sign"] or "").replace(".", "").replace(" ", "").lower()
    start = match.start()
    if not sign and (code := text[max(0, start - 4) : start].strip()) in _CODES:
        return code, start - 4
    return sign, start


def _end(match: re.Match[str], *, is_opened: bool) -> int:
    """Where a number ends: before a bracket that was opened before it."""
    end = match.end() - (1 if match["last"] and not is_opened else 0)
    return end - 1 if match["close"] and not is_opened and end == match.end("close") else end


def _in_words(text: str) -> Iterator[PrintedNumber]:
    for match in IN_WORDS.finditer(text):
        spelled = match["spelled"]
        unit = kind_of((match["unit"] or "").lower())
        size = 100 if unit == "points" else 1
        value, kind = (size * Decimal(SPELLED.get(spelled.lower(), 1)), unit) if spelled else (Decimal(0), "zero")
        yield PrintedNumber(value, None, kind, None, False, False, False, match.start(), match.end())


def _is_no_amount(text: str, match: re.Match[str]) -> bool:
    """A year, a day of a date, the number of a note."""
    digits, power = match["digits"], match["power"]
    return not power and bool(_YEAR.match(digits) or _IS_DATE.search(text[max(0, match.start() - 12) : match.start()]))
