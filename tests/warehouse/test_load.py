"""The raw tables follow the folder: what is new, changed, gone or held twice, in any order, on any workers."""

from importlib import import_module
from itertools import permutations

import duckdb
import pytest

from pipeline.executors import JOBS_WORTH_A_PROCESS
from pipeline.warehouse import WarehouseError
from tests.in_process import InProcess
from tests.warehouse.folder import Warehouse, release

load_module = import_module("pipeline.warehouse.load")  # its name is that of the room's function

SAME_FILING = "9999999999-03-000001.txt"


def test_same_folder_twice_gives_the_same_rows_and_reads_nothing_again(warehouse: Warehouse) -> None:
    warehouse.write("one.txt", release())
    warehouse.write("2003/q2/two.txt", release("$2,000"))
    first = warehouse.load()
    rows = warehouse.rows()
    second = warehouse.load()

    assert (first.seen, first.new) == (2, 2)
    assert (second.seen, second.new, second.changed, second.unchanged) == (2, 0, 0, 2)
    assert warehouse.rows() == rows
    assert {row[0] for row in rows["files"]} == {"one.txt", "2003/q2/two.txt"}


def test_changed_file_replaces_its_rows_and_no_others(warehouse: Warehouse) -> None:
    warehouse.write("one.txt", release())
    warehouse.write("two.txt", release("$2,000"))
    warehouse.load()
    before = warehouse.query("from raw.documents where filing_id = 'two'")
    warehouse.write("one.txt", release("$3,333"))
    summary = warehouse.load()

    assert (summary.new, summary.changed, summary.unchanged) == (0, 1, 1)
    texts = warehouse.query("select text from raw.documents where filing_id = 'one'")
    assert len(texts) == 1
    assert "3,333" in str(texts[0][0])
    assert warehouse.query("from raw.documents where filing_id = 'two'") == before


def test_touched_file_is_not_read_again(warehouse: Warehouse) -> None:
    file = warehouse.write("one.txt", release())
    warehouse.load()
    file.touch()
    assert warehouse.load().changed == 0


def test_removed_file_takes_its_rows_along(warehouse: Warehouse) -> None:
    file = warehouse.write("one.txt", release())
    warehouse.write("two.txt", release("$2,000"))
    warehouse.load()
    file.unlink()
    summary = warehouse.load()

    assert summary.removed == 1
    for table, rows in warehouse.rows().items():
        assert not any("one" in row or "one.txt" in row for row in rows), table


def test_newer_parser_reads_everything_again(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse.write("one.txt", release())
    warehouse.load()
    monkeypatch.setattr(load_module, "PARSER_VERSION", "of the future")
    assert warehouse.load().changed == 1


def test_raw_tables_of_another_shape_are_made_anew(warehouse: Warehouse) -> None:
    warehouse.write("one.txt", release())
    warehouse.load()
    rows = warehouse.rows()
    with duckdb.connect(str(warehouse.build_path)) as connection:
        connection.execute("alter table raw.cells add column of_an_older_version integer")
    assert warehouse.load().new == 1
    assert warehouse.rows() == rows


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_first_path_bears_a_filing_held_by_several_files(warehouse: Warehouse, order: tuple[str, ...]) -> None:
    for folder in order:
        warehouse.write(f"{folder}/{SAME_FILING}", release(f"${ord(folder)},000"))
        warehouse.load()

    status = dict(warehouse.query("select path, status from raw.files"))
    assert status == {
        f"a/{SAME_FILING}": "parsed",
        f"b/{SAME_FILING}": "duplicate",
        f"c/{SAME_FILING}": "duplicate",
    }
    assert [path for (path,) in warehouse.query("select path from raw.filings")] == [f"a/{SAME_FILING}"]
    assert [("97,000" in str(text)) for (text,) in warehouse.query("select text from raw.documents")] == [True]
    issues = warehouse.query("select path, message from raw.issues where code = 'duplicate_filing' order by path")
    assert [path for path, _ in issues] == [f"b/{SAME_FILING}", f"c/{SAME_FILING}"]
    assert all(f"a/{SAME_FILING}" in str(message) for _, message in issues)


def test_another_file_takes_over_when_the_bearer_goes_or_becomes_another_filing(warehouse: Warehouse) -> None:
    for folder in "abc":
        warehouse.write(f"{folder}/{SAME_FILING}", release(f"${ord(folder)},000"))
    warehouse.load()
    (warehouse.raw_dir / "a" / SAME_FILING).unlink()
    warehouse.load()
    assert warehouse.query("select path from raw.filings") == [(f"b/{SAME_FILING}",)]
    assert warehouse.query("select path from raw.issues where code = 'duplicate_filing'") == [(f"c/{SAME_FILING}",)]

    warehouse.write(f"b/{SAME_FILING}", b"")
    warehouse.load()
    assert warehouse.query("select path from raw.filings") == [(f"c/{SAME_FILING}",)]
    assert warehouse.query("select path from raw.issues where code = 'duplicate_filing'") == []


def test_order_of_arrival_and_number_of_workers_do_not_matter(new_warehouse) -> None:  # type: ignore[no-untyped-def]
    pages = {f"{number:02}/{number % 7}.txt": release(f"${number},000") for number in range(JOBS_WORTH_A_PROCESS + 4)}
    pages |= {f"{folder}/{SAME_FILING}": release(f"${folder}") for folder in ("x", "00", "zz")}
    pages["empty.txt"] = ""

    at_once = new_warehouse("at_once")
    for path, page in pages.items():
        at_once.write(path, page)
    at_once.load(workers=2)

    one_by_one = new_warehouse("one_by_one")
    for path, page in reversed(pages.items()):
        one_by_one.write(path, page)
        one_by_one.load(workers=1)

    assert one_by_one.rows() == at_once.rows()


def test_batches_are_committed_one_by_one(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed run has committed stays; the next one reads the rest, and the rows are those of one run."""
    monkeypatch.setattr(load_module, "BATCH", 2)
    for number in range(5):
        warehouse.write(f"{number}.txt", release(f"${number},000"))

    class KilledError(BaseException):
        pass

    def kill(done: int, total: int) -> None:
        if done == 4:
            raise KilledError

    with pytest.raises(KilledError):
        load_module.load(warehouse.build_path, warehouse.raw_dir, InProcess, kill)
    assert warehouse.query("select count(*) from raw.filings") == [(4,)]
    assert warehouse.load().new == 1
    assert warehouse.query("select count(*) from raw.filings") == [(5,)]


def test_missing_folder_is_refused(warehouse: Warehouse) -> None:
    warehouse.raw_dir.rmdir()
    with pytest.raises(WarehouseError, match="is no folder"):
        warehouse.load()


def test_folder_suddenly_empty_is_refused_and_nothing_is_lost(warehouse: Warehouse) -> None:
    file = warehouse.write("one.txt", release())
    warehouse.load()
    file.unlink()
    with pytest.raises(WarehouseError, match="disk mounted"):
        warehouse.load()
    assert warehouse.query("select path from raw.files") == [("one.txt",)]


def test_empty_folder_and_empty_warehouse_is_no_error(warehouse: Warehouse) -> None:
    assert warehouse.load().seen == 0
