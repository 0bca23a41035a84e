"""Cells of a table of outlook: one that holds two values, of two periods, bases or metrics; two that are the ends of a
range."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amounts import Amount, amounts
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.periods import Guided, guided_period
from pipeline.tables.grid import GridCell

BASES = re.compile(r"(?P<non>non-)?\bgaap:\s", ANY_CASE)  # of the values in a cell
_PERIOD_AHEAD = re.compile(
    r"\b(?P<period>(?:full[- ]year|fiscal|fy|(?:first|second|third|fourth)[- ]quarter|q[1-4]|[1-4]q)\b[^:$%]{0,30}):\s",
    ANY_CASE,
)
_ON_SHARES = re.compile(
    r"\b(?:using|based on|assuming|on) (?P<count>(?:approximately |about |~ ?)?\d[\d.,]*(?: million|,\d{3},\d{3})) "
    r"(?P<of>(?:(?:weighted|average|basic|fully|diluted|common|ordinary|outstanding)[ -]){0,4}shares)\b"
    r"(?! (?:\w+ ){0,2}(?:(?:re)?purchased|bought|issued|sold)\b)",
    ANY_CASE,
)
_WORD = re.compile(r"[a-z]{2}", ANY_CASE)
_SIGN_BETWEEN = re.compile(r"[+±/]")
_SLASH = re.compile(r"\s+/\s*|(?<=[%\w])/\s+")
_OF_FIRST = re.compile(r"%?\s?(?:margin|growth)\s?%?", ANY_CASE)
_BASIS = re.compile(r"(?:us )?gaap|reported", ANY_CASE)  # "GAAP / Non-GAAP EPS"
_ALSO = re.compile(r"(?P<first>.*\w)\s\((?P<second>%?\s?(?:margin|growth))\)", ANY_CASE)  # "EBITDA (margin)"
_IN_BRACKETS = re.compile(r"(?P<first>[^(]*\d[^(]*?)\s*\((?P<second>[^()]*\d\s?%)\)")


class Value(NamedTuple):
    """What a cell prints of one metric: its own period, its basis (empty where none is told), its label, its words."""

    period: Guided | None
    basis: str
    label: str
    printed: str


def values_of(label: str, printed: str, clock: Clock) -> list[Value]:
    """The values of a cell."""
    return [
        Value(period, basis, *value)
        for period, of_period in by_period(printed, clock)
        for basis, told in _by_basis(of_period)
        for value in (*_by_metric(label, told), *_shares_beside(label, told))
    ]


def _shares_beside(label: str, printed: str) -> list[tuple[str, str]]:
    """The shares that earnings are told on, with their label: "$0.31 using 46.0 million diluted shares"."""
    told = _ON_SHARES.search(printed) or _ON_SHARES.search(label)
    return [(told["of"], told["count"])] if told else []


def by_period(printed: str, clock: Clock) -> list[tuple[Guided | None, str]]:
    """What a cell prints behind each period and its colon ("Full year 2012: $7.40 Second quarter: $2.10"), or all of it
    without one."""
    marks = [(mark, guided_period(mark["period"], clock)) for mark in _PERIOD_AHEAD.finditer(printed)]
    if not marks or marks[0][0].start() > 0 or not all(period for _, period in marks):
        return [(None, printed)]
    ends = [*(mark.start() for mark, _ in marks[1:]), len(printed)]
    return [(period, printed[mark.end() : end].strip(" ;,")) for (mark, period), end in zip(marks, ends, strict=True)]


def are_ends(text: str, first: GridCell, second: GridCell) -> bool:
    """Whether two cells below one heading print a single amount each and no word beside it ("37% last year"), both of
    one kind, and the lower one first, as the ends of a range are."""
    if _SIGN_BETWEEN.search(text, first.end, second.start):
        return False  # "$0.94 +/- $0.07"
    found = [amounts(cell.text, bare=True) for cell in (first, second)]
    if any(len(told) != 1 for told in found):
        return False
    (low,), (high,) = found
    if not (_is_alone(first, low) and _is_alone(second, high)):
        return False
    if low.kind != high.kind or low.low is None or high.low is None:
        return False
    return low.low == low.high and high.low == high.high and (low.low <= high.low or high.low < 0)


def _is_alone(cell: GridCell, amount: Amount) -> bool:
    return not _WORD.search(f"{cell.text[: amount.start]} {cell.text[amount.end :]}")


def _by_basis(printed: str) -> list[tuple[str, str]]:
    """The values of a cell by the basis in front of each ("GAAP: $1.00 Non-GAAP: $1.20"), or all as one without."""
    marks = list(BASES.finditer(printed))
    if not marks or marks[0].start() > 0:
        return [("", printed)]
    ends = [*(mark.start() for mark in marks[1:]), len(printed)]
    return [
        ("non_gaap" if mark["non"] else "gaap", printed[mark.end() : end].strip(" ;,|"))
        for mark, end in zip(marks, ends, strict=True)
    ]


def _by_metric(label: str, printed: str) -> list[tuple[str, str]]:
    """The values of a cell, each with its label, where both name two: "EBITDA / margin", "$20 million / 18%"."""
    names, values = _two(label, _ALSO), _two(printed, _IN_BRACKETS)
    if len(names) != 2 or len(values) != 2 or not all(any(map(str.isdigit, value)) for value in values):
        return [(label, printed)]
    if _OF_FIRST.fullmatch(names[1]):
        names[1] = f"{names[0]} {names[1].strip(' %')}"
    elif _BASIS.fullmatch(names[0]) and (of_both := metrics(names[1])):
        names[0] = f"{names[0]} {of_both[-1].words}"
    return list(zip(names, values, strict=True)) if all(map(metrics, names)) else [(label, printed)]


def _two(text: str, in_brackets: re.Pattern[str]) -> list[str]:
    """What a slash parts, or brackets."""
    also = in_brackets.fullmatch(text)
    return [also["first"], also["second"]] if also else _SLASH.split(text)
