"""A small warehouse for the dbt project: raw tables written in Python, then one `dbt build` over them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb

from pipeline.records import RECORDS, Cell, Column, Document, Expectation, File, Filer, Filing, Record, Table, to_arrow
from pipeline.settings import DBT_PROJECT_DIR

STATEMENTS = Path(__file__).with_name("statements")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a statement as written in `statements/`, and the element that it should bear."""

    statement: str
    section: str | None
    label: str
    concept: str | None
    unit: str


@dataclass(frozen=True, slots=True)
class Period:
    """A column of a statement; `months` is None in a balance sheet."""

    end: date
    months: int | None = None

    @property
    def start(self) -> date | None:
        if self.months is None:
            return None
        month = self.end.year * 12 + self.end.month - self.months
        return date(month // 12, month % 12 + 1, 1)


STATEMENTS_IN_ORDER = ("income", "balance", "cash_flow")
QUARTERS = (Period(date(2003, 6, 30), 3), Period(date(2002, 6, 30), 3))
BALANCE = ("Assets", "LiabilitiesAndStockholdersEquity")
DATES = (Period(date(2003, 6, 30)), Period(date(2002, 12, 31)))


def read_lines(path: Path) -> list[Line]:
    """`label | concept | unit` a line; `income`, `balance`, `cash_flow` begin a statement, a heading ends in a colon.

    A colon alone ends a section.
    """
    lines: list[Line] = []
    statement, section = "", None
    for row in path.read_text().splitlines():
        if row.startswith("#") or not row.strip():
            continue
        if row in STATEMENTS_IN_ORDER:
            statement, section = row, None
        elif "|" not in row:
            section = row.rstrip(":") or None
        else:
            label, concept, unit = ([part.strip() for part in row.split("|")] + ["USD"])[:3]
            lines.append(Line(statement, section, label, concept or None, unit or "USD"))
    return lines


class Records:
    """Raw rows, one list a table."""

    def __init__(self) -> None:
        self.rows: dict[type[Record], list[Record]] = {cls: [] for cls in RECORDS}

    def add(self, *records: Record) -> None:
        for record in records:
            self.rows[type(record)].append(record)

    def filing(
        self,
        filing_id: str,
        company: str | None,
        *,
        cik: int | None = None,
        former_names: tuple[str, ...] = (),
        filed_on: date | None = None,
        form: str = "8-K",
        text: str = "100 200",
        sic: str | None = None,
    ) -> None:
        """A release of one document, without tables yet."""
        path = f"{filing_id}.txt"
        self.add(
            File(path, filing_id, "0" * 64, 1, "1", "parsed"),
            Filing(
                filing_id, path, None, form, ("12",), ("Results",), date(2003, 7, 23), None, filed_on, None, cik,
                company, "header", True, (),
            ),
            Document(filing_id, 1, form, 1, None, None, "text", text),
        )  # fmt: skip
        if company is not None:
            self.add(Filer(filing_id, 1, cik, company, sic, None, None, "DE", "1231", former_names))

    def table(
        self,
        filing_id: str,
        table_no: int,
        statement: str,
        periods: Sequence[Period],
        lines: Iterable[tuple[str | None, str, str, Sequence[str | int | None]]],
        *,
        is_primary: bool = True,
    ) -> None:
        """A table of lines (section, label, unit, values); every number is printed as the document's first three."""
        self.add(
            Table(
                filing_id, 1, table_no, statement, is_primary, False, 1.0, (), None, "USD", 1, "none", 0, 7,
            )
        )  # fmt: skip
        for column_no, period in enumerate(periods, 1):
            self.add(
                Column(
                    filing_id, 1, table_no, column_no, None, "amount", period.start, period.end, period.months, "header"
                )
            )
        for line_no, (section, label, unit, values) in enumerate(lines, 1):
            for column_no, (period, value) in enumerate(zip(periods, values, strict=True), 1):
                if value is not None:
                    self.add(
                        Cell(
                            filing_id, 1, table_no, line_no, column_no, section, label, 0, Decimal(value), unit, 1,
                            period.start, period.end, period.months, "100", 0, 3,
                        )
                    )  # fmt: skip

    def statement_file(self, path: Path) -> None:
        """A filing of its own with the statements of a file of `statements/`; only the balance's totals are alike.

        A comment may name the industry: "# sic 6211".
        """
        industry = re.search(r"^# sic (\d+)$", path.read_text(), re.MULTILINE)
        self.filing(path.stem, f"Invented {path.stem} Inc.", sic=industry[1] if industry else None)
        lines = read_lines(path)
        for table_no, statement in enumerate(STATEMENTS_IN_ORDER, 1):
            periods = DATES if statement == "balance" else QUARTERS
            rows = [line for line in lines if line.statement == statement]
            self.table(
                path.stem,
                table_no,
                statement,
                periods,
                [
                    (r.section, r.label, r.unit, [9000, 8000] if r.concept in BALANCE else [1000 + 7 * n, 500 + 3 * n])
                    for n, r in enumerate(rows)
                ],
            )

    def guidance(self, filing_id: str) -> None:
        self.add(
            Expectation(
                filing_id, 1, 1, "revenue", "revenue", None, "unstated", "USD", Decimal(12), Decimal(13), "range",
                date(2003, 7, 1), date(2003, 9, 30), "third quarter", "initiates", "expects revenue", 0, 3,
            )
        )  # fmt: skip

    def write(self, path: Path) -> None:
        """The raw tables in a new build file."""
        with duckdb.connect(str(path)) as connection:
            connection.execute("create schema raw")
            for cls, rows in self.rows.items():
                arrow = to_arrow(cls, rows)  # noqa: F841 (DuckDB reads it by name)
                connection.execute(f"create table raw.{cls.TABLE} as from arrow")


def dbt(command: str, build_path: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command of dbt (build, run, seed) over a build file, its artifacts in `folder`."""
    arguments = {
        "--project-dir": DBT_PROJECT_DIR,
        "--profiles-dir": DBT_PROJECT_DIR,
        "--target-path": folder / "target",
        "--log-path": folder / "logs",
    }
    return subprocess.run(
        [
            str(Path(sys.executable).with_name("dbt")),
            "--no-use-colors",
            command,
            *(str(part) for argument in arguments.items() for part in argument),
        ],
        env={**os.environ, "BUILD_PATH": str(build_path), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
