"""Which statement a panel is, by its title and by lines that only one kind of statement prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.filing.dates import YEAR_ALONE
from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import AnyOf
from pipeline.statements.column_words import NOT_ACTUAL
from pipeline.statements.line_words import ADJUSTED, LINES, PER_SHARE
from pipeline.statements.panels.panel import Panel
from pipeline.statements.title_words import BELOW, BY_EQUITY, CASH_FLOWS, CONSOLIDATED, NOT_WHOLE, TITLES
from pipeline.tables.grid import GridRow
from pipeline.tables.numbers import read_number

ENOUGH = {"income": 4, "balance": 4, "cash_flow": 3}  # kinds of lines that make a statement without a title
FEW = 2  # with a title
UNTITLED = 0.6  # the least score at which a panel without a title is a statement
NOT_OWN = ("reconciliation", "segment", "guidance")
NET_INCOME = re.compile(
    r"\W*(?:(?:consolidated )?net \(?(?:income|loss|earnings|profit)\b(?! from\b)"
    r"|(?:profit|loss)\b.* for the (?:period|year)\b)",
    ANY_CASE,
)

_KINDS = [(name, n, re.compile(line, ANY_CASE)) for name, lines in LINES.items() for n, line in enumerate(lines)]
_ANY = AnyOf((line for lines in LINES.values() for line in lines), at_start=True)
_SEGMENTS = re.compile(r"\bsegment\b", ANY_CASE)  # a heading of rows: "Segment profit (loss):"
_COMPREHENSIVE = re.compile(r"\bcomprehensive\b", ANY_CASE)
_IN_A_NOTE = re.compile(r"\b(?:is|are|was|were|accounted|carried|(?:in|ex)clud(?:es?|ed|ing)|represents?)\b", ANY_CASE)
_LEADING = re.compile(r"^[\W\d]+")
_AMOUNT = re.compile(r"[$€£] ?(?!000)\.?\d|\d ?%")
_FORECAST = re.compile(r"\b(?:forecast|projected|estimates? for)\b", ANY_CASE)  # more than the heading of an outlook
_TO_COME = re.compile(r"\b(?:ending|low|high|range|mid-?point)\b", ANY_CASE)
_LASTED = re.compile(r"\b(?:months?|weeks|quarters?|ended)\b", ANY_CASE)  # years alone may be those of the outlook
_LEADS_TO_TABLE = re.compile(r"\b(?:follow\w*|below|shown|comput\w+|calculat\w+|reconcil\w*)\b", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Class:
    """A panel's class with its score (0 to 1) and the evidence in words."""

    name: str
    score: float
    reasons: tuple[str, ...]
    titled: bool  # a title names the class


def classify(panel: Panel, heads: Sequence[GridRow]) -> Class:
    """The class of a panel below such headings of columns; `other` where neither title nor lines speak."""
    titles = _titles(panel)
    found = kinds_of_lines(panel)
    reasons = [f"title: {name}" for name in titles]
    reasons += [f"{count} kinds of {name} lines" for name, count in found.items() if count]

    if _is_of_percentages(panel):
        return Class("other", 0.0, (*reasons, "numbers: percentages"), titled=False)
    if any(_SEGMENTS.search(line.row.label.text) for line in panel.lines if line.is_heading and line.row.label):
        return Class("segment", 0.7, (*reasons, "heading: segment"), titled=False)
    if _is_not_of_the_whole(panel.title):
        return Class("segment", 0.8, (*reasons, "title: not of the whole company"), titled=True)
    excluded = next((name for name in titles if name in NOT_OWN and not _is_beside(name, panel, found, heads)), None)
    statement = _statement(titles, found)
    if excluded and not (statement and statement in titles and titles[0] == statement):
        return Class(excluded, 0.8, tuple(reasons), titled=True)
    if statement == "income" and _is_of_comprehensive_income(panel):
        return Class("equity", 0.7, (*reasons, "lines: from net income to comprehensive income"), titled=True)
    if statement and "highlights" in titles and statement not in titles:
        return Class("highlights", 0.7, tuple(reasons), titled=True)
    if statement:
        score, titled = round(min(1.0, found[statement] / (2 * ENOUGH[statement])), 2), statement in titles
        if not titled and score < UNTITLED and _ends_adjusted(panel):
            return Class("reconciliation", score, (*reasons, "last line: adjusted"), titled=False)
        return Class(statement, score, tuple(reasons), titled=titled)
    if "equity" in titles or "highlights" in titles:
        return Class("equity" if "equity" in titles else "highlights", 0.5, tuple(reasons), titled=True)
    return Class("other", 0.0, tuple(reasons), titled=False)


def _is_of_percentages(panel: Panel) -> bool:
    """Whether each number is a percentage: a statement in shares of its first line prints no amounts."""
    cells = (cell.text for line in panel.lines if not line.is_heading for cell in line.row.cells)
    kinds = (number.kind for text in cells if (number := read_number(text)) is not None and not number.is_dash)
    return next(kinds, None) == "percent" and all(kind == "percent" for kind in kinds)


def _ends_adjusted(panel: Panel) -> bool:
    """Whether the last line with a label is a figure that is no measure of accounting rules."""
    last = next((line.row.label for line in reversed(panel.lines) if line.row.label is not None), None)
    return last is not None and ADJUSTED.match(last.text) is not None


def _is_not_of_the_whole(title: Sequence[str]) -> bool:
    """Whether the title says that the statement is not of the whole company; a note above it says nothing."""
    lines = [line for line in title if not line.endswith(".") and not _IN_A_NOTE.search(line)]
    by_equity = any(map(BY_EQUITY.search, lines)) and not any(map(CONSOLIDATED.search, lines))
    return by_equity or any(map(NOT_WHOLE.search, lines))


def _is_of_comprehensive_income(panel: Panel) -> bool:
    """Whether the lines begin with net income, go on to comprehensive income and come to nothing a share."""
    labels = panel.labels()
    begins = bool(labels) and NET_INCOME.match(labels[0]) is not None
    return begins and any(map(_COMPREHENSIVE.search, labels)) and not any(map(PER_SHARE.search, labels))


def _titles(panel: Panel) -> list[str]:
    """The classes that the title's lines name, nearest to the numbers first, each once."""
    named: list[str] = []
    for line in reversed(panel.title):
        named += [name for name in _named(line) if name not in named]
    return named


@lru_cache(maxsize=1024)  # a release prints its name and its scale above each table
def _named(line: str) -> tuple[str, ...]:
    titles = (TITLES["income"], TITLES["balance"], CASH_FLOWS)
    if title := next(filter(None, (pattern.search(line) for pattern in titles)), None):
        line = line[: title.end()] + BELOW.sub("", line[title.end() :])
    return tuple(name for name, pattern in TITLES.items() if pattern.search(line) and not _is_told(name, line))


def _is_told(name: str, line: str) -> bool:
    """Whether a line tells a figure and names no table: "Forecast raised to $2.22", "EBITDA rose to $6.1 million."."""
    if name not in ("guidance", "reconciliation") or not _AMOUNT.search(line):
        return False
    return name == "guidance" or (line.endswith(".") and not _LEADS_TO_TABLE.search(line))


def _is_beside(name: str, panel: Panel, found: dict[str, int], heads: Sequence[GridRow]) -> bool:
    """Whether an outlook told above a panel, perhaps in a list, is of another thing: the panel prints most lines of a
    statement, of periods of two years that say how long they lasted."""
    if name != "guidance" or max(found[of] / (2 * ENOUGH[of]) for of in found) < UNTITLED:
        return False
    told = " ".join(cell.text for row in heads for cell in (row.label, *row.cells) if cell is not None)
    if NOT_ACTUAL.search(told) or _TO_COME.search(told) or not _LASTED.search(told):
        return False
    years = set(YEAR_ALONE.findall(told))
    return len(years) > 1 and not any(_FORECAST.search(line) or _LEADS_TO_TABLE.search(line) for line in panel.title)


def _statement(titles: list[str], found: dict[str, int]) -> str | None:
    best = max(found, key=lambda name: found[name] / ENOUGH[name])
    for name in titles:
        if name in found and found[name] >= FEW and found[name] * 2 >= found[best]:
            return name
    return best if found[best] >= ENOUGH[best] else None


def kinds_of_lines(panel: Panel) -> dict[str, int]:
    """How many kinds of each statement's lines a panel prints."""
    kinds = {kind for line in panel.lines if line.row.label is not None for kind in _kinds(line.row.label.text)}
    return {name: sum(of == name for of, _ in kinds) for name in LINES}


@lru_cache(maxsize=1 << 13)  # companies share most of their labels
def _kinds(label: str) -> tuple[tuple[str, int], ...]:
    """The kinds of lines, of any statement, that a label is of."""
    words = _LEADING.sub("", label)
    near = (_KINDS[number] for number in _ANY.may_hold(words))
    return tuple((name, n) for name, n, pattern in near if pattern.match(words))
