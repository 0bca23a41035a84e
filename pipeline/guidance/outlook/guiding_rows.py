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
from pipeline.guidance.outlook.row_metrics import part_of
from pipeline.guidance.outlook.rows import is_part, parts_of_totals, unwrapped
from pipeline.guidance.outlook.scale import scale_told
from pipeline.guidance.outlook.words import (
    ADDED,
    BRACKETED_ASIDE,
    BRIDGE,
    DASHES,
    EXCEPT,
    FORMER_ROW,
    HEDGED,
    IN_BRACKETS,
    NOTE_MARK,
    OF_CHANGE,
    RATE,
    SCALE,
    SENSITIVITY,
)
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.amounts import amounts
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import metrics
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
_TOTAL = re.compile(r"total\W*", ANY_CASE)  # of the section above, which ends
_ADDED_BY_NAME = re.compile(
    r"\W*(?:(?:add|plus|(?:numerator|denominator) for|less(?! than)|minus|deduct)\b:?\s"
    r"|(?:diluted )?(?:eps|(?:earnings )?per share) (?:impact|effect) of\b)",
    ANY_CASE,
)  # a line of a bridge, of whatever table
_RATE_ALONE = re.compile(r"\W*(?:\$\s?)?(?:per\b|/)[\s/]*\w+\W*", ANY_CASE)  # "per/Mcfe", "($/Boe)", not "Permian"

_GROWTH_ON = re.compile(  # of the row above: "% Growth - Constant currency"
    r"\W*(?:growth|change)\W+(?:as )?(?:reported|constant currency|organic)\W*", ANY_CASE
)


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


def _without_scale(label: str) -> str:
    """A label without the scale that no rate below it is in: "Interest expense ($MM)", "per Mcfe"."""
    return IN_BRACKETS.sub(lambda match: "" if SCALE.search(match[0]) else match[0], label)


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
        told = (guided_period(lead_of(line), clock) or guided_period(line, clock) for line in reversed(nearest))
        self._period = next((period for period in told if period is not None), above.period)
        self._titles = (*reversed(nearest), *above.texts)
        leading = "".join((nearest or above.texts[:1])[-1:])
        self._lead = leading if leading.endswith(":") and not self._is_bridge else ""
        self._between, self._last_end = (
            between_ends(grid) | added_up(grid) | from_last_year(grid, clock),
            last_end(grid),
        )
        self._totals = parts_of_totals(grid)

        self._headings: list[GridRow] = []
        self._columns: list[Column] | None = None  # below the headings in force, once they are asked for
        self._was_data = False  # in the row before
        self._section = ""
        self._depth, self._is_set_in = 0, False  # of the section, and whether its rows are set in below it
        self._has_parts = False  # in the section, up to the row before
        self._is_titled = False  # a label alone stands since the last row of values
        self._named = ""  # the last label that is no rate alone
        self._parent: GridRow | None = None  # the last row that names its metric

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
            self._open_section(row, row.label.text)
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

    def _open_section(self, row: GridRow, title: str) -> None:
        self._section, self._named, self._has_parts = title, "", False
        self._depth, self._is_set_in, self._is_titled = row.indent, False, True
        if metrics(title):
            self._parent = None
        if SCALE.search(title) and not self._was_data:
            self._caption = f"{self._caption} {title}"

    def _is_left_out(self, number: int, row: GridRow) -> bool:
        """Whether a row is of a bridge's adjustments, a sensitivity or what was guided before, or prints what is hedged
        by its label or its section, or stands below headings of what is sold ahead."""
        if row.label is None or number in self._between or _COMMITTED.match(label_cells(self._headings)):
            return True
        label = row.label.text
        if _ADDED_BY_NAME.match(label) or SENSITIVITY.match(label) or FORMER_ROW.search(label):
            return True
        return HEDGED.match(f"{self._section} {row.label.text}") is not None

    def _read_values(self, number: int, row: GridRow) -> GuidingRow:
        assert row.label is not None
        label = self._label(row, row.label.text)
        if metrics(label):
            self._parent = row
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
        if _TOTAL.fullmatch(row.label.text) or self._is_total(label):
            self._section = ""
        self._has_parts = self._section != "" and not metrics(label)
        return GuidingRow(number, told, self._columns_below(), guided_period(head, self._clock) or self._period)

    def _is_total(self, label: str) -> bool:
        """Whether a row below parts names what its section does ("Adjusted EBITDA" below "Segment Adjusted EBITDA"), or
        nothing but their total: "Total Company"."""
        named, of = metrics(label), metrics(self._section)
        if not (self._has_parts and of) or OF_CHANGE.search(label):
            return False
        if not named:
            return _TOTAL.match(label) is not None and part_of(label) is None
        if named[0].name != of[0].name:
            return False
        beside = f"{label[: named[0].start]} {label[named[0].end :]}"
        return part_of(BRACKETED_ASIDE.sub("", beside)) is None  # none is "Europe revenue", "revenue from services"

    def _columns_below(self) -> list[Column]:
        """The columns that the headings in force, else the line above the table, make guide."""
        if self._columns is None:
            over = self._grid.above[-1] if self._grid.above else ""
            self._columns = columns_of(self._headings, self._grid.columns, self._clock, self._period, over)
        return self._columns

    def _label(self, row: GridRow, printed: str) -> str:
        """The words of a row, behind those that it goes on with; the section ends that it does not stand in."""
        goes_on = self._is_titled and IN_BRACKETS.fullmatch(printed)  # "Severance taxes", "(as % of revenue)"
        self._is_titled = False
        self._is_set_in = self._is_set_in or row.indent > self._depth
        if self._is_set_in and row.indent <= self._depth and not self._is_total(printed):
            self._section, self._is_set_in = "", False
        is_rate = _RATE_ALONE.fullmatch(NOTE_MARK.sub("", printed)) is not None  # of what the row above is
        is_rate = is_rate or _GROWTH_ON.fullmatch(printed) is not None
        of = _without_scale(self._named) if is_rate else self._section if goes_on else ""
        label = " ".join(f"{of} {printed}".split())
        self._named = self._named if is_rate else label
        return label

    def _whole(self, number: int, row: GridRow) -> str:
        """What a row is part of: its total, the row above it that it is set in below, its section, or what leads."""
        whole = self._totals.get(number)
        if whole is None and self._parent is not None and is_part(row, self._parent):
            whole = self._parent
        of = whole.label.text if whole is not None and whole.label is not None else self._section
        if of:
            return of
        is_rate = RATE.search(EXCEPT.sub("", self._lead)) is not None  # "Expenses per Mcfe are estimated to be:"
        return self._lead if is_rate else ""

    def _is_in_bridge(self, number: int, label: str) -> bool:
        """Whether a row stands in a bridge, between its ends."""
        is_within = self._is_bridge and (number <= self._last_end or ADDED.search(label) is not None)
        return is_within or BRIDGE.search(self._section) is not None

    def _stop(self, number: int) -> int:
        """Where the printed text of a row ends: at the next row."""
        if number + 1 == len(self._grid.rows):
            return self._grid.end
        after = self._grid.rows[number + 1]
        return min([cell.start for cell in after.cells] + ([after.label.start] if after.label else []))
