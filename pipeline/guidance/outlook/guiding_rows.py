"""The rows of a table of outlook that guide, each with what stands around it: headings, section, lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.bridges import added_up, between_ends, from_last_year, last_end
from pipeline.guidance.outlook.columns import Column, columns_of, is_data
from pipeline.guidance.outlook.is_outlook import headings_of, label_cells, lines_above
from pipeline.guidance.outlook.item import Row
from pipeline.guidance.outlook.rows import parts_of_totals, unwrapped
from pipeline.guidance.outlook.scale import scale_told
from pipeline.guidance.outlook.section import Section
from pipeline.guidance.outlook.words import (
    ADDED,
    BRIDGE,
    DASHES,
    EXCEPT,
    FORMER_ROW,
    HEDGED,
    RATE,
    SCALE,
    SENSITIVITY,
)
from pipeline.guidance.terms.above import Above, guides_itself
from pipeline.guidance.terms.amounts import amounts
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.periods import Guided, guided_period
from pipeline.tables.grid import Grid, GridRow

_COMMITTED = re.compile(r"\W*committed\b", re.IGNORECASE)
_DOT = re.compile(r"[•·*]\s")
_NOTE = re.compile(r"\([a-z\d]\)\s+[A-Z]|\*+\s?[A-Z]")  # of a table above: "(a) Adjustment for", not "(in millions)"
_IN_WORDS = re.compile(  # in the place of an amount
    r"(?:(?:slightly|modestly) )?(?:lower|higher|similar|stable|comparable|consistent|in line|n/?[am]|tbd"
    r"|not (?:provided|guided))\b(?:[^$€%\d]|(?:19|20)\d\d){0,40}"
    r"|(?:see )?note \d\d?",
    ANY_CASE,
)
_ADDED_BY_NAME = re.compile(
    r"\W*(?:(?:add|plus|(?:numerator|denominator) for|less(?! than)|minus|deduct)\b:?\s"
    r"|(?:diluted )?(?:eps|(?:earnings )?per share) (?:impact|effect) of\b)",
    ANY_CASE,
)  # a line of a bridge, of whatever table


class GuidingRow(NamedTuple):
    """A row of values, by its number in its table, with the table's columns and the period that holds for all."""

    number: int
    row: Row
    columns: list[Column]
    period: Guided | None


def guiding_rows(text: str, grid: Grid, above: Above, clock: Clock, before: Grid | None) -> Iterator[GuidingRow]:
    """The rows that may guide, top down; `before`: the last table of outlook above."""
    yield from _Reader(text, grid, above, clock, before).rows()


def lead_of(line: str) -> str:
    """The last sentence of a line above a table, where it leads to it."""
    return line.rpartition(". ")[2] if line.endswith(":") else ""


class _Reader:
    """Goes down the rows of one table, and keeps what those above leave to those below."""

    def __init__(self, text: str, grid: Grid, above: Above, clock: Clock, before: Grid | None) -> None:
        self._grid, self._clock = grid, clock
        nearest = unwrapped(grid.above)[-2:]
        self._caption, head = headings_of(grid, above.texts)
        if not SCALE.search(f"{self._caption} {head}"):
            self._caption = f"{self._caption} {scale_told(text, grid, before)}"
        titles = " ".join(line for line in (*lines_above(grid, above.texts), head) if _NOTE.match(line) is None)
        self._is_bridge = BRIDGE.search(titles) is not None
        lines = [*reversed(nearest)]
        lines.sort(key=guides_itself)
        told = (guided_period(lead_of(line), clock) or guided_period(line, clock) for line in lines)
        self._period = next((period for period in told if period is not None), above.period)
        self._titles = (*reversed(nearest), *above.texts)
        leading = "".join((nearest or above.texts[:1])[-1:])
        self._lead = leading if leading.endswith(":") and not self._is_bridge else ""
        self._between = between_ends(grid) | added_up(grid) | from_last_year(grid, clock)
        self._last_end = last_end(grid)
        self._totals = parts_of_totals(grid)

        self._section = Section()
        self._headings: list[GridRow] = []
        self._columns: list[Column] | None = None  # below the headings in force, once they are asked for
        self._was_data = False  # in the row before

    def rows(self) -> Iterator[GuidingRow]:
        for number, row in enumerate(self._grid.rows):
            if row.cells and all(DASHES.fullmatch(cell.text) or _IN_WORDS.fullmatch(cell.text) for cell in row.cells):
                self._was_data = True
            elif not is_data(row):
                self._read_heading(row)
            else:
                if not self._is_left_out(number, row):
                    yield self._read_values(number, row)
                self._was_data = True

    def _read_heading(self, row: GridRow) -> None:
        if row.label is None or row.cells:
            self._add_heading(row)
        elif not (_DOT.match(row.label.text) and amounts(row.label.text)):  # a remark on the row above
            self._section.open(row, row.label.text)
            if SCALE.search(row.label.text) and not self._was_data:
                self._caption = f"{self._caption} {row.label.text}"
        self._columns = None
        self._was_data = self._was_data and not row.cells

    def _add_heading(self, row: GridRow) -> None:
        """A further row of headings, or the first of others below values."""
        if not self._was_data:
            self._headings = [*self._headings, row]
            return
        scale = SCALE.search(label_cells(self._headings))  # "($ in millions)"
        if scale and not SCALE.search(self._caption):
            self._caption = f"{self._caption} {scale[0]}"
        self._headings = [row]

    def _is_left_out(self, number: int, row: GridRow) -> bool:
        """Whether a row is of a bridge's adjustments, a sensitivity or what was guided before, or prints what is hedged
        by its label or its section, or stands below headings of what is sold ahead."""
        if row.label is None or number in self._between or _COMMITTED.match(label_cells(self._headings)):
            return True
        label = row.label.text
        if _ADDED_BY_NAME.match(label) or SENSITIVITY.match(label) or FORMER_ROW.search(label):
            return True
        return HEDGED.match(f"{self._section.title} {label}") is not None

    def _read_values(self, number: int, row: GridRow) -> GuidingRow:
        assert row.label is not None
        label = self._section.label_of(row, row.label.text)
        head = label_cells(self._headings)
        caption = f"{self._caption} {head}"
        told = Row(
            row=row,
            label=label,
            section=self._whole(number, row),
            caption=caption,
            head=EXCEPT.sub("", head),
            lead=self._lead,
            titles=self._titles,
            stop=self._stop(number),
            is_bridge=self._is_in_bridge(number, row.label.text),
        )
        self._section.leave(row.label.text, label)
        return GuidingRow(number, told, self._columns_below(), guided_period(head, self._clock) or self._period)

    def _columns_below(self) -> list[Column]:
        """The columns that the headings in force, else the line above the table, make guide."""
        if self._columns is None:
            over = self._grid.above[-1] if self._grid.above else ""
            self._columns = columns_of(self._headings, self._grid.columns, self._clock, self._period, over)
        return self._columns

    def _whole(self, number: int, row: GridRow) -> str:
        """What a row is part of, or what leads to a table of rates: "Expenses per Mcfe are estimated to be:"."""
        is_of_rates = RATE.search(EXCEPT.sub("", self._lead)) is not None
        return self._section.whole_of(row, self._totals.get(number)) or (self._lead if is_of_rates else "")

    def _is_in_bridge(self, number: int, label: str) -> bool:
        """Whether a row stands in a bridge, between its ends."""
        is_within = self._is_bridge and (number <= self._last_end or ADDED.search(label) is not None)
        return is_within or BRIDGE.search(self._section.title) is not None

    def _stop(self, number: int) -> int:
        """Where the printed text of a row ends: at the next row."""
        if number + 1 == len(self._grid.rows):
            return self._grid.end
        after = self._grid.rows[number + 1]
        return min([cell.start for cell in after.cells] + ([after.label.start] if after.label else []))
