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
    MOST,
    NEGATIVE,
    OF_LEVEL,
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
    WITHIN,
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
    is_ahead: bool = False  # the tolerance: "within 2% of $10 million"
    turn: str = ""


def turned(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The ends of an amount that is a loss or a decline, printed without a sign."""
    return (None if high is None else -high), (None if low is None else -low)


def amounts(text: str, *, bare: bool = False) -> list[Amount]:
    """Amounts in printed order. Without `bare`, a number with neither sign, unit nor power is a count."""
    printed = numbers(text, bare=bare)
    reader = _Reader(text, bare)
    found: list[Amount] = []
    place = 0
    while place < len(printed):
        first, second = printed[place], printed[place + 1] if place + 1 < len(printed) else None
        tie = None if second is None else reader.tie(first, second)
        if second is not None and tie is not None:
            found.append(reader.of_two(first, second, tie))
            place += 2
            continue
        if first.kind != "zero":
            found.append(reader.single(first))
        place += 1
    return found


class _Reader(NamedTuple):
    """Makes amounts of the numbers of a text, by the words around them."""

    text: str
    bare: bool

    def tie(self, first: PrintedNumber, second: PrintedNumber) -> _Tie | None:
        """What makes one amount of two numbers; null where they are two."""
        gap = self.text[first.end : second.start]
        unit = UNIT.match(gap)  # "150 MBOEPD to 155 MBOEPD", "$9/Bbl to $11/Bbl"
        if unit is not None and self.text.startswith(unit["of"], second.end):
            gap = gap[unit.end() :]
        if first.kind != "zero" and TOLERANCE.fullmatch(gap):
            return _Tie(is_tolerance=True)
        if OF_LEVEL.fullmatch(gap) and WITHIN.search(self.text, 0, first.start):
            return _Tie(is_tolerance=True, is_ahead=True)
        if not _fit(first, second):
            return None
        if OR.fullmatch(gap) and first.value < second.value <= first.value * _NEAR:
            return _Tie()
        turn = TO.fullmatch(gap)
        if turn is not None and not self._is_no_range(first, second, turn):
            return _Tie(turn=(turn["turn"] or "").lower())
        return _Tie() if second.joined and not gap.strip() else None

    def of_two(self, first: PrintedNumber, second: PrintedNumber, tie: _Tie) -> Amount:
        """The amount of two numbers so tied."""
        if tie.is_ahead:
            return replace(self.around(second, first), start=first.start, end=second.end)
        return self.around(first, second) if tie.is_tolerance else self.between(first, second, tie.turn)

    def between(self, first: PrintedNumber, second: PrintedNumber, turn: str) -> Amount:
        """The amount between two numbers, the second of which "to" may `turn`."""
        if {first.kind, second.kind} == {"cents", "money"}:
            first, second = _in_dollars(first), _in_dollars(second)
        kind = next((k for k in (second.kind, first.kind) if k not in (None, "zero")), None)
        if first.kind is None and WHOLE_POINTS.search(self.text, second.start, second.end):
            first = replace(first, value=first.value * 100)
        if kind == "money" and PER.match(self.text, first.end):
            kind = "share"  # "$0.02 per share to break-even"
        power = first.power or second.power or 1
        falls_from, falls_to, is_signed = self._signs(first, second, turn)
        ends = (
            (-1 if falls_from else 1) * _powered(first, second, power),
            (-1 if falls_to else 1) * _powered(second, first, power),
        )
        of = replace(first, kind=kind, power=power, currency=first.currency or second.currency)
        return self._made(of, min(ends), max(ends), "range", end=second.end, is_signed=is_signed)

    def around(self, middle: PrintedNumber, tolerance: PrintedNumber) -> Amount:
        """ "$100 million, plus or minus 2%": worked out."""
        by = tolerance.value * (tolerance.power or (middle.power if tolerance.kind == middle.kind else None) or 1)
        if tolerance.kind == "cents" and middle.kind == "money":
            by /= 100
        elif tolerance.kind == "percent" and middle.kind != "percent":
            by = middle.in_full * tolerance.value / 100
        elif tolerance.kind == "points" and middle.kind == "percent":
            by = tolerance.value / 100
        value = -middle.in_full if middle.negative else middle.in_full
        return self._made(middle, value - by, value + by, "range", end=tolerance.end, is_signed=middle.negative)

    def single(self, number: PrintedNumber) -> Amount:
        """The amount that a number is alone, with a tolerance in words."""
        points = POINTS.match(self.text, number.end) if number.kind == "percent" else None
        if points is not None:
            by = Decimal(2 if points["two"] else 1)
            return self.around(
                number, replace(number, value=by, negative=False, start=points.start(), end=points.end())
            )
        before, turns = NEGATIVE.subn("", self._before(number))  # "approximately negative 4%"
        is_negative = number.negative or turns > 0
        value = -number.in_full if is_negative else number.in_full
        form = self._form(number, before)
        low, high = (None if form == "at_most" else value), (None if form == "at_least" else value)
        return self._made(number, low, high, form, end=number.end, is_signed=is_negative or number.plus)

    def _before(self, number: PrintedNumber) -> str:
        return self.text[max(0, number.start - _BEFORE) : number.start]

    def _form(self, number: PrintedNumber, before: str) -> str:
        """Whether a number is a bound, or about what is expected."""
        if DENIED.search(before):
            return "at_most"
        if LEAST.search(before) or OR_MORE.match(self.text, number.end):
            return "at_least"
        if MOST.search(before) or OR_LESS.match(self.text, number.end):
            return "at_most"
        return "approximate" if self.text[number.start] in "~≈" or ABOUT.search(before) else "point"

    def _is_no_range(self, first: PrintedNumber, second: PrintedNumber, turn: re.Match[str]) -> bool:
        """Whether "to" or "and" joins no ends: it leads to where the first number moves something, or to another
        amount."""
        if second.value < first.value and REVISED_FROM.search(self.text, 0, first.start):
            return True
        before = self._before(first)
        if turn["and"] and not (BETWEEN.search(before) or AND_BETWEEN.search(self.text[: first.start])):
            return True
        if second.power and not first.power and PER.match(self.text, first.end):
            return True  # "a loss of $0.05 per share to a profit of $1 million"
        if first.power and not second.power and PER.match(self.text, second.end):
            return True  # "$5 million and a net loss of $0.10 per share"
        if second.value <= 4 * _in_dollars(first).value:
            return False
        if second.kind == "money" and (BY.search(before) or self._is_raised(first)):  # "raised by $.03 to $4.12"
            return True
        return first.kind == "percent" and second.kind is None  # "to increase 14% to 1,240 homes"

    def _is_raised(self, number: PrintedNumber) -> bool:
        """Whether guidance is named and moved right in front: "raised our EPS guidance $.03 to $4.12"."""
        raised = RAISED.search(self.text[: number.start])
        return raised is not None and raised["what"] is not None

    def _signs(self, first: PrintedNumber, second: PrintedNumber, turn: str) -> tuple[bool, bool, bool]:
        """Whether either end of a range is negative, and whether it is told which sign they have."""
        text = self.text
        down = DOWN.search(self._before(first)) is not None
        is_first = text[: first.start].strip() in ("", "(") and not first.negative
        if is_first and OPENED.match(text) and CLOSED.match(text, second.start):
            down, turn = True, "decline"  # "(5 - 6)%", "$(18.5 - $20.5)" of a cell
        falls_to = second.negative and not self._is_dash(first, second)
        falls_from = first.negative or (down and (turn != "" or second.kind == "zero" or falls_to))
        falls_to = falls_to or turn in _DOWNWARD or (down and first.kind == "zero")
        if FALLS.match(text, first.end) and RISES.match(text, second.end):
            falls_from = True  # "a 4% decrease to a 1% increase"
        if first.kind == "zero" and not second.negative and FALLS.match(text, second.end):
            falls_to = True
        if first.kind == "money" and not turn and NEGATIVE.search(self._before(first)):
            falls_from = True  # "negative $35-$60 million", but "negative $5 million to $3 million", "to break-even"
            falls_to = falls_to or (second.kind != "zero" and second.in_full > first.in_full)
        is_told = turn != "" or falls_from or falls_to or first.plus or "zero" in (first.kind, second.kind)
        return falls_from, falls_to, is_told

    def _is_dash(self, first: PrintedNumber, second: PrintedNumber) -> bool:
        """Whether the minus of a range's second end is the dash between the two: "10 -12%", but not "1% to -1%"; of two
        dashes ("5% - -2%") the second is a minus where the range would fall."""
        if second.value < first.value and TWO_DASHES.match(self.text, second.start):
            return False
        is_beside = not self.text[first.end : second.start].rstrip("-").strip()
        return second.joined and is_beside and (not first.negative or DASH.match(self.text, first.end) is not None)

    def _made(
        self, of: PrintedNumber, low: Decimal | None, high: Decimal | None, form: str, *, end: int, is_signed: bool
    ) -> Amount:
        """The amount that begins with a number, and takes its kind, power and currency, up to `end`."""
        kind, per = of.kind, None
        if kind == "cents":
            kind, low, high = "share", low and low / 100, high and high / 100
        if kind in ("money", "share", None):
            if PER.match(self.text, end):
                kind = "share" if kind or self.bare else "count"
            elif kind is not None and (rate := RATE.match(self.text, end)):  # "8.2 cents per ASM"
                kind, per = "rate", rate["of"]
        has_power = of.power not in (None, 1)
        is_scaled = has_power or any(abs(value) >= 1000 for value in (low, high) if value is not None)
        return Amount(
            low, high, form, kind or "count", is_scaled, is_signed, of.start, end, of.currency or "USD", per, has_power
        )


def _fit(first: PrintedNumber, second: PrintedNumber) -> bool:
    """Whether two numbers may be of one kind."""
    kinds = {first.kind, second.kind} - {None, "zero"}
    if first.kind == second.kind == "zero" or (first.kind == "zero" and not kinds):
        return False
    return len(kinds) <= 1 or kinds == {"money", "cents"}


def _in_dollars(number: PrintedNumber) -> PrintedNumber:
    """ "95 cents" of "95 cents to $1.05"."""
    return replace(number, value=number.value / 100, kind="money") if number.kind == "cents" else number


def _powered(number: PrintedNumber, other: PrintedNumber, power: int) -> Decimal:
    """A range's end in whole units, with the power of the other end where it prints none: "$1,050 to $1,080 million",
    "$950 to $1.1 billion" (of millions)."""
    if number.power or power == 1:
        return number.in_full
    largest = other.value * power
    if number.value * power <= 100 * largest:
        return number.value * power
    if number.value * power <= 10_000 * largest:
        return number.value * (power // 1000)
    return number.value
