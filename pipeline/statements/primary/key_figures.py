"""What two statements come to: net income, total assets, cash at the end, or the lines that both print."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import PER_SHARE, SHARES
from pipeline.statements.panels.panel import Panel
from pipeline.tables.numbers import read_number

_KEY_LINE = {
    "income": re.compile(
        r"(?:consolidated )?net \(?(?:income|loss|earnings)\)?(?:[ /]\(?(?:income|loss)\)?)?\W*", ANY_CASE
    ),
    "balance": re.compile(r"total assets\W*", ANY_CASE),
    "cash_flow": re.compile(r"cash\b.*\bend(?:ing)?\b.*", ANY_CASE),
}
_TO_COMMON = re.compile(r"net \(?(?:income|loss|earnings)\b.* to common\b.*", ANY_CASE)
Figure = tuple[str, Decimal]  # with the label of its line


def key_figures(statement: str, one: Panel, other: Panel) -> tuple[list[Figure], list[Figure]]:
    """What two statements come to: net income, total assets, cash at the end; where one has no such line but both begin
    alike, the amounts of the lines that both print, but for what is of shares, which may not change for years."""
    lines, others = (figures_by_label(panel) for panel in (one, other))
    key, other_key = (key_line(statement, of) for of in (lines, others))
    if key is not None and other_key is not None:
        return [("", value) for value in lines[key]], [("", value) for value in others[other_key]]
    if next(iter(lines), "") != next(iter(others), None):
        return [], []
    shared = [label for label in lines if label in others and not (PER_SHARE.search(label) or SHARES.search(label))]
    figures, other_figures = ([(label, value) for label in shared for value in of[label]] for of in (lines, others))
    return figures, other_figures


def key_line(statement: str, labels: Collection[str]) -> str | None:
    """The line that a statement comes to; of income also what is left to common shareholders."""
    key = next(filter(_KEY_LINE[statement].fullmatch, labels), None)
    return key or (next(filter(_TO_COMMON.fullmatch, labels), None) if statement == "income" else None)


def figures_by_label(panel: Panel) -> dict[str, list[Decimal]]:
    """The figures of each line with a label, of the first of equals."""
    figures: dict[str, list[Decimal]] = {}
    for line in panel.lines:
        if line.row.label is not None and line.row.cells and line.row.label.text not in figures:
            numbers = (read_number(cell.text) for cell in line.row.cells)
            figures[line.row.label.text] = [number.value for number in numbers if number is not None]
    return figures


def meet(figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether the two have a column in common, and so a figure of most lines; chance makes a few alike."""
    common = {label for label, value in figures if value and (label, value) in others}
    return 2 * len(common) > len({label for label, _ in figures})
