"""An item of a table of outlook: what a row prints in a column, as an amount of its metric."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.columns import Column
from pipeline.guidance.outlook.row_metrics import part_of
from pipeline.guidance.outlook.unit_words import UNIT_BEHIND, VOLUME
from pipeline.guidance.outlook.values import in_cents, is_bare, is_negative, valued
from pipeline.guidance.outlook.words import BRIDGE, EXCEPT, OF_CHANGE, PER_SHARE, SCALE
from pipeline.guidance.sentence.dated import fitted
from pipeline.guidance.sentence.statement import Item
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.actions import action_of
from pipeline.guidance.terms.amounts import Amount, amounts, turned
from pipeline.guidance.terms.basis import basis_of, first_basis, scope_in, scope_of, without_others
from pipeline.guidance.terms.basis_words import GAAP, NON_GAAP
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.periods import Guided
from pipeline.guidance.terms.units import IS_RATIO, metric_in
from pipeline.guidance.terms.wording import with_wordings
from pipeline.tables.grid import GridRow

_TAXES = re.compile(r"(?!.*\b(?:before|after|net of|income)\b).*\btax(?:es)?\b", ANY_CASE)  # that are spent
_SPREAD = re.compile(r"(?:\+\s?/\s?[-–−]|±)\s?\d+\s?%")  # of all points: "Guidance (+/-5%)"
_SAME_STORE = re.compile(r"\b(?:same|comparable)[- ](?:store|property|hotel|center|community)\b", ANY_CASE)
_EXPENSES = re.compile(r"\b(?:costs?|expenses?|lease operating|loe)\b", ANY_CASE)  # not a day rate, CASM
_RATIO = re.compile(r"\bratio\b", ANY_CASE)  # not "operations"
_EARNINGS = re.compile(r"(?<!\bon )(?<!\bto )\bearnings\b(?! before\b)", ANY_CASE)  # nor what adds to them
_LEFT_OUT = re.compile(r"[\s,(]+(?:excluding|exclusive of|net of)\b.*", ANY_CASE)  # makes no count an adjusted one
_AVERAGE = re.compile(r"\baverage\b", ANY_CASE)
_BASIS = re.compile(  # alone above rows
    r"\W*(?:non-?)?gaap(?: (?:basis|guidance|measures?|outlook))?\W*"
    r"|.*\bin accordance with (?:u\.?s\.? )?(?:gaap|generally accepted accounting principles)\b.*",
    ANY_CASE,
)
_TAX_TOLD = re.compile(  # as a rate: "Income tax expense: 8% to 9%"
    r"\W*(?:provision for |benefit from )?(?:income )?tax(?:es)?(?: (?:expense|provision))?[\W\d]*", ANY_CASE
)
_ASIDE_IN_CELL = re.compile(r";|,? (?:includ|exclud|reflect)(?:ing|es)\b", ANY_CASE)
_MOVED = re.compile(r"\s(?:increase|decrease|higher|lower)\b", ANY_CASE)  # of a value that is not told
_MOVES_BY = re.compile(r"(?:an )?(?:increase|decrease|growth|reduction)s? (?:of|by)\b", ANY_CASE)
# In a section of money, too.
_OF_COUNTS = re.compile(r"\b(?:wells|rigs|crews|(?:billing|business|working|selling) days)\b", ANY_CASE)
# Behind a number: "13 weeks", "13 WEEKS", "13 Weeks"; not "25 Excludes recoveries" of two columns.
_COUNTED = re.compile(r"\s(?:[a-z]{4,}|[A-Z]{4,}|[A-Z][a-z]{3,}\b(?!\s[a-z]))")
_VOLUMES = re.compile(
    rf"\s?(?P<of>(?:gallons|barrels|tons|tonnes|ounces|pounds|{VOLUME})(?: per day)?|units|[GM]Wh?)\b", ANY_CASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of outlook, with what stands around it."""

    row: GridRow
    label: str
    section: str
    caption: str
    head: str  # what the rows above the columns print in front of them
    lead: str  # the line above the table that leads to it
    titles: tuple[str, ...]  # the lines and headings above the table, nearest first
    stop: int  # where the row's printed text ends
    is_bridge: bool


def item_of(
    label: str, row: Row, column: Column, metric: Metric, printed: str, period: Guided | None, above: Above
) -> Item | None:
    """What a row prints in a column as an item of its metric; null where it can be none."""
    printed = UNIT_BEHIND.sub(" ", printed)
    found = _amounts_in(printed, metric, row.head)
    if not found or period is None or _is_move(printed, found[0], metric):
        return None
    volume = _VOLUMES.match(printed, found[0].end)
    if volume is not None and metric.name == "other":
        metric = replace(metric, units=metric.units | {"count": volume["of"].lower()})
    amount, unit = _in_unit(label, row, column, metric, printed, found[0])
    if unit is None:
        return None
    unit = volume["of"] if volume is not None and unit == "units" else unit
    low, high = amount.low, amount.high
    is_cost = "of_sales" in metric.units and unit == "USD"  # "Depreciation, and losses on disposals" is none
    if not amount.signed and not is_cost and is_negative(f"{label} {_ASIDE_IN_CELL.split(printed)[0]}", unit):
        low, high = turned(low, high)
    above_row = "" if BRIDGE.search(row.section) else row.section or (row.head if _BASIS.fullmatch(row.head) else "")
    told = _LEFT_OUT.sub("", label) if "count" in metric.units and "money" not in metric.units else label
    basis = basis_of(metric, told, printed[found[0].end :], "", column.header, above_row)
    name = _named(metric, unit, label, amount)
    of_span = unit == "percent_change" or _AVERAGE.search(label)  # and no state at its end
    period = period if of_span else fitted(period, metric.name, label)
    scope = scope_of(metric, label) if metric.words in label else part_of(label)
    scope = ", ".join(filter(None, (scope_in(name, metric, scope), column.part))) or None
    return Item(
        name, label, scope, basis, unit, low, high, _form_of(amount, printed), period,
        action_of(column.header), first_basis(_basis_texts(row, metric, above)),
    )  # fmt: skip


def _amounts_in(printed: str, metric: Metric, head: str) -> list[Amount]:
    """The amounts that a cell prints, a point with the spread that heads the labels of its table."""
    found = with_wordings(printed, [metric]) or amounts(printed, bare=True)
    is_point = bool(found) and found[0].form == "point" and found[0].kind in ("money", "count")
    spread = _SPREAD.search(head) if is_point else None
    return amounts(f"{printed[: found[0].end]} {spread[0]}", bare=True) if spread else found


def _form_of(amount: Amount, printed: str) -> str:
    """The form of an amount; of ends beside each other that are one ("36.0" and "36.0") that of a point."""
    if amount.form != "range" or amount.low != amount.high:
        return amount.form
    return "approximate" if "~" in printed else "point"


def _is_move(printed: str, amount: Amount, metric: Metric) -> bool:
    """Whether money is by how much a metric moves: to where is not told."""
    if amount.kind != "money":
        return False
    if _MOVED.match(printed, amount.end):
        return True
    return metric.name != "other" and _MOVES_BY.match(printed) is not None


def _in_unit(
    label: str, row: Row, column: Column, metric: Metric, printed: str, amount: Amount
) -> tuple[Amount, str | None]:
    """A printed amount with its scale, and its unit by the words around it; no unit where it is none of its metric."""
    header = EXCEPT.sub("", column.header)
    section, caption = f"{row.section or row.head} {header}", f"{row.caption} {header}"
    if is_bare(amount, metric) and _is_no_money(f"{label} {section} {caption}", label, metric, printed, amount):
        return amount, None
    may_be_by_share = "share" in metric.units or metric.name in ("net_income", "other")
    is_told_by_share = amount.kind == "count" and PER_SHARE.search(header)
    if may_be_by_share and (is_told_by_share or _leads_by_share(row, amount, caption)):
        amount = replace(amount, kind="share")
    amount, unit = valued(amount, metric, label, section, caption, f"{label} {printed}")  # "Up 5% - 7%"
    is_step = amount.kind == "share" and metric.name == "other" and OF_CHANGE.search(row.section)
    if is_step and not _EARNINGS.search(label):
        return amount, None  # "Rate increases: 0.30" of earnings
    is_ratio = _RATIO.search(printed) is not None  # "CET1 ratio of approximately 10%"
    if unit == "percent" and "change" in metric.units and not is_ratio and _is_change(label, row, column, metric):
        return amount, metric.units["change"]
    return amount, unit


def _leads_by_share(row: Row, amount: Amount, caption: str) -> bool:
    """Whether an amount in dollars and cents stands in a bridge that is told by the share, in no scale."""
    if not row.is_bridge or amount.has_power or SCALE.search(caption) or not PER_SHARE.search(row.caption):
        return False
    return amount.kind in ("count", "money") and in_cents(amount)


def _is_no_money(told: str, label: str, metric: Metric, printed: str, amount: Amount) -> bool:
    """Whether a bare number is a count and no money: "13 weeks", or without a scale."""
    if _OF_COUNTS.search(label):
        return True
    return metric.name == "other" and (_COUNTED.match(printed, amount.end) is not None or not SCALE.search(told))


def _is_change(label: str, row: Row, column: Column, metric: Metric) -> bool:
    """Whether a percentage is by how much a metric changes."""
    if IS_RATIO.search(label):
        return OF_CHANGE.search(f"{label} {column.header}") is not None
    told = f"{label} {row.section} {row.head} {column.header}"
    leads = _SAME_STORE.search(row.lead) is not None and OF_CHANGE.search(row.lead) is not None
    return leads or OF_CHANGE.search(told) is not None or _SAME_STORE.search(row.section) is not None


def _named(metric: Metric, unit: str, label: str, amount: Amount) -> str:
    """The name of a metric in a unit: income by the share is earnings per share, whatever earnings its label names, and
    a cost in millions none by the unit: "Lease operating expense ($MM)"."""
    is_whole = amount.scaled or amount.has_power
    if metric.name == "unit_cost" and unit == "USD" and is_whole and _EXPENSES.search(metric.words):
        return "operating_expenses"
    if metric.name == "other" and unit == "percent" and _TAX_TOLD.fullmatch(label):
        return "effective_tax_rate"
    if metric.name == "other" and "/" in unit:
        if unit.endswith("/share"):
            return "eps" if _EARNINGS.search(label) else "other"
        return "unit_cost" if _TAXES.match(label) else "other"  # "Production taxes ($/Boe)"
    return metric_in(unit, metric.name)


def _basis_texts(row: Row, metric: Metric, above: Above) -> list[str]:
    """The texts above a table that say one basis for all of it, and not of another metric ("Adjusted EBITDA guidance");
    in a bridge what is not adjusted is GAAP."""
    if row.is_bridge:
        return ["GAAP"] if re.search("gaap", row.caption, ANY_CASE) else []
    texts = (text for text in (row.lead, *above.texts) if not (GAAP.search(text) and NON_GAAP.search(text)))
    return [without_others(text, metric) for text in texts if _speaks_of(text, metric)]


def _speaks_of(text: str, metric: Metric) -> bool:
    named = {other.name for other in metrics(text)}
    return not named or metric.name in named
