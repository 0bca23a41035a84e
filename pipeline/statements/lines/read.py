"""The lines of a panel: label, section, numbers, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.column_words import NOTE_MARK
from pipeline.statements.lines.clean_label import clean_label
from pipeline.statements.lines.measures import CellNumbers, all_print_cents, amounts, are_small
from pipeline.statements.lines.sections import Sections
from pipeline.statements.panels.panel import Line, Panel
from pipeline.tables.grid import GridCell, GridRow
from pipeline.tables.numbers import Number, read_number
from pipeline.tables.words import A_SHARE

_DIGITS = re.compile(r"\d[.,]?\d")
_IN_CENTS = re.compile(r"\(\s*(?:in )?(?:[a-z.]{2,4} )?(?:cents|pence)\s*\)|\bin (?:cents|pence)\b", ANY_CASE)
_NOTE = re.compile(  # with numbers of its own: "* Includes excise taxes"
    r"\s*(?:\*+|\(?[1-9a-z]\)|[\u2020\u2021])\s*(?:includ|exclud|represent)(?:es?|ed|ing|s)?\b", ANY_CASE
)
_EXCEPT = re.compile(r"\b(?:except|excluding|other than)\b", ANY_CASE)
_FEW = 0.25  # share of lines with cents up to which these stand for amounts a share among whole amounts


@dataclass(slots=True)  # not frozen: that takes several times as long, and a filing has hundreds
class NumberLine:
    """One printed line of numbers; `measure` is money, per_share, shares, percent or number."""

    line: Line
    line_no: int
    label: str
    section: str | None
    measure: str
    numbers: CellNumbers

    @property
    def in_cents(self) -> bool:
        """Whether the label, or the heading above it, says that its amounts are cents: "Earnings per share (cents)"."""
        return self.measure == "per_share" and _IN_CENTS.search(f"{self.section} {self.label}") is not None


def read_lines(panel: Panel, statement: str) -> list[NumberLine]:
    """The lines of numbers of a panel of class `statement`, in printed order; rows of "n/m" alone are left out."""
    lines = _among_shares(list(_lines(panel, statement)))
    money = [line for line in lines if line.measure == "money"]
    in_cents = [line for line in money if are_small(told := amounts(line.numbers)) and all_print_cents(told)]
    if len(in_cents) > _FEW * len(money):
        return lines
    return [replace(line, measure="per_share") if line in in_cents else line for line in lines]


def _among_shares(lines: list[NumberLine]) -> list[NumberLine]:
    """A line between two counts of shares is one: what options add to the basic count."""
    kept = list(lines)
    for n, (above, line, below) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1):
        if line.measure == "money" and above.measure == below.measure == "shares":
            kept[n] = replace(line, measure="shares")
    return kept


def _lines(panel: Panel, statement: str) -> Iterator[NumberLine]:
    sections = _sections(panel, statement)
    number = 0
    first, block = "", 0
    for line in panel.lines:
        row = line.row
        label = clean_label(row.label.text) if row.label else ""
        if line.is_heading:
            sections.open(label, row.indent)
            continue
        numbers = tuple(_numbers(row))
        if not numbers or (row.label and _NOTE.match(row.label.text)):
            continue
        if line.block != block and label == first:  # the lines again, of another period
            sections = _sections(panel, statement)
        first, block = first or label, line.block
        measure = sections.measure(label, row.indent, numbers)
        if measure == "shares" and not are_small(numbers):  # of counts none is negative
            numbers = tuple((cell, count) for cell, count in numbers if not NOTE_MARK.fullmatch(cell.text))
        number += 1
        yield NumberLine(line, number, label, sections.nearest, measure, numbers)
        sections.leave(label, measure)


def _sections(panel: Panel, statement: str) -> Sections:
    """The headings above the first line: "Per Share Data" may be one that ends the title, not below "except"."""
    sections = Sections(statement)
    *_, above, last = "", "", *panel.title
    if A_SHARE.fullmatch(last.rstrip(":")) and not _EXCEPT.search(above):
        sections.open(last, 0)
    return sections


def _numbers(row: GridRow) -> Iterator[tuple[GridCell, Number]]:
    for cell in row.cells:
        if cell.first == cell.last and (number := read_number(cell.text)) is not None:
            yield cell, number


def unread_numbers(panel: Panel) -> Iterator[GridCell]:
    """Cells in columns of numbers that hold digits and are no number ("2.325,385"), nor a year, nor "n/m"."""
    for line in panel.lines:
        for cell in () if line.is_heading else line.row.cells:
            if cell.first == cell.last and read_number(cell.text) is None and _DIGITS.search(cell.text):
                yield cell
