"""What `int_said_rows` says, made anew of the marts themselves."""

import duckdb


def said_rows(connection: duckdb.DuckDBPyConnection) -> str:
    """A query of it, of all marts that hold rows of filings."""
    marts = connection.execute(
        "select table_name from duckdb_columns() where schema_name = 'marts' and column_name = 'filing_id'"
    ).fetchall()
    return " union all ".join(
        f"select filing_id, '{mart}' as mart, count(*) as row_count, sum(hash(rows)) as digest "
        f"from marts.{mart} as rows group by filing_id"
        for (mart,) in marts
    )


def say_rows(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring it up to date after a test has made or changed marts by hand."""
    connection.execute("create schema if not exists intermediate")
    connection.execute(f"create or replace table intermediate.int_said_rows as {said_rows(connection)}")
