"""Statements as companies print them: figures in, a page of fixed-width text or HTML out, by several layouts.

A layout is (words of the heads, rules, dollar signs, width, ...); what a page says does not depend on it.
"""

import textwrap
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

LABEL = 44  # characters of a line's label; what is longer goes on below
CHANGE = "% change".rjust(12)
SHARE_WIDTH = 10  # of a percentage beside an amount
WORDS = {3: "Three", 6: "Six", 9: "Nine", 12: "Twelve"}
WEEKS = {3: "13", 6: "26", 9: "39", 12: "52"}


@dataclass(frozen=True, slots=True)
class Column:
    """A printed column: a period of `months` (None: a day) that ends at `end`."""

    end: date
    months: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line; `values` by column in thousands, or cents where `unit` is per_share; null where blank."""

    label: str
    unit: str  # money, per_share, shares
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is set; each field but the first two is a habit that a page has or has not."""

    heads: str  # stacked, in_line, own, one_cell: how the words of a period stand above its column
    beside: str  # nothing, share: a percentage beside each amount, change: one beside the first two of a line
    width: int  # of a column of text
    by_weeks: bool
    dollars: bool  # a sign on the first row
    rules: bool  # under the heads
    minus: bool  # -5 instead of (5)
    split: bool  # sign, digits and closing bracket in cells of their own, or dot leaders after the label
    unaudited: bool  # a row "(Unaudited)" under the heads
    broken: bool  # a new page in the middle, its heads printed again
    spaced: bool  # empty columns between, and empty rows


def month_before(day: date, months: int) -> date:
    """The month's end that lies so many months before a month's end."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, monthrange(count // 12, count % 12 + 1)[1])


def span(column: Column, layout: Layout) -> str:
    """'Three Months Ended', '13 Weeks Ended', 'As of'."""
    if column.months is None:
        return ""
    return f"{WEEKS[column.months]} Weeks Ended" if layout.by_weeks else f"{WORDS[column.months]} Months Ended"


def heads(columns: list[Column], layout: Layout) -> list[list[tuple[str, int]]]:
    """Rows of heads, each a list of words and the number of columns that they stand over."""
    spans = [span(column, layout) for column in columns]
    days = [f"{column.end:%B} {column.end.day}," for column in columns]
    years = [(str(column.end.year), 1) for column in columns]
    last = [[("(Unaudited)", 1) for _ in columns]] if layout.unaudited else []
    if layout.heads in ("own", "one_cell"):
        rows = [[(words, 1) for words in spans]] if any(spans) else []
        return [*rows, [(day, 1) for day in days], years, *last]
    groups = [(words, day, len(list(group))) for (words, day), group in groupby(zip(spans, days, strict=True))]
    if layout.heads == "in_line":
        return [[(f"{words} {day}".strip(), count) for words, day, count in groups], years, *last]
    rows = [[(words, count) for words, _, count in groups]] if any(spans) else []
    return [*rows, [(day, count) for _, day, count in groups], years, *last]


def printed(value: int | None, unit: str, layout: Layout) -> str:
    """A number as printed: (1,234), 1,234, .06, -, or a blank."""
    if value is None:
        return ""
    if value == 0 and unit != "per_share":
        return "-"
    digits = f"{abs(value) / 100:.2f}".removeprefix("0") if unit == "per_share" else f"{abs(value):,}"
    if value < 0:
        return f"-{digits}" if layout.minus else f"({digits})"
    return digits


def percentages(row: Row, sales: Row, layout: Layout) -> list[str]:
    """Beside the amounts of a row: the share of sales of each, or at the end the change from second to first."""
    if layout.beside == "share":
        shares = zip(row.values, sales.values, strict=True)
        return [percentage(value, all_) if row.unit == "money" else "" for value, all_ in shares]
    first, second = row.values[:2]
    return [percentage(first - second, abs(second)) if first and second else ""]


def percentage(part: int | None, whole: int | None) -> str:
    if not part or not whole:
        return ""
    return f"{100 * part / whole:.1f}%" if abs(part) < 10 * abs(whole) else "n/m"


def in_text(title: str, scale: str, columns: list[Column], rows: list[Row], layout: Layout) -> str:
    """The statement in fixed width."""
    width = LABEL + layout.width * len(columns)
    caption = [title.center(width), scale.center(width), ""]
    above = list(_text_heads(columns, layout))
    lines = [*caption, *above]
    for number, row in enumerate(rows):
        if layout.broken and number == len(rows) // 2:
            lines += ["<PAGE>", f"{title} (continued)".center(width), scale.center(width), "", *above]
        *wrapped, label = textwrap.wrap(row.label, LABEL - 14, subsequent_indent="  ")
        beside = percentages(row, rows[0], layout) if layout.beside else []
        lines += [*wrapped, label.ljust(LABEL, "." if layout.split else " ") + _text_cells(row, beside, layout, number)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _text_heads(columns: list[Column], layout: Layout) -> Iterator[str]:
    beside = SHARE_WIDTH if layout.beside == "share" else 0
    width = layout.width + beside
    rows = heads(columns, layout)
    if any(len(words) > width * count - beside - 2 for heading in rows for words, count in heading):
        rows = heads(columns, replace(layout, heads="own"))  # too wide to stand in one line
    for heading in rows:
        words = "".join(words.center(width * count - beside - 2) + " " * (beside + 2) for words, count in heading)
        last = heading is rows[-1]
        yield " " * LABEL + words + (CHANGE if last and layout.beside == "change" else "")
    if layout.rules:
        yield " " * LABEL + (("-" * (layout.width - 3)).rjust(layout.width) + " " * beside) * len(columns)


def _text_cells(row: Row, beside: list[str], layout: Layout, number: int) -> str:
    cells = ""
    for at, value in enumerate(row.values):
        digits = printed(value, row.unit, layout)
        sign = "$" if digits and layout.dollars and number == 0 else ""
        cell = digits if digits.endswith(")") else f"{digits} "
        cells += f"{sign}{cell:>{layout.width - 4}}".rjust(layout.width) if sign else cell.rjust(layout.width)
        if layout.beside == "share":
            cells += beside[at].rjust(SHARE_WIDTH)
    return cells + (beside[0].rjust(len(CHANGE)) if layout.beside == "change" else "")


def in_html(title: str, scale: str, columns: list[Column], rows: list[Row], layout: Layout) -> str:
    """The statement in HTML, without the page around it."""
    caption = f"<p align='center'><b>{title}</b></p><p align='center'>{scale}</p>"
    above = [_html_row("", cells) for cells in _html_heads(columns, layout)]
    lines = [caption, "<table>", *above]
    for number, row in enumerate(rows):
        if layout.broken and number == len(rows) // 2:
            lines += ["</table>", caption.replace(title, f"{title} (continued)"), "<table>", *above]
        beside = percentages(row, rows[0], layout) if layout.beside else []
        lines.append(_html_row(row.label, _html_cells(row, beside, layout, number)))
        if layout.spaced and number % 3 == 2:
            lines.append("<tr><td>&nbsp;</td></tr>")
    return "\n".join([*lines, "</table>"]) + "\n"


def _html_row(label: str, cells: str) -> str:
    return f"<tr><td>{label}</td>{cells}</tr>"


def _cells_a_column(layout: Layout) -> int:
    return (4 if layout.split else 1) + layout.spaced + (layout.beside == "share")


def _html_heads(columns: list[Column], layout: Layout) -> Iterator[str]:
    size = _cells_a_column(layout)
    rows = heads(columns, layout)
    if layout.heads == "one_cell":
        rows = [[("<br>".join(words for words, _ in column), 1) for column in zip(*rows, strict=True)]]
    for heading in rows:
        cells = "".join(f"<td colspan='{size * count}' align='center'>{words}</td>" for words, count in heading)
        yield cells + (f"<td>{CHANGE}</td>" if heading is rows[-1] and layout.beside == "change" else "")


def _html_cells(row: Row, beside: list[str], layout: Layout, number: int) -> str:
    cells = ""
    for at, value in enumerate(row.values):
        cells += "<td></td>" * layout.spaced + _html_cell(printed(value, row.unit, layout), layout, number == 0)
        if layout.beside == "share":
            cells += f"<td>{beside[at]}</td>"
    return cells + (f"<td>{beside[0]}</td>" if layout.beside == "change" else "")


def _html_cell(digits: str, layout: Layout, first: bool) -> str:
    sign = "$" if digits and layout.dollars and first else ""
    if not layout.split:
        return f"<td align='right'>{sign}{digits}</td>"
    closing = ")" if digits.endswith(")") else ""
    return f"<td>&nbsp;</td><td>{sign}</td><td align='right'>{digits.removesuffix(')')}</td><td>{closing}</td>"
