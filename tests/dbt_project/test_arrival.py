"""Models built filing by filing: whatever order filings came, changed and went in, they say what a full build says, and
machines that each read a share of the companies say together what one says that reads them all."""

import random
import shutil
from collections import defaultdict
from pathlib import Path

import duckdb
import pytest

from pipeline.settings import PROJECT_DIR
from tests.dbt_project.small_warehouse import dbt
from tests.warehouse.folder import Warehouse

SAMPLES = sorted((PROJECT_DIR / "data" / "raw").rglob("*.txt"))
NOT_COMPARED = {"int_label_matches"}  # keeps the labels of filings that are gone
OF_ALL_COMPANIES = {"dim_concept", "filing_months"}
SHARES = 2
TABLES = (
    "select schema_name, table_name from duckdb_tables() where schema_name in ('intermediate', 'marts') order by all"
)


def build(warehouse: Warehouse, folder: Path) -> None:
    warehouse.load()
    done = dbt("run", warehouse.build_path, folder)
    assert done.returncode == 0, done.stdout


def content(warehouse: Warehouse) -> dict[str, list[str]]:
    """Every row of every model, in an order of its own."""
    with duckdb.connect(str(warehouse.build_path), read_only=True) as connection:
        tables = [
            f"{schema}.{table}" for schema, table in connection.execute(TABLES).fetchall() if table not in NOT_COMPARED
        ]
        return {table: sorted(map(repr, connection.execute(f"from {table}").fetchall())) for table in tables}


@pytest.fixture
def empty(tmp_path: Path) -> Warehouse:
    (tmp_path / "bit by bit").mkdir()
    warehouse = Warehouse(tmp_path / "bit by bit")
    warehouse.load()
    assert dbt("seed", warehouse.build_path, tmp_path).returncode == 0
    return warehouse


def test_any_order_of_arrival_gives_what_a_full_build_gives(empty: Warehouse, tmp_path: Path) -> None:
    arrivals = random.Random(20).sample(SAMPLES, len(SAMPLES))
    first, then = arrivals[:6], arrivals[6:]
    for file in first:
        shutil.copy(file, empty.raw_dir)
    changed = empty.raw_dir / first[0].name
    changed.write_bytes(first[0].read_bytes().replace(b"1", b"2"))  # other figures, under the same name
    gone = empty.write("gone.txt", then[0].read_bytes().replace(b"-0", b"-9"))
    cut_short = empty.write("cut short.txt", then[0].read_bytes().replace(b"-0", b"-8"))
    build(empty, tmp_path)
    with duckdb.connect(str(empty.build_path)) as connection:  # as where the build had not come to its end
        left = "from raw.files where path = 'cut short.txt'"
        connection.execute(f"delete from building.built_filings where filing_id in (select filing_id {left})")
    cut_short.unlink()
    for file in then:
        shutil.copy(file, empty.raw_dir)
    shutil.copy(first[0], empty.raw_dir)
    gone.unlink()
    build(empty, tmp_path)
    bit_by_bit = content(empty)

    with duckdb.connect(str(empty.build_path)) as connection:  # what it keeps of the past is nowhere else
        connection.execute("drop table intermediate.int_concept_values")
    build(empty, tmp_path)
    assert content(empty) == bit_by_bit

    with duckdb.connect(str(empty.build_path)) as connection:
        for schema in ("staging", "building", "intermediate", "marts"):
            connection.execute(f"drop schema {schema} cascade")
    build(empty, tmp_path)
    at_once = content(empty)
    assert bit_by_bit.keys() == at_once.keys()
    assert [table for table in at_once if bit_by_bit[table] != at_once[table]] == []
    assert at_once["marts.fct_income"]


def test_marts_of_shares_of_the_companies_are_together_those_of_the_whole(empty: Warehouse, tmp_path: Path) -> None:
    def built(name: str, files: list[Path]) -> Warehouse:
        folder = tmp_path / name
        folder.mkdir()
        warehouse = Warehouse(folder)
        shutil.copy(empty.build_path, warehouse.build_path)
        for file in files:
            shutil.copy(file, warehouse.raw_dir)
        build(warehouse, folder)
        return warehouse

    whole = built("whole", SAMPLES)
    shared: dict[str, list[str]] = defaultdict(list)
    for number in range(SHARES):
        theirs = f"dense_rank() over (order by coalesce(company_id, filing_id)) % {SHARES} = {number}"
        paths = {path for (path,) in whole.query(f"select path from marts.dim_filing qualify {theirs}")}
        share = built(f"share {number}", [file for file in SAMPLES if file.name in paths])
        for table, rows in content(share).items():
            shared[table] += rows
    for table, rows in content(whole).items():
        if table.startswith("marts.") and table.removeprefix("marts.") not in OF_ALL_COMPANIES:
            assert sorted(shared[table]) == rows, table
    assert shared["marts.fct_revisions"]
