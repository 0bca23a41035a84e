"""A grid cut into panels: title, headings and the rows of one statement, since one table may print several."""

from __future__ import annotations

from pipeline.statements.panels.ends import (
    balances,
    ends_balance,
    is_schedule,
    is_worked_out,
    opens_panel,
    turns_to_a_day,
)
from pipeline.statements.panels.panel import Line, Panel, Panels
from pipeline.statements.panels.rows import (
    are_days,
    has_numbers,
    heads_rows_of_period,
    is_column_heading,
    label_of,
    words_of,
)
from pipeline.statements.panels.titles import heads_adjustments, is_statement_title, is_title, titles_above
from pipeline.tables.grid import Grid, GridRow


def cut(grid: Grid) -> Panels:
    """Cut a grid where a title of another statement stands between rows, and below the end of a balance sheet."""
    cutter = _Cutter(grid)
    for row in grid.rows:
        cutter.read(row)
    return cutter.panels()


class _Cutter:
    """Goes down the rows of a grid, the last panel and the last block of headings in force."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._blocks: list[list[GridRow]] = [[]]
        self._panels = [Panel(grid, list(titles_above(grid.above)))]
        self._after_numbers = False
        self._pending: list[GridRow] = []  # rows of words since the last numbers

    def panels(self) -> Panels:
        """What has been read, but for panels without numbers."""
        return Panels([panel for panel in self._panels if _has_begun(panel)], self._blocks)

    def read(self, row: GridRow) -> None:
        if self._heads_columns(row):
            self._read_column_heading(row)
        elif has_numbers(row):
            self._read_numbers(row)
        else:
            self._pending.append(row)

    def _heads_columns(self, row: GridRow) -> bool:
        block = self._blocks[-1]
        if not self._after_numbers and block and are_days(row, block[-1]):
            return True
        if is_column_heading(row, started=bool(self._panels[-1].lines)):
            return True
        return self._after_numbers and heads_rows_of_period(row)

    def _read_column_heading(self, row: GridRow) -> None:
        if self._after_numbers:
            self._begin_block(row)
        self._blocks[-1].append(row)
        panel = self._panels[-1]
        if not panel.lines:  # what stands above the first heads of columns is no heading of rows
            panel.title.extend(map(words_of, self._pending))
            self._pending = []
        if row.label is not None and row.cells and (not has_numbers(row) or is_title(row.label.text)):
            panel.title.append(row.label.text)

    def _begin_block(self, row: GridRow) -> None:
        """Begin a block of headings with a row below numbers, and a panel where it heads another statement."""
        to_a_day = turns_to_a_day(label_of(row), self._panels[-1])
        if to_a_day or opens_panel(row, self._pending, self._panels[-1]):
            self._panels.append(Panel(self._grid, []))
        kept = self._blocks[-1] if to_a_day and not row.cells else []
        self._blocks.append([above for above in kept if above.cells])
        self._after_numbers = False

    def _read_numbers(self, row: GridRow) -> None:
        block = len(self._blocks) - 1
        self._settle(row, block)
        if is_worked_out(row, self._panels[-1], block):
            self._panels.append(Panel(self._grid, []))
        self._panels[-1].lines.append(Line(row, block, is_heading=False))
        self._after_numbers = True
        if ends_balance(row) or balances(row, self._panels[-1]):
            self._panels.append(Panel(self._grid, []))

    def _settle(self, below: GridRow, block: int) -> None:
        """Give the rows of words above a row of numbers their part: title before the first numbers, a new panel's
        title, or headings of rows."""
        pending, self._pending = self._pending, []
        has_begun = _has_begun(self._panels[-1]) if pending else False
        for row in pending:
            words, panel = words_of(row), self._panels[-1]
            if has_begun and _begins_statement(words, panel, below):
                self._panels.append(Panel(self._grid, [words]))
                has_begun = False
            elif not has_begun and is_title(words):
                panel.title.append(words)
            elif row.label is not None:
                panel.lines.append(Line(row, block, is_heading=True))


def _begins_statement(words: str, panel: Panel, below: GridRow) -> bool:
    is_titled = is_statement_title(words) and not heads_adjustments(words, panel)
    return is_titled or turns_to_a_day(words, panel) or is_schedule(words, panel, below)


def _has_begun(panel: Panel) -> bool:
    """Whether a panel holds numbers."""
    return any(not line.is_heading for line in panel.lines)
