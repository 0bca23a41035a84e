"""A transaction takes effect as a whole or not at all, and tells what made it fail."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.database import database, transaction


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with database(tmp_path / "w.duckdb") as opened:
        opened.execute("create table numbers (n integer primary key)")
        yield opened


def test_what_fails_within_takes_no_effect(connection: duckdb.DuckDBPyConnection) -> None:
    def fail() -> None:
        with transaction(connection):
            connection.execute("insert into numbers values (1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with transaction(connection):
        connection.execute("insert into numbers values (2)")
    assert connection.execute("from numbers").fetchall() == [(2,)]


def test_a_commit_that_fails_tells_why(connection: duckdb.DuckDBPyConnection) -> None:
    """It has rolled back by itself: to do so again is an error that would hide the cause, such as a full disk."""
    other = connection.cursor()

    def both() -> None:
        with transaction(connection):
            connection.execute("insert into numbers values (1)")
            with transaction(other):
                other.execute("insert into numbers values (1)")

    with pytest.raises(duckdb.Error, match="constraint"):
        both()
    assert connection.execute("from numbers").fetchall() == [(1,)]
