"""Where one statement of a grid ends and another begins, by what the first has come to and the words below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import LENGTH, MARK, PER_SHARE, QUALITY, SHARES, STANDS
from pipeline.statements.panels.panel import Panel
from pipeline.statements.panels.rows import amounts_of, label_of, words_of
from pipeline.statements.panels.titles import names_statement
from pipeline.statements.scale import is_scale_words
from pipeline.statements.title_words import ON_A_DAY, TAKEN, TITLES
from pipeline.tables.grid import GridRow

_END_OF_BALANCE = re.compile(
    r"total liabilities\b.{0,80}(?:equity|deficit|deficiency|capital|corpus|investment)"
    r"|total liabilities and net assets",
    ANY_CASE,
)
_NO_WORDS = ("", "total")
_LIABILITIES = re.compile(r"\bliabilities\b", ANY_CASE)
_EARNED_A_SHARE = re.compile(rf"(?=.*\b(?:earnings|income|loss|eps)\b).*(?:{PER_SHARE.pattern})", ANY_CASE)
_RATIOS = re.compile(r"\bratios\b\W*(?:\(.*)?$", ANY_CASE)
_SCHEDULE = re.compile(
    rf"{_RATIOS.pattern}"
    r"|^(?=.*\breconcil)(?=.*\b(?:ebitdax?|non-?gaap|adjusted|funds from operations|free cash)\b)"
    r"|^\W*adjustments\b.*\bto (?:arrive at|derive|determine|get to) (?:ebitdax?\b|ffo\b"
    r"|funds from operations\b|(?:adjusted|core|operating|taxable) (?:net )?(?:income|earnings|loss|profit)\b)"
    r"|^\W*(?:(?:calculation|computation) of )?(?:funds from operations|(?:ebitdax?|ffo)\b[^.]*:)\W*$",
    ANY_CASE,
)
# Below the amounts a share: what of the costs above is no cash.
_PAID_IN_STOCK = re.compile(r"\b(?:stock|share|equity|unit)(?:[ -]?based)? compensation\b", ANY_CASE)
# What is no part of a statement that has come from net income to the amounts a share.
_OPERATING_DATA = re.compile(
    r"\W*(?:(?:(?:other|additional|selected|key|operating|statistical|financial|supplement(?:al|ary)) ){1,4}"
    r"(?:data|information|statistics|metrics)|units|homes)\W*",
    ANY_CASE,
)
_TOTAL_ASSETS = re.compile(rf"total assets{MARK}", ANY_CASE)
# What is worked out below the amounts a share and the counts of shares.
_MEASURE = re.compile(
    r"\W*(?:adjusted )?(?:ebitda[xr]?|(?:ffo|funds from operations)(?! per)|(?:broadcast|free|station) cash flow)\b"
    r"|.*\(ebitda[xr]?\)|\W*(?:net )?cash (?:flows? )?(?:from|provided)\b|\W*capital (?:expenditures|spending)"
    r"|\W*depreciation\b",
    ANY_CASE,
)
_RESULT = r"net \(?(?:income|loss|earnings)\b"
_AS_REPORTED = re.compile(  # what a reconciliation begins with
    rf"\W*(?:(?:(?:us )?gaap|(?:as )?reported) {_RESULT}|{_RESULT}.*\b(?:as reported|gaap)\b)", ANY_CASE
)
_NET_INCOME = re.compile(rf"{_RESULT}|net profit\b", ANY_CASE)
_GOES_ON = re.compile(r"dividends?|attributable|allocat|comprehensive|basic|diluted|assuming|share|unit", ANY_CASE)
_OPENING_CASH = re.compile(r"\b(?:beginning|opening|start)\b", ANY_CASE)
_CLOSING_CASH = re.compile(
    r".*\bcash\b.*\b(?:end|ending|close)\b|.*\b(?:ending|closing) (?:cash|balance)\b|\W*(?:at )?end of\b", ANY_CASE
)
_OF_CASH_FLOWS = re.compile(  # told below the closing cash, by a heading; no sentence
    r"(?!.*\.\W*$).*\b(?:supplement(?:al|ary)|non-?cash|paid|continued)\b", ANY_CASE
)
_STANDS_ON_A_DAY = re.compile(rf"\W*{ON_A_DAY}", ANY_CASE)
_BALANCE_DATA = re.compile(  # "Balance sheet data:", "Financial position at December 31"
    r"(?:(?:\w+ ){0,2}balance sheet (?:data|information)"
    rf"|{TAKEN}financial (?:position|condition)(?: data| information)?)\W*(?:{ON_A_DAY})?(?:\(.*)?",
    ANY_CASE,
)
_AFTER_SHARES = 4  # lines at most that belong to the share counts: Basic, Diluted, dividends


def ends_balance(row: GridRow) -> bool:
    """Whether a row is the last of a balance sheet by its words: total liabilities and equity."""
    return row.label is not None and _END_OF_BALANCE.search(row.label.text) is not None


def balances(row: GridRow, panel: Panel) -> bool:
    """Whether a total without words repeats that of the assets, below liabilities: a balance sheet ends with it."""
    if label_of(row).lower() not in _NO_WORDS:
        return False
    labels = [label_of(line.row).lower() for line in panel.lines]
    liabilities = next((n for n, label in enumerate(labels) if _LIABILITIES.search(label)), 0)
    assets = zip(labels[:liabilities], panel.lines, strict=False)
    totals = (line.row for label, line in assets if not line.is_heading and label in (*_NO_WORDS, "total assets"))
    return any(total is not row and amounts_of(total) == amounts_of(row) for total in totals)


def opens_panel(row: GridRow, pending: Sequence[GridRow], panel: Panel) -> bool:
    """Whether a heading of columns, with the rows of words above it, heads another statement than the panel above."""
    titles = [*map(words_of, pending), label_of(row)]
    if any(map(names_statement, titles)) or QUALITY.match(titles[-1]):
        return True
    goes_on = not pending or any(map(_OF_CASH_FLOWS.match, titles))
    return (not goes_on and _comes_to_closing_cash(panel)) or _turns_to_periods(row, panel)


def is_worked_out(row: GridRow, panel: Panel, block: int) -> bool:
    """Whether a row is of a measure that is worked out below a whole statement, "EBITDA", or begins to work one out."""
    begins = _MEASURE.match(label_of(row)) is not None or _repeats_result(row, panel, block)
    return begins and _comes_to_counts(panel, block)


def _repeats_result(row: GridRow, panel: Panel, block: int) -> bool:
    """Whether a row says net income again, "as reported", with a sign or without; what that came to a share is another
    amount."""
    if _AS_REPORTED.match(label_of(row)) is None:
        return False
    rows = (line.row for line in panel.lines if line.block == block)
    above_shares = takewhile(lambda above: not PER_SHARE.search(label_of(above)), rows)
    results = (above for above in above_shares if _NET_INCOME.match(label_of(above)))
    own = [*map(abs, amounts_of(row))]
    return any([*map(abs, amounts_of(result))] == own for result in results)


def is_schedule(words: str, panel: Panel, below: GridRow) -> bool:
    """Whether a heading opens a schedule that is no part of what stands above: of ratios, of all below share counts, of
    the balance sheet below free cash flow."""
    if _SCHEDULE.search(words) and not _heads_amounts_a_share(words, panel, below):
        return True
    labels = [line.row.label.text for line in panel.lines if line.row.label is not None]
    of_measure = any(map(TITLES["reconciliation"].search, panel.title[:1]))
    if _BALANCE_DATA.fullmatch(words) and (of_measure or any(map(_NET_INCOME.match, labels))):
        return True
    if _OPERATING_DATA.fullmatch(words):
        ends = _comes_to_shares(labels) or any(map(_TOTAL_ASSETS.fullmatch, labels))
        if any(map(_NET_INCOME.match, labels[-1:])) and any(map(names_statement, panel.title)):
            ends = ends or _GOES_ON.search(label_of(below)) is None  # an insurer prints no amounts a share
        return ends and SHARES.search(label_of(below)) is None
    if _PAID_IN_STOCK.search(words) and not (PER_SHARE.search(words) or SHARES.search(words)):
        return _comes_to_shares([label_of(line.row) for line in panel.lines if line.block == panel.lines[-1].block])
    if _GOES_ON.search(words) or is_scale_words(words) or _heads_shares(panel):
        return False
    for label in labels[: -_AFTER_SHARES - 2 : -1]:  # from the last one up to the share counts
        if SHARES.search(label) and not PER_SHARE.match(label) and not _NET_INCOME.match(label):
            return any(PER_SHARE.search(label) for label in labels)
        if not _GOES_ON.search(label):
            return False
    return False


def _heads_amounts_a_share(words: str, panel: Panel, below: GridRow) -> bool:
    """Whether ratios begin with what net income comes to a share, told nowhere above: "Operating ratios:". A book
    value or dividends a share are ratios like the others."""
    is_told = any(map(PER_SHARE.search, panel.labels()))
    return _RATIOS.search(words) is not None and not is_told and _EARNED_A_SHARE.match(label_of(below)) is not None


def _heads_shares(panel: Panel) -> bool:
    """Whether a heading of share counts ends the panel, in capitals perhaps the first of its lines alone."""
    last = panel.lines[-1] if panel.lines else None
    return last is not None and last.is_heading and SHARES.search(label_of(last.row)) is not None


def turns_to_a_day(words: str, panel: Panel) -> bool:
    """Whether words below net income head what stands on a day: "AT YEAR END:"."""
    return _STANDS_ON_A_DAY.fullmatch(words) is not None and any(map(_NET_INCOME.match, panel.labels()))


def _turns_to_periods(row: GridRow, panel: Panel) -> bool:
    """Whether column headings name lengths below what stands on a day, or tells of loans, and before any result."""
    labels = panel.labels()
    stands = any(map(STANDS.fullmatch, labels)) or any(map(QUALITY.match, panel.title))
    return stands and any(LENGTH.search(cell.text) for cell in row.cells) and not any(map(_NET_INCOME.match, labels))


def _comes_to_closing_cash(panel: Panel) -> bool:
    """Whether a panel holds the cash at the beginning of a period and below it that at its end; more may be told."""
    labels = panel.labels()
    opening = next((n for n, label in enumerate(labels) if _OPENING_CASH.search(label)), len(labels))
    return any(map(_CLOSING_CASH.match, labels[opening + 1 :]))


def _comes_to_counts(panel: Panel, block: int) -> bool:
    """Whether a statement has, below the headings in force, come to its amounts a share and to their shares."""
    labels = [line.row.label.text for line in panel.lines if line.row.label is not None and line.block == block]
    counts = (label for label in labels if SHARES.search(label) and not PER_SHARE.search(label))
    return _comes_to_shares(labels) and any(counts)


def _comes_to_shares(labels: Sequence[str]) -> bool:
    """Whether labels lead from net income to amounts a share."""
    result = next((n for n, label in enumerate(labels) if _NET_INCOME.match(label)), len(labels))
    return any(PER_SHARE.search(label) for label in labels[result + 1 :])
