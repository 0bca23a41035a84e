"""Statements as companies print them: figures in, a page of fixed-width text or HTML out, by several layouts.

A layout is (words of the heads, rules, dollar signs, width, ...); what a page says does not depend on it.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import groupby

LABEL = 44  # characters of the longest label
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
    """How a page is set."""

    heads: str  # stacked, in_line, own
    by_weeks: bool
    dollars: bool  # a sign on the first row
    rules: bool
    minus: bool  # -5 instead of (5)
    width: int  # of a column of text
    split: bool  # sign, digits and closing bracket in cells of their own (HTML)


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
    if layout.heads == "own":
        rows = [[(words, 1) for words in spans]] if any(spans) else []
        return [*rows, [(day, 1) for day in days], years]
    groups = [(words, day, len(list(group))) for (words, day), group in groupby(zip(spans, days, strict=True))]
    if layout.heads == "in_line":
        return [[(f"{words} {day}".strip(), count) for words, day, count in groups], years]
    rows = [[(words, count) for words, _, count in groups]] if any(spans) else []
    return [*rows, [(day, count) for _, day, count in groups], years]


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


def in_text(title: str, scale: str, columns: list[Column], rows: list[Row], layout: Layout) -> str:
    """The statement in fixed width."""
    label, width = LABEL, layout.width
    lines = [
        title.center(label + width * len(columns)).rstrip(),
        scale.center(label + width * len(columns)).rstrip(),
        "",
    ]
    for heading in heads(columns, layout):
        lines.append(" " * label + "".join(words.center(width * count - 2) + "  " for words, count in heading))
    if layout.rules:
        lines.append(" " * label + ("-" * (width - 3)).rjust(width) * len(columns))
    for number, row in enumerate(rows):
        cells = ""
        for value in row.values:
            digits = printed(value, row.unit, layout)
            sign = "$" if digits and layout.dollars and number == 0 else ""
            cell = digits if digits.endswith(")") else f"{digits} "
            cells += f"{sign}{cell:>{width - 4}}".rjust(width) if sign else cell.rjust(width)
        lines.append((row.label.ljust(label) + cells).rstrip())
    return "\n".join(line.rstrip() for line in lines) + "\n"


def in_html(title: str, scale: str, columns: list[Column], rows: list[Row], layout: Layout) -> str:
    """The statement in HTML, without the page around it."""
    cells_a_column = 4 if layout.split else 1
    lines = [f"<p align='center'><b>{title}</b></p><p align='center'>{scale}</p>", "<table>"]
    for heading in heads(columns, layout):
        cells = "".join(
            f"<td colspan='{cells_a_column * count}' align='center'>{words}</td>" for words, count in heading
        )
        lines.append(f"<tr><td></td>{cells}</tr>")
    for number, row in enumerate(rows):
        cells = "".join(_html_cell(printed(v, row.unit, layout), layout, number == 0) for v in row.values)
        lines.append(f"<tr><td>{row.label}</td>{cells}</tr>")
    return "\n".join([*lines, "</table>"]) + "\n"


def _html_cell(digits: str, layout: Layout, first: bool) -> str:
    sign = "$" if digits and layout.dollars and first else ""
    if not layout.split:
        return f"<td align='right'>{sign}{digits}</td>"
    closing = ")" if digits.endswith(")") else ""
    return f"<td>&nbsp;</td><td>{sign}</td><td align='right'>{digits.removesuffix(')')}</td><td>{closing}</td>"
