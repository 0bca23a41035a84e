"""Amounts that a text prints: ranges, points and bounds, in money, percent, basis points or counts.

Numbers are found one by one; what stands between two of them says whether they are the ends of a range ("to", a dash,
"and" after "between"), a middle and its tolerance ("plus or minus"), or two amounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.guidance.terms.amount_words import (
    ABOUT,
    AND_BETWEEN,
    BETWEEN,
    BY,
    CLOSED,
    DASH,
    DENIED,
    DOWN,
    FALLS,
    LEAST,
    LOWER,
    MOST,
    NEGATIVE,
    OPENED,
    OR,
    OR_LESS,
    OR_MORE,
    PER,
    POINTS,
    RAISED,
    RATE,
    REVISED_FROM,
    RISES,
    TO,
    TOLERANCE,
    TWO_DASHES,
    UNIT,
    WHOLE_POINTS,
)
from pipeline.guidance.terms.numbers import PrintedNumber, numbers

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


class _Tie(NamedTuple):
    """How two numbers are one amount: the ends of a range, which "to" may `turn` ("to an increase of"), or a middle and
    its tolerance."""

    is_tolerance: bool = False
    turn: str | None = None


def turned(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The ends of an amount that is a loss or a decline, printed without a sign."""
    return (None if high is None else -high), (None if low is None else -low)


def amounts(text: str, *, bare: bool = False) -> list[Amount]:
    """Amounts in printed order. Without `bare`, a number with neither sign, unit nor power is a count."""
    printed = numbers(text, bare=bare)
    found: list[Amount] = []
    place = 0
    while place < len(printed):
        amount, used = _amount(text, printed, place, bare)
        if amount is not None:
            found.append(amount)
        place += used
    return found


def _amount(text: str, printed: list[PrintedNumber], place: int, bare: bool) -> tuple[Amount | None, int]:
    """The amount that begins with a number, and how many numbers it takes."""
    first = printed[place]
    before = text[max(0, first.start - _BEFORE) : first.start]
    second = printed[place + 1] if place + 1 < len(printed) else None
    if second is not None and (tie := _tie(text, before, first, second)) is not None:
        if tie.is_tolerance:
            return _around(text, first, second, bare), 2
        return _range(text, before, first, second, tie.turn, bare), 2
    if first.kind == "zero":
        return None, 1
    points = POINTS.match(text, first.end) if first.kind == "percent" else None
    if points is not None:
        by = Decimal(2 if points["two"] else 1)
        tolerance = replace(first, value=by, kind="percent", negative=False, start=points.start(), end=points.end())
        return _around(text, first, tolerance, bare), 1
    return _single(text, before, first, bare), 1


def _tie(text: str, before: str, first: PrintedNumber, second: PrintedNumber) -> _Tie | None:
    """What makes one amount of two numbers; null where they are two."""
    gap = text[first.end : second.start]
    unit = UNIT.match(gap)  # "150 MBOEPD to 155 MBOEPD", "$9/Bbl to $11/Bbl"
    if unit is not None and text.startswith(unit[0], second.end):
        gap = gap[unit.end() :]
    if first.kind != "zero" and TOLERANCE.fullmatch(gap):
        return _Tie(is_tolerance=True)
    if not _fit(first, second):
        return None
    if OR.fullmatch(gap) and first.value < second.value <= first.value * _NEAR:
        return _Tie()
    turn = TO.fullmatch(gap)
    if turn is not None and not _is_no_range(text, before, first, second, turn):
        return _Tie(turn=turn["turn"])
    return _Tie() if second.joined and not gap.strip() else None


def _is_no_range(text: str, before: str, first: PrintedNumber, second: PrintedNumber, turn: re.Match[str]) -> bool:
    """Whether "to" or "and" joins no ends: it leads to where the first number moves something, or to another amount."""
    if second.value < first.value and REVISED_FROM.search(text, 0, first.start):
        return True
    if turn["and"] and not (BETWEEN.search(before) or AND_BETWEEN.search(text[: first.start])):
        return True
    if second.power and not first.power and PER.match(text, first.end):
        return True  # "a loss of $0.05 per share to a profit of $1 million"
    if second.value <= 4 * _in_dollars(first).value:
        return False
    if second.kind == "money" and (BY.search(before) or _is_raised(text[: first.start])):  # "raised by $.03 to $4.12"
        return True
    return first.kind == "percent" and second.kind is None  # "to increase 14% to 1,240 homes"


def _is_raised(before: str) -> bool:
    """Whether guidance is named and moved right in front: "raised our EPS guidance $.03 to $4.12"."""
    raised = RAISED.search(before)
    return raised is not None and raised["what"] is not None


def _fit(first: PrintedNumber, second: PrintedNumber) -> bool:
    kinds = {first.kind, second.kind} - {None, "zero"}
    if first.kind == second.kind == "zero" or (first.kind == "zero" and not kinds):
        return False
    return len(kinds) <= 1 or kinds == {"money", "cents"}


def _range(
    text: str, before: str, first: PrintedNumber, second: PrintedNumber, turn: str | None, bare: bool
) -> Amount | None:
    kind = next((k for k in (second.kind, first.kind) if k not in (None, "zero")), None)
    power = first.power or second.power or 1
    if {first.kind, second.kind} == {"cents", "money"}:
        kind, first, second = "money", _in_dollars(first), _in_dollars(second)
    if first.kind is None and WHOLE_POINTS.search(text, second.start, second.end):
        first = replace(first, value=first.value * 100)
    if kind == "money" and PER.match(text, first.end):
        kind = "share"  # "$0.02 per share to break-even"
    low, high = _powered(first, second, power), _powered(second, first, power)
    down = bool(DOWN.search(before))
    is_first = text[: first.start].strip() in ("", "(") and not first.negative
    if is_first and OPENED.match(text) and CLOSED.match(text, second.start):
        down, turn = True, "decline"  # "(5 - 6)%", "$(18.5 - $20.5)" of a cell
    direction = (turn or "").lower()
    negative_high = second.negative and not _is_dash(text, first, second)
    negative_low = first.negative or (down and (direction != "" or second.kind == "zero" or negative_high))
    negative_high = negative_high or direction in _DOWNWARD or (down and first.kind == "zero")
    if FALLS.match(text, first.end) and RISES.match(text, second.end):  # "a 4% decrease to a 1% increase"
        direction, negative_low = "increase", True
    if first.kind == "zero" and not second.negative and LOWER.match(text, second.end):
        negative_high = True
    signed = bool(direction) or negative_low or negative_high or first.plus or "zero" in (first.kind, second.kind)
    low, high = (-low if negative_low else low), (-high if negative_high else high)
    low, high = min(low, high), max(low, high)
    number = first if first.currency else second
    return _made(text, low, high, "range", kind, power, signed, first.start, second.end, number.currency, bare)


def _is_dash(text: str, first: PrintedNumber, second: PrintedNumber) -> bool:
    """Whether the minus of a range's second end is the dash between the two: "10 -12%", but not "1% to -1%"; of two
    dashes ("5% - -2%") the second is a minus where the range would fall."""
    if second.value < first.value and TWO_DASHES.match(text, second.start):
        return False
    is_beside = not text[first.end : second.start].rstrip("-").strip()
    return second.joined and is_beside and (not first.negative or DASH.match(text, first.end) is not None)


def _in_dollars(number: PrintedNumber) -> PrintedNumber:
    """ "95 cents" of "95 cents to $1.05"."""
    return replace(number, value=number.value / 100) if number.kind == "cents" else number


def _powered(number: PrintedNumber, other: PrintedNumber, power: int) -> Decimal:
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


def _around(text: str, middle: PrintedNumber, tolerance: PrintedNumber, bare: bool) -> Amount | None:
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


def _single(text: str, before: str, number: PrintedNumber, bare: bool) -> Amount | None:
    value = number.value * (number.power or 1)
    before, turns = NEGATIVE.subn("", before)  # "approximately negative 4%"
    negative = number.negative or turns > 0
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
