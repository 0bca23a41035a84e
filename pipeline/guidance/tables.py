"""Tables of outlook: a metric a row, a period or the ends of a range a column, and bridges from GAAP to non-GAAP."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.guidance.amounts import Amount, amounts
from pipeline.guidance.basis import action_of, basis_of, scope_of
from pipeline.guidance.metrics import Metric, metrics, moves, unit_of
from pipeline.guidance.periods import Clock, Guided, guided_period
from pipeline.guidance.statement import MARGINS, Above, Item, fitted
from pipeline.guidance.table_bridges import adds_up, between_ends, is_end
from pipeline.guidance.table_columns import Column, columns_of, is_value
from pipeline.guidance.table_metrics import led_to, metric_of
from pipeline.guidance.table_words import (
    BARE_PERCENT,
    BRIDGE,
    DASHES,
    NOT_OUTLOOK,
    NOTE,
    OUTLOOK,
    PAST_YEAR,
    PER_SHARE,
    RANGES,
    RATE,
    RATE_ALONE,
    SCALE,
    SHARE_OF,
    TOTAL,
    UNIT,
)
from pipeline.guidance.wording import with_wordings
from pipeline.guidance.words import GAAP, LOSS, NON_GAAP, SHRINKS, UNCHANGED
from pipeline.tables.grid import Grid, GridCell, GridRow

_FIRST_ROWS = 6
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "mm": 10**6, "m": 10**6}


@dataclass(frozen=True, slots=True)
class TableItem:
    """An item with its row's printed words, from the label to the value."""

    item: Item
    start: int
    end: int


def table_items(text: str, grid: Grid, above: Above, clock: Clock) -> Iterator[TableItem]:
    """The items of a table, in printed order; none where neither heading nor columns speak of an outlook."""
    if not is_of_outlook(grid, above.texts):
        return
    caption, head = _headings(grid, above.texts)
    is_bridge = bool(BRIDGE.search(f"{caption} {head}")) or adds_up(grid)
    told = (guided_period(line, clock) for line in reversed(grid.above[-2:]))
    table_period = next((period for period in told if period is not None), above.period)
    headings: list[GridRow] = []
    columns: list[Column] = []
    section = named = ""  # named: the last label that is no rate alone
    was_data = False
    between = between_ends(grid)
    lead = "" if is_bridge or not grid.above or not grid.above[-1].endswith(":") else grid.above[-1]
    for n, row in enumerate(grid.rows):
        if row.cells and all(DASHES.fullmatch(cell.text) for cell in row.cells):
            was_data = True
            continue
        if not any(is_value(cell.text) for cell in row.cells):
            if row.cells or row.label is None:
                headings = [row] if was_data else [*headings, row]
            elif row.label is not None:
                section, named = row.label.text, ""
                if SCALE.search(section) and not was_data:
                    caption = f"{caption} {section}"
            columns, was_data = [], was_data and not row.cells
            continue
        if row.label is None or n in between:
            was_data = True
            continue
        columns = columns or columns_of(headings, grid.columns, clock)
        was_data = True
        end = grid.rows[n + 1] if n + 1 < len(grid.rows) else None
        stop = _start_of(end) if end is not None else grid.end
        head = _label_cells(headings)
        is_rate = RATE_ALONE.fullmatch(row.label.text) is not None  # of what the row above is
        label = f"{named} {row.label.text}".strip() if is_rate else row.label.text
        named = named if is_rate else label
        scope = _Row(row, label, section, f"{caption} {head}", head, lead, stop, is_bridge)
        period = guided_period(head, clock) or table_period
        yield from _row_items(text, scope, columns, replace(above, period=period), clock)
        if TOTAL.fullmatch(row.label.text):
            section = ""


def is_of_outlook(grid: Grid, above: Sequence[str]) -> bool:
    """Whether the lines above a table, or its first rows, speak of an outlook."""
    caption, head = _headings(grid, above)
    speaks = OUTLOOK.search(f"{caption} {head}") is not None or _is_of_ranges(grid)
    return speaks and not NOT_OUTLOOK.search(caption)


def _is_of_ranges(grid: Grid) -> bool:
    """Whether the money of a table's first rows is all in ranges: nothing that was is told in ranges."""
    found = 0
    for row in grid.rows[:_FIRST_ROWS]:
        for cell in row.cells:
            if "$" in cell.text:
                if RANGES.match(cell.text) is None:
                    return False
                found += 1
    return found > 1


def _headings(grid: Grid, above: Sequence[str]) -> tuple[str, str]:
    """What stands above a table, and what its first rows print."""
    caption = " ".join([*grid.above[-4:], *reversed(above)])
    return caption, " ".join(cell.text for row in grid.rows[:4] for cell in _all_cells(row))


@dataclass(frozen=True, slots=True)
class _Row:
    row: GridRow
    label: str
    section: str
    caption: str
    head: str  # what the rows above the columns print in front of them
    lead: str  # the line above the table that leads to it
    stop: int  # where the row's printed text ends
    is_bridge: bool


def _row_items(text: str, row: _Row, columns: Sequence[Column], above: Above, clock: Clock) -> Iterator[TableItem]:
    label = NOTE.sub("", row.label)
    is_over = PAST_YEAR.match(label) is not None and guided_period(label, clock) is None
    former = next((value for column in columns if column.is_former and (value := _printed(text, row, column))), None)
    for column in columns:
        printed = _printed(text, row, column)
        if column.is_former or not printed or is_over:
            continue
        unchanged = UNCHANGED.fullmatch(printed[0]) is not None
        value = former if unchanged else printed
        metric = metric_of(label, row.section, column.header) or led_to((row.head, row.lead), label, clock)
        if value is None or metric is None or (row.is_bridge and not is_end(label, metric)):
            continue
        own = _narrower(guided_period(label, clock), column.period)
        period = own or guided_period(row.section, clock) or above.period
        item = _item(label, row, column, metric, value[0], period, above)
        if item is not None:
            assert row.row.label is not None
            yield TableItem(replace(item, action="reaffirms") if unchanged else item, row.row.label.start, value[1])


def _printed(text: str, row: _Row, column: Column) -> tuple[str, int] | None:
    """What a row prints in a column, and where it ends: "$ 100 to $ 110 million" of two cells and what is between."""
    cells = [c for c in row.row.cells if column.first <= c.first <= column.last and any(map(str.isalnum, c.text))]
    if not cells:
        return None
    is_last = cells[-1] is row.row.cells[-1]
    end = row.stop if is_last else cells[-1].end
    if len(cells) == 2 and column.is_range:
        return f"{cells[0].text.rstrip(' -–—')} to {cells[1].text}", cells[1].end
    printed = text[cells[0].start : end].rstrip()
    return " ".join(printed.split()), cells[0].start + len(printed)


def _narrower(told: Guided | None, column: Guided | None) -> Guided | None:
    """The period of a row, or that of its column where it lies within: "2019 earnings per share", fourth quarter."""
    if told is None or column is None:
        return told or column
    return column if told.covers(column) else told


def _item(
    label: str, row: _Row, column: Column, metric: Metric, printed: str, period: Guided | None, above: Above
) -> Item | None:
    found = with_wordings(printed, [metric]) or amounts(printed, bare=True)
    if not found or period is None:
        return None
    told = f"{label} {printed}"  # "Up 5% - 7%"
    amount = _of_kind(found[0], metric, label, row.section)
    amount, unit = _with_unit(amount, metric, label, told, row.caption + " " + column.header)
    if unit is None:
        return None
    low, high = amount.low, amount.high
    if not amount.signed and _is_negative(told, unit):
        low, high = (None if high is None else -high), (None if low is None else -low)
    section = "" if BRIDGE.search(row.section) else row.section
    context = (column.header, section, *_basis_texts(row, metric, above))
    scope = scope_of(metric, label) if metric.words in label else None
    name = MARGINS.get((metric.name, unit), metric.name)
    return Item(
        name, label, scope, basis_of(metric, label, "", "", *context), unit, low, high, amount.form,
        fitted(period, metric.name, label), action_of(column.header, *above.texts),
    )  # fmt: skip


def _basis_texts(row: _Row, metric: Metric, above: Above) -> list[str]:
    """The texts above a table that say one basis for all of it, and not of another metric ("Adjusted EBITDA guidance");
    in a bridge what is not adjusted is GAAP."""
    if row.is_bridge:
        return ["GAAP"] if re.search("gaap", row.caption, re.IGNORECASE) else []
    texts = (text for text in (row.lead, *above.texts) if not (GAAP.search(text) and NON_GAAP.search(text)))
    return [text for text in texts if _speaks_of(text, metric)]


def _speaks_of(text: str, metric: Metric) -> bool:
    named = {other.name for other in metrics(text)}
    return not named or metric.name in named


def _with_unit(amount: Amount, metric: Metric, label: str, told: str, caption: str) -> tuple[Amount, str | None]:
    """An amount as label and caption make it, with its unit; `told`: the words that may tell of a change."""
    units = metric.units
    if amount.kind in ("money", "count") and ("share" not in units or amount.scaled or SCALE.search(label)):
        amount = _scaled(amount, metric, label, caption)
    if amount.kind == "money" and RATE.search(label) and not {"rate", "share"} & units.keys():
        return amount, None  # "interest expense per Mcfe"
    if amount.kind == "percent" and "margin" in units and not amount.signed and not moves(f"{told} {caption}"):
        return amount, units["margin"]
    if amount.kind == "percent" and "percent" not in units:
        of_sales = "of_sales" in units and not moves(told)
        return amount, units["of_sales"] if of_sales else None if SHARE_OF.search(label) else units.get("change")
    if amount.kind == "count" and units.get("count") == "other":
        unit = UNIT.search(label)
        return amount, (unit["unit"] or unit["volume"]) if unit else "units"
    return amount, unit_of(metric, amount, told)


def _of_kind(amount: Amount, metric: Metric, label: str, section: str) -> Amount:
    """A bare number is money, percent or a count by its metric; a label or section may say what it is for ("$/Boe")."""
    units = metric.units
    if amount.kind not in ("count", "money"):
        return amount
    if "rate" in units and not amount.has_power and (rate := RATE.search(label) or RATE.search(section)):
        return replace(amount, kind="rate", per=rate["of"])
    if amount.kind == "money":
        is_per_share = PER_SHARE.search(label) or ("share" in units and not amount.scaled and not SCALE.search(label))
        return replace(amount, kind="share") if is_per_share else amount
    if ("percent" in units and "money" not in units) or BARE_PERCENT.search(label):
        return replace(amount, kind="percent")
    kind = next((kind for kind in ("share", "money") if kind in units and "count" not in units), "count")
    return replace(amount, kind=kind)


def _scaled(amount: Amount, metric: Metric, label: str, caption: str) -> Amount:
    if amount.has_power or (amount.kind == "count" and metric.units.get("count") != "shares"):
        return amount
    match = SCALE.search(label) or SCALE.search(caption)
    if match is None:
        return amount
    scale = _SCALES[(match["scale"] or match["short"] or match["mm"]).lower()]
    low, high = (None if value is None else value * scale for value in (amount.low, amount.high))
    return replace(amount, low=low, high=high, scaled=True)


def _is_negative(label: str, unit: str) -> bool:
    if unit == "percent_change":
        return SHRINKS.search(label) is not None and not re.search("increase|growth", label, re.IGNORECASE)
    return LOSS.search(label) is not None and not re.search(r"income|earnings|profit|eps", label, re.IGNORECASE)


def _all_cells(row: GridRow) -> list[GridCell]:
    return [*([row.label] if row.label else []), *row.cells]


def _label_cells(rows: Sequence[GridRow]) -> str:
    return " ".join(row.label.text for row in rows if row.label is not None)


def _start_of(row: GridRow) -> int:
    return min([cell.start for cell in row.cells] + ([row.label.start] if row.label else []))
