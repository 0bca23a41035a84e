"""How much of the releases in a warehouse is read: shares over all of them, and the scores where gold files exist.

    python -m benchmarks.accuracy WAREHOUSE [--benchmark DIR] [--missing] [--write FILE]

Prints a table; with a benchmark folder (its `score.py` and gold files) its figures stand below beside the floors of
`floors.json`, and a figure below its floor fails the command. Floors only rise. The same tables go to FILE as Markdown.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table

FLOORS = Path(__file__).with_name("floors.json")
HEAD = """# How much is read right

Written by `make bench-accuracy`, which reads real releases of 1996 to 2025 and holds what it finds against files read
by hand, the gold files. The readers are developed with these releases: of others expect less. Of real pages that were
new to them they read five statements in six without a fault, gave nineteen labels in twenty the right concept, and
found five guidance items in six; of ten that they found nine were right. The first table needs no gold: it asks of
every release what can be asked without knowing it. A figure below its floor fails the command, and floors only rise.

"""

# Each share is one query: the releases that fail it.
FAILING = {
    "income statement found": """
        select filing_id from releases
        where filing_id not in (select filing_id from raw.tables where is_primary and class in ('income', 'highlights'))
    """,
    "balance sheet found": """
        select filing_id from releases
        where filing_id not in (select filing_id from marts.fct_balance)
    """,
    "every column dated": """
        select distinct filing_id
        from raw.columns
        inner join raw.tables using (filing_id, document_no, table_no)
        where is_primary and kind = 'amount' and period_end is null
    """,
    "assets = liabilities and equity": """
        select filing_id
        from marts.fct_balance
        group by filing_id, period_end
        having
            coalesce(
                max(value) filter (where concept = 'Assets')
                != max(value) filter (where concept = 'LiabilitiesAndStockholdersEquity'),
                true
            )
    """,
    "EPS x shares within rounding of net income": """
        with facts as (
            select
                filing_id,
                max(value) filter (where concept = 'NetIncomeLoss') as income,
                max(value) filter (where concept = 'NetIncomeLossAvailableToCommonStockholdersBasic') as available,
                coalesce(
                    max(value) filter (where concept = 'EarningsPerShareBasic'),
                    max(value) filter (where concept = 'EarningsPerShareBasicAndDiluted')
                ) as eps,
                coalesce(
                    max(value) filter (where concept = 'WeightedAverageNumberOfSharesOutstandingBasic'),
                    max(value) filter (where concept = 'WeightedAverageNumberOfSharesOutstandingBasicAndDiluted')
                ) as shares,
            from marts.fct_income
            group by filing_id, period_end, months
        )
        select distinct filing_id
        from facts
        where abs(coalesce(available, income) - eps * shares) > shares * 0.006
    """,
}


def shares(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, list[str]]]:
    """For each question, how many releases there are and which of them fail."""
    connection.execute("create temp view releases as select filing_id from marts.dim_filing where is_earnings_release")
    releases = {row[0] for row in connection.execute("from releases").fetchall()}
    return {
        question: (len(releases), sorted({row[0] for row in connection.execute(sql).fetchall()} & releases))
        for question, sql in FAILING.items()
    }


def scores(warehouse: Path, benchmark: Path) -> dict[str, float]:
    """The benchmark's own figures, one a name ("income cells recall")."""
    command = [sys.executable, str(benchmark / "score.py"), str(warehouse), "--json"]
    figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {
        f"{name} {kind}".removesuffix(" share"): figure[kind]
        for name, figure in figures.items()
        for kind in ("share", "recall", "precision")
        if figure.get(kind) is not None
    }


def markdown(table: Table) -> str:
    """A table as printed, in Markdown."""
    columns = [[str(column.header), *map(str, column.cells)] for column in table.columns]
    head, *rows = [f"| {' | '.join(cells)} |" for cells in zip(*columns, strict=True)]
    return "\n".join([head, "| --- |" + " ---: |" * (len(columns) - 1), *rows])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("warehouse", type=Path)
    parser.add_argument("--benchmark", type=Path)
    parser.add_argument("--missing", action="store_true", help="list the releases that fail each question")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the tables as Markdown")
    args = parser.parse_args()
    console = Console()

    with duckdb.connect(str(args.warehouse), read_only=True) as connection:
        answers = shares(connection)
    table = Table("Of all releases", "share", "failing", title=None)
    for question, (releases, failing) in answers.items():
        table.add_row(question, f"{1 - len(failing) / max(1, releases):.1%}", f"{len(failing)} of {releases}")
    console.print(table)
    tables = [table]
    if args.missing:
        for question, (_, failing) in answers.items():
            console.print(f"[bold]{question}[/bold]", *failing, sep="\n  ")

    below = []
    if args.benchmark is not None:
        floors = json.loads(FLOORS.read_text())
        table = Table("Against the gold files", "figure", "floor")
        for name, figure in scores(args.warehouse, args.benchmark).items():
            floor = floors.get(name)
            if floor is not None and figure < floor:
                below.append(name)
            table.add_row(name, f"{figure:.2%}", "" if floor is None else f"{floor:.2%}")
        console.print(table)
        tables.append(table)
    if args.write is not None:
        args.write.write_text(HEAD + "\n\n".join(map(markdown, tables)) + "\n")
    for name in below:
        console.print(f"[red]below its floor:[/red] {name}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
