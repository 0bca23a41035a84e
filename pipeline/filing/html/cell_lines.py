"""Cells of HTML that hold several lines of a table: whole columns, whose lines are its rows, or lines as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from pipeline.filing.html.nested import CELLS, LETTER, ROWS

Line = tuple[LexborNode, str]  # a cell, and what it prints in a line: nothing, or a blank one, too

_BLANKS = re.compile(r"[ \t\r\n\f]+")  # not no-break blanks: these print a line
_PARTING = frozenset({"br", "p", "div", "center"})
_SPACED = frozenset({"sup", "br", "p", "div", "td"})  # that no line begins with, but a word
_NO_LINES = frozenset({"pre", "ul", "ol", "dl"})
_AMOUNT = re.compile(r"\d|^[\s$]*[\u2013\u2014-]{1,2}\s*$")  # or a dash for none
_PRINTS = re.compile(r"\d|[^\W\d_]{3}")  # a figure or a word, no sign, unit or mark
_HEADS = re.compile(r"(?:19|20)\d\d|\(\d\)")  # years and the marks of notes, which stand below a heading
_FIGURE = re.compile(
    r"(?:[A-Z]{1,3}\$)?[\d\s$€£¥().,*%+\u2013\u2014-]*(?:x|bps|\([a-z]\))?|(?:nil|n/?[am])\.?", re.IGNORECASE
)
_RULE = re.compile(r"\s*(?:-{3,}|_{3,}|={3,})\s*")  # drawn in characters between the numbers
_REST = re.compile(r"[A-Z]{5}[A-Z &]*(?:,|\s[(\u2013-])")  # of capitals above: "SHARES, diluted", but "FHLB advances"
_SET_APART = re.compile(r"\S[\u00a0 ]{3,}[$€£]?[\u00a0 ]*\(?[\d.]")
_SIGNS = frozenset({"", "$", "€", "£", "US$"})
_TOPS = frozenset({"top", "TOP", "Top"})
_FIGURES_A_HEADING = 3


def rows_of_lines(row: LexborNode) -> list[list[Line]]:
    """One row for each line of a row's cells, where these hold columns of figures beside their labels; else none.

    Level cells have as many lines each. Where only the labels print headings and blank lines, there is one figure
    for each other label: a heading and one label, too.
    """
    beside = (cell for cell in row.iter() if cell.tag in CELLS)
    first = next(beside, None)
    if first is None or len(labels := _lines(first)) < 2:
        return []
    cells = [first, *beside]
    if len(cells) < 2:
        return []
    columns = [_lines(cell) for cell in cells[1:]]
    needed = 1 if all(map(_is_heading, labels[:-1])) and _is_line(labels[-1]) else 2
    if not any(map(LETTER.search, labels)) or not any(_figures(column) >= needed for column in columns):
        return []
    if not all(columns) or not all(map(_is_of_figures, columns)):
        return []
    at_top = [cell.attributes.get("valign", row.attributes.get("valign")) in _TOPS for cell in cells]
    level = _level([labels, *columns], at_top)
    if not level and (beside_labels := _one_a_label(labels, columns)):
        level = _level(beside_labels, at_top)
    return [list(zip(cells, lines, strict=True)) for lines in zip(*level, strict=True)]


def is_first(cell: LexborNode) -> bool:
    """Whether a cell is the first of its row."""
    before = cell.prev
    while before is not None and before.tag == "-text":  # blanks
        before = before.prev
    return before is None


def is_of_lines(table: LexborNode) -> bool:
    """Whether a table is of one column, whose cells hold whole lines, their figures set apart by no-break blanks."""
    section = table.last_child
    if section is not None and (last := section.last_child) is not None and _has_cells_beside(last):
        return False  # most end in a row of figures and begin with titles
    if any(_has_cells_beside(row) for section in table.iter() for row in section.iter()):
        return False
    return are_set_apart(table)


def are_set_apart(node: LexborNode) -> bool:
    """Whether an element prints several figures that blanks set apart."""
    return len(_SET_APART.findall(node.text())) > 1


def _has_cells_beside(row: LexborNode) -> bool:
    """Whether more than one cell of a row prints."""
    printed = (cell for cell in row.iter() if cell.text().strip())
    return next(printed, None) is not None and next(printed, None) is not None


def _lines(cell: LexborNode) -> list[str]:
    """The lines of a cell as printed, blank ones too, or the rows of a table in it; none where it holds others, or
    columns."""
    lines = [""]
    table: LexborNode | None = None
    for node in cell.traverse(include_text=True):
        tag = node.tag
        if tag == "-text":
            lines[-1] += _BLANKS.sub(" ", node.text_content or "")
        elif tag in (_PARTING if table is None else ROWS):
            if tag == "br" or lines[-1].strip(" "):
                lines.append("")
        elif tag == "table" and table is None:
            table = node
        elif tag == "table" or tag in _NO_LINES:
            return []
        elif tag in _SPACED:
            lines[-1] += " "
    if table is not None and any(map(_has_columns, table.css("tr"))):
        return []
    return [line.strip(" ") for line in lines]


def _has_columns(row: LexborNode) -> bool:
    """Whether a row prints a figure beside its label, or beside another figure."""
    printed = [text for cell in row.iter() if cell.tag in CELLS and _PRINTS.search(text := cell.text())]
    return len(printed) > 1 and any(map(_AMOUNT.search, printed))


def _is_heading(label: str) -> bool:
    return label.endswith(":") or label.isupper()


def _is_line(label: str) -> bool:
    """Whether words are the label of a line, not the rest of one: "(unaudited)", "SHARES, diluted"."""
    return not _is_heading(label) and label.strip()[:1] not in {"", "("} and _REST.match(label.strip()) is None


def _figures(column: Sequence[str]) -> int:
    return sum(1 for line in column if _AMOUNT.search(line) and not _HEADS.fullmatch(line))


def _is_of_figures(column: Sequence[str]) -> bool:
    """Whether a cell's lines are figures, signs and rules, but for headings that stand above many."""
    words = [n for n, line in enumerate(column) if not _FIGURE.fullmatch(line) and not _RULE.fullmatch(line)]
    figures = sum(1 for line in column[words[-1] + 1 :] if line.strip()) if words else 0
    return not words or figures >= _FIGURES_A_HEADING * len(words)


def _level(cells: Sequence[list[str]], at_top: Sequence[bool]) -> list[list[str]]:
    """Cells with as many lines each, blank ones below the last left out or not; none where they are not level.

    Those set at the top of their row are level with fewer, and so are signs of a currency: these may stand anywhere.
    """
    printed = [len(cell) - _blank_at_end(cell) for cell in cells]
    count = max(printed, default=0)
    short = [cell for cell, is_top in zip(cells, at_top, strict=True) if len(cell) < count and not is_top]
    if count < 2 or any(any(line.strip() not in _SIGNS for line in cell) for cell in short):
        return []
    return [cell[:count] + [""] * (count - len(cell)) for cell in cells]


def _blank_at_end(cell: Sequence[str]) -> int:
    return next((n for n, line in enumerate(reversed(cell)) if line.strip()), len(cell))


def _one_a_label(labels: Sequence[str], columns: Sequence[Sequence[str]]) -> list[list[str]]:
    """Cells of which only the labels print headings and blank lines: their figures beside the other labels."""
    printed = [[line for line in column if line.strip() and not _RULE.fullmatch(line)] for column in columns]
    words = [n for n, label in enumerate(labels) if label.strip() and not label.endswith(":")]
    lower = [n for n in words if not labels[n].isupper()]
    takers = next((found for found in (words, lower) if all(len(line) in {0, len(found)} for line in printed)), None)
    if takers is None:
        return []
    beside = [dict(zip(takers, figures, strict=False)) for figures in printed]
    return [list(labels), *([figures.get(n, "") for n in range(len(labels))] for figures in beside)]
