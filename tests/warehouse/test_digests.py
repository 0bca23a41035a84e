"""Digests are kept while a file's size and times stay, and taken anew whatever else of it has changed."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.parse import Source
from pipeline.warehouse import digests as digests_module
from pipeline.warehouse.digests import digests


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


@pytest.fixture
def settled_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests_module, "SETTLED", 0)


def sources(folder: Path, **contents: str) -> list[Source]:
    for name, content in contents.items():
        (folder / name).write_text(content)
    return [Source(name, folder / name) for name in contents]


def sha256(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


@pytest.mark.usefixtures("settled_at_once")
def test_a_file_that_is_as_it_was_is_not_read(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    of = sources(tmp_path, one="1", two="2")
    assert digests(connection, of) == [sha256("1"), sha256("2")]
    connection.execute("update loading.digests set sha256 = 'as kept' where path = 'one'")
    assert digests(connection, of) == ["as kept", sha256("2")]


@pytest.mark.usefixtures("settled_at_once")
def test_other_content_of_the_same_size_and_time_is_seen(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    of = sources(tmp_path, one="1", two="2")
    digests(connection, of)
    before = (tmp_path / "one").stat()
    (tmp_path / "one").write_text("3")
    os.utime(tmp_path / "one", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert digests(connection, of) == [sha256("3"), sha256("2")]
    assert digests(connection, of) == [sha256("3"), sha256("2")]
    assert connection.execute("select path, sha256 from loading.digests order by path").fetchall() == [
        ("one", sha256("3")),
        ("two", sha256("2")),
    ]


@pytest.mark.usefixtures("settled_at_once")
def test_what_is_gone_is_forgotten(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    of = sources(tmp_path, one="1", two="2")
    digests(connection, of)
    (tmp_path / "one").unlink()
    assert digests(connection, of) == [None, sha256("2")]
    assert connection.execute("select path from loading.digests").fetchall() == [("two",)]


def test_a_file_that_has_just_changed_is_not_trusted(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    assert digests(connection, sources(tmp_path, one="1")) == [sha256("1")]
    assert connection.execute("from loading.digests").fetchall() == []
