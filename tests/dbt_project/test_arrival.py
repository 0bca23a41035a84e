"""Models built filing by filing: whatever order filings came, changed and went in, they say what a full build says, and
machines that each read a share of the companies say together what one says that reads them all."""

import random
import shutil
from collections import defaultdict
from pathlib import Path

import duckdb
import pytest

from tests.dbt_project.small_warehouse import dbt
from tests.running import Run
from tests.warehouse.folder import Warehouse

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


def content(build_path: Path) -> dict[str, list[str]]:
    """Every row of every model, in an order of its own."""
    with duckdb.connect(str(build_path), read_only=True) as connection:
        tables = [
            f"{schema}.{table}" for schema, table in connection.execute(TABLES).fetchall() if table not in NOT_COMPARED
        ]
        return {table: sorted(map(repr, connection.execute(f"from {table}").fetchall())) for table in tables}


def seeded(run: Run, folder: Path) -> Warehouse:
    """A warehouse of a run's seeds alone, nothing read yet."""
    folder.mkdir()
    warehouse = Warehouse(folder)
    shutil.copy(run.build_path, warehouse.build_path)
    with duckdb.connect(str(warehouse.build_path)) as connection:
        for schema in ("raw", "staging", "building", "intermediate", "marts"):
            connection.execute(f"drop schema {schema} cascade")
    return warehouse


@pytest.fixture
def samples(published_samples: Run) -> dict[str, bytes]:
    """What the filings of the samples' run are, by their paths."""
    raw_dir = published_samples.raw_dir
    return {str(file.relative_to(raw_dir)): file.read_bytes() for file in sorted(raw_dir.rglob("*.txt"))}


@pytest.fixture
def at_once(published_samples: Run) -> dict[str, list[str]]:
    """What a full build says of them."""
    said = content(published_samples.build_path)
    assert said["marts.fct_income"]
    assert said["marts.fct_revisions"]
    return said


def test_any_order_of_arrival_gives_what_a_full_build_gives(
    published_samples: Run, samples: dict[str, bytes], at_once: dict[str, list[str]], tmp_path: Path
) -> None:
    warehouse = seeded(published_samples, tmp_path / "bit by bit")
    arrivals = random.Random(20).sample(list(samples), len(samples))
    first, then = arrivals[:6], arrivals[6:]
    for path in first:
        warehouse.write(path, samples[path])
    warehouse.write(first[0], samples[first[0]].replace(b"1", b"2"))  # other figures, under the same name
    gone = warehouse.write("gone.txt", samples[then[0]].replace(b"-0", b"-9"))
    cut_short = warehouse.write("cut short.txt", samples[then[0]].replace(b"-0", b"-8"))
    build(warehouse, tmp_path)
    with duckdb.connect(str(warehouse.build_path)) as connection:  # as where the build had not come to its end
        left = "from raw.files where path = 'cut short.txt'"
        connection.execute(f"delete from building.built_filings where filing_id in (select filing_id {left})")
    cut_short.unlink()
    for path in (first[0], *then):
        warehouse.write(path, samples[path])
    gone.unlink()
    build(warehouse, tmp_path)
    bit_by_bit = content(warehouse.build_path)
    assert bit_by_bit.keys() == at_once.keys()
    assert [table for table in at_once if bit_by_bit[table] != at_once[table]] == []

    with duckdb.connect(str(warehouse.build_path)) as connection:  # what it keeps of the past is nowhere else
        connection.execute("drop table intermediate.int_concept_values")
    build(warehouse, tmp_path)
    assert content(warehouse.build_path) == bit_by_bit


def test_marts_of_shares_of_the_companies_are_together_those_of_the_whole(
    published_samples: Run, samples: dict[str, bytes], at_once: dict[str, list[str]], tmp_path: Path
) -> None:
    shared: dict[str, list[str]] = defaultdict(list)
    for number in range(SHARES):
        theirs = f"dense_rank() over (order by coalesce(company_id, filing_id)) % {SHARES} = {number}"
        share = seeded(published_samples, tmp_path / f"share {number}")
        for (path,) in published_samples.query(f"select path from marts.dim_filing qualify {theirs}"):
            share.write(str(path), samples[str(path)])
        build(share, tmp_path)
        for table, rows in content(share.build_path).items():
            shared[table] += rows
    for table, rows in at_once.items():
        if table.startswith("marts.") and table.removeprefix("marts.") not in OF_ALL_COMPANIES:
            assert sorted(shared[table]) == rows, table
