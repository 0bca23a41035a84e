"""Amounts that a text prints: ranges, points and bounds, in money, percent, basis points or counts.

Numbers are found one by one; what stands between two of them says whether they are the ends of a range ("to", a dash,
"and" after "between"), a middle and its tolerance ("plus or minus"), or two amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.guidance.amount_words import (
    ABOUT,
    BETWEEN,
    BY,
    CLOSED,
    COMPOUND,
    DASH,
    DENIED,
    DOWN,
    FALLS,
    HIGH_OF_SIGN,
    IN_WORDS,
    IS_DATE,
    LEAST,
    LOWER,
    MOST,
    NEGATIVE,
    NUMBER,
    OR,
    OR_LESS,
    OR_MORE,
    PER,
    POINTS,
    POWERS,
    RATE,
    REVISED_FROM,
    RISES,
    SPELLED,
    TO,
    TOLERANCE,
    UNIT,
    WHOLE_POINTS,
    YEAR,
    kind_of,
)

_CURRENCIES = {"$": "USD", "us$": "USD", "c$": "CAD", "cdn$": "CAD", "a$": "AUD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_CODES = ("USD", "EUR", "GBP", "CAD", "AUD", "CHF", "JPY")  # in front of an amount
_CURRENCIES |= {code: code for code in _CODES}
_DOWNWARD = ("loss", "down", "decline", "decrease", "minus", "negative")
_NEAR = Decimal("1.25")  # "18 or 19 cents" is a range
_BEFORE = 45  # characters before a number in which its bound stands


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in whole units (dollars, percent as printed, basis points); low = high for a point.

    `kind` is money, share (money a share), rate (money a unit: `per`), percent, points (basis points), times or count.
    `scaled`: a power ("million") or thousands were printed, so it is no amount a share. `signed`: the sign was printed.
    """

    low: Decimal | None
    high: Decimal | None
    form: str  # range, point, approximate, at_least, at_most
    kind: str
    scaled: bool
    signed: bool
    start: int
    end: int
    currency: str = "USD"
    per: str | None = None
    has_power: bool = False


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    power: int | None
    kind: str | None  # None where neither sign nor unit is printed
    currency: str | None
    negative: bool
    joined: bool  # its minus may be the dash of a range: "10 -12"
    plus: bool  # "+5%" of growth
    start: int
    end: int


def turned(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The ends of an amount that is a loss or a decline, printed without a sign."""
    return (None if high is None else -high), (None if low is None else -low)


def amounts(text: str, *, bare: bool = False) -> list[Amount]:
    """Amounts in printed order. Without `bare`, a number with neither sign, unit nor power is a count."""
    numbers = sorted((*_numbers(text, bare), *_in_words(text)), key=lambda number: number.start)
    found: list[Amount] = []
    place = 0
    while place < len(numbers):
        amount, used = _amount(text, numbers, place, bare)
        if amount is not None:
            found.append(amount)
        place += used
    return found


def _numbers(text: str, bare: bool) -> Iterator[_Number]:
    for match in NUMBER.finditer(text):
        start = match.start()
        if (
            not match["sign"]
            and not match["unit"]
            and (COMPOUND.match(text, match.end()) or _is_no_amount(text, match))
        ):
            continue
        unit = (match["unit"] or "").lower().rstrip(".")
        sign = (match["sign"] or "").replace(".", "").replace(" ", "").lower()
        if not sign and (code := text[max(0, start - 4) : start].strip()) in _CODES:
            sign, start = code, start - 4
        if match["letter"] and not (sign or bare or HIGH_OF_SIGN.search(text, 0, match.start("digits"))):
            continue
        power = POWERS.get((match["power"] or match["letter"] or "").lower().strip(" ."))
        value = Decimal(match["digits"].replace(",", "")) * (100 if unit.startswith(("percentage", "points")) else 1)
        opened = match["open"] or match["inner"]
        closed = match["close"] or match["last"]
        if match["open"] and not closed:
            start = match.start("sign") if sign else match.start("digits")
        negative = bool(match["minus"] or match["minus2"] or (opened and closed))
        if opened and closed and not sign and not unit and not power and YEAR.match(match["digits"]):
            continue
        is_joined = bool(match["minus"] or (match["minus2"] and not sign))
        kind = "money" if sign else kind_of(unit)
        end = match.end() - (1 if match["last"] and not opened else 0)
        end -= 1 if match["close"] and not opened and end == match.end("close") else 0
        is_plus = text[max(0, match.start() - 2) : match.start()].lstrip() == "+"
        yield _Number(value, power, kind, _CURRENCIES.get(sign), negative, is_joined, is_plus, start, end)


def _in_words(text: str) -> Iterator[_Number]:
    for match in IN_WORDS.finditer(text):
        spelled = match["spelled"]
        unit = kind_of((match["unit"] or "").lower())
        size = 100 if unit == "points" else 1
        value, kind = (size * Decimal(SPELLED.get(spelled.lower(), 1)), unit) if spelled else (Decimal(0), "zero")
        yield _Number(value, None, kind, None, False, False, False, match.start(), match.end())


def _is_no_amount(text: str, match: re.Match[str]) -> bool:
    """A year, a day of a date, the number of a note."""
    digits, power = match["digits"], match["power"]
    return not power and bool(YEAR.match(digits) or IS_DATE.search(text[max(0, match.start() - 12) : match.start()]))


def _amount(text: str, numbers: list[_Number], place: int, bare: bool) -> tuple[Amount | None, int]:
    """The amount that begins with a number, and how many numbers it takes."""
    first = numbers[place]
    second = numbers[place + 1] if place + 1 < len(numbers) else None
    before = text[max(0, first.start - _BEFORE) : first.start]
    if second is not None:
        gap = text[first.end : second.start]
        unit = UNIT.match(gap)  # "150 MBOEPD to 155 MBOEPD", "$9/Bbl to $11/Bbl"
        if unit is not None and text.startswith(unit[0], second.end):
            gap = gap[unit.end() :]
        if first.kind != "zero" and TOLERANCE.fullmatch(gap):
            return _around(text, first, second, bare), 2
        turn = TO.fullmatch(gap)
        if turn is not None and second.value < first.value and REVISED_FROM.search(text, 0, first.start):
            turn = None
        if turn is not None and turn["and"] and not BETWEEN.search(before):
            turn = None
        if OR.fullmatch(gap) and _fit(first, second) and first.value < second.value <= first.value * _NEAR:
            return _range(text, before, first, second, None, bare), 2
        if turn is not None and BY.search(before) and second.kind == "money" and second.value > 4 * first.value:
            turn = None  # "raised by $.03 to $4.12"
        if turn is not None and first.kind == "percent" and second.kind is None and second.value > 4 * first.value:
            turn = None  # "to increase 14% to 1,240 homes"
        if (turn or (second.joined and not gap.strip())) and _fit(first, second):
            return _range(text, before, first, second, turn["turn"] if turn else None, bare), 2
    if first.kind == "zero":
        return None, 1
    points = POINTS.match(text, first.end) if first.kind == "percent" else None
    if points is not None:
        by = Decimal(2 if points["two"] else 1)
        tolerance = replace(first, value=by, kind="percent", negative=False, start=points.start(), end=points.end())
        return _around(text, first, tolerance, bare), 1
    return _single(text, before, first, bare), 1


def _fit(first: _Number, second: _Number) -> bool:
    kinds = {first.kind, second.kind} - {None, "zero"}
    if first.kind == second.kind == "zero" or (first.kind == "zero" and not kinds):
        return False
    return len(kinds) <= 1 or kinds == {"money", "cents"}


def _range(text: str, before: str, first: _Number, second: _Number, turn: str | None, bare: bool) -> Amount | None:
    kind = next((k for k in (second.kind, first.kind) if k not in (None, "zero")), None)
    power = first.power or second.power or 1
    if {first.kind, second.kind} == {"cents", "money"}:
        kind, first, second = "money", _in_dollars(first), _in_dollars(second)
    if first.kind is None and WHOLE_POINTS.search(text, second.start, second.end):
        first = replace(first, value=first.value * 100)
    low, high = _powered(first, second, power), _powered(second, first, power)
    down = bool(DOWN.search(before))
    if text[: first.start].strip() == "(" and CLOSED.match(text, second.start):
        down, turn = True, "decline"  # "(5 - 6)%" of a cell
    turned = (turn or "").lower()
    negative_low = first.negative or (down and (turned != "" or second.kind == "zero"))
    is_dash = second.joined and (not first.negative or DASH.match(text, first.end) is not None)
    negative_high = (second.negative and not is_dash) or turned in _DOWNWARD or (down and first.kind == "zero")
    if FALLS.match(text, first.end) and RISES.match(text, second.end):  # "a 4% decrease to a 1% increase"
        turned, negative_low = "increase", True
    if first.kind == "zero" and not second.negative and LOWER.match(text, second.end):
        negative_high = True
    signed = bool(turned) or negative_low or negative_high or first.plus or "zero" in (first.kind, second.kind)
    low, high = (-low if negative_low else low), (-high if negative_high else high)
    low, high = min(low, high), max(low, high)
    number = first if first.currency else second
    return _made(text, low, high, "range", kind, power, signed, first.start, second.end, number.currency, bare)


def _in_dollars(number: _Number) -> _Number:
    """ "95 cents" of "95 cents to $1.05"."""
    return replace(number, value=number.value / 100) if number.kind == "cents" else number


def _powered(number: _Number, other: _Number, power: int) -> Decimal:
    """A range's end in whole units, with the power of the other end where it prints none: "$1,050 to $1,080 million",
    "$950 to $1.1 billion" (of millions)."""
    if number.power or power == 1:
        return number.value * (number.power or 1)
    largest = other.value * power
    if number.value * power <= 100 * largest:
        return number.value * power
    if number.value * power <= 10_000 * largest:
        return number.value * (power // 1000)
    return number.value


def _around(text: str, middle: _Number, tolerance: _Number, bare: bool) -> Amount | None:
    """ "$100 million, plus or minus 2%": worked out."""
    value = middle.value * (middle.power or 1)
    by = tolerance.value * (tolerance.power or (middle.power if tolerance.kind == middle.kind else None) or 1)
    if tolerance.kind == "cents" and middle.kind == "money":
        by /= 100
    elif tolerance.kind == "percent" and middle.kind != "percent":
        by = value * tolerance.value / 100
    elif tolerance.kind == "points" and middle.kind == "percent":
        by = tolerance.value / 100
    value = -value if middle.negative else value
    return _made(
        text, value - by, value + by, "range", middle.kind, middle.power or 1, middle.negative, middle.start,
        tolerance.end, middle.currency, bare,
    )  # fmt: skip


def _single(text: str, before: str, number: _Number, bare: bool) -> Amount | None:
    value = number.value * (number.power or 1)
    negative = number.negative or NEGATIVE.search(before) is not None
    value = -value if negative else value
    low: Decimal | None = value
    high: Decimal | None = value
    end, form = number.end, "point"
    if DENIED.search(before):
        low, form = None, "at_most"
    elif LEAST.search(before) or OR_MORE.match(text, number.end):
        high, form = None, "at_least"
    elif MOST.search(before) or OR_LESS.match(text, number.end):
        low, form = None, "at_most"
    elif text[number.start] in "~≈" or ABOUT.search(before):
        form = "approximate"
    return _made(
        text, low, high, form, number.kind, number.power or 1, negative or number.plus, number.start, end,
        number.currency, bare,
    )  # fmt: skip


def _made(
    text: str, low: Decimal | None, high: Decimal | None, form: str, kind: str | None, power: int, signed: bool,
    start: int, end: int, currency: str | None, bare: bool,
) -> Amount | None:  # fmt: skip
    if kind is None and not bare and power == 1 and start > 0 and text[start - 1] == "#":
        return None
    if kind == "cents":
        kind, low, high = "share", low and low / 100, high and high / 100
    size = max(abs(v) for v in (low, high) if v is not None)
    per = None
    if kind in ("money", "share", None):
        if match := PER.match(text, end):
            kind = "share" if kind or bare else "count"
        elif kind in ("money", "share") and (match := RATE.match(text, end)):  # "8.2 cents per ASM"
            kind, per = "rate", match["of"]
    return Amount(
        low, high, form, kind or "count", power > 1 or size >= 1000, signed, start, end, currency or "USD", per,
        power > 1,
    )  # fmt: skip
