"""A grid cut into panels: title, headings and the rows of one statement, since one table may print several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.periods import is_period
from pipeline.statements.scale import is_scale_words
from pipeline.statements.titles import is_statement_title, is_title, names_statement, titles_above
from pipeline.statements.words import LENGTH, MARK, NOTE_MARK, PER_SHARE, QUALITY, SHARES, STANDS, TITLES
from pipeline.tables.grid import Grid, GridRow
from pipeline.tables.numbers import is_not_meaningful, read_number
from pipeline.tables.values import is_currency, is_year
from pipeline.tables.words import MONTH, OF_CHANGE, PERIOD_WORDS

_END_OF_BALANCE = re.compile(
    r"total liabilities\b.{0,80}(?:equity|deficit|deficiency|capital|corpus|investment)"
    r"|total liabilities and net assets",
    ANY_CASE,
)
_NO_WORDS = ("", "total")
_LIABILITIES = re.compile(r"\bliabilities\b", ANY_CASE)
_BALANCE_DATA = re.compile(r"(?:\w+ ){0,2}balance sheet (?:data|information)\W*(?:\(.*)?", ANY_CASE)
_SCHEDULE = re.compile(
    r"\bratios\b\W*(?:\(.*)?$"
    r"|^(?=.*\breconcil)(?=.*\b(?:ebitdax?|non-?gaap|adjusted|funds from operations|free cash)\b)"
    r"|^\W*adjustments\b(?!.*\bcash\b).*\bto (?:arrive|derive|determine|get)\b"
    r"|^\W*(?:(?:calculation|computation) of )?(?:funds from operations|(?:ebitdax?|ffo)\b[^.]*:)\W*$",
    ANY_CASE,
)
# What is no part of a statement that has come from net income to the amounts a share.
_OPERATING_DATA = re.compile(
    r"\W*(?:(?:(?:other|additional|selected|key|operating|statistical|financial|supplement(?:al|ary)) ){1,4}"
    r"(?:data|information|statistics|metrics)|units|homes)\W*",
    ANY_CASE,
)
_TOTAL_ASSETS = re.compile(rf"total assets{MARK}", ANY_CASE)
# What is worked out below the amounts a share and the counts of shares.
_MEASURE = re.compile(
    r"\W*(?:adjusted )?(?:ebitda[xr]?|(?:broadcast|free|station) cash flow)\b|.*\(ebitda[xr]?\)"
    r"|\W*(?:net )?cash (?:flows? )?(?:from|provided)\b|\W*capital (?:expenditures|spending)|\W*depreciation\b",
    ANY_CASE,
)
_NET_INCOME = re.compile(r"net (?:\(?(?:income|loss|earnings)\b|profit\b)", ANY_CASE)
_GOES_ON = re.compile(r"dividends?|attributable|allocat|comprehensive|basic|diluted|assuming|share|unit", ANY_CASE)
_OPENING_CASH = re.compile(r"\b(?:beginning|opening|start)\b", ANY_CASE)
_CLOSING_CASH = re.compile(
    r".*\bcash\b.*\b(?:end|ending|close)\b|.*\b(?:ending|closing) (?:cash|balance)\b|\W*(?:at )?end of\b", ANY_CASE
)
_OF_CASH_FLOWS = re.compile(r"\bsupplement|\bnon-?cash\b|\bpaid\b", ANY_CASE)  # told below the closing cash
_ON_A_DAY = re.compile(
    r"\W*(?:at|as of) (?:the )?(?:(?:end of )?(?:the )?(?:year|period|quarter)(?:[ -]end)?"
    rf"|{MONTH.pattern} \d\d?(?:, \d{{4}})?)\W*",
    ANY_CASE,
)
_SENTENCE = re.compile(r"(?:\S+ ){7}.*\.$")  # "NOTE: 1998 cost of sales includes a charge of $410."
_OPEN_COUNT = re.compile(r"\(\d\d")
_DAY = re.compile(r"(?:[12]?\d|3[01]),?")
_ENDS_IN_MONTH = re.compile(rf"\b{MONTH.pattern}$", ANY_CASE)
_AFTER_SHARES = 4  # lines at most that belong to the share counts: Basic, Diluted, dividends


@dataclass(slots=True)
class Panel:
    """Rows of a grid that belong together; `headings` are the heading rows met before each row of numbers."""

    grid: Grid
    title: list[str]
    lines: list[Line] = field(default_factory=list)

    def labels(self) -> list[str]:
        """The labels of its rows of numbers, in printed order."""
        return [line.row.label.text for line in self.lines if not line.is_heading and line.row.label is not None]


@dataclass(slots=True)
class Line:
    """A row of numbers or a heading of rows, and the column headings (a block of rows) in force above it."""

    row: GridRow
    block: int  # index of the heading block in `Panels.blocks`
    is_heading: bool


@dataclass(slots=True)
class Panels:
    """A grid's panels in printed order, and its blocks of column headings, top down."""

    panels: list[Panel]
    blocks: list[list[GridRow]]


def cut(grid: Grid) -> Panels:
    """Cut a grid where a title of another statement stands between rows, and below the end of a balance sheet."""
    blocks: list[list[GridRow]] = [[]]
    panels = [Panel(grid, list(titles_above(grid.above)))]
    after_numbers = False
    pending: list[GridRow] = []  # rows of words since the last numbers
    for row in grid.rows:
        days = not after_numbers and bool(blocks[-1]) and _are_days(row, blocks[-1][-1])
        if days or is_column_heading(row, bool(panels[-1].lines)) or (after_numbers and _heads_rows_of_period(row)):
            if after_numbers:
                titles = [*map(_words, pending), _label(row)]
                names = any(map(names_statement, titles)) or QUALITY.match(titles[-1]) is not None
                goes_on = not pending or any(map(_OF_CASH_FLOWS.search, titles))
                ends_cash = not goes_on and _comes_to_closing_cash(panels[-1])
                to_a_day = _turns_to_a_day(_label(row), panels[-1])
                if names or ends_cash or to_a_day or _turns_to_periods(row, panels[-1]):
                    panels.append(Panel(grid, []))
                blocks.append([above for above in blocks[-1] if above.cells] if to_a_day and not row.cells else [])
                after_numbers = False
            blocks[-1].append(row)
            if not panels[-1].lines:  # what stands above the first heads of columns is no heading of rows
                panels[-1].title.extend(_words(above) for above in pending)
                pending = []
            if row.label is not None and row.cells and (not has_numbers(row) or is_title(row.label.text)):
                panels[-1].title.append(row.label.text)
            continue
        if not has_numbers(row):
            pending.append(row)
            continue
        started = any(not line.is_heading for line in panels[-1].lines)
        _settle(panels, pending, row, len(blocks) - 1, started=started)
        pending = []
        if _MEASURE.match(_label(row)) and _comes_to_counts(panels[-1], len(blocks) - 1):
            panels.append(Panel(grid, []))
        panels[-1].lines.append(Line(row, len(blocks) - 1, is_heading=False))
        after_numbers = True
        if ends_balance(row) or _balances(row, panels[-1]):
            panels.append(Panel(grid, []))
    return Panels([panel for panel in panels if any(not line.is_heading for line in panel.lines)], blocks)


def _heads_rows_of_period(row: GridRow) -> bool:
    """Whether a row's only words name the period of the rows below, in the columns of the rows above."""
    return not row.cells and row.label is not None and is_period(row.label.text)


def _are_days(row: GridRow, above: GridRow) -> bool:
    """Whether the numbers of a row are the days of months that end the heading above, perhaps beside other words; or
    the weeks of a period, in brackets that the row below closes: "(13" above "weeks)"."""
    if row.cells and all(_OPEN_COUNT.fullmatch(cell.text) or OF_CHANGE.match(cell.text) for cell in row.cells):
        return True
    days = {cell.first for cell in row.cells if read_number(cell.text) is not None}
    ends = [cell for cell in above.cells if _ENDS_IN_MONTH.search(cell.text)]
    months = {column for cell in ends for column in range(cell.first, cell.last + 1)}
    are_days = (_DAY.fullmatch(cell.text) for cell in row.cells if cell.first in days)
    return row.label is None and bool(days) and days <= months and all(are_days)


def _settle(panels: list[Panel], pending: list[GridRow], below: GridRow, block: int, *, started: bool) -> None:
    """Give rows of words above a row of numbers their part: title before the first numbers, a new panel's title, or
    headings of rows."""
    for row in pending:
        words = _words(row)
        to_a_day = started and _turns_to_a_day(words, panels[-1])
        if started and (to_a_day or is_statement_title(words) or _is_schedule(words, panels[-1], below)):
            panels.append(Panel(panels[-1].grid, [words]))
            started = False
        elif not started and is_title(words):
            panels[-1].title.append(words)
        elif row.label is not None:
            panels[-1].lines.append(Line(row, block, is_heading=True))


def _words(row: GridRow) -> str:
    return row.label.text if row.label else " ".join(cell.text for cell in row.cells)


def _label(row: GridRow) -> str:
    return row.label.text if row.label else ""


def _is_schedule(words: str, panel: Panel, below: GridRow) -> bool:
    """Whether a heading opens a schedule that is no part of what stands above: of ratios, of all below share counts, of
    the balance sheet below free cash flow."""
    if _SCHEDULE.search(words):
        return True
    if _BALANCE_DATA.fullmatch(words) and any(map(TITLES["reconciliation"].search, panel.title[:1])):
        return True
    labels = [line.row.label.text for line in panel.lines if line.row.label is not None]
    if _OPERATING_DATA.fullmatch(words):
        ends = _comes_to_shares(labels) or any(map(_TOTAL_ASSETS.fullmatch, labels))
        return ends and SHARES.search(_label(below)) is None
    if _GOES_ON.search(words) or is_scale_words(words):
        return False
    for label in labels[: -_AFTER_SHARES - 2 : -1]:  # from the last one up to the share counts
        if SHARES.search(label) and not PER_SHARE.match(label) and not _NET_INCOME.match(label):
            return any(PER_SHARE.search(label) for label in labels)
        if not _GOES_ON.search(label):
            return False
    return False


def _turns_to_periods(row: GridRow, panel: Panel) -> bool:
    """Whether column headings name lengths below what stands on a day, or tells of loans, and before any result."""
    labels = panel.labels()
    stands = any(map(STANDS.fullmatch, labels)) or any(map(QUALITY.match, panel.title))
    return stands and any(LENGTH.search(cell.text) for cell in row.cells) and not any(map(_NET_INCOME.match, labels))


def _turns_to_a_day(words: str, panel: Panel) -> bool:
    """Whether words below net income head what stands on a day: "AT YEAR END:"."""
    return _ON_A_DAY.fullmatch(words) is not None and any(map(_NET_INCOME.match, panel.labels()))


def _comes_to_closing_cash(panel: Panel) -> bool:
    """Whether a panel holds the cash at the beginning of a period and ends in that at its end."""
    *above, last = ["", *panel.labels()]
    return _CLOSING_CASH.match(last) is not None and any(map(_OPENING_CASH.search, above))


def _comes_to_counts(panel: Panel, block: int) -> bool:
    """Whether a statement has, below the headings in force, come to its amounts a share and to their shares."""
    labels = [line.row.label.text for line in panel.lines if line.row.label is not None and line.block == block]
    counts = (label for label in labels if SHARES.search(label) and not PER_SHARE.search(label))
    return _comes_to_shares(labels) and any(counts)


def _comes_to_shares(labels: Sequence[str]) -> bool:
    """Whether labels lead from net income to amounts a share."""
    result = next((n for n, label in enumerate(labels) if _NET_INCOME.match(label)), len(labels))
    return any(PER_SHARE.search(label) for label in labels[result + 1 :])


def ends_balance(row: GridRow) -> bool:
    """Whether a row is the last of a balance sheet: total liabilities and equity."""
    return row.label is not None and _END_OF_BALANCE.search(row.label.text) is not None


def _balances(row: GridRow, panel: Panel) -> bool:
    """Whether a total without words repeats that of the assets, below liabilities: a balance sheet ends with it."""
    if _label(row).lower() not in _NO_WORDS:
        return False
    labels = [_label(line.row).lower() for line in panel.lines]
    liabilities = next((n for n, label in enumerate(labels) if _LIABILITIES.search(label)), 0)
    assets = zip(labels[:liabilities], panel.lines, strict=False)
    totals = (line.row for label, line in assets if not line.is_heading and label in (*_NO_WORDS, "total assets"))
    return any(_amounts(total) == _amounts(row) for total in totals)


def _amounts(row: GridRow) -> list[Decimal]:
    return [number.value for cell in row.cells if (number := read_number(cell.text)) is not None]


def has_numbers(row: GridRow) -> bool:
    """Whether a row prints a number (or a dash, or "n/m") in a column of numbers."""
    return any(read_number(cell.text) is not None or is_not_meaningful(cell.text) for cell in row.cells)


def is_column_heading(row: GridRow, started: bool) -> bool:
    """Whether a row heads columns: years alone, dates, "Three Months Ended"; no amounts."""
    if not row.cells:
        return False
    label = row.label.text if row.label else ""
    # "(1)" below a date, also beside "(unaudited)", is a footnote's; so is that of "US$ (1)".
    marks = not started and (not label or "unaudited" in label.lower() or is_scale_words(label))
    if any(
        read_number(cell.text) is not None
        and not (is_year(cell.text) or (marks and (NOTE_MARK.fullmatch(cell.text) or is_currency(cell.text))))
        for cell in row.cells
    ):
        return False
    years = all(is_year(cell.text) for cell in row.cells)
    words = " ".join(cell.text for cell in row.cells)
    if years:
        return not label or bool(PERIOD_WORDS.search(label)) or is_scale_words(label) or not started
    if started and (not PERIOD_WORDS.search(words) or _SENTENCE.match(words)):
        return False
    return not all(is_not_meaningful(cell.text) for cell in row.cells)
