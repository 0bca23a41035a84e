"""Tables of HTML: from occupancy of `<td>` columns to grids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from operator import attrgetter

from pipeline.filing.opened import HtmlCell, HtmlTable
from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.beside import find_cut
from pipeline.tables.columns import HTML, Column, Mark, find_columns, place
from pipeline.tables.grid import Grid, GridCell, GridRow
from pipeline.tables.html_headings import heading_cells, heading_row, with_even_runs
from pipeline.tables.html_items import Item, is_note, moved, read_items, with_notes
from pipeline.tables.labels import join_wrapped
from pipeline.tables.values import is_currency, is_year
from pipeline.tables.words import PERIOD_WORDS

INDENT_STEP = 6.0  # points
ABOVE = 8
_LONG = 200  # characters: a paragraph, no title
_DIGIT = re.compile(r"\d")
_CENTS = re.compile(r"[^\d,.]*\d{0,2}\.\d{2,3}\W*")
_RULE = re.compile(r"[-=_\u2013\u2014\u2550]{3,}")
_CONTINUED = re.compile(r"\W*\bcont(?:inued|[’'.]?d)\b\W*$", ANY_CASE)
_IS_HEADING = attrgetter("is_heading")
# Lines that only the end of a statement holds; lines that end one where nothing stands below them.
_LAST_LINES = re.compile(
    r"^(?!.*\bexcept\b).*\bper (?:\w+ )*(?:share|unit)|^diluted\b|"
    r"\btotal liabilities\b.*(?:\band\b|&|\bequity\b)|\btotal\b.*(?:\band|&) liabilities\b",
    ANY_CASE,
)
_LAST_LINE = re.compile(
    r"total|(?:net|(?:total )?comprehensive)(?:\W+(?:income|loss|earnings|profit|or))+\W*"
    r"(?:(?:attributable|available|applicable)\b.*)?",
    ANY_CASE,
)
_OF_STATEMENT = re.compile(r"\b(?:statements?|balance sheets?|operations|cash flows?)\b", ANY_CASE)
# A row that begins another table.
_BEGINS = re.compile(
    r"(?<!share )\bdata\b|\b(?:statements?|balance sheets?|highlights|reconciliations?|summary)\b|"
    r"^(?:cash flows? (?:from|provided by) )?operating activities",
    ANY_CASE,
)
_OF_PAGES = re.compile(r"\W*(?:(?:page\s*)?\d{1,3}(?: of \d{1,3})?|table of contents)?\W*", ANY_CASE)


@dataclass(slots=True)
class _Row:
    """What a row prints; `numbers` are its values, but for one at the very left that has words after it."""

    items: list[Item]
    is_heading: bool
    ruled: bool = False
    numbers: list[Item] = field(init=False)
    marks: list[Mark] = field(init=False)  # of its numbers

    def __post_init__(self) -> None:
        values = [item for item in self.items if item.value]
        at_left = values and self.items[0] is values[0] and len(self.items) > 1 and not self.items[1].value
        self.numbers = values[1:] if at_left else values  # the number of a line or a list
        self.marks = [Mark(item.first, item.core + 1, not _DIGIT.search(item.text)) for item in self.numbers]


@dataclass(slots=True)
class _Part:
    """Tables that are one: rows, width in physical columns, place."""

    rows: list[_Row]
    width: int
    start: int
    end: int


def find_html_grids(text: str, tables: Sequence[HtmlTable], *, first_no: int = 1) -> list[Grid]:
    """The grids of a document's tables; those that hold no columns of numbers fall out."""
    grids: list[Grid] = []
    seen = 0
    for part in _joined(text, [_part(text, table) for table in tables]):
        found = [_grid(text, half, first_no + len(grids) + n, seen) for n, half in enumerate(_parted(part))]
        if any(found):
            grids.extend(grid for grid in found if grid is not None)
            seen = part.end
    return grids


def _parted(part: _Part) -> list[_Part]:
    """A table, or the two that stand side by side in it, below the same titles."""
    cut = find_cut([row.items for row in part.rows])
    if cut is None:
        return [part]
    halves = []
    for low, high in ((0, cut), (cut, part.width)):
        rows = [replace(row, items=[moved(i, low) for i in row.items if low <= i.first < high]) for row in part.rows]
        halves.append(replace(part, rows=[row for row in rows if row.items], width=high - low))
    return halves


def _part(text: str, table: HtmlTable) -> _Part:
    width = 0
    ruled = False
    printed: list[tuple[list[Item], bool, bool]] = []
    for placed, columns in _occupied(table.rows):
        width = max(width, columns)
        items = read_items(text, placed)
        if items and _RULE.fullmatch(items[0].text) and all(_RULE.fullmatch(item.text) for item in items):
            ruled = True
        elif items:
            printed.append((items, _is_heading(items), ruled))
            ruled = False
    body = [items for items, is_heading, _ in printed if not is_heading]  # a year stands over brackets and notes too
    certain = {item.core for items in body for item in items if item.value and not is_note(item)}
    rows = [_Row(with_notes(items, certain), is_heading, ruled) for items, is_heading, ruled in printed]
    return _Part(rows, width, table.start, table.end)


def _occupied(rows: Iterable[Sequence[HtmlCell]]) -> Iterable[tuple[list[tuple[HtmlCell, int, int]], int]]:
    """By row: the cells that print, with their first and last physical column, and how many columns all cells take."""
    taken: dict[int, int] = {}  # physical column -> rows for which a cell above still covers it
    for row in rows:
        placed: list[tuple[HtmlCell, int, int]] = []
        column = 0
        fresh: dict[int, int] = {}
        for cell in row:
            start, end, span, depth, _ = cell
            while column in taken:
                column += 1
            if start < end:
                placed.append((cell, column, column + span - 1))
            if depth > 1:
                fresh.update(dict.fromkeys(range(column, column + span), depth - 1))
            column += span
        if taken or fresh:
            taken = {n: left - 1 for n, left in taken.items() if left > 1} | fresh
        yield placed, column


def _is_heading(items: Sequence[Item]) -> bool:
    values = [item for item in items if item.value]
    if not values:
        return True
    words = [item for item in items if not item.value]
    if any(item.first > 0 for item in words) and all(is_currency(item.text) for item in items if item.first > 0):
        return True
    if all(is_year(item.text) for item in values):
        return len(values) > 1 or all(PERIOD_WORDS.search(item.text) for item in words)
    return False


def _joined(text: str, parts: Sequence[_Part]) -> Iterable[_Part]:
    """Parts of one table put together: a row each, the headings apart from the body, or what goes on over a page."""
    current: _Part | None = None
    seen = 0
    for part in parts:
        if not part.rows:
            continue
        rows = None
        if current is not None and current.width == part.width:
            together = _go_together(text, current, part)
            rows = part.rows if together else _rest_over_page(text, seen, current, part)
        if current is not None and rows is not None:
            current = _Part(current.rows + rows, part.width, current.start, part.end)
            continue
        if current is not None:
            seen = current.end
            yield current
        current = part
    if current is not None:
        yield current


def _go_together(text: str, upper: _Part, lower: _Part) -> bool:
    if text[upper.end : lower.start].strip():
        return False
    if lower.rows[0].is_heading and not all(row.is_heading for row in upper.rows):
        return len(lower.rows) == 1
    return len(lower.rows) == 1 or all(row.is_heading for row in upper.rows)


def _rest_over_page(text: str, seen: int, upper: _Part, lower: _Part) -> list[_Row] | None:
    """The rows with which a table goes on over a page, without headings printed again; null where it does not go on.

    Between the two stand only page numbers and titles of the first. Unless a title says "continued", the first must
    lack the last lines of a statement; titles must then name a statement, and the headings must be printed again below
    them. The rest begins with no other headings, no period and no title.
    """
    if lower.start - upper.end > _LONG * ABOVE:
        return None
    heads = {_texts(row) for row in upper.rows if row.is_heading}
    body = next((n for n, row in enumerate(lower.rows) if not (row.is_heading and _texts(row) in heads)), 0)
    rest = lower.rows[body:]
    between = [" ".join(line.split()) for line in text[upper.end : lower.start].splitlines()]
    titles = [line for line in between if not _OF_PAGES.fullmatch(line)]
    names = [_CONTINUED.sub("", line) for line in titles]
    told = _above(text, seen, upper.start) if titles else ()
    if any(words and words not in told for words in names):
        return None
    if names == titles:  # none says "continued"
        if titles and not (body and any(_OF_STATEMENT.search(line) for line in titles)):
            return None
        goes_on_a_share = not body and _are_a_share(reversed(upper.rows)) and _are_a_share(rest)
        if _is_finished(upper.rows, rest) and not goes_on_a_share:
            return None
    numbers = next((row.numbers for row in rest if not row.is_heading and row.numbers), None)
    words = [item for row in takewhile(_IS_HEADING, rest) for item in row.items]
    if not numbers or any(PERIOD_WORDS.search(item.text) or _BEGINS.search(item.text) for item in words):
        return None
    return rest if all(item.last < numbers[0].first for item in words) else None


def _is_finished(rows: Sequence[_Row], below: Sequence[_Row]) -> bool:
    """Whether rows hold the last lines of a statement; net income is the last unless amounts a share stand below."""
    if any(_LAST_LINES.search(item.text) for row in rows for item in row.items):
        return True
    last = next((row.items[0].text for row in reversed(rows) if row.numbers), "")
    return bool(_LAST_LINE.fullmatch(last)) and not _LAST_LINES.search(below[0].items[0].text)


def _are_a_share(rows: Iterable[_Row]) -> bool:
    """Whether the first of rows that print numbers prints amounts with cents alone."""
    texts = next(([item.text for item in row.numbers] for row in rows if row.numbers), [])
    return any(map(_DIGIT.search, texts)) and all(_CENTS.fullmatch(text) for text in texts if _DIGIT.search(text))


def _texts(row: _Row) -> tuple[str, ...]:
    return tuple(item.text for item in row.items)


def _grid(text: str, part: _Part, table_no: int, seen: int) -> Grid | None:
    columns = _columns(part)
    if columns is None:
        return None
    rows = with_even_runs([_row(row, columns) for row in part.rows], list(map(_IS_HEADING, part.rows)), len(columns))
    margin = min((row.indent for row in rows if row.label is not None), default=0)
    joined = tuple(_joined_labels(rows, margin))
    return Grid(table_no, part.start, part.end, _above(text, seen, part.start), joined, len(columns))


def _columns(part: _Part) -> list[Column] | None:
    body = [row for row in part.rows if not row.is_heading]
    marks = [row.marks for row in body if row.marks]
    if not any(not mark.soft for row in marks for mark in row):
        return None
    if len(marks) < 2 and not any(0 < len(row.numbers) < len(row.items) for row in body):
        return None
    return find_columns(marks, HTML)


def _row(row: _Row, columns: Sequence[Column]) -> GridRow:
    beyond = len(row.items) if row.is_heading else max(0, len(row.numbers) - len(columns))
    numbers, marks = row.numbers[beyond:], row.marks[beyond:]
    left = numbers[0].first if numbers else columns[0].left
    count = _label_items(row, numbers, left, columns)
    label, rest = row.items[:count], row.items[count:]
    placed = place(marks, columns, HTML)
    cells = [GridCell(item.text, item.start, item.end, n + 1, n + 1) for item, n in zip(numbers, placed, strict=True)]
    if row.is_heading:
        cells = heading_row(rest, columns)
    elif len(rest) > len(numbers):  # words among them
        words = [cell for item in rest if item not in numbers for cell in heading_cells(item, columns)]
        taken = {n + 1 for n in placed}
        cells = [cell for cell in words if cell.first not in taken] + cells
        cells.sort(key=lambda cell: cell.first)
    first = GridCell(" ".join(item.text for item in label), label[0].start, label[-1].end, 0, 0) if label else None
    indent = int(label[0].indent / INDENT_STEP) if label else 0
    return GridRow(first, tuple(cells), indent, row.ruled)


def _label_items(row: _Row, numbers: Sequence[Item], left: float, columns: Sequence[Column]) -> int:
    count = 0
    all_head = row.is_heading and sum(item.first > 0 for item in row.items) == len(columns)
    for item in row.items:
        if item in numbers or (item.first >= columns[0].left and (count or item.first > 0)):
            break
        is_over = item.last >= columns[0].left or (all_head and PERIOD_WORDS.search(item.text))
        if row.is_heading and is_over and item.first > 0:
            break
        count += 1
    return count


def _joined_labels(rows: Sequence[GridRow], margin: int) -> list[GridRow]:
    level = [replace(row, indent=max(0, row.indent - margin)) for row in rows] if margin else list(rows)
    return join_wrapped(level, [False] * len(level), [False] * len(level))


def _above(text: str, start: int, end: int) -> tuple[str, ...]:
    kept: list[str] = []
    for line in reversed(text[start:end].splitlines()):
        printed = " ".join(line.split())
        if not printed:
            continue
        if len(printed) > _LONG or len(kept) == ABOVE:
            break
        kept.append(printed)
    return tuple(reversed(kept))
