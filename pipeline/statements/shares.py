"""By what printed counts of shares are multiplied, where words leave it open: income over shares makes the EPS, and
equity the book value."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import product

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.lines.read import NumberLine
from pipeline.statements.scale import Scale, read_scale

_POWERS = (1, 1_000, 1_000_000)
_TOLERANCE = Decimal("0.0055")  # half a cent, and the rounding of income
_TOO_MANY = 20 * 10**9  # shares, more than all but a few companies have: these are printed in full
_NEAR = 2  # times as much, where nothing agrees: preferred dividends, another count of shares
_INCOME = re.compile(
    r"net (?:\(?loss\)?|income|earnings|profit|(?:\(?(?:in|de)crease\)?\s)+in net assets)\b"
    r"(?!.*\battributable to (?:the )?(?:non-?\s?controlling|minority)\b)"
    r"|(?:profit|income|loss\)?) for the (?:period|year|quarter)\b",
    ANY_CASE,
)

_EQUITY = re.compile(r"(?:total )?(?:common )?(?:stock|share)holders?['’]? equity\W*$", ANY_CASE)
_BOOK_VALUE = re.compile(r"book value\b", ANY_CASE)


def shares_scale(lines: Sequence[NumberLine], scale: Scale) -> int:
    """What the words beside the counts say ("in thousands"), else the power of thousand under which most columns agree.

    The words above the table stand where no column tells.

    `lines` are a statement's, with those of the table above if the statement goes on from it.
    """
    counted = [line for line in lines if line.measure == "shares"]
    if not counted:
        return scale.shares
    own = (read_scale(f"{line.section or ''} {line.label}", "column") for line in counted)
    if beside := next(filter(None, own), None):
        return beside.shares
    votes = _votes(lines, scale, _agree) or _votes(lines, scale, _are_near)
    if not votes:
        most = max((number.value for line in counted for _, number in line.numbers), default=0)
        return scale.shares if most * scale.shares < _TOO_MANY else 1
    if votes[scale.shares] == max(votes.values()):
        return scale.shares
    return votes.most_common(1)[0][0]


def _votes(
    lines: Sequence[NumberLine], scale: Scale, holds: Callable[[Decimal, Decimal, Decimal, Scale], bool]
) -> Counter[int]:
    """How many columns hold under each power of thousand."""
    votes: Counter[int] = Counter()
    incomes, per_share = _by_column(lines, "money", _INCOME), _by_column(lines, "per_share")
    equities, book_values = _by_column(lines, "money", _EQUITY), _by_column(lines, "per_share", _BOOK_VALUE)
    for column, counts in _by_column(lines, "shares").items():
        pairs = list(product(incomes.get(column, ()), per_share.get(column, ())))
        pairs += product(equities.get(column, ()), book_values.get(column, ()))
        for power in _POWERS:
            if any(holds(income * scale.amounts, eps, counts[0] * power, scale) for income, eps in pairs):
                votes[power] += 1
    return votes


def _are_near(income: Decimal, eps: Decimal, shares: Decimal, scale: Scale) -> bool:
    """Whether income over shares makes about the EPS."""
    made = abs(eps * shares)
    return scale.amounts <= made <= abs(income) * _NEAR and abs(income) <= made * _NEAR


def _agree(income: Decimal, eps: Decimal, shares: Decimal, scale: Scale) -> bool:
    """Whether income over shares makes the EPS; less than one of the amounts tells nothing, as any income would do."""
    made = eps * shares
    return abs(made) >= scale.amounts and abs(income - made) <= _TOLERANCE * shares + scale.amounts


def _by_column(
    lines: Sequence[NumberLine], measure: str, label: re.Pattern[str] = re.compile("")
) -> dict[tuple[int, int], list[Decimal]]:
    """The numbers other than zero of such lines, by block of headings and column."""
    found: dict[tuple[int, int], list[Decimal]] = defaultdict(list)
    for line in lines:
        if line.measure == measure and label.search(line.label):
            for cell, number in line.numbers:
                if number.value:
                    found[line.line.block, cell.first].append(number.value)
    return found
