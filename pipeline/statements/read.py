"""All tables of a filing as records: class, columns with their periods, and every number with unit and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from pipeline.filing.fiscal import FiscalCalendar, month_end
from pipeline.filing.infer_calendar import calendar_of, days_ended
from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.filing.patterns import ANY_CASE, words
from pipeline.filing.rare import Rare
from pipeline.records import Cell, Column, Issue, Table, Tie
from pipeline.statements.columns.heading import Heading, Headings
from pipeline.statements.columns.read import days_printed, read_headings
from pipeline.statements.currency import currency_of, without_translations
from pipeline.statements.lines.read import NumberLine, read_lines, unread_numbers
from pipeline.statements.panels.cut import cut
from pipeline.statements.panels.panel import Panel, Panels
from pipeline.statements.periods.read import Words, read_words
from pipeline.statements.primary.candidate import Candidate
from pipeline.statements.primary.choose import choose
from pipeline.statements.primary.classify import classify
from pipeline.statements.scale import (
    UNSCALED,
    Scale,
    is_of_shares_alone,
    is_scale_words,
    read_scale,
    read_scale_below,
    scale_of_heading,
    scale_of_row,
)
from pipeline.statements.shares import shares_scale
from pipeline.statements.ties import read_ties
from pipeline.statements.title_words import STATEMENTS
from pipeline.tables.grid import Grid, GridCell

_ENDED = Rare(
    words(
        *(
            rf"{term}(?:\s+of\s+(?:fiscal\s+)?(?:year\s+)?\d{{4}})?(?:,?\s+which)?\s+ended\s+(?:on\s+)?(?:[A-Z][a-z]+\.?\s*\d{{1,2}}|\d{{1,2}}\s+[A-Z][a-z]+),?\s*\d{{4}}"
            for term in (
                *(rf"{count}[\s-]months?" for count in ("three", "six", "nine", "twelve")),
                *("months?", "quarters?", "weeks?", "year", "periods?"),
            )
        )
    ),
    ANY_CASE,
)
_MONTHS = re.compile("months?", ANY_CASE)
_NEAR_BELOW = 1500  # characters that may hold the notes of a table
_FIRST_PERIODS = 4  # of those that a document names
_CENT = Decimal("0.01")
# A line that says the scale of tables, not that of a list below it: "(in thousands, except per share data)".
# Or a sentence: "All amounts in the tables below are in thousands of dollars, except those per share.", "Amounts in
# thousands, except share data."
_AMOUNTS_IN = r"(?:dollar\s+)?amounts\s+(?:are\s+)?in\s+(?:thousand|million)s,?\s+except\b[^.()\d]{0,60}\."
_SCALE_OF_TABLES = Rare(
    rf"^[^\S\n]*(?:\([^()\n]*\b(?:except|unless|other than)\b[^()\n]*\)[^\S\n]*$|{_AMOUNTS_IN})"
    rf"|\.\s{{1,2}}{_AMOUNTS_IN}"
    r"|\ball\s+(?:dollar\s+)?(?:amounts|figures)\s(?:(?!segment|outlook|guidance|backlog)[^.()\d]){0,80}?\b(?:are|is)\s"
    r"[^.()\d]{0,40}?\bin\s+(?:thousand|million)s\b[^.()\d]{0,60}",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statements:
    """What was read from a filing's tables."""

    tables: tuple[Table, ...]
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    ties: tuple[Tie, ...]
    issues: tuple[Issue, ...]


def read_statements(filing: OpenedFiling, grids: Mapping[int, Sequence[Grid]]) -> Statements:
    """Read the grids of each document (by `document_no`); only an earnings release has primary tables."""
    found: list[tuple[Candidate, Panels, OpenedDocument]] = []
    for document in filing.documents:
        for grid in grids.get(document.record.document_no, ()):
            panels = cut(grid)
            for panel in panels.panels:
                heads = panels.blocks[panel.lines[0].block]
                candidate = Candidate(document.record.document_no, panel, classify(panel, heads), heads)
                found.append((candidate, panels, document))
    chosen = choose([candidate for candidate, _, _ in found]) if filing.filing.is_earnings_release else {}
    reader = _Reader(filing, _calendar(filing, [found[position] for position in chosen]))
    for document in filing.documents:
        reader.head(document, grids.get(document.record.document_no, ()))
    for position, (candidate, panels, document) in enumerate(found):
        reader.read(candidate, panels, document, chosen.get(position))
    if filing.filing.is_earnings_release and "income" not in {statement for statement, _ in chosen.values()}:
        reader.doubt("no_income_statement", "A release in which no income statement was found; look at its tables.")
    ties = tuple(read_ties(reader.tables, reader.cells))
    return Statements(tuple(reader.tables), tuple(reader.columns), tuple(reader.cells), ties, tuple(reader.issues))


def _calendar(filing: OpenedFiling, primary: Iterable[tuple[Candidate, Panels, OpenedDocument]]) -> FiscalCalendar:
    """The filing's calendar; where years and quarters end within a month (52 or 53 weeks), with the days printed."""
    calendar = calendar_of(filing)
    ends = set(days_ended(filing))
    for candidate, panels, _ in primary:
        if candidate.class_.name == "balance":
            ends.update(days_printed(panels, candidate.panel, calendar))
    return calendar if all(day == month_end(day) for day in ends) else replace(calendar, ends=frozenset(ends))


@dataclass(slots=True)
class _SoFar:
    """What a document has told up to a table, which holds for it too where it says nothing else."""

    begins: Sequence[int]  # where its tables do
    scale: Scale | None
    currency: str = "USD"
    tables: int = 0  # read


class _Reader:
    """Gathers the records of one filing's panels, in printed order."""

    def __init__(self, filing: OpenedFiling, calendar: FiscalCalendar) -> None:
        self.filing = filing
        self.tables: list[Table] = []
        self.columns: list[Column] = []
        self.cells: list[Cell] = []
        self.issues: list[Issue] = []
        self._calendar = calendar
        self._ended: dict[int, Words] = {}
        self._before: tuple[str, int, dict[int, Heading]] = ("", 0, {})
        self._so_far: dict[int, _SoFar] = {}  # by document
        self._lines_above: list[NumberLine] = []

    def doubt(self, code: str, message: str, table: Table | None = None, cell: GridCell | None = None) -> None:
        """Note a doubt with its place: a table's, or a cell's of it."""
        span = cell or table
        place = (table.document_no, *_span(span)) if table and span else (None, None, None)
        filing = self.filing.filing
        self.issues.append(Issue(filing.filing_id, filing.path, "statements", "warning", code, message, *place))

    def head(self, document: OpenedDocument, grids: Sequence[Grid]) -> None:
        """Begin a document with the scale that is printed at its head, above what its first table is titled."""
        begins = [grid.start for grid in grids]
        found = _SCALE_OF_TABLES.finditer(document.text[: begins[0]]) if grids else ()
        head = (" ".join(line[0].split()).lstrip(". ") for line in found)
        scales = (read_scale(line, "document") for line in head if is_scale_words(line) and line not in grids[0].above)
        self._so_far[document.record.document_no] = _SoFar(begins, next(filter(None, scales), None))

    def read(
        self, candidate: Candidate, panels: Panels, document: OpenedDocument, chosen: tuple[str, bool] | None
    ) -> None:
        """Read one panel into its table, columns and cells."""
        panel, statement = candidate.panel, chosen[0] if chosen else candidate.class_.name
        lines = read_lines(panel, statement)
        if not lines:
            return
        alike = self._before[:2] == (statement, panel.grid.columns)
        so_far = self._so_far[candidate.document_no]
        headings = self._headings(panels, panel, statement, document, self._before[2] if alike else {})
        currency = currency_of(panel.grid, headings.values(), panel.title, so_far.currency)
        headings = without_translations(headings, currency, panel.title)
        scale = self._scale(panels, panel, statement, headings, document)
        if statement in STATEMENTS:
            so_far.currency = currency
        so_far.tables += 1
        table = Table(
            self.filing.filing.filing_id,
            candidate.document_no,
            so_far.tables,
            statement,
            chosen is not None,
            chosen is not None and chosen[1],
            candidate.class_.score,
            candidate.class_.reasons,
            "\n".join(panel.title) or None,
            currency,
            scale.amounts,
            scale.found_in,
            min(line.numbers[0][0].start for line in lines),
            max(line.numbers[-1][0].end for line in lines),
        )
        self.tables.append(table)
        self.columns.extend(_columns(table, headings))
        above = self._lines_above if alike else []
        self.cells.extend(_cells(table, lines, headings, scale, shares_scale([*above, *lines], scale), document.text))
        self._lines_above = [line for line in lines if line.measure == "money"]
        for cell in unread_numbers(panel) if chosen else ():
            message = f"{cell.text!r} stands in a primary statement and is no number; compare the page at its place."
            self.doubt("number_not_read", message, table, cell)
        if chosen and any(heading.kind == "amount" and heading.end is None for heading in headings.values()):
            self.doubt("column_without_period", "A column of a primary statement has no date; see raw.columns.", table)

    def _headings(
        self, panels: Panels, panel: Panel, statement: str, document: OpenedDocument, earlier: dict[int, Heading]
    ) -> Headings:
        of_document = self._document_words(document) if statement in STATEMENTS else Words()
        headings = read_headings(
            panels, panel, statement=statement, calendar=self._calendar, earlier=earlier, document=of_document
        )
        self._before = (statement, panel.grid.columns, {column: heading for (_, column), heading in headings.items()})
        return headings

    def _document_words(self, document: OpenedDocument) -> Words:
        """The first period that the document itself names, its months where it names no other length."""
        number = document.record.document_no
        if number not in self._ended:
            named = [match[0] for match in islice(_ENDED.finditer(document.text), _FIRST_PERIODS)]
            periods = [read_words(words, self._calendar) for words in named]
            first = periods[0] if periods else Words()
            if named and _MONTHS.search(named[0]) and len({period.months for period in periods}) > 1:
                first = first._replace(months=None)
            self._ended[number] = first
        return self._ended[number]

    def _scale(
        self, panels: Panels, panel: Panel, statement: str, headings: Headings, document: OpenedDocument
    ) -> Scale:
        """From the caption, else from words among the rows and headings, of amounts first, else as the statement before
        it, else from a note below it."""
        of_amounts = [heading.text for heading in headings.values() if heading.kind == "amount"]
        beside = [cell.text for rows in panels.blocks for row in rows for cell in row.cells]
        rows = [row.label.text for row in panel.grid.rows if row.label is not None and is_scale_words(row.label.text)]
        titles = (line for line in reversed(panel.title) if not is_of_shares_alone(line))
        scale = (
            next((scale for line in titles if (scale := read_scale(line, "caption"))), None)
            or read_scale(" ".join(rows), "table")
            or read_scale(" ".join(of_amounts), "column")
            or read_scale(" ".join(beside), "column")
        )
        if statement not in STATEMENTS:
            return scale or UNSCALED
        so_far = self._so_far[document.record.document_no]
        if scale is None and so_far.scale:
            return replace(so_far.scale, found_in="document")
        so_far.scale = scale or _scale_below(panel, document.text, so_far.begins)
        return so_far.scale or UNSCALED


def _scale_below(panel: Panel, text: str, begins: Sequence[int]) -> Scale | None:
    """The scale that is told below a panel, above the next of the tables that begin at these places."""
    end = max(cell.end for line in panel.lines for cell in line.row.cells)
    below = text[end : end + _NEAR_BELOW]
    stop = next((start - end for start in begins if start > end), len(below) + 1)
    return read_scale_below(below[:stop], panel.labels(), ends_at_table=stop <= len(below))


def _span(of: Table | GridCell) -> tuple[int, int]:
    return (of.char_start, of.char_end) if isinstance(of, Table) else (of.start, of.end)


def _columns(table: Table, headings: Headings) -> Iterator[Column]:
    """One record a column: its first heading; the cells below a later heading carry their own period."""
    first: dict[int, Heading] = {}
    for (_, column), heading in sorted(headings.items()):
        if column not in first or (first[column].end is None and heading.end is not None):
            first[column] = heading
    for column, heading in sorted(first.items()):
        yield Column(
            table.filing_id, table.document_no, table.table_no, column, heading.text or None, heading.kind,
            heading.start, heading.end, heading.months, heading.found_in,
        )  # fmt: skip


def _cells(
    table: Table,
    lines: Sequence[NumberLine],
    headings: Headings,
    scale: Scale,
    shares: int,
    text: str,
) -> Iterator[Cell]:
    factors = {"money": scale.amounts, "shares": shares}
    units = {"money": table.currency, "per_share": f"{table.currency}/share"}
    for line in lines:
        in_cents = line.in_cents
        own = scale_of_row(line.label) or scale_of_heading(line.section or "")
        for cell, number in line.numbers:
            heading = headings[line.line.block, cell.first]
            measure = "percent" if number.kind == "percent" else line.measure
            if heading.kind == "percent":
                measure = "percent"
            factor = own if own and measure == "money" else factors.get(measure, 1)
            value = number.value * (_CENT if in_cents or number.kind == "cents" else factor)
            yield Cell(
                table.filing_id, table.document_no, table.table_no, line.line_no, cell.first, line.section, line.label,
                line.line.row.indent, value, units.get(measure, measure), factor,
                heading.start, heading.end, heading.months, text[cell.start : cell.end], cell.start, cell.end,
            )  # fmt: skip
