"""The published file appears whole or not at all, and readers keep the one they opened."""

import random
import subprocess
import sys
from importlib import import_module
from io import FileIO
from pathlib import Path

import duckdb
import pytest

from pipeline.warehouse import WarehouseError, publish

HEADERS = 3 * 4096  # bytes before the first block of a DuckDB file


@pytest.fixture
def build_path(tmp_path: Path) -> Path:
    path = tmp_path / "w_build.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            """
            create schema raw; create schema staging; create schema marts;
            create table raw.files as select 1 as size;
            comment on table raw.files is 'one row a file, its size';
            comment on column raw.files.size is 'bytes';
            create view staging.stg_files as from raw.files;
            create view marts.a_view as from raw.files;
            create table marts."an ""odd"" name" as select 2 as "select";
            """
        )
    return path


def values(path: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute("from raw.files").fetchall()


def change(build_path: Path, size: int) -> None:
    with duckdb.connect(str(build_path)) as connection:
        connection.execute("update raw.files set size = ?", [size])


def test_table_functions_are_published_and_can_be_called(build_path: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(build_path)) as connection:
        connection.execute("create macro marts.files_over(bytes) as table select * from raw.files where size > bytes")
    published = publish(build_path, tmp_path / "w.duckdb")
    with duckdb.connect(str(published.path), read_only=True) as connection:
        assert connection.execute("from marts.files_over(0)").fetchall() == [(1,)]
        assert connection.execute("from marts.files_over(1)").fetchall() == []


def test_tables_and_comments_are_published_and_views_are_not(build_path: Path, tmp_path: Path) -> None:
    published = publish(build_path, tmp_path / "new" / "w.duckdb")
    assert published.rows == {'marts.an "odd" name': 1, "raw.files": 1}
    assert published.size == published.path.stat().st_size
    with duckdb.connect(str(published.path), read_only=True) as connection:
        assert connection.execute("select comment from duckdb_tables() where table_name = 'files'").fetchall() == [
            ("one row a file, its size",)
        ]
        assert connection.execute("select comment from duckdb_columns() where column_name = 'size'").fetchall() == [
            ("bytes",)
        ]
        assert connection.execute("select count(*) from duckdb_views() where not internal").fetchall() == [(0,)]
    assert [file.name for file in published.path.parent.iterdir()] == ["w.duckdb"]


def blocks_of(build_path: Path, table: str, column: str) -> tuple[int, set[int]]:
    """Bytes of a block, and the numbers of those in which a column of a table lies."""
    with duckdb.connect(str(build_path), read_only=True) as connection:
        (size,) = connection.execute("select block_size from pragma_database_size()").fetchall()[0]
        lies = f"select block_id, additional_block_ids from pragma_storage_info('{table}') where column_name = $1"
        rows = connection.execute(lies, [column]).fetchall()
    return size, {block for first, others in rows for block in (first, *(others or [])) if block >= 0}


def test_damage_in_any_block_of_the_text_is_not_published_and_the_error_says_what_to_do(tmp_path: Path) -> None:
    build_path, target = tmp_path / "w_build.duckdb", tmp_path / "w.duckdb"
    with duckdb.connect(str(build_path)) as connection:
        connection.execute(
            """
            create schema raw;
            create table raw.documents as
            select n // 10000 as document_no, string_agg(md5(n::varchar), '') as text
            from range(120000) as t(n) group by all
            """
        )
    publish(build_path, target)
    before, whole = target.read_bytes(), build_path.read_bytes()
    size, blocks = blocks_of(build_path, "raw.documents", "text")
    assert len(blocks) > 5
    for block in blocks:
        data = bytearray(whole)
        at = HEADERS + block * size + size // 2
        data[at : at + 16] = bytes(byte ^ 0x5A for byte in data[at : at + 16])
        build_path.write_bytes(data)
        with pytest.raises(WarehouseError, match="delete it and run again"):
            publish(build_path, target)
        assert target.read_bytes() == before
    assert [file.name for file in tmp_path.glob(".w.duckdb*")] == []


def test_no_other_process_writes_the_build_file_until_it_is_read(
    build_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("pipeline.warehouse.publish")
    copy, ended = module._copy, []

    def copy_and_disturb(source: FileIO, target: Path) -> None:
        copy(source, target)
        write = [sys.executable, "-c", f"import duckdb; duckdb.connect({str(build_path)!r})"]
        ended.append(subprocess.run(write, capture_output=True, text=True))

    monkeypatch.setattr(module, "_copy", copy_and_disturb)
    publish(build_path, tmp_path / "w.duckdb")
    assert [process.returncode for process in ended] == [1]
    assert "Conflicting lock" in ended[0].stderr


def test_reader_keeps_the_file_it_opened(build_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "w.duckdb"
    publish(build_path, target)
    with duckdb.connect(str(target), read_only=True) as reader:
        change(build_path, 7)
        publish(build_path, target)
        assert reader.execute("from raw.files").fetchall() == [(1,)]
    assert values(target) == [(7,)]


@pytest.mark.parametrize("step", ["_copy", "_read_all", "_sync"])
def test_failure_leaves_the_old_file_as_it_was(
    build_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "w.duckdb"
    publish(build_path, target)
    before = target.read_bytes()
    change(build_path, 7)

    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(import_module("pipeline.warehouse.publish"), step, fail)
    with pytest.raises(OSError, match="no space"):
        publish(build_path, target)
    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".w.duckdb.new-*"))


@pytest.mark.parametrize("size", [0, 4096, 9 * 2**20, 9 * 2**20 + 1])
def test_copy_has_the_same_bytes_whatever_their_number(tmp_path: Path, size: int) -> None:
    """Past the system's cache only whole blocks can be written; a build file cut off by accident has others."""
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(random.Random(size).randbytes(size))
    with source.open("rb", buffering=0) as opened:
        import_module("pipeline.warehouse.publish")._copy(opened, target)
    assert target.read_bytes() == source.read_bytes()


def test_leftovers_of_killed_runs_are_removed(build_path: Path, tmp_path: Path) -> None:
    leftover = tmp_path / ".w.duckdb.new-abc"
    leftover.mkdir()
    (leftover / "w.duckdb").write_bytes(b"half")
    publish(build_path, tmp_path / "w.duckdb")
    assert not leftover.exists()


def test_published_link_stays_a_link(build_path: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    link = tmp_path / "w.duckdb"
    link.symlink_to(tmp_path / "disk" / "real.duckdb")
    publish(build_path, link)
    assert link.is_symlink()
    assert values(tmp_path / "disk" / "real.duckdb") == [(1,)]


def test_log_left_by_a_writer_of_the_old_file_does_not_spoil_the_new_one(build_path: Path, tmp_path: Path) -> None:
    """Somebody opened the published file for writing and was killed: the log beside it belongs to the old file."""
    target = tmp_path / "w.duckdb"
    publish(build_path, target)
    with duckdb.connect(str(target)) as writer:
        writer.execute("set checkpoint_threshold = '1TB'; create table theirs as from range(100)")
        log = (tmp_path / "w.duckdb.wal").read_bytes()
    publish(build_path, target)
    (tmp_path / "w.duckdb.wal").write_bytes(log)
    change(build_path, 7)
    publish(build_path, target)
    assert values(target) == [(7,)]


def test_without_a_build_file_there_is_nothing_to_publish(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="load filings first"):
        publish(tmp_path / "none_build.duckdb", tmp_path / "w.duckdb")
