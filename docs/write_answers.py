"""The answers of docs/queries.md: each file of queries/ on the samples: `make run`, then `make answers`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from pipeline.settings import PROJECT_DIR, Settings

QUERIES = sorted((PROJECT_DIR / "queries").glob("*.sql"))
HEAD = """# Questions

Each question is a file of `queries/`; the answers are those of the samples of `data/raw`. `make query
Q=margins_over_time` answers one in the terminal, `make sql` opens a prompt in which they lie at hand, and so does any
tool that speaks DuckDB.
"""


def shown(value: Any) -> str:
    """A value as a reader wants it: no zeros at the end, nothing for null."""
    if value is None:
        return ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def answer(connection: duckdb.DuckDBPyConnection, query: Path) -> list[str]:
    """The rows of a query as lines of a Markdown table, its names above them."""
    result = connection.execute(query.read_text())
    names = [column[0] for column in result.description or ()]
    rows = [[shown(value) for value in row] for row in result.fetchall()]
    return ["| " + " | ".join(cells) + " |" for cells in (names, ["---"] * len(names), *rows)]


def section(connection: duckdb.DuckDBPyConnection, query: Path) -> str:
    """A question, its query, its answer."""
    title, sql = query.read_text().removeprefix("-- ").split("\n", 1)
    table = answer(connection, query)
    rows = "\n".join(table) if len(table) > 2 else "No row."
    return f"\n## {title}\n\n`{query.name}`\n\n```sql\n{sql}```\n\n{rows}\n"


def main() -> None:
    """Write docs/queries.md from the warehouse of the last run."""
    with duckdb.connect(str(Settings().warehouse_path), read_only=True) as connection:
        sections = [section(connection, query) for query in QUERIES]
    Path(__file__).with_name("queries.md").write_text(HEAD + "".join(sections))


if __name__ == "__main__":
    main()
